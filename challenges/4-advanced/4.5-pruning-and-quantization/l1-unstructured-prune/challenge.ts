import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'l1-unstructured-prune',
  version: 1,
  question: '4.5',
  title: { en: 'Prune the smallest weights', zh: '剪掉最小的权重' },
  kind: 'implement',
  difficulty: 3,
  minutes: 35,
  concepts: [
    'nn.utils.prune',
    'register_buffer',
    'register_parameter',
    'register_forward_pre_hook',
    'topk',
    'reparametrization',
    'sparsity',
  ],
  prerequisites: ['module-from-scratch'],
  entryPoints: [
    {
      name: 'l1_unstructured',
      kind: 'function',
      signature: 'l1_unstructured(module: nn.Module, name: string, amount: number): nn.Module',
    },
    {
      name: 'remove',
      kind: 'function',
      signature: 'remove(module: nn.Module, name: string): nn.Module',
    },
  ],
  limits: { timeLimitMs: 1500, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-6 },
  hints: [
    {
      en: 'Zeros written into the weight last until the next optimizer step. What must happen before each forward so that they last for good, and which two tensors does the module have to keep for it?',
      zh: '直接往权重里写 0，只能维持到下一次 optimizer.step。要让它一直为 0，每次前向之前必须做什么？模块为此要保存哪两个张量？',
    },
    {
      en: '`register_forward_pre_hook` runs before every forward. There, assign to `module[name]` a plain tensor, original times mask, computed with its graph: the product rule of autograd masks the gradient for you. Read both from the module inside the hook.',
      zh: '`register_forward_pre_hook` 在每次前向之前运行。在里面把“原始参数 × 掩码”这个普通张量（带计算图）赋给 `module[name]`：autograd 对乘法求导时自然会给梯度乘上掩码。两个张量都要在钩子里从模块上现取。',
    },
    {
      en: '`const left = mask.nonzero().squeeze(1)` are the elements that are left; `left.index_select(0, scores.index_select(0, left).abs().topk(count, { largest: false })[1])` are the ones to set to 0 in a flat copy of the mask. `Reflect.deleteProperty(module, name)`, then `register_parameter` the very same Parameter as `…_orig`.',
      zh: '`const left = mask.nonzero().squeeze(1)` 是还剩下的元素；`left.index_select(0, scores.index_select(0, left).abs().topk(count, { largest: false })[1])` 就是要在展平的掩码副本里置 0 的位置。先 `Reflect.deleteProperty(module, name)`，再把同一个 Parameter 用 `register_parameter` 注册为 `…_orig`。',
    },
  ],
} as const satisfies Challenge;
