// A small challenge of the sandbox's own: tests of the sandbox don't depend on what the real challenges ask.
import { type TestSuite, tests } from '#challenges/authoring.ts';
import type { KnownMistake } from '#challenges/mistake-pattern.ts';
import type { Catalogue } from '#sandbox/judge/catalogue.ts';

const title = (en: string) => ({ en, zh: `${en}（中文）` });

const double = tests(({ behaviour }) => {
  behaviour(
    'doubles',
    { points: 2, title: title('doubles'), says: title('It does not double.') },
    ({ sample, hidden }) => {
      sample('worked-example', { title: title('two values') }, ({ candidate, expect, torch }) => {
        expect(candidate.call('double', torch.tensor([1, 2]))).toBeClose(torch.tensor([2, 4]));
      });
      hidden('random', { title: title('random') }, ({ candidate, given, expect }) => {
        const x = given.rng.normal(given.rng.shape({ dims: [1, 3], sizes: [1, 4] }));
        expect(candidate.call('double', x)).toBeClose(x.mul(2));
      });
    },
  );
  behaviour(
    'calls-back',
    { points: 1, title: title('calls back'), says: title('It does not call back three times.') },
    ({ hidden }) => {
      hidden('three-times', { title: title('three times') }, ({ candidate, given, expect }) => {
        const spy = given.spy(given.sequence([5, 6, 7]), { name: 'next' });
        expect(candidate.call('collect', spy)).toEqual([5, 6, 7]);
        expect(spy).calledTimes(3);
      });
    },
  );
});

const broken = tests(({ behaviour }) => {
  behaviour('broken', { points: 1, title: title('broken'), says: title('never said') }, ({ sample }) => {
    sample('throws', { title: title('throws') }, () => {
      throw new Error('a fault of the judge');
    });
  });
});

interface Entry {
  readonly suite: TestSuite;
  readonly limits: { readonly timeLimitMs: number; readonly memoryMibMax: number };
}
const entries = new Map<string, Entry>([
  ['double', { suite: double, limits: { timeLimitMs: 1000, memoryMibMax: 200 } }],
  // For attacks: what never ends is ended soon, and what fills memory has the time to.
  ['attacked', { suite: double, limits: { timeLimitMs: 300, memoryMibMax: 200 } }],
  ['filled', { suite: double, limits: { timeLimitMs: 1000, memoryMibMax: 160 } }],
  ['broken', { suite: broken, limits: { timeLimitMs: 1000, memoryMibMax: 200 } }],
]);

const how = 'tensor · double(…) · It does not double.';
const always = (...tests: string[]): KnownMistake['tests'] =>
  Object.fromEntries(tests.map((id) => [id, { always: true, how }]));
const mistakes: readonly KnownMistake[] = [
  { id: 'triples', en: 'It triples.', zh: '乘成了三倍。', tests: always('doubles/worked-example', 'doubles/random') },
  { id: 'triples-floats', en: 'Floats are tripled.', zh: '浮点数乘成了三倍。', tests: always('doubles/random') },
];

export const catalogue: Catalogue = {
  mistakes: (id) => (id === 'double' ? mistakes : []),
  suite: (id) => {
    // As the real one does.
    if (!entries.has(id)) throw new Error(`No tests are registered for "${id}".`);
    return entries.get(id)?.suite;
  },
  limits: (id) => entries.get(id)?.limits,
};
