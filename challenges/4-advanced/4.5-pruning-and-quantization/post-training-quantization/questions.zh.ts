import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-calibration-needs',
    stage: 'concept',
    kind: 'single',
    prompt: '静态量化的校准需要什么？',
    options: [
      {
        text: '和线上相似的输入，不需要标签。',
        right: true,
        why: '观察器在前向时记录激活值的范围，没有任何东西被训练。',
      },
      {
        text: '带标签的训练集，训练几个 epoch。',
        right: false,
        why: '那是量化感知训练。校准不更新任何参数。',
      },
      {
        text: '只需要权重。',
        right: false,
        why: '权重只能给出权重的 scale，激活值的范围取决于数据。',
      },
      {
        text: '形状正确的随机噪声。',
        right: false,
        why: '得到的是噪声的范围：真实输入要么被截断，要么只用到一小部分整数。',
      },
    ],
  },
  {
    id: 'order-of-the-steps',
    stage: 'concept',
    kind: 'ordering',
    prompt: '把 eager 模式静态量化的步骤按顺序排列。',
    items: ['`model.eval()`', '`fuse_modules`', '设置 `qconfig`', '`prepare`', '跑校准数据', '`convert`'],
    why: '融合要并入滑动统计量，所以先进入评估模式；prepare 只在有 qconfig 的地方插入观察器；convert 读取观察器看到的范围。',
  },
  {
    id: 'without-calibration',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '有人忘了校准：输入处的 `Quantize` 的 scale 是 1，零点是 0。输入 2.5 经过 `quantize_per_tensor(x, 1.0, 0, torch.quint8).dequantize()` 之后是多少？',
    answer: 2,
    tolerance: 0,
    why: '恰好一半时取偶数。对 0 到 1 之间的像素来说，这样的 scale 只留下 0 和 1。',
  },
  {
    id: 'silent-float',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: '`convert` 之后，模型大小没变，输出也和原来一模一样。可能是哪里出了错？',
    options: [
      {
        text: '在 `prepare` 之后才设置 `qconfig`。',
        right: true,
        why: 'prepare 没有找到 qconfig，没插入观察器，convert 也就没有可以替换的层。',
      },
      {
        text: '没有用 `convert` 的返回值，用的还是 prepare 之后的模型。',
        right: true,
        why: '不传 inplace 时它返回新模型，prepare 之后的那个仍用浮点计算。',
      },
      {
        text: '校准数据太少。',
        right: false,
        why: '那样 scale 会不准，但各层已经是 int8，文件也会变小。',
      },
      {
        text: '漏掉了 `fuse_modules`。',
        right: false,
        why: '那会损失速度和精度，不过各层仍会逐个被量化。',
      },
    ],
  },
  {
    id: 'size-of-a-linear',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '把一个 `Linear(1024, 1000)` 按输出通道量化：权重 int8，偏置 float32，每个通道一个 float64 的 scale 和一个 int64 的零点。它比 float32 时小多少倍（保留一位小数）？',
    answer: 3.9,
    tolerance: 0.06,
    why: '$4 \\cdot 1024 \\cdot 1000 + 4000 = 4\\,100\\,000$ 字节变成 $1\\,024\\,000 + 4000 + 16\\,000 = 1\\,044\\,000$ 字节：3.93 倍。每个通道的权重越少，附带的部分占比越高。',
  },
  {
    id: 'accuracy-fell',
    stage: 'trade-off',
    kind: 'short',
    prompt: '静态量化之后，模型的准确率掉了四个点。你会怎么做？',
    rubric: [
      { points: 1, says: '逐层找原因：比较浮点和 int8 的输出，或者一次只量化一层。' },
      {
        points: 1,
        says: '先试代价小的办法：更多或更合适的校准数据、直方图观察器、逐通道 scale、把最差的几层留在浮点。',
      },
      { points: 1, says: '不够时才做量化感知训练，并说出它的代价。' },
    ],
    model:
      '先确认校准用的是和线上相似的数据，并且处于评估模式。再逐层比较两个模型的激活值，找出误差从哪里来，常见的是首层、末层或者有离群值的层。代价小的办法有：逐通道 scale、用直方图代替最大最小值、增加校准数据、把少数敏感层留在浮点。还不够，就用伪量化微调一两个 epoch，这需要标签、训练流程和时间。',
  },
] as const satisfies QuestionSet;
