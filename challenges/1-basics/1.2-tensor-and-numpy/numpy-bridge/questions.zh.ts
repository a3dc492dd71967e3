import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'beyond-an-array',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`torch.Tensor` 有哪些东西是 NumPy 数组没有的？',
    options: [
      { text: '设备：它可以放在 GPU 上。', right: true, why: 'NumPy 只在内存里工作。' },
      {
        text: '求梯度所需的计算记录。',
        right: true,
        why: '`requires_grad`、`grad_fn`、`.grad` 在 NumPy 里没有对应物。',
      },
      { text: '步幅。', right: false, why: '两者都有；NumPy 按字节计，PyTorch 按元素计。' },
      { text: '广播。', right: false, why: 'PyTorch 的广播规则就来自 NumPy。' },
      { text: '共享内存的视图。', right: false, why: '在两者中，基本切片和转置都得到视图。' },
    ],
  },
  {
    id: 'which-calls-share',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`a` 是 float32 数组，`t` 是需要梯度的 CPU 张量。下面哪些结果与参数共享内存？',
    options: [
      { text: '`torch.from_numpy(a)`', right: true, why: '直接接管内存和它的描述。' },
      { text: '`torch.tensor(a)`', right: false, why: '`torch.tensor` 总是复制。' },
      { text: '`torch.as_tensor(a)`', right: true, why: 'dtype 和设备都相符，不需要复制。' },
      { text: '`torch.as_tensor(a, dtype=torch.float64)`', right: false, why: '字节数都变了，只能用另一块内存。' },
      { text: '`t.detach().numpy()`', right: true, why: '`detach` 和 `numpy` 都不复制。' },
      { text: '`t.detach().clone().numpy()`', right: false, why: '`clone` 就是复制，后面共享的是这份副本。' },
    ],
  },
  {
    id: 'gpu-to-numpy',
    stage: 'concept',
    kind: 'single',
    prompt: '`out` 是训练模式下模型在 GPU 上的输出。怎样得到 NumPy 数组？',
    options: [
      { text: '`out.numpy()`', right: false, why: '有两个理由报错：需要梯度，而且在 GPU 上。' },
      { text: '`out.cpu().numpy()`', right: false, why: 'CPU 上的副本同样有计算历史，仍然需要梯度。' },
      { text: '`out.detach().cpu().numpy()`', right: true, why: '先去掉历史，再到 CPU，最后与 NumPy 共享。' },
      {
        text: '`with torch.no_grad(): out.cpu().numpy()`',
        right: false,
        why: '它只是碰巧能用：no_grad 下对 GPU 张量做 `.cpu()` 会得到没有历史的新张量；在只有 CPU 的机器上，`.cpu()` 返回的就是 `out` 自己，照样报错。',
      },
    ],
  },
  {
    id: 'behind-the-back-of-autograd',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`a` 存放 float32 的 3 和 4；`w` 存放 1 和 2，需要梯度。先 `y = (w * torch.from_numpy(a)).sum()`，再 `a[0] = 30`，然后 `y.backward()`。`w.grad` 的总和是多少？',
    answer: 34,
    tolerance: 0,
    why: '乘法保存的是操作数本身而不是副本，而它就是 `a` 的内存：30 + 4。但 `y` 是用 3 算出来的。如果是通过张量修改（`x[0] = 30`），版本号会变，`backward` 就会报错。',
  },
  {
    id: 'double-and-float',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'float32 的模型执行 `model(torch.from_numpy(np.random.rand(8, 4)))` 时报错。为什么？怎么解决？',
    options: [
      {
        text: '`np.random.rand` 给出 float64，`from_numpy` 原样保留；用 `.float()` 转换。',
        right: true,
        why: '也可以对数组用 `.astype(np.float32)`。两种都会复制。',
      },
      { text: '数组不需要梯度。', right: false, why: '输入本来就不必需要梯度，参数才需要。' },
      {
        text: '内存不连续，要用 `.contiguous()`。',
        right: false,
        why: '它是连续的，而且线性层接受任何布局。',
      },
      { text: '数组要先用 `Variable` 包起来。', right: false, why: '从 PyTorch 0.4 起就不用了。' },
    ],
  },
  {
    id: 'share-or-copy',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      '某个 `Dataset` 把全部样本放在一个大数组里，`__getitem__` 返回 `torch.from_numpy(self.data[i])`。这样做好在哪里？什么时候应该复制？',
    rubric: [
      { points: 1, says: '每个样本都不复制：快，也不占额外内存（内存映射文件也可以）。' },
      { points: 1, says: '对样本做原地操作（数据增强、归一化）会改掉数据集本身，之前要先复制。' },
      { points: 1, says: '反正 collate 会堆叠到新内存；或者：反复填充的缓冲区必须复制，否则之前的样本会变。' },
    ],
    model:
      '共享时取样本没有额外开销，内存映射文件也适用，而且 collate 本来就会复制到批次里。一旦有原地写入就出错了：像 `x.mul_(2)` 这样的数据增强会改掉存储的数据，每个 epoch 都不一样。所以原地操作之前我会复制（`torch.tensor` 或 `.clone()`），数组是反复填充的缓冲区时也要复制。',
  },
] as const satisfies QuestionSet;
