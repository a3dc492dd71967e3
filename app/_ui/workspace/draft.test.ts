import { expect, it } from 'vitest';
import { type LocalDraft, openingOf } from './draft.ts';

const server = (version: number, source = 'server') => ({ source, version, updatedAt: '2026-11-24T10:00:00.000Z' });
const kept = (source: string, baseVersion: number, at = 1): LocalDraft => ({ source, baseVersion, dirty: true, at });
const serverRival = (version: number) => ({ source: 'server', at: new Date('2026-11-24T10:00:00.000Z'), version });

it('someone new gets the starter', () => {
  expect(openingOf('starter', [], null)).toEqual({ source: 'starter', baseVersion: 0, dirty: false, rivals: [] });
});

it('what the server has is opened where this browser has nothing unsent', () => {
  expect(openingOf('starter', [], server(3))).toMatchObject({ source: 'server', baseVersion: 3 });
  expect(openingOf('starter', [{ ...kept('old', 2), dirty: false }], server(3))).toMatchObject({
    source: 'server',
    baseVersion: 3,
  });
});

it('what was typed here and never sent is opened, and sent over the version it was made from', () => {
  const opening = { source: 'typed', baseVersion: 3, dirty: true, rivals: [] };
  expect(openingOf('starter', [kept('typed', 3)], server(3))).toEqual(opening);
  expect(openingOf('starter', [kept('typed', 0)], null)).toMatchObject({ source: 'typed', baseVersion: 0 });
});

it('when both have changed, this device keeps its text and the server’s newer one is offered', () => {
  expect(openingOf('starter', [kept('typed', 2)], server(3))).toMatchObject({
    source: 'typed',
    dirty: true,
    rivals: [serverRival(3)],
  });
});

it('the same text on both sides is no conflict', () => {
  expect(openingOf('starter', [kept('server', 2)], server(3))).toMatchObject({ source: 'server', rivals: [] });
});

it('where the server has forgotten, what is here goes on', () => {
  expect(openingOf('starter', [kept('typed', 7)], null)).toMatchObject({ source: 'typed', baseVersion: 0, rivals: [] });
});

it('of what several tabs kept, the newest is opened, and each other text is offered once', () => {
  const locals = [kept('first', 2, 10), kept('second', 2, 30), kept('first', 3, 20), kept('server', 1, 40)];
  expect(openingOf('starter', locals, server(3))).toEqual({
    source: 'second',
    baseVersion: 2,
    dirty: true,
    rivals: [serverRival(3), { source: 'first', at: new Date(20), version: null }],
  });
});
