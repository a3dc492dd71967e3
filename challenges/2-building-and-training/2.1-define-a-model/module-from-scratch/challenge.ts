import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'module-from-scratch',
  version: 1,
  question: '2.1',
  title: { en: 'nn.Module from scratch', zh: '从零实现 nn.Module' },
  kind: 'implement',
  difficulty: 2,
  minutes: 30,
  concepts: [
    'register_parameter',
    'register_buffer',
    'register_module',
    'named_parameters',
    'state_dict',
    'load_state_dict',
    'strict',
    'train',
    'eval',
    'apply',
  ],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'Module',
      kind: 'class',
      signature:
        'class Module { training: boolean; register_parameter(name: string, value: Tensor): void; register_buffer(name: string, value: Tensor): void; register_module(name: string, module: Module): void; named_parameters(): Iterable<[string, Tensor]>; state_dict(): Record<string, Tensor>; load_state_dict(state: Record<string, Tensor>, strict?: boolean): { missing_keys: string[]; unexpected_keys: string[] }; train(mode?: boolean): this; eval(): this; apply(fn: (module: Module) => void): this }',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 0, atol: 0 },
  hints: [
    {
      en: 'Three maps are enough: parameters, buffers, modules. Everything else is one walk over the tree that carries a prefix along. Why a `Map` and not a plain object? Think of children called `1` and `0`.',
      zh: '三个 `Map` 就够了：参数、缓冲区、子模块。其余的都是带着前缀走一遍这棵树。为什么用 `Map` 而不用普通对象？想想名叫 `1` 和 `0` 的子模块。',
    },
    {
      en: 'An optimizer holds the parameter itself. So loading must not put another tensor in its place: copy the values into the one that is there, without recording. And `copy_` broadcasts: compare shapes before.',
      zh: '优化器拿着的是参数本身。所以加载时不能换成另一个张量，而要在不记录计算图的情况下，把数值复制到原有的张量里。另外 `copy_` 会广播，复制之前先比较形状。',
    },
    {
      en: "A generator `*walk(prefix)` that yields `[prefix, this]` and then `yield* child.walk(prefix + name + '.')` for each child serves `named_parameters` (skip tensors already seen), `state_dict` (`value.detach()`) and `load_state_dict` (`torch.no_grad(() => own.copy_(value))`).",
      zh: "写一个生成器 `*walk(prefix)`：先产出 `[prefix, this]`，再对每个子模块 `yield* child.walk(prefix + name + '.')`。`named_parameters`（跳过已见过的张量）、`state_dict`（`value.detach()`）和 `load_state_dict`（`torch.no_grad(() => own.copy_(value))`）都可以用它。",
    },
  ],
} as const satisfies Challenge;
