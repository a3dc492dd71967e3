import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'best-weights-bug',
  version: 1,
  question: '2.5',
  title: { en: 'The best weights that were not', zh: '名不副实的最佳权重' },
  kind: 'debug',
  difficulty: 2,
  minutes: 15,
  concepts: ['state_dict', 'load_state_dict', 'clone', 'detach', 'references', 'buffers'],
  prerequisites: ['train-with-early-stopping'],
  entryPoints: [
    {
      name: 'fit',
      kind: 'function',
      signature: 'fit(run: Run): Report',
    },
    {
      name: 'BestWeights',
      kind: 'class',
      signature:
        'class BestWeights { epoch: number; loss: number; state: State; update(epoch: number, loss: number, model: nn.Module): boolean; restore(model: nn.Module): void }',
    },
  ],
  limits: { timeLimitMs: 1500, memoryMibMax: 256 },
  tolerance: { rtol: 1e-6, atol: 1e-6 },
  hints: [
    {
      en: 'The epoch and the loss are right because they are numbers. Print one weight when it is kept and again at the end: what has happened to it in between?',
      zh: 'epoch 和损失没有错，因为它们只是数。在保存时打印一个权重，到最后再打印一次：这期间它发生了什么？',
    },
    {
      en: 'Spreading into a new object copies the names. The values are tensors, and two objects can hold the same tensor. Which operation gives a tensor memory of its own?',
      zh: '展开到一个新对象里，复制的只是名字。值是张量，两个对象可以装着同一个张量。哪个操作能让张量拥有自己的内存？',
    },
    {
      en: '`Object.fromEntries(Object.entries(model.state_dict()).map(([name, value]) => [name, value.detach().clone()]))`, and only where the epoch is an improvement.',
      zh: '`Object.fromEntries(Object.entries(model.state_dict()).map(([name, value]) => [name, value.detach().clone()]))`，并且只在有改进的 epoch 才做。',
    },
  ],
} as const satisfies Challenge;
