import { expect, test } from 'vitest';
import type { LayerStatus } from '#sandbox/status.ts';
import { layersOf } from './layers.ts';

const worker = (host: string, jail: readonly LayerStatus[] | null) => ({
  host,
  jail,
  slots: 1,
  seenSecondsAgo: 0,
  report: null,
});
const user = (state: LayerStatus['state'], detail: string): LayerStatus[] => [{ name: 'user', state, detail }];

test('workers with the same jail are told of once, those with another apart', () => {
  const groups = layersOf([
    worker('b', user('proven', 'group 123')),
    worker('a', user('proven', 'group 456')),
    worker('a', user('proven', 'group 7')),
    worker('c', user('missing', 'not root')),
    worker('d', null),
  ]);
  expect(groups.map(({ hosts, layers }) => [hosts, layers?.[0]?.state])).toStrictEqual([
    [['a', 'b'], 'proven'],
    [['c'], 'missing'],
    [['d'], undefined],
  ]);
});
test('without a worker there is no jail to tell of', () => {
  expect(layersOf([])).toStrictEqual([]);
});
