import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'unregistered-layer',
    stage: 'concept',
    kind: 'single',
    prompt: '某个模型把各层存成 `this.layers = [new nn.Linear(4, 8), new nn.Linear(8, 2)]`。训练时会怎样？',
    options: [
      { text: '前向传播报错。', right: false, why: '这些层本身照常可以调用，放在数组里并不妨碍。' },
      {
        text: '能算出结果，但优化器拿不到参数。',
        right: true,
        why: '不会到数组里去找模块。参数列表为空时 PyTorch 的优化器会报错；如果还有别的层注册了，就什么提示都没有。',
      },
      {
        text: '能正常训练，只是 `state_dict()` 为空。',
        right: false,
        why: '`parameters()` 和 `state_dict()` 遍历的是同一棵树，一个找不到的，另一个也找不到。',
      },
    ],
  },
  {
    id: 'what-eval-changes',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`model.eval()` 改变了什么？',
    options: [
      {
        text: '`nn.Dropout` 原样输出它的输入。',
        right: true,
        why: '它看自己的 `training` 标记，而 `eval()` 会把每个子模块的标记都设为 false。',
      },
      {
        text: '`nn.BatchNorm` 改用滑动统计量。',
        right: true,
        why: '评估模式下用保存的均值和方差做归一化，并且不再更新它们。',
      },
      { text: '不再记录计算图。', right: false, why: '那是 `no_grad` 的作用。评估模式下的前向传播照样可以求导。' },
      { text: '参数的 `requires_grad` 变为 false。', right: false, why: '模式和梯度追踪是两回事。' },
    ],
  },
  {
    id: 'softmax-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '某个三分类模型末尾加了 softmax，输出再送进 `nn.CrossEntropyLoss`。假设它预测正确，而且把握大到了极限：对类别 0 的样本输出 `[1, 0, 0]`。损失是多少（保留三位小数）？',
    answer: 0.551,
    tolerance: 0.001,
    why: '损失函数内部又做了一次 softmax：$-\\log\\big(e / (e + 2)\\big) \\approx 0.551$，再也降不下去。',
  },
  {
    id: 'count-the-parameters',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '`TwoLayerClassifier(20, 50, 3, 0.5)` 一共有多少个参数？',
    answer: 1203,
    tolerance: 0,
    why: '`fc1` 有 $20 \\cdot 50 + 50 = 1050$ 个，`fc2` 有 $50 \\cdot 3 + 3 = 153$ 个，dropout 没有参数。',
  },
  {
    id: 'module-or-sequential',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候用 `nn.Sequential` 就够了，什么时候要自己写类和 `forward`？',
    rubric: [
      { points: 1, says: 'Sequential 适合一条直线的结构，每层一个输入、一个输出。' },
      { points: 1, says: '有分支、残差连接、多个输入或输出、控制流时，要自己写类。' },
      { points: 1, says: '自己写类能给各部分命名：`state_dict` 的键可读，冻结或替换某一层也方便。' },
    ],
    model:
      '各层首尾相接成一条直线时，`nn.Sequential` 就够了。一旦有残差连接、第二个输入，或者要根据数据走不同分支，我就自己写类。即使是直线结构，写成类也有好处：各部分有名字，检查点的键一目了然，要替换输出层时也容易找到。',
  },
] as const satisfies QuestionSet;
