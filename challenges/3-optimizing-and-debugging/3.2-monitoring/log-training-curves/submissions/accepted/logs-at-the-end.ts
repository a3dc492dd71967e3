import torch, { type nn, type optim, type Tensor } from 'torch';

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

// Keeps every curve as a list and writes them out when all is done.
export const fit = (run: Run): void => {
  const curves = new Map<string, number[]>(
    ['Loss/batch', 'Loss/train', 'Loss/val', 'Accuracy/val', 'LR'].map((tag) => [tag, []]),
  );
  const log = (tag: string, value: number) => curves.get(tag)?.push(value);
  const { model, loss_fn, optimizer } = run;

  for (const _ of Array(run.epochs).keys()) {
    let rate = NaN;
    let [sum, samples] = [torch.zeros(1, { dtype: torch.float64 }), 0];
    model.train();
    for (const [x, y] of run.train_loader) {
      rate = Number(optimizer.param_groups[0]?.lr);
      optimizer.zero_grad();
      const loss = loss_fn(model(x), y);
      loss.backward();
      optimizer.step();
      sum = sum.add(loss.detach().double().mul(y.size(0)));
      samples += y.size(0);
      log('Loss/batch', loss.item());
    }
    log('LR', rate);
    log('Loss/train', sum.item() / samples);
    run.scheduler.step();

    model.eval();
    const before = torch.is_grad_enabled();
    torch.set_grad_enabled(false);
    const rows = Array.from(run.val_loader, ([x, y]) => {
      const output: Tensor = model(x);
      return [loss_fn(output, y).item() * y.size(0), output.argmax(-1).eq(y).sum().item(), y.size(0)] as const;
    });
    torch.set_grad_enabled(before);
    const count = rows.reduce((n, row) => n + row[2], 0);
    log('Loss/val', rows.reduce((s, row) => s + row[0], 0) / count);
    log('Accuracy/val', rows.reduce((s, row) => s + row[1], 0) / count);
  }
  for (const [tag, values] of curves) values.forEach((value, step) => run.writer.add_scalar(tag, value, step));
};
