import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import dataParallelByHand from '../../3-optimizing-and-debugging/3.5-multi-gpu/data-parallel-by-hand/questions.en.ts';
import ddpGradientSync from './ddp-gradient-sync/questions.en.ts';
import ringAllReduce from './ring-all-reduce/questions.en.ts';

export default [
  questionFrom(ddpGradientSync, 'what-a-rank-holds'),
  questionFrom(dataParallelByHand, 'where-backward-runs'),
  questionFrom(ddpGradientSync, 'what-travels'),
  {
    id: 'from-one-gpu-to-eight',
    stage: 'concept',
    kind: 'single',
    prompt:
      'A net without batch normalisation or dropout is trained on one GPU with batches of 256 and SGD. Now eight GPUs share the work under DDP, each with 32 samples of the same 256; the loss is a mean. What must change so that the weights go on as before, up to rounding?',
    options: [
      {
        text: 'The learning rate, times eight, since each gradient is of only 32 samples.',
        right: false,
        why: 'The average of eight means over 32 is the mean over 256. One raises the learning rate when the global batch grows, and here it does not.',
      },
      {
        text: 'The learning rate, divided by eight, since eight gradients are added up.',
        right: false,
        why: 'DDP divides the sum by the number of ranks. Only a loss that is a sum over samples would differ.',
      },
      {
        text: 'Nothing.',
        right: true,
        why: 'All groups are equally large, so the mean of their means is the mean of all. With batch normalisation it would not be so: each rank normalises by its own 32 samples.',
      },
      {
        text: 'Each rank must be given one seed of its own for the weights.',
        right: false,
        why: 'The constructor of DDP broadcasts the weights of rank 0. Other seeds are wanted for augmentation and dropout, not for the weights.',
      },
    ],
  },
  {
    id: 'padded-samples',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'Ten samples are shared among four ranks by a `DistributedSampler` with its defaults. How many samples do all ranks together draw in an epoch?',
    answer: 12,
    tolerance: 0,
    why: 'Each rank must get equally many, $\\lceil 10 / 4 \\rceil = 3$, so two samples are drawn twice. With `drop_last=True` it would be 8. An accuracy that is added up over the ranks counts the doubled ones twice.',
  },
  {
    id: 'the-epoch-of-the-sampler',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'Nobody calls `sampler.set_epoch(epoch)` on the `DistributedSampler`, which shuffles. What happens?',
    options: [
      {
        text: 'Every epoch has the same order, and each rank sees the same samples again.',
        right: true,
        why: 'The order is drawn from `seed + epoch`, and the epoch stays 0. There is no error; the model just learns a little worse.',
      },
      {
        text: 'The ranks draw different orders, and some samples are seen by several of them.',
        right: false,
        why: 'Seed and epoch are the same on all ranks, so all draw the same order, and each takes its own share of it.',
      },
      {
        text: 'Nothing is shuffled.',
        right: false,
        why: 'It is, once: `shuffle=True` is the default.',
      },
      {
        text: 'The second epoch is empty, since the sampler is used up.',
        right: false,
        why: 'Each pass makes a new iterator.',
      },
    ],
  },
  questionFrom(ddpGradientSync, 'unequal-batches'),
  questionFrom(ddpGradientSync, 'one-iteration'),
  {
    id: 'one-batch-more',
    stage: 'deep-dive',
    kind: 'single',
    prompt: 'Without a sampler that pads, rank 0 has 101 batches and rank 1 has 100. What happens in the last step?',
    options: [
      {
        text: 'Rank 0 trains alone, and its weights differ by one step.',
        right: false,
        why: 'It would have to know that nobody else is there. A collective counts on all ranks of its group.',
      },
      {
        text: 'Rank 0 waits in its collective until a timeout, because rank 1 takes part in none.',
        right: true,
        why: 'A hang is what unequal numbers of collectives look like. `DistributedSampler` makes the numbers equal; `with Join([model]):` lets those that are done answer with zeros.',
      },
      {
        text: 'DDP gives rank 1 its first batch again.',
        right: false,
        why: 'DDP sees gradients. It knows nothing of where batches come from.',
      },
      {
        text: 'Rank 1 throws a StopIteration, and DDP ends all ranks.',
        right: false,
        why: 'Its loop simply ends, as loops do. Nothing tells the other ranks.',
      },
    ],
  },
  questionFrom(ringAllReduce, 'bytes-of-a-rank'),
  questionFrom(ddpGradientSync, 'accumulating-under-ddp'),
  questionFrom(dataParallelByHand, 'why-ddp-on-one-machine'),
] as const satisfies QuestionSet;
