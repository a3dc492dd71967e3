// Event files read back by readers that are not ours: protobufjs with TensorBoard's message definitions, and the crc-32
// package's CRC-32C.
import crc32c from 'crc-32/crc32c.js';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import torch from '#engine/index.ts';
import { eventFiles } from './writer.ts';
import { crc32c as ours, frame, unframe } from './records.ts';

const { SummaryWriter } = torch.utils.tensorboard;

const { root } = protobuf.parse(
  `
  syntax = "proto3";
  message Event {
    double wall_time = 1;
    int64 step = 2;
    oneof what { string file_version = 3; bytes graph_def = 4; Summary summary = 5; SessionLog session_log = 7; }
  }
  message SessionLog { int32 status = 1; }
  message Summary { repeated Value value = 1; }
  message Value {
    string tag = 1;
    oneof value { float simple_value = 2; Histogram histo = 5; Tensor tensor = 8; }
    Metadata metadata = 9;
  }
  message Metadata { Plugin plugin_data = 1; }
  message Plugin { string plugin_name = 1; bytes content = 2; }
  message Histogram {
    double min = 1; double max = 2; double num = 3; double sum = 4; double sum_squares = 5;
    repeated double bucket_limit = 6; repeated double bucket = 7;
  }
  message Tensor { int32 dtype = 1; Shape tensor_shape = 2; repeated float float_val = 5; repeated double double_val = 6; repeated bytes string_val = 8; }
  message Shape { repeated Dim dim = 2; }
  message Dim { int64 size = 1; }
  message HParams { int32 version = 1; oneof data { Experiment experiment = 2; Start session_start_info = 3; End session_end_info = 4; } }
  message Experiment { repeated Info hparam_infos = 4; repeated Metric metric_infos = 5; }
  message Info { string name = 1; int32 type = 4; Values domain_discrete = 5; }
  message Metric { MetricName name = 1; }
  message MetricName { string tag = 2; }
  message Values { repeated Value_ values = 1; }
  message Value_ { oneof kind { double number_value = 2; string string_value = 3; bool bool_value = 4; } }
  message Start { map<string, Value_> hparams = 1; }
  message End { int32 status = 1; }
`,
  { keepCase: true },
);

interface Value {
  tag: string;
  simple_value?: number;
  histo?: {
    min: number;
    max: number;
    num: number;
    sum: number;
    sum_squares: number;
    bucket_limit: number[];
    bucket: number[];
  };
  tensor?: {
    dtype: number;
    tensor_shape?: { dim: { size: number }[] };
    float_val: number[];
    double_val: number[];
    string_val: Uint8Array[];
  };
  metadata?: { plugin_data: { plugin_name: string; content: Uint8Array } };
}
interface Event {
  wall_time: number;
  step: number;
  file_version?: string;
  session_log?: { status: number };
  summary?: { value: Value[] };
}

const read = (type: string, bytes: Uint8Array): unknown => {
  const found = root.lookupType(type);
  return found.toObject(found.decode(bytes), { longs: Number, defaults: true, oneofs: true });
};

