'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { EditorHandle } from '#app/_editor/editor-host.tsx';
import type { SampleRunner } from '#app/_runner/sample-runner.ts';
import type { SourceProblem } from '#sandbox/result.ts';
import type { GradedHere, RunHere } from './use-grading.ts';
import type { WorkspaceChallenge } from './types.ts';

export interface RunsHere {
  /** Null until a run could begin at once. */
  readonly run: RunHere | null;
  /** Has workers wait for the next run. */
  prepare(): void;
}

/** The clock on the wall counts here, on a machine that may be slow: what takes longer is the server's to judge. */
const patienceMs = 10_000;

/** The judge for this browser, fetched when the page has nothing else to do: until then the server judges. */
export function useSampleRunner(
  { id, outline, limits }: WorkspaceChallenge,
  editor: RefObject<EditorHandle | null>,
  isWanted: boolean,
): RunsHere {
  const runner = useRef<SampleRunner | null>(null);
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    if (!isWanted) return;
    let gone = false;
    const load = async () => {
      const [{ SampleRunner }] = await Promise.all([
        import('#app/_runner/sample-runner.ts'),
        // Offline it could not be fetched any more.
        import('#app/_editor/compile.ts'),
      ]);
      const made = new SampleRunner({ id, outline, timeLimitMs: Math.max(limits.timeLimitMs, patienceMs) });
      await made.load();
      if (gone || !made.isLoaded) return;
      runner.current = made;
      setLoaded(true);
    };
    const cancel = whenIdle(() => void load().catch(() => undefined));
    return () => {
      gone = true;
      cancel();
      runner.current?.close();
      runner.current = null;
      setLoaded(false);
    };
  }, [id, outline, limits.timeLimitMs, isWanted]);

  const run = useCallback<RunHere>(
    async (_source, onTest, signal) => {
      const [made, handle] = [runner.current, editor.current];
      if (made === null || handle === null) return null;
      const compiled = await handle.compile();
      if (!compiled.ok) return notCompiled(outline, compiled.problems);
      const seed = Math.floor(Math.random() * 2 ** 31);
      const result = await made.run({ code: compiled.code, map: compiled.map, seed }, onTest, signal);
      made.prepare();
      return result;
    },
    [editor, outline],
  );
  const prepare = useCallback(() => runner.current?.prepare(), []);
  return { run: loaded ? run : null, prepare };
}

function notCompiled(outline: WorkspaceChallenge['outline'], problems: readonly SourceProblem[]): GradedHere {
  const points = outline
    .filter(({ tests }) => tests.some(({ visibility }) => visibility === 'sample'))
    .reduce((sum, behaviour) => sum + behaviour.points, 0);
  return {
    verdict: 'CE',
    score: 0,
    points,
    behaviours: [],
    tests: [],
    mistakes: [],
    problems: [...problems],
    console: '',
    seed: 0,
  };
}

function whenIdle(act: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 2000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: 5000 });
  return () => cancelIdleCallback(handle);
}
