import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-calibration-needs',
    stage: 'concept',
    kind: 'single',
    prompt: 'What does calibration for static quantization need?',
    options: [
      {
        text: 'Inputs like those in production, without labels.',
        right: true,
        why: 'Observers record the range of activations during forward passes; nothing is learned.',
      },
      {
        text: 'The training set with its labels, for a few epochs.',
        right: false,
        why: 'That would be quantization-aware training. Calibration takes no step.',
      },
      {
        text: 'The weights alone.',
        right: false,
        why: 'They give the scales of weights. The range of activations depends on the data.',
      },
      {
        text: 'Random noise of the right shape.',
        right: false,
        why: 'The ranges it finds are those of noise; real inputs are cut off or use a fraction of the integers.',
      },
    ],
  },
  {
    id: 'order-of-the-steps',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'Put the steps of static quantization in eager mode in order.',
    items: ['`model.eval()`', '`fuse_modules`', 'set `qconfig`', '`prepare`', 'run the calibration data', '`convert`'],
    why: 'Fusing folds the running statistics, so it needs evaluation mode; prepare inserts observers only where it finds a qconfig; convert reads what the observers have seen.',
  },
  {
    id: 'without-calibration',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'Somebody forgets to calibrate: the `Quantize` at the input has scale 1 and zero point 0. Which value does an input of 2.5 have after `quantize_per_tensor(x, 1.0, 0, torch.quint8).dequantize()`?',
    answer: 2,
    tolerance: 0,
    why: 'Halves are rounded to the even neighbour. On pixels between 0 and 1 such a scale leaves nothing but zeros and ones.',
  },
  {
    id: 'silent-float',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt:
      'After `convert` the model is as large as before and gives the very same outputs. What may have gone wrong?',
    options: [
      {
        text: '`qconfig` was set after `prepare`.',
        right: true,
        why: 'prepare found none and inserted no observer, so convert had nothing to exchange.',
      },
      {
        text: 'The result of `convert` was thrown away and the prepared model used.',
        right: true,
        why: 'Without inplace it returns a new model; the prepared one still computes in float.',
      },
      {
        text: 'The calibration data was too little.',
        right: false,
        why: 'Then the scales would be poor, but the layers would be int8 and the file small.',
      },
      {
        text: '`fuse_modules` was left out.',
        right: false,
        why: 'That costs speed and accuracy, yet the layers are quantized one by one.',
      },
    ],
  },
  {
    id: 'size-of-a-linear',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A `Linear(1024, 1000)` is quantized for each output channel: weights in int8, the bias in float32, for each channel a scale in float64 and a zero point in int64. How many times smaller is it than in float32 (one decimal)?',
    answer: 3.9,
    tolerance: 0.06,
    why: '$4 \\cdot 1024 \\cdot 1000 + 4000 = 4\\,100\\,000$ bytes become $1\\,024\\,000 + 4000 + 16\\,000 = 1\\,044\\,000$: 3.93 times. With few weights for each channel, what goes with them weighs more.',
  },
  {
    id: 'accuracy-fell',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'After static quantization the accuracy of a model has fallen by four points. How do you proceed?',
    rubric: [
      {
        points: 1,
        says: 'Looks for the cause layer by layer: compares float and int8 outputs, or quantizes one layer at a time.',
      },
      {
        points: 1,
        says: 'Tries what costs little: more or better calibration data, histogram observers, scales per channel, leaving the worst layers in float.',
      },
      { points: 1, says: 'Goes to quantization-aware training only then, and names its cost.' },
    ],
    model:
      'First I check that calibration used data like production and evaluation mode. Then I compare activations of both models layer by layer to find where the error arises, often the first or last layer or one with outliers. Cheap remedies are scales per channel, histogram observers instead of min and max, more data, and leaving a few sensitive layers in float. If that is not enough I fine-tune with fake quantization for an epoch or two, which needs labels, the training pipeline and time.',
  },
] as const satisfies QuestionSet;
