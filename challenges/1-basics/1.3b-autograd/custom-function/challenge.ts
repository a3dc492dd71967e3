import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'custom-function',
  version: 1,
  question: '1.3b',
  title: { en: 'An operation of your own', zh: '自定义运算' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: [
    'torch.autograd.Function',
    'apply',
    'save_for_backward',
    'saved_tensors',
    'needs_input_grad',
    'gradcheck',
    'create_graph',
  ],
  prerequisites: ['first-graph'],
  entryPoints: [
    {
      name: 'Swish',
      kind: 'class',
      signature:
        'class Swish extends torch.autograd.Function { static forward(ctx: FunctionCtx, x: Tensor, beta: Tensor): Tensor; static backward(ctx: FunctionCtx, grad: Tensor): (Tensor | null)[] }',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'Everything that `forward` computes is cheap to compute again from `x` and `beta`. So which tensors does `backward` really have to find in `ctx`?',
      zh: '`forward` 算出的一切都能由 `x` 和 `beta` 低成本地重新算出来。那么 `backward` 真正需要从 `ctx` 里拿到哪些张量？',
    },
    {
      en: 'With $s = \\sigma(\\beta x)$ the derivatives are $s + \\beta x\\, s(1-s)$ and $x^2 s(1-s)$. Both are multiplied by `grad`, element by element; `beta` reaches every element, so its part is summed.',
      zh: '令 $s = \\sigma(\\beta x)$，两个导数分别是 $s + \\beta x\\, s(1-s)$ 和 $x^2 s(1-s)$。两者都要逐元素乘以 `grad`；`beta` 影响每一个元素，所以它的那一份要求和。',
    },
    {
      en: 'Forward: `ctx.save_for_backward(x, beta)`. Backward: `const [x, beta] = ctx.saved_tensors`, `const [forX, forBeta] = ctx.needs_input_grad`, then `return [forX ? … : null, forBeta ? grad.mul(…).sum() : null]`, in operations of torch, without `no_grad` or `detach`.',
      zh: '前向：`ctx.save_for_backward(x, beta)`。反向：`const [x, beta] = ctx.saved_tensors`，`const [forX, forBeta] = ctx.needs_input_grad`，最后 `return [forX ? … : null, forBeta ? grad.mul(…).sum() : null]`，全部用 torch 的运算，不用 `no_grad` 或 `detach`。',
    },
  ],
} as const satisfies Challenge;
