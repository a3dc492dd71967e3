import { ValueError } from '../device/device.ts';
import type { ScriptFunction } from '../jit/script-module.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import type { Module } from '../nn/module.ts';
import { isTensor, numelOf, type Tensor, valuesOf } from '../tensor.ts';
import { EventFile } from './event-file.ts';
import type { HParam, Logged, LoggedEvent } from './event.ts';
import { graphDefOf } from './graph.ts';
import { type Histogram, histogramOf } from './histogram.ts';

interface WriterOptions {
  /** Where TensorBoard would look; by default runs/ and the time. */
  log_dir?: string | null;
  /** Behind the default log_dir. */
  comment?: string;
  /** Events from this step on, of a run that crashed, are hidden. */
  purge_step?: number | null;
  /** Accepted: everything is in memory at once. */
  max_queue?: number;
  /** Accepted: everything is in memory at once. */
  flush_secs?: number;
  filename_suffix?: string;
}
interface When {
  global_step?: number | null;
  /** Seconds since 1970, instead of now. */
  walltime?: number | null;
}
interface ScalarOptions extends When {
  new_style?: boolean;
  double_precision?: boolean;
}
interface HistogramOptions extends When {
  bins?: 'tensorflow' | number | readonly number[];
  max_bins?: number | null;
}
interface GraphOptions {
  verbose?: boolean;
  use_strict_trace?: boolean;
}
interface HParamOptions {
  hparam_domain_discrete?: Record<string, readonly HParam[]> | null;
  run_name?: string | null;
}
type HParams = Record<string, HParam | Tensor | null>;
type Metrics = Record<string, number | Tensor>;

/** The files that writers made, by path; a writer's own are `writer.event_files()`. */
const everyFile = new Map<string, EventFile>();
/** @internal for the judge, which draws curves from them: what was logged since the engine started, oldest first. */
export const eventFiles = (): readonly EventFile[] => [...everyFile.values()];

const now = (): number => Date.now() / 1000;

/**
 * `torch.utils.tensorboard.SummaryWriter`: logs scalars, histograms, texts, graphs and hyperparameters as TensorBoard's event
 * files. There is no disk here: `event_files()` gives their bytes, to be kept wherever the caller likes.
 */
export class SummaryWriter implements Disposable {
  readonly log_dir: string;
  readonly #suffix: string;
  #purge_step: number | null;
  #current: EventFile | null = null;
  readonly #files = new Map<string, EventFile>();
  /** By directory, as `add_scalars` opens one for each of its curves. */
  readonly #open = new Map<string, EventFile>();

  constructor(
    log_dir?: string | null | WriterOptions,
    comment?: string | WriterOptions,
    purge_step?: number | null | WriterOptions,
    max_queue?: number | WriterOptions,
    flush_secs?: number | WriterOptions,
    filename_suffix?: string | WriterOptions,
  );
  constructor(...args: unknown[]) {
    const o = bindArguments<Required<WriterOptions>>('SummaryWriter', args, {
      log_dir: null,
      comment: '',
      purge_step: null,
      max_queue: 10,
      flush_secs: 120,
      filename_suffix: '',
    });
    this.log_dir = o.log_dir || `runs/${timeStamp(new Date())}_gradgym${o.comment}`;
    this.#suffix = o.filename_suffix;
    this.#purge_step = o.purge_step;
    this.#writer();
  }

  get_logdir(): string {
    return this.log_dir;
  }

  /** One point of the curve `tag`. */
  add_scalar(
    tag: string,
    scalar_value: number | Tensor,
    global_step?: number | null | ScalarOptions,
    walltime?: number | null | ScalarOptions,
    new_style?: boolean | ScalarOptions,
    double_precision?: boolean | ScalarOptions,
  ): void;
  add_scalar(...args: unknown[]): void {
    const o = bindArguments('add_scalar', args, {
      tag: needed<string>(),
      scalar_value: needed<number | Tensor>(),
      global_step: null as number | null,
      walltime: null as number | null,
      new_style: false,
      double_precision: false,
    });
    const style = o.new_style ? (o.double_precision ? 'double' : 'float') : 'simple';
    this.#log(this.#writer(), { kind: 'scalar', tag: o.tag, value: scalarOf(o.scalar_value), style }, o);
  }

