import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'resume-exactly',
  version: 1,
  question: '3.4',
  title: { en: 'Resume exactly where it stopped', zh: '断点续训，分毫不差' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: [
    'torch.save',
    'torch.load',
    'state_dict',
    'load_state_dict',
    'get_rng_state',
    'set_rng_state',
    'Generator',
    'lr_scheduler',
  ],
  prerequisites: ['train-with-early-stopping'],
  entryPoints: [
    { name: 'save_checkpoint', kind: 'function', signature: 'save_checkpoint(run: Run, epoch: number): Uint8Array' },
    { name: 'load_checkpoint', kind: 'function', signature: 'load_checkpoint(bytes: Uint8Array, run: Run): number' },
  ],
  limits: { timeLimitMs: 4000, memoryMibMax: 256 },
  tolerance: { rtol: 0, atol: 0 },
  hints: [
    {
      en: 'List everything that the next training step reads, beyond the weights. What does Adam remember from one step to the next? What does dropout read?',
      zh: '除了权重，下一个训练步还会读取什么？把它们列出来。Adam 从上一步到下一步记住了什么？dropout 又读取了什么？',
    },
    {
      en: 'Model, optimizer and scheduler each have `state_dict()` and `load_state_dict()`. Random streams have `torch.get_rng_state()` and `torch.set_rng_state()`, a generator of its own `get_state()` and `set_state()`.',
      zh: '模型、优化器和调度器都有 `state_dict()` 与 `load_state_dict()`。随机数流则有 `torch.get_rng_state()` 与 `torch.set_rng_state()`，单独的生成器有 `get_state()` 与 `set_state()`。',
    },
    {
      en: '`torch.save({ model: model.state_dict(), optimizer: optimizer.state_dict(), scheduler: scheduler.state_dict(), epoch, rng: torch.get_rng_state(), generator: generator.get_state() })`, and the mirror image of it for loading, random states last.',
      zh: '`torch.save({ model: model.state_dict(), optimizer: optimizer.state_dict(), scheduler: scheduler.state_dict(), epoch, rng: torch.get_rng_state(), generator: generator.get_state() })`；加载时对称地逐项恢复，随机状态放在最后。',
    },
  ],
} as const satisfies Challenge;
