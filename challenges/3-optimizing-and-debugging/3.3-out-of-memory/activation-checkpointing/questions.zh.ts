import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-it-costs',
    stage: 'concept',
    kind: 'single',
    prompt: '网络的每个块都做激活重计算。与直接训练相比，一个训练步的代价是多少？',
    options: [
      {
        text: '计算量大约多三分之一',
        right: true,
        why: '反向的计算量约为前向的两倍，一步相当于三次前向；再多一次前向就是四次。',
      },
      {
        text: '计算量翻倍',
        right: false,
        why: '只有前向运行了两遍，占大头的反向只运行一遍。',
      },
      {
        text: '计算量不变，但内存访问变慢',
        right: false,
        why: '并没有把数据搬到别处：没有保存的内容是重新算出来的。',
      },
      {
        text: '梯度变得不那么精确',
        right: false,
        why: '第二次运行重复第一次，梯度相同。这纯粹是用时间换内存。',
      },
    ],
  },
  {
    id: 'where-to-cut',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '一条由 100 个相同的层组成的链，每层保存一份激活。把它切成 k 个等长的部分做重计算：要保留 k 份输入；重新运行某一部分时，还有它的 100/k 份激活。同一时刻最少要保存多少份激活？',
    answer: 20,
    tolerance: 0,
    why: '$k + 100/k$ 在 $k = \\sqrt{100} = 10$ 时最小，等于 20。这就是切成 $\\sqrt n$ 段的由来：只多做一次前向，内存便只随深度的平方根增长。',
  },
  {
    id: 'batch-norm-counts-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '一个新建的、处于训练模式的 `BatchNorm1d(3)`，放在 `Checkpoint`（或 `torch.utils.checkpoint`）里运行，前向一次、反向一次。之后 `num_batches_tracked` 是多少？',
    answer: 2,
    tolerance: 0,
    why: '第二次运行是真的运行：滑动统计量用同一批数据又更新了一次，相当于 momentum 变大了。梯度仍然正确，因为训练模式不读取它们。可以把归一化层放在重计算的部分之外，或者把 momentum 换成 $1 - \\sqrt{1 - m}$。',
  },
  {
    id: 'no-input-requires-a-gradient',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '对模型的第一个块用 `use_reentrant=True` 做重计算，它的输入就是数据批次，不需要梯度。会怎样？',
    options: [
      {
        text: '它的参数得不到梯度，而且只有一条警告。',
        right: true,
        why: '如果一个 Function 的张量输入都不需要梯度，它就不会被记录；参数藏在 `fn` 里。改用 `use_reentrant=False` 就可以；给批次设 `requires_grad_()` 也可以。',
      },
      {
        text: '一切正常，因为参数需要梯度。',
        right: false,
        why: '参数不是这个 Function 的输入，自动求导要到第二次运行才看得见它们，而第二次运行不会发生。',
      },
      {
        text: '前向时报错',
        right: false,
        why: '只有警告：“None of the inputs have requires_grad=True. Gradients will be None”。后面的层仍在训练，损失照样会下降。',
      },
      {
        text: '参数得到梯度，批次也得到梯度。',
        right: false,
        why: '两者都没有梯度。',
      },
    ],
  },
  {
    id: 'order-of-a-backward',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把重计算部分的反向过程排好顺序。',
    items: [
      '输出的梯度到达。',
      '恢复当时的随机状态。',
      '打开记录，在 detach 过的输入上重新运行这一部分。',
      '换回现在的随机状态。',
      '反向传播走过这张小图，累加到参数的 `.grad` 上。',
      '把 detach 过的输入的梯度返回给外面的计算图。',
    ],
    why: '这张小图只存在于第三步到第五步之间，所以同一时刻最多只有一个部分的激活。',
  },
  {
    id: 'which-memory-to-save',
    stage: 'trade-off',
    kind: 'short',
    prompt: '训练一个模型所需的显存超出了一倍。什么时候该用激活重计算，什么时候该用梯度累积、混合精度或切分？',
    rubric: [
      { points: 1, says: '激活重计算只减少激活，权重、梯度和优化器状态的大小不变。' },
      { points: 1, says: '用更小的微批次加梯度累积同样减少激活；只要单个样本放得下，几乎没有代价。' },
      {
        points: 1,
        says: '如果占满显存的是权重和优化器状态，就要切分或降低它们的精度；混合精度能让激活减半。',
      },
    ],
    model:
      '先看显存被什么占用。如果是激活，最便宜的是减小微批次并累积梯度，除非有批量归一化，或者批次太小导致硬件效率下降；混合精度大约能让激活减半，而且更快。如果单个样本就已经太大，例如长序列或很深的网络，我会对各个块做激活重计算，多付出大约三分之一的时间。如果占满显存的是权重、梯度和 Adam 的两份状态，上面这些都没用，应当切分（ZeRO、FSDP）、换状态更小的优化器，或者减少可训练的参数。',
  },
] as const satisfies QuestionSet;
