// node tests/bench/sandbox-soak.ts [COUNT] [GRADERS] [CONCURRENCY] [SEED]
// Grades 1,000 submissions, half of them attacks, over two graders at once, and tells what came of them and what is left behind.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { soak } from '#tests/sandbox/soak.ts';

const [count = 1000, graders = 2, concurrency = 2, seed = 1] = process.argv.slice(2).map(Number);
const temporary = new Set(readdirSync(tmpdir()));
const soaked = await soak({
  count,
  graders,
  concurrency,
  seed,
  onDone: (done, line) => {
    if (done % 50 === 0) console.log(`${String(done).padStart(5)} of ${count}, at last ${line}`);
  },
});
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
console.log(`
${count} submissions over ${graders} graders of ${concurrency} in ${soaked.seconds.toFixed(0)} s, ${(count / soaked.seconds).toFixed(1)} a second
wrong verdicts       ${soaked.wrong.length}${soaked.wrong.map((line) => `\n  ${line}`).join('')}
faults of ours       ${soaked.faults.length}${soaked.faults.map((fault) => `\n  ${fault}`).join('')}
judges' memory       ${mib(soaked.judgeBytes.start)} warm, ${mib(soaked.judgeBytes.end)} at the end
largest loop delay   ${soaked.loopLagMsMax.toFixed(0)} ms
processes            ${soaked.processesSeen} seen, ${soaked.processesLeft.length} left${soaked.processesLeft.map((p) => `\n  ${p}`).join('')}
files, control groups left   ${soaked.filesLeft.length}${soaked.filesLeft.map((file) => `\n  ${file}`).join('')}
new in ${tmpdir()} (anyone's)   ${
  readdirSync(tmpdir())
    .filter((name) => !temporary.has(name))
    .join(' ') || 'nothing'
}`);
console.table(soaked.verdicts);
process.exitCode =
  soaked.wrong.length + soaked.faults.length + soaked.processesLeft.length + soaked.filesLeft.length > 0 ? 1 : 0;
