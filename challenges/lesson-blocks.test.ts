import { expect, test } from 'vitest';
import { firstSentence } from './lesson-blocks.ts';

test.each([
  ['`a.b` adds to `.grad`. That is what a weight needs.', '`a.b` adds to `.grad`. That is what a weight needs.'],
  [
    'Numbers such as 0.5 and `x. y` do not end it, nor $a. b$. This does.',
    'Numbers such as 0.5 and `x. y` do not end it, nor $a. b$.',
  ],
  [
    '**Null is not zero.** With zeros the parameter moves on. And decays.',
    '**Null is not zero.** With zeros the parameter moves on.',
  ],
  [
    '`backward` 做的是往 `.grad` 上累加，这样的梯度会一直留着。同一个权重用两次时需要这样。',
    '`backward` 做的是往 `.grad` 上累加，这样的梯度会一直留着。',
  ],
  ['No end at all', 'No end at all'],
])('the opening of %j', (text, opening) => {
  expect(firstSentence(text)).toBe(opening);
});
