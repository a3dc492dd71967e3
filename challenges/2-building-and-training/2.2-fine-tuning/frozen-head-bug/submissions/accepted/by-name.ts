import torch, { nn, optim, type Tensor } from 'torch';

export interface Pretrained extends nn.Module {
  layer1: nn.Module;
  layer2: nn.Module;
  fc: nn.Linear;
}

export interface Run {
  model: Pretrained;
  classes: number;
  batches: readonly (readonly [Tensor, Tensor])[];
  epochs: number;
  lr: number;
}

// The head first; then every parameter is decided by its name.
export const fine_tune = ({ model, classes, batches, epochs, lr }: Run): number[] => {
  model.fc = new nn.Linear(model.fc.in_features, classes);
  const trainable: Tensor[] = [];
  for (const [name, parameter] of model.named_parameters()) {
    parameter.requires_grad = !name.startsWith('layer1.');
    if (parameter.requires_grad) trainable.push(parameter);
  }
  const criterion = new nn.CrossEntropyLoss();
  const optimizer = new optim.SGD(trainable, { lr, momentum: 0.9 });
  const epoch = (): number => {
    model.train(true);
    const losses = batches.map(([x, y]) => {
      const loss = criterion(model(x), y);
      loss.backward();
      optimizer.step();
      optimizer.zero_grad();
      return loss.item();
    });
    model.train(false);
    return losses.reduce((a, b) => a + b) / losses.length;
  };
  return Array.from({ length: epochs }, epoch);
};