/** TensorFlow's record framing, read as its documentation says. */
function eventsOf(file: Uint8Array): Event[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const events: Event[] = [];
  const check = (at: number, length: number): void => {
    const crc = crc32c.buf(file.subarray(at, at + length)) >>> 0;
    expect(view.getUint32(at + length, true)).toBe((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0);
  };
  for (let at = 0; at < file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    check(at, 8);
    check(at + 12, length);
    events.push(read('Event', file.subarray(at + 12, at + 12 + length)) as Event);
    at += length + 16;
  }
  return events;
}
const filesOf = (writer: InstanceType<typeof SummaryWriter>): [path: string, events: Event[]][] =>
  Object.entries(writer.event_files()).map(([path, bytes]) => [path, eventsOf(bytes)]);
const valuesOf = (events: readonly Event[]): Value[] => events.flatMap((e) => e.summary?.value ?? []);

describe('event files', () => {
  test('a file opens with its version, and a curve is read back point for point', () => {
    const writer = new SummaryWriter('runs/curve');
    const losses = Array.from({ length: 20 }, (_, i) => Math.fround(Math.exp(-i / 5)));
    losses.forEach((loss, epoch) => writer.add_scalar('loss/train', epoch % 2 ? torch.tensor(loss) : loss, epoch));
    const [[path, events] = ['', []], ...others] = filesOf(writer);
    expect(others).toEqual([]);
    expect(path).toMatch(/^runs\/curve\/events\.out\.tfevents\.\d{10}\./);
    expect(events[0]).toMatchObject({ file_version: 'brain.Event:2' });
    expect(events.slice(1).map((e) => e.step)).toEqual(losses.map((_, i) => i));
    expect(valuesOf(events).map((v) => [v.tag, v.simple_value])).toEqual(losses.map((loss) => ['loss/train', loss]));
    expect(events.every((e) => Math.abs(e.wall_time - Date.now() / 1000) < 60)).toBe(true);
  });

  test('a scalar of zero is there, and walltime is kept', () => {
    const writer = new SummaryWriter('runs/zero');
    writer.add_scalar('accuracy', 0, { global_step: 7, walltime: 12.5 });
    const [, event] = filesOf(writer)[0]?.[1] ?? [];
    expect(event).toMatchObject({
      step: 7,
      wall_time: 12.5,
      summary: { value: [{ tag: 'accuracy', simple_value: 0 }] },
    });
  });

  test('new_style scalars are tensors of the scalars plugin, in float or double', () => {
    const writer = new SummaryWriter('runs/style');
    writer.add_scalar('x', 0.1, 0, { new_style: true });
    writer.add_scalar('x', 0.1, 1, { new_style: true, double_precision: true });
    const [float, double] = valuesOf(filesOf(writer)[0]?.[1] ?? []);
    expect(float?.tensor).toMatchObject({ dtype: 1, float_val: [Math.fround(0.1)] });
    expect(double?.tensor).toMatchObject({ dtype: 2, double_val: [0.1] });
    expect(float?.metadata?.plugin_data.plugin_name).toBe('scalars');
  });

  test('add_scalars writes a file for each curve, in a directory of its own', () => {
    const writer = new SummaryWriter('runs/many');
    for (let step = 0; step < 3; step++)
      writer.add_scalars('loss/both', { train: step, valid: torch.tensor(2 * step) }, step);
    const byFolder = new Map(filesOf(writer).map(([path, events]) => [path.slice(0, path.lastIndexOf('/')), events]));
    expect([...byFolder.keys()]).toEqual(['runs/many', 'runs/many/loss_both_train', 'runs/many/loss_both_valid']);
    expect(valuesOf(byFolder.get('runs/many/loss_both_valid') ?? []).map((v) => [v.tag, v.simple_value])).toEqual([
      ['loss/both', 0],
      ['loss/both', 2],
      ['loss/both', 4],
    ]);
  });

  test('a histogram counts every value between edges that TensorFlow would use', () => {
    const writer = new SummaryWriter('runs/histogram');
    writer.add_histogram('weights', torch.tensor([-1, 0, 0, 0.5, 2]), 1);
    const histogram = valuesOf(filesOf(writer)[0]?.[1] ?? [])[0]?.histo;
    expect(histogram).toMatchObject({ min: -1, max: 2, num: 5, sum: 1.5, sum_squares: 5.25 });
    const limits = histogram?.bucket_limit ?? [];
    const counts = histogram?.bucket ?? [];
    expect(limits.length).toBe(counts.length);
    expect(counts[0]).toBe(0);
    const found = limits.flatMap((limit, i) => (counts[i] ? [[limit, counts[i]]] : []));
    expect(found.map(([, n]) => n)).toEqual([1, 2, 1, 1]);
    for (const [i, value] of [-1, 0, 0.5, 2].entries()) {
      const limit = found[i]?.[0] ?? Number.NaN;
      expect(limit).toBeGreaterThan(value);
      expect(limit - value).toBeLessThan(0.11 * Math.abs(value) + 2e-12);
    }
  });

  test('bins may be a number, edges, or joined until there are few enough', () => {
    const writer = new SummaryWriter('runs/bins');
    const values = torch.tensor([0, 1, 2, 3, 4, 5, 6, 7]);
    writer.add_histogram('number', values, 0, { bins: 4 });
    writer.add_histogram('edges', values, 0, { bins: [0, 2, 4, 8] });
    writer.add_histogram('few', values, 0, { bins: 8, max_bins: 3 });
    const [number, edges, few] = valuesOf(filesOf(writer)[0]?.[1] ?? []).map((v) => [
      v.histo?.bucket,
      v.histo?.bucket_limit,
    ]);
    expect(number).toEqual([
      [0, 2, 2, 2, 2],
      [0, 1.75, 3.5, 5.25, 7],
    ]);
    expect(edges).toEqual([
      [0, 2, 2, 4],
      [0, 2, 4, 8],
    ]);
    expect(few?.[0]).toEqual([0, 2, 2, 2, 2]);
    expect(() => writer.add_histogram('none', torch.tensor([]))).toThrow('The input has no element.');
  });

  test('a text is UTF-8 in a tensor of strings, under tag/text_summary', () => {
    const writer = new SummaryWriter('runs/text');
    writer.add_text('notes', 'lr = 0.1，收敛 ✓', 3);
    const value = valuesOf(filesOf(writer)[0]?.[1] ?? [])[0];
    expect(value?.tag).toBe('notes/text_summary');
    expect(value?.metadata?.plugin_data.plugin_name).toBe('text');
    expect(value?.tensor).toMatchObject({ dtype: 7, tensor_shape: { dim: [{ size: 1 }] } });
    expect(Buffer.from(value?.tensor?.string_val[0] ?? []).toString()).toBe('lr = 0.1，收敛 ✓');
  });

  test('hyperparameters go to a run of their own: experiment, start, end, and the metrics as scalars', () => {
    const writer = new SummaryWriter('runs/search');
    writer.add_hparams(
      { lr: 0.1, optimizer: 'sgd', nesterov: true, seed: torch.tensor(3), none: null },
      { 'hparam/accuracy': 0.5 },
      { lr: [0.1, 0.01] },
      'first',
    );
    const [path, events] = filesOf(writer)[1] ?? ['', []];
    expect(path).toMatch(/^runs\/search\/first\//);
    const values = valuesOf(events);
    const plugin = (tag: string) =>
      read(
        'HParams',
        values.find((v) => v.tag === `_hparams_/${tag}`)?.metadata?.plugin_data.content ?? new Uint8Array(),
      );
    expect(plugin('experiment')).toMatchObject({
      experiment: {
        hparam_infos: [
          { name: 'lr', type: 3, domain_discrete: { values: [{ number_value: 0.1 }, { number_value: 0.01 }] } },
          { name: 'optimizer', type: 1 },
          { name: 'nesterov', type: 3 },
          { name: 'seed', type: 3 },
        ],
        metric_infos: [{ name: { tag: 'hparam/accuracy' } }],
      },
    });
    expect(plugin('session_start_info')).toMatchObject({
      session_start_info: {
        hparams: {
          lr: { number_value: 0.1 },
          optimizer: { string_value: 'sgd' },
          nesterov: { number_value: 1 },
          seed: { number_value: 3 },
        },
      },
    });
    expect(plugin('session_end_info')).toMatchObject({ session_end_info: { status: 1 } });
    expect(values.at(-1)).toMatchObject({ tag: 'hparam/accuracy', simple_value: 0.5 });
    expect(() => writer.add_hparams({ lr: 1 }, { m: 1 }, { lr: ['high'] })).toThrow('list of same type');
  });

  test('purge_step restarts the run at that step; after close() a new file is begun', () => {
    const writer = new SummaryWriter({ log_dir: 'runs/resumed', purge_step: 5 });
    writer.add_scalar('loss', 1, 5);
    writer.close();
    writer.add_scalar('loss', 2, 6);
    const [first, second] = filesOf(writer).map(([, events]) => events);
    expect(first?.map((e) => [e.step, e.file_version, e.session_log?.status])).toEqual([
      [0, 'brain.Event:2', undefined],
      [5, 'brain.Event:2', undefined],
      [5, undefined, 1],
      [5, undefined, undefined],
    ]);
    expect(second?.map((e) => e.step)).toEqual([0, 6]);
  });

  test('what was logged is there as data, for drawing', () => {
    const writer = new SummaryWriter('runs/data');
    writer.add_scalar('loss', 0.5, 1);
    expect(writer.events()).toMatchObject([
      { directory: 'runs/data', step: 1, logged: { kind: 'scalar', tag: 'loss', value: 0.5 } },
    ]);
    expect(eventFiles().at(-1)?.events).toEqual(writer.events().map(({ directory: _, ...event }) => event));
  });

  test('what is no scalar is refused by name', () => {
    const writer = new SummaryWriter('runs/refused');
    expect(() => writer.add_scalar('x', torch.ones(2))).toThrow('Was given size: 2 and 1 dimensions');
    // @ts-expect-error a text is no scalar
    expect(() => writer.add_scalar('x', 'high')).toThrow('not string');
    expect(() => writer.add_histogram_raw('h', 0, 1, 1, 1, 1, [1], [1, 2])).toThrow('len(bucket_limits)');
  });
});

describe('records', () => {
  test('the checksum is CRC-32C', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => ours(bytes) === crc32c.buf(bytes) >>> 0));
  });
  test('any change of a byte is found, and the place is named', () => {
    const file = frame(Uint8Array.of(1, 2, 3));
    expect(unframe(file)).toEqual([Uint8Array.of(1, 2, 3)]);
    for (let i = 0; i < file.length; i++) {
      const damaged = file.slice();
      damaged[i] = (damaged[i] ?? 0) ^ 16;
      expect(() => unframe(damaged)).toThrow(/at byte 0/);
    }
    expect(() => unframe(file.subarray(0, 10))).toThrow('cut off');
  });
});
