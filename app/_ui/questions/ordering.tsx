import { useRef, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { Glyph } from '#app/_ui/glyphs.tsx';
import { moved } from './answers.ts';
import { Html } from './html.tsx';
import { Mark } from './mark.tsx';
import type { PartProps } from './question-form.tsx';
import type { OrderingView } from './types.ts';

/** Lines with two buttons each: the same for pointer, keyboard and screen reader. */
export function Ordering({ question, answer, labelledBy, onChange }: PartProps<OrderingView>) {
  const { messages } = useLanguage();
  const says = messages.questions;
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const move = (at: number, by: -1 | 1) => {
    const to = at + by;
    if (to < 0 || to >= answer.places.length) return;
    onChange({ ...answer, places: moved(answer.places, at, by) });
    setTold(says.movedTo(to + 1, answer.places.length));
    // The focus goes with the line, so that it can be moved again.
    requestAnimationFrame(() =>
      list.current?.children[to]?.querySelector<HTMLButtonElement>(by === -1 ? '.up' : '.down')?.focus(),
    );
  };
  return (
    <>
      <ol ref={list} className="ordering" aria-labelledby={labelledBy}>
        {answer.places.map((place, at) => (
          <li key={place}>
            <span className="num">{at + 1}</span>
            <Html html={question.items[place] ?? ''} />
            {answer.checked ? (
              <Mark right={question.items[place] === question.items[at]} />
            ) : (
              <span className="moves">
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    className={`icon-button ${by === -1 ? 'up' : 'down'}`}
                    aria-label={by === -1 ? says.up(at + 1) : says.down(at + 1)}
                    aria-disabled={at + by < 0 || at + by >= answer.places.length}
                    onClick={() => move(at, by)}
                  >
                    <Glyph>{by === -1 ? <path d="M4 10l4-4 4 4" /> : <path d="M4 6l4 4 4-4" />}</Glyph>
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="sr" role="status">
        {told}
      </p>
    </>
  );
}
