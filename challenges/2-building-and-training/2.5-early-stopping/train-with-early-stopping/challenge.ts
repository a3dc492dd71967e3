import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'train-with-early-stopping',
  version: 1,
  question: '2.5',
  title: { en: 'Train with early stopping', zh: '带早停的训练' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: ['train', 'eval', 'no_grad', 'state_dict', 'load_state_dict', 'clone', 'patience', 'min_delta'],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'train_with_early_stopping',
      kind: 'function',
      signature: 'train_with_early_stopping(run: Run): { best_epoch: number; best_loss: number; val_losses: number[] }',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-6, atol: 1e-6 },
  hints: [
    {
      en: 'Compare each validation loss with the best one so far, not with the one before. What three things change when an epoch is the best?',
      zh: '每个验证损失都要和目前最好的比，而不是和上一个比。当某个 epoch 成为最佳时，有哪三样东西要更新？',
    },
    {
      en: '`state_dict()` hands out the live tensors. Training goes on in the same memory, so a “best” that was not copied is always the newest.',
      zh: '`state_dict()` 给出的是模型正在使用的那些张量。训练会在同一块内存里继续，没有复制的“最佳权重”永远等于最新权重。',
    },
    {
      en: 'On an improvement (`loss < best_loss - min_delta`): keep the loss, keep `v.detach().clone()` for every entry of `state_dict()`, set the count to 0. Otherwise `if (++stale === patience) break`. After the loop, on both ways out: `model.load_state_dict(best)`.',
      zh: '有改进时（`loss < best_loss - min_delta`）：记下损失，对 `state_dict()` 的每一项保存 `v.detach().clone()`，计数归零；否则 `if (++stale === patience) break`。无论循环怎样结束，之后都要 `model.load_state_dict(best)`。',
    },
  ],
} as const satisfies Challenge;
