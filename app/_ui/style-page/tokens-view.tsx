import type { Token } from './read-tokens.ts';

/** How a token is shown: as what it is. */
function Swatch({ name, value }: Token) {
  if (/^(light-dark\(#|#)/.test(value)) return <i className="swatch" style={{ background: `var(${name})` }} />;
  if (name.startsWith('--t-')) return <span style={{ font: `400 var(${name}) var(--font-ui)` }}>Aa 07</span>;
  if (name.startsWith('--font-')) return <span style={{ fontFamily: `var(${name})` }}>Aa 07 fi</span>;
  if (/^--(s|cell)-/.test(name)) return <i className="bar" style={{ width: `var(${name})` }} />;
  if (name.startsWith('--radius-')) return <i className="corner" style={{ borderRadius: `var(${name})` }} />;
  if (/^--(shadow|focus)/.test(name)) return <i className="corner" style={{ boxShadow: `var(${name})` }} />;
  return <span />;
}

export function TokensView({ tokens }: { tokens: readonly Token[] }) {
  return (
    <ul className="token-list">
      {tokens.map((token) => (
        <li key={token.name}>
          <span aria-hidden="true" className="shown">
            <Swatch {...token} />
          </span>
          <code>{token.name}</code>
          <span className="quiet" lang="en">
            {token.use}
          </span>
        </li>
      ))}
    </ul>
  );
}
