// node tests/bench/sandbox-attacks.ts [WORD…]
// Plays the attacks whose names begin with a word (all without), one after another, and tells of each: verdict, time, the supervisor's
// largest delay meanwhile, and '!' where the verdict is not among the right ones.
import { allAttacks } from '#tests/sandbox/attacks/index.ts';
import { submit } from '#tests/sandbox/submissions.ts';
import { createGrader } from '#sandbox/grade.ts';

const words = process.argv.slice(2);
const chosen = allAttacks.filter(({ name }) => words.length === 0 || words.some((word) => name.startsWith(word)));
const grader = await createGrader({
  concurrency: 1,
  catalogueUrl: new URL('../sandbox/catalogue.ts', import.meta.url).href,
  onFault: (fault) => console.log(`  fault: ${fault}`),
});
for (const { name, challenge, source, expect } of chosen) {
  await grader.status();
  const startedAt = performance.now();
  const result = await grader.grade(submit(source, { challenge }));
  const ms = Math.round(performance.now() - startedAt);
  const { loopLagMsMax } = await grader.status();
  const wrong = expect.includes(result.verdict) ? ' ' : '!';
  const said = [...result.problems, ...result.tests.flatMap((t) => t.error ?? [])].map(({ message }) => message).at(0);
  console.log(
    `${wrong} ${name.padEnd(34)} ${result.verdict.padEnd(4)} ${result.score} ${String(ms).padStart(6)} ms  lag ${loopLagMsMax.toFixed(0).padStart(4)} ms  ${(said ?? '').slice(0, 90).replaceAll('\n', ' ')}`,
  );
}
await grader.close();
