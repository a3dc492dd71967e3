'use client';
import { Tabs } from 'radix-ui';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { CodeEditor } from '#app/_editor/code-editor.tsx';
import type { EditorHandle } from '#app/_editor/editor-host.tsx';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { rememberPreference } from '#app/_ui/frame/preferences.ts';
import { Divider } from '#app/_ui/workspace/divider.tsx';
import { clampShare, printShares } from '#app/_ui/workspace/panes.ts';
import type { PaneShares } from '#app/_ui/workspace/types.ts';
import { keepCode, openCode, type PlayOpening } from './code.ts';
import type { Example, ExampleName } from './examples.ts';
import { isLink, linkTo } from './link.ts';
import { OutputView } from './output-view.tsx';
import { useProgram } from './use-program.ts';

interface Props {
  examples: readonly Example[];
  globals: string;
  shares: PaneShares;
}

interface Notice {
  readonly text: string;
  /** What the button beside it does. */
  readonly act?: { readonly name: string; readonly do: () => void };
}

export function Playground({ examples, globals, shares: remembered }: Props) {
  const { language, messages } = useLanguage();
  const { play, work } = messages;
  const editor = useRef<EditorHandle>(null);
  const [opening, setOpening] = useState<PlayOpening | null>(null);
  const [ready, setReady] = useState(false);
  const [pane, setPane] = useState('code');
  const [shares, setShares] = useState(remembered);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [chosen, setChosen] = useState<ExampleName | ''>('');
  const { output, busy, run, stop } = useProgram(ready);
  const first = examples[0]?.source ?? '';

  /** The fragment is read in the browser alone: what it holds, then what is kept here, then the first example. */
  const open = useRef((_into: 'new' | 'open') => undefined as void);
  open.current = (into) => {
    void openCode(location.hash, first).then((opened) => {
      const known = examples.find(({ source }) => source === opened.source);
      setChosen(known?.name ?? '');
      if (into === 'new') setOpening(opened);
      else if (opened.from === 'link') editor.current?.replace(opened.source);
      const { before } = opened;
      if (opened.from === 'broken-link') setNotice({ text: play.brokenLink });
      else if (opened.from === 'link')
        setNotice({
          text: play.fromLink,
          ...(before === null ? {} : { act: { name: play.back, do: () => replace(before) } }),
        });
    });
  };
  useEffect(() => {
    const follow = () => isLink(location.hash) && open.current('open');
    open.current('new');
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const replace = (source: string) => {
    editor.current?.replace(source);
    setNotice(null);
    editor.current?.focus();
  };
  const change = (source: string) => {
    keepCode(source);
    setChosen(examples.find((example) => example.source === source)?.name ?? '');
    // The address would still open what the code was.
    if (isLink(location.hash)) history.replaceState(history.state, '', location.pathname + location.search);
  };
  const choose = (name: string) => {
    const example = examples.find((one) => one.name === name);
    if (example === undefined) return;
    editor.current?.replace(example.source);
    setNotice({
      text: play.exampleIn(play.examples[example.name]),
      act: { name: work.undo, do: () => (editor.current?.undo(), setNotice(null)) },
    });
  };
  const share = async () => {
    const source = editor.current?.source() ?? '';
    const link = await linkTo(source);
    if (link === null) return setNotice({ text: play.tooLong });
    history.replaceState(history.state, '', link);
    const text = await navigator.clipboard.writeText(location.href).then(
      () => play.copied,
      () => play.inAddress,
    );
    setNotice({ text });
  };

  const start = useRef(() => undefined as void);
  start.current = () => {
    const handle = editor.current;
    if (handle === null || !ready || busy) return;
    setPane('output');
    handle.mark([]);
    run(handle.source(), () => handle.compile());
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      start.current();
    };
    // Before Monaco, which would start a new line.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, []);
  useEffect(() => {
    if (output !== null && output.source === editor.current?.source()) editor.current.mark(output.problems);
  }, [output]);

  const goTo = (line: number, column: number | null) => {
    setPane('code');
    // On a phone the editor has no size before its pane is shown.
    requestAnimationFrame(() => editor.current?.goTo(line, column));
  };
  const rest = () => setShares((known) => (rememberPreference('panes', printShares(known)), known));

  return (
    <Tabs.Root asChild value={pane} onValueChange={setPane} activationMode="automatic">
      <main id="main" className="work play" style={{ '--left': `${shares.play}%` } as CSSProperties}>
        <h1 className="sr">{play.title}</h1>
        <Tabs.List className="tabs panes" aria-label={play.panes}>
          <Tabs.Trigger value="code">{work.code}</Tabs.Trigger>
          <Tabs.Trigger value="output">{play.output}</Tabs.Trigger>
        </Tabs.List>
        <div className="bench">
          <Tabs.Content forceMount value="code" className="pane coding" id="pane-code" tabIndex={-1}>
            <div className="editor-bar">
              <select
                className="select"
                aria-label={play.example}
                value={chosen}
                disabled={!ready}
                onChange={({ target }) => choose(target.value)}
              >
                <option value="" disabled>
                  {play.own}
                </option>
                {examples.map(({ name }) => (
                  <option key={name} value={name}>
                    {play.examples[name]}
                  </option>
                ))}
              </select>
              <span className="quiet tab-hint">{work.tabHint}</span>
              <div className="side">
                <button type="button" className="button small" aria-disabled={!ready} onClick={() => void share()}>
                  {play.share}
                </button>
                <button
                  type="button"
                  className="button small primary"
                  aria-disabled={!ready}
                  aria-keyshortcuts="Control+Enter Meta+Enter"
                  onClick={() => (busy ? stop() : start.current())}
                >
                  {busy ? play.stop : play.run} {!busy && <kbd aria-hidden="true">Ctrl ↵</kbd>}
                </button>
              </div>
            </div>
            {notice !== null && (
              <div className="notice" role="status">
                <span>{notice.text}</span>
                {notice.act !== undefined && (
                  <button type="button" className="button small" onClick={notice.act.do}>
                    {notice.act.name}
                  </button>
                )}
                <button type="button" className="button small" onClick={() => setNotice(null)}>
                  {work.dismiss}
                </button>
              </div>
            )}
            {opening === null ? (
              <div className="editor">
                <p className="editor-loading">{work.editorLoading}</p>
              </div>
            ) : (
              <CodeEditor
                handle={editor}
                opening={() => opening.source}
                typingsUrl={`/${language}/torch.d.ts`}
                globals={globals}
                label={play.editor}
                onChange={change}
                onReady={() => setReady(true)}
              />
            )}
            <p className="play-helpers">{play.helpers}</p>
          </Tabs.Content>
          <Divider
            pane="play"
            label={play.resize}
            controls="pane-code"
            share={shares.play}
            onMove={(share) => setShares((known) => ({ ...known, play: clampShare('play', share) }))}
            onRest={rest}
          />
          <Tabs.Content forceMount value="output" className="pane results" id="pane-output" tabIndex={0}>
            <OutputView output={output} onGoTo={goTo} />
          </Tabs.Content>
        </div>
      </main>
    </Tabs.Root>
  );
}
