import { ValueError } from '../device/device.ts';

export interface FunctionEvent {
  /** `aten::mm`, or what record_function was told. */
  readonly name: string;
  readonly input_shapes: readonly (readonly number[])[];
  /** Microseconds, as all times here. */
  readonly start: number;
  readonly cpu_time_total: number;
  readonly self_cpu_time_total: number;
  /** Bytes of tensors made, those inside included. */
  readonly cpu_memory_usage: number;
  readonly self_cpu_memory_usage: number;
  /** Inside included. */
  readonly flops: number;
  /** How many recorded calls it ran in. */
  readonly depth: number;
}
/** Calls of one name added up. */
export interface Average {
  readonly key: string;
  readonly count: number;
  readonly cpu_time_total: number;
  readonly self_cpu_time_total: number;
  readonly cpu_time: number;
  readonly cpu_memory_usage: number;
  readonly self_cpu_memory_usage: number;
  readonly flops: number;
  readonly input_shapes: readonly (readonly number[])[];
}
const sortKeys = [
  'cpu_time',
  'cpu_time_total',
  'self_cpu_time_total',
  'cpu_memory_usage',
  'self_cpu_memory_usage',
  'count',
  'flops',
] as const;
export interface TableOptions {
  sort_by?: (typeof sortKeys)[number] | null;
  /** Default: 100; −1 for all. */
  row_limit?: number;
  max_name_column_width?: number;
}

function time(us: number): string {
  if (us >= 1e6) return `${(us / 1e6).toFixed(3)}s`;
  if (us >= 1e3) return `${(us / 1e3).toFixed(3)}ms`;
  return `${us.toFixed(3)}us`;
}
const share = (part: number, whole: number): string =>
  whole === 0 ? '0.00%' : `${((100 * part) / whole).toFixed(2)}%`;
function memory(bytes: number): string {
  const [size, unit] = (
    [
      [2 ** 30, 'Gb'],
      [2 ** 20, 'Mb'],
      [2 ** 10, 'Kb'],
    ] as const
  ).find(([n]) => Math.abs(bytes) >= n) ?? [1, 'b'];
  return size === 1 ? `${bytes} b` : `${(bytes / size).toFixed(2)} ${unit}`;
}

export class Averages implements Iterable<Average> {
  readonly #rows: readonly Average[];
  readonly #total: number;
  readonly #columns: { readonly profile_memory: boolean; readonly with_flops: boolean };
  readonly #byShape: boolean;

  constructor(
    events: readonly FunctionEvent[],
    byShape: boolean,
    columns: { readonly profile_memory: boolean; readonly with_flops: boolean },
  ) {
    const groups = new Map<string, FunctionEvent[]>();
    for (const event of events) {
      const key = byShape ? `${event.name} ${JSON.stringify(event.input_shapes)}` : event.name;
      const group = groups.get(key);
      if (group) group.push(event);
      else groups.set(key, [event]);
    }
    this.#rows = [...groups.values()].map(averageOf);
    this.#total = events.reduce((sum, e) => sum + e.self_cpu_time_total, 0);
    this.#columns = columns;
    this.#byShape = byShape;
  }
  get self_cpu_time_total(): number {
    return this.#total;
  }
  get length(): number {
    return this.#rows.length;
  }
  [Symbol.iterator](): Iterator<Average> {
    return this.#rows[Symbol.iterator]();
  }
  /** As PyTorch prints it. */
  table({ sort_by = null, row_limit = 100, max_name_column_width = 55 }: TableOptions = {}): string {
    if (sort_by !== null && !sortKeys.includes(sort_by))
      throw new ValueError(`cannot sort by '${String(sort_by)}': one of ${sortKeys.join(', ')}`);
    const sorted = sort_by === null ? this.#rows : this.#rows.toSorted((a, b) => b[sort_by] - a[sort_by]);
    const rows = row_limit < 0 ? sorted : sorted.slice(0, row_limit);
    const { profile_memory, with_flops } = this.#columns;
    const columns: [title: string, cell: (row: Average) => string][] = [
      [
        'Name',
        ({ key }) => (key.length > max_name_column_width ? `${key.slice(0, max_name_column_width - 3)}...` : key),
      ],
      ['Self CPU %', (r) => share(r.self_cpu_time_total, this.#total)],
      ['Self CPU', (r) => time(r.self_cpu_time_total)],
      ['CPU total %', (r) => share(r.cpu_time_total, this.#total)],
      ['CPU total', (r) => time(r.cpu_time_total)],
      ['CPU time avg', (r) => time(r.cpu_time)],
    ];
    if (profile_memory)
      columns.push(
        ['CPU Mem', (r) => memory(r.cpu_memory_usage)],
        ['Self CPU Mem', (r) => memory(r.self_cpu_memory_usage)],
      );
    columns.push(['# of Calls', (r) => String(r.count)]);
    if (this.#byShape) columns.push(['Input Shapes', (r) => JSON.stringify(r.input_shapes).replaceAll(',', ', ')]);
    if (with_flops) columns.push(['Total MFLOPs', (r) => (r.flops === 0 ? '--' : (r.flops / 1e6).toFixed(3))]);
    const cells = rows.map((row) => columns.map(([, cell]) => cell(row)));
    const widths = columns.map(([title], i) =>
      Math.max(i === 0 ? 24 : 12, title.length, ...cells.map((c) => c[i]?.length ?? 0)),
    );
    const line = widths.map((w) => '-'.repeat(w)).join('  ');
    const print = (values: readonly string[]): string => values.map((v, i) => v.padStart(widths[i] ?? 0)).join('  ');
    return [
      line,
      print(columns.map(([title]) => title)),
      line,
      ...cells.map(print),
      line,
      `Self CPU time total: ${time(this.#total)}`,
      '',
    ].join('\n');
  }
  toString(): string {
    return this.table();
  }
}

function averageOf(events: readonly FunctionEvent[]): Average {
  const sum = (of: (e: FunctionEvent) => number): number => events.reduce((total, e) => total + of(e), 0);
  const total = sum((e) => e.cpu_time_total);
  return {
    key: events[0]?.name ?? '',
    count: events.length,
    cpu_time_total: total,
    self_cpu_time_total: sum((e) => e.self_cpu_time_total),
    cpu_time: total / events.length,
    cpu_memory_usage: sum((e) => e.cpu_memory_usage),
    self_cpu_memory_usage: sum((e) => e.self_cpu_memory_usage),
    flops: sum((e) => e.flops),
    input_shapes: events[0]?.input_shapes ?? [],
  };
}
