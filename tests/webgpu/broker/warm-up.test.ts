// What is compiled in advance: for sessions as they come, and without being in their way.
import { create as createGpu } from 'webgpu';
import { beforeAll, expect, test } from 'vitest';
import { Broker } from '#sandbox/gpu/broker.ts';
import { Devices } from '#sandbox/gpu/devices.ts';
import { warmUp } from '#sandbox/gpu/warm-up.ts';
import { batch, create, pointwise, programOf, read, run, tensor, told } from './batches.ts';

const gpu = createGpu([]); // held for good: Dawn goes with it
let devices: Devices;
beforeAll(async () => {
  devices = await Devices.open(gpu, { softwareAllowed: true, sessionsMax: 2 });
});

test('waits while a session is open; then a session finds what it launches compiled', async () => {
  const broker = new Broker(devices, { batchMsMax: 60_000, onHang: () => {} });
  const exponential = pointwise('exp(input)', ['input']);
  const vector = (handle: number) => ({ handle, shape: [4] });
  const launched = batch(
    ...tensor(1, [0, 0, 0, 0]),
    [create, 2, 16],
    programOf(1, exponential),
    run(1, [vector(2), vector(1)]),
    [read, 2, 0, 16],
  );
  let isBusy = true;
  let isDone = false;
  const warming = warmUp(devices, () => isBusy).then(() => void (isDone = true));
  expect(told(await broker.exchange(1, launched))).toEqual([1, 1, 1, 1]);
  await broker.end(1);
  expect(isDone).toBe(false);
  isBusy = false;
  await warming;

  const owned = await devices.take();
  const known = owned.pipelines.size;
  expect(known).toBeGreaterThan(100);
  expect(owned.isSound).toBe(true);
  await devices.giveBack(owned, 60_000);
  expect(told(await broker.exchange(2, launched))).toEqual([1, 1, 1, 1]);
  expect(owned.pipelines.size).toBe(known);
  await broker.end(2);
}, 600_000);
