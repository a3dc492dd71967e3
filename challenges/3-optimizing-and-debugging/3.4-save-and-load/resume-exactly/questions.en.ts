import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'loss-jumps-after-resume',
    stage: 'concept',
    kind: 'single',
    prompt:
      'After a restart the validation loss is right, but within a few steps the training loss jumps up, and it takes a while to come down. Which part was most likely not restored?',
    options: [
      {
        text: 'The weights',
        right: false,
        why: 'Then the validation loss would be wrong from the start.',
      },
      {
        text: 'The optimizer',
        right: true,
        why: "Adam's moments begin at zero again: the first steps are as long as those at the very beginning of training.",
      },
      {
        text: 'The random state',
        right: false,
        why: 'Other masks and another order change the noise, not the level.',
      },
      { text: 'The epoch number', right: false, why: 'It decides when to stop, not how large a step is.' },
    ],
  },
  {
    id: 'what-a-step-reads',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these must a checkpoint hold, so that a run with AdamW, dropout and StepLR resumes exactly?',
    options: [
      { text: "The optimizer's `state_dict()`", right: true, why: 'Moments, step counts and the present options.' },
      { text: "The scheduler's `state_dict()`", right: true, why: 'Its counter decides when the next decay comes.' },
      { text: '`torch.get_rng_state()`', right: true, why: 'Dropout draws its masks from this stream.' },
      {
        text: 'The gradients of the last step',
        right: false,
        why: 'Between steps they are cleared before they are read.',
      },
      {
        text: 'The seed of the first process',
        right: false,
        why: 'A seed leads back to the first number, not to the present one.',
      },
    ],
  },
  {
    id: 'decays-twice',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'SGD with `lr` 1 and `StepLR(step_size=2, gamma=0.1)` has run 3 epochs. In a new process the optimizer is restored by `load_state_dict`; the scheduler is new, made over it before that, and is stepped 3 times to catch up. What is the learning rate then?',
    answer: 0.01,
    tolerance: 1e-9,
    why: 'After 3 epochs the saved rate is 0.1. The new scheduler counts from zero, and its second step multiplies the restored 0.1 by 0.1 again: 0.01.',
  },
  {
    id: 'order-of-resuming',
    stage: 'deep-dive',
    kind: 'ordering',
    prompt: 'Put the steps of a resumed process in order.',
    items: [
      'Build the model.',
      'Make the optimizer over its parameters.',
      'Make the scheduler over the optimizer.',
      'Load the state dicts of model, optimizer and scheduler.',
      'Set the random states.',
      'Go on with the next epoch.',
    ],
    why: 'Each part is built over the one before it. Building draws random numbers, so the streams are set when all else is in place.',
  },
  {
    id: 'how-often-to-save',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'A run of three weeks on preemptible machines has a checkpoint of 20 GB. What do you save, how often, and how do you keep a crash while saving from costing you the run?',
    rubric: [
      {
        points: 1,
        says: 'Weighs the cost of saving against the work that is lost: an interval in minutes, also in the middle of an epoch, with the position in the data saved.',
      },
      { points: 1, says: 'Writes to a temporary name and renames, and keeps the last few plus the best.' },
      {
        points: 1,
        says: 'Copies the state first and writes in the background, or shards it over the processes, so that training hardly waits.',
      },
    ],
    model:
      'I save everything that a step reads, with the position in the data, about every fifteen minutes, so that a preemption costs seven or eight on average. The state is copied to host memory and written in the background, each process its own shard. It goes to a temporary name and is renamed when complete; I keep the last three and the best, and test a resume before the long run starts.',
  },
] as const satisfies QuestionSet;
