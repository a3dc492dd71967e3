// `npm run challenges:check [-- CHALLENGE… --structure --write]`: every rule of the content, checked for real. --structure grades nothing;
// --write records how each wrong submission fails in mistakes.generated.json. It stands here because grading is what it checks. Start reading at challenges/check/structure.ts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gradedFiles, gradeFile, recordedText, seeds } from '#challenges/check/grading.ts';
import { catalogueFaults, structureFaults } from '#challenges/check/structure.ts';
import { challengeFolder, challenges } from '#challenges/index.ts';
import { mistakesFile } from '#challenges/mistakes.ts';
import type { KnownMistake } from '#challenges/mistake-pattern.ts';
import { createGrader } from './grade.ts';

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = [
  ...named.filter((id) => !challenges.some((challenge) => challenge.id === id)),
  ...args.filter((arg) => arg.startsWith('--') && arg !== '--structure' && arg !== '--write'),
];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Usage: npm run challenges:check [-- CHALLENGE… --structure --write]`);
  process.exit(2);
}
const chosen = challenges.filter(({ id }) => named.length === 0 || named.includes(id));

const faults = [...catalogueFaults(), ...chosen.flatMap(structureFaults)];
console.log(`structure   ${chosen.length} challenges, ${faults.length === 0 ? 'in order' : `${faults.length} faults`}`);

let graded = 0;
if (!args.includes('--structure')) {
  const grader = await createGrader({ onFault: (fault) => console.error(`grader: ${fault}`) });
  try {
    for (const { id } of chosen) {
      const known: KnownMistake[] = [];
      for (const file of gradedFiles(id)) {
        const { faults: found, recorded } = await gradeFile(grader, file, { checksNames: !args.includes('--write') });
        if (recorded) known.push(recorded);
        graded += seeds.length;
        console.log(`${found.length === 0 ? 'ok  ' : 'not '} ${id}/${file.file}`);
        faults.push(...found);
      }
      const path = `${challengeFolder(id)}/${mistakesFile}`;
      const text = recordedText(known);
      if (args.includes('--write')) writeFileSync(path, text);
      else if (!existsSync(path) || readFileSync(path, 'utf8') !== text)
        faults.push(`${id}: ${mistakesFile} is not what the wrong submissions do now; --write brings it up to date`);
    }
  } finally {
    await grader.close();
  }
}

for (const fault of faults) console.log(`  ${fault}`);
console.log(`${chosen.length} challenges, ${graded} gradings, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
