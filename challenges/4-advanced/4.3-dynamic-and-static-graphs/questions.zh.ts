import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import dynamicControlFlow from './dynamic-control-flow/questions.zh.ts';
import traceBakesTheBranch from './trace-bakes-the-branch/questions.zh.ts';

export default [
  questionFrom(dynamicControlFlow, 'what-backward-walks'),
  {
    id: 'what-knowing-ahead-allows',
    stage: 'concept',
    kind: 'multiple',
    prompt: '运行之前就知道整张图，可以做哪些逐个执行运算的解释器做不到的事？',
    options: [
      {
        text: '把几个逐元素运算融合成一个核函数',
        right: true,
        why: '这要求在第一个运算执行之前就知道第二个。',
      },
      {
        text: '省去没有任何输出需要的计算',
        right: true,
        why: '即时执行到某个运算时，还没有人知道它的结果会不会被用到。',
      },
      {
        text: '事先决定哪些中间结果可以共用内存',
        right: true,
        why: '每个中间值的生命周期都已知，可以一次规划好。',
      },
      {
        text: '得到精确的梯度',
        right: false,
        why: '两者按同样的规则对同样的运算求导。即时执行留下的记录同样精确。',
      },
      {
        text: '让运算在 GPU 上执行',
        right: false,
        why: '即时执行的代码逐个启动核函数，同样在 GPU 上运行，而且不必等前一个结束。',
      },
    ],
  },
  questionFrom(traceBakesTheBranch, 'what-is-baked'),
  {
    id: 'life-of-a-trace',
    stage: 'concept',
    kind: 'ordering',
    prompt: '一个模型经由 `torch.jit.trace`，从 Python 进到 C++ 服务里。请按发生的先后排序。',
    items: [
      '把模型设为评估模式。',
      '用一个示例运行它的 forward，记录每个张量运算。',
      '用同一个示例运行这份记录，并与模型比较。',
      '把记录和权重存进一个文件。',
      '服务加载这个文件，不需要模型的类。',
      '服务用 trace 从没见过的输入运行这份记录。',
    ],
    why: '模式要最先设好，因为 trace 会把它固定下来：当时开着的 dropout 会一直开着。比较是 `torch.jit.trace` 的一部分，而且只用那个示例，所以没有走过的分支要到最后一步才会暴露。',
  },
  {
    id: 'what-script-keeps',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '`f` 在 `x.sum() > 0` 时返回 `x * 2`，否则返回 `x - 1`。对它做 trace（示例为 `torch.ones(2)`），也做 script。输入 `-torch.ones(2)` 时两者得到什么？',
    options: [
      {
        text: '都得到 `[-2, -2]`，两者都保留了判断。',
        right: false,
        why: '数是对的，理由不对：−1 · 2 与 −1 − 1 碰巧相等。换成 `[-3, -3]`，trace 得到 −6，script 得到 −4。',
      },
      {
        text: '都得到 `[-2, -2]`，但只有 script 保留了判断。',
        right: true,
        why: 'trace 里只有那个乘法，script 里是带两个分支的 `prim::If`；在 −1 处两者碰巧一致。只试一个走另一分支的输入，还不能证明导出是对的。',
      },
      {
        text: 'trace 得到 `[2, 2]`，script 得到 `[-2, -2]`。',
        right: false,
        why: 'trace 固定的是运算，不是结果：乘法会对新的输入重新执行。',
      },
      {
        text: 'trace 会报错，因为输入走了另一个分支。',
        right: false,
        why: '它里面没有分支，也就无从察觉。只在生成时给过一次 `TracerWarning`，之后再无提示。',
      },
    ],
  },
  {
    id: 'bytes-of-a-fused-kernel',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '在很大的张量上算 `relu(x * 2 + 1)`，瓶颈是访存而不是计算。逐个执行时，三个运算各读一个张量、写一个张量。融合成一个核函数之后，访存量是原来的几分之一？请填分母。',
    answer: 3,
    tolerance: 0.001,
    why: '三读三写变成一读一写：6 个张量对 2 个。对逐元素的代码，编译的收益主要就在这里；大的矩阵乘法收益很小，因为它的瓶颈是计算。',
  },
  {
    id: 'compiled-how-often',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '在 PyTorch 2 里，一个用默认参数 `torch.compile` 的函数没有图中断（graph break）。依次用 8、8、16、32 行的批次调用它，一共编译几次？',
    answer: 2,
    tolerance: 0,
    why: '第一张图只适用于 8 行，由守卫（guard）检查。16 行通不过：这时发现行数会变，第二张图就按任意行数编译，所以 32 行不需要第三张。`dynamic=True` 一开始就编译这样的图，`dynamic=False` 则要编译三次。',
  },
  {
    id: 'when-the-graph-breaks',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '一个用 `torch.compile`（默认参数）编译的函数里有 `if x.sum().item() > 0:`，它的前面和两个分支里都有运算。会怎样？',
    options: [
      {
        text: '第一次调用走的分支被固化，和 trace 一样。',
        right: false,
        why: '那是靠示例做 trace 的行为。`torch.compile` 读的是字节码，看得出 Python 在这里需要一个值。',
      },
      {
        text: '拒绝编译。',
        right: false,
        why: '只有写了 `fullgraph=True` 才会，这正是找出这种地方的办法。',
      },
      {
        text: '图在这里中断：前面的部分是一张图，由 Python 做判断，后面的部分另行编译。',
        right: true,
        why: '正负两种情况结果都对。代价是要等这个值，可融合的也少了；用 `torch.where` 或 `torch.cond` 可以留在一张图里。',
      },
      {
        text: '两个分支都计算，再选出对的那个。',
        right: false,
        why: '没有谁会这样改写代码；想要这样，就用 `torch.where`。',
      },
    ],
  },
  questionFrom(traceBakesTheBranch, 'trace-or-script'),
  questionFrom(dynamicControlFlow, 'dynamic-or-static'),
] as const satisfies QuestionSet;
