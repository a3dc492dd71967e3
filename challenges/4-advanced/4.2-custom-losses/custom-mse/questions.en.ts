import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-a-loss-needs',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these must a custom loss do to train a model?',
    options: [
      {
        text: 'Be composed of operations that autograd can differentiate (or bring a backward of its own).',
        right: true,
        why: 'That is all that `backward()` needs.',
      },
      {
        text: 'Give one number, or be reduced to one before `backward()`.',
        right: true,
        why: '`backward()` without an argument works on one element only.',
      },
      {
        text: 'Derive from `nn.Module`.',
        right: false,
        why: 'A function does as well. A module keeps settings, buffers, parameters.',
      },
      {
        text: 'Implement `backward`.',
        right: false,
        why: 'Only an `autograd.Function` does, where the composed gradient is too slow or unstable.',
      },
      { text: 'Be registered with the optimizer.', right: false, why: 'Only if it has parameters to learn.' },
    ],
  },
  {
    id: 'where-gradients-end',
    stage: 'concept',
    kind: 'single',
    prompt: 'Four versions of the last lines of a loss. Which one trains?',
    options: [
      {
        text: '`return torch.tensor(loss.item())`',
        right: false,
        why: 'A new tensor without history; backward throws.',
      },
      {
        text: '`return loss.sum() / mask.sum()`',
        right: true,
        why: 'Both are tensors, and the graph goes through the quotient.',
      },
      {
        text: '`return (logits.argmax(1) != target).float().mean()`',
        right: false,
        why: 'argmax and comparison have no gradient: the error rate is constant almost everywhere.',
      },
      {
        text: '`return torch.from_numpy(loss.detach().numpy()).mean()`',
        right: false,
        why: '`detach` cuts the graph, and NumPy records nothing.',
      },
    ],
  },
  {
    id: 'loss-of-a-perfect-model',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'The predictions are `[[1], [2], [3], [4]]` (4 × 1), the targets `[1, 2, 3, 4]` (4): a perfect model. What does `nn.MSELoss()` give (and only warn)?',
    answer: 2.5,
    tolerance: 0.001,
    why: 'Each prediction is compared with each target: 16 squares with sum 40, mean 2.5, which is twice the variance 1.25. Had the model given 2.5 everywhere, the loss would be 1.25: the wrong loss prefers the wrong model.',
  },
  {
    id: 'masked-but-nan',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '`torch.where(mask, (x - t)**2, 0.).sum()` has the right value, although `t` is NaN where `mask` is False. After `backward()`, `x.grad` is NaN there. Why?',
    options: [
      {
        text: '`where` gives NaN to both branches.',
        right: false,
        why: 'It gives the gradient to the chosen side, and 0 to the other.',
      },
      {
        text: 'The 0 that `where` sends back is multiplied with the slope $2(x - t)$ of the square, which is NaN.',
        right: true,
        why: 'So the NaN must be replaced before the square: `torch.where(mask, t, x.detach())`, or masked out of the difference.',
      },
      { text: '`sum` spreads the NaN.', right: false, why: 'Its value is right, and its gradient is 1 everywhere.' },
      { text: 'Integer masks cannot be differentiated.', right: false, why: 'The mask needs no gradient.' },
    ],
  },
  {
    id: 'mean-or-sum-and-the-step',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      "A regression has 5 outputs, batches of 32, and trains well with `reduction='mean'` and SGD at a learning rate of 0.16. Somebody changes the loss to `'sum'`. Which learning rate makes the same steps?",
    answer: 0.001,
    tolerance: 0.000001,
    why: 'The sum is $32 \\cdot 5 = 160$ times the mean, and so is its gradient: $0.16 / 160 = 0.001$. (Adam would hardly notice: it divides by the size of the gradient.)',
  },
  {
    id: 'how-to-divide',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'Sensors fail, so half of the targets are missing in some batches and almost none in others. You mask them. By what do you divide the summed loss, and why?',
    rubric: [
      {
        points: 1,
        says: 'By the number (or weight) of what is there: the loss keeps its size, comparable between batches.',
      },
      {
        points: 1,
        says: 'By all elements: each target weighs the same over the epoch, and sparse batches make smaller steps.',
      },
      { points: 1, says: 'The case of nothing there: 0/0, to be skipped on purpose rather than hidden by an epsilon.' },
    ],
    model:
      'Dividing by what is there makes the loss a mean error, comparable between batches, but a target in a sparse batch weighs more than one in a full batch. Dividing by a constant gives every target the same weight, and sparse, noisy batches take smaller steps. I take the first for reporting and usually for training, and skip a batch without any target explicitly, because 0/0 is NaN and an epsilon would only hide it.',
  },
] as const satisfies QuestionSet;
