import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-reverse-mode',
    stage: 'concept',
    kind: 'single',
    prompt: 'A loss depends on a million parameters. Why does training use reverse mode?',
    options: [
      {
        text: 'One walk back gives the derivative with respect to every parameter.',
        right: true,
        why: 'Reverse mode costs one walk for each output. There is one: the loss. Forward mode would need a pass for each parameter.',
      },
      {
        text: 'It needs less memory than forward mode.',
        right: false,
        why: 'It needs more: what the derivatives use must be kept until the walk comes back to it.',
      },
      {
        text: 'Its derivatives are exact, those of forward mode are approximate.',
        right: false,
        why: 'Both apply the chain rule exactly. Finite differences are what approximates.',
      },
    ],
  },
  {
    id: 'which-orders-work',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt: 'In which orders may `backward` visit the values of any graph?',
    options: [
      {
        text: 'The reverse of a list into which depth-first search writes each value after its operands',
        right: true,
        why: 'In that list every value comes after all it depends on, so reversed it comes before them.',
      },
      {
        text: 'Breadth first from the result',
        right: false,
        why: 'A value that is also reached over a longer way is visited while part of its gradient is still missing.',
      },
      {
        text: 'The reverse of the order of creation',
        right: true,
        why: 'A result is always made after its operands.',
      },
      {
        text: 'A value as soon as all its uses within the graph have been visited',
        right: true,
        why: 'That is exactly the condition; it is how PyTorch does it, with a count of missing dependencies.',
      },
    ],
  },
  {
    id: 'the-second-call',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'A small engine collects gradients in `.grad` itself: it sets `this.grad = 1`, then for each value in topological order adds `value.grad * local` to its operands’ `.grad`. With $a = 2$: `b = a.mul(3)`, `out = b.mul(b)`. `out.backward()` is called twice, nothing is zeroed. What does `a.grad` hold? (Correct would be 72.)',
    answer: 108,
    tolerance: 0.001,
    why: 'The first call leaves 12 in `b` and 36 in `a`. The second adds 12 again, so `b` holds 24 and sends $24 \\cdot 3 = 72$ on: $36 + 72 = 108$.',
  },
  {
    id: 'what-is-saved',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'Which value lets the node of `tanh` save the least for backward?',
    options: [
      {
        text: 'Its input $x$',
        right: false,
        why: 'It would do, but tanh must then be computed again, and the input may not be needed by anyone else.',
      },
      {
        text: 'Its result $t$',
        right: true,
        why: 'The derivative is $1 - t^2$, and the result is usually alive anyway, as operand of the next operation.',
      },
      { text: 'Both', right: false, why: 'The derivative follows from the result alone.' },
    ],
  },
  {
    id: 'order-of-the-example',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt:
      'With `a = 2`, `b = a.mul(3)`, `m = b.mul(a)`, `out = m.add(b)`: put in order what happens in `out.backward()`.',
    items: [
      '`out` gets 1.',
      '`m` gets 1 from `out`.',
      '`m` sends 2 to `b` and 6 to `a`.',
      '`b` sends its whole gradient, $3$, times 3 to `a`.',
      '`a` has everything: 15.',
    ],
    why: '`b` has two uses, `out` and `m`. Only when `m` has answered is its gradient $1 + 2 = 3$ complete.',
  },
  {
    id: 'tape-or-graph',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'An engine can append every operation to one global list (a tape) or let each result point to its operands (a graph). What speaks for either? Two or three sentences.',
    rubric: [
      {
        points: 1,
        says: 'A tape is already in order of execution: backward reads it from the end and needs no sorting.',
      },
      {
        points: 1,
        says: 'With a graph, what nobody holds any more is freed by itself; a global tape keeps everything until it is cleared.',
      },
      {
        points: 1,
        says: 'A graph lets backward visit only what the result depends on, and several graphs live side by side.',
      },
    ],
    model:
      'A tape is simple: execution order is a topological order, so backward just reads it from the end. But it holds every value until somebody clears it, and it has to be told when to record. A graph of references is freed with its result, keeps independent computations apart and visits only what the result depends on; it pays with a search for the order.',
  },
] as const satisfies QuestionSet;
