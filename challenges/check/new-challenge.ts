// A new challenge's folder, and its lines in the three lists, as text: challenges/new.ts writes them. Every place that its author has to
// fill in holds the placeholder, which the structure check reports until it is gone; all of it compiles from the start.
import type { Kind } from '../challenge.ts';
import { type InterviewQuestion, chapters, questions } from '../chapters.ts';

/** Short enough to be typed over, and no word that a finished challenge needs. */
export const placeholder = 'TO BE WRITTEN';
const [en, zh] = [placeholder, `${placeholder} 待写`];

export const kinds: readonly Kind[] = ['implement', 'debug', 'optimize', 'predict'];

export interface NewChallenge {
  readonly id: string;
  /** Its number: '2.4'. */
  readonly question: string;
  readonly kind: Kind;
}

/** Why it cannot be made; null when it can. */
export function objection({ id, question }: NewChallenge, existing: readonly { readonly id: string }[]): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return `An id is lower case, of words with a hyphen between: 'sgd-momentum', not ${JSON.stringify(id)}.`;
  if (existing.some((challenge) => challenge.id === id)) return `There is a challenge ${id} already.`;
  if (!questions.some(({ number }) => number === question))
    return `There is no question ${JSON.stringify(question)}. There are ${questions.map(({ number }) => number).join(', ')}.`;
  return null;
}

/** Relative to challenges/. */
export function folderOf({ id, question }: NewChallenge): string {
  const asked = questions.find(({ number }) => number === question);
  const chapter = chapters.find(({ number }) => number === asked?.chapter);
  if (!asked || !chapter) throw new Error(`There is no question ${question}.`);
  return `${chapter.folder}/${asked.folder}/${id}`;
}

/** The one that comes before it in reading order: the last of its question or of an earlier one. */
export function predecessor(
  { question }: Pick<NewChallenge, 'question'>,
  existing: readonly { readonly id: string; readonly question: string }[],
): string | null {
  const place = (number: string): number => questions.findIndex((asked: InterviewQuestion) => asked.number === number);
  return existing.findLast((challenge) => place(challenge.question) <= place(question))?.id ?? null;
}

/** The three lists, by name, with the lines of a new challenge at their place. */
export function registered(
  lists: { readonly [List in ListName]: string },
  made: NewChallenge,
  before: string | null,
): { readonly [List in ListName]: string } {
  const folder = folderOf(made);
  const name = camel(made.id);
  const previous = before === null ? null : camel(before);
  const imported = (suffix: string, file: string): string => `import ${name}${suffix} from './${folder}/${file}';`;
  return {
    'index.ts': inserted(
      inserted(lists['index.ts'], /^import (\w+) from '.*\/challenge\.ts';$/, previous, imported('', 'challenge.ts')),
      /^ {2}(\w+),$/,
      previous,
      `  ${name},`,
    ),
    'tests.ts': inserted(
      inserted(lists['tests.ts'], /^import (\w+) from '.*\/tests\.ts';$/, previous, imported('', 'tests.ts')),
      /^ {2}\['[\w-]+', (\w+)\],$/,
      previous,
      `  ['${made.id}', ${name}],`,
    ),
    'question-sets.ts': inserted(
      inserted(
        lists['question-sets.ts'],
        /^import (\w+)(?:En|Zh) from '.*\/questions\.(?:en|zh)\.ts';$/,
        previous,
        `${imported('En', 'questions.en.ts')}\n${imported('Zh', 'questions.zh.ts')}`,
      ),
      /^ {2}\['[\w-]+', \{ en: (\w+)En, zh: \w+ \}\],$/,
      previous,
      `  ['${made.id}', { en: ${name}En, zh: ${name}Zh }],`,
    ),
  };
}
export type ListName = 'index.ts' | 'tests.ts' | 'question-sets.ts';

/** After the last line that matches and names the previous one; before the first that matches when there is none. */
function inserted(text: string, line: RegExp, previous: string | null, added: string): string {
  const lines = text.split('\n');
  const names = lines.map((one) => line.exec(one)?.[1]);
  const first = names.findIndex((name) => name !== undefined);
  const at = previous === null ? first : names.lastIndexOf(previous) + 1;
  if (at <= 0) throw new Error(`${previous ?? 'No challenge'} has no line like ${line.source}.`);
  return lines.toSpliced(at, 0, ...added.split('\n')).join('\n');
}

