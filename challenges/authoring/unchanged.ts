import type { Tensor } from '#engine/index.ts';
import type { CandidateModule, CandidateOptimizer, CandidateTensor, Expect, RandomState } from '../authoring.ts';
import { shown } from './compare.ts';
import type { Text } from './evidence.ts';
import { TestFailure } from './failure.ts';
import { isModuleHandle } from './module-handle.ts';
import { decodeNumbers, difference, numbersOf } from './numbers.ts';
import { isOptimizerHandle } from './optimizer-handle.ts';
import { describedOf } from './returned.ts';
import { isTensorHandle } from './tensor-handle.ts';
import type { Described } from './described.ts';

type Thing = CandidateTensor | CandidateModule | CandidateOptimizer | RandomState;
/** What can be compared of a thing, each part under a name of its own. */
type Facts = ReadonlyMap<string, Tensor | string>;

export const unchanged: Expect['unchanged'] = (body, things, { says } = {}) => {
  const before = Object.entries(things).map(([name, thing]) => [name, thing, factsOf(thing)] as const);
  const result = body();
  const changes = before.flatMap(([name, thing, facts]) => changesOf(name, facts, factsOf(thing)));
  if (changes.length > 0)
    throw new TestFailure(
      [
        {
          kind: 'changed',
          label: { en: 'what had to stay as it was', zh: '应当保持不变的内容' },
          changes: changes.slice(0, 20),
        },
      ],
      says ?? null,
    );
  return result;
};

function factsOf(thing: Thing): Facts {
  const facts = new Map<string, Tensor | string>();
  if (isTensorHandle(thing)) {
    facts.set('', thing.now());
    facts.set('.requires_grad', String(thing.field('requires_grad').boolean()));
    facts.set('.grad', thing.grad() ?? 'null');
  } else if (isModuleHandle(thing)) {
    for (const [name, t] of Object.entries(thing.state_dict())) facts.set(`.${name}`, t);
    for (const { name, requires_grad } of thing.named_parameters())
      facts.set(`.${name}.requires_grad`, String(requires_grad));
    for (const [name, grad] of Object.entries(thing.grads())) facts.set(`.${name}.grad`, grad ?? 'null');
    for (const { name, training } of thing.named_modules())
      facts.set(`${name === '' ? '' : `.${name}`}.training`, String(training));
  } else if (isOptimizerHandle(thing)) {
    const state = describedOf(thing.state_dict());
    if (state) addPlain(facts, '', state);
  } else facts.set('', thing.now());
  return facts;
}

function addPlain(facts: Map<string, Tensor | string>, name: string, d: Described): void {
  if (d.t === 'object') for (const [key, inner] of d.entries) addPlain(facts, `${name}.${key}`, inner);
  else if (d.t === 'array') d.items.forEach((inner, i) => addPlain(facts, `${name}[${i}]`, inner));
  else if (d.t === 'tensor') facts.set(name, decodeNumbers(d.dtype, d.shape, d.bytes).values.join());
  else if (d.t === 'plain') facts.set(name, String(d.value));
}

function changesOf(thing: string, before: Facts, after: Facts): { what: Text; before: string; after: string }[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const what = `${thing}${name}`;
    if (typeof was === 'object' && typeof is === 'object') {
      const wrong = difference(what, numbersOf(is), numbersOf(was), { rtol: 0, atol: 0 });
      return wrong ? [{ what, ...firstDifference(was, is) }] : [];
    }
    return was === is ? [] : [{ what, before: told(was), after: told(is) }];
  });
}

const told = (fact: Tensor | string | undefined): string =>
  fact === undefined ? '–' : typeof fact === 'string' ? fact.slice(0, 60) : shown(fact);

/** The first element that changed, or the shapes. */
function firstDifference(was: Tensor, is: Tensor): { before: string; after: string } {
  const [a, b] = [numbersOf(was), numbersOf(is)];
  const at = a.values.findIndex((v, i) => !Object.is(v, b.values[i]));
  if (a.shape.join() !== b.shape.join() || a.dtype !== b.dtype || at < 0)
    return { before: `${a.dtype}[${a.shape.join(', ')}]`, after: `${b.dtype}[${b.shape.join(', ')}]` };
  return { before: String(a.values[at]), after: String(b.values[at]) };
}
