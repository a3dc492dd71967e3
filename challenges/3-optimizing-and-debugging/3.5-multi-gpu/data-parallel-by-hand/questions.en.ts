import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'where-backward-runs',
    stage: 'concept',
    kind: 'single',
    prompt: 'The loss of a `DataParallel` model is computed on the first GPU. Where does backward run?',
    options: [
      {
        text: 'On the first GPU alone: only forward is parallel.',
        right: false,
        why: 'Often said, and wrong. The graph leads back through gather, through each replica on its own GPU, and through the copies of the parameters.',
      },
      {
        text: 'On every GPU for its own piece; the gradients of the parameters are then added up on the first.',
        right: true,
        why: 'The backward of a copy to a device is a copy back, and autograd adds what arrives at one leaf. Autograd has a thread for each GPU.',
      },
      {
        text: 'On the CPU, because the GPUs do not know one another’s pieces.',
        right: false,
        why: 'A node of the graph runs where its tensors lie.',
      },
      {
        text: 'Nowhere: each GPU steps with its own optimizer.',
        right: false,
        why: 'There is one optimizer, over the parameters of the one module.',
      },
    ],
  },
  {
    id: 'what-a-replica-shares',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'What is still there after the forward of a `DataParallel` model in training mode?',
    options: [
      {
        text: 'What the first piece did to the running statistics of batch normalisation',
        right: true,
        why: 'The first replica has the buffers of the module itself.',
      },
      {
        text: 'What the second piece did to them',
        right: false,
        why: 'It changed a copy, which is thrown away with the replica.',
      },
      {
        text: 'A counter that `forward` writes as `this.calls += 1`',
        right: false,
        why: 'With two devices or more each replica adds one to an attribute of its own, which is lost. State must be a buffer and be changed in place, and then only the first device’s change stays.',
      },
      {
        text: 'The graph through every replica',
        right: true,
        why: 'Backward needs it. The replicas themselves may go; what their operations saved does not, until backward has run.',
      },
    ],
  },
  {
    id: 'how-many-replicas',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt: 'A batch of 10 samples goes to a `DataParallel` over 8 GPUs. On how many of them is the module run?',
    answer: 5,
    tolerance: 0,
    why: '`chunk(8)` takes pieces of $\\lceil 10 / 8 \\rceil = 2$ rows, which makes five. Three GPUs stay idle; with 16 samples all eight would work, just as long.',
  },
  {
    id: 'loss-inside-the-module',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'The module returns its mean loss. Five samples on three devices give pieces of 2, 2 and 1 samples, with the losses 1, 2 and 6. You call `.mean()` on what comes back. By how much does that exceed the mean over the five samples?',
    answer: 0.6,
    tolerance: 0.001,
    why: 'The mean of the vector is $(1 + 2 + 6) / 3 = 3$, the mean over samples $(2 \\cdot 1 + 2 \\cdot 2 + 6) / 5 = 2.4$. Let the module return sums, or losses of single samples, when batches are not divisible.',
  },
  {
    id: 'one-forward',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put a training step with `DataParallel` in order.',
    items: [
      'The batch is cut and its pieces are sent to the devices.',
      'Parameters and buffers are broadcast from the first device.',
      'A thread for each device runs its replica.',
      'The outputs are gathered on the first device.',
      'Backward runs on every device and adds the gradients up on the first.',
      'The one optimizer steps, and the replicas are stale.',
    ],
    why: 'The weights are sent out in every forward because each step makes the replicas stale. DDP sends gradients instead, once, and keeps the copies.',
  },
  {
    id: 'why-ddp-on-one-machine',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'All your GPUs are in one machine. Why would you still take DistributedDataParallel rather than DataParallel?',
    rubric: [
      { points: 1, says: 'One process: its Python threads share the interpreter lock.' },
      { points: 1, says: 'The module is copied in every forward; DDP sends only gradients, during backward.' },
      { points: 1, says: 'The first GPU holds outputs, loss and gradients of all, so its memory is full first.' },
    ],
    model:
      'DataParallel is one process: the threads that run the replicas share one interpreter lock, which a model of many small operators feels. It broadcasts all parameters in every forward, gathers all outputs on the first GPU and adds all gradients up there, so that GPU is busier and fuller than the others. DDP has a process for each GPU and a copy that stays; it sends gradients once in each step, while backward still runs. What DataParallel has for it is that one line suffices.',
  },
] as const satisfies QuestionSet;