export const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Files of the folder, by path in it. */
export function templateFiles({ id, question, kind }: NewChallenge): { readonly [path: string]: string } {
  const entry = id.replaceAll('-', '_');
  const signature = `${entry}(x: Tensor): Tensor`;
  const written = `import torch, { type Tensor } from 'torch';

export function ${entry}(x: Tensor): Tensor {
  throw new Error('${placeholder}');
}
`;
  const statement = (what: string, headings: readonly string[]): string =>
    `${what}\n\n## ${headings[0]}\n\n\`\`\`ts\n${signature}\n\`\`\`\n\n## ${headings[1]}\n\n- ${what}\n\n## ${headings[2]}\n\n${what}\n`;
  const lesson = (what: string, headings: readonly string[]): string =>
    `${what}\n\n${headings.map((heading) => `## ${heading}\n\n${what}\n`).join('\n')}`;
  const asked = (what: string): string => `import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-it-is',
    stage: 'concept',
    kind: 'single',
    prompt: '${what}',
    options: [
      { text: '${what}', right: true, why: '${what}' },
      { text: '${what} 2', right: false, why: '${what}' },
    ],
  },
  {
    id: 'what-comes-out',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt: '${what}',
    answer: 0,
    tolerance: 0,
    why: '${what}',
  },
  {
    id: 'what-to-choose',
    stage: 'trade-off',
    kind: 'short',
    prompt: '${what}',
    rubric: [{ points: 1, says: '${what}' }],
    model: '${what}',
  },
] as const satisfies QuestionSet;
`;
  return {
    'challenge.ts': `import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: '${id}',
  version: 1,
  question: '${question}',
  title: { en: '${en}', zh: '${zh}' },
  kind: '${kind}',
  difficulty: 2,
  minutes: 20,
  concepts: ['${en}'],
  prerequisites: [],
  entryPoints: [{ name: '${entry}', kind: 'function', signature: '${signature}' }],
  limits: { timeLimitMs: 1000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-6 },
  hints: [
    { en: '${en}', zh: '${zh}' },
    { en: '${en}', zh: '${zh}' },
    { en: '${en}', zh: '${zh}' },
  ],
} as const satisfies Challenge;
`,
    'statement.en.md': statement(en, ['Signature', 'Requirements', 'Example']),
    'statement.zh.md': statement(zh, ['函数签名', '要求', '例子']),
    'lesson.en.md': lesson(en, ['Why', 'The usual traps', 'What interviewers ask next']),
    'lesson.zh.md': lesson(zh, ['为什么', '常见的坑', '面试官接下来会问']),
    'questions.en.ts': asked(en),
    'questions.zh.ts': asked(zh),
    'starter.ts': written.replace(placeholder, `${entry} is not written yet`),
    'solution.ts': written,
    'tests.ts': `import { tests } from '#challenges/authoring.ts';
import type { TestContext } from '#challenges/authoring.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

export default tests(({ behaviour }) => {
  behaviour(
    'computes-it',
    {
      points: 1,
      title: { en: '${en}', zh: '${zh}' },
      says: { en: '${en}', zh: '${zh}' },
    },
    ({ sample, hidden }) => {
      const check = ({ candidate, given, expect }: TestContext, shape: readonly number[]) => {
        const x = given.rng.normal(shape);
        expect(candidate.call('${entry}', x)).toBeClose(x, tolerance);
      };
      sample('the-example', { title: { en: '${en}', zh: '${zh}' } }, (context) =>
        check(context, [3]),
      );
      hidden('drawn-inputs', { title: { en: '${en}', zh: '${zh}' } }, (context) =>
        check(context, [2, 3]),
      );
    },
  );
});
`,
    'twin.py': `def ${entry}(x):
    raise NotImplementedError("${placeholder}")
`,
    'agree.py': `import json
import sys

import torch
from twin import ${entry}

torch.manual_seed(int(sys.argv[1]))
x = torch.randn(4, 3)
print(json.dumps([${entry}(x).flatten().tolist()]))  # ${placeholder}
`,
    'agree.ts': `import type torch from '#engine/index.ts';
import { ${entry} } from './solution.ts';

/** agree.py computes the same with twin.py. ${placeholder} */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const x = engine.randn(4, 3);
  return [${entry}(x).flatten().tolist()];
};
`,
    'mistakes.generated.json': '[]\n',
    'submissions/accepted/in-another-style.ts': written,
    'submissions/wrong/a-slip.ts': `// mistake: a-slip
// en: ${en}
// zh: ${zh}
// fails: computes-it
${written}`,
  };
}
