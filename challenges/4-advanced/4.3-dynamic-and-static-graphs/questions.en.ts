import { questionFrom } from '#challenges/question-from.ts';
import type { QuestionSet } from '#challenges/questions.ts';
import dynamicControlFlow from './dynamic-control-flow/questions.en.ts';
import traceBakesTheBranch from './trace-bakes-the-branch/questions.en.ts';

export default [
  questionFrom(dynamicControlFlow, 'what-backward-walks'),
  {
    id: 'what-knowing-ahead-allows',
    stage: 'concept',
    kind: 'multiple',
    prompt:
      'What does a graph that is known before it runs allow, which an interpreter that sees one operation at a time cannot do?',
    options: [
      {
        text: 'Fusing several elementwise operations into one kernel',
        right: true,
        why: 'For that one must know the second before the first has run.',
      },
      {
        text: 'Leaving out what no output needs',
        right: true,
        why: 'When an operation runs eagerly, nobody knows yet whether its result will be used.',
      },
      {
        text: 'Deciding ahead which results can share memory',
        right: true,
        why: 'The lifetime of every intermediate value is known, so a plan can be made once.',
      },
      {
        text: 'Exact gradients',
        right: false,
        why: 'Both differentiate the same operations by the same rules. The record of an eager run is as exact.',
      },
      {
        text: 'Running operations on a GPU',
        right: false,
        why: 'Eager code launches kernels one by one; that works as well, and without waiting for each.',
      },
    ],
  },
  questionFrom(traceBakesTheBranch, 'what-is-baked'),
  {
    id: 'life-of-a-trace',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'A model goes from Python into a C++ server by way of `torch.jit.trace`. Put what happens in order.',
    items: [
      'The model is put into evaluation mode.',
      'Its forward runs on an example, and each tensor operation is recorded.',
      'The record is run on the same example and compared with the model.',
      'The record and the weights are saved in one file.',
      'The server loads the file, without the class.',
      'It runs the record on inputs that the trace never saw.',
    ],
    why: 'The mode comes first, since the trace keeps it: dropout that was on stays on. The comparison is part of `torch.jit.trace` and uses the example alone, so a branch that was not taken shows only in the last line.',
  },
  {
    id: 'what-script-keeps',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      '`f` returns `x * 2` where `x.sum() > 0`, else `x - 1`. It is traced on `torch.ones(2)`, and it is scripted. What do the two give for `-torch.ones(2)`?',
    options: [
      {
        text: 'Both give `[-2, -2]`, and both have kept the decision.',
        right: false,
        why: 'The numbers are right, the reason is not: −1 · 2 and −1 − 1 happen to be equal. For `[-3, -3]` the trace gives −6 and the script −4.',
      },
      {
        text: 'Both give `[-2, -2]`, but only the script has kept the decision.',
        right: true,
        why: 'The trace holds the product alone, the script a `prim::If` with both branches; at −1 they agree by chance. One input that takes the other branch does not prove an export right.',
      },
      {
        text: 'The trace gives `[2, 2]`, the script `[-2, -2]`.',
        right: false,
        why: 'The trace fixes the operations, not the result: the product runs on the new input.',
      },
      {
        text: 'The trace throws, because the input takes another branch.',
        right: false,
        why: 'It has no branch that could notice. There was a `TracerWarning` when it was made, and nothing since.',
      },
    ],
  },
  {
    id: 'bytes-of-a-fused-kernel',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '`relu(x * 2 + 1)` on a large tensor is limited by memory, not by arithmetic. Run one by one, each of the three operations reads one tensor and writes one. How many times less memory traffic has a single fused kernel?',
    answer: 3,
    tolerance: 0.001,
    why: 'Three reads and three writes become one of each: 6 tensors against 2. This is most of what compiling gains for elementwise code; a large matrix product gains little, since arithmetic is what limits it.',
  },
  {
    id: 'compiled-how-often',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      'In PyTorch 2 a function under `torch.compile` with its defaults has no graph breaks. It is called with batches of 8, 8, 16 and 32 rows. How often is it compiled?',
    answer: 2,
    tolerance: 0,
    why: 'The first graph is for 8 rows exactly, and a guard checks that. 16 rows fail it: the size is seen to vary, and the second graph is compiled for any number of rows, so that 32 needs no third. `dynamic=True` begins with that one, `dynamic=False` would make three.',
  },
  {
    id: 'when-the-graph-breaks',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'A function under `torch.compile` (defaults) contains `if x.sum().item() > 0:` with operations before and in both branches. What happens?',
    options: [
      {
        text: 'The branch of the first call is baked in, as in a trace.',
        right: false,
        why: 'That is what tracing by example does. `torch.compile` reads the bytecode and sees that Python needs a value here.',
      },
      {
        text: 'It refuses to compile.',
        right: false,
        why: 'Only with `fullgraph=True`, which is how one finds such places.',
      },
      {
        text: 'The graph breaks: what came before is one graph, Python decides, and what follows is compiled by itself.',
        right: true,
        why: 'The result is right for either sign. The price is a wait for the value and less to fuse; `torch.where` or `torch.cond` keep it in one graph.',
      },
      {
        text: 'Both branches are computed, and the right one is chosen.',
        right: false,
        why: 'Nothing rewrites the code that way; `torch.where` is how you ask for it.',
      },
    ],
  },
  questionFrom(traceBakesTheBranch, 'trace-or-script'),
  questionFrom(dynamicControlFlow, 'dynamic-or-static'),
] as const satisfies QuestionSet;
