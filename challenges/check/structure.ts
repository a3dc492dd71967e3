// The part of the checks that runs nothing: folders, registries, texts in both languages, headers, outlines. Fast enough for
// every run of the unit tests; what a grader must say is checked by grading.ts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Bilingual } from '../challenge.ts';
import { conceptSets } from '../concept-sets.ts';
import type { ConceptSet } from '../concept-sets.ts';
import { acceptedSubmissions, lesson, wrongSubmissions } from '../content.ts';
import { challengeFolder, challenges, chapters, questions } from '../index.ts';
import type { Challenge } from '../index.ts';
import { lessonBlocks } from '../lesson-blocks.ts';
import { mistakesInLesson, mistakesInLessonFile } from '../mistakes-in-lesson.ts';
import { outline } from '../outline.ts';
import { questionSet } from '../question-sets.ts';
import { placeholder } from './new-challenge.ts';
import { conceptSetFaults, questionFaults, questionsShape } from './questions-shape.ts';
import { textShape } from './text-shape.ts';

export const folderHolds: readonly string[] = [
  'agree.py',
  'agree.ts',
  'challenge.ts',
  'lesson.en.md',
  'lesson.zh.md',
  'mistakes.generated.json',
  'questions.en.ts',
  'questions.zh.ts',
  'solution.ts',
  'starter.ts',
  'statement.en.md',
  'statement.zh.md',
  'submissions',
  'tests.ts',
  'twin.py',
];
/** A challenge can do without them. */
const folderMayHold: readonly string[] = [mistakesInLessonFile, '__pycache__'];
const acceptedMin = 2;
const wrongMin = 4;

/** Faults of the catalogue as a whole: every folder on disk is listed, every listed challenge lies where it should, its concept sets are whole. */
export function catalogueFaults(): string[] {
  const faults: string[] = [];
  if (chapters.length !== 4) faults.push(`There are ${chapters.length} chapters, not 4.`);
  if (questions.length !== 20) faults.push(`There are ${questions.length} questions, not 20.`);
  const ids = challenges.map(({ id }) => id);
  for (const id of new Set(ids))
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`The id ${id} is used twice.`);

  const listed = new Set(ids.map((id) => challengeFolder(id)));
  const onDisk = chapters.flatMap((chapter) => subfolders(`${root()}/${chapter.folder}`).flatMap(subfolders));
  for (const folder of onDisk) if (!listed.has(folder)) faults.push(`${relative(folder)} is not in index.ts.`);
  for (const folder of listed)
    if (!onDisk.includes(folder)) faults.push(`${relative(folder)} is in index.ts but not on disk.`);
  return [...faults, ...conceptSets.flatMap(conceptFaults)];
}

function conceptFaults({ question, title, minutes, asks: { en, zh } }: ConceptSet): string[] {
  return [
    ...(questions.some(({ number }) => number === question) ? [] : ['belongs to no interview question']),
    ...(minutes > 0 ? [] : ['has no minutes']),
    ...bilingualFaults(title),
    ...conceptSetFaults(en),
    ...conceptSetFaults(zh),
    ...translationFaults(questionsShape(en), questionsShape(zh)),
  ].map((fault) => `The questions of ${question}: ${fault}`);
}

