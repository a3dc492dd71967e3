import torch, { type nn, type optim, type Tensor } from 'torch';

type Batches = Iterable<[Tensor, Tensor]>;
type Loss = (output: Tensor, target: Tensor) => Tensor;

export interface Run {
  model: nn.Module;
  train_loader: Batches;
  val_loader: Batches;
  loss_fn: Loss;
  optimizer: optim.Optimizer;
  scheduler: { step(): void };
  epochs: number;
  writer: { add_scalar(tag: string, value: number, global_step: number): void };
}

function evaluate(model: nn.Module, batches: Batches, loss_fn: Loss): { loss: number; accuracy: number } {
  using _ = torch.no_grad();
  model.train(false);
  const seen = { loss: 0, right: 0, samples: 0 };
  for (const [x, y] of batches) {
    const scores: Tensor = model(x);
    const [, guess] = scores.max(1);
    seen.loss += Number(loss_fn(scores, y)) * y.numel();
    seen.right += guess.sub(y).eq(0).sum().item();
    seen.samples += y.numel();
  }
  return { loss: seen.loss / seen.samples, accuracy: seen.right / seen.samples };
}

function train_epoch(run: Run, onBatch: (loss: number) => void): number {
  run.model.train();
  const losses: number[] = [];
  const sizes: number[] = [];
  for (const [x, y] of run.train_loader) {
    const loss = run.loss_fn(run.model(x), y);
    run.optimizer.zero_grad();
    loss.backward();
    run.optimizer.step();
    losses.push(loss.item());
    sizes.push(x.shape[0] ?? 0);
    onBatch(loss.item());
  }
  const total = sizes.reduce((a, b) => a + b, 0);
  return losses.reduce((sum, loss, i) => sum + (loss * (sizes[i] ?? 0)) / total, 0);
}

export function fit(run: Run): void {
  const { writer, epochs } = run;
  let batches = 0;
  for (let epoch = 0; epoch !== epochs; epoch += 1) {
    const rate = run.optimizer.param_groups.map((group) => Number(group.lr))[0] ?? NaN;
    const train_loss = train_epoch(run, (loss) => {
      writer.add_scalar('Loss/batch', loss, batches);
      batches += 1;
    });
    run.scheduler.step();
    const { loss, accuracy } = evaluate(run.model, run.val_loader, run.loss_fn);
    writer.add_scalar('Loss/train', train_loss, epoch);
    writer.add_scalar('Loss/val', loss, epoch);
    writer.add_scalar('Accuracy/val', accuracy, epoch);
    writer.add_scalar('LR', rate, epoch);
  }
}
