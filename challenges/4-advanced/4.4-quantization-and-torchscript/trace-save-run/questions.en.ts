import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'which-file-runs',
    stage: 'concept',
    kind: 'single',
    prompt: 'A server has PyTorch, but none of your source. Which file can it run?',
    options: [
      {
        text: 'What `torch.jit.save` wrote.',
        right: true,
        why: 'It holds the graphs beside the tensors.',
      },
      {
        text: 'What `torch.save(model)` wrote.',
        right: false,
        why: 'It is a pickle: it names the class by its module path, and loading imports it from there.',
      },
      {
        text: 'What `torch.save(model.state_dict())` wrote.',
        right: false,
        why: 'It holds tensors by name and no computation.',
      },
      {
        text: 'Any of them, since PyTorch stores the bytecode of `forward`.',
        right: false,
        why: 'It stores none in any of these files.',
      },
    ],
  },
  {
    id: 'order-of-an-export',
    stage: 'concept',
    kind: 'ordering',
    prompt: 'Put the steps of a careful export in order.',
    items: [
      'Note the mode of every module.',
      'Switch to evaluation mode.',
      'Trace on an example and save.',
      'Put every module back into its mode.',
      'Load the bytes and compare with the model on other batches.',
    ],
    why: 'The mode is part of what is traced, so it comes before; what is compared is the file that was read back, on inputs that the trace has not seen.',
  },
  {
    id: 'statistics-after-a-trace',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`model = nn.Sequential(new nn.BatchNorm1d(1))` is new and in training mode. `torch.jit.trace(model, torch.ones(4, 1).mul(10), { check_trace: false })` runs once. What is `running_mean` now?',
    answer: 1,
    tolerance: 1e-5,
    why: 'Tracing is a forward pass: $0.9 \\cdot 0 + 0.1 \\cdot 10 = 1$. With the check on, the model runs more often and the statistics move further.',
  },
  {
    id: 'eval-on-a-trace',
    stage: 'deep-dive',
    kind: 'multiple',
    prompt:
      'A net with dropout was traced in training mode, and `eval()` is called on the loaded program. What is true?',
    options: [
      {
        text: 'It still drops units.',
        right: true,
        why: 'The flag was recorded as an argument of the operator.',
      },
      {
        text: '`program.training` is false.',
        right: true,
        why: 'The attribute changes; no recorded operator reads it.',
      },
      {
        text: 'Two calls with the same input may differ.',
        right: true,
        why: 'Each call draws another mask.',
      },
      {
        text: 'A scripted program would behave in the same way.',
        right: false,
        why: 'A script keeps `self.training` as something to be read, so `eval()` works there.',
      },
    ],
  },
  {
    id: 'nan-in-a-check',
    stage: 'deep-dive',
    kind: 'single',
    prompt:
      'A release check does `let worst = 0; for (…) if (d > worst) worst = d;` and ships when `worst < 1e-3`. One output of the exported model is `NaN`. What happens?',
    options: [
      {
        text: 'It ships: `NaN > worst` is false, and so `worst` stays 0.',
        right: true,
        why: 'Write the check so that it passes only when something is true: `if (!(d <= 1e-3)) throw`.',
      },
      {
        text: 'It does not ship, because `worst` becomes `NaN`.',
        right: false,
        why: 'It would with `Math.max`. Here the assignment never runs.',
      },
      {
        text: 'The comparison throws.',
        right: false,
        why: 'Comparing with `NaN` is false, not an error.',
      },
      {
        text: 'It ships only if `NaN` comes last.',
        right: false,
        why: 'The place does not matter.',
      },
    ],
  },
  {
    id: 'copy-or-restore',
    stage: 'trade-off',
    kind: 'short',
    prompt: 'To export during training: work on a deep copy, or switch the model and restore it? What speaks for each?',
    rubric: [
      { points: 1, says: 'Copy: nothing to restore, also when tracing throws; costs the memory of another model.' },
      { points: 1, says: 'Switch: no memory, but each module’s mode must come back, also after an error (finally).' },
    ],
    model:
      'A deep copy cannot leave anything behind, even if tracing throws, but a large model is held twice, on the GPU perhaps. Switching costs nothing; then I note the mode of every module, not of the root only, and restore in a finally block. For a model that fits twice I take the copy.',
  },
] as const satisfies QuestionSet;
