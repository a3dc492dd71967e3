'use client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { DiffEditor } from '#app/_editor/diff-editor.tsx';
import type { DiffHandle, DiffSize } from '#app/_editor/diff-host.tsx';
import { formatMoment } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionSummary } from '#app/_server/api-types.ts';
import { readSubmission } from '#app/_ui/api/client.ts';
import { useNow } from '#app/_ui/workspace/use-now.ts';

/** The id of a submission, or the code that is being written. */
export type Side = string;
export const draftSide: Side = 'draft';

interface Props {
  /** Newest first. */
  history: readonly SubmissionSummary[];
  /** The code that is being written; null where there is none. */
  draft: string | null;
  before: Side;
  after: Side;
}

/** Any two of the submissions and the draft, line by line. */
export function Compare({ history, draft, before: firstBefore, after: firstAfter }: Props) {
  const { language, messages } = useLanguage();
  const { compare } = messages;
  const now = useNow();
  const ids = useId();
  const handle = useRef<DiffHandle>(null);
  const [before, setBefore] = useState(firstBefore);
  const [after, setAfter] = useState(firstAfter);
  const [size, setSize] = useState<DiffSize | null>(null);
  const left = useSource(before, draft);
  const right = useSource(after, draft);

  const nameOf = (side: Side): string => {
    if (side === draftSide) return compare.draft;
    const at = history.findIndex(({ id }) => id === side);
    const submission = history[at];
    if (submission === undefined) return '';
    const verdict = submission.verdict === null ? messages.grading.grading : messages.verdicts[submission.verdict].name;
    return compare.submission(
      history.length - at,
      verdict,
      formatMoment(language, new Date(submission.createdAt), now),
    );
  };
  const sides = [...(draft === null ? [] : [draftSide]), ...history.map(({ id }) => id)];
  const [leftName, rightName] = [nameOf(before), nameOf(after)];
  const pair = useMemo(
    () =>
      typeof left !== 'string' || typeof right !== 'string'
        ? null
        : { before: { label: leftName, source: left }, after: { label: rightName, source: right } },
    [left, right, leftName, rightName],
  );
  const choose = (set: (side: Side) => void) => (side: Side) => {
    setSize(null);
    set(side);
  };
  const chooser = (name: string, side: Side, set: (side: Side) => void) => (
    <span className="side-choice">
      <label htmlFor={`${ids}-${name}`}>{name}</label>
      <select
        id={`${ids}-${name}`}
        className="select"
        value={side}
        onChange={(event) => choose(set)(event.target.value)}
      >
        {sides.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </span>
  );
  const failed = left === null || right === null;
  return (
    <div className="compare">
      <div className="compare-bar">
        {chooser(compare.before, before, setBefore)}
        {chooser(compare.after, after, setAfter)}
        <span className="quiet" role="status">
          {failed
            ? compare.failed
            : size === null
              ? ''
              : size.added + size.removed === 0
                ? compare.same
                : compare.size(size.added, size.removed)}
        </span>
        <span className="acts">
          <button type="button" className="button small" onClick={() => handle.current?.goTo('previous')}>
            {compare.previous}
          </button>
          <button type="button" className="button small" onClick={() => handle.current?.goTo('next')}>
            {compare.next}
          </button>
        </span>
      </div>
      {pair !== null && <DiffEditor handle={handle} before={pair.before} after={pair.after} onSize={setSize} />}
    </div>
  );
}

const read = new Map<string, string>();

/** Undefined while it is being read, null when it cannot be. A submission's source never changes. */
function useSource(side: Side, draft: string | null): string | null | undefined {
  const [sources, setSources] = useState<ReadonlyMap<Side, string | null>>(read);
  useEffect(() => {
    if (side === draftSide || read.has(side)) return;
    let gone = false;
    readSubmission(side).then(
      ({ source }) => {
        read.set(side, source);
        if (!gone) setSources(new Map(read));
      },
      () => {
        if (!gone) setSources((known) => new Map(known).set(side, null));
      },
    );
    return () => {
      gone = true;
    };
  }, [side]);
  return side === draftSide ? draft : (read.get(side) ?? sources.get(side));
}
