import type { PaneShares } from './types.ts';

export const defaultShares: PaneShares = { left: 31, editor: 62, editorWithResult: 40, play: 55 };
const limits = { left: [20, 60], editor: [15, 85], editorWithResult: [15, 85], play: [25, 75] } as const;

export const clampShare = (pane: keyof PaneShares, share: number): number =>
  Math.min(limits[pane][1], Math.max(limits[pane][0], Math.round(share * 10) / 10));
export const shareLimits = limits;

/** The cookie is the reader's to write: anything but a number is the default. */
export function parseShares(cookie: string | undefined): PaneShares {
  const [left, editor, editorWithResult, play] = (cookie ?? '').split('_').map(Number);
  const or = (pane: keyof PaneShares, value: number | undefined) =>
    value === undefined || !Number.isFinite(value) || value <= 0 ? defaultShares[pane] : clampShare(pane, value);
  return {
    left: or('left', left),
    editor: or('editor', editor),
    editorWithResult: or('editorWithResult', editorWithResult),
    play: or('play', play),
  };
}

export const printShares = ({ left, editor, editorWithResult, play }: PaneShares): string =>
  [left, editor, editorWithResult, play].join('_');
