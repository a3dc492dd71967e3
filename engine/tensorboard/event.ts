// What SummaryWriter logs, as data, and its protocol buffers as TensorBoard reads them: event.proto, summary.proto,
// tensor.proto, graph.proto (graph.ts) and the hparams plugin's plugin_data.proto of TensorFlow and TensorBoard.
import type { Histogram } from './histogram.ts';
import { Message } from './protobuf.ts';

/** A hyperparameter's value; null is not logged. */
export type HParam = number | string | boolean;

export type Logged =
  | {
      readonly kind: 'scalar';
      readonly tag: string;
      readonly value: number;
      readonly style: 'simple' | 'float' | 'double';
    }
  | { readonly kind: 'histogram'; readonly tag: string; readonly histogram: Histogram }
  | { readonly kind: 'text'; readonly tag: string; readonly text: string }
  | { readonly kind: 'graph'; readonly graph: Uint8Array }
  | {
      readonly kind: 'hparams';
      readonly hparams: Readonly<Record<string, HParam>>;
      readonly domains: Readonly<Record<string, readonly HParam[]>>;
      readonly metrics: readonly string[];
    }
  | { readonly kind: 'restart' };

/** One call, when and at which step it was made. */
export interface LoggedEvent {
  /** Seconds since 1970. */
  readonly wall_time: number;
  readonly step: number | null;
  readonly logged: Logged;
}

const DT_FLOAT = 1;
const DT_DOUBLE = 2;
const DT_STRING = 7;
const statusSuccess = 1;
const sessionStart = 1;

/** tensorflow.TaggedRunMetadata: where the graph was run, which PyTorch always says so. */
const onCpu = new Message()
  .text(1, 'step1')
  .message(2, new Message().message(1, new Message().message(1, new Message().text(1, '/device:CPU:0'))));

const event = (wallTime: number, step: number | null): Message => new Message().double(1, wallTime).int(2, step ?? 0);

export const fileVersion = (wallTime: number, step: number | null = null): Uint8Array =>
  event(wallTime, step).text(3, 'brain.Event:2').finish();

/** The messages of one logged call; hyperparameters take three. */
export function encode({ wall_time, step, logged }: LoggedEvent): Uint8Array[] {
  const summary = (value: Message): Uint8Array =>
    event(wall_time, step).message(5, new Message().message(1, value)).finish();
  switch (logged.kind) {
    case 'scalar':
      return [summary(scalar(logged))];
    case 'histogram':
      return [summary(new Message().text(1, logged.tag).message(5, histogram(logged.histogram)))];
    case 'text':
      return [summary(text(`${logged.tag}/text_summary`, logged.text))];
    case 'graph':
      return [
        event(wall_time, null).bytes(4, logged.graph, true).finish(),
        event(wall_time, null).message(8, onCpu).finish(),
      ];
    case 'hparams':
      return hparams(logged).map(summary);
    case 'restart':
      return [
        fileVersion(wall_time, step),
        event(wall_time, step).message(7, new Message().int(1, sessionStart)).finish(),
      ];
  }
}

function scalar({ tag, value, style }: Extract<Logged, { kind: 'scalar' }>): Message {
  if (style === 'simple') return new Message().text(1, tag).float(2, value, true);
  const tensor = new Message().int(1, style === 'float' ? DT_FLOAT : DT_DOUBLE);
  if (style === 'float') tensor.floats(5, [value]);
  else tensor.doubles(6, [value]);
  return new Message().text(1, tag).message(8, tensor).message(9, plugin('scalars'));
}

function histogram({ min, max, num, sum, sum_squares, bucket_limits, bucket_counts }: Histogram): Message {
  return new Message()
    .double(1, min)
    .double(2, max)
    .double(3, num)
    .double(4, sum)
    .double(5, sum_squares)
    .doubles(6, bucket_limits)
    .doubles(7, bucket_counts);
}

function text(tag: string, content: string): Message {
  const shape = new Message().message(2, new Message().int(1, 1));
  const tensor = new Message().int(1, DT_STRING).message(2, shape).text(8, content, true);
  return new Message().text(1, tag).message(8, tensor).message(9, plugin('text'));
}

const plugin = (name: string, content: Message = new Message()): Message =>
  new Message().message(1, new Message().text(1, name).bytes(2, content.finish()));

/** DATA_TYPE_STRING and DATA_TYPE_FLOAT64. A bool is logged as a number: Python's isinstance(True, int) holds, and PyTorch asks that first. */
const hparamType = (value: HParam): number => (typeof value === 'string' ? 1 : 3);

function hparams(logged: Extract<Logged, { kind: 'hparams' }>): Message[] {
  const experiment = new Message();
  for (const [name, value] of Object.entries(logged.hparams)) {
    const info = new Message().text(1, name).int(4, hparamType(value));
    const domain = logged.domains[name];
    if (domain) {
      const list = new Message();
      for (const one of domain) list.message(1, structValue(one));
      info.message(5, list);
    }
    experiment.message(4, info);
  }
  for (const tag of logged.metrics) experiment.message(5, new Message().message(1, new Message().text(2, tag)));
  const start = new Message();
  for (const [name, value] of Object.entries(logged.hparams))
    start.message(1, new Message().text(1, name).message(2, structValue(value)));
  const value = (tag: string, field: number, data: Message): Message =>
    new Message().text(1, `_hparams_/${tag}`).message(9, plugin('hparams', new Message().message(field, data)));
  return [
    value('experiment', 2, experiment),
    value('session_start_info', 3, start),
    value('session_end_info', 4, new Message().int(1, statusSuccess)),
  ];
}

/** google.protobuf.Value: a oneof, so zeros are written. */
const structValue = (value: HParam): Message =>
  typeof value === 'string' ? new Message().text(3, value, true) : new Message().double(2, Number(value), true);
