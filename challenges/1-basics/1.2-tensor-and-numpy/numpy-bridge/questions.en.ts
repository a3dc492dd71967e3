import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'beyond-an-array',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What does a `torch.Tensor` have that a NumPy array has not?',
    options: [
      { text: 'A device: it may lie on a GPU.', right: true, why: 'NumPy works in main memory only.' },
      {
        text: 'A record of how it was computed, for gradients.',
        right: true,
        why: '`requires_grad`, `grad_fn` and `.grad` have no counterpart in NumPy.',
      },
      { text: 'Strides.', right: false, why: 'Both have them; NumPy counts bytes, PyTorch elements.' },
      { text: 'Broadcasting.', right: false, why: 'PyTorch took its rules from NumPy.' },
      {
        text: 'Views that share memory.',
        right: false,
        why: 'Basic slicing and transposing give views in both.',
      },
    ],
  },
  {
    id: 'which-calls-share',
    stage: 'concept',
    kind: 'multiple',
    prompt:
      '`a` is a float32 array, `t` a CPU tensor that requires a gradient. Which results share memory with their argument?',
    options: [
      { text: '`torch.from_numpy(a)`', right: true, why: 'It takes over the memory and its description.' },
      { text: '`torch.tensor(a)`', right: false, why: '`torch.tensor` copies, always.' },
      { text: '`torch.as_tensor(a)`', right: true, why: 'dtype and device fit, so nothing is copied.' },
      {
        text: '`torch.as_tensor(a, dtype=torch.float64)`',
        right: false,
        why: 'Other numbers of bytes, so other memory.',
      },
      { text: '`t.detach().numpy()`', right: true, why: 'Neither `detach` nor `numpy` copies.' },
      {
        text: '`t.detach().clone().numpy()`',
        right: false,
        why: '`clone` is the copy; what follows shares with that.',
      },
    ],
  },
  {
    id: 'gpu-to-numpy',
    stage: 'concept',
    kind: 'single',
    prompt: '`out` is the output of a model on the GPU, in training mode. How do you get a NumPy array?',
    options: [
      {
        text: '`out.numpy()`',
        right: false,
        why: 'It throws for two reasons: it requires a gradient, and it is on the GPU.',
      },
      {
        text: '`out.cpu().numpy()`',
        right: false,
        why: 'The copy on the CPU has a history too, and still requires a gradient.',
      },
      {
        text: '`out.detach().cpu().numpy()`',
        right: true,
        why: 'Without history first, then to the CPU, then shared with NumPy.',
      },
      {
        text: '`with torch.no_grad(): out.cpu().numpy()`',
        right: false,
        why: 'This one happens to work, because `.cpu()` of a GPU tensor makes a new tensor without history under no_grad; on a CPU-only machine `.cpu()` gives back `out` itself, and it throws.',
      },
    ],
  },
  {
    id: 'behind-the-back-of-autograd',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`a` holds the float32 numbers 3 and 4; `w` holds 1 and 2 and requires a gradient. `y = (w * torch.from_numpy(a)).sum()`, then `a[0] = 30`, then `y.backward()`. What is the sum of `w.grad`?',
    answer: 34,
    tolerance: 0,
    why: 'The product kept its operand, not a copy, and that is the memory of `a`: 30 + 4. `y` was computed with 3. Had the change been made through a tensor (`x[0] = 30`), the version counter would have told, and `backward` would have thrown.',
  },
  {
    id: 'double-and-float',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'A model of float32 throws on `model(torch.from_numpy(np.random.rand(8, 4)))`. Why, and what helps?',
    options: [
      {
        text: '`np.random.rand` gives float64 and `from_numpy` keeps it; `.float()` converts.',
        right: true,
        why: 'Or `.astype(np.float32)` on the array. Either is a copy.',
      },
      {
        text: 'The array does not require a gradient.',
        right: false,
        why: 'Inputs need not; parameters do.',
      },
      {
        text: 'The memory is not contiguous; `.contiguous()` helps.',
        right: false,
        why: 'It is contiguous, and a linear layer takes any layout.',
      },
      { text: 'Arrays must be wrapped in `Variable` first.', right: false, why: 'Not since PyTorch 0.4.' },
    ],
  },
  {
    id: 'share-or-copy',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'A `Dataset` keeps all samples in one large array, and `__getitem__` returns `torch.from_numpy(self.data[i])`. What is good about it, and when would you copy?',
    rubric: [
      { points: 1, says: 'No copy for each sample: fast, no extra memory (also for a memory-mapped file).' },
      {
        points: 1,
        says: 'In-place work on a sample (augmentation, normalising) would change the data set itself, so copy before it.',
      },
      {
        points: 1,
        says: 'Collating stacks into new memory anyway, or: a buffer that is refilled must be copied, else earlier samples change.',
      },
    ],
    model:
      'Sharing costs nothing for each sample and works on a memory-mapped file too, and the collate function copies into the batch anyway. It becomes a fault when something writes in place: an augmentation like `x.mul_(2)` would change the stored data, differently in every epoch. So I copy (`torch.tensor`, or `.clone()`) before in-place work, and whenever the array is a buffer that is filled again.',
  },
] as const satisfies QuestionSet;
