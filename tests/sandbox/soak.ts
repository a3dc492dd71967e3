// Many submissions of every kind, mixed, over several graders at once, and what they leave behind: nothing.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGrader, type Grader } from '#sandbox/grade.ts';
import type { GradeRequest, Verdict } from '#sandbox/result.ts';
import { allAttacks } from './attacks/index.ts';
import { descendants, type Process, stillAlive } from './processes.ts';
import { honest, instead, submit } from './submissions.ts';

export interface Soaked {
  readonly seconds: number;
  /** How often each verdict came, by kind of submission. */
  readonly verdicts: { readonly [kind: string]: { readonly [verdict: string]: number } };
  /** Submissions whose verdict or score is not what it must be. */
  readonly wrong: readonly string[];
  readonly faults: readonly string[];
  /** Resident bytes of the judge processes, warmed up and at the end. */
  readonly judgeBytes: { readonly start: number; readonly end: number };
  readonly loopLagMsMax: number;
  readonly processesSeen: number;
  /** Jailed processes beyond the pool while nothing is graded, and processes of any kind after the end. */
  readonly processesLeft: readonly string[];
  /** Files, folders and control groups that were not there at the start. */
  readonly filesLeft: readonly string[];
}

interface Graded {
  readonly kind: 'attack' | 'honest' | 'wrong';
  readonly name: string;
  readonly request: GradeRequest;
  readonly verdicts: readonly Verdict[];
  readonly score: number | null;
}

const catalogueUrl = new URL('./catalogue.ts', import.meta.url).href;

export async function soak(options: {
  readonly count: number;
  readonly graders: number;
  readonly concurrency: number;
  readonly seed: number;
  readonly onDone?: (done: number, line: string) => void;
}): Promise<Soaked> {
  const startedAt = performance.now();
  const faults: string[] = [];
  const before = new Set(descendants(process.pid).map(keyOf));
  const graders = await Promise.all(
    Array.from({ length: options.graders }, () =>
      createGrader({ concurrency: options.concurrency, catalogueUrl, onFault: (fault) => faults.push(fault) }),
    ),
  );
  const seen = new Map<string, Process>();
  const look = (): Process[] => {
    const now = descendants(process.pid).filter((p) => !before.has(keyOf(p)));
    for (const p of now) seen.set(keyOf(p), p);
    return now;
  };
  const judgesBytes = (): number =>
    look()
      .filter(({ command }) => command.includes('judge/main.ts'))
      .reduce((sum, { residentBytes }) => sum + residentBytes, 0);

  await Promise.all(
    graders.map(async (grader) => {
      for (let i = 0; i < 10; i++) await grader.grade(submit(honest));
    }),
  );
  await idle(graders);
  const places = placesOf(graders);
  const files = new Set(places());
  const start = judgesBytes();
  const atRest = look().length;

  const verdicts: Record<string, Record<string, number>> = {};
  const wrong: string[] = [];
  const queue = mixed(options.count, options.seed);
  let done = 0;
  let loopLagMsMax = 0;
  let watching = true;
  const watched = (async () => {
    while (watching) {
      look();
      await sleep(100);
    }
  })();
  const work = async (grader: Grader): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { kind, name, request, verdicts: right, score } = next;
      const result = await grader.grade(request);
      const counted = (verdicts[kind] ??= {});
      counted[result.verdict] = (counted[result.verdict] ?? 0) + 1;
      const line = `${name}: ${result.verdict} ${result.score}`;
      if (!right.includes(result.verdict) || (score !== null && score !== result.score)) wrong.push(line);
      options.onDone?.(++done, line);
    }
  };
  await Promise.all(graders.flatMap((grader) => Array.from({ length: options.concurrency }, () => work(grader))));
  for (const grader of graders) loopLagMsMax = Math.max(loopLagMsMax, (await grader.status()).loopLagMsMax);
  watching = false;
  await watched;

  await idle(graders);
  const end = judgesBytes();
  const resting = look();
  const processesLeft = resting.length > atRest ? resting.map(({ command }) => command) : [];
  await Promise.all(graders.map((grader) => grader.close()));
  let left = stillAlive(seen.values());
  for (let waited = 0; waited < 50 && left.length > 0; waited++) {
    await sleep(100);
    left = stillAlive(left);
  }
  return {
    seconds: (performance.now() - startedAt) / 1000,
    verdicts,
    wrong,
    faults,
    judgeBytes: { start, end },
    loopLagMsMax,
    processesSeen: seen.size,
    processesLeft: [...processesLeft, ...left.map(({ pid, command }) => `${pid} ${command}`)],
    filesLeft: places().filter((place) => !files.has(place)),
  };
}

const keyOf = ({ pid, startedAt }: Process): string => `${pid} ${startedAt}`;

/** Waits until the pools are full and nothing is given out. */
async function idle(graders: readonly Grader[]): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const all = await Promise.all(graders.map((grader) => grader.status()));
    if (all.every(({ starting, given }) => starting + given === 0)) return;
    await sleep(100);
  }
  throw new Error('the pools do not come to rest');
}

/** Half attacks, then honest ones and wrong ones, in an order drawn from the seed; every attack comes about as often as every other. */
function mixed(count: number, seed: number): Graded[] {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const all = [...items];
    for (let i = all.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const [a, b] = [all[i], all[j]];
      if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
    }
    return all;
  };
  let attacks = shuffled(allAttacks);
  const made: Graded[] = [];
  for (let i = 0; i < count; i++) {
    const request = { seed: below(2 ** 31) };
    if (i % 2 === 0) {
      if (attacks.length === 0) attacks = shuffled(allAttacks);
      const attack = attacks.pop();
      if (!attack) break;
      const { name, source, challenge, expect } = attack;
      made.push({
        kind: 'attack',
        name,
        request: submit(source, { ...request, challenge }),
        verdicts: expect,
        score: null,
      });
    } else if (i % 4 === 1)
      made.push({ kind: 'honest', name: 'honest', request: submit(honest, request), verdicts: ['AC'], score: 3 });
    else
      made.push({
        kind: 'wrong',
        name: 'wrong',
        request: submit(instead('return x.mul(3);'), request),
        verdicts: ['WA'],
        score: 1,
      });
  }
  return shuffled(made);
}

/** All that the graders could leave files in: their jail folders, control groups of their judges. */
function placesOf(graders: readonly Grader[]): () => string[] {
  const judges = descendants(process.pid).filter(({ command }) => command.includes('judge/main.ts'));
  const groups = ['/sys/fs/cgroup', '/sys/fs/cgroup/memory', '/sys/fs/cgroup/pids'];
  return () => [
    ...[...new Set(graders.map((grader) => grader.jail.jailFolder))].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${join(folder, name)} ${statSync(join(folder, name)).size}`,
      ),
    ),
    ...groups
      .filter((folder) => existsSync(folder))
      .flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => judges.some(({ pid }) => name.startsWith(`gradgym-${pid}-`)))
          .map((name) => join(folder, name.replace(/-\d+$/, ''))),
      ),
  ];
}
