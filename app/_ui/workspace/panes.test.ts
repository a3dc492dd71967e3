import { expect, it } from 'vitest';
import { defaultShares, parseShares, printShares } from './panes.ts';

it('the split that was left is the split that is found', () => {
  const shares = { left: 40.5, editor: 70, editorWithResult: 33, play: 60 };
  expect(parseShares(printShares(shares))).toEqual(shares);
});

it('a cookie that is missing or nonsense gives the default, one out of range is brought back', () => {
  expect(parseShares(undefined)).toEqual(defaultShares);
  expect(parseShares('a_b_c')).toEqual(defaultShares);
  expect(parseShares('99_1_50')).toEqual({ left: 60, editor: 15, editorWithResult: 50, play: defaultShares.play });
});
