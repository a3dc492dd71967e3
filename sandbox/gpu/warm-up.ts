// Compiles what training steps of the usual kinds launch on a device before anybody waits for it, a kernel at a time and only while nobody
// uses the GPU: the driver keeps what it made of each text, so that the devices after it, and the next start, find it too.
import { setTimeout } from 'node:timers/promises';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import type { Operand } from '#engine/device/device.ts';
import { connectGpu } from '#engine/device/webgpu/gpu.ts';
import type { Transport } from '#engine/device/webgpu/transport.ts';
import { WebGpu } from '#engine/device/webgpu/webgpu.ts';
import { programParts } from '#engine/device/webgpu/remote/remote-gpu.ts';
import { dtypeNamed } from '#engine/dtype.ts';
import type { Devices } from './devices.ts';
import { parseProgram } from './programs.ts';

/** Dispatches as a session does, whose kernels have the keys of what an engine in a jail tells. */
class Rehearsal extends WebGpu {
  override dispatch(kernel: string, operands: readonly Operand[], given: object): void {
    const { names, numbers, rest } = programParts(kernel, given);
    const { parameters } = parseProgram(JSON.stringify({ kernel, numbers: names, rest }), dtypeNamed);
    super.dispatch(kernel, operands, parameters(numbers));
    this.flush(); // so that no more than one is compiled before a session gets its turn
  }
}

const pauseMs = 100;

/** @param isBusy whether sessions are open, which it then leaves alone */
export async function warmUp(devices: Devices, isBusy: () => boolean): Promise<void> {
  const owned = await devices.take();
  const batches: Uint32Array<ArrayBuffer>[] = [];
  const transport: Transport = {
    adapter: owned.adapter,
    exchange(batch, replyBytes) {
      batches.push(new Uint32Array(batch.slice().buffer));
      return new Uint8Array(replyBytes); // what is read is zero here, which none of the steps minds
    },
  };
  const gpu = new Rehearsal(transport, { pipelines: owned.pipelines });
  connectGpu(gpu);
  for (const step of steps) {
    step();
    for (const batch of batches.splice(0)) {
      do await setTimeout(isBusy() ? pauseMs : 0);
      while (isBusy());
      await owned.executor.run(batch);
    }
  }
  await devices.giveBack(owned, 60_000);
}

const { functional: F } = nn;
const there = { device: 'cuda' } as const;
const random = (...shape: number[]): Tensor => torch.randn(shape).to('cuda');
const labels = (classes: number, ...shape: number[]): Tensor => torch.randint(0, classes, shape).to('cuda');
type Loss = (output: Tensor) => Tensor;

/** One step of training, clipped, and an evaluation. */
function trained(model: nn.Module, x: Tensor, loss: Loss, optimizer: { zero_grad(): void; step(): unknown }): void {
  optimizer.zero_grad();
  loss(model(x)).backward();
  nn.utils.clip_grad_norm_(model.parameters(), 1);
  optimizer.step();
  model.eval();
  torch.no_grad(() => loss(model(x)));
  model.train();
}

