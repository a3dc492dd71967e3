import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'order-of-a-batch',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'Put the work of one epoch of a single batch in order.',
    items: [
      '`optimizer.zero_grad()`',
      '`output = model(x)`',
      '`loss = loss_fn(output, y)`',
      '`loss.backward()`',
      '`optimizer.step()`',
      '`scheduler.step()`',
    ],
    why: 'Gradients are cleared before backward adds to them, the step reads what backward wrote, and the schedule sets the rate of the next epoch.',
  },
  {
    id: 'who-does-what',
    stage: 'concept',
    kind: 'single',
    prompt: 'Which call changes the values of the weights?',
    options: [
      { text: '`loss.backward()`', right: false, why: 'It fills `.grad` and touches no weight.' },
      { text: '`optimizer.step()`', right: true, why: 'It reads `.grad` and moves each parameter in place.' },
      { text: '`scheduler.step()`', right: false, why: 'It changes the learning rate in the groups of the optimizer.' },
      { text: '`optimizer.zero_grad()`', right: false, why: 'It only forgets the gradients.' },
    ],
  },
  {
    id: 'without-zero-grad',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A scalar weight `w` starts at 1; the loss is `w * w`; SGD with `lr` 0.1. `zero_grad` is forgotten. What is `w` after three steps (three decimals)?',
    answer: -0.008,
    tolerance: 0.0006,
    why: 'The accumulated gradients are 2, then $2 + 1.6 = 3.6$, then $3.6 + 0.88 = 4.48$. So `w` goes 1, 0.8, 0.44 and $0.44 - 0.448 = -0.008$: three steps, where right gradients come to 0.512.',
  },
  {
    id: 'weight-of-the-last-batch',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'Batches of 64, 64 and 16 samples have mean losses 0.5, 0.5 and 2.0. By how much does the mean of batch means lie above the mean over samples?',
    answer: 0.333,
    tolerance: 0.001,
    why: 'The mean of means is 1.0; over samples it is $(32 + 32 + 32) / 144 \\approx 0.667$.',
  },
  {
    id: 'memory-grows',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: 'Memory grows with every batch. Which lines can be the cause?',
    options: [
      {
        text: '`total = total.add(loss)` in a validation loop without `no_grad`',
        right: true,
        why: 'Backward never runs, so every graph stays with all its activations.',
      },
      {
        text: '`losses.push(loss)` in the training loop',
        right: true,
        why: 'Each tensor holds the nodes of its graph.',
      },
      { text: '`losses.push(loss.item())`', right: false, why: 'A number holds nothing.' },
      {
        text: '`total = total.add(loss.detach())`',
        right: false,
        why: 'The sum has no history; one small tensor stays.',
      },
      {
        text: '`hidden = rnn(x, hidden)`, carried from batch to batch',
        right: true,
        why: 'The graph of every earlier batch hangs on the state until it is detached.',
      },
    ],
  },
  {
    id: 'how-often-to-read-the-loss',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'On a GPU, `loss.item()` in each batch slows training down. Why, and what would you do instead?',
    rubric: [
      {
        points: 1,
        says: 'Kernels run asynchronously; item copies to the CPU and waits until everything before it is done.',
      },
      { points: 1, says: 'Sum detached losses on the device and read once an epoch, or only every n batches.' },
      { points: 1, says: 'Names what is lost: late notice of NaN, coarser curves.' },
    ],
    model:
      'The CPU queues kernels ahead of the GPU. `item()` needs the value, so it waits for the queue to drain and the GPU then idles until new work arrives. I add `loss.detach() * n` to a tensor on the device and read it once an epoch, or log every fifty batches. The price is that a NaN is noticed later and the curve is coarser.',
  },
] as const satisfies QuestionSet;
