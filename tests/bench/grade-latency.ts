// node tests/bench/grade-latency.ts [CHALLENGE] [RUNS] [LAYER,LAYER…]
// From the request to the verdict in the grader: the median of 50 gradings of a challenge's solution from a warm pool, what the time
// goes into, the same with no process ready, and how many a second two at a time. Layers named are left out.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { challengeFolder } from '#challenges/index.ts';
import { compile } from '#sandbox/compile/compile.ts';
import { createGrader } from '#sandbox/grade.ts';
import { layerNames } from '#sandbox/status.ts';

const [challenge = 'first-graph', runs = '50', left = ''] = process.argv.slice(2);
const withoutLayers = layerNames.filter((name) => left.split(',').includes(name));
const source = readFileSync(join(challengeFolder(challenge), 'solution.ts'), 'utf8');
const quantile = (times: readonly number[], q: number): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(q * (times.length - 1))] ?? Number.NaN).toFixed(1);
const row = (name: string, times: readonly number[]): void =>
  console.log(
    `${name.padEnd(44)} median ${quantile(times, 0.5).padStart(7)} ms   p90 ${quantile(times, 0.9).padStart(7)} ms`,
  );

const startedAt = performance.now();
const grader = await createGrader({ concurrency: 1, withoutLayers });
console.log(`grader started in ${Math.round(performance.now() - startedAt)} ms`);

async function measure(text: string) {
  const all: number[] = [];
  const judge: number[] = [];
  const cpu: number[] = [];
  for (let i = 0; i < Number(runs) + 5; i++) {
    while ((await grader.status()).idle < 2) await sleep(10);
    const t = performance.now();
    const { verdict, meters } = await grader.grade({ challenge, source: text, kind: 'submit', seed: i });
    // The first ones warm the judge's thread up.
    if (i < 5) continue;
    all.push(performance.now() - t);
    judge.push(meters.wallMs);
    cpu.push(meters.cpuMs ?? Number.NaN);
    if (i === 5) console.log(`verdict ${verdict}`);
  }
  return { all, judge, cpu };
}

const solved = await measure(source);
const unsolved = await measure('export const nothing = 1;');
const compiling: number[] = [];
for (let i = 0; i < 20; i++) {
  const t = performance.now();
  await compile(source);
  compiling.push(performance.now() - t);
}
row('request to verdict', solved.all);
row('  in the judge process', solved.judge);
row('    CPU of the jailed process (10 ms ticks)', solved.cpu);
row('    of it compiling', compiling);
row('    a submission without entry points', unsolved.judge);
await grader.close();

const cold = await createGrader({ concurrency: 1, poolSize: 0, withoutLayers });
const coldTimes: number[] = [];
for (let i = 0; i < 10; i++) {
  const t = performance.now();
  await cold.grade({ challenge, source, kind: 'submit', seed: i });
  coldTimes.push(performance.now() - t);
}
row('request to verdict, no process ready', coldTimes);
await cold.close();

const many = await createGrader({ concurrency: 2, withoutLayers });
const throughputMs = 10_000;
let graded = 0;
const began = performance.now();
await Promise.all(
  [0, 1, 2, 3].map(async () => {
    while (performance.now() - began < throughputMs) {
      const { verdict } = await many.grade({ challenge, source, kind: 'submit', seed: graded });
      if (verdict === 'AC') graded++;
    }
  }),
);
console.log(
  `accepted a second, two at a time${(graded / ((performance.now() - began) / 1000)).toFixed(1).padStart(26)}`,
);
await many.close();
