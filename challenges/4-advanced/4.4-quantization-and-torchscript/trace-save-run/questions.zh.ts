import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-file-runs',
    stage: 'concept',
    kind: 'single',
    prompt: '服务器上有 PyTorch，但没有你的源代码。它能运行哪个文件？',
    options: [
      {
        text: '`torch.jit.save` 写出的文件。',
        right: true,
        why: '除了张量，里面还有图。',
      },
      {
        text: '`torch.save(model)` 写出的文件。',
        right: false,
        why: '它是一个 pickle：只用模块路径记下类的名字，加载时要从那里导入。',
      },
      {
        text: '`torch.save(model.state_dict())` 写出的文件。',
        right: false,
        why: '它只有按名称存放的张量，没有计算。',
      },
      {
        text: '都可以，因为 PyTorch 保存了 `forward` 的字节码。',
        right: false,
        why: '这些文件里都没有字节码。',
      },
    ],
  },
  {
    id: 'order-of-an-export',
    stage: 'concept',
    kind: 'ordering',
    prompt: '给一次谨慎的导出排出步骤的顺序。',
    items: [
      '记下每个模块的模式。',
      '切换到评估模式。',
      '用示例做 trace 并保存。',
      '让每个模块回到原来的模式。',
      '读回这些字节，用其他批次与模型比较。',
    ],
    why: '模式是 trace 内容的一部分，所以要先切换；比较的对象是读回来的文件，输入是 trace 没见过的。',
  },
  {
    id: 'statistics-after-a-trace',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`model = nn.Sequential(new nn.BatchNorm1d(1))` 刚刚创建，处于训练模式。运行一次 `torch.jit.trace(model, torch.ones(4, 1).mul(10), { check_trace: false })`，现在 `running_mean` 是多少？',
    answer: 1,
    tolerance: 1e-5,
    why: 'trace 就是一次前向：$0.9 \\cdot 0 + 0.1 \\cdot 10 = 1$。如果开着检查，模型会多运行几次，统计量走得更远。',
  },
  {
    id: 'eval-on-a-trace',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: '一个带 dropout 的网络在训练模式下做了 trace，之后对加载的程序调用 `eval()`。下面哪些说法正确？',
    options: [
      {
        text: '它仍然会随机丢弃单元。',
        right: true,
        why: '这个标志已经作为算子的参数记录下来。',
      },
      {
        text: '`program.training` 是 false。',
        right: true,
        why: '属性变了，但记录下来的算子没有一个会读它。',
      },
      {
        text: '同样的输入，两次调用的结果可能不同。',
        right: true,
        why: '每次调用都会抽取新的掩码。',
      },
      {
        text: '脚本化的程序也会这样。',
        right: false,
        why: 'script 保留了对 `self.training` 的读取，所以 `eval()` 在那里有效。',
      },
    ],
  },
  {
    id: 'nan-in-a-check',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '某个发布检查写作 `let worst = 0; for (…) if (d > worst) worst = d;`，`worst < 1e-3` 就发布。导出的模型有一个输出是 `NaN`。会怎样？',
    options: [
      {
        text: '照样发布：`NaN > worst` 为假，`worst` 仍是 0。',
        right: true,
        why: '检查应当写成“成立才通过”：`if (!(d <= 1e-3)) throw`。',
      },
      {
        text: '不会发布，因为 `worst` 变成了 `NaN`。',
        right: false,
        why: '用 `Math.max` 才会这样。这里的赋值根本没有执行。',
      },
      {
        text: '比较时抛出错误。',
        right: false,
        why: '与 `NaN` 比较得到假，不是错误。',
      },
      {
        text: '只有 `NaN` 排在最后时才会发布。',
        right: false,
        why: '与位置无关。',
      },
    ],
  },
  {
    id: 'copy-or-restore',
    stage: 'trade-off',
    kind: 'short',
    prompt: '在训练途中导出：在深拷贝上操作，还是切换模型再恢复？各有什么好处？',
    rubric: [
      { points: 1, says: '拷贝：没有什么要恢复，trace 抛出错误时也一样；代价是多占一份模型的内存。' },
      { points: 1, says: '切换：不占内存，但每个模块的模式都要恢复，出错之后也要（finally）。' },
    ],
    model:
      '深拷贝不会留下任何痕迹，即使 trace 抛出错误也一样，但大模型要占两份内存，可能还是显存。切换没有这个代价，不过我会记下每个模块的模式，而不只是根模块的，并在 finally 里恢复。放得下两份的模型，我选拷贝。',
  },
] as const satisfies QuestionSet;
