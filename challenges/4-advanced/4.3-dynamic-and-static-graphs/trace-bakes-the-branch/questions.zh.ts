import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-the-check-passed',
    stage: 'concept',
    kind: 'single',
    prompt: '`torch.jit.trace(model, example)` 默认会检查结果。这里为什么什么也没查出来？',
    options: [
      {
        text: '它用同一个示例把 trace 和模型各运行一遍，两者走的是同一条路。',
        right: true,
        why: '要在别的输入上检查，得用 `check_inputs` 传给它。',
      },
      {
        text: '它只比较形状。',
        right: false,
        why: '它比较数值，容差为 1e-5。',
      },
      {
        text: '出现 `TracerWarning` 时就跳过检查。',
        right: false,
        why: '警告不会改变检查的内容。',
      },
      {
        text: '它在训练模式下运行。',
        right: false,
        why: '模型处于什么模式，它就在什么模式下运行。',
      },
    ],
  },
  {
    id: 'what-is-baked',
    stage: 'concept',
    kind: 'multiple',
    prompt: '下面哪些会被 trace 固定成示例当时的样子？',
    options: [
      {
        text: '`x * (limit / x.abs().max().item())` 里的因子',
        right: true,
        why: '`item()` 之后它就是一个数，和其他常数没有区别。',
      },
      {
        text: '`while x.norm() > 1: x = x * 0.5` 运行的次数',
        right: true,
        why: '循环被展开：示例做了几次乘法，trace 里就有几次。',
      },
      {
        text: 'dropout 是否开启',
        right: true,
        why: '这个标志是所记录算子的一个参数。',
      },
      {
        text: '`x.abs().max()` 的结果',
        right: false,
        why: '它是算子，每次输入都会重新计算。',
      },
      {
        text: '`torch.where(x > 0, x, -x)` 选取哪些元素',
        right: false,
        why: '条件是张量，每次重新计算。',
      },
    ],
  },
  {
    id: 'run-the-trace',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '用 `torch.tensor([3.0])` 对 `function f(x: Tensor) { let y = x; while (Number(y.sum().item()) < 10) y = y.mul(2); return y; }` 做 trace。把 `torch.tensor([0.5])` 交给这个 trace，结果是多少？',
    answer: 2,
    tolerance: 1e-6,
    why: '对 3，循环走了两次（3、6、12），所以 trace 固定乘两次 2：0.5 变成 2。函数本身会给出 16。',
  },
  {
    id: 'nan-from-where',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '对全零的批次，`torch.where(peak > limit, x * (limit / peak), x)` 的结果是对的，`x.grad` 却是 `NaN`。为什么？',
    options: [
      {
        text: '没有选中的一边，局部导数是 `limit / 0 = inf`，收到的梯度是 0，两者相乘得到 `NaN`。',
        right: true,
        why: '`where` 给没有选中的一边传的是零，而 $0 \\cdot \\infty$ 不是零。应该先让那一边无害：`peak.clamp(min=limit)`。',
      },
      {
        text: '相等时 `where` 没有梯度。',
        right: false,
        why: '它处处有梯度，由条件决定流向哪边。',
      },
      {
        text: '元素相等时 `max` 没有梯度。',
        right: false,
        why: 'PyTorch 会把梯度分给相等的元素，何况这里已经 detach 了。',
      },
      {
        text: '与 `limit` 比较切断了计算图。',
        right: false,
        why: '比较没有梯度，这里也不需要梯度经过它。',
      },
    ],
  },
  {
    id: 'trace-or-script',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'trace 和 script，你会为一个模型选哪一个？怎样确认导出的结果正确？',
    rubric: [
      { points: 1, says: 'trace：几乎什么代码都能用，但只有一条路径；适合不依赖数据做判断的网络。' },
      { points: 1, says: 'script：保留分支和循环，但只支持语言的子集；也可以两者混用。' },
      { points: 1, says: '用走遍各个分支的输入、其他大小和边界情况来比较；把 TracerWarning 当成错误。' },
    ],
    model:
      '路径不依赖数据的网络用 trace，因为几乎什么代码都能 trace。有判断的地方，把负责判断的模块脚本化，其余部分仍可以 trace。导出任务里把 TracerWarning 当成错误，用能走遍各个分支的 `check_inputs`，并在评估模式下，用其他批次大小和边界情况比较加载后的文件与模型。',
  },
] as const satisfies QuestionSet;
