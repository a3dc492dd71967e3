// The other end of engine.ts in JavaScript: reads the name of a case and a number of repeats a line, prints milliseconds a repeat.
import { createInterface } from 'node:readline';

export async function answer(title, cases) {
  console.log(title);
  for await (const line of createInterface({ input: process.stdin })) {
    const [name, repeats] = line.split('\t');
    const run = cases[name];
    const start = performance.now();
    for (let i = 0; i < Number(repeats); i++) run?.();
    console.log(run ? (performance.now() - start) / Number(repeats) : Number.NaN);
  }
}
