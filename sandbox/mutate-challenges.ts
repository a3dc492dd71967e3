// `npm run challenges:mutate -- CHALLENGE… [--most N] [--file FILE]`: makes a slip in solution.ts, one at a time and everywhere, grades each as
// a submission, and says which ones the tests let pass. Whoever writes tests looks at each: it changes nothing that the statement
// promises, or a case is missing. Exit 1 when fewer than 20 mutants compile. Start reading at challenges/check/mutants.ts.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fewSeeds } from '#challenges/check/grading.ts';
import { type Mutant, mutantsOf, spread } from '#challenges/check/mutants.ts';
import { solution } from '#challenges/content.ts';
import { findChallenge } from '#challenges/index.ts';
import { createGrader, type Grader } from './grade.ts';

const usage = 'Usage: npm run challenges:mutate -- CHALLENGE… [--most N] [--file FILE]';
const compiledMin = 20;

type Fate = 'rejected' | 'survives' | 'does not compile' | 'rejected by luck';
interface Judged extends Mutant {
  readonly fate: Fate;
}

/** A survivor has passed under every seed; one that passes only under some is told too, for tests must not hang on luck. */
async function judge(grader: Grader, challenge: string, mutant: Mutant): Promise<Judged> {
  const passed: boolean[] = [];
  for (const seed of fewSeeds) {
    const { verdict } = await grader.grade({ challenge, source: mutant.source, kind: 'submit', seed });
    if (verdict === 'CE') return { ...mutant, fate: 'does not compile' };
    passed.push(verdict === 'AC');
    if (passed[0] === false) return { ...mutant, fate: 'rejected' };
  }
  return { ...mutant, fate: passed.every(Boolean) ? 'survives' : 'rejected by luck' };
}

function report(challenge: string, text: string, judged: readonly Judged[], refused: number): boolean {
  const of = (fate: Fate): readonly Judged[] => judged.filter((mutant) => mutant.fate === fate);
  const lines = text.split('\n');
  for (const fate of ['survives', 'rejected by luck'] as const)
    for (const { line, change } of of(fate))
      console.log(`  ${fate}  solution.ts:${line}  ${change}\n      ${lines[line - 1]?.trim() ?? ''}`);
  const compiled = judged.length - of('does not compile').length;
  const rejected = of('rejected').length;
  const share = compiled === 0 ? 0 : Math.floor((1000 * rejected) / compiled) / 10;
  console.log(
    `${challenge}: ${rejected} of ${compiled} mutants rejected (${share} %), ${judged.length - compiled + refused} more do not compile`,
  );
  if (compiled < compiledMin) console.log(`${challenge}: fewer than ${compiledMin} mutants compile`);
  return compiled >= compiledMin;
}

function read() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { most: { type: 'string', default: '1000' }, file: { type: 'string' } },
    });
    const most = Number(values.most);
    const unknown = positionals.filter((id) => !findChallenge(id));
    if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}.`);
    if (positionals.length === 0 || !Number.isInteger(most) || most < 1) throw new Error('');
    return { named: positionals, most, file: values.file };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}\n`.trimStart());
    process.exit(2);
  }
}

const { named, most, file } = read();
const grader = await createGrader({ onFault: (fault) => console.error(`grader: ${fault}`) });
try {
  for (const challenge of named) {
    const text = file === undefined ? solution(challenge) : readFileSync(file, 'utf8');
    const { mutants: all, refused } = mutantsOf(text);
    const mutants = spread(all, most);
    const judged = await Promise.all(mutants.map((mutant) => judge(grader, challenge, mutant)));
    if (!report(challenge, text, judged, refused)) process.exitCode = 1;
  }
} finally {
  await grader.close();
}
