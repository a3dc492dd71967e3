import type { ReactNode } from 'react';
import type { Kind } from '#challenges/challenge.ts';
import type { Verdict } from '#sandbox/result.ts';

export function Glyph({ size = 16, children }: { size?: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

const stacked = (
  <>
    <path d="M3 13h10M3 9.6h10M3 6.2h10" strokeWidth="1.8" />
    <path d="M8 3.6V1.4M6.4 2.6 8 1.2l1.6 1.4" />
  </>
);

const verdictPaths: Record<Verdict, ReactNode> = {
  AC: <path d="M3.2 8.6 6.4 11.8 12.8 4.6" strokeWidth="2" />,
  WA: <path d="M3 6h10M3 10h10M10.6 2.8 5.4 13.2" strokeWidth="1.8" />,
  TLE: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  MLE: stacked,
  OLE: <path d="M2.6 4h10.8M2.6 7.4h10.8M2.6 10.8h5M11.4 9.8v4M9.6 12l1.8 1.8 1.8-1.8" strokeWidth="1.8" />,
  RE: (
    <>
      <path d="M8 2.6v6.2" strokeWidth="2.2" />
      <path d="M8 12.8v.2" strokeWidth="2.6" />
    </>
  ),
  CE: (
    <path d="M6 2.8c-1.6 0-2 .7-2 2v1.4C4 7.3 3.5 8 2.5 8c1 0 1.5.7 1.5 1.8v1.4c0 1.3.4 2 2 2M10 2.8c1.6 0 2 .7 2 2v1.4c0 1.1.5 1.8 1.5 1.8-1 0-1.5.7-1.5 1.8v1.4c0 1.3-.4 2-2 2" />
  ),
  IE: <path d="M4 8h.01M8 8h.01M12 8h.01" strokeWidth="2.4" />,
};

export function VerdictGlyph({ verdict, size }: { verdict: Verdict; size?: number }) {
  return <Glyph {...(size === undefined ? {} : { size })}>{verdictPaths[verdict]}</Glyph>;
}

const kindPaths: Record<Kind | 'questions', ReactNode> = {
  implement: <path d="M10.8 2.6 13.4 5.2 5.4 13.2 2.4 13.6 2.8 10.6Z" />,
  debug: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      <path d="m10.2 10.2 3.4 3.4" />
    </>
  ),
  optimize: <path d="M2.6 12.6a6 6 0 1 1 10.8 0M8 9.6l2.8-3.4" />,
  predict: (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8Z" />
      <circle cx="8" cy="8" r="1.8" />
    </>
  ),
  questions: <path d="M2.4 3h11.2v7.6H7.8L4.8 13.2v-2.6H2.4ZM5.2 5.8h5.6M5.2 8h3.4" />,
};

export function KindGlyph({ kind }: { kind: Kind | 'questions' }) {
  return <Glyph size={14}>{kindPaths[kind]}</Glyph>;
}

export const arrowGlyph = (
  <Glyph>
    <path d="M3 8h10M9 4l4 4-4 4" />
  </Glyph>
);
export const searchGlyph = (
  <Glyph>
    <circle cx="7" cy="7" r="4.6" />
    <path d="m10.6 10.6 3.2 3.2" />
  </Glyph>
);
export const settingsGlyph = (
  <Glyph>
    <path d="M2.4 4.6h6M12 4.6h1.6M2.4 11.4H4M7.6 11.4h6" />
    <circle cx="10.2" cy="4.6" r="1.8" />
    <circle cx="5.8" cy="11.4" r="1.8" />
  </Glyph>
);
export const themeGlyph = (
  <Glyph>
    <circle cx="8" cy="8" r="5.6" />
    <path d="M8 2.4v11.2A5.6 5.6 0 0 0 8 2.4Z" fill="currentColor" stroke="none" />
  </Glyph>
);
export const listGlyph = (
  <Glyph size={18}>
    <path d="M2.5 4h2M2.5 8h2M2.5 12h2M7 4h6.5M7 8h6.5M7 12h6.5" />
  </Glyph>
);
export const progressGlyph = (
  <Glyph size={18}>
    <path d="M2.6 2.6h4.2v4.2H2.6zM9.2 2.6h4.2v4.2H9.2zM2.6 9.2h4.2v4.2H2.6zM9.2 9.2h4.2v4.2H9.2z" />
  </Glyph>
);
export const playGlyph = (
  <Glyph size={18}>
    <path d="m2.8 4.2 3.6 3.4-3.6 3.4M8 11.6h5.4" />
  </Glyph>
);
export const homeGlyph = (
  <Glyph size={18}>
    <path d="M2.4 7.4 8 2.6l5.6 4.8M4 6.4v6.8h8V6.4" />
  </Glyph>
);
export const Mark = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M1 2h18L10 18.5ZM5.6 4.6l5.5 10 4.1-10Z" fill="currentColor" fillRule="evenodd" />
  </svg>
);
