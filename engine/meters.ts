/** What a run did, counted the same on every device: challenges grade on it. */
export interface MeterReading {
  /** Operators run, by name. */
  readonly operators: Readonly<Record<string, number>>;
  readonly savedBytes: number;
  readonly savedBytesPeak: number;
  readonly flops: number;
}

let counting = false;
let counts = new Map<string, number>();
let saved = 0;
let peak = 0;
let flops = 0;

export const meters = {
  get on(): boolean {
    return counting;
  },
  start(): void {
    counting = true;
    counts = new Map();
    flops = 0;
    peak = saved;
  },
  stop(): MeterReading {
    counting = false;
    return meters.read();
  },
  read: (): MeterReading => ({ operators: Object.fromEntries(counts), savedBytes: saved, savedBytesPeak: peak, flops }),
  ran(name: string): void {
    if (counting) counts.set(name, (counts.get(name) ?? 0) + 1);
  },
  worked(operations: number): void {
    flops += operations;
  },
  saved(bytes: number): void {
    saved += bytes;
    if (saved > peak) peak = saved;
  },
};
