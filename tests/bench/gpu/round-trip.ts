// node tests/bench/gpu/round-trip.ts
// How long reading one number from the GPU takes, microseconds on the wall, by who asks: a submission (isolate, pipe, judge, broker,
// device and back), the judge (broker, device and back), a Node process whose own worker has the device. And a batch of commands that
// waits for nothing, which the broker only checks and hands on. Judges nothing.
import path from 'node:path';
import torch from '#engine/index.ts';
import { nodeTransport } from '#engine/device/webgpu/node.ts';
import { RemoteCommand } from '#engine/device/webgpu/remote/protocol.ts';
import { connectWebGpu } from '#engine/device/webgpu/webgpu.ts';
import { driverVariables, GpuClient } from '#sandbox/gpu/client.ts';
import { createGrader } from '#sandbox/grade.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../../.data');
const count = 500;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const client = await GpuClient.start({
  device: 'webgpu',
  environment: driverVariables(process.env),
  dataFolder,
  sessionsMax: 1,
});
const session = client.open();
const words = (...list: number[]): Uint8Array => new Uint8Array(Uint32Array.from(list).buffer);
await session.exchange(words(RemoteCommand.create, 1, 16));
async function asked(batch: Uint8Array): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await session.exchange(batch);
    times.push((performance.now() - start) * 1000);
  }
  return median(times);
}
const judge = await asked(words(RemoteCommand.read, 1, 0, 16));
const unread = await asked(words(RemoteCommand.renew, 1));
client.close();

const grader = await createGrader({
  concurrency: 1,
  poolSize: 1,
  device: 'webgpu',
  catalogueUrl: new URL('../../webgpu/broker/catalogue.ts', import.meta.url).href,
});
const source = `import torch from 'torch';
export function answer(): boolean {
  const x = torch.ones(4, { device: 'cuda' });
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = Date.now();
    for (let i = 0; i < 200; i++) x.tolist();
    times.push((Date.now() - start) * 5);
  }
  console.log(times.sort((a, b) => a - b)[2]);
  return true;
}`;
const { tests } = await grader.grade({ challenge: 'says', source, kind: 'submit', seed: 1 });
await grader.close();

const gpu = connectWebGpu(nodeTransport({ softwareAllowed: true }));
const x = torch.ones(4).to('cuda');
const own: number[] = [];
for (let i = 0; i < count; i++) {
  const start = performance.now();
  x.tolist();
  own.push((performance.now() - start) * 1000);
}
console.log(gpu.adapter.name);
for (const [name, microseconds] of [
  ['a submission reads', Number(tests[0]?.console)],
  ['the judge reads', judge],
  ['the judge hands over a batch', unread],
  ['a Node process with its own worker reads', median(own)],
] as const)
  console.log(`${name.padEnd(44)}${microseconds.toFixed(0).padStart(8)} µs`);
process.exit(0); // Dawn would keep Node alive
