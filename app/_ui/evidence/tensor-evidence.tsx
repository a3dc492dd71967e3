'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence, TensorExcerpt } from '#sandbox/result.ts';
import { agrees, boxOf, differenceOf, offsetOf, shadeOf } from './difference.ts';
import { elementFormat, said } from './element-format.ts';
import { TensorTable } from './tensor-table.tsx';

type TensorEvidence = Extract<Evidence, { kind: 'tensor' }>;

const shapeText = (shape: readonly number[]): string => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
const sameShape = (a: TensorExcerpt, b: TensorExcerpt): boolean =>
  a.shape.length === b.shape.length && a.shape.every((size, at) => size === b.shape[at]);

/** Expected, yours and the difference side by side, the first wrong element ringed, and the sentence that names it. */
export function TensorEvidenceView({ evidence }: { evidence: TensorEvidence }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const { expected, actual, firstWrong } = evidence;
  const comparable = sameShape(expected, actual);
  const format = elementFormat(expected.dtype, [...expected.values, ...actual.values]);
  const [box, actualBox] = [boxOf(expected), boxOf(actual)];
  const first =
    firstWrong === null || !comparable
      ? null
      : offsetOf(
          box.size,
          firstWrong.map((index, dimension) => index - (box.start[dimension] ?? 0)),
        );
  const differences = comparable
    ? expected.values.map((value, at) => differenceOf(value, actual.values[at] ?? value))
    : [];
  const wrong =
    evidence.wrong ??
    differences.filter((_, at) => !agrees(expected.values[at] ?? 0, actual.values[at] ?? 0, evidence)).length;
  const elements = expected.shape.reduce((product, size) => product * size, 1);
  const largest = Math.max(0, ...differences.filter(Number.isFinite).map(Math.abs));
  const differenceFormat = elementFormat(expected.dtype, differences);
  const printable = (value: number) =>
    Number.isNaN(value) ? 'nan' : Number.isFinite(value) ? differenceFormat(value) : value > 0 ? 'inf' : '-inf';
  const label = textIn(language, evidence.label);
  const kind = expected.shape.length === 0 ? grading.scalar : shapeText(expected.shape);
  return (
    <section>
      <h4>
        {label} <span>{`${kind}${language === 'zh' ? '，' : ', '}${expected.dtype}`}</span>
      </h4>
      <div className="trio">
        <figure>
          <figcaption>
            <b className="agree">{grading.expected}</b>
            {!comparable && shapeText(expected.shape)} {expected.dtype !== actual.dtype && expected.dtype}
          </figcaption>
          <TensorTable
            label={`${grading.expected}: ${label}`}
            shape={box.size}
            start={box.start}
            texts={expected.values.map(format)}
          />
        </figure>
        <figure>
          <figcaption>
            <b className="depart">{grading.yours}</b>
            {!comparable && shapeText(actual.shape)} {expected.dtype !== actual.dtype && actual.dtype}
          </figcaption>
          <TensorTable
            label={`${grading.yours}: ${label}`}
            shape={actualBox.size}
            start={actualBox.start}
            texts={actual.values.map(format)}
            first={first}
          />
        </figure>
        {comparable && wrong > 0 && (
          <figure>
            <figcaption>
              <b>{grading.difference}</b>
              {grading.differenceNote}
            </figcaption>
            <TensorTable
              label={`${grading.difference}: ${label}`}
              shape={box.size}
              start={box.start}
              texts={differences.map(printable)}
              shades={differences.map((value) => shadeOf(value, largest))}
              first={first}
            />
            {differences.length > 1 && largest > 0 && (
              <div className="scale" aria-hidden="true">
                {`−${said(largest)}`}
                <span className="cells">
                  {['n4', 'n3', 'n2', 'n1', '', 'p1', 'p2', 'p3', 'p4'].map((shade) => (
                    <i key={shade} className={shade} />
                  ))}
                </span>
                {`+${said(largest)}`}
              </div>
            )}
          </figure>
        )}
      </div>
      <p className="facts-line">
        {!comparable && (
          <>
            {grading.shapeDiffers} {grading.expectedHere} <b className="agree num">{shapeText(expected.shape)}</b>
            {language === 'zh' ? '，' : ', '}
            {grading.gotHere} <b className="depart num">{shapeText(actual.shape)}</b>
            {language === 'zh' ? '。' : '. '}
          </>
        )}
        {expected.dtype !== actual.dtype && (
          <>
            {grading.dtypeDiffers} {grading.expectedHere} <b className="agree num">{expected.dtype}</b>
            {language === 'zh' ? '，' : ', '}
            {grading.gotHere} <b className="depart num">{actual.dtype}</b>
            {language === 'zh' ? '。' : '. '}
          </>
        )}
        {comparable && wrong > 0 && elements > 1 && <>{grading.differs(wrong, elements)} </>}
        {first !== null && firstWrong !== null && expected.values[first] !== undefined && (
          <>
            {firstWrong.length > 0 && (
              <>
                {grading.firstAt} <span className="num">[{firstWrong.join(', ')}]</span>
                {language === 'zh' ? '：' : ': '}
              </>
            )}
            {grading.expectedHere} <b className="agree num">{said(expected.values[first] ?? 'nan')}</b>
            {language === 'zh' ? '，' : ', '}
            {grading.gotHere} <b className="depart num">{said(actual.values[first] ?? 'nan')}</b>
            {language === 'zh' ? '。' : '. '}
          </>
        )}
        {evidence.maxError !== null && (
          <>
            {grading.largest} <span className="num">{said(evidence.maxError)}</span>
            {evidence.maxRelative !== null && (
              <>
                {language === 'zh' ? '，' : ', '}
                {grading.largestRelative} <span className="num">{said(evidence.maxRelative)}</span>
              </>
            )}
            {language === 'zh' ? '，' : ', '}
            {grading.tolerance} <span className="num">{said(evidence.atol)}</span>
            {evidence.rtol > 0 && ` + ${grading.relative(said(evidence.rtol))}`}
            {language === 'zh' ? '。' : '. '}
          </>
        )}
        {expected.truncated && grading.truncated(expected.values.length)}
      </p>
    </section>
  );
}
