'use client';
import { Dialog, Tabs } from 'radix-ui';
import { type CSSProperties, useId, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { searchGlyph, settingsGlyph } from '#app/_ui/glyphs.tsx';

/** Everything that is pressed, chosen or typed into. `scheme` goes along into the dialog, which stands outside of the page. */
export function ControlsView({ scheme }: { scheme: CSSProperties }) {
  const { messages } = useLanguage();
  const { style, catalogue, work, grading, settings, draft, site } = messages;
  const id = useId();
  const [chosen, setChosen] = useState('any');
  const states = { any: catalogue.anyState, ...catalogue.states };
  return (
    <>
      <div className="sample-row">
        <button type="button" className="button primary big">
          {messages.home.start}
        </button>
        <button type="button" className="button primary">
          {work.submit}
        </button>
        <button type="button" className="button">
          {work.cancel}
        </button>
        <button type="button" className="button small">
          {work.reset}
        </button>
        <button type="button" className="button" aria-disabled="true">
          {work.run}
        </button>
        <button type="button" className="link-button">
          {site.keyboard}
        </button>
        <button type="button" className="icon-button" aria-label={site.settings}>
          {settingsGlyph}
        </button>
      </div>
      <div className="sample-row">
        <label className="field" htmlFor={`${id}-search`}>
          {searchGlyph}
          <span className="sr">{catalogue.searchLabel}</span>
          <input id={`${id}-search`} type="search" placeholder={catalogue.searchHint} />
        </label>
        <fieldset className="options" aria-label={catalogue.state}>
          {Object.entries(states).map(([state, name]) => (
            <button key={state} type="button" aria-pressed={chosen === state} onClick={() => setChosen(state)}>
              {name}
            </button>
          ))}
        </fieldset>
        <select className="select" aria-label={catalogue.level}>
          <option>{catalogue.anyLevel}</option>
          <option>{catalogue.levels[1]}</option>
        </select>
      </div>
      <Tabs.Root defaultValue="statement">
        <Tabs.List className="tabs" aria-label={style.tabs}>
          <Tabs.Trigger value="statement">{work.statement}</Tabs.Trigger>
          <Tabs.Trigger value="hints">{work.hints(1, 3)}</Tabs.Trigger>
          <Tabs.Trigger value="lesson">{work.lesson}</Tabs.Trigger>
        </Tabs.List>
        {['statement', 'hints', 'lesson'].map((value) => (
          <Tabs.Content key={value} value={value} className="sample-pane">
            {value === 'statement' ? grading.idleHint : value === 'hints' ? work.hintsLead : work.lessonLockedHint}
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <div className="notice">
        <span>{draft.conflict}</span>
        <button type="button" className="button small">
          {draft.mine}
        </button>
      </div>
      <p className="passage sample">{site.offline}</p>
      <p className="problem">{settings.wrongPassword}</p>
      <Dialog.Root>
        <Dialog.Trigger className="button">{style.openDialog}</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="dialog-shade" />
          <Dialog.Content className="dialog" style={scheme}>
            <Dialog.Title>{work.resetTitle}</Dialog.Title>
            <Dialog.Description>{work.resetText}</Dialog.Description>
            <div className="acts">
              <Dialog.Close className="button">{work.cancel}</Dialog.Close>
              <Dialog.Close className="button primary">{work.resetDo}</Dialog.Close>
            </div>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}
