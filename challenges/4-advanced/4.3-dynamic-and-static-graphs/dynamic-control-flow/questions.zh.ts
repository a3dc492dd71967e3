import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-backward-walks',
    stage: 'concept',
    kind: 'single',
    prompt: '`forward` 里有一个依赖数值的 `if` 和一个 `while` 循环。`backward` 对什么求导？',
    options: [
      {
        text: '对这一次调用中实际运行过的算子，按它们之间的依赖关系求导。',
        right: true,
        why: '图就是一次运行的记录，下一次运行会留下另一张图。',
      },
      {
        text: '对 `if` 的两个分支都求导，再按各自走过的频率加权。',
        right: false,
        why: '没有走的分支不会留下任何节点。',
      },
      {
        text: '对 `forward` 的源代码求导，它在第一次调用时被翻译。',
        right: false,
        why: '那是脚本编译器做的事。autograd 从不看源代码。',
      },
      {
        text: '什么也求不了：依赖数据的控制流需要专门的算子。',
        right: false,
        why: '事先建好的图才是这样，因为判断必须装进图里。',
      },
    ],
  },
  {
    id: 'through-a-loop',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`w` 为 0.5，需要梯度。执行 `let x = torch.tensor(3.0); while (x.item() > 1) x = x.mul(w);`，再 `x.backward()`。`w.grad` 是多少？',
    answer: 3,
    tolerance: 1e-6,
    why: '3、1.5、0.75：循环走了两次，所以 $x = 3 w^2$，导数为 $6 w = 3$。换一个 $w$ 循环次数会不同，但这一点不进入导数。',
  },
  {
    id: 'who-moves',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt:
      '某一层上一步用到了，这一步没有用到。这次反向传播之前执行过 `zero_grad()`。下面哪些情况下，它的（非零）权重在这一步仍然会变？',
    options: [
      {
        text: '带动量的 SGD，用 `set_to_none=False` 清零',
        right: true,
        why: '梯度是全零的张量，但上一步的速度还在。',
      },
      {
        text: 'AdamW，用 `set_to_none=False` 清零',
        right: true,
        why: '权重衰减和记住的一阶矩都会推动它。',
      },
      {
        text: '带动量的 SGD，梯度设为 `None`',
        right: false,
        why: '没有梯度的参数会被跳过，它的速度也不起作用。',
      },
      {
        text: '没有动量和权重衰减的 SGD，用 `set_to_none=False` 清零',
        right: false,
        why: '零乘以学习率，等于没走。',
      },
    ],
  },
  {
    id: 'level-by-level',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt: '一棵平衡二叉树有 64 个叶子。递归要运行 `binary` 63 次。如果把高度相同的节点放在一起计算，要运行几次？',
    answer: 6,
    tolerance: 0,
    why: '64 个叶子有 32 个父节点，然后是 16、8、4、2、1：共六层。在 GPU 上，小的核函数花的时间几乎都在启动上，递归网络能不能用得起，就看这一点。',
  },
  {
    id: 'ddp-error',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '用 DDP 训练这样的网络，第二步报错 “Expected to have finished reduction in the prior iteration”。发生了什么？',
    options: [
      {
        text: '有的参数没有得到梯度，它所在的分桶一直没有归约。',
        right: true,
        why: 'DDP 按到达的梯度计数。`find_unused_parameters=True` 会把缺席的参数标记为就绪，代价是遍历一遍计算图。',
      },
      {
        text: '各个 rank 的批次大小不同。',
        right: false,
        why: '批次大小不会改变有哪些梯度到达。',
      },
      {
        text: 'DDP 不支持递归。',
        right: false,
        why: 'DDP 看到的是梯度，不是代码。',
      },
      {
        text: '对同一张图调用了两次 `backward`。',
        right: false,
        why: '那是另一种报错，说的是张量已经被释放。',
      },
    ],
  },
  {
    id: 'dynamic-or-static',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候你更愿意用事先建好的图？为此要放弃什么？',
    rubric: [
      { points: 1, says: '事先建图：算子融合、内存规划、导出，以及脱离 Python 运行。' },
      { points: 1, says: '边运行边建：语言自带的控制流、每一行都能断点调试、形状可以各不相同。' },
      { points: 1, says: '折中：用动态图开发，再把热点或要交付的部分脚本化或编译。' },
    ],
    model:
      '用于推理服务，或者计算规整的热点代码，我希望事先有图：编译器可以融合算子、规划内存，产物还能脱离 Python 运行。代价是判断必须装进图里，形状基本固定，打断点看到的是编译器而不是我的数值。做研究、数据不规整的时候，我用边运行边建的图。实际工作中先用动态图开发，稳定之后再脚本化或编译。',
  },
] as const satisfies QuestionSet;
