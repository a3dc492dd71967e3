import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-variance-where',
    stage: 'concept',
    kind: 'single',
    prompt: 'Which variance does PyTorch use where in training mode?',
    options: [
      {
        text: 'Biased to normalise, unbiased for `running_var`',
        right: true,
        why: 'The batch is normalised to variance 1 exactly; the running value is an estimate for unseen data.',
      },
      {
        text: 'Unbiased for both',
        right: false,
        why: 'Then a normalised batch would have variance $(n-1)/n$.',
      },
      {
        text: 'Unbiased to normalise, biased for `running_var`',
        right: false,
        why: 'The other way round.',
      },
    ],
  },
  {
    id: 'what-differs-in-evaluation',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What is different in evaluation mode?',
    options: [
      {
        text: 'A sample’s output does not depend on the other samples of its batch.',
        right: true,
        why: 'The running statistics are constants.',
      },
      {
        text: '`running_mean` and `running_var` stay as they are.',
        right: true,
        why: 'Only forward passes in training mode update them.',
      },
      {
        text: '`weight` and `bias` get no gradient.',
        right: false,
        why: 'The mode has nothing to do with gradients; the layer is an affine map then, and differentiable.',
      },
      {
        text: 'A batch of one vector is allowed.',
        right: true,
        why: 'No variance has to be computed. In training mode PyTorch throws.',
      },
    ],
  },
  {
    id: 'running-var-after-one-batch',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A new `nn.BatchNorm1d(1)` sees the batch `[[0], [2]]` twice in training mode. What is `running_var` afterwards (to three decimals)?',
    answer: 1.19,
    tolerance: 0.001,
    why: 'The unbiased variance is 2. After the first batch $0.9 \\cdot 1 + 0.1 \\cdot 2 = 1.1$, after the second $0.9 \\cdot 1.1 + 0.1 \\cdot 2 = 1.19$.',
  },
  {
    id: 'gradient-of-the-sum',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'In training mode, `bn(x).sum().backward()`. What is the largest absolute value in `x.grad`, apart from rounding?',
    answer: 0,
    tolerance: 0.000001,
    why: 'Each channel of the result sums to $n \\cdot \\mathrm{bias}$ whatever `x` is. The gradient is taken out by the term with the mean of the gradients.',
  },
  {
    id: 'small-batches',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'Memory allows only two images a batch. What happens with batch normalisation, and what can be done?',
    rubric: [
      { points: 1, says: 'Statistics of two samples are noisy; training and evaluation drift apart.' },
      {
        points: 1,
        says: 'Gradient accumulation does not help: each small batch is normalised by itself.',
      },
      {
        points: 1,
        says: 'Remedies: GroupNorm or LayerNorm, SyncBatchNorm over several devices, or frozen statistics (eval) when fine-tuning.',
      },
    ],
    model:
      'With two samples the batch statistics are noisy, and what the running averages say at evaluation fits badly. Accumulating gradients does not change that, because each micro-batch is normalised alone. I would use GroupNorm, which does not look at the batch; or SyncBatchNorm if there are several GPUs; or, when fine-tuning, leave these layers in eval mode.',
  },
] as const satisfies QuestionSet;
