import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'activation-checkpointing',
  version: 1,
  question: '3.3',
  title: { en: 'Activation checkpointing', zh: '激活重计算' },
  kind: 'implement',
  difficulty: 3,
  minutes: 30,
  concepts: ['autograd.Function', 'checkpoint', 'save_for_backward', 'enable_grad', 'get_rng_state', 'saved tensors'],
  prerequisites: ['custom-function'],
  entryPoints: [
    {
      name: 'Checkpoint',
      kind: 'class',
      signature:
        'class Checkpoint extends autograd.Function { static forward(ctx, fn, preserve_rng_state, ...inputs): Tensor; static backward(ctx, grad): (Tensor | null)[] }',
    },
  ],
  limits: { timeLimitMs: 3000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'The forward of an `autograd.Function` records nothing, so `fn` saves nothing there: that is half of the work done. What must you still have when backward comes, so that you can run `fn` again and get the same result?',
      zh: '`autograd.Function` 的 forward 不记录任何运算，所以 `fn` 在里面什么也不会保存：一半的工作已经完成了。等到反向传播时，手里还必须有什么，才能重新运行 `fn` 并得到同样的结果？',
    },
    {
      en: 'Backward does not record either: switch recording on for the second run. Run it on inputs that are leaves of a small graph of their own, `t.detach()` with the `requires_grad` of the original, or the inner backward walks on into the graph outside.',
      zh: 'backward 里同样不记录，第二次运行时要把记录打开。第二次运行的输入应当是一张独立小图的叶子：`t.detach()`，再设成与原来相同的 `requires_grad`；否则内层的反向传播会一路走进外面的计算图。',
    },
    {
      en: 'In backward: `const now = torch.get_rng_state()`, set the state of then, `const output = torch.enable_grad(() => fn(...inputs))`, set `now` again, `output.backward(grad)`, and return `[null, null, ...inputs.map((t) => t.grad)]`.',
      zh: '在 backward 里：`const now = torch.get_rng_state()`，恢复当时的状态，`const output = torch.enable_grad(() => fn(...inputs))`，再恢复 `now`，`output.backward(grad)`，最后返回 `[null, null, ...inputs.map((t) => t.grad)]`。',
    },
  ],
} as const satisfies Challenge;
