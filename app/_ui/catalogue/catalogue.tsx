'use client';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { Cells } from '#app/_ui/cells.tsx';
import { searchGlyph } from '#app/_ui/glyphs.tsx';
import { useTallies } from '#app/_ui/questions/use-answers.ts';
import { ChallengeRow } from './challenge-row.tsx';
import {
  type CatalogueRow,
  type Filter,
  isFiltering,
  matches,
  matchesSet,
  noFilter,
  type State,
  stateOfSet,
} from './filter.ts';
import type { CatalogueChapter, CatalogueQuestion } from './read-catalogue.ts';
import { ConceptSetRow } from './set-row.tsx';

const looks = { new: '', tried: 'wrong', solved: 'right' } as const;
const solvedIn = (rows: readonly CatalogueRow[]) => rows.filter(({ state }) => state === 'solved').length;

function ChapterMap({ chapters }: { chapters: readonly CatalogueChapter[] }) {
  const { messages } = useLanguage();
  return (
    <nav className="map" aria-label={messages.catalogue.map}>
      {chapters.map((chapter) => (
        <div key={chapter.number}>
          <h2>{chapter.title}</h2>
          <ul>
            {chapter.questions.map(({ number, title, rows }) => (
              <li key={number}>
                <a href={`#q${number}`} title={title}>
                  <span className="num">{number}</span>
                  {rows.length === 0 ? (
                    <Cells looks={['none']} label={messages.catalogue.noneYet} />
                  ) : (
                    <Cells
                      looks={rows.map(({ state }) => looks[state])}
                      label={messages.catalogue.solvedOf(solvedIn(rows), rows.length)}
                    />
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { messages } = useLanguage();
  const { catalogue } = messages;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (location.hash === '#search') field.current?.focus();
  }, []);
  const states: readonly (State | 'any')[] = ['any', 'new', 'tried', 'solved'];
  const kinds = ['implement', 'debug', 'optimize', 'predict', 'questions'] as const;
  return (
    <search className="filters">
      <label className="field" id="search">
        {searchGlyph}
        <span className="sr">{catalogue.searchLabel}</span>
        <input
          ref={field}
          type="search"
          placeholder={catalogue.searchHint}
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <fieldset className="options" aria-label={catalogue.state}>
        {states.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={filter.state === state}
            onClick={() => onChange({ ...filter, state })}
          >
            {state === 'any' ? catalogue.anyState : catalogue.states[state]}
          </button>
        ))}
      </fieldset>
      <select
        className="select"
        aria-label={catalogue.kind}
        value={filter.kind}
        onChange={(event) => onChange({ ...filter, kind: kinds.find((kind) => kind === event.target.value) ?? 'any' })}
      >
        <option value="any">{catalogue.anyKind}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {catalogue.kinds[kind]}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={catalogue.level}
        value={filter.difficulty}
        onChange={(event) =>
          onChange({
            ...filter,
            difficulty: ([1, 2, 3] as const).find((level) => String(level) === event.target.value) ?? 'any',
          })
        }
      >
        <option value="any">{catalogue.anyLevel}</option>
        {([1, 2, 3] as const).map((level) => (
          <option key={level} value={level}>
            {catalogue.levels[level]}
          </option>
        ))}
      </select>
    </search>
  );
}

export function Catalogue({ chapters }: { chapters: readonly CatalogueChapter[] }) {
  const { messages } = useLanguage();
  const { catalogue } = messages;
  const [filter, setFilter] = useState(noFilter);
  const filtering = isFiltering(filter);
  const questions = chapters.flatMap((chapter) => chapter.questions);
  const tallyOf = useTallies(questions.flatMap(({ set }) => (set === null ? [] : [set.id])));
  const here = (question: CatalogueQuestion) => ({
    rows: question.rows.filter((row) => matches(row, filter)),
    set:
      question.set && matchesSet(question.set, stateOfSet(question.set, tallyOf(question.set.id)), filter)
        ? question.set
        : null,
  });
  const countOf = ({ rows, set }: Pick<CatalogueQuestion, 'rows' | 'set'>) => rows.length + (set === null ? 0 : 1);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const shown = sum(questions.map((question) => countOf(here(question))));
  return (
    <div className="catalogue">
      <ChapterMap chapters={chapters} />
      <div>
        <Filters filter={filter} onChange={setFilter} />
        <p className={filtering ? 'found' : 'sr'} role="status">
          {filtering ? catalogue.shown(shown, sum(questions.map(countOf))) : ''}
        </p>
        {shown === 0 ? (
          <div className="blank">
            <b>{catalogue.nothing}</b>
            <p>{catalogue.nothingHint}</p>
            <button type="button" className="button" onClick={() => setFilter(noFilter)}>
              {catalogue.clear}
            </button>
          </div>
        ) : (
          <>
            <div className="cat-head" aria-hidden="true">
              <span />
              <span>{catalogue.challenge}</span>
              <span>{catalogue.kind}</span>
              <span>{catalogue.level}</span>
              <span className="r">{catalogue.minutes}</span>
              <span className="r">{catalogue.best}</span>
              <span className="r">{catalogue.lastTried}</span>
            </div>
            {chapters.map((chapter) => {
              const rows = chapter.questions.flatMap((question) => question.rows);
              if (chapter.questions.every((question) => countOf(here(question)) === 0) && filtering) return null;
              return (
                <section key={chapter.number} className="chapter" aria-labelledby={`c${chapter.number}`}>
                  <h2 id={`c${chapter.number}`}>
                    {chapter.title}
                    {rows.length > 0 && <small>{catalogue.solvedOf(solvedIn(rows), rows.length)}</small>}
                  </h2>
                  {chapter.questions.map((question) => {
                    const { rows: found, set } = here(question);
                    const none = found.length === 0 && set === null;
                    if (filtering && none) return null;
                    return (
                      <div
                        key={question.number}
                        className={countOf(question) === 0 ? 'question empty' : 'question'}
                        id={`q${question.number}`}
                      >
                        <h3>
                          <span className="num">{question.number}</span>
                          {question.title}
                          {countOf(question) === 0 && <small>{catalogue.noneYet}</small>}
                        </h3>
                        {!none && (
                          <ul>
                            {found.map((row) => (
                              <ChallengeRow key={row.id} row={row} />
                            ))}
                            {set !== null && <ConceptSetRow row={set} tally={tallyOf(set.id)} />}
                          </ul>
                        )}
                      </div>
                    );
                  })}
                </section>
              );
            })}
          </>
        )}
      </div>
    </div>
  );
}
