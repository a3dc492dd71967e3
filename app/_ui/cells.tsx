import type { Messages } from '#app/_i18n/messages.ts';
import type { Verdict } from '#sandbox/result.ts';
import { VerdictGlyph } from './glyphs.tsx';

export function VerdictCell({ verdict, name, size }: { verdict: Verdict; name: string; size?: 's' | 'xl' }) {
  const glyph = size === 'xl' ? 22 : size === 's' ? 12 : 16;
  return (
    <span className={`verdict-cell ${verdict} ${size ?? ''}`} role="img" aria-label={name}>
      <VerdictGlyph verdict={verdict} size={glyph} />
    </span>
  );
}

export type CellLook = 'right' | 'half' | 'shown' | 'wrong' | 'now' | 'none' | 'on' | '';

/** A row of countable squares with its sentence; without one it is decoration beside a number. */
export function Cells({ looks, label }: { looks: readonly CellLook[]; label?: string }) {
  return (
    <span className="cells" {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}>
      {looks.map((look, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a square is known by its place alone
        <i key={index} className={look} />
      ))}
    </span>
  );
}

export function Level({ level, messages }: { level: 1 | 2 | 3; messages: Messages }) {
  return <Cells looks={[1, 2, 3].map((n) => (n <= level ? 'on' : ''))} label={messages.catalogue.levelLabel(level)} />;
}

export function StateCell({ state, messages }: { state: 'new' | 'tried' | 'solved'; messages: Messages }) {
  return (
    <span className={`state ${state === 'new' ? '' : state}`} role="img" aria-label={messages.catalogue.states[state]}>
      {state === 'solved' && <VerdictGlyph verdict="AC" size={12} />}
      {state === 'tried' && <VerdictGlyph verdict="WA" size={12} />}
    </span>
  );
}
