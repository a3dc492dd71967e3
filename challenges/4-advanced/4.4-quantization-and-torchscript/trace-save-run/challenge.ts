import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'trace-save-run',
  version: 1,
  question: '4.4',
  title: { en: 'Trace, save, run without the class', zh: 'trace、保存、脱离类运行' },
  kind: 'implement',
  difficulty: 2,
  minutes: 20,
  concepts: ['jit.trace', 'jit.save', 'jit.load', 'eval', 'no_grad', 'dropout', 'running statistics'],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'export_model',
      kind: 'function',
      signature: 'export_model(model: nn.Module, example: Tensor): Uint8Array',
    },
    {
      name: 'run_model',
      kind: 'function',
      signature: 'run_model(file: Uint8Array, batches: readonly Tensor[]): Tensor[]',
    },
    {
      name: 'largest_difference',
      kind: 'function',
      signature: 'largest_difference(model: nn.Module, file: Uint8Array, batches: readonly Tensor[]): number',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'A trace holds what ran. What do dropout and batch normalisation run while the model is in training mode, and what does a forward pass in that mode leave behind?',
      zh: 'trace 留下的是运行过的内容。模型处于训练模式时，dropout 和批量归一化运行的是什么？在这种模式下前向一次，会留下什么痕迹？',
    },
    {
      en: 'Put the model into evaluation mode **before** tracing. To put it back, one flag is not enough: note `training` of every module of `model.modules()`, or trace a copy.',
      zh: '要在 trace **之前**切到评估模式。恢复的时候，只记一个标志不够：记下 `model.modules()` 中每个模块的 `training`，或者对副本做 trace。',
    },
    {
      en: '`torch.jit.trace(model.eval(), example).save()`; then `const program = torch.jit.load(file)` once and `torch.no_grad(() => batches.map((x) => program(x)))`; and `Math.max(0, ...differences)`, which keeps a `NaN`, unlike `if (d > worst)`.',
      zh: '`torch.jit.trace(model.eval(), example).save()`；然后 `const program = torch.jit.load(file)` 只做一次，再 `torch.no_grad(() => batches.map((x) => program(x)))`；最后用 `Math.max(0, ...differences)`，它会保留 `NaN`，而 `if (d > worst)` 不会。',
    },
  ],
} as const satisfies Challenge;