  /** Several curves in one diagram: each goes to a file of its own, under the directory `main_tag`_name. */
  add_scalars(
    main_tag: string,
    tag_scalar_dict: Metrics,
    global_step?: number | null | When,
    walltime?: number | null | When,
  ): void;
  add_scalars(main_tag: string, tag_scalar_dict: Metrics, ...rest: unknown[]): void {
    // The first two are taken as they are: the second one is a plain object, as keywords are.
    const o = bindArguments('add_scalars', rest, {
      global_step: null as number | null,
      walltime: null as number | null,
    });
    const when = { global_step: o.global_step, walltime: o.walltime ?? now() };
    this.#writer();
    for (const [tag, value] of Object.entries(tag_scalar_dict)) {
      const file = this.#fileIn(`${this.log_dir}/${main_tag.replaceAll('/', '_')}_${tag}`);
      this.#log(file, { kind: 'scalar', tag: main_tag, value: scalarOf(value), style: 'simple' }, when);
    }
  }

  add_histogram(
    tag: string,
    values: Tensor | ArrayLike<number>,
    global_step?: number | null | HistogramOptions,
    bins?: HistogramOptions['bins'] | HistogramOptions,
    walltime?: number | null | HistogramOptions,
    max_bins?: number | null | HistogramOptions,
  ): void;
  add_histogram(...args: unknown[]): void {
    const o = bindArguments('add_histogram', args, {
      tag: needed<string>(),
      values: needed<Tensor | ArrayLike<number>>(),
      global_step: null as number | null,
      bins: 'tensorflow' as 'tensorflow' | number | readonly number[],
      walltime: null as number | null,
      max_bins: null as number | null,
    });
    if (typeof o.bins === 'string' && o.bins !== 'tensorflow')
      throw new ValueError(`bins must be 'tensorflow', a number or the edges, not '${String(o.bins)}'`);
    const values = isTensor(o.values) ? valuesOf(o.values.detach()) : o.values;
    this.#log(this.#writer(), { kind: 'histogram', tag: o.tag, histogram: histogramOf(values, o.bins, o.max_bins) }, o);
  }

  /** A histogram that was counted elsewhere: `bucket_limits` are upper edges, one for each count. */
  add_histogram_raw(
    tag: string,
    min: number,
    max: number,
    num: number,
    sum: number,
    sum_squares: number,
    bucket_limits: readonly number[],
    bucket_counts: readonly number[],
    global_step?: number | null | When,
    walltime?: number | null | When,
  ): void;
  add_histogram_raw(...args: unknown[]): void {
    const o = bindArguments('add_histogram_raw', args, {
      tag: needed<string>(),
      min: needed<number>(),
      max: needed<number>(),
      num: needed<number>(),
      sum: needed<number>(),
      sum_squares: needed<number>(),
      bucket_limits: needed<readonly number[]>(),
      bucket_counts: needed<readonly number[]>(),
      global_step: null as number | null,
      walltime: null as number | null,
    });
    if (o.bucket_limits.length !== o.bucket_counts.length)
      throw new ValueError('len(bucket_limits) != len(bucket_counts), see the document.');
    const { tag, global_step, walltime, ...rest } = o;
    const histogram: Histogram = rest;
    this.#log(this.#writer(), { kind: 'histogram', tag, histogram }, { global_step, walltime });
  }

  add_text(tag: string, text_string: string, global_step?: number | null | When, walltime?: number | null | When): void;
  add_text(...args: unknown[]): void {
    const o = bindArguments('add_text', args, {
      tag: needed<string>(),
      text_string: needed<string>(),
      global_step: null as number | null,
      walltime: null as number | null,
    });
    this.#log(this.#writer(), { kind: 'text', tag: o.tag, text: o.text_string }, o);
  }

