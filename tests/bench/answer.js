// The other end of engine.ts in JavaScript: reads the name of a case and a number of repeats a line, prints milliseconds of CPU
// time a repeat.
import { createInterface } from 'node:readline';

export async function answer(title, cases) {
  console.log(title);
  for await (const line of createInterface({ input: process.stdin })) {
    const [name, repeats] = line.split('\t');
    const run = cases[name];
    const start = process.cpuUsage();
    for (let i = 0; i < Number(repeats); i++) run?.();
    const { user, system } = process.cpuUsage(start);
    console.log(run ? (user + system) / 1000 / Number(repeats) : Number.NaN);
  }
}
