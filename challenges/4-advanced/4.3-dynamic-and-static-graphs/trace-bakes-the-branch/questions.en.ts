import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-the-check-passed',
    stage: 'concept',
    kind: 'single',
    prompt: '`torch.jit.trace(model, example)` checks its result by default. Why did the check find nothing here?',
    options: [
      {
        text: 'It runs trace and model on the same example again, where both take the same path.',
        right: true,
        why: 'Other inputs have to be handed to it, as `check_inputs`.',
      },
      {
        text: 'It compares shapes only.',
        right: false,
        why: 'It compares values, with a tolerance of 1e-5.',
      },
      {
        text: 'It is skipped when a `TracerWarning` was given.',
        right: false,
        why: 'Warnings do not change what is checked.',
      },
      {
        text: 'It runs in training mode.',
        right: false,
        why: 'It runs in the mode that the model is in.',
      },
    ],
  },
  {
    id: 'what-is-baked',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these does a trace fix to what they were for the example?',
    options: [
      {
        text: 'The factor in `x * (limit / x.abs().max().item())`',
        right: true,
        why: 'After `item()` it is a number like any other constant.',
      },
      {
        text: 'How often `while x.norm() > 1: x = x * 0.5` runs',
        right: true,
        why: 'The loop is unrolled: the trace holds as many products as the example needed.',
      },
      {
        text: 'Whether dropout is on',
        right: true,
        why: 'The flag is an argument of the recorded operator.',
      },
      {
        text: 'The result of `x.abs().max()`',
        right: false,
        why: 'It is an operator, and runs again for each input.',
      },
      {
        text: 'Which entries `torch.where(x > 0, x, -x)` takes',
        right: false,
        why: 'The condition is a tensor, computed anew.',
      },
    ],
  },
  {
    id: 'run-the-trace',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`function f(x: Tensor) { let y = x; while (Number(y.sum().item()) < 10) y = y.mul(2); return y; }` is traced on `torch.tensor([3.0])`. What does the trace give for `torch.tensor([0.5])`?',
    answer: 2,
    tolerance: 1e-6,
    why: 'For 3 the loop ran twice (3, 6, 12), so the trace multiplies by 2 twice: 0.5 becomes 2. The function itself gives 16.',
  },
  {
    id: 'nan-from-where',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '`torch.where(peak > limit, x * (limit / peak), x)` is right for a batch of zeros; still `x.grad` is `NaN`. Why?',
    options: [
      {
        text: 'The side that was not selected has the local derivative `limit / 0 = inf`, and receives the gradient 0: their product is `NaN`.',
        right: true,
        why: '`where` sends zeros to the side it did not take, and $0 \\cdot \\infty$ is no zero. Make the side harmless first: `peak.clamp(min=limit)`.',
      },
      {
        text: '`where` has no gradient at a tie.',
        right: false,
        why: 'It has one everywhere, by the condition.',
      },
      {
        text: '`max` of equal entries has no gradient.',
        right: false,
        why: 'PyTorch spreads it over the ties, and here it is detached.',
      },
      {
        text: 'The comparison with `limit` cuts the graph.',
        right: false,
        why: 'A comparison has no gradient, and none is needed through it.',
      },
    ],
  },
  {
    id: 'trace-or-script',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'Trace or script: which would you choose for a model, and how would you make sure that the export is right?',
    rubric: [
      {
        points: 1,
        says: 'Trace: works with nearly any code, but only one path; right for nets without decisions on data.',
      },
      { points: 1, says: 'Script: keeps branches and loops, but only a subset of the language; or mix the two.' },
      {
        points: 1,
        says: 'Compares on inputs that take each branch, other sizes, edge cases; treats TracerWarning as an error.',
      },
    ],
    model:
      'I trace nets whose path does not depend on data, since nearly any code can be traced. Where there are decisions I script the module that decides and may trace the rest. I make TracerWarning an error in the export job, pass `check_inputs` that take every branch, and compare the loaded file with the model on other batch sizes and edge cases, in evaluation mode.',
  },
] as const satisfies QuestionSet;
