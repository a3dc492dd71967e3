import { useLanguage } from '#app/_i18n/language-context.tsx';
import { Html } from './html.tsx';
import { Mark } from './mark.tsx';
import type { PartProps } from './question-form.tsx';
import type { ChoiceView } from './types.ts';

/** Once checked, every option says whether it is right and why; the reader's own choice stays visible. */
export function Choice({ question, answer, labelledBy, onChange }: PartProps<ChoiceView>) {
  const { messages } = useLanguage();
  const says = messages.questions;
  const one = question.kind === 'single';
  const choose = (place: number, chosen: boolean) => {
    if (answer.checked) return;
    const others = one ? [] : answer.places.filter((known) => known !== place);
    onChange({ ...answer, places: chosen ? [...others, place] : others });
  };
  return (
    <div role={one ? 'radiogroup' : 'group'} aria-labelledby={labelledBy} className="choices">
      {!one && <p className="quiet">{says.several}</p>}
      {question.options.map(({ text, right, why }, place) => {
        const chosen = answer.places.includes(place);
        return (
          <div key={text} className="choice">
            <label>
              <input
                type={one ? 'radio' : 'checkbox'}
                name={question.id}
                checked={chosen}
                aria-disabled={answer.checked}
                onChange={(event) => choose(place, event.target.checked)}
              />
              <Html html={text} />
            </label>
            {answer.checked && (
              <p className="why">
                {/* What was left out counts only where every right option was asked for. */}
                {(chosen || (right && !one)) && <Mark right={chosen && right} />}
                <span>
                  <b>{right ? says.isRight : says.isNotRight}</b> <Html html={why} />
                </span>
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
