// The broker against engines that lie, flood, die and break their device: they are refused, and the others notice nothing.
import fc from 'fast-check';
import { create as createGpu } from 'webgpu';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Executor } from '#engine/device/webgpu/executor.ts';
import { Broker } from '#sandbox/gpu/broker.ts';
import { Devices } from '#sandbox/gpu/devices.ts';
import {
  batch,
  create,
  dispatch,
  free,
  type Given,
  pointwise,
  program,
  programOf,
  read,
  renew,
  run,
  synchronize,
  tensor,
  told,
  write,
} from './batches.ts';

const gpu = createGpu([]); // held for good: Dawn goes with it
let devices: Devices;
let hangs = 0;
const brokerOf = (batchMsMax = 60_000): Broker => new Broker(devices, { batchMsMax, onHang: () => hangs++ });
let broker: Broker;
beforeAll(async () => {
  devices = await Devices.open(gpu, { softwareAllowed: true, sessionsMax: 4 });
});
beforeEach(() => {
  broker = brokerOf();
  hangs = 0;
});
afterEach(async () => {
  for (const session of [honest, hostile, third]) await broker.end(session);
  expect(await broker.status()).toMatchObject({ sessions: 0, bytes: 0 });
});

const [honest, hostile, third] = [1, 2, 3];
const ask = async (session: number, ...commands: readonly (readonly number[])[]): Promise<number[] | string> =>
  told(await broker.exchange(session, batch(...commands)));
const doubled = pointwise('x * 2');
const vector = (handle: number): Given => ({ handle, shape: [4] });
/** Doubles 1, 2, 3, 4. */
const work = async (session: number, handle = 1): Promise<number[] | string> =>
  ask(
    session,
    ...tensor(handle, [1, 2, 3, 4]),
    [create, handle + 1, 16],
    programOf(handle, doubled),
    run(handle, [vector(handle + 1), vector(handle)]),
    [read, handle + 1, 0, 16],
  );

describe('an honest session', () => {
  test('computes and reads', async () => {
    expect(await work(honest)).toEqual([2, 4, 6, 8]);
    expect(await ask(honest, [synchronize])).toHaveLength(2);
  });
  test('gets zeros, whatever was there before: of a session that has ended, of a tensor that is gone', async () => {
    await ask(hostile, ...tensor(1, [7, 7, 7, 7]), [read, 1, 0, 16]);
    await broker.end(hostile);
    expect(await ask(honest, [create, 1, 16], [read, 1, 0, 16])).toEqual([0, 0, 0, 0]);
    expect(await ask(honest, [write, 1, 0, 4, 1], [renew, 1], [read, 1, 0, 16])).toEqual([0, 0, 0, 0]);
  });
  test('is told of an index out of range when it reads, and goes on', async () => {
    const index = { handle: 2, shape: [1], dtype: 3 };
    const gather = { kernel: 'gather', numbers: ['dim'], rest: {} };
    const out = { handle: 3, shape: [1] };
    const answer = await ask(
      honest,
      ...tensor(1, [1, 2, 3, 4]),
      [create, 2, 16],
      [write, 2, 0, 4, 9],
      [create, 3, 16],
      programOf(1, gather),
      run(1, [out, vector(1), index], [0]),
      [read, 3, 0, 4],
    );
    expect(answer).toBe('CUDA error: device-side assert triggered: index 9 is out of bounds for dimension with size 4');
    expect(await ask(honest, [read, 1, 0, 16])).toEqual([1, 2, 3, 4]);
  });
  test('has all its memory freed when it ends, and as it frees it', async () => {
    await ask(honest, [create, 1, 1 << 20], [create, 2, 1 << 20], [free, 1]);
    expect(await broker.status()).toMatchObject({ sessions: 1, bytes: 1 << 20 });
    await broker.end(honest);
    expect(await broker.status()).toMatchObject({ sessions: 0, bytes: 0 });
  });
  test('that takes more than its share is out of memory', async () => {
    const { memoryBytesMax } = devices.adapter;
    const part = 2 ** 27;
    const parts = Array.from({ length: memoryBytesMax / part + 1 }, (_, i) => [create, i + 1, part]);
    expect(await ask(honest, ...parts)).toMatch(/^CUDA out of memory/);
  });
});

