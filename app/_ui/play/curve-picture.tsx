'use client';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { type Frame, pathOf, plot } from '#app/_ui/evidence/curve.ts';
import { said } from '#app/_ui/evidence/element-format.ts';
import type { Curve } from './use-program.ts';

const wide: Frame = { width: 640, height: 200, left: 52, right: 84, top: 12, bottom: 28 };
const narrow: Frame = { width: 320, height: 180, left: 44, right: 64, top: 12, bottom: 28 };
/** Rows of the table that says the same: a longer one is read by nobody. */
const rowsMax = 200;

function Drawing({ values, frame, step }: { values: Curve['values']; frame: Frame; step: string }) {
  const drawn = plot(values, [], frame);
  const { x, y, xTicks, yTicks } = drawn;
  const lastAt = values.findLastIndex((value) => value !== null);
  const last = values[lastAt] ?? null;
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      aria-hidden="true"
      style={{ maxWidth: `${frame.width / 16}rem` }}
    >
      {yTicks.map((tick) => (
        <g key={tick}>
          <path d={`M${frame.left} ${y(tick)}H${frame.width - frame.right}`} stroke="var(--line)" />
          <text className="m" x={frame.left - 8} y={y(tick) + 4} textAnchor="end">
            {said(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} className="m" x={x(tick)} y={frame.height - 8} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text x={frame.width - frame.right + 14} y={frame.height - 8}>
        {step}
      </text>
      <path d={pathOf(values, drawn)} fill="none" stroke="var(--ink)" strokeWidth="1.75" strokeLinejoin="round" />
      {last !== null && (
        <text className="i m" x={x(lastAt + 1) + 8} y={y(last) + 4}>
          {said(last)}
        </text>
      )}
    </svg>
  );
}

/** One curve of the program's own, with its last value at its end and a table behind it. */
export function CurvePicture({ name, values }: Curve) {
  const { messages } = useLanguage();
  const { play } = messages;
  const every = Math.max(1, Math.ceil(values.length / rowsMax));
  return (
    <figure>
      <figcaption>
        <b>{name === '' ? play.curve : name}</b> {play.points(values.length)}
      </figcaption>
      <div className="wide-only">
        <Drawing values={values} frame={wide} step={play.step} />
      </div>
      <div className="narrow-only">
        <Drawing values={values} frame={narrow} step={play.step} />
      </div>
      <table className="sr">
        <thead>
          <tr>
            <th scope="col">{play.step}</th>
            <th scope="col">{name === '' ? play.value : name}</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value, at) =>
            at % every === 0 || at === values.length - 1 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its number
              <tr key={at}>
                <th scope="row">{at + 1}</th>
                <td>{value === null ? '' : said(value)}</td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </figure>
  );
}
