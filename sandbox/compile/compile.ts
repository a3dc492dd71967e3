// TypeScript of a submission to the one script that its isolate evaluates. Nothing of it runs here.
import { build, type Message, stop } from 'esbuild';
import { deferred } from '../deferred.ts';
import type { SourceProblem } from '../result.ts';

export const sourceBytesMax = 64 * 1024;
const compileMsMax = 4_000;
const lateMax = 2;
const problemsMax = 10;

export type Compiled =
  | { readonly ok: true; readonly code: string; readonly map: string }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

export async function compile(source: string): Promise<Compiled> {
  if (Buffer.byteLength(source) > sourceBytesMax)
    return refused(`The submission is longer than ${sourceBytesMax / 1024} KiB.`);
  if (depthOf(source) > nestingMax) return refused(`The submission is nested deeper than ${nestingMax} brackets.`);
  let late = 0;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const compiled = await inTime(withoutPragmas(source));
    // Once it may have been the compiler that was stuck, with whoever's source.
    if (compiled === 'late' && ++late === lateMax) return refused('Compiling took too long.');
    if (compiled !== null && compiled !== 'late') return compiled;
  }
  throw new Error(`the compiler ended ${attemptsMax} times before it was done`);
}

/** How often a source is begun again because the compiler ended, mostly for another's sake. */
const attemptsMax = 5;
/** Told when the compiler is ended. */
const waiting = new Set<(compiled: null) => void>();

/** Ends the compiler's process, whatever it is doing; the next source starts another. */
export function endCompiler(): void {
  stop();
  for (const tell of waiting) tell(null);
}

/** Null when the compiler ended before it was done. */
async function inTime(source: string): Promise<Compiled | 'late' | null> {
  const { promise, resolve } = deferred<'late' | null>();
  waiting.add(resolve);
  const timer = setTimeout(() => {
    resolve('late');
    // Some sources take minutes (nested arrow functions are one), and nothing else ends what has begun.
    endCompiler();
  }, compileMsMax);
  try {
    return await Promise.race([promise, transform(source)]);
  } finally {
    clearTimeout(timer);
    waiting.delete(resolve);
  }
}

/**
 * A comment that names a source map would have the compiler read that file, any file, on this side. A hashbang is allowed in a file, and
 * not in the function that a submission becomes. Same length, so columns stay.
 */
const withoutPragmas = (source: string): string =>
  source.replace(/([#@]\s+sourceMappingURL)=/g, '$1:').replace(/^#!/, '//');

async function transform(source: string): Promise<Compiled | null> {
  try {
    const result = await build({
      stdin: { contents: source, loader: 'ts', sourcefile: 'submission.ts' },
      bundle: true,
      write: false,
      outfile: 'submission.js',
      format: 'cjs',
      platform: 'neutral',
      target: 'es2023',
      sourcemap: 'external',
      treeShaking: false,
      logLevel: 'silent',
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, strict: true, verbatimModuleSyntax: true } },
      plugins: [onlyTorch],
    });
    const [map, code] = ['.map', '.js'].map((end) => result.outputFiles.find((f) => f.path.endsWith(end))?.text ?? '');
    return { ok: true, code: code ?? '', map: map ?? '' };
  } catch (error) {
    if (!isBuildFailure(error)) {
      // Its process is gone; the next try needs another.
      endCompiler();
      return null;
    }
    return { ok: false, problems: error.errors.slice(0, problemsMax).map(problemOf) };
  }
}

const onlyTorch: import('esbuild').Plugin = {
  name: 'only-torch',
  setup(plugin) {
    plugin.onResolve({ filter: /.*/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      if (path === 'torch') return { path, external: true };
      return { errors: [{ text: `Only 'torch' can be imported, not '${path.slice(0, 100)}'.` }] };
    });
  },
};

/** Far more than anyone writes, far less than overflows a parser's stack. */
const nestingMax = 1000;
function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of source) {
    if (character === '(' || character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ')' || character === ']' || character === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

const refused = (message: string): Compiled => ({ ok: false, problems: [{ message, line: null, column: null }] });

function problemOf({ text, location }: Message): SourceProblem {
  // esbuild's columns count from 0, in bytes of UTF-8.
  const column = location ? Buffer.from(location.lineText).subarray(0, location.column).toString().length + 1 : null;
  return { message: text, line: location?.line ?? null, column };
}

function isBuildFailure(error: unknown): error is { errors: Message[] } {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
