import { indexAt, layoutOf, type Shade } from './difference.ts';

interface Props {
  label: string;
  /** Of what is shown. */
  shape: readonly number[];
  /** Index of its first element in the whole tensor; the tensor's first when not said. */
  start?: readonly number[];
  /** Printed elements, row-major. */
  texts: readonly string[];
  shades?: readonly Shade[];
  /** Row-major offset of the element that is ringed. */
  first?: number | null;
}

/** A tensor as a table: what is read by eye as a heat map is read out as rows and columns. */
export function TensorTable({ label, shape, start = [], texts, shades, first }: Props) {
  const { columns, block } = layoutOf(shape);
  const rows: { at: number; cells: string[] }[] = [];
  for (let at = 0; at < texts.length; at += columns) rows.push({ at, cells: texts.slice(at, at + columns) });
  const longest = Math.max(1, ...texts.map((text) => text.length));
  const size = longest > 8 ? 'wide' : longest > 4 ? '' : longest > 2 ? 'slim' : 'tiny';
  return (
    <div
      className="scroll-x"
      tabIndex={columns > 12 ? 0 : undefined}
      {...(columns > 12 ? { role: 'region', 'aria-label': label } : {})}
    >
      <table className={`tensor ${size}`} aria-label={label}>
        <tbody>
          {rows.map(({ at, cells }) => (
            <tr key={at}>
              {cells.map((text, column) => {
                const offset = at + column;
                const here = indexAt(shape, offset)
                  .map((index, dimension) => index + (start[dimension] ?? 0))
                  .join(', ');
                return (
                  <td
                    key={here}
                    className={`${shades?.[offset] ?? ''} ${offset === first ? 'first' : ''}`}
                    title={`[${here}]`}
                    style={
                      at > 0 && at % block === 0
                        ? { borderTop: '6px solid transparent', backgroundClip: 'padding-box' }
                        : undefined
                    }
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
