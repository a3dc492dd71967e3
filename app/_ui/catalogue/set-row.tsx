'use client';
import Link from 'next/link';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { StateCell } from '#app/_ui/cells.tsx';
import { KindGlyph } from '#app/_ui/glyphs.tsx';
import type { Tally } from '#app/_ui/questions/answers.ts';
import { type SetRow, stateOfSet } from './filter.ts';

export function ConceptSetRow({ row, tally }: { row: SetRow; tally: Tally }) {
  const { language, messages } = useLanguage();
  const { catalogue } = messages;
  return (
    <li className="cat-row">
      <StateCell state={stateOfSet(row, tally)} messages={messages} />
      <span className="name">
        <Link href={`/${language}/questions/${row.id}`}>{row.title}</Link>
      </span>
      <span className="kind">
        <KindGlyph kind="questions" />
        {catalogue.kinds.questions}
        <span className="narrow-only">{catalogue.minutesShort(row.minutes)}</span>
      </span>
      <span className="opt" />
      <span className="opt r num soft">{row.minutes}</span>
      <span className="best r num" role="img" aria-label={catalogue.rightOf(tally.right, row.questions)}>
        {tally.checked === 0 ? '–' : tally.right}
        <span className="quiet">/{row.questions}</span>
      </span>
    </li>
  );
}
