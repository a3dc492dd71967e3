import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-lines-unfreeze',
    stage: 'concept',
    kind: 'multiple',
    prompt: '所有参数都已冻结。执行下面哪些语句之后，`layer2` 的参数会需要梯度？',
    options: [
      {
        text: '`model.layer2.requires_grad = true`',
        right: false,
        why: '只是在模块上新建了一个属性。autograd 看的是张量，不是模块。',
      },
      {
        text: '`model.layer2.requires_grad_(true)`',
        right: true,
        why: '这个方法会设置该模块之下每一个参数的标志。',
      },
      {
        text: '`for (const p of model.layer2.parameters()) p.requires_grad = true`',
        right: true,
        why: '在张量上，这个属性就是标志本身。',
      },
      { text: '`model.layer2.train()`', right: false, why: '模式影响的是 dropout 和批量归一化，与梯度无关。' },
      {
        text: '`optimizer.add_param_group({ params: model.layer2.parameters() })`',
        right: false,
        why: '优化器会收下它们，但没有梯度，每一步都会跳过。',
      },
    ],
  },
  {
    id: 'why-no-error',
    stage: 'concept',
    kind: 'single',
    prompt: '除了新的输出层，没有任何参数需要梯度。`loss.backward()` 为什么没有报错？',
    options: [
      {
        text: '损失总是需要梯度。',
        right: false,
        why: '只有参与计算的某个张量需要梯度时才如此。如果用的是旧的、已冻结的输出层，就会报错。',
      },
      { text: '评估模式下 `backward()` 什么也不做。', right: false, why: '模式不影响 autograd。' },
      {
        text: '输出层是在冻结之后创建的，新参数默认需要梯度。',
        right: true,
        why: '只要有一个叶子需要梯度，就有一条从它到损失的计算图。',
      },
    ],
  },
  {
    id: 'running-variance',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '新建一个默认设置的 `nn.BatchNorm1d(1)`，在训练模式下输入两次 `[[0], [2], [4]]`，再在评估模式下输入三次。此时它的 `running_var` 是多少？',
    answer: 1.57,
    tolerance: 0.001,
    why: '收集的是无偏方差，即 4。初始值为 1，动量为 0.1：0.9 · 1 + 0.1 · 4 = 1.3，再 0.9 · 1.3 + 0.1 · 4 = 1.57。评估模式不改变它。',
  },
  {
    id: 'order-of-the-setup',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: '把下面的步骤排好顺序，使得只有输出层和最后一个模块得到训练。',
    items: [
      '冻结预训练模型的所有参数。',
      '解冻最后一个模块的参数，并换上新的输出层。',
      '收集需要梯度的参数。',
      '用这些参数创建优化器。',
      '切换到训练模式。',
      '运行训练循环。',
      '切换到评估模式，然后验证、保存。',
    ],
    why: '优化器保存的是创建时拿到的那些张量，所以在收集参数之前，输出层必须已经换好，标志也必须已经确定。',
  },
  {
    id: 'a-test-for-it',
    stage: 'trade-off',
    kind: 'short',
    prompt: '在花钱跑训练之前，用什么样的简短自动测试可以发现这个 bug？',
    rubric: [
      { points: 1, says: '复制一份状态，让优化器走一步，比较哪些项发生了变化。' },
      { points: 1, says: '断言 `requires_grad` 为真的名称列表，或断言优化器里恰好是这些参数。' },
      { points: 1, says: '检查这一步中各模块的模式，或检查滑动统计量是否发生变化。' },
    ],
    model:
      '先复制 `state_dict()`，用一个很小的批次走一步，断言输出层和最后一个模块的各项发生了变化，其余各项逐位相等。在此之前，先断言 `requires_grad` 为真的名称列表。被训练的模块的滑动统计量也必须变化，这样忘记调用 `train()` 也能查出来。',
  },
] as const satisfies QuestionSet;
