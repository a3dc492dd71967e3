// `npm run challenges:new -- ID --question 2.4 [--kind debug]`: lays the folder of a new challenge from a template, with its lines in
// index.ts, tests.ts and question-sets.ts. What it lays compiles; `npm run challenges:check -- ID` says what is to be written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  folderOf,
  kinds,
  type ListName,
  type NewChallenge,
  objection,
  predecessor,
  registered,
  templateFiles,
} from './check/new-challenge.ts';
import { challenges } from './index.ts';

const usage = `Usage: npm run challenges:new -- ID --question 2.4 [--kind ${kinds.join('|')}]`;
const here = import.meta.dirname;

function read(): NewChallenge {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { question: { type: 'string' }, kind: { type: 'string', default: 'implement' } },
    });
    const [id] = positionals;
    const kind = kinds.find((known) => known === values.kind);
    if (id === undefined || positionals.length > 1 || values.question === undefined || !kind) throw new Error(usage);
    const made = { id, question: values.question, kind };
    const no = objection(made, challenges);
    if (no !== null) throw new Error(no);
    if (existsSync(path.join(here, folderOf(made)))) throw new Error(`${folderOf(made)} is there already.`);
    return made;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(2);
  }
}

const made = read();
const list = (name: ListName): string => readFileSync(path.join(here, name), 'utf8');
const lists = registered(
  { 'index.ts': list('index.ts'), 'tests.ts': list('tests.ts'), 'question-sets.ts': list('question-sets.ts') },
  made,
  predecessor(made, challenges),
);
for (const [name, text] of Object.entries(templateFiles(made))) {
  const file = path.join(here, folderOf(made), name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const [name, text] of Object.entries(lists)) writeFileSync(path.join(here, name), text);
console.log(`challenges/${folderOf(made)} is laid, and listed in ${Object.keys(lists).join(', ')}.
npm run challenges:check -- ${made.id} --structure   says what is to be written
npm run challenges:check -- ${made.id} --watch       checks again what each saved file touches`);
