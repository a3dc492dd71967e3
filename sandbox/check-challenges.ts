// `npm run challenges:check [CHALLENGE…] [-- --structure]`: every rule of the content, checked for real. A command, imported by nothing;
// it stands here because grading is what it checks. Start reading at challenges/check/structure.ts.
import { gradedFiles, gradingFaults, seeds } from '#challenges/check/grading.ts';
import { catalogueFaults, structureFaults } from '#challenges/check/structure.ts';
import { challenges } from '#challenges/index.ts';
import { createGrader } from './grade.ts';

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = [
  ...named.filter((id) => !challenges.some((challenge) => challenge.id === id)),
  ...args.filter((arg) => arg.startsWith('--') && arg !== '--structure'),
];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Usage: npm run challenges:check [CHALLENGE…] [-- --structure]`);
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
      for (const file of gradedFiles(id)) {
        const found = await gradingFaults(grader, file);
        graded += seeds.length;
        console.log(`${found.length === 0 ? 'ok  ' : 'not '} ${id}/${file.file}`);
        faults.push(...found);
      }
    }
  } finally {
    await grader.close();
  }
}

for (const fault of faults) console.log(`  ${fault}`);
console.log(`${chosen.length} challenges, ${graded} gradings, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