/** Faults of one challenge, each a sentence. */
export function structureFaults(challenge: Challenge): string[] {
  const { id } = challenge;
  const faults: string[] = [];
  const attempt = (what: string, check: () => readonly string[]) => {
    try {
      faults.push(...check().map((fault) => `${what} ${fault}`));
    } catch (error) {
      faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  attempt('The folder', () => layoutFaults(id));
  attempt('The folder', () => unwrittenFaults(id));
  attempt('challenge.ts', () => factFaults(challenge));
  for (const text of ['statement', 'lesson']) {
    attempt(`${text}.*.md`, () =>
      translationFaults(textShape(read(id, `${text}.en.md`)), textShape(read(id, `${text}.zh.md`))),
    );
    attempt(`${text}.zh.md`, () => punctuationFaults(read(id, `${text}.zh.md`)));
    for (const language of ['en', 'zh'])
      attempt(`${text}.${language}.md`, () => columnFaults(read(id, `${text}.${language}.md`)));
  }
  attempt('questions.en.ts', () => questionFaults(questionSet(id, 'en')));
  attempt('questions.zh.ts', () => questionFaults(questionSet(id, 'zh')));
  attempt('questions.*.ts', () =>
    translationFaults(questionsShape(questionSet(id, 'en')), questionsShape(questionSet(id, 'zh'))),
  );
  attempt('tests.ts', () => testFaults(id));
  attempt('submissions', () => submissionFaults(id));
  attempt(mistakesInLessonFile, () => lessonLinkFaults(id));
  return faults.map((fault) => `${id}: ${fault}`);
}

function layoutFaults(id: string): string[] {
  const found = readdirSync(challengeFolder(id));
  return [
    ...folderHolds.filter((name) => !found.includes(name)).map((name) => `lacks ${name}`),
    ...found
      .filter((name) => !folderHolds.includes(name) && !folderMayHold.includes(name))
      .map((name) => `holds ${name}, which has no place there`),
    ...folderHolds
      .filter((name) => found.includes(name) && name !== 'submissions' && read(id, name).trim() === '')
      .map((name) => `has an empty ${name}`),
  ];
}

/** Files that `npm run challenges:new` has laid and nobody has written yet. */
function unwrittenFaults(id: string): string[] {
  const files = readdirSync(challengeFolder(id), { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((name) => /\.(md|ts|py)$/.test(name))
    .flatMap((name) => {
      const lines = read(id, name).split('\n');
      const places = lines.flatMap((line, at) => (line.includes(placeholder) ? [at + 1] : []));
      return places.length === 0 ? [] : [`has ${name} still to be written, at line ${places.join(', ')}`];
    });
}

function factFaults({
  id,
  question,
  title,
  minutes,
  entryPoints,
  hints,
  concepts,
  prerequisites,
}: Challenge): string[] {
  const faults: string[] = [];
  if (!questions.some(({ number }) => number === question))
    faults.push(`names a question ${question} that is not there`);
  if (challengeFolder(id).split('/').at(-1) !== id) faults.push('has another id than its folder');
  if (!(minutes > 0)) faults.push('has no minutes');
  if (concepts.length === 0) faults.push('names no concept');
  if (entryPoints.length === 0) faults.push('names no entry point');
  if (hints.length !== 3) faults.push(`has ${hints.length} hints, not 3`);
  for (const text of [title, ...hints]) faults.push(...bilingualFaults(text));
  for (const first of prerequisites)
    if (!challenges.some((other) => other.id === first)) faults.push(`asks for ${first} first, which is not there`);
  for (const { name, signature } of entryPoints) {
    if (!signature.includes(name)) faults.push(`has a signature that does not name ${name}`);
    for (const language of ['en', 'zh'])
      if (!read(id, `statement.${language}.md`).includes(name))
        faults.push(`has an entry point ${name} that statement.${language}.md does not name`);
  }
  return faults;
}

function testFaults(id: string): string[] {
  const faults: string[] = [];
  for (const behaviour of outline(id)) {
    faults.push(...bilingualFaults(behaviour.title));
    if (!behaviour.tests.some(({ visibility }) => visibility === 'hidden'))
      faults.push(`has no hidden test for ${behaviour.id}`);
    for (const test of behaviour.tests) faults.push(...bilingualFaults(test.title));
  }
  // Expected values come from seeded inputs and the judge's own engine; a constant of many digits is a stored answer.
  const stored = read(id, 'tests.ts').match(/\b\d+\.\d{5,}\b/g) ?? [];
  faults.push(...stored.map((value) => `holds the stored value ${value}`));
  return faults;
}

function submissionFaults(id: string): string[] {
  const faults: string[] = [];
  const behaviours = outline(id).map((behaviour) => behaviour.id);
  const [accepted, wrong] = [acceptedSubmissions(id), wrongSubmissions(id)];
  if (accepted.length < acceptedMin) faults.push(`hold ${accepted.length} accepted ones, not at least ${acceptedMin}`);
  if (wrong.length < wrongMin) faults.push(`hold ${wrong.length} wrong ones, not at least ${wrongMin}`);
  for (const { name, mistake } of wrong) {
    if (mistake.id !== name) faults.push(`wrong/${name}.ts calls its mistake ${mistake.id}`);
    if (new Set(mistake.fails).size !== mistake.fails.length) faults.push(`wrong/${name}.ts names a behaviour twice`);
    for (const behaviour of mistake.fails)
      if (!behaviours.includes(behaviour)) faults.push(`wrong/${name}.ts fails ${behaviour}, which is no behaviour`);
    faults.push(...bilingualFaults(mistake));
  }
  for (const behaviour of behaviours) {
    if (!wrong.some(({ mistake }) => mistake.fails.includes(behaviour)))
      faults.push(`hold no mistake that ${behaviour} rejects`);
  }
  return faults;
}

/** Each link from a named mistake ends at one block of the lesson, which is there in both languages. */
function lessonLinkFaults(id: string): string[] {
  const [en, zh] = [lessonBlocks(lesson(id, 'en')), lessonBlocks(lesson(id, 'zh'))];
  const mistakes = wrongSubmissions(id).map(({ mistake }) => mistake.id);
  const linked: string[] = [];
  const faults: string[] = [];
  for (const [words, explained] of Object.entries(mistakesInLesson(id))) {
    const targets = en.filter(({ source }) => source.includes(words)).length;
    if (targets !== 1) faults.push(`quotes ${JSON.stringify(words)}, which ${targets} blocks of lesson.en.md hold`);
    for (const mistake of explained) {
      if (!mistakes.includes(mistake)) faults.push(`explains ${mistake}, which is no mistake`);
      if (linked.includes(mistake)) faults.push(`explains ${mistake} twice`);
      linked.push(mistake);
    }
  }
  if (linked.length > 0 && en.length !== zh.length)
    faults.push(`cannot be kept in Chinese: ${en.length} blocks in lesson.en.md, ${zh.length} in lesson.zh.md`);
  return faults;
}

/** Chinese must hold Chinese, English must not. */
function bilingualFaults({ en, zh }: Bilingual): string[] {
  const faults: string[] = [];
  if (en.trim() === '' || /\p{Script=Han}/u.test(en)) faults.push(`has no English for ${JSON.stringify(zh)}`);
  const onlyNames = /^[\w\s.=(),·]+$/.test(en) && en === zh;
  if (!onlyNames && !/\p{Script=Han}/u.test(zh)) faults.push(`has no Chinese for ${JSON.stringify(en)}`);
  return faults;
}

function translationFaults(en: readonly string[], zh: readonly string[]): string[] {
  const length = Math.max(en.length, zh.length);
  for (let at = 0; at < length; at++) {
    if (en[at] !== zh[at])
      return [`differ at block ${at + 1}: "${en[at] ?? 'nothing'}" in English, "${zh[at] ?? 'nothing'}" in Chinese`];
  }
  return [];
}

/** Half-width punctuation directly after a Chinese character. */
function punctuationFaults(markdown: string): string[] {
  const prose = markdown.replace(/```[\s\S]*?```|\$\$[\s\S]*?\$\$|`[^`]*`|\$[^$]*\$/g, '');
  return [...prose.matchAll(/\p{Script=Han}[,;:?!()]|[(]\p{Script=Han}/gu)].map(
    ([text]) => `has half-width punctuation at "${text}"`,
  );
}

/** A reader, and more so a listener, must know what a column of a table holds. */
function columnFaults(markdown: string): string[] {
  return [...markdown.matchAll(/^(\|.*\|)\n\|[-| :]+\|$/gm)].flatMap(([, header = '']) => {
    const names = header.split(/(?<!\\)\|/).slice(1, -1);
    return names.some((name) => name.trim() === '') ? [`has a column without a name in ${header}`] : [];
  });
}

const root = () =>
  challengeFolder(challenges[0]?.id ?? '')
    .split('/')
    .slice(0, -3)
    .join('/');
const relative = (folder: string) => folder.slice(root().length + 1);
const read = (id: string, name: string) => readFileSync(`${challengeFolder(id)}/${name}`, 'utf8');

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder)
      .map((name) => `${folder}/${name}`)
      .filter((path) => statSync(path).isDirectory());
  } catch {
    return []; // a chapter without challenges has no folder yet
  }
}
