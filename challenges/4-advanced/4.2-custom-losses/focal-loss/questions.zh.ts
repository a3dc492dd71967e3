import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-gamma-does',
    stage: 'concept',
    kind: 'single',
    prompt: '$\\gamma$ 从 0 变成 2，$\\alpha$ 不变，会有什么变化？',
    options: [
      { text: '正样本比负样本更受重视。', right: false, why: '那是 $\\alpha$ 的作用。' },
      {
        text: '已经答对的样本权重变小，两个类别都是如此。',
        right: true,
        why: '因子 $(1 - p_t)^2$ 取决于模型答对的程度，与类别无关。',
      },
      { text: '答错的样本权重比原来更大。', right: false, why: '因子不会超过 1，它们只是相对而言更重要。' },
    ],
  },
  {
    id: 'which-are-stable',
    stage: 'concept',
    kind: 'multiple',
    prompt: '某个正样本的 logit 为 $x = -200$。在 float32 下，下面哪些写法是对的？',
    options: [
      { text: '`logsigmoid(x)`', right: true, why: '结果是 −200，斜率为 1。' },
      { text: '`sigmoid(x).log()`', right: false, why: 'sigmoid 等于 0，它的对数是 −∞。' },
      {
        text: '`sigmoid(x).clamp(1e-7).log()`',
        right: false,
        why: '结果是 −16.1，梯度为 0：模型永远无法从这个样本中学到东西。',
      },
      {
        text: '`binary_cross_entropy_with_logits(x, 1)`',
        right: true,
        why: '结果是 200：直接由 logit 计算，中间不经过概率。',
      },
    ],
  },
  {
    id: 'weight-of-an-easy-negative',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '某个负样本的 logit 为 $x = -3$，取 $\\gamma = 2$，不使用 $\\alpha$。损失对 $x$ 的梯度是多少？保留五位小数。',
    answer: 0.00031,
    tolerance: 0.000006,
    why: '这里 $s = 3$，$p_t = 0.95257$，$q = 0.04743$。梯度为 $-q^2 (2 p_t \\log p_t - q) = 0.04743^2 \\cdot (0.09257 + 0.04743) = 0.00031$。少了第一项就只有 0.00011。',
  },
  {
    id: 'from-logit-to-loss',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把数值稳定的计算过程按顺序排好。',
    items: [
      '对负样本，把 logit 变号。',
      '对边际和它的相反数分别取 `logsigmoid`。',
      '把后者乘以 γ 并取指数。',
      '与前者相乘，再变号。',
      '乘以 α 或 1 − α。',
      '归约。',
    ],
    why: '凡是可能下溢的量都保持对数形式，直到取指数为止；指数的结果变成 0 也没有关系。',
  },
  {
    id: 'focal-or-resampling',
    stage: 'trade-off',
    kind: 'short',
    prompt: '每 2000 笔交易中有一笔是欺诈。用 focal loss、类别权重还是重采样？要关注什么？',
    rubric: [
      { points: 1, says: '说清区别：类别权重和重采样对同类样本一视同仁，focal loss 按难度加权。' },
      { points: 1, says: '指出 focal loss 的风险：困难样本可能是标错的，概率也不再校准。' },
      { points: 1, says: '在保持真实比例的数据上看精确率与召回率（或其曲线），而不是准确率。' },
    ],
    model:
      '我会先用普通交叉熵加类别权重，因为之后修正概率很容易。当绝大多数负样本都极其容易时，focal loss 才划算；它同样会放大标错的交易，并且扭曲概率，所以要重新校准。比较时看真实比例数据上精确率-召回率曲线下的面积，因为一个从不报欺诈的模型准确率也有 99.95 %。',
  },
] as const satisfies QuestionSet;
