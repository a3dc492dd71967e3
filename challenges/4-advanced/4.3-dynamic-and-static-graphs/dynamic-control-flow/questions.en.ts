import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-backward-walks',
    stage: 'concept',
    kind: 'single',
    prompt: 'A `forward` holds an `if` on a value and a `while` loop. What does `backward` differentiate?',
    options: [
      {
        text: 'The operators that ran in this call, in the order in which they depend on each other.',
        right: true,
        why: 'The graph is the record of a run. The next run leaves another one.',
      },
      {
        text: 'Both branches of the `if`, weighted by how often each was taken.',
        right: false,
        why: 'The branch that was not taken left no node behind.',
      },
      {
        text: 'The source of `forward`, which is translated at its first call.',
        right: false,
        why: 'That is what a script compiler does. Autograd never sees the source.',
      },
      {
        text: 'Nothing: data-dependent control flow needs special operators.',
        right: false,
        why: 'That is true of a graph built ahead, which must hold the decision itself.',
      },
    ],
  },
  {
    id: 'through-a-loop',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`w` is 0.5 and requires a gradient. `let x = torch.tensor(3.0); while (x.item() > 1) x = x.mul(w);` and then `x.backward()`. What is `w.grad`?',
    answer: 3,
    tolerance: 1e-6,
    why: '3, 1.5, 0.75: the loop ran twice, so $x = 3 w^2$ and the derivative is $6 w = 3$. That another $w$ would run it another number of times does not enter.',
  },
  {
    id: 'who-moves',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt:
      'A layer was used in the last step, but not in this one. `zero_grad()` ran before this backward pass. In which cases does its weight, which is not zero, still change in this step?',
    options: [
      {
        text: 'SGD with momentum, gradients zeroed with `set_to_none=False`',
        right: true,
        why: 'The gradient is a tensor of zeros; the velocity of the last step goes on.',
      },
      {
        text: 'AdamW, gradients zeroed with `set_to_none=False`',
        right: true,
        why: 'Weight decay and the remembered first moment both move it.',
      },
      {
        text: 'SGD with momentum, gradients set to `None`',
        right: false,
        why: 'A parameter without a gradient is skipped, with its velocity.',
      },
      {
        text: 'Plain SGD without momentum or weight decay, gradients zeroed with `set_to_none=False`',
        right: false,
        why: 'Zero times the learning rate is no step.',
      },
    ],
  },
  {
    id: 'level-by-level',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A balanced binary tree has 64 leaves. Recursion runs `binary` 63 times. How often does it run if all nodes of the same height are computed together?',
    answer: 6,
    tolerance: 0,
    why: '64 leaves have 32 parents, then 16, 8, 4, 2, 1: six heights. On a GPU, where a small kernel costs as much as its launch, this is what makes recursive nets affordable.',
  },
  {
    id: 'ddp-error',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'In DDP the second step of such a net fails with “Expected to have finished reduction in the prior iteration”. What has happened?',
    options: [
      {
        text: 'Some parameter got no gradient, so its bucket was never reduced.',
        right: true,
        why: 'DDP counts gradients as they arrive. `find_unused_parameters=True` marks the missing ones as ready, at the price of a walk through the graph.',
      },
      {
        text: 'The ranks had batches of different sizes.',
        right: false,
        why: 'The sizes of batches do not change which gradients arrive.',
      },
      {
        text: 'Recursion is not supported in DDP.',
        right: false,
        why: 'DDP sees gradients, not code.',
      },
      {
        text: '`backward` was called twice on the same graph.',
        right: false,
        why: 'That has an error of its own, about tensors that have been freed.',
      },
    ],
  },
  {
    id: 'dynamic-or-static',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'When would you rather have a graph that is built ahead, and what do you give up for it?',
    rubric: [
      { points: 1, says: 'Ahead: fusion, planning of memory, export and running without Python.' },
      { points: 1, says: 'As it runs: the language’s own control flow, a debugger at every line, shapes that differ.' },
      { points: 1, says: 'A middle way: develop eagerly, then script or compile the parts that are hot or shipped.' },
    ],
    model:
      'For serving and for hot, regular code I want the graph ahead: a compiler can fuse kernels, plan memory, and the result runs without Python. The price is that decisions must be in the graph, shapes are more or less fixed, and a breakpoint shows the compiler instead of my values. For research and irregular data I build it as it runs. In practice I develop eagerly and script or compile what is stable.',
  },
] as const satisfies QuestionSet;
