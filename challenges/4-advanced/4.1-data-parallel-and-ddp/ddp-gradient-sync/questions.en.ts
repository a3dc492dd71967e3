import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-a-rank-holds',
    stage: 'concept',
    kind: 'single',
    prompt: 'A model is trained with `DistributedDataParallel` on four GPUs. What does each process hold?',
    options: [
      {
        text: 'A quarter of the layers and the whole batch',
        right: false,
        why: 'That is pipeline or model parallelism. DDP needs a model that fits on one GPU.',
      },
      {
        text: 'The whole model, its gradients and its optimizer, and a batch of its own',
        right: true,
        why: 'Data parallelism: the model is repeated, the data are divided. Equal weights and equal gradients keep the copies equal.',
      },
      {
        text: 'The whole model on rank 0; the others get a copy in every forward',
        right: false,
        why: 'That is `DataParallel`: one process, the module copied to the other GPUs in every forward.',
      },
      {
        text: 'A quarter of each parameter, gathered when a layer needs it',
        right: false,
        why: 'That is FSDP (ZeRO stage 3). DDP shards nothing.',
      },
    ],
  },
  {
    id: 'what-travels',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What does DDP send between ranks during the second training step (default settings)?',
    options: [
      { text: 'The gradients', right: true, why: 'In buckets, by all_reduce, while backward still runs.' },
      {
        text: 'The parameters',
        right: false,
        why: 'Only once, in the constructor. Afterwards equal gradients keep them equal.',
      },
      {
        text: 'The buffers of rank 0',
        right: true,
        why: '`broadcast_buffers=True`: before each forward, so that running statistics are the same everywhere.',
      },
      {
        text: 'The losses',
        right: false,
        why: 'Each rank has its own. To log the mean you reduce it yourself; no gradient changes by that.',
      },
      {
        text: 'The state of the optimizer',
        right: false,
        why: 'Every rank has one, fed with the same gradients. It is equal without being sent.',
      },
    ],
  },
  {
    id: 'unequal-batches',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'In the last step rank 0 has 3 samples with a mean gradient of 1, rank 1 has 1 sample with a gradient of 5. By how much does the gradient of DDP differ from that of one batch of four samples?',
    answer: 1,
    tolerance: 0.001,
    why: 'DDP takes $(1 + 5) / 2 = 3$, the batch of four $(3 \\cdot 1 + 5) / 4 = 2$. That is why `DistributedSampler` pads: all ranks get equally many samples.',
  },
  {
    id: 'running-mean-of-rank-one',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'Two ranks train a `BatchNorm1d(1)` with momentum 0.1 and a running mean of 0. In every step the batch of rank 0 has the mean 10, that of rank 1 the mean −10. What is `running_mean` on rank 1 after two steps of DDP (two decimals)?',
    answer: -0.1,
    tolerance: 0.006,
    why: 'Before the second forward rank 1 gets the running mean of rank 0, which is 1: $0.9 \\cdot 1 + 0.1 \\cdot (-10) = -0.1$. Its own first step is lost. Save the buffers of rank 0, and take `SyncBatchNorm` where the statistics should be those of all.',
  },
  {
    id: 'one-iteration',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put one iteration of DDP in order.',
    items: [
      'Buffers of rank 0 are broadcast.',
      'Each rank runs its own forward and computes its own loss.',
      'Backward makes the gradients of the last layers; their bucket is full and its all_reduce starts.',
      'Backward goes on with the first layers while that bucket travels.',
      'Backward waits for all buckets; the means are copied into `.grad`.',
      'Each rank steps with its own optimizer.',
    ],
    why: 'Parameters are put into buckets in reverse order because that is roughly how their gradients arrive. The optimizer must not run before the last bucket is back: `backward()` returns only then.',
  },
  {
    id: 'accumulating-under-ddp',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'You accumulate gradients over eight micro-batches under DDP. Every `backward()` synchronises. What does that cost, and how do you avoid it?',
    rubric: [
      { points: 1, says: 'Eight all_reduces of all gradients where one is enough; the result is the same.' },
      { points: 1, says: 'Runs forward and backward of the first seven inside `no_sync()`.' },
      {
        points: 1,
        says: 'Names a limit: gradients then cannot travel during the seven, or the loss must be divided by eight, or the forward too belongs inside.',
      },
    ],
    model:
      'The averaging is linear, so averaging after each micro-batch or once at the end gives the same gradient, but the first sends everything eight times. I run the first seven, forward and backward, inside `with model.no_sync():`, and the eighth outside: its backward reduces the sum of all eight. The loss is divided by eight as always, and only the last backward can hide its communication behind computation.',
  },
] as const satisfies QuestionSet;
