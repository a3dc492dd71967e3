// What the style page shows evidence with. Invented numbers of the size that real ones have.
import type { Evidence, Graph } from '#sandbox/result.ts';

const box = { dtype: 'float32', shape: [3, 4], start: [0, 0], size: [3, 4], truncated: false };

export const sampleEvidence: readonly Evidence[] = [
  {
    kind: 'tensor',
    label: 'fc.weight.grad',
    expected: { ...box, values: [0.91, -0.49, 0.19, 0.31, -0.85, 0.84, 0.01, 0.21, 0.13, -0.05, -0.31, -0.06] },
    actual: { ...box, values: [1.13, -0.58, 0.19, 0.31, -0.91, 0.99, 0.01, 0.22, -0.03, -0.11, -0.31, -0.07] },
    firstWrong: [0, 0],
    maxError: 0.22,
    maxRelative: 1.23,
    wrong: 8,
    rtol: 1e-5,
    atol: 1e-6,
  },
  {
    kind: 'curve',
    label: { en: 'validation loss', zh: '验证损失' },
    xLabel: 'epoch',
    expected: [1.04, 0.83, 0.7, 0.61, 0.57, 0.55, 0.54, 0.54],
    actual: [1.04, 0.83, 0.7, 0.61, 0.66, 0.74, 0.71, 0.69],
  },
  {
    kind: 'value',
    label: { en: 'epochs that ran', zh: '运行的 epoch 数' },
    expected: '9',
    actual: '12',
  },
  {
    kind: 'meter',
    label: { en: 'cost of one step', zh: '一步的开销' },
    readings: [
      { name: 'savedBytesPeak', actual: 8192, atMost: 4096, atLeast: null },
      { name: 'operators.matmul', actual: 2, atMost: 2, atLeast: null },
    ],
  },
  {
    kind: 'changed',
    label: { en: 'after the call', zh: '调用之后' },
    changes: [{ what: 'model.training', before: 'true', after: 'false' }],
  },
];

export const sampleGraph: Graph = {
  nodes: [
    { name: 'MeanBackward0', shape: [], inputs: [1], leaf: null, cuts: [] },
    { name: 'MulBackward0', shape: [3, 4], inputs: [2, 3], leaf: null, cuts: [] },
    { name: 'AddBackward0', shape: [3, 4], inputs: [4, null], leaf: null, cuts: [null, 'detach'] },
    { name: 'ReluBackward0', shape: [3, 4], inputs: [4], leaf: null, cuts: [] },
    { name: 'AccumulateGrad', shape: [3, 4], inputs: [], leaf: 'x', cuts: [] },
  ],
  truncated: false,
  cut: null,
};
