import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'first-graph',
  version: 1,
  question: '1.3a',
  title: { en: 'A first graph', zh: '第一张计算图' },
  kind: 'implement',
  difficulty: 1,
  minutes: 10,
  concepts: ['requires_grad', 'backward', 'grad', 'is_leaf', 'grad_fn', 'detach', 'mean'],
  prerequisites: [],
  entryPoints: [
    {
      name: 'first_graph',
      kind: 'function',
      signature: 'first_graph(x: Tensor): { y: Tensor; z: Tensor; out: Tensor; grad: Tensor }',
    },
  ],
  limits: { timeLimitMs: 1000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'Autograd records only what starts from a tensor with `requires_grad`. The `x` you get may not have it, and it is not yours to change. Which tensor can be the leaf of your graph?',
      zh: 'autograd 只记录从 `requires_grad` 为真的张量出发的运算。传进来的 `x` 不一定打开了它，而且这个张量不归你修改。那么谁来当你这张图的叶子？',
    },
    {
      en: '`x.detach().clone()` has the values of `x` and nothing else of it: no history, no `.grad`, memory of its own. Turn tracking on there, and every call begins without an old gradient.',
      zh: '`x.detach().clone()` 只带走 `x` 的数值：没有历史，没有 `.grad`，内存也是自己的。在它上面打开梯度追踪，每次调用就都从没有旧梯度的状态开始。',
    },
    {
      en: '`const leaf = x.detach().clone().requires_grad_(true)`, then `y`, `z` and `out` from `leaf`, then `out.backward()`. The gradient is in `leaf.grad`.',
      zh: '`const leaf = x.detach().clone().requires_grad_(true)`，再由 `leaf` 依次得到 `y`、`z`、`out`，然后 `out.backward()`。梯度就在 `leaf.grad` 里。',
    },
  ],
} as const satisfies Challenge;
