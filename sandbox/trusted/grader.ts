// Grades the files of this repository many times as fast as the service grades a stranger's: the same judge, agent and engine, with an
// isolate in the judge's own process in place of a jail. For what authors check under many seeds; never for what others wrote.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { compile, type Compiled } from '../compile/compile.ts';
import { deferred } from '../deferred.ts';
import { nodeFlags, prepareJailFolder } from '../jail/bundle.ts';
import { type GradeRequest, type GradeResult, gradeRequestSchema } from '../result.ts';
import { fromTrustedSchema, type ToTrusted } from './messages.ts';

export interface TrustedGrader {
  /** Rejects where the judge itself fails. */
  grade(request: GradeRequest): Promise<GradeResult>;
  close(): Promise<void>;
}

interface Waiting {
  readonly message: ToTrusted;
  readonly resolve: (result: GradeResult) => void;
  readonly reject: (error: Error) => void;
}

export async function createTrustedGrader(concurrency = availableParallelism()): Promise<TrustedGrader> {
  const { folder } = await prepareJailFolder({ unprivileged: false });
  const queue: Waiting[] = [];
  const running = new Map<number, Waiting>();
  const free: ChildProcess[] = [];
  let nextId = 0;
  let closed = false;

  const processes = Array.from({ length: concurrency }, () => {
    const child = fork(new URL('./process.ts', import.meta.url), [folder], {
      execArgv: [...nodeFlags, '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
    });
    child.on('message', (raw) => {
      const { id, result, fault } = fromTrustedSchema.parse(raw);
      const waited = running.get(id);
      running.delete(id);
      if (result !== null) waited?.resolve(result);
      else waited?.reject(new Error(fault ?? 'no result'));
      free.push(child);
      pump();
    });
    child.once('exit', () => {
      if (closed) return;
      for (const { reject } of [...running.values(), ...queue.splice(0)])
        reject(new Error('a process of the grader ended'));
      running.clear();
    });
    free.push(child);
    return child;
  });

  function pump(): void {
    while (free.length > 0) {
      const next = queue.shift();
      if (!next) return;
      running.set(next.message.id, next);
      free.shift()?.send(next.message);
    }
  }

  const compiled = new Map<string, Promise<Compiled>>();
  const compiledOnce = (source: string): Promise<Compiled> => {
    const known = compiled.get(source) ?? compile(source);
    compiled.set(source, known);
    return known;
  };

  return {
    async grade(given) {
      const request = gradeRequestSchema.parse(given);
      const outcome = await compiledOnce(request.source);
      if (!outcome.ok) return notCompiled(request, outcome.problems);
      const { promise, resolve, reject } = deferred<GradeResult>();
      const { code, map } = outcome;
      queue.push({ message: { id: nextId++, request, code, map }, resolve, reject });
      pump();
      return promise;
    },
    async close() {
      closed = true;
      await Promise.all(
        processes.map((child) => {
          const { promise, resolve } = deferred<void>();
          child.once('exit', () => resolve());
          child.disconnect();
          return promise;
        }),
      );
    },
  };
}

const notCompiled = (request: GradeRequest, problems: readonly GradeResult['problems'][number][]): GradeResult => ({
  verdict: 'CE',
  score: 0,
  points: 0,
  behaviours: [],
  tests: [],
  mistakes: [],
  problems: [...problems],
  console: '',
  seed: request.seed,
  meters: { wallMs: 0, cpuMs: null, peakBytes: null, cost: null },
});
