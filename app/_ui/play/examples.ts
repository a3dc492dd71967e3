import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '#app/_i18n/messages.ts';

export type ExampleName = keyof Messages['play']['examples'];
export interface Example {
  readonly name: ExampleName;
  readonly source: string;
}
const names = ['gradient', 'views', 'irises', 'digits', 'attention', 'modes'] as const satisfies readonly ExampleName[];

const read = (name: string): string =>
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'app/_ui/play', name), 'utf8');

/** On the server: the programs to begin with, and the declarations of what the page gives them. */
export const examples = (): readonly Example[] => names.map((name) => ({ name, source: read(`examples/${name}.ts`) }));
export const declarations = (): string => read('globals.d.ts');
