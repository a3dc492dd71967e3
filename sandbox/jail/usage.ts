import { readFileSync } from 'node:fs';

export interface Usage {
  /** Of the main thread, where the candidate runs: V8's own threads would charge it for collecting garbage in parallel. */
  readonly cpuMs: number;
  /** How long that thread could have run and others had the cores; 0 where the kernel does not say. */
  readonly waitedMs: number;
  readonly residentBytes: number;
}

const pageBytes = 4096;
const ticksPerSecond = 100;

/** What the kernel says of a process; null once it is gone, or where there is no /proc. */
export function usageOf(pid: number): Usage | null {
  try {
    // The name in parentheses may hold anything, so fields count from the last ')'.
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [ran, waited] = scheduled(pid) ?? [((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond, 0];
    return { cpuMs: ran, waitedMs: waited, residentBytes: Number(fields[21]) * pageBytes };
  } catch {
    return null;
  }
}

/** The most resident memory it ever had, in bytes; 0 once it is gone. */
export function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Milliseconds the main thread ran and waited to run, exact where `stat` counts in ticks; null where the kernel keeps no such record. */
function scheduled(pid: number): readonly [ran: number, waited: number] | null {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'latin1').split(' ').map(Number);
    return ran === undefined || waited === undefined ? null : [ran / 1e6, waited / 1e6];
  } catch {
    return null;
  }
}
