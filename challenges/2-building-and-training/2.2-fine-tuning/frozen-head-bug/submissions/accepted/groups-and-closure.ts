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

// Only layer1 is touched: the rest is never frozen. What layer1 computes needs no graph either.
export function fine_tune(run: Run): number[] {
  const { model, batches } = run;
  const head = new nn.Linear(model.fc.in_features, run.classes);
  model.fc = head;
  for (const parameter of model.layer1.parameters()) parameter.requires_grad_(false);

  const optimizer = new optim.SGD([{ params: model.layer2.parameters() }, { params: head.parameters() }], {
    lr: run.lr,
    momentum: 0.9,
  });
  const history = torch.zeros(run.epochs, { dtype: torch.float64 });
  model.train();
  for (let step = 0; step < run.epochs * batches.length; step++) {
    const [x, y] = batches[step % batches.length] ?? [];
    if (!x || !y) break;
    const loss = optimizer.step(() => {
      optimizer.zero_grad();
      const log_p = nn.functional.log_softmax(model(x), 1);
      const mean = nn.functional.nll_loss(log_p, y);
      mean.backward();
      return mean;
    });
    history.select(0, Math.floor(step / batches.length)).add_(loss.item() / batches.length);
  }
  for (const part of model.modules()) part.training = false;
  return history.tolist() as number[];
}
