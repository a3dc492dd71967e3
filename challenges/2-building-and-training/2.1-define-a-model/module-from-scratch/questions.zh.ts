import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'parameter-or-buffer',
    stage: 'concept',
    kind: 'multiple',
    prompt: '下面哪些应当放进缓冲区（buffer）？',
    options: [
      {
        text: '批量归一化累积的均值',
        right: true,
        why: '它由 forward 更新，而不是由优化器更新，而且检查点里必须有它。',
      },
      {
        text: '注意力层的因果掩码',
        right: true,
        why: '它是常量，但要随模型换设备；`persistent=False` 可以让它不进检查点。',
      },
      { text: '线性层的权重', right: false, why: '它要训练，所以是参数。' },
      { text: '注意力头的个数', right: false, why: '普通数字不需要设备，也不必进检查点，作属性就行。' },
    ],
  },
  {
    id: 'why-copy-in-place',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '优化器在 `load_state_dict` 之前就已创建。哪种加载方式会让它失效？',
    options: [
      {
        text: '把加载的张量注册到参数的位置上',
        right: true,
        why: '优化器持有并更新旧的对象，模型读取的却是新的。',
      },
      {
        text: '在 `no_grad` 下把数值复制到参数里',
        right: false,
        why: '对象没有变，优化器持有的仍是模型使用的那些。',
      },
      {
        text: '都会：优化器必须在加载之后创建',
        right: false,
        why: '只要是原地复制，先后都可以。（优化器自己的状态另有 state_dict。）',
      },
    ],
  },
  {
    id: 'tied-weights',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`model = new nn.Sequential(new nn.Linear(8, 8), new nn.ReLU(), new nn.Linear(8, 8))`，然后 `model.at(2).weight = model.at(0).weight`。设 $p$ 是 `parameters()` 的个数，$s$ 是 `state_dict()` 的项数。$10p + s$ 是多少？',
    answer: 34,
    tolerance: 0,
    why: '`parameters()` 对每个张量只给一次：共享的权重和两个偏置，$p = 3$。`state_dict()` 每个名称都有：$s = 4$。',
  },
  {
    id: 'order-of-loading',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把一次稳妥的 `load_state_dict` 的步骤排序。',
    items: [
      '列出模块拥有的名称。',
      '与给出的键双向比较。',
      '两边都有的名称，比较形状。',
      '抛出一个错误，指明所有对不上的地方。',
      '在不记录计算图的情况下原地复制数值。',
    ],
    why: '所有检查都在第一次复制之前，加载失败时就什么都没有改动。（PyTorch 自己是先复制对得上的，再抛出错误。）',
  },
  {
    id: 'strict-false',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候该用 `strict=False`，怎样保证它没有掩盖错误？用两三句话说明。',
    rubric: [
      { points: 1, says: '差异是有意的时候：换了输出层、加了 adapter、只加载模型的一部分。' },
      { points: 1, says: '它会返回 missing_keys 和 unexpected_keys，要与预期比对。' },
      { points: 1, says: '前缀或改名的问题不该靠它：应当改键名，再 strict 加载。' },
    ],
    model:
      '差异是有意的我才用，例如在预训练主干上换了新的输出层；这时我会检查 missing_keys 恰好是新输出层的键，而且没有多余的键。遇到 `module.` 前缀或改过名的层，我先改键名再 strict 加载，否则这些层会悄悄保持随机值。',
  },
] as const satisfies QuestionSet;
