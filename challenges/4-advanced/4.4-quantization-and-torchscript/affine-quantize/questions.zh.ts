import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-zero-is-exact',
    stage: 'concept',
    kind: 'single',
    prompt: 'PyTorch 为什么要保证 0 没有表示误差？',
    options: [
      {
        text: '0 到处都是，来自 ReLU 和填充：它们都带同样的误差，就会累加起来。',
        right: true,
        why: '其他数值的误差有正有负，大多相互抵消；这一个则不会。',
      },
      {
        text: '否则 scale 会是负数。',
        right: false,
        why: 'scale 是间距，总是正的。',
      },
      {
        text: '除以 scale 的时候需要有一个零。',
        right: false,
        why: 'scale 不会为零；0 落在哪里与除法无关。',
      },
      {
        text: '这样 `qint8` 和 `quint8` 的编码才相同。',
        right: false,
        why: '它们的编码本来就不同。',
      },
    ],
  },
  {
    id: 'order-of-quantizing',
    stage: 'concept',
    kind: 'ordering',
    prompt: '从实数到编码，给各步排出顺序。',
    items: ['除以 scale', '舍入，一半取偶数', '加 zero point', 'clamp 到编码范围', '转换成 8 位'],
    why: '换一种顺序就有一种错误：先加再舍入，一半会取错；先 clamp 再加，截掉的不是该截的；先转换再 clamp，已经绕回去了。',
  },
  {
    id: 'a-code-by-hand',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt: '在 `torch.quantize_per_tensor(torch.tensor([2.5]), 1.0, 7, torch.quint8)` 中，2.5 的编码是多少？',
    answer: 9,
    tolerance: 0,
    why: 'round(2.5) 取相邻的偶数 2，2 + 7 = 9。先加则是 round(9.5) = 10。',
  },
  {
    id: 'an-outlier',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '激活值在 0 到 5.1 之间，但有一个是 51。如果范围取自最小值和最大值，其余数值的最大舍入误差会变成原来的多少倍？',
    answer: 10,
    tolerance: 0,
    why: '一级的大小从 5.1/255 变成 51/255。直方图 observer 会宁可截掉这个离群值。',
  },
  {
    id: 'per-channel-what',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: '对 `Conv2d` 的权重沿第 0 轴按通道量化，下面哪些说法正确？',
    options: [
      {
        text: '每个输出通道有自己的 scale。',
        right: true,
        why: '权重的第 0 轴就是输出通道。',
      },
      {
        text: 'scale 可以提到乘积之和的外面。',
        right: true,
        why: '同一个输出的所有乘积共用一个权重 scale。沿输入轴就不行了。',
      },
      {
        text: '编码占用的内存变多了。',
        right: false,
        why: '每个编码仍是 8 位，多出来的只是少数几个参数。',
      },
      {
        text: '权重小的卷积核不会再因为某个大的卷积核而损失精度。',
        right: true,
        why: '它的级差取决于它自己的范围。',
      },
    ],
  },
  {
    id: 'affine-or-symmetric',
    stage: 'trade-off',
    kind: 'short',
    prompt: '仿射还是对称，整个张量还是按通道：权重用什么，激活值用什么，为什么？',
    rubric: [
      { points: 1, says: '权重用对称、按输出通道：大致以零为中心，事先已知，没有 zero point 的项。' },
      { points: 1, says: '激活值用仿射、整个张量：ReLU 之后只有一边；只有一个 scale，求和才能留在整数里。' },
      { points: 1, says: '说出一种代价：对称范围浪费编码，或者 zero point 带来额外的项。' },
    ],
    model:
      '权重大致以零为中心，而且事先已知，所以用对称的 qint8，按输出通道：zero point 为 0，不会出现在求和里。激活值在 ReLU 之后只有一边，对称范围会浪费一半编码，所以用仿射的 quint8，整个张量一个 scale，因为每个输入通道一个 scale 就无法提到求和外面。代价是 zero point 的修正项，不过可以事先算好。',
  },
] as const satisfies QuestionSet;
