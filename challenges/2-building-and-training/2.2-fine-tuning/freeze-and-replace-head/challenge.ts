import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'freeze-and-replace-head',
  version: 1,
  question: '2.2',
  title: { en: 'Freeze the body, replace the head', zh: '冻结主干，替换输出层' },
  kind: 'implement',
  difficulty: 2,
  minutes: 25,
  concepts: [
    'requires_grad_',
    'nn.Sequential',
    'nn.Dropout',
    'nn.Linear',
    'optim.SGD',
    'train',
    'eval',
    'running_mean',
    'running_var',
  ],
  prerequisites: ['two-layer-classifier'],
  entryPoints: [
    {
      name: 'prepare',
      kind: 'function',
      signature: 'prepare(model: Pretrained, head: Head): optim.SGD',
    },
    {
      name: 'train_epoch',
      kind: 'function',
      signature: 'train_epoch(model: Pretrained, optimizer: optim.SGD, batches: Batches): number',
    },
  ],
  limits: { timeLimitMs: 2000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'A gradient is one way to change a model, a forward pass is another. Which entries of `state_dict()` move although no optimizer knows them?',
      zh: '改变模型的途径不只有梯度，前向传播也算一种。`state_dict()` 里有哪些内容，优化器并不知道，却仍然会变？',
    },
    {
      en: 'Each module has a mode of its own. `model.eval()` sets all of them; one call on `model.fc` afterwards sets a part back. Do it in `train_epoch`: whoever validated in between has switched modes too.',
      zh: '每个模块都有自己的模式。`model.eval()` 会设置所有模块，之后只要对 `model.fc` 再调用一次，就能把这一部分切回来。这一步要放在 `train_epoch` 里：中间做过验证的人也切换过模式。',
    },
    {
      en: '`prepare`: `model.requires_grad_(false)`, then `model.fc = new nn.Sequential(new nn.Dropout(p), new nn.Linear(in_features, classes))`, then the optimizer over `model.fc.parameters()`. `train_epoch`: `model.eval(); model.fc.train();` before the loop.',
      zh: '`prepare`：先 `model.requires_grad_(false)`，再 `model.fc = new nn.Sequential(new nn.Dropout(p), new nn.Linear(in_features, classes))`，最后用 `model.fc.parameters()` 创建优化器。`train_epoch`：循环之前 `model.eval(); model.fc.train();`。',
    },
  ],
} as const satisfies Challenge;
