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

export function prepare(model: Pretrained, { in_features, classes, p, lr }: Head) {
  for (const parameter of model.parameters()) parameter.requires_grad_(false);
  model.add_module('fc', new nn.Sequential(new nn.Dropout(p), new nn.Linear(in_features, classes)));
  const trained = [...model.parameters()].filter(({ requires_grad }) => requires_grad);
  return new optim.SGD(trained, { lr, momentum: 0.9 });
}

// The body is run as a feature extractor: with an identity in the head's place, and no graph.
export function train_epoch(model: Pretrained, optimizer: { step(): unknown; zero_grad(): void }, batches: Batches) {
  const head = model.fc;
  const features = (x: Tensor): Tensor => {
    model.fc = new nn.Identity();
    model.eval();
    const out = torch.no_grad(() => model(x));
    model.fc = head;
    return out;
  };
  let sum = 0;
  for (const [x, y] of batches) {
    const input = features(x);
    head.train();
    const log_p = nn.functional.log_softmax(head(input), 1);
    const loss = nn.functional.nll_loss(log_p, y, { reduction: 'sum' });
    optimizer.zero_grad();
    loss.div(y.shape[0] ?? 1).backward();
    optimizer.step();
    sum += loss.item();
  }
  return sum / batches.reduce((count, [, y]) => count + (y.shape[0] ?? 0), 0);
}
