'use client';
import { useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { languages, localeOf, pathIn } from '#app/_i18n/languages.ts';
import { editorSizes, rememberPreference, type Theme } from '#app/_ui/frame/preferences.ts';

type Choice = Theme | 'system';
const themes: readonly Choice[] = ['system', 'light', 'dark'];

interface Props {
  theme: Choice;
  editorSize: number;
  vim: boolean;
}

export function Appearance({ theme: kept, editorSize: keptSize, vim: keptVim }: Props) {
  const { language, messages } = useLanguage();
  const { settings } = messages;
  const [theme, setTheme] = useState(kept);
  const [size, setSize] = useState(keptSize);
  const [vim, setVim] = useState(keptVim);
  const chooseTheme = (choice: Choice) => {
    setTheme(choice);
    rememberPreference('theme', choice);
    if (choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = choice;
  };
  const chooseSize = (choice: number) => {
    setSize(choice);
    rememberPreference('editorSize', String(choice));
  };
  const chooseVim = (choice: boolean) => {
    setVim(choice);
    rememberPreference('vim', choice ? 'on' : 'off');
  };
  return (
    <section aria-labelledby="appearance">
      <div className="section-head">
        <h2 id="appearance">{settings.appearance}</h2>
        <p>{settings.onThisDevice}</p>
      </div>
      <div className="setting">
        <span id="choose-language">{settings.language}</span>
        <nav className="languages" aria-labelledby="choose-language">
          {languages.map((one) => (
            <a
              key={one}
              href={pathIn(one, `/${language}/settings`)}
              lang={localeOf[one]}
              hrefLang={localeOf[one]}
              className="button small"
              aria-current={one === language ? 'true' : undefined}
              onClick={() => rememberPreference('language', one)}
            >
              {settings.languageNames[one]}
            </a>
          ))}
        </nav>
      </div>
      <div className="setting">
        <span>{settings.theme}</span>
        <fieldset className="options" aria-label={settings.theme}>
          {themes.map((choice) => (
            <button key={choice} type="button" aria-pressed={theme === choice} onClick={() => chooseTheme(choice)}>
              {settings.themes[choice]}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="setting">
        <label htmlFor="editor-size">{settings.editorSize}</label>
        <select
          id="editor-size"
          className="select"
          value={size}
          onChange={(event) => chooseSize(Number(event.target.value))}
        >
          {editorSizes.map((one) => (
            <option key={one} value={one}>
              {one} px
            </option>
          ))}
        </select>
        <code className="sample" style={{ fontSize: size }}>
          loss.backward();
        </code>
      </div>
      <div className="setting">
        <span>{settings.keys}</span>
        <fieldset className="options" aria-label={settings.keys}>
          {[false, true].map((choice) => (
            <button key={String(choice)} type="button" aria-pressed={vim === choice} onClick={() => chooseVim(choice)}>
              {choice ? 'Vim' : settings.usualKeys}
            </button>
          ))}
        </fieldset>
      </div>
    </section>
  );
}
