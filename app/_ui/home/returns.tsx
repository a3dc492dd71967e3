import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { shadeOf } from '#app/_ui/evidence/difference.ts';
import { TensorTable } from '#app/_ui/evidence/tensor-table.tsx';
import { pathOf, plot } from '#app/_ui/evidence/curve.ts';
import { specimenDifference } from './specimen.tsx';

const expected = [1.0, 0.92, 0.86, 0.79, 0.75, 0.74];
const yours = [1.0, 0.92, 0.86, 0.79, 0.82, 0.9];
const frame = { width: 300, height: 170, left: 12, right: 70, top: 12, bottom: 12 };

/** The three things a wrong answer gets back. */
export function Returns({ language }: { language: Language }) {
  const { home, grading } = messagesIn(language);
  const drawn = plot(expected, yours, frame);
  const lines = ['const loss = criterion(model(x), y);', 'loss.backward();', 'loss.backward();'];
  return (
    <div className="returns">
      <figure>
        <div className="panel">
          <TensorTable
            label={grading.difference}
            shape={[3, 4]}
            texts={specimenDifference.map((value) => value.toFixed(2))}
            shades={specimenDifference.map((value) => shadeOf(value, 0.22))}
            first={0}
          />
        </div>
        <figcaption>
          <b>{home.first.title}</b>
          {home.first.text}
        </figcaption>
      </figure>
      <figure>
        <div className="panel">
          <svg className="plot" viewBox="0 0 300 170" role="img" aria-label={grading.curveParts(home.epoch(5), 5)}>
            <path
              d={pathOf(expected, drawn)}
              fill="none"
              stroke="var(--agree)"
              strokeWidth="1.75"
              strokeDasharray="5 3"
            />
            <path d={pathOf(yours, drawn)} fill="none" stroke="var(--depart)" strokeWidth="1.75" />
            <rect
              x={drawn.x(5) - 5}
              y={drawn.y(0.82) - 5}
              width="10"
              height="10"
              fill="var(--surface)"
              stroke="var(--depart)"
              strokeWidth="2"
            />
            <text className="a" x={drawn.x(6) + 8} y={drawn.y(0.74) + 4}>
              {grading.expected}
            </text>
            <text className="d" x={drawn.x(6) + 8} y={drawn.y(0.9) + 4}>
              {grading.yours}
            </text>
          </svg>
        </div>
        <figcaption>
          <b>{home.run.title}</b>
          {home.run.text}
        </figcaption>
      </figure>
      <figure>
        <div className="panel">
          <div className="source-lines" aria-hidden="true">
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a listing that never changes
              <span key={at} data-n={14 + at} className={at === 2 ? 'at' : ''}>
                {line}
              </span>
            ))}
          </div>
        </div>
        <figcaption>
          <b>{home.line.title}</b>
          {home.line.text}
        </figcaption>
      </figure>
    </div>
  );
}
