// Every class of torch.nn as real PyTorch 1.13 makes it from a seed (make-modules.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { nn, Tensor } from '#engine/index.ts';
import { evaluate } from './python.ts';

type Value = number | string;
type Kept = readonly [shape: number[], sum: Value, norm: Value, first: Value[]];
interface Case {
  text: string;
  inputs: string[];
  printed: string;
  attributes: Record<string, unknown>;
  call?: string;
  outputs?: Kept[];
  input_grads?: (Kept | null)[];
  grads?: Record<string, Kept>;
  after?: string | null;
  state: Record<string, Kept>;
}
const golden: Case[] = JSON.parse(readFileSync(new URL('modules.json', import.meta.url), 'utf8'));

const number = (v: Value): number => (v === 'inf' ? Infinity : v === '-inf' ? -Infinity : Number(v));
function agree(t: unknown, [shape, sum, norm, first]: Kept, where: string): void {
  if (!(t instanceof Tensor)) throw new Error(`${where}: not a tensor`);
  expect([...t.shape], where).toEqual(shape);
  const values = (t.detach().reshape([-1]).tolist() as number[]).map(Number);
  const finite = values.filter(Number.isFinite);
  const size = Math.max(1, number(norm));
  const near = (got: number, want: number, what: string, of: number): void => {
    if (Object.is(got, want)) return;
    expect(Math.abs(got - want), `${where} ${what}: ${got}, PyTorch ${want}`).toBeLessThanOrEqual(2e-5 * of);
  };
  near(
    finite.reduce((a, b) => a + b, 0),
    number(sum),
    'sum',
    size * Math.sqrt(Math.max(1, finite.length)),
  );
  near(Math.hypot(...finite), number(norm), 'norm', size);
  first.forEach((v, i) =>
    near(
      values[i] ?? Number.NaN,
      number(v),
      `[${i}]`,
      Math.max(1, Math.abs(number(v)), size / Math.sqrt(Math.max(1, finite.length))),
    ),
  );
}
function tensors(x: unknown): Tensor[] {
  if (x instanceof Tensor) return [x];
  if (x instanceof nn.utils.rnn.PackedSequence) return [x.data];
  return Array.isArray(x) ? x.flatMap(tensors) : [];
}
/** What PyTorch 2 prints, as 1.13 did: modes without quotes, whole floats as integers, each module of a list by itself. */
function as113(text: string): string {
  const lines: string[] = [];
  const all = text.split('\n');
  for (let i = 0; i < all.length; i++) {
    const line = all[i] ?? '';
    const [, indent = '', first, last, module = ''] = /^( *)\((\d+)-(\d+)\): \d+ x (.*)$/.exec(line) ?? [];
    if (first === undefined) {
      lines.push(line);
      continue;
    }
    const end = module.endsWith('(') ? all.indexOf(`${indent})`, i) : i;
    const body = all.slice(i + 1, end + 1);
    for (let k = Number(first); k <= Number(last); k++)
      lines.push(...as113([`${indent}(${k}): ${module}`, ...body].join('\n')).split('\n'));
    i = end;
  }
  return lines
    .join('\n')
    .replace(/^((?:Upsampl|EmbeddingBag).*mode=)'(.*)'/, '$1$2')
    .replace(/Softplus\(.*\)/g, (t) => t.replace(/\.0(?=[,)])/g, ''));
}
const attribute = (v: unknown): unknown => (v === Infinity ? 'inf' : Array.isArray(v) ? v.map(attribute) : v);

const scope = { nn, torch, F: nn.functional };
describe('a module made from a seed has the text, attributes, weights, outputs and gradients of PyTorch', () => {
  for (const want of golden) {
    test(`${want.text} ${want.call ?? ''}`, () => {
      torch.manual_seed(0);
      const m = evaluate(want.text, scope);
      if (!(m instanceof nn.Module)) throw new Error('not a module');
      expect(as113(String(m))).toBe(want.printed);
      for (const [name, value] of Object.entries(want.attributes))
        expect(attribute(Reflect.get(m, name)), name).toEqual(value);
      if (want.call !== undefined) {
        const inputs = want.inputs.map((text) => evaluate(text, scope));
        const named = Object.fromEntries(inputs.map((x, i) => ['abcdefg'[i], x]));
        const outputs = tensors(evaluate(want.call, { ...scope, ...named, m }));
        const graded = outputs.filter((t) => t.dtype.is_floating_point && t.requires_grad);
        if (graded.length > 0)
          graded
            .map((t) => t.mul(t.detach().cos()).sum())
            .reduce((a, b) => a.add(b))
            .backward();
        expect(outputs.length).toBe(want.outputs?.length);
        outputs.forEach((t, i) => want.outputs?.[i] && agree(t, want.outputs[i], `output ${i}`));
        want.input_grads?.forEach((g, i) => {
          const input = inputs[i];
          if (g) agree(input instanceof Tensor ? input.grad : null, g, `gradient of input ${i}`);
        });
        const grads = new Map([...m.named_parameters()].map(([name, p]) => [name, p.grad]));
        for (const [name, g] of Object.entries(want.grads ?? {})) agree(grads.get(name), g, `gradient of ${name}`);
        if (want.after) expect(String(m)).toBe(want.after);
      }
      const state = m.state_dict();
      expect(Object.keys(state)).toEqual(Object.keys(want.state));
      for (const [name, kept] of Object.entries(want.state)) agree(state[name], kept, name);
    });
  }
});
