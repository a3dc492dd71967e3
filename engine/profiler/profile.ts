import { RuntimeError } from '../device/device.ts';
import { type MeterReading, meters } from '../meters.ts';
import { intercept, type Interceptor } from '../operator.ts';
import { isTensor } from '../tensor.ts';
import { Averages, type FunctionEvent } from './averages.ts';

export const ProfilerActivity = Object.freeze({ CPU: 'CPU', CUDA: 'CUDA' } as const);

export interface ProfileOptions {
  /** Accepted: what runs is recorded, whatever the device. */
  activities?: readonly string[];
  /** Keeps the shapes of the arguments, for `key_averages({ group_by_input_shape: true })`. */
  record_shapes?: boolean;
  /** Adds columns of memory to the table. */
  profile_memory?: boolean;
  /** Adds a column of arithmetic to the table. */
  with_flops?: boolean;
}

/** Microseconds; whole milliseconds where the host has no finer clock. */
const now = (): number => (globalThis.performance ? globalThis.performance.now() : Date.now()) * 1000;

interface Open {
  readonly name: string;
  readonly start: number;
  readonly shapes: readonly (readonly number[])[];
  /** Of what ran inside. */
  childTime: number;
  childBytes: number;
}
let running: Recording | null = null;

class Recording {
  readonly events: FunctionEvent[] = [];
  readonly #open: Open[] = [];
  readonly #shapes: boolean;
  constructor(shapes: boolean) {
    this.#shapes = shapes;
  }
  during<R>(name: string, args: readonly unknown[], body: () => R): R {
    const open: Open = {
      name,
      shapes: this.#shapes ? args.flatMap((a) => (isTensor(a) ? [a.shape] : [])) : [],
      childTime: 0,
      childBytes: 0,
      start: now(),
    };
    this.#open.push(open);
    meters.start();
    try {
      return body();
    } finally {
      this.#close(open, meters.stop());
    }
  }
  #close(open: Open, { flops, allocatedBytes }: MeterReading): void {
    const time = now() - open.start;
    this.#open.pop();
    const outer = this.#open.at(-1);
    if (outer) {
      outer.childTime += time;
      outer.childBytes += allocatedBytes;
    }
    this.events.push({
      name: open.name,
      input_shapes: open.shapes,
      start: open.start,
      cpu_time_total: time,
      self_cpu_time_total: Math.max(0, time - open.childTime),
      cpu_memory_usage: allocatedBytes,
      self_cpu_memory_usage: allocatedBytes - open.childBytes,
      flops,
      depth: this.#open.length,
    });
  }
}

const interceptor: Interceptor = (op, args, go, inPlace) =>
  running ? running.during(`aten::${op.name}${inPlace ? '_' : ''}`, args, () => go(args)) : go(args);

/** A name of your own for what runs inside, as a row of the table. */
export const record_function = <R>(name: string, body: () => R): R =>
  running ? running.during(name, [], body) : body();

/** What was recorded, and the recording itself where it is used as a block: `using prof = torch.profiler.profile();`. */
class Profile implements Disposable {
  readonly #options: ProfileOptions;
  readonly #recording: Recording;
  constructor(options: ProfileOptions) {
    this.#options = options;
    this.#recording = new Recording(options.record_shapes ?? false);
  }
  start(): void {
    if (running) throw new RuntimeError("Can't start a profiler while another one is running");
    running = this.#recording;
    intercept('profiler', interceptor);
  }
  stop(): void {
    if (running !== this.#recording) return;
    running = null;
    intercept('profiler', null);
  }
  [Symbol.dispose](): void {
    this.stop();
  }
  /** Every call, in the order they ended. */
  events(): readonly FunctionEvent[] {
    return this.#recording.events;
  }
  /** Calls of one name (and, if asked, of one set of shapes) added up. */
  key_averages(options: { group_by_input_shape?: boolean } = {}): Averages {
    const { profile_memory = false, with_flops = false } = this.#options;
    return new Averages(this.#recording.events, options.group_by_input_shape ?? false, { profile_memory, with_flops });
  }
  /** The recording as a trace for Chrome's trace viewer, as JSON. */
  export_chrome_trace(): string {
    const traceEvents = this.#recording.events.map((e) => ({
      ph: 'X',
      cat: e.name.startsWith('aten::') ? 'cpu_op' : 'user_annotation',
      name: e.name,
      pid: 0,
      tid: 0,
      ts: e.start,
      dur: e.cpu_time_total,
      args: { 'Input Dims': e.input_shapes },
    }));
    return JSON.stringify({ schemaVersion: 1, traceEvents });
  }
}

/** Records the body, or from here to `stop()` (the end of the block, with `using`). */
export function profile(options?: ProfileOptions, body?: () => unknown): Profile {
  const made = new Profile(options ?? {});
  made.start();
  if (body)
    try {
      body();
    } finally {
      made.stop();
    }
  return made;
}
