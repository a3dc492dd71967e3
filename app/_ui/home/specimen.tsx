import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import { VerdictCell } from '#app/_ui/cells.tsx';
import { shadeOf } from '#app/_ui/evidence/difference.ts';
import { TensorTable } from '#app/_ui/evidence/tensor-table.tsx';
import { highlight } from '#app/_ui/markdown/highlighter.ts';

const code = 'if (loss < best_loss) {\n  best_loss = loss;\n  best = model.state_dict();\n  stale = 0;\n}';
const expected = [0.91, -0.49, 0.19, 0.31, -0.85, 0.84, 0.01, 0.21, 0.13, -0.05, -0.31, -0.06];
const yours = [1.13, -0.58, 0.19, 0.31, -0.91, 0.99, 0.01, 0.22, -0.03, -0.11, -0.31, -0.07];
export const specimenDifference = [0.22, -0.1, 0, 0, -0.06, 0.15, 0, 0.01, -0.16, -0.05, 0, -0.01];
const print = (values: readonly number[]) => values.map((value) => value.toFixed(2));

/** What a wrong answer looks like, before anyone has given one. */
export async function Specimen({ language }: { language: Language }) {
  const { home, grading, verdicts } = messagesIn(language);
  const shape = [3, 4];
  return (
    <figure className="panel specimen" aria-label={home.specimenLabel}>
      <div className="bar">
        <VerdictCell verdict="WA" name={verdicts.WA.name} />
        <b>{verdicts.WA.name}</b>
        <span className="soft">{grading.score(7, 12)}</span>
      </div>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, highlighted on the server */}
      <div className="listing" dangerouslySetInnerHTML={{ __html: await highlight(code, 'typescript') }} />
      <div className="body">
        <p className="say">{home.specimenSays}</p>
        <div className="trio">
          <figure>
            <figcaption>
              <b className="agree">{grading.expected}</b>
              {home.epoch(6)}
            </figcaption>
            <TensorTable label={grading.expected} shape={shape} texts={print(expected)} />
          </figure>
          <figure>
            <figcaption>
              <b className="depart">{grading.yours}</b>
              {home.epoch(9)}
            </figcaption>
            <TensorTable label={grading.yours} shape={shape} texts={print(yours)} first={0} />
          </figure>
          <figure>
            <figcaption>
              <b>{grading.difference}</b>
            </figcaption>
            <TensorTable
              label={grading.difference}
              shape={shape}
              texts={print(specimenDifference)}
              shades={specimenDifference.map((value) => shadeOf(value, 0.22))}
              first={0}
            />
          </figure>
        </div>
        <p className="why">{home.specimenWhy}</p>
      </div>
    </figure>
  );
}
