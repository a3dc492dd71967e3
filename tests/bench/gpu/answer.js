// The other end of main.ts: reads the name of a case and a number of repeats a line, prints milliseconds on the wall and of CPU time
// (all threads of this process: on an adapter that the processor computes, that is where the work is) a repeat.
import { createInterface } from 'node:readline';

/** @param finished waits until what a case gave back is computed */
export async function answer(title, cases, finished) {
  console.log(title);
  for await (const line of createInterface({ input: process.stdin })) {
    const [name, repeats] = line.split('\t');
    const run = cases[name];
    try {
      if (!run) throw new Error('no such case');
      const [wall, cpu] = [performance.now(), process.cpuUsage()];
      // Each is waited for: what nobody reads, a lazy library does not compute.
      for (let i = 0; i < Number(repeats); i++) await finished(await run());
      const { user, system } = process.cpuUsage(cpu);
      console.log(`${(performance.now() - wall) / Number(repeats)}\t${(user + system) / 1000 / Number(repeats)}`);
    } catch (error) {
      process.stderr.write(`${title}, ${name}: ${error instanceof Error ? error.message : error}\n`);
      console.log('NaN\tNaN');
    }
  }
  process.exit(0); // Dawn would keep Node alive
}
