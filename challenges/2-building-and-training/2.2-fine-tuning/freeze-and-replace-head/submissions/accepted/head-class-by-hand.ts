import torch, { nn, optim, type Tensor } from 'torch';

export interface Pretrained extends nn.Module {
  fc: nn.Module;
}
export interface Head {
  in_features: number;
  classes: number;
  p: number;
  lr: number;
}
export type Batches = readonly (readonly [Tensor, Tensor])[];

// The head first, then everything that is not its own is frozen, by name; modes are set module by module.
export const prepare = (model: Pretrained, head: Head) => {
  const linear = new nn.Linear(head.in_features, head.classes);
  model.fc = new nn.Sequential(new nn.Dropout({ p: head.p }), linear);
  const trained: Tensor[] = [];
  for (const [name, parameter] of model.named_parameters()) {
    if (name.startsWith('fc.')) trained.push(parameter);
    else parameter.requires_grad = false;
  }
  return new optim.SGD([{ params: trained, lr: head.lr }], { lr: 1, momentum: 0.9 });
};

export const train_epoch = (
  model: Pretrained,
  optimizer: { step(): unknown; zero_grad(): void },
  batches: Batches,
): number => {
  const losses: Tensor[] = [];
  for (const [x, y] of batches) {
    for (const [name, part] of model.named_modules()) part.training = name === 'fc' || name.startsWith('fc.');
    const each = new nn.CrossEntropyLoss({ reduction: 'none' })(model(x), y);
    each.mean().backward();
    optimizer.step();
    optimizer.zero_grad();
    losses.push(each.detach());
  }
  return torch.cat(losses).mean().item();
};