const matrices = (shapes: readonly (readonly number[])[]): Given[] =>
  shapes.map((shape) => ({ handle: 1, shape, strides: shape.map(() => 0), length: 4 }));
const gemm = { kernel: 'gemm', numbers: ['alpha', 'beta'], rest: { maySplit: true } };
const convolve = (groups: object) => ({
  kernel: 'convolve',
  numbers: ['channels', 'batch', 'groups', 'outChannels'],
  rest: {
    kernel: [1, 1, 1],
    stride: [1, 1, 1],
    padding: [0, 0, 0],
    dilation: [1, 1, 1],
    out: [1, 1, 4],
    size: [1, 1, 4],
    maySplit: true,
    ...groups,
  },
});
const here = tensor(1, [1, 2, 3, 4]);
const doubling = [...here, [create, 2, 16], programOf(1, doubled)];

/** What it is told, and what it sent. */
type Lie = readonly [string, ...(readonly number[])[]];
describe('is refused, and ends with its session alone:', () => {
  const lies: Record<string, Lie> = {
    'a handle that it never made': ['there is no buffer 5', [read, 5, 0, 16]],
    'a handle that it freed': ['there is no buffer 1', ...here, [free, 1], [read, 1, 0, 16]],
    'a handle freed twice': ['there is no buffer 1', ...here, [free, 1], [free, 1]],
    'a handle made twice': ['buffer 1 comes after 1', ...here, [create, 1, 16]],
    "the engine's own status buffer": ['buffer 0 comes after 0', [create, 0, 16]],
    'a buffer of odd size': ['a buffer of 7 bytes', [create, 1, 7]],
    'a buffer of no size': ['a buffer of 0 bytes', [create, 1, 0]],
    'a read behind the end': ['bytes 8 to 24 of a buffer of 16', ...here, [read, 1, 8, 16]],
    'a read that wraps around': [
      'bytes 4294967292 to 4294967308 of a buffer of 16',
      ...here,
      [read, 1, 0xfffffffc, 16],
    ],
    'a read of nothing': ['a read of another size', ...here, [read, 1, 0, 0]],
    'a read of half a word': ['bytes 0 to 6 of a buffer of 16', ...here, [read, 1, 0, 6]],
    'a write behind the end': ['bytes 12 to 20 of a buffer of 16', ...here, [write, 1, 12, 8, 0, 0]],
    'a write whose data is missing': ['a batch that ends too early', ...here, [write, 1, 0, 16, 0]],
    'a command that is cut off': ['a batch that ends too early', ...here, [read, 1]],
    'an unknown command': ['an unknown command', [99, 1, 2, 3]],
    'two reads': ['something behind a read', ...here, [read, 1, 0, 16], [read, 1, 0, 16]],
    'a program that is not there': ['there is no such program', ...doubling, run(7, [vector(2), vector(1)])],
    'a program told twice': ['a program too many or too long', ...doubling, programOf(1, doubled)],
    'an operand behind the end': [
      'element 4 of a storage of 4',
      ...doubling,
      run(1, [vector(2), { ...vector(1), offset: 1 }]),
    ],
    'strides that lead outside': [
      'element 6 of a storage of 4',
      ...doubling,
      run(1, [vector(2), { ...vector(1), strides: [2] }]),
    ],
    'a storage larger than its memory': [
      'a storage larger than its memory',
      ...doubling,
      run(1, [vector(2), { ...vector(1), length: 5 }]),
    ],
    'a shape of 2^62 elements': [
      'a shape of',
      ...doubling,
      run(1, [{ ...vector(2), shape: [2 ** 31, 2 ** 31], strides: [0, 0] }, vector(1)]),
    ],
    'a hundred dimensions': [
      '100 dimensions',
      ...doubling,
      run(1, [vector(2), { ...vector(1), shape: new Array(100).fill(1) }]),
    ],
    'a dtype that no GPU holds': [
      'a dtype that no GPU holds',
      ...doubling,
      run(1, [vector(2), { ...vector(1), dtype: 50 }]),
    ],
    'memory of two dtypes': ['memory of two dtypes', ...doubling, run(1, [vector(1), { ...vector(1), dtype: 4 }])],
    'an operand too few': ['as many operands as the expression names', ...doubling, run(1, [vector(2)])],
    'a thousand operands': ['1000 operands', ...doubling, [dispatch, 1, 1000]],
    'shapes that do not broadcast': [
      'shapes that do not broadcast',
      ...doubling,
      run(1, [{ handle: 2, shape: [3] }, vector(1)]),
    ],
    'matrices that do not fit': [
      'matrices that do not fit',
      ...here,
      programOf(1, gemm),
      run(
        1,
        matrices([
          [1, 2, 2],
          [1, 2, 3],
          [1, 2, 2],
        ]),
        [1, 0],
      ),
    ],
    'a product of 2^42 steps': [
      'too many for one kernel',
      ...here,
      [create, 2, 2 ** 26],
      programOf(1, gemm),
      run(
        1,
        [
          { handle: 2, shape: [1, 2 ** 12, 2 ** 12] },
          ...matrices([
            [1, 2 ** 12, 2 ** 18],
            [1, 2 ** 18, 2 ** 12],
          ]),
        ],
        [1, 0],
      ),
    ],
    'a convolution of other sizes': [
      'an image of another size',
      ...doubling,
      programOf(2, convolve({})),
      run(2, [vector(2), vector(1), vector(1)], [2, 1, 1, 1]),
    ],
    'groups that do not divide': [
      'groups that do not divide the channels',
      ...doubling,
      programOf(2, convolve({})),
      run(2, [vector(2), vector(1), vector(1)], [3, 1, 2, 2]),
    ],
    'windows of no size': [
      'windows of no size',
      ...here,
      programOf(1, convolve({ kernel: [0, 0, 0] })),
      run(1, [vector(1), vector(1), vector(1)], [1, 1, 1, 1]),
    ],
    'a dimension that is not there': [
      'dim is out of range',
      ...doubling,
      programOf(2, { kernel: 'softmax', numbers: ['dim'], rest: { log: false } }),
      run(2, [vector(2), vector(1)], [3]),
    ],
    'a dimension that is no number': [
      'dim is no size',
      ...doubling,
      programOf(2, { kernel: 'softmax', numbers: ['dim'], rest: { log: false } }),
      run(2, [vector(2), vector(1)], [Number.NaN]),
    ],
    'floats as an index': [
      'no index',
      ...doubling,
      programOf(2, { kernel: 'take', numbers: [], rest: {} }),
      run(2, [vector(2), vector(1), vector(1)]),
    ],
    'a line too long to sort': [
      'lines of more than 1024',
      [create, 1, 8192],
      programOf(1, { kernel: 'sort', numbers: ['dim'], rest: { descending: false } }),
      run(
        1,
        [
          { handle: 1, shape: [2048] },
          { handle: 1, shape: [2048] },
          { handle: 1, shape: [2048] },
        ],
        [0],
      ),
    ],
    'a kernel that is none': [
      'there is no kernel constructor',
      programOf(1, { kernel: 'constructor', numbers: [], rest: {} }),
    ],
    'a way to scatter that is none': [
      'invalid_value',
      programOf(1, { kernel: 'scatter', numbers: ['dim'], rest: { mode: '__proto__' } }),
    ],
    'parameters that nobody knows': [
      'Unrecognized key',
      programOf(1, { kernel: 'take', numbers: [], rest: { text: 'fn main() {}' } }),
    ],
    'text instead of a program': [
      'is not valid JSON',
      programOf(1, '@compute @workgroup_size(1) fn main() { loop {} }'),
    ],
    'shader text in an expression': [
      'is left over',
      programOf(1, pointwise('x; } @compute fn other() { loop {} } fn f() { x')),
    ],
    'a function of WGSL that is not ours': [
      'there is no function workgroupBarrier',
      programOf(1, pointwise('workgroupBarrier(x)')),
    ],
    'a name that is not given': ['an expression names P, which it is not given', programOf(1, pointwise('P'))],
    'a name that is shader text': ['invalid_format', programOf(1, pointwise('x', ['x', 'x; loop {}']))],
    'an expression without end': ['too_big', programOf(1, pointwise(`x${' + x'.repeat(2200)}`))],
    'an expression ten thousand deep': [
      'Maximum call stack size exceeded',
      programOf(1, pointwise('('.repeat(4000) + 'x' + ')'.repeat(4000))),
    ],
    'a program of a megabyte': ['a program too many or too long', [program, 1, 1 << 20]],
  };
  test.each(Object.keys(lies))('%s', async (name) => {
    expect(await work(honest)).toEqual([2, 4, 6, 8]);
    const [reason = '', ...commands] = lies[name] ?? [];
    const answer = await ask(hostile, ...commands);
    expect(answer).toMatch(/^CUDA error: /);
    expect(answer).toContain(reason);
    // What it did before does not help it any more.
    expect(await ask(hostile, [create, 900, 16])).toBe(answer);
    expect(await work(honest, 3)).toEqual([2, 4, 6, 8]);
  });

  test('a batch larger than any frame, and one of half a word', async () => {
    expect(told(await broker.exchange(hostile, new Uint8Array(5 << 20)))).toMatch(/^CUDA error/);
    expect(told(await broker.exchange(third, new Uint8Array(6)))).toMatch(/^CUDA error/);
  });
  test('whatever words there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.nat(11), fc.nat(40), fc.integer({ min: 0, max: 2 ** 32 - 1 })), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.boolean(),
        async (words, hasBuffers) => {
          const answer = await ask(hostile, ...(hasBuffers ? doubling : []), words);
          expect(typeof answer === 'string' ? answer : 'done').toMatch(/^(CUDA|done)/);
          await broker.end(hostile);
        },
      ),
      { numRuns: 150 },
    );
    expect(await work(honest)).toEqual([2, 4, 6, 8]);
    expect(hangs).toBe(0);
  });
});

