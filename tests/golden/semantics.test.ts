// Small programs (semantics/*.py) that real PyTorch ran (make-semantics.py), run on the engine: what they show, printed as
// PyTorch prints it, and how they fail.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import torch, { DType, Tensor } from '#engine/index.ts';
import { Program, type Tree } from './python-program.ts';

interface Recorded {
  readonly program: readonly Tree[];
  readonly shown: readonly unknown[];
  readonly error?: { readonly class: string; readonly words: readonly string[] };
}
const golden: { subjects: Record<string, Record<string, Recorded>> } = JSON.parse(
  readFileSync(new URL('semantics.json', import.meta.url), 'utf8'),
);
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;

/** Tensors as they print at this moment. */
const printed = (x: unknown): unknown =>
  x instanceof Tensor ? { tensor: String(x) } : x instanceof DType ? String(x) : Array.isArray(x) ? x.map(printed) : x;
/** What the engine showed, in the form of the golden file; numbers that PyTorch gave as floats are compared as such. */
function plain(x: unknown, want: unknown): unknown {
  if (Array.isArray(x)) return x.map((v, i) => plain(v, Array.isArray(want) ? want[i] : undefined));
  if (typeof x === 'number' && isRecord(want) && 'float' in want) {
    const w = Number(String(want['float']).replace('inf', 'Infinity'));
    return Object.is(w, x) || Math.abs(w - x) <= 1e-6 * Math.abs(w) ? want : { float: String(x) };
  }
  if (isRecord(x) && ('error' in x || 'tensor' in x)) return x;
  if (isRecord(x)) {
    const pairs = isRecord(want) && Array.isArray(want['dict']) ? want['dict'] : [];
    return { dict: Object.entries(x).map(([k, v], i) => [k, plain(v, pairs[i]?.[1])]) };
  }
  return x ?? null;
}
const holds = (error: unknown, words: readonly string[]): void => {
  const message = error instanceof Error ? error.message : String(error);
  for (const word of words) expect(message.toLowerCase()).toContain(word.toLowerCase());
};

function run({ program, shown, error }: Recorded): void {
  torch.manual_seed(0);
  const runner = new Program({
    show: (...values: unknown[]) => void runner.shown.push(...values.map(printed)),
    torch,
    nn: torch.nn,
    F: torch.nn.functional,
    math: Math,
    inf: Infinity,
    nan: Number.NaN,
    fails(f: () => unknown, ...words: string[]) {
      let caught: unknown;
      try {
        f();
      } catch (e) {
        caught = e;
      }
      expect(caught, 'nothing failed').toBeInstanceOf(Error);
      holds(caught, words);
      runner.shown.push({ error: caught instanceof Error ? caught.name : '' });
    },
  });
  let caught: unknown;
  try {
    runner.run(program);
  } catch (e) {
    caught = e;
  }
  if (caught && !error) throw caught;
  expect(runner.shown.map((x, i) => plain(x, shown[i]))).toEqual(shown);
  if (!error) return;
  expect(caught, 'nothing failed').toBeInstanceOf(Error);
  holds(caught, error.words);
  expect(caught instanceof Error ? caught.name : '').toBe(error.class);
}

afterEach(() => {
  torch.set_printoptions({ profile: 'default' });
  torch.set_default_dtype(torch.float32);
  torch.set_grad_enabled(true);
  torch.autograd.set_detect_anomaly(false);
});
for (const [subject, programs] of Object.entries(golden.subjects))
  describe(subject, () => {
    test.each(Object.keys(programs))('%s', (name) => {
      const recorded = programs[name];
      if (recorded) run(recorded);
    });
  });
