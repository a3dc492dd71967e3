import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-the-log-was-right',
    stage: 'concept',
    kind: 'single',
    prompt: '为什么 `best_epoch` 和 `best_loss` 都对，权重却不对？',
    options: [
      {
        text: '数在赋值时就复制了；张量只是内存的句柄，训练会继续修改那块内存。',
        right: true,
        why: '三样东西是同一时刻保存的，只有权重之后还会变。',
      },
      {
        text: '`state_dict()` 是惰性求值的，到最后才读取。',
        right: false,
        why: '它当场就建好了，只是每一项都引用着模型正在使用的张量。',
      },
      { text: '比较时用错了 epoch。', right: false, why: '那样的话报告也会出错。' },
      {
        text: '`load_state_dict` 会跳过不需要梯度的张量。',
        right: false,
        why: '状态里的每一项它都会复制。',
      },
    ],
  },
  {
    id: 'which-share-memory',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`w` 是 CPU 上的 float32 参数。下面哪些与它共享内存？',
    options: [
      { text: '`w.detach()`', right: true, why: '离开的是计算图，不是内存。' },
      { text: '`w.float()`', right: true, why: 'dtype 本来就是 float32，返回的就是 `w` 自己。' },
      { text: '`w.cpu()`', right: true, why: '它本来就在 CPU 上。如果在 GPU 上，同样的调用就会复制。' },
      { text: '`w.double()`', right: false, why: 'dtype 不同，需要另外的内存。' },
      { text: '`w.clone()`', right: false, why: '一定会复制，不过仍留在计算图里。' },
    ],
  },
  {
    id: 'sum-after-a-step',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`m = nn.Linear(2, 1)` 的两个权重都是 1，偏置为 0。`a = m.state_dict()`，`b` 保存每一项的 `v.clone()`。用 `lr` 为 0.5 的 SGD，对损失 `m(torch.ones(1, 2)).sum()` 更新一步。`a.weight.sum() − b.weight.sum()` 是多少？',
    answer: -1,
    tolerance: 1e-6,
    why: '每个权重的梯度都是 1，所以各移动 −0.5。`a` 跟着变，和为 1；`b` 的和仍是 2。',
  },
  {
    id: 'which-test-finds-it',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '只要最佳 epoch 不是最后一个，训练结束时做哪项检查一定能发现这个错误？',
    options: [
      {
        text: '把恢复后的模型再验证一次，与 `best_loss` 比较。',
        right: true,
        why: '检验的正是要交付的东西。有这个错误时，得到的是最后一个 epoch 的损失。',
      },
      { text: '检查 `best_epoch` 是否小于 epoch 总数。', right: false, why: '有这个错误时，报告同样是对的。' },
      { text: '检查 `best_state` 的键是否与模型一致。', right: false, why: '键是一致的，错的是值。' },
      { text: '检查训练损失是否下降。', right: false, why: '训练本身从来没有问题。' },
    ],
  },
  {
    id: 'memory-or-file',
    stage: 'trade-off',
    kind: 'short',
    prompt: '最佳权重应该留在内存里，还是写成文件？各有什么理由？',
    rubric: [
      { points: 1, says: '内存：快，不占磁盘；但模型多了一份，不移走的话还占着显存。' },
      { points: 1, says: '文件：崩溃后还在，可以直接交付；但写入要花时间，并且必须保证原子性。' },
      { points: 1, says: '只在有改进时写，或者先复制到 CPU，再在后台写出。' },
    ],
    model:
      '留在内存里很快，但大模型要存两份，不克隆到 CPU 就会占用显存，而且程序崩溃就没了。写成文件可以保留下来、直接部署，但每次写入都要花时间，还可能写到一半中断，所以要先写临时文件再改名。我会在有改进时克隆到 CPU，再把这份副本写出去，最晚在训练结束时写完。',
  },
] as const satisfies QuestionSet;
