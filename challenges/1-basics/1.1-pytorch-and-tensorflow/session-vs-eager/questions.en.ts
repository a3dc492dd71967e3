import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'main-difference',
    stage: 'concept',
    kind: 'single',
    prompt: 'In one sentence: what was the main difference between PyTorch and TensorFlow 1?',
    options: [
      {
        text: 'PyTorch runs each operation at once and records the graph meanwhile; TensorFlow 1 defined a whole graph first and ran it in a session.',
        right: true,
        why: 'Debugging, control flow, deployment and optimisation differ because of this.',
      },
      {
        text: 'PyTorch has no computation graph.',
        right: false,
        why: 'It builds one in every forward pass; `grad_fn` leads into it, and `backward()` walks it.',
      },
      {
        text: 'TensorFlow 1 could differentiate automatically, PyTorch needs a backward for each model.',
        right: false,
        why: 'Both differentiate automatically: one by adding nodes to the graph, the other by walking back through what was recorded.',
      },
      {
        text: 'PyTorch runs on GPUs, TensorFlow mainly on CPUs.',
        right: false,
        why: 'Both run on both; TensorFlow on TPUs as well from early on.',
      },
    ],
  },
  {
    id: 'true-today',
    stage: 'concept',
    kind: 'multiple',
    prompt: 'Which of these are true of PyTorch 2 and TensorFlow 2 as they are today?',
    options: [
      {
        text: 'TensorFlow 2 executes eagerly unless a function is wrapped in `tf.function`.',
        right: true,
        why: 'Sessions and placeholders survive only in `tf.compat.v1`.',
      },
      {
        text: 'PyTorch can compile graphs: with TorchScript, and with `torch.compile`.',
        right: true,
        why: 'Eager is the default, not the only mode.',
      },
      {
        text: 'TensorFlow models still need `Session.run`.',
        right: false,
        why: 'Calling a Keras model or a `tf.function` is enough since 2019.',
      },
      {
        text: 'PyTorch models can only be served from Python.',
        right: false,
        why: 'TorchScript runs in C++, and models are exported to ONNX and other formats.',
      },
      {
        text: 'Both let an ordinary Python `if` look at the value of a tensor in eager mode.',
        right: true,
        why: 'The value is there. Under tracing it is not, and the branch is baked in or rewritten.',
      },
    ],
  },
  {
    id: 'order-of-a-run',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'A TensorFlow 1 program trains for one step and then another. Put what happens in order.',
    items: [
      'Placeholders, variables, loss and the training operation are defined.',
      'A session is opened.',
      'The initialiser is run, and the variables get their values.',
      '`run` is called with the training operation and a batch.',
      'The session prunes the graph to what the fetches need and executes it.',
      '`run` is called with the same fetches and another batch.',
    ],
    why: 'The graph is defined once and holds no values. The session holds the variables, so it must exist before they are initialised. Each run only exchanges the feeds.',
  },
  {
    id: 'prints-in-the-graph',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'Under TensorFlow 1 a Python function builds a layer and holds `print("layer")`. It is called 3 times while the graph is being defined; the graph is then run 100 times. How often is "layer" printed?',
    answer: 3,
    tolerance: 0,
    why: 'Python runs only while the graph is being built. What should happen in each run must be a node (`tf.print`). In PyTorch forward is Python, so it would be printed in each of the 100 passes for each layer.',
  },
  {
    id: 'operators-of-a-run',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      'With the library of this challenge: `a = x.add(x)`, `b = a.mul(a)`, `c = b.add(a)`, `d = c.mul(x)`, `e = cond(b.sum(), c, d)`; `x` is fed with `torch.tensor([1, -3])`. How many operators among `add`, `mul` and `sum` does `session.run([e, b, e], [[x, …]])` run in all?',
    answer: 4,
    tolerance: 0,
    why: '`a`, `b` and the sum of `b` once each, which is 4 + 36, above 0; so the branch `c` is taken: one more `add`. `d` never runs, and the second `e` is already known.',
  },
  {
    id: 'which-for-what',
    stage: 'trade-off',
    kind: 'short',
    prompt:
      'Your team trains research models that change every week, and ships one of them to phones. What do you say for and against a define-then-run framework?',
    rubric: [
      {
        points: 1,
        says: 'For research: eager code is debugged line by line and uses plain control flow, so changes are quick.',
      },
      {
        points: 1,
        says: 'For shipping: a graph known in advance can be optimised, quantized and run without Python.',
      },
      {
        points: 1,
        says: 'Today one need not choose: train eagerly and export or compile (TorchScript, ONNX, `torch.compile`, `tf.function`), with the limits of capturing.',
      },
    ],
    model:
      'I would write the models eagerly: an error shows at its line, intermediate values can be printed, and a loop or an `if` is ordinary code. A phone wants the opposite: a fixed graph that can be fused, quantized, planned in memory and run without Python. Since both frameworks now capture graphs from eager code, I train eagerly and export, and I test the exported model on inputs that take the other branches, because tracing keeps only the one it saw.',
  },
] as const satisfies QuestionSet;
