import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'training-loop',
  version: 1,
  question: '3.1',
  title: { en: 'The training loop', zh: '训练循环' },
  kind: 'implement',
  difficulty: 1,
  minutes: 20,
  concepts: ['zero_grad', 'backward', 'step', 'item', 'train', 'DataLoader', 'lr_scheduler'],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'train',
      kind: 'function',
      signature: 'train(run: Run): number[]',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-6 },
  hints: [
    {
      en: 'For one batch there are five steps: clear, forward, loss, backward, step. Which of them must happen for each batch, and what only for each epoch?',
      zh: '处理一个批次有五步：清零、前向、求损失、反向、更新。哪些是每个批次都要做的，哪些每个 epoch 只做一次？',
    },
    {
      en: 'The last batch may be smaller, so its mean must not weigh as much as the others. And a loss that you keep as a tensor keeps its graph with it; what is the number inside it?',
      zh: '最后一个批次可能更小，它的均值不能和其他批次占同样的分量。另外，以张量形式保存的损失会连着它的计算图一起留下来，里面的那个数怎么取？',
    },
    {
      en: '`total += loss.item() * x.shape[0]` and `count += x.shape[0]` in each batch; after the batches, `losses.push(total / count)` and, once, `scheduler.step()`.',
      zh: '每个批次里 `total += loss.item() * x.shape[0]`、`count += x.shape[0]`；所有批次之后 `losses.push(total / count)`，再调用一次 `scheduler.step()`。',
    },
  ],
} as const satisfies Challenge;
