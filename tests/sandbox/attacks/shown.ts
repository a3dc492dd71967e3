import type { GradeResult } from '#sandbox/result.ts';

const pathLike = /(?:file:\/\/)?\/(?:[\w.@~+-]+\/)+[\w.@~+-]+/g;

/** What a result shows that it must not: paths of this machine, what hidden tests printed or threw. Empty when all is well. */
export function leaksOf(result: GradeResult, source: string): string[] {
  const text = JSON.stringify(result);
  const paths = (text.match(pathLike) ?? []).filter((path) => !source.includes(path));
  const names = ['isolated_vm', 'runner.cjs', 'node_modules', 'tests/sandbox', 'judge/thread'].filter(
    (name) => text.includes(name) && !source.includes(name),
  );
  const hidden = result.tests
    .filter((t) => t.visibility === 'hidden' && (t.console !== '' || t.error !== null))
    .map((t) => `what ${t.id} printed or threw`);
  return [...paths, ...names, ...hidden];
}
