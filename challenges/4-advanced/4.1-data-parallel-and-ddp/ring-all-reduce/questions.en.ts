import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'why-not-a-root',
    stage: 'concept',
    kind: 'single',
    prompt: 'Why not send all gradients to rank 0, add them up there and broadcast the sum?',
    options: [
      {
        text: 'The sum would be less exact.',
        right: false,
        why: 'It is the same sum, perhaps in another order.',
      },
      {
        text: 'The link of rank 0 carries everything: its load grows with the number of ranks.',
        right: true,
        why: 'It receives $N - 1$ whole tensors and sends as many, while all other links are idle. In the ring every link carries $2(N-1)/N$ tensors.',
      },
      {
        text: 'Rank 0 would have to hold the parameters of all ranks.',
        right: false,
        why: 'It could add them up one after the other. Time is the problem, not memory.',
      },
      {
        text: 'It takes more messages in all.',
        right: false,
        why: 'It takes fewer: $2(N-1)$ in all, the ring takes $2N(N-1)$ smaller ones.',
      },
    ],
  },
  {
    id: 'bytes-of-a-rank',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A model has 100 million float32 parameters. How many megabytes (10⁶ bytes) of gradients does each of 8 ranks send in one ring all-reduce?',
    answer: 700,
    tolerance: 0.5,
    why: '$2 \\cdot \\tfrac{7}{8} \\cdot 400 = 700$ MB. With 64 ranks it is 787.5 MB: the amount hardly grows, never beyond twice the data.',
  },
  {
    id: 'complete-after-half',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'Five ranks; in step $s$ of the first phase rank $r$ sends piece $r - s$. Which piece is complete on rank 3 when the phase ends?',
    options: [
      { text: 'Piece 3', right: false, why: 'That is the piece it sent first: it holds only its own part of it.' },
      {
        text: 'Piece 4',
        right: true,
        why: 'In the last step, $s = 3$, it receives piece $3 - 3 - 1 = -1$, which is piece 4: the one after its own number.',
      },
      { text: 'Piece 2', right: false, why: 'It received this one first, when it held the parts of two ranks.' },
      { text: 'All of them', right: false, why: 'Each rank has one. The second phase spreads them.' },
    ],
  },
  {
    id: 'sum-in-another-order',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'Three ranks hold the float32 values $10^8$, $1$ and $-10^8$, in this order. A ring adds them along the way: what is the sum when it starts on rank 0, so that rank 1 adds second and rank 2 last?',
    answer: 0,
    tolerance: 0,
    why: '$10^8 + 1$ rounds to $10^8$ in float32, whose neighbours are 8 apart there, and $-10^8$ leaves 0. Starting on rank 2 it is $-10^8 + 10^8 + 1 = 1$. The order depends on the piece and on the number of ranks, so results differ between runs with other numbers of ranks; between the ranks of one run they do not, because sums are copied.',
  },
  {
    id: 'small-messages',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'You reduce many tensors of a few hundred bytes over 256 ranks, and the ring is slow although hardly any bytes are sent. Why, and what do you do?',
    rubric: [
      { points: 1, says: 'Latency: 2(N − 1) = 510 steps, one after the other, each with a fixed cost.' },
      { points: 1, says: 'Pack tensors into buckets, so that one reduction serves many.' },
      {
        points: 1,
        says: 'A tree (log N steps), or a hierarchy: reduce within the machine first, then between machines.',
      },
    ],
    model:
      'The ring is made for bandwidth: its 510 steps follow one another, and for small tensors each costs the latency of a message and nothing else. I put many tensors into one bucket, as DDP does. For what is small in any case, a tree needs about $2 \\log_2 N = 16$ steps, and NCCL chooses it by size. With several GPUs in a machine I reduce within each machine over the fast links, between machines with one member each, and broadcast inside.',
  },
] as const satisfies QuestionSet;
