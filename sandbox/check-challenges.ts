// `npm run challenges:check [-- CHALLENGE… --structure --write --few --seeds N --only FILE --jailed --watch]`: every rule of the content,
// checked for real. --structure grades nothing; --write records how each wrong submission fails in mistakes.generated.json; --few grades
// under three seeds, --seeds under as many as it says instead of ten; --only grades one file of a challenge ('solution.ts'); --jailed takes
// the service's whole way, which `npm test` does too, instead of the short one for files of ours (trusted/grader.ts); --watch goes on, see
// watch-challenges.ts. It stands here because grading is what it checks. Start reading at challenges/check/structure.ts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  fewSeeds,
  gradedFiles,
  gradeFile,
  type Grading,
  recordedText,
  seeds,
  seedsOf,
} from '#challenges/check/grading.ts';
import { catalogueFaults, structureFaults } from '#challenges/check/structure.ts';
import { challengeFolder, challenges, findChallenge } from '#challenges/index.ts';
import { agreesWith, type KnownMistake } from '#challenges/mistake-pattern.ts';
import { knownMistakes, mistakesFile } from '#challenges/mistakes.ts';
import { createGrader } from './grade.ts';
import { createTrustedGrader } from './trusted/grader.ts';
import { watchChallenges } from './watch-challenges.ts';

const usage =
  'Usage: npm run challenges:check [-- CHALLENGE… --structure --write --few --seeds N --only FILE --jailed --watch]\n--only and --watch need the challenge named; --write needs all seeds and all files.';

interface Asked {
  readonly named: readonly string[];
  readonly structure: boolean;
  readonly write: boolean;
  /** Under which it is graded. */
  readonly over: readonly number[];
  readonly jailed: boolean;
  /** Empty: every file. */
  readonly only: readonly string[];
  readonly watch: boolean;
}

function read(): Asked {
  try {
    const { values, positionals: named } = parseArgs({
      allowPositionals: true,
      options: {
        structure: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        few: { type: 'boolean', default: false },
        seeds: { type: 'string', default: String(seeds.length) },
        jailed: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        watch: { type: 'boolean', default: false },
      },
    });
    const unknown = named.filter((id) => !findChallenge(id));
    if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}.`);
    if ((values.watch || values.only.length > 0) && named.length === 0) throw new Error('Which challenge?');
    const count = Number(values.seeds);
    if (!Number.isInteger(count) || count < 1) throw new Error('--seeds: how many?');
    const over = values.few ? fewSeeds : seedsOf(count);
    if (values.write && (over.length !== seeds.length || values.only.length > 0 || values.watch))
      throw new Error('--write stands alone.');
    return { ...values, named, over };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}\n`);
    process.exit(2);
  }
}

/** Faults of what is recorded of the wrong submissions; --write mends it instead. */
function recordedFaults(id: string, known: readonly KnownMistake[], { write, over, only }: Asked): readonly string[] {
  const path = `${challengeFolder(id)}/${mistakesFile}`;
  const text = recordedText(known);
  if (write) writeFileSync(path, text);
  else if (over.length > seeds.length) return [];
  else if (over.length < seeds.length || only.length > 0) {
    const recorded = existsSync(path) ? knownMistakes(id) : [];
    return known
      .filter((seen) => !recorded.some((mistake) => mistake.id === seen.id && agreesWith(mistake, seen)))
      .map((seen) => `${id}: ${mistakesFile} does not say how ${seen.id} fails now; --write brings it up to date`);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text)
    return [`${id}: ${mistakesFile} is not what the wrong submissions do now; --write brings it up to date`];
  return [];
}

async function check(asked: Asked): Promise<boolean> {
  const { named, structure, write, over, only, jailed } = asked;
  const chosen = challenges.filter(({ id }) => named.length === 0 || named.includes(id));
  const faults = [...catalogueFaults(), ...chosen.flatMap(structureFaults)];
  console.log(
    `structure   ${chosen.length} challenges, ${faults.length === 0 ? 'in order' : `${faults.length} faults`}`,
  );

  let graded = 0;
  const gradeAll = async (grader: Grading): Promise<void> => {
    for (const { id } of chosen) {
      const known: KnownMistake[] = [];
      for (const file of gradedFiles(id)) {
        if (only.length > 0 && !only.includes(file.file)) continue;
        const { faults: found, recorded } = await gradeFile(grader, file, { over, checksNames: !write });
        if (recorded) known.push(recorded);
        graded += over.length;
        console.log(`${found.length === 0 ? 'ok  ' : 'not '} ${id}/${file.file}`);
        faults.push(...found);
      }
      faults.push(...recordedFaults(id, known, asked));
    }
  };
  if (!structure) {
    const onFault = (fault: string): void => console.error(`grader: ${fault}`);
    const grader = await (jailed ? createGrader({ onFault }) : createTrustedGrader());
    try {
      await gradeAll(grader);
    } finally {
      await grader.close();
    }
  }
  for (const fault of faults) console.log(`  ${fault}`);
  console.log(`${chosen.length} challenges, ${graded} gradings, ${faults.length} faults`);
  return faults.length === 0;
}

const asked = read();
if (asked.watch) watchChallenges(asked.named);
else if (!(await check(asked))) process.exitCode = 1;
