import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'log-training-curves',
  version: 1,
  question: '3.2',
  title: { en: 'Curves that tell the truth', zh: '如实的训练曲线' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: ['SummaryWriter', 'add_scalar', 'global_step', 'eval', 'no_grad', 'item'],
  prerequisites: ['training-loop'],
  entryPoints: [{ name: 'fit', kind: 'function', signature: 'fit(run: Run): void' }],
  limits: { timeLimitMs: 3000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-6 },
  hints: [
    {
      en: 'There are two clocks: one counts batches and never goes back, one counts epochs. Which tag runs on which? And what has to be different about the model while it is only looked at?',
      zh: '这里有两个时钟：一个数批次，从不归零；一个数 epoch。哪个标签用哪个？另外，只是看一看模型的时候，它应该有什么不同？',
    },
    {
      en: 'A mean of batch means weighs the samples of a small last batch more: keep a sum of `loss.item() * batch size` and a count of samples. `eval()` changes layers, `no_grad` stops recording; validation needs both. And read the rate before `scheduler.step()`.',
      zh: '对批次平均值再取平均，会让最后那个小批次里的样本权重变大：应当累计 `loss.item() * 批次大小` 和样本数。`eval()` 改变层的行为，`no_grad` 停止记录，验证时两者都要。学习率要在 `scheduler.step()` 之前读取。',
    },
    {
      en: '`model.eval(); torch.no_grad(() => { for (const [x, y] of val_loader) { const output = model(x); sum += loss_fn(output, y).item() * y.size(0); correct += output.argmax(1).eq(y).sum().item(); count += y.size(0); } })`, then `add_scalar("Loss/val", sum / count, epoch)`; at the start of the next epoch `model.train()`.',
      zh: '`model.eval(); torch.no_grad(() => { for (const [x, y] of val_loader) { const output = model(x); sum += loss_fn(output, y).item() * y.size(0); correct += output.argmax(1).eq(y).sum().item(); count += y.size(0); } })`，再 `add_scalar("Loss/val", sum / count, epoch)`；下一个 epoch 开始时 `model.train()`。',
    },
  ],
} as const satisfies Challenge;
