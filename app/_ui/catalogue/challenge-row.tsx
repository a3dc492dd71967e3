'use client';
import Link from 'next/link';
import { formatAgo } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { Level, StateCell } from '#app/_ui/cells.tsx';
import { KindGlyph } from '#app/_ui/glyphs.tsx';
import { useNow } from '#app/_ui/workspace/use-now.ts';
import type { CatalogueRow } from './filter.ts';

export function ChallengeRow({ row }: { row: CatalogueRow }) {
  const { language, messages } = useLanguage();
  const now = useNow();
  const { catalogue } = messages;
  return (
    <li className="cat-row">
      <StateCell state={row.state} messages={messages} />
      <span className="name">
        <Link href={`/${language}/challenges/${row.id}`} prefetch={false}>
          {row.title}
        </Link>
        <code>{row.id}</code>
      </span>
      <span className="kind">
        <KindGlyph kind={row.kind} />
        {catalogue.kinds[row.kind]}
        <span className="narrow-only">{catalogue.minutesShort(row.minutes)}</span>
      </span>
      <span className="opt">
        <Level level={row.difficulty} messages={messages} />
      </span>
      <span className="opt r num soft">{row.minutes}</span>
      <span className="best r num">
        {row.state === 'new' ? '–' : row.bestScore}
        <span className="quiet">/{row.points}</span>
      </span>
      <span className="when r soft">
        {row.lastTriedAt !== null && (
          <time dateTime={row.lastTriedAt} suppressHydrationWarning>
            {formatAgo(language, new Date(row.lastTriedAt), now)}
          </time>
        )}
      </span>
    </li>
  );
}
