import torch, { nn, optim, type Tensor } from 'torch';

/** A part of the model, frozen or not. */
interface Part extends nn.Module {
  requires_grad?: boolean;
}

export interface Pretrained extends nn.Module {
  layer1: Part;
  layer2: Part;
  fc: nn.Linear & Part;
}

export interface Run {
  model: Pretrained;
  classes: number;
  batches: readonly (readonly [Tensor, Tensor])[];
  epochs: number;
  lr: number;
}

export function fine_tune({ model, classes, batches, epochs, lr }: Run): number[] {
  model.eval(); // batch normalisation keeps its trained statistics

  // Freeze everything, then release the last block and the head.
  for (const parameter of model.parameters()) parameter.requires_grad = false;
  model.layer2.requires_grad = true;
  model.fc.requires_grad = true;

  // A new head for the new classes.
  model.fc = new nn.Linear(model.fc.in_features, classes);

  // Train what is not frozen.
  const trainable = [...model.parameters()].filter((parameter) => parameter.requires_grad);
  const optimizer = new optim.SGD(trainable, { lr, momentum: 0.9 });

  const history: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let total = 0;
    for (const [x, y] of batches) {
      optimizer.zero_grad();
      const loss = nn.functional.cross_entropy(model(x), y);
      loss.backward();
      optimizer.step();
      total += loss.item();
    }
    history.push(total / batches.length);
  }
  return history;
}