test('two sessions may call different things by the same number, and one text is another to each', async () => {
  const same = (expression: string) => [
    ...here,
    [create, 2, 16],
    programOf(1, pointwise(expression)),
    run(1, [vector(2), vector(1)]),
  ];
  const [a, b] = await Promise.all([
    ask(honest, ...same('x + 1'), [read, 2, 0, 16]),
    ask(hostile, ...same('x + 10'), [read, 2, 0, 16]),
  ]);
  expect([a, b]).toEqual([
    [2, 3, 4, 5],
    [11, 12, 13, 14],
  ]);
});

test('a flood of commands keeps nobody waiting for long', async () => {
  const size = 64;
  const big: Given[] = Array.from({ length: 3 }, (_, i) => ({ handle: i + 1, shape: [1, size, size] }));
  const product = run(1, big, [1, 0]);
  await ask(hostile, ...[1, 2, 3].map((handle) => [create, handle, size * size * 4]), programOf(1, gemm));
  await work(honest);
  let flooding = true;
  const flood = (async () => {
    let batches = 0;
    for (; flooding && batches < 400; batches++) await broker.exchange(hostile, batch(...new Array(64).fill(product)));
    return batches;
  })();
  const waits: number[] = [];
  for (let i = 0; i < 20; i++) {
    const startedAt = performance.now();
    expect(await ask(honest, [read, 2, 0, 16])).toEqual([2, 4, 6, 8]);
    waits.push(performance.now() - startedAt);
  }
  flooding = false;
  expect(await flood).toBeGreaterThan(0);
  // A batch of the other's may be under way, and the machine may be busy; a queue of them would take minutes.
  expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThan(2000);
});

