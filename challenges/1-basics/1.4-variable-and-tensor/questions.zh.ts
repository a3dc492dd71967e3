import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import variableWrapper from './variable-wrapper/questions.zh.ts';

export default [
  questionFrom(variableWrapper, 'variable-today'),
  questionFrom(variableWrapper, 'port-to-today'),
  {
    id: 'which-are-leaves',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`x = torch.ones(2, requires_grad=True)`。下面哪些的 `is_leaf` 为真？',
    options: [
      { text: '`torch.ones(2)`', right: true, why: '按约定，不需要梯度的张量都算叶子。' },
      { text: '`x`', right: true, why: '它由用户创建，不是被记录的运算产生的。`backward()` 就把梯度留在这里。' },
      { text: '`x * 2`', right: false, why: '它由运算产生，有 `grad_fn`，默认没有 `.grad`。' },
      {
        text: '`x.double()`',
        right: false,
        why: '转换也是运算，`.cuda()` 同样如此。应先转换，再要求梯度，否则你手里的张量和收到 `.grad` 的不是同一个。',
      },
      { text: '`x.detach()`', right: true, why: '它不需要梯度，也没有历史。' },
      { text: '`nn.Parameter(x * 2)`', right: true, why: 'Parameter 只取数据、不要历史，从这里重新开始。' },
    ],
  },
  {
    id: 'not-a-parameter',
    stage: 'concept',
    kind: 'single',
    prompt: '模块的构造函数里写着 `self.w = torch.randn(3, requires_grad=True)`。训练能跑，`w` 却从不改变。为什么？',
    options: [
      {
        text: '`w` 不是 `Variable`，得不到梯度。',
        right: false,
        why: '凡是需要梯度的张量都会得到梯度，反向之后 `w.grad` 就在那里。',
      },
      {
        text: '只有 `nn.Parameter` 会被注册：`parameters()` 里没有 `w`，优化器根本不知道它。',
        right: true,
        why: '`state_dict()` 里也没有它，`.to(device)` 也不会带上它。换成 `nn.Parameter(torch.randn(3))`，三个问题都解决了。',
      },
      {
        text: '`torch.randn` 得到的是常量，应该用 `torch.empty`。',
        right: false,
        why: '张量怎么填充，与此无关。',
      },
      {
        text: '应该在这一行之后再调用 `super().__init__()`。',
        right: false,
        why: '它必须在给参数赋值之前调用；对普通张量来说，先后都不改变结果。',
      },
    ],
  },
  {
    id: 'integers-that-learn',
    stage: 'concept',
    kind: 'single',
    prompt: '`torch.tensor([1, 2, 3], requires_grad=True)` 会得到什么？',
    options: [
      {
        text: '一个 int64 张量，它的梯度也是 int64。',
        right: false,
        why: '没有这种东西：导数问的是微小变化带来什么，而整数没有微小变化。',
      },
      {
        text: '一个 float32 张量，因为要求了梯度。',
        right: false,
        why: 'dtype 由数字决定，不会顺便转换。',
      },
      {
        text: '`RuntimeError`：只有浮点和复数张量可以要求梯度。',
        right: true,
        why: '写成 `1.0`，或加上 `dtype=torch.float32`。索引和标签从不需要梯度，也是这个原因。',
      },
      { text: '一个 `Variable`，和 PyTorch 0.3 一样。', right: false, why: '两者已是同一个类，规则也一样。' },
    ],
  },
  questionFrom(variableWrapper, 'data-or-detach'),
  {
    id: 'through-detach',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '`x = torch.tensor(2.0, requires_grad=True)`，`y = x * 3`，`z = y.detach() * y`，`z.backward()`。`x.grad` 是多少？',
    answer: 18,
    tolerance: 0,
    why: '`y.detach()` 是常数 6，于是 $z = 6 \\cdot 3x$，导数为 18。没有 `detach` 时 $z = 9x^2$，导数为 36：两条路径中有一条被切断了。',
  },
  {
    id: 'writes-that-count',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '`x = torch.ones(3)`。然后依次执行 `x.add_(1)`、`x[0] = 5`、`x.view(3).mul_(2)`、`x.detach().add_(1)`、`x.data.add_(1)`。现在 `x._version` 是多少？',
    answer: 4,
    tolerance: 0,
    why: '视图和 `detach()` 的结果都与 `x` 共用计数器，所以五次写入里有四次计数。经由 `.data` 的那次不计：保存的值被改了，backward 也看不出来。',
  },
  {
    id: 'without-recording',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt:
      '`w` 需要梯度。`with torch.no_grad():` 里写着 `y = w * 2` 和 `p = nn.Parameter(torch.ones(1))`。哪些说法是对的？',
    options: [
      { text: '`y.requires_grad` 是 `False`。', right: true, why: '这次乘法没有被记录，所以 `y` 没有历史。' },
      {
        text: '在这个块里 `w.requires_grad` 是 `False`。',
        right: false,
        why: '这个块改变的是记录与否，不改变任何张量。这正是它与 `requires_grad_(False)` 的区别。',
      },
      {
        text: '`p.requires_grad` 是 `True`。',
        right: true,
        why: '要求梯度不是运算。在 `no_grad()` 里创建模型，什么也不会冻结。',
      },
      {
        text: '`y` 与 `w` 不共享内存。',
        right: true,
        why: '乘法总会产生新张量，记录与否都一样。得到视图还是拷贝，由运算决定，与 `no_grad` 无关。',
      },
      {
        text: '离开这个块之后，`y.backward()` 会把梯度留在 `w` 里。',
        right: false,
        why: '会报错：`y` 不需要梯度，也没有 `grad_fn`。没有记录下来的，事后补不回来。',
      },
    ],
  },
  {
    id: 'a-window-of-a-sequence',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt:
      '用一段长文本训练循环网络，一个窗口接一个窗口地处理。PyTorch 0.3 的做法是把状态重新包成一个 `Variable`，今天则用 `detach()`。请给处理一个窗口的步骤排序。',
    items: [
      '把上一个窗口留下的状态 detach。',
      '这个窗口的前向从它开始。',
      '用这个窗口的输出计算损失。',
      '反向传播走到 detach 过的状态为止。',
      '优化器更新参数。',
    ],
    why: '如果不切断，第二个窗口的反向会走进第一个窗口，而那里保存的张量已经释放，于是报错。加上 `retain_graph=True` 的话，每一步走的图都比上一步更长。',
  },
  questionFrom(variableWrapper, 'review-of-an-update'),
] as const satisfies QuestionSet;
