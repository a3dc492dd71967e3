// node tests/bench/sandbox-determinism.ts [TIMES] [MINUTES] [CHALLENGE…]
// Grades every solution, accepted variant, wrong submission and starter of the challenges 50 times, beside attacks, and tells which did
// not come out the same each time. Ends after MINUTES (none: no end) and says how far it came.
import { determine } from '#tests/sandbox/determinism.ts';

const [times = '50', minutes = '0', ...named] = process.argv.slice(2);
const determined = await determine({
  times: Number(times),
  concurrency: 2,
  choose: ({ challenge }) => named.length === 0 || named.includes(challenge),
  ...(Number(minutes) > 0 ? { secondsMax: Number(minutes) * 60 } : {}),
  onRound: (round, seconds) => console.log(`round ${round} of ${times} after ${seconds.toFixed(0)} s`),
});
const list = (lines: readonly string[]): string => `${lines.length}${lines.map((line) => `\n  ${line}`).join('')}`;
console.log(`
${determined.files} files, ${determined.gradings} gradings (${(determined.gradings / determined.files).toFixed(1)} of each) beside ${determined.attacks} attacks in ${determined.seconds.toFixed(0)} s
not the same each time   ${list(determined.unsteady)}
not as declared          ${list(determined.wrong)}
faults of ours           ${list(determined.faults)}`);
process.exitCode = determined.unsteady.length + determined.wrong.length + determined.faults.length > 0 ? 1 : 0;
