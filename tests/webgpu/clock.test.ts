// Marks in the GPU's work: by its own clock, and where an adapter has none, by the host's.
import { create } from 'webgpu';
import { expect, test } from 'vitest';
import { deviceOf, Executor } from '#engine/device/webgpu/executor.ts';
import { Command, marksHandle } from '#engine/device/webgpu/transport.ts';

const gpu = create([]); // held for good: Dawn goes with it

test.each([true, false])('with a clock of its own: %s', async (hasClock) => {
  const adapter = await gpu.requestAdapter();
  if (!adapter) throw new Error('no adapter');
  const device = await deviceOf(adapter, { hasClock });
  const executor = new Executor(device);
  const words = [Command.create, 1, 1 << 24, Command.mark, 0];
  for (let i = 0; i < 20; i++) words.push(Command.clear, 1);
  words.push(Command.mark, 5, Command.read, marksHandle, 0, 8, Command.read, marksHandle, 40, 8);
  const parts = await executor.run(Uint32Array.from(words));
  const [start = 0, end = 0] = parts.map((part) => Number(new BigUint64Array(part.slice().buffer)[0]) / 1e6);
  expect(start).toBeGreaterThan(0);
  expect(end - start).toBeGreaterThanOrEqual(0);
  expect(end - start).toBeLessThan(60_000);
  device.destroy();
});