/** Each in a turn of its own. */
const steps: readonly (() => void)[] = [
  function classifier() {
    const model = new nn.Sequential(new nn.Linear(4, 16), new nn.ReLU(), new nn.Linear(16, 3)).to('cuda');
    const [x, y] = [random(8, 4), labels(3, 8)];
    for (const optimizer of [
      new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 }),
      new optim.SGD(model.parameters(), { lr: 0.1 }),
      new optim.Adam(model.parameters()),
      new optim.AdamW(model.parameters()),
      new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9, weight_decay: 0.01 }),
    ])
      trained(model, x, (output) => F.cross_entropy(output, y), optimizer);
    torch.no_grad(() => {
      const output = model(x) as Tensor;
      output.argmax(1).eq(y).float().mean();
      output.softmax(1).max(1);
      output.log_softmax(-1);
    });
  },
  function normalized() {
    const model = new nn.Sequential(
      new nn.Linear(4, 16),
      new nn.BatchNorm1d(16),
      new nn.Tanh(),
      new nn.Dropout(0.5),
      new nn.LayerNorm(16),
      new nn.GELU(),
      new nn.Linear(16, 1),
      new nn.Sigmoid(),
    ).to('cuda');
    const y = torch.rand(8, 1).to('cuda');
    for (const loss of [F.mse_loss, F.binary_cross_entropy, F.binary_cross_entropy_with_logits])
      trained(model, random(8, 4), (output) => loss(output, y), new optim.SGD(model.parameters(), { lr: 0.1 }));
  },
  function convolutional() {
    const model = new nn.Sequential(
      new nn.Conv2d(1, 4, 3, { padding: 1 }),
      new nn.BatchNorm2d(4),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Conv2d(4, 8, 3),
      new nn.ReLU(),
      new nn.AdaptiveAvgPool2d(1),
      new nn.Flatten(),
      new nn.Linear(8, 3),
    ).to('cuda');
    const y = labels(3, 8);
    trained(model, random(8, 1, 8, 8), (output) => F.cross_entropy(output, y), new optim.Adam(model.parameters()));
  },
  function byHand() {
    // What is written without modules: elements of equal and of broadcast shapes, with numbers, of integers; statistics; places.
    const x = random(2, 3, 4);
    const pairs = [
      [x, random(2, 3, 4)],
      [x, random(4)],
      [x, random(3, 1)],
      [x.transpose(0, 2), random(4, 3, 2)],
      [x.at(0), random(4)],
      [x.at(0), random(3, 1)],
      [x.at(0), x.at(0)],
      [x, random()],
      [x.at(0).t(), random(4, 3)],
    ] as const;
    const [n, m] = [labels(3, 4), labels(3, 4)];
    torch.no_grad(() => {
      for (const [a, b] of pairs) {
        for (const name of ['add', 'sub', 'mul', 'div'] as const) a[name](b);
        a.clone().add_(b);
        a.contiguous();
      }
      for (const name of ['add', 'sub', 'mul', 'div', 'pow', 'gt', 'eq'] as const) x[name](2);
      for (const name of ['add', 'mul', 'eq', 'fmod'] as const) n[name](2);
      for (const name of ['add', 'sub', 'mul', 'eq'] as const) n[name](m);
      for (const name of ['neg', 'exp', 'log', 'sqrt', 'rsqrt', 'abs', 'sigmoid', 'tanh', 'relu', 'square'] as const)
        x[name]();
      x.clone().mul_(2).add_(1).div_(2).sub_(x).mul_(x).copy_(x);
      n.clone().add_(1);
      x.rsub(1);
      x.clamp(-1, 1);
      x.clamp_min(0);
      x.masked_fill(x.gt(0), 0);
      F.silu(x);
      F.logsigmoid(x);
      x.add(n);
      n.float().add(n).long();
      n.bool().float();
      for (const t of [x, x.at(0), x.at(0, 0), x.at(':', 0, 0)])
        for (const dims of [[], [0], [-1], [0, 2], [0, 1]])
          if (dims.length <= t.shape.length && Math.max(...dims) < t.shape.length)
            for (const keepdim of [false, true]) t.sum(dims, keepdim).mean();
      for (const dim of [0, 1, 2]) {
        x.amax(dim);
        x.amin(dim);
        x.var(dim);
        x.argmax(dim);
        x.max(dim);
      }
      x.var([0, 2]);
      x.var();
      x.max();
      x.min();
      x.norm();
      n.sum();
      n.eq(m).sum();
      for (const t of [x, x.at(0), x.at(0, 0)]) {
        t.softmax(-1);
        t.log_softmax(-1);
        t.sort(-1);
        t.cumsum(-1);
      }
      const at = labels(3, 3, 4);
      x.at(0).gather(0, at);
      random(3, 4).scatter_add(0, at, random(3, 4));
      random(4).index_add(0, n, random(4));
      random(5, 2).index_select(0, n);
      random(4).at(n);
      n.at(m);
      for (const list of [
        [x, x],
        [n, m],
      ]) {
        torch.stack(list);
        torch.cat(list);
      }
    });
    const [w, b] = [random(4, 3).requires_grad_(true), torch.zeros(3, there).requires_grad_(true)];
    random(8, 4).matmul(w).add(b).sub(random(8, 3)).pow(2).mean().backward();
    random(1, 4).matmul(w).add(b).log_softmax(1).sum().backward();
    torch.no_grad(() => {
      if (w.grad) w.sub_(w.grad.mul(0.1));
      w.grad?.zero_();
    });
  },
];
