import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'main-difference',
    stage: 'concept',
    kind: 'single',
    prompt: '用一句话说：PyTorch 与 TensorFlow 1 最主要的区别是什么？',
    options: [
      {
        text: 'PyTorch 立即执行每个运算，同时记录计算图；TensorFlow 1 先定义整张图，再在会话中运行。',
        right: true,
        why: '调试、控制流、部署和优化上的不同，都由此而来。',
      },
      {
        text: 'PyTorch 没有计算图。',
        right: false,
        why: '每次前向都会建一张图：`grad_fn` 就通向它，`backward()` 沿着它走。',
      },
      {
        text: 'TensorFlow 1 能自动求导，PyTorch 要为每个模型手写反向传播。',
        right: false,
        why: '两者都能自动求导：前者在图里添加节点，后者沿着记录往回走。',
      },
      {
        text: 'PyTorch 跑在 GPU 上，TensorFlow 主要跑在 CPU 上。',
        right: false,
        why: '两者都支持 CPU 和 GPU；TensorFlow 很早还支持了 TPU。',
      },
    ],
  },
  {
    id: 'true-today',
    stage: 'concept',
    kind: 'multiple',
    prompt: '就今天的 PyTorch 2 和 TensorFlow 2 而言，下面哪些说法是对的？',
    options: [
      {
        text: 'TensorFlow 2 默认即时执行，除非函数用 `tf.function` 包起来。',
        right: true,
        why: '会话和占位符只保留在 `tf.compat.v1` 里。',
      },
      {
        text: 'PyTorch 也能编译计算图：用 TorchScript，或者 `torch.compile`。',
        right: true,
        why: '即时执行是默认方式，不是唯一方式。',
      },
      {
        text: 'TensorFlow 模型仍然需要 `Session.run`。',
        right: false,
        why: '从 2019 年起，直接调用 Keras 模型或 `tf.function` 就行。',
      },
      {
        text: 'PyTorch 模型只能用 Python 提供服务。',
        right: false,
        why: 'TorchScript 可以在 C++ 里运行，模型还能导出为 ONNX 等格式。',
      },
      {
        text: '在即时执行模式下，两者都可以用普通的 Python `if` 判断张量的值。',
        right: true,
        why: '值就在那里。跟踪（trace）时则没有值，分支要么被固化，要么被改写。',
      },
    ],
  },
  {
    id: 'order-of-a-run',
    stage: 'concept',
    kind: 'ordering',
    prompt: '一个 TensorFlow 1 程序先训练一步，再训练一步。请按发生的先后排序。',
    items: [
      '定义占位符、变量、损失和训练算子。',
      '打开一个会话。',
      '运行初始化算子，变量得到初始值。',
      '用训练算子和一个批次调用 `run`。',
      '会话把图剪到只剩 fetch 需要的部分，然后执行。',
      '用同样的 fetch 和另一个批次再次调用 `run`。',
    ],
    why: '图只定义一次，里面没有数值。变量的值存在会话里，所以要先有会话才能初始化。之后每次 run 只是换了喂入的数据。',
  },
  {
    id: 'prints-in-the-graph',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '在 TensorFlow 1 里，一个 Python 函数负责搭建一层，其中有一句 `print("layer")`。定义图时调用了它 3 次，之后这张图运行了 100 次。“layer”一共打印几次？',
    answer: 3,
    tolerance: 0,
    why: 'Python 代码只在建图时执行。想让每次运行都发生的事，必须写成节点（`tf.print`）。PyTorch 的 forward 本身就是 Python，所以 100 次前向中每一层都会打印。',
  },
  {
    id: 'operators-of-a-run',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '用本题的库：`a = x.add(x)`，`b = a.mul(a)`，`c = b.add(a)`，`d = c.mul(x)`，`e = cond(b.sum(), c, d)`；给 `x` 喂入 `torch.tensor([1, -3])`。`session.run([e, b, e], [[x, …]])` 一共运行多少个 `add`、`mul`、`sum` 算子？',
    answer: 4,
    tolerance: 0,
    why: '`a`、`b` 以及 `b` 的总和各一次，总和是 4 + 36，大于 0，于是选中分支 `c`，再来一个 `add`。`d` 从不运行，第二个 `e` 的值已经有了。',
  },
  {
    id: 'which-for-what',
    stage: 'trade-off',
    kind: 'short',
    prompt: '你的团队训练的研究模型每周都在变，其中一个要部署到手机上。对“先定义后运行”的框架，你会说它有哪些利弊？',
    rubric: [
      { points: 1, says: '做研究：即时执行可以逐行调试，控制流就是普通代码，改起来快。' },
      { points: 1, says: '做部署：事先已知的图可以优化、量化，并脱离 Python 运行。' },
      {
        points: 1,
        says: '如今不必二选一：即时执行训练，再导出或编译（TorchScript、ONNX、`torch.compile`、`tf.function`），但要知道捕获图的局限。',
      },
    ],
    model:
      '我会用即时执行来写模型：错误出现在它所在的那一行，中间结果可以打印，循环和 `if` 就是普通代码。手机的需求正好相反：一张固定的图，可以融合算子、量化、规划内存，不依赖 Python。现在两个框架都能从即时执行的代码里捕获图，所以我即时训练、再导出，并且用会走到其他分支的输入去测试导出的模型，因为 trace 只保留它见过的那一条。',
  },
] as const satisfies QuestionSet;