  /**
   * Hyperparameters with the metrics they led to, in a run of their own below log_dir. A metric's name should be used for
   * nothing else: its value is also logged as a scalar.
   */
  add_hparams(
    hparam_dict: HParams,
    metric_dict: Metrics,
    hparam_domain_discrete?: Record<string, readonly HParam[]> | null,
    run_name?: string | null | HParamOptions,
  ): void {
    const more = typeof run_name === 'object' && run_name !== null ? run_name : { run_name };
    for (const [name, dict] of Object.entries({ hparam_dict, metric_dict }))
      if (typeof dict !== 'object' || dict === null || Array.isArray(dict) || isTensor(dict))
        throw new TypeError(`${name} should be a dictionary.`);
    const domains = more.hparam_domain_discrete ?? hparam_domain_discrete ?? {};
    const hparams: Record<string, HParam> = {};
    for (const [name, value] of Object.entries(hparam_dict)) {
      if (value === null) continue;
      if (!isTensor(value) && !['number', 'string', 'boolean'].includes(typeof value))
        throw new ValueError('value should be one of int, float, str, bool, or torch.Tensor');
      hparams[name] = isTensor(value) ? scalarOf(value) : value;
    }
    for (const [name, values] of Object.entries(domains))
      if (!Array.isArray(values) || values.some((v) => typeof v !== typeof hparams[name]))
        throw new TypeError(
          `parameter: hparam_domain_discrete[${name}] should be a list of same type as hparam_dict[${name}].`,
        );
    const writer = new SummaryWriter({ log_dir: `${this.log_dir}/${more.run_name || now()}` });
    const metrics = Object.entries(metric_dict);
    writer.#log(writer.#writer(), { kind: 'hparams', hparams, domains, metrics: metrics.map(([name]) => name) }, {});
    for (const [name, value] of metrics) writer.add_scalar(name, value);
    writer.close();
    for (const file of writer.#files.values()) this.#files.set(file.path, file);
  }

  /**
   * The operators of a model as TensorBoard's graph: it is traced in evaluation mode on the input (a tensor, or a list of the
   * arguments). `use_strict_trace: false` allows a dict as result; `verbose` shows the graph.
   */
  add_graph(
    model: Module | ScriptFunction,
    input_to_model?: unknown,
    verbose?: boolean | GraphOptions,
    use_strict_trace?: boolean | GraphOptions,
  ): void;
  add_graph(...args: unknown[]): void {
    const o = bindArguments('add_graph', args, {
      model: needed<Module | ScriptFunction>(),
      input_to_model: null as unknown,
      verbose: false,
      use_strict_trace: true,
    });
    const graph = graphDefOf(o.model, o.input_to_model, o.use_strict_trace, o.verbose);
    this.#log(this.#writer(), { kind: 'graph', graph }, {});
  }

  /** Everything is in memory already. */
  flush(): void {}

  /** What is added afterwards goes to new files. */
  close(): void {
    this.#current = null;
    this.#open.clear();
  }
  [Symbol.dispose](): void {
    this.close();
  }

  /** The bytes of each file written so far, by path: what TensorBoard reads from a disk. */
  event_files(): Record<string, Uint8Array> {
    return Object.fromEntries([...this.#files.values()].map((file) => [file.path, file.bytes()]));
  }
  /** What was logged, oldest first in each file; the curve of a tag is its scalars' steps and values. */
  events(): readonly (LoggedEvent & { readonly directory: string })[] {
    return [...this.#files.values()].flatMap((file) => file.events.map((e) => ({ directory: file.directory, ...e })));
  }

  #writer(): EventFile {
    if (this.#current) return this.#current;
    const file = this.#fileIn(this.log_dir);
    this.#current = file;
    if (this.#purge_step !== null) {
      this.#log(file, { kind: 'restart' }, { global_step: this.#purge_step });
      this.#purge_step = null;
    }
    return file;
  }
  #fileIn(directory: string): EventFile {
    const known = this.#open.get(directory);
    if (known) return known;
    const file = new EventFile(directory, now(), this.#suffix);
    this.#open.set(directory, file);
    this.#files.set(file.path, file);
    everyFile.set(file.path, file);
    return file;
  }
  #log(file: EventFile, logged: Logged, { global_step, walltime }: When): void {
    file.add({ wall_time: walltime ?? now(), step: global_step ?? null, logged });
  }
}

function scalarOf(value: number | boolean | Tensor): number {
  if (!isTensor(value)) {
    if (typeof value !== 'number' && typeof value !== 'boolean')
      throw new TypeError(`a scalar is a number or a tensor of one element, not ${typeof value}`);
    return Number(value);
  }
  if (numelOf(value.shape) !== 1)
    throw new ValueError(
      `Tensor should contain one element (0 dimensions). Was given size: ${numelOf(value.shape)} and ${value.shape.length} dimensions.`,
    );
  return Number(valuesOf(value.detach())[0]);
}

/** As strftime's '%b%d_%H-%M-%S', in UTC. */
function timeStamp(at: Date): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join('-');
  return `${months[at.getUTCMonth()]}${two(at.getUTCDate())}_${time}`;
}
