import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'loss-jumps-after-resume',
    stage: 'concept',
    kind: 'single',
    prompt: '重启之后，验证损失是对的，但没走几步，训练损失就跳高了，过了好一阵才降下来。最可能是哪一部分没有恢复？',
    options: [
      { text: '权重', right: false, why: '如果是权重，验证损失一开始就不对。' },
      {
        text: '优化器',
        right: true,
        why: 'Adam 的矩又从零开始，最初几步和训练刚开始时一样大。',
      },
      { text: '随机状态', right: false, why: '掩码和顺序不同，改变的是噪声，不是损失的水平。' },
      { text: 'epoch 编号', right: false, why: '它决定什么时候停止，不决定步子多大。' },
    ],
  },
  {
    id: 'what-a-step-reads',
    stage: 'concept',
    kind: 'multiple',
    prompt: '一次使用 AdamW、dropout 和 StepLR 的训练，要想分毫不差地继续，检查点里必须有哪些内容？',
    options: [
      { text: '优化器的 `state_dict()`', right: true, why: '其中有矩、步数和当前的各项设置。' },
      { text: '调度器的 `state_dict()`', right: true, why: '它的计数决定下一次衰减在什么时候。' },
      { text: '`torch.get_rng_state()`', right: true, why: 'dropout 的掩码取自这个随机数流。' },
      { text: '上一步的梯度', right: false, why: '两步之间，梯度在被读取之前就清零了。' },
      { text: '第一个进程的种子', right: false, why: '种子只能回到第一个数，回不到当前的位置。' },
    ],
  },
  {
    id: 'decays-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'SGD 的 `lr` 为 1，配合 `StepLR(step_size=2, gamma=0.1)` 训练了 3 个 epoch。在新进程里，优化器用 `load_state_dict` 恢复；调度器是在那之前新建在它上面的，然后 step 了 3 次来追赶进度。此时学习率是多少？',
    answer: 0.01,
    tolerance: 1e-9,
    why: '3 个 epoch 之后保存的学习率是 0.1。新调度器从零开始计数，它的第二步又把恢复出来的 0.1 乘以 0.1，得到 0.01。',
  },
  {
    id: 'order-of-resuming',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把续训进程的步骤按顺序排好。',
    items: [
      '构建模型。',
      '用它的参数创建优化器。',
      '在优化器上创建调度器。',
      '加载模型、优化器和调度器的 state_dict。',
      '恢复随机状态。',
      '继续下一个 epoch。',
    ],
    why: '每一部分都建立在前一部分之上。构建过程会消耗随机数，所以其他一切就绪之后才恢复随机数流。',
  },
  {
    id: 'how-often-to-save',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      '一次为期三周的训练跑在可能被抢占的机器上，检查点有 20 GB。保存什么？多久保存一次？怎样避免保存途中崩溃而前功尽弃？',
    rubric: [
      {
        points: 1,
        says: '权衡保存的代价和可能丢失的工作量：以分钟为间隔，epoch 中途也保存，并记录数据读到了哪里。',
      },
      { points: 1, says: '先写临时文件名再改名，保留最近几个以及最佳的一个。' },
      { points: 1, says: '先复制状态、在后台写盘，或者由各进程分片保存，让训练几乎不用等待。' },
    ],
    model:
      '我会保存训练步要读取的一切，外加数据读到的位置，大约每十五分钟一次，这样被抢占时平均只损失七八分钟。状态先复制到主机内存，再在后台写盘，每个进程写自己的分片。先写临时文件名，写完再改名；保留最近三个和最佳的一个，并且在正式开跑之前先演练一次续训。',
  },
] as const satisfies QuestionSet;