test('a session that dies in the middle of its work takes nothing with it and leaves nothing', async () => {
  const size = 512;
  const big: Given[] = Array.from({ length: 3 }, (_, i) => ({ handle: i + 1, shape: [1, size, size] }));
  await work(honest);
  const before = await broker.status();
  const dying = broker.exchange(
    hostile,
    batch(...[1, 2, 3].map((handle) => [create, handle, size * size * 4]), programOf(1, gemm), run(1, big, [1, 0]), [
      read,
      1,
      0,
      4096,
    ]),
  );
  const ended = broker.end(hostile);
  expect(await ask(honest, [read, 2, 0, 16])).toEqual([2, 4, 6, 8]);
  await Promise.all([dying, ended]);
  expect((await broker.status()).bytes).toBe(before.bytes);
  expect(await work(third)).toEqual([2, 4, 6, 8]);
});

describe('a heavy batch', () => {
  const size = 64;
  const big: Given[] = Array.from({ length: 3 }, (_, i) => ({ handle: i + 1, shape: [1, size, size] }));
  const parts = 24;
  const heavy = batch(
    ...[1, 2, 3].map((handle) => [create, handle, size * size * 4]),
    programOf(1, gemm),
    ...new Array<number[]>(parts).fill(run(1, big, [1, 0])),
    [read, 1, 0, 16],
  );
  /** To whom one such product is as much as a part may have. */
  const careful = (): Broker =>
    new Broker(devices, { batchMsMax: 60_000, onHang: () => hangs++, workMax: size ** 3 * 16 });
  afterEach(() => vi.restoreAllMocks());

  test('is done in parts', async () => {
    const running = vi.spyOn(Executor.prototype, 'run');
    const patient = careful();
    expect(told(await patient.exchange(hostile, heavy))).toEqual([0, 0, 0, 0]);
    expect(running.mock.calls.length).toBeGreaterThanOrEqual(parts);
    await patient.end(hostile);
  });
  test('of a session that ends is left where it is, and its device is free', async () => {
    const running = vi.spyOn(Executor.prototype, 'run');
    const patient = careful();
    const answer = patient.exchange(hostile, heavy);
    await vi.waitFor(() => expect(running.mock.calls.length).toBeGreaterThan(0), { timeout: 30_000, interval: 1 });
    await patient.end(hostile);
    expect(told(await answer)).toBe('CUDA error: the session has ended');
    expect(running.mock.calls.length).toBeLessThan(parts / 2);
    expect(await patient.status()).toMatchObject({ sessions: 0, bytes: 0 });
    expect(hangs).toBe(0);
  });
});

