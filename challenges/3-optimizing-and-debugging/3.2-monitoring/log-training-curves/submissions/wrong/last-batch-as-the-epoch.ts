// mistake: last-batch-as-the-epoch
// en: Loss/train is the loss of the last batch.
// zh: Loss/train 只是最后一个批次的损失。
// fails: logs-the-mean-over-samples
import torch, { nn, type optim, type Tensor } from 'torch';

export interface Run {
  model: nn.Module;
  train_loader: Iterable<[Tensor, Tensor]>;
  val_loader: Iterable<[Tensor, Tensor]>;
  loss_fn: (output: Tensor, target: Tensor) => Tensor;
  optimizer: optim.Optimizer;
  scheduler: { step(): void };
  epochs: number;
  writer: { add_scalar(tag: string, value: number, global_step: number): void };
}

export function fit({ model, train_loader, val_loader, loss_fn, optimizer, scheduler, epochs, writer }: Run): void {
  let step = 0; // goes on over the epochs: at the same step twice, a curve runs back on itself
  for (let epoch = 0; epoch < epochs; epoch++) {
    writer.add_scalar('LR', Number(optimizer.param_groups[0]?.lr), epoch);

    model.train();
    let train_loss = new Mean();
    for (const [x, y] of train_loader) {
      optimizer.zero_grad();
      const loss = loss_fn(model(x), y);
      loss.backward();
      optimizer.step();
      writer.add_scalar('Loss/batch', loss.item(), step++);
      train_loss = new Mean();
      train_loss.add(loss.item(), y.size(0));
    }
    scheduler.step();
    writer.add_scalar('Loss/train', train_loss.value, epoch);

    model.eval();
    const [val_loss, accuracy] = [new Mean(), new Mean()];
    torch.no_grad(() => {
      for (const [x, y] of val_loader) {
        const output: Tensor = model(x);
        val_loss.add(loss_fn(output, y).item(), y.size(0));
        accuracy.add(output.argmax(1).eq(y).float().mean().item(), y.size(0));
      }
    });
    writer.add_scalar('Loss/val', val_loss.value, epoch);
    writer.add_scalar('Accuracy/val', accuracy.value, epoch);
  }
}

/** Of means of batches the mean over all samples. */
class Mean {
  #sum = 0;
  #count = 0;

  add(mean: number, samples: number): void {
    this.#sum += mean * samples;
    this.#count += samples;
  }

  get value(): number {
    return this.#sum / this.#count;
  }
}
