// Compiles what most training steps launch on a device before anybody waits for it: the driver keeps what it made of each text, so that
// the devices after it, and the next start, find it too.
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import { connectGpu } from '#engine/device/webgpu/gpu.ts';
import type { Transport } from '#engine/device/webgpu/transport.ts';
import { WebGpu } from '#engine/device/webgpu/webgpu.ts';
import type { Devices } from './devices.ts';

const noReply = new Uint8Array(0);

export async function warmUp(devices: Devices): Promise<void> {
  const owned = await devices.take();
  const batches: Uint32Array<ArrayBuffer>[] = [];
  const transport: Transport = {
    adapter: owned.adapter,
    exchange(batch) {
      batches.push(new Uint32Array(batch.slice().buffer));
      return noReply;
    },
  };
  const gpu = new WebGpu(transport, { pipelines: owned.pipelines });
  connectGpu(gpu);
  train();
  gpu.flush();
  for (const batch of batches) await owned.executor.run(batch);
  await devices.giveBack(owned, 60_000);
}

/** One step of a classifier with each of the usual optimizers; reads nothing. */
function train(): void {
  const x = torch.randn(8, 4).to('cuda');
  const y = torch.randint(0, 3, [8]).to('cuda');
  const model = new nn.Sequential(new nn.Linear(4, 16), new nn.ReLU(), new nn.Linear(16, 3)).to('cuda');
  for (const optimizer of [
    new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 }),
    new optim.SGD(model.parameters(), { lr: 0.1 }),
    new optim.Adam(model.parameters()),
  ]) {
    optimizer.zero_grad();
    nn.functional.cross_entropy(model(x) as Tensor, y).backward();
    optimizer.step();
  }
}
