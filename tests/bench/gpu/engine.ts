// main.ts's cases in the engine.
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import { nodeTransport } from '#engine/device/webgpu/node.ts';
import { connectWebGpu } from '#engine/device/webgpu/webgpu.ts';
import { answer } from './answer.js';

const gpu = connectWebGpu(nodeTransport({ softwareAllowed: true }));
torch.manual_seed(0);
torch.set_default_device('cuda');

function matmul(n: number): () => void {
  const [a, b] = [torch.randn(n, n), torch.randn(n, n)];
  return () => void a.matmul(b);
}
function step(batch: number, inputs: number, hidden: number, classes: number): () => void {
  const model = new nn.Sequential(new nn.Linear(inputs, hidden), new nn.ReLU(), new nn.Linear(hidden, classes));
  const optimizer = new optim.Adam(model.parameters());
  const x = torch.randn(batch, inputs);
  const y = torch.randint(0, classes, [batch]);
  return () => {
    optimizer.zero_grad();
    const loss = nn.functional.cross_entropy(model(x) as Tensor, y);
    loss.backward();
    optimizer.step();
    loss.item();
  };
}
/** Two 3 × 3 convolutions and a shortcut, with the gradients of the weights. */
function block(batch: number, channels: number, size: number): () => void {
  const convolution = () => new nn.Conv2d(channels, channels, 3, { padding: 1, bias: false });
  const [first, second] = [convolution(), convolution()];
  const x = torch.randn(batch, channels, size, size);
  return () => {
    first.weight.grad = null;
    second.weight.grad = null;
    second(first(x).relu()).add(x).relu().sum().backward();
  };
}
function dispatches(): () => void {
  const x = torch.ones(16);
  return () => {
    for (let i = 0; i < 100; i++) x.add(1);
  };
}

await answer(
  `engine, ${gpu.adapter.name}`,
  {
    'matmul 256': matmul(256),
    'matmul 512': matmul(512),
    'matmul 1024': matmul(1024),
    'matmul 2048': matmul(2048),
    'matmul 4096': matmul(4096),
    'MLP step 64x784-128-10': step(64, 784, 128, 10),
    'ResNet block 8x32x16x16': block(8, 32, 16),
    '100 small dispatches': dispatches(),
  },
  () => torch.cuda.synchronize(),
);
