import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'variable-today',
    stage: 'concept',
    kind: 'single',
    prompt: '在今天的 PyTorch 里，`Variable` 和 `Tensor` 是什么关系？',
    options: [
      {
        text: '0.4 起两者合并：张量自己记录历史，`Variable(x)` 得到的就是一个张量。',
        right: true,
        why: '它与 `x` 共享内存，`requires_grad` 按要求设置。`isinstance(t, Variable)` 对任何张量都为真。',
      },
      {
        text: '`Variable` 包着张量，凡是要求导的都得用它。',
        right: false,
        why: '0.3 及以前是这样。如今在张量上设 `requires_grad=True` 就够了。',
      },
      {
        text: '`Variable` 改名成了 `nn.Parameter`。',
        right: false,
        why: 'Parameter 是会被模块注册、默认需要梯度的张量。合并之前两个名字就同时存在。',
      },
      {
        text: '`Variable` 是 TensorFlow 的叫法，PyTorch 从来没有。',
        right: false,
        why: 'PyTorch 一开始就有 `torch.autograd.Variable`，这个名字现在也还在。',
      },
    ],
  },
  {
    id: 'port-to-today',
    stage: 'concept',
    kind: 'multiple',
    prompt: '把一个 PyTorch 0.3 的程序改写成今天的写法，下面哪些替换是对的？',
    options: [
      { text: '`loss.data[0]` → `loss.item()`', right: true, why: '现在损失是 0 维张量，对它用 `[0]` 会报错。' },
      {
        text: '`Variable(x, volatile=True)` → 把前向放进 `torch.no_grad()`',
        right: true,
        why: '原来靠标志沿着值传播，现在由上下文对一段代码生效。',
      },
      {
        text: '`Variable(x, volatile=True)` → `x.requires_grad_(False)`',
        right: false,
        why: '参数仍然需要梯度，前向照样会被记录。volatile 会传染，这个不会。',
      },
      { text: '输入的 `Variable(x)` → `x`', right: true, why: '张量可以直接送进模型。' },
      {
        text: '用来截断循环网络状态的 `h.data` → `h.detach()`',
        right: true,
        why: '截断的位置相同，而且原地修改会被察觉。',
      },
      {
        text: '`total += loss.data[0]` → `total += loss`',
        right: false,
        why: '这样总和会留住每个批次的计算图，内存不断增长。应当用 `loss.item()`。',
      },
    ],
  },
  {
    id: 'data-or-detach',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '`x.data` 和 `x.detach()` 都给出同一块内存上、不需要梯度的张量。它们有什么区别？',
    options: [
      { text: '`detach()` 会复制，`.data` 不会。', right: false, why: '两者都不复制。' },
      {
        text: '经由 `detach()` 的原地修改会计入 `x` 的版本号，backward 能够察觉；经由 `.data` 的修改不会。',
        right: true,
        why: '用 `.data` 时，得到错误的梯度也不会报错。',
      },
      { text: '梯度仍会流过 `.data`。', right: false, why: '两者都不会让梯度流过。' },
      { text: '没有区别，`.data` 只是旧名字。', right: false, why: '它确实更老，但绕过了版本计数器。' },
    ],
  },
  {
    id: 'wrong-without-an-error',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`x = torch.tensor(1.5, requires_grad=True)`，`h = x * 2`，`y = h * h`。然后 `h.data.fill_(1)`，再 `y.backward()`。`x.grad` 是多少？',
    answer: 4,
    tolerance: 0,
    why: '乘法保留的是 `h` 本身。backward 用现在放在那里的 1 计算 $2h \\cdot 2$，得到 4；而 1.5 处的导数是 12。如果换成 `h.detach().fill_(1)`，就会报错。',
  },
  {
    id: 'what-spreads',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '在 PyTorch 0.3 里：`w` 需要梯度，`x` 是 volatile，`c` 两者都不是。`y = w * c`，`z = y + x`。`y` 和 `z` 怎样？',
    options: [
      {
        text: '`y` 需要梯度；`z` 是 volatile，不需要梯度。',
        right: true,
        why: '有一个操作数需要梯度就够了，除非其中有 volatile，它压过一切。',
      },
      { text: '两者都需要梯度。', right: false, why: '`z` 的操作数里有 `x`，而 volatile 压过 requires_grad。' },
      {
        text: '两者都不需要梯度，因为 `c` 不需要。',
        right: false,
        why: '“不需要梯度”不会传播：要所有操作数都不需要才行。',
      },
      {
        text: '`z` 会报错：volatile 和被记录的 Variable 不能混用。',
        right: false,
        why: '可以混用，所以忘了一个标志，记录就悄悄停了。',
      },
    ],
  },
  {
    id: 'review-of-an-update',
    stage: 'trade-off',
    kind: 'short',
    prompt: '代码评审时，你在手写的训练循环里看到 `p.data -= lr * p.grad`。它能用。你会怎么说？',
    rubric: [
      { points: 1, says: '经由 `.data` 的写入不计入版本号，过期的图会给出错误的梯度却不报错。' },
      { points: 1, says: '`with torch.no_grad(): p -= lr * p.grad` 效果相同，而且会被察觉。' },
      {
        points: 1,
        says: '为什么非得二选一：记录时不允许原地修改需要梯度的叶子；或者指出 torch.optim 的优化器已经这么做了。',
      },
    ],
    model:
      '记录运算时，不允许原地修改需要梯度的叶子，所以必须采取某种办法，`.data` 就是 PyTorch 0.3 时代的办法。但经由它写入不会增加版本号：如果之后还沿着更新之前的图反向传播，梯度就会悄悄出错。我会把更新写进 `torch.no_grad()`，在那里既允许又会计数，或者直接用优化器。',
  },
] as const satisfies QuestionSet;
