'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Heard, Run, RunEnd } from '#app/_runner/runner.ts';
import type { Compiled } from '#sandbox/compile/compile.ts';
import { inOwnLines, problemOf } from '#sandbox/compile/places.ts';
import type { Graph, SourceProblem } from '#sandbox/result.ts';

export const timeLimitMs = 30_000;

export interface Curve {
  readonly name: string;
  readonly values: readonly (number | null)[];
}
/** What one run has shown so far. */
export interface Output {
  readonly phase: 'starting' | 'running' | 'not-compiled' | RunEnd['kind'] | 'threw';
  readonly source: string;
  readonly ms: number;
  /** The GPU it was given, if any. */
  readonly gpu: string | null;
  readonly printed: string;
  readonly curves: readonly Curve[];
  readonly graphs: readonly Graph[];
  /** Of the last scalar, when no graph was asked for. */
  readonly last: Graph | null;
  readonly problems: readonly SourceProblem[];
}

const begun = (source: string): Output => ({
  phase: 'starting',
  source,
  ms: 0,
  gpu: null,
  printed: '',
  curves: [],
  graphs: [],
  last: null,
  problems: [],
});

export interface Program {
  readonly output: Output | null;
  readonly busy: boolean;
  run(source: string, compile: () => Promise<Compiled>): void;
  stop(): void;
}

/** A GPU is started only for a program that speaks of one. */
const wantsGpu = /cuda|webgpu/i;
/** `?gpu=any` lets a browser play one on the processor: slow, and for tests. */
const gpuAllowed = () => (new URLSearchParams(location.search).get('gpu') === 'any' ? 'any' : 'real');

interface Current {
  run: Run | null;
  stopped: boolean;
}

/** One program at a time. The engine is fetched when the page asks for it, never before. */
export function useProgram(isWanted: boolean): Program {
  const [output, setOutput] = useState<Output | null>(null);
  const runner = useRef<Promise<InstanceType<typeof import('#app/_runner/runner.ts')['Runner']>> | null>(null);
  const current = useRef<Current | null>(null);

  const load = useCallback(() => {
    runner.current ??= import('#app/_runner/runner.ts').then(({ Runner }) => new Runner());
    return runner.current;
  }, []);
  useEffect(() => {
    if (isWanted) void load().then((made) => made.prepare());
  }, [isWanted, load]);
  useEffect(
    () => () => {
      current.current?.run?.stop();
      void runner.current?.then((made) => made.close());
    },
    [],
  );

  const run = useCallback(
    (source: string, compile: () => Promise<Compiled>) => {
      if (current.current !== null) return;
      const mine: Current = { run: null, stopped: false };
      current.current = mine;
      setOutput(begun(source));
      const change = (more: Partial<Output>) => setOutput((known) => known && { ...known, ...more });
      const go = async () => {
        const [compiled, made] = await Promise.all([compile(), load()]);
        if (mine.stopped) return change({ phase: 'stopped' });
        if (!compiled.ok) return change({ phase: 'not-compiled', problems: compiled.problems });
        const heard = gathered(change, compiled.map);
        mine.run = made.run({
          code: compiled.code,
          seed: Math.floor(Math.random() * 2 ** 31),
          gpu: wantsGpu.test(source) ? gpuAllowed() : 'none',
          timeLimitMs,
          onBegun: () => change({ phase: 'running' }),
          onHeard: heard.add,
        });
        const end = await mine.run.ended;
        heard.flush();
        const threw = end.kind === 'done' ? end.threw : null;
        change({
          ms: end.ms,
          phase: threw === null ? end.kind : 'threw',
          last: end.kind === 'done' ? end.last : null,
          problems: threw === null ? [] : [problemOf(threw, compiled.map)],
        });
        made.prepare();
      };
      go()
        .catch(() => change({ phase: 'broken' }))
        .finally(() => {
          current.current = null;
        });
    },
    [load],
  );
  const stop = useCallback(() => {
    if (current.current === null) return;
    current.current.stopped = true;
    current.current.run?.stop();
  }, []);

  const busy = output !== null && (output.phase === 'starting' || output.phase === 'running');
  return { output, busy, run, stop };
}

/** Printed text comes in many pieces: the page is drawn once a frame. */
function gathered(change: (more: Partial<Output>) => void, map: string): { add(heard: Heard): void; flush(): void } {
  let printed = '';
  const curves: Curve[] = [];
  const graphs: Graph[] = [];
  let gpu: string | null = null;
  let frame = 0;
  const flush = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    change({ gpu, printed: inOwnLines(printed, map), curves: [...curves], graphs: [...graphs] });
  };
  const add = (heard: Heard) => {
    if (heard.type === 'gpu') gpu = heard.name;
    if (heard.type === 'log') printed += heard.text;
    if (heard.type === 'curve') curves.push({ name: heard.name, values: heard.values });
    if (heard.type === 'graph') graphs.push(heard.graph);
    if (frame === 0) frame = requestAnimationFrame(flush);
  };
  return { add, flush };
}
