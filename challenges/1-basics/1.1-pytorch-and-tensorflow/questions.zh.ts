import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import sessionVsEager from './session-vs-eager/questions.zh.ts';

export default [
  questionFrom(sessionVsEager, 'main-difference'),
  questionFrom(sessionVsEager, 'true-today'),
  questionFrom(sessionVsEager, 'order-of-a-run'),
  questionFrom(sessionVsEager, 'prints-in-the-graph'),
  {
    id: 'tape-and-grad',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'TensorFlow 2 的 `tf.GradientTape` 和 PyTorch 的 autograd 有哪些不同？',
    options: [
      {
        text: 'tape 只记录 `with` 块里的运算；PyTorch 只要有操作数需要梯度就会记录，除非明确关掉。',
        right: true,
        why: '所以 PyTorch 有一个用来关闭的词（`torch.no_grad()`），TensorFlow 则有一个用来打开的词。',
      },
      {
        text: '`tape.gradient` 把梯度作为返回值；`backward()` 把梯度累加到叶子的 `.grad` 上。',
        right: true,
        why: '因此 PyTorch 的训练循环需要 `zero_grad()`，TensorFlow 的循环里没有对应的东西。PyTorch 也有返回梯度的形式：`torch.autograd.grad`。',
      },
      {
        text: 'tape 用反向模式，PyTorch 用前向模式。',
        right: false,
        why: '两者都用反向模式：从损失往回走一遍，就得到所有参数的梯度。',
      },
      {
        text: 'tape 永远不能对常量求导。',
        right: false,
        why: '可训练变量会自动被监视，常量不会；写一句 `tape.watch(x)` 就可以，相当于 PyTorch 的 `requires_grad_()`。',
      },
      {
        text: '普通的 tape 只能求一次梯度，普通的 PyTorch 计算图想求几次就求几次。',
        right: false,
        why: '这一点两者相同：走完一遍就释放内存，除非写明 `persistent=True` 或 `retain_graph=True`。',
      },
    ],
  },
  {
    id: 'traced-how-often',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '一个只加了 `@tf.function` 的函数，依次用 `1`、`2`、`1`、`tf.constant(1)`、`tf.constant(2)`、`tf.constant([1, 2])` 调用。它一共被跟踪（trace）几次？',
    answer: 4,
    tolerance: 0,
    why: 'Python 数字按值进入签名：`1` 和 `2` 各一次，第二个 `1` 用上已有的。张量按 dtype 和形状进入签名：两个标量共用一次，向量另算一次。会变化的数字要以张量传入，否则每个值都要重新跟踪。',
  },
  {
    id: 'gradients-of-two-passes',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '同事把一段 TensorFlow 循环逐行改写过来：`w = torch.tensor(2.0, requires_grad=True)`，然后执行两遍 `loss = w ** 2`、`loss.backward()`。在 TensorFlow 里每一遍得到的梯度都是 4。第二遍之后 `w.grad` 是多少？',
    answer: 8,
    tolerance: 0,
    why: '`backward()` 是累加：4 + 4。`optimizer.zero_grad()` 在 TensorFlow 里用不着，所以原来没有，改写时必须补上。',
  },
  {
    id: 'dense-to-linear',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'Keras 里有一个输入为 784 维的 `Dense(128)` 层，要把它的权重装进 `nn.Linear(784, 128)`。它的 kernel 该怎么处理？',
    options: [
      {
        text: '原样拷贝。',
        right: false,
        why: '它的形状是 `[784, 128]`，而 `Linear.weight` 是 `[128, 784]`，`load_state_dict` 会拒绝。只有输入输出维数相同的层装得进去，但算出来的是别的东西，而且不报错。',
      },
      {
        text: '转置。',
        right: true,
        why: 'Keras 算 $xK$，kernel 是 `[in, out]`；PyTorch 算 $xW^\\top$，weight 是 `[out, in]`。偏置可以原样拷贝。',
      },
      {
        text: '用 `reshape` 变成 `[128, 784]`。',
        right: false,
        why: '形状对了，数却放错了位置：`reshape` 保持内存中的顺序，并不转置。',
      },
      {
        text: '做不到：两个框架的初始化方式不同。',
        right: false,
        why: '初始化确实不同，但对已经训练好的权重没有影响。',
      },
    ],
  },
  {
    id: 'momentum-of-batchnorm',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'Keras 模型里有 `BatchNormalization(momentum=0.99)`。`nn.BatchNorm1d` 的 `momentum` 取多少，滑动均值的变化才与它相同？',
    answer: 0.01,
    tolerance: 1e-6,
    why: 'Keras 的 momentum 是旧值保留的比例，0.99；PyTorch 的 `momentum` 是新值所占的比例：$(1 - m) \\cdot \\text{old} + m \\cdot \\text{new}$。如果在 PyTorch 里也写 0.99，统计量就几乎等于最后一个批次的。',
  },
  questionFrom(sessionVsEager, 'which-for-what'),
] as const satisfies QuestionSet;