test('a device that is lost ends its session; the others go on, and memory is as before', async () => {
  await work(honest);
  const before = await broker.status();
  await ask(hostile, [create, 1, 1 << 20], [read, 1, 0, 16]);
  await broker.lose(hostile);
  expect(await ask(hostile, [read, 1, 0, 16])).toMatch(/the device was lost/);
  expect(await ask(honest, [read, 2, 0, 16])).toEqual([2, 4, 6, 8]);
  await broker.end(hostile);
  expect((await broker.status()).bytes).toBe(before.bytes);
  // The next gets a device that is sound.
  expect(await work(third)).toEqual([2, 4, 6, 8]);
});

test('a device lost in the middle of a command answers, too', async () => {
  await ask(hostile, [create, 1, 1 << 24]);
  const answer = ask(hostile, [read, 1, 0, 1 << 20]);
  await broker.lose(hostile);
  const found = await answer;
  expect(typeof found === 'string' ? found : `${found.length} floats`).toMatch(/lost|262144 floats/);
  expect(await ask(hostile, [read, 1, 0, 16])).toMatch(/lost/);
});

test('a dispatch that takes too long ends its session; if it does not end at all, the broker asks for another start', async () => {
  const impatient = brokerOf(300);
  const size = 1024;
  const big: Given[] = Array.from({ length: 3 }, (_, i) => ({ handle: i + 1, shape: [1, size, size] }));
  const hang = async (...commands: readonly (readonly number[])[]) =>
    told(await impatient.exchange(hostile, batch(...commands)));
  await hang(...[1, 2, 3].map((handle) => [create, handle, size * size * 4]));
  const answer = await hang(programOf(1, gemm), ...new Array(16).fill(run(1, big, [1, 0])), [read, 1, 0, 16]);
  expect(answer).toBe('CUDA error: the GPU did not finish within 0.3 s');
  expect(await hang([read, 1, 0, 16])).toBe(answer);
  expect(hangs).toBe(0);
  // Nobody waits for it meanwhile.
  const ending = impatient.end(hostile);
  expect(await work(honest)).toEqual([2, 4, 6, 8]);
  await ending;
  expect(hangs).toBe(1);
});
