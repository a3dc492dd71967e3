import { describe, expect, it } from 'vitest';
import { openingOf } from './draft.ts';

const server = { source: 'server', version: 3, updatedAt: '2026-01-01T00:00:00Z' };

describe('what the editor opens with', () => {
  it('is the starter for someone new', () => {
    expect(openingOf('starter', null, null)).toEqual({
      source: 'starter',
      baseVersion: 0,
      dirty: false,
      conflict: null,
    });
  });
  it('is the server’s draft when this device has sent all it had', () => {
    expect(openingOf('starter', { source: 'old', baseVersion: 2, dirty: false }, server).source).toBe('server');
  });
  it('is this device’s unsent text when the server has nothing newer', () => {
    expect(openingOf('starter', { source: 'mine', baseVersion: 3, dirty: true }, server)).toEqual({
      source: 'mine',
      baseVersion: 3,
      dirty: true,
      conflict: null,
    });
  });
  it('keeps both when each has something the other has not', () => {
    const opening = openingOf('starter', { source: 'mine', baseVersion: 2, dirty: true }, server);
    expect([opening.source, opening.conflict?.source]).toEqual(['mine', 'server']);
  });
  it('is no conflict when both say the same', () => {
    expect(openingOf('starter', { source: 'server', baseVersion: 1, dirty: true }, server).conflict).toBe(null);
  });
  it('goes on with this device’s text when the server knows no draft any more', () => {
    expect(openingOf('starter', { source: 'mine', baseVersion: 9, dirty: true }, null)).toEqual({
      source: 'mine',
      baseVersion: 0,
      dirty: true,
      conflict: null,
    });
  });
});
