import { readFileSync } from 'node:fs';

export interface Usage {
  /** Of the main thread, where the candidate runs: V8's own threads would charge it for collecting garbage in parallel. */
  readonly cpuMs: number;
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
    return {
      cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond,
      residentBytes: Number(fields[21]) * pageBytes,
    };
  } catch {
    return null;
  }
}
