import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import sessionVsEager from './session-vs-eager/questions.en.ts';

export default [
  questionFrom(sessionVsEager, 'main-difference'),
  questionFrom(sessionVsEager, 'true-today'),
  questionFrom(sessionVsEager, 'order-of-a-run'),
  questionFrom(sessionVsEager, 'prints-in-the-graph'),
  {
    id: 'tape-and-grad',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these set `tf.GradientTape` of TensorFlow 2 and autograd of PyTorch apart?',
    options: [
      {
        text: 'The tape records only inside its `with` block; PyTorch records wherever an operand requires a gradient, unless it is told not to.',
        right: true,
        why: 'So PyTorch has a word for switching off (`torch.no_grad()`), TensorFlow one for switching on.',
      },
      {
        text: '`tape.gradient` returns the gradients; `backward()` adds them to `.grad` of the leaves.',
        right: true,
        why: 'That is why a PyTorch loop needs `zero_grad()` and a TensorFlow loop has nothing like it. PyTorch has the other form too, as `torch.autograd.grad`.',
      },
      {
        text: 'The tape works in reverse mode, PyTorch in forward mode.',
        right: false,
        why: 'Both work in reverse: one pass back from the loss gives the gradients of all parameters.',
      },
      {
        text: 'Constants are never differentiated by a tape.',
        right: false,
        why: 'They are not watched by themselves, unlike trainable variables; `tape.watch(x)` makes it so, as `requires_grad_()` does in PyTorch.',
      },
      {
        text: 'An ordinary tape can be asked only once, an ordinary PyTorch graph as often as one likes.',
        right: false,
        why: 'They are alike here: the memory is freed after one pass, unless you say `persistent=True` or `retain_graph=True`.',
      },
    ],
  },
  {
    id: 'traced-how-often',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A function under a plain `@tf.function` is called with `1`, `2`, `1`, `tf.constant(1)`, `tf.constant(2)` and `tf.constant([1, 2])`, in this order. How often is it traced?',
    answer: 4,
    tolerance: 0,
    why: 'A Python number is part of the signature by its value: `1` and `2` are two traces, and the second `1` finds the first. A tensor is part of it by dtype and shape: one trace for the scalars, another one for the vector. Give numbers that change as tensors, or the function is traced for each.',
  },
  {
    id: 'gradients-of-two-passes',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A colleague ports a loop from TensorFlow line by line. `w = torch.tensor(2.0, requires_grad=True)`; then twice: `loss = w ** 2`, `loss.backward()`. In TensorFlow each pass gave the gradient 4. What is `w.grad` after the second?',
    answer: 8,
    tolerance: 0,
    why: '`backward()` adds: 4 + 4. What was missing in TensorFlow because it is not needed there, `optimizer.zero_grad()`, has to be added when porting.',
  },
  {
    id: 'dense-to-linear',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'The weights of a Keras `Dense(128)` layer on 784 inputs are to be loaded into `nn.Linear(784, 128)`. What do you do with its kernel?',
    options: [
      {
        text: 'Copy it as it is.',
        right: false,
        why: 'Its shape is `[784, 128]`, that of `Linear.weight` is `[128, 784]`: `load_state_dict` refuses it. Only a square layer would take it, and silently compute something else.',
      },
      {
        text: 'Transpose it.',
        right: true,
        why: 'Keras computes $xK$ with a kernel of `[in, out]`, PyTorch $xW^\\top$ with a weight of `[out, in]`. The bias goes over as it is.',
      },
      {
        text: 'Reshape it to `[128, 784]`.',
        right: false,
        why: 'The shape would be right and the numbers in the wrong places: `reshape` keeps the order in memory, it does not transpose.',
      },
      {
        text: 'It cannot be done: the two frameworks initialise differently.',
        right: false,
        why: 'They do, but how weights began does not matter to weights that have been trained.',
      },
    ],
  },
  {
    id: 'momentum-of-batchnorm',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'A Keras model has `BatchNormalization(momentum=0.99)`. Which `momentum` makes the running mean of `nn.BatchNorm1d` move in the same way?',
    answer: 0.01,
    tolerance: 1e-6,
    why: 'Keras keeps 0.99 of what it had; in PyTorch `momentum` is the share of the new: $(1 - m) \\cdot \\text{old} + m \\cdot \\text{new}$. With 0.99 in PyTorch the statistics would be nearly those of the last batch.',
  },
  questionFrom(sessionVsEager, 'which-for-what'),
] as const satisfies QuestionSet;
