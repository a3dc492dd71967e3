// Challenges of the sandbox's own for submissions that use a GPU: the submission says what it found, the judge compares.
import { type TestSuite, tests } from '#challenges/authoring.ts';
import type { Catalogue } from '#sandbox/judge/catalogue.ts';

const title = (en: string) => ({ en, zh: `${en}（中文）` });

/** `found()` says where it computed; `product(x)` gives x · xᵀ back. */
const used = tests(({ behaviour }) => {
  behaviour('gpu', { points: 1, title: title('uses it'), says: title('It does not.') }, ({ sample }) => {
    sample('device', { title: title('the device') }, ({ candidate, expect }) => {
      expect(candidate.call('found')).toEqual('cuda:0');
    });
    sample('values', { title: title('values') }, ({ candidate, expect, given }) => {
      const x = given.rng.normal([5, 7]);
      expect(candidate.call('product', x)).toBeClose(x.matmul(x.t()));
    });
  });
});
/** `answer()` gives true. */
const says = tests(({ behaviour }) => {
  behaviour('says', { points: 1, title: title('says so'), says: title('It does not.') }, ({ sample }) => {
    sample('true', { title: title('true') }, ({ candidate, expect }) => {
      expect(candidate.call('answer')).toEqual(true);
    });
  });
});

const limits = { timeLimitMs: 5000, memoryMibMax: 200 };
const suites = new Map<string, TestSuite>([
  ['used', used],
  ['says', says],
]);
export const catalogue: Catalogue = {
  suite: (id) => suites.get(id),
  limits: (id) => (suites.has(id) ? limits : undefined),
};
