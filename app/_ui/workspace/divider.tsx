'use client';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { shareLimits } from './panes.ts';
import type { PaneShares } from './types.ts';

interface Props {
  pane: keyof PaneShares;
  label: string;
  controls: string;
  share: number;
  onMove(share: number): void;
  onRest(): void;
}

const keyStep = 2;

/** A divider that pointer and keyboard move alike; arrow keys by two percent, Home and End to the limits. */
export function Divider({ pane, label, controls, share, onMove, onRest }: Props) {
  const vertical = pane === 'left' || pane === 'play';
  const dragging = useRef(false);
  const [low, high] = shareLimits[pane];
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!dragging.current) return;
    const bench = event.currentTarget.parentElement?.getBoundingClientRect();
    if (bench === undefined) return;
    onMove(
      vertical
        ? ((event.clientX - bench.left) / bench.width) * 100
        : ((event.clientY - bench.top) / bench.height) * 100,
    );
  };
  const key = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, number>> = vertical
      ? { ArrowLeft: -keyStep, ArrowRight: keyStep }
      : { ArrowUp: -keyStep, ArrowDown: keyStep };
    const next =
      event.key === 'Home'
        ? low
        : event.key === 'End'
          ? high
          : steps[event.key] === undefined
            ? null
            : share + (steps[event.key] ?? 0);
    if (next === null) return;
    event.preventDefault();
    onMove(next);
    onRest();
  };
  return (
    <div
      className={`divider ${vertical ? 'columns' : 'rows'}`}
      role="separator"
      tabIndex={0}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={Math.round(share)}
      aria-valuemin={low}
      aria-valuemax={high}
      onKeyDown={key}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => {
        dragging.current = false;
        onRest();
      }}
    />
  );
}
