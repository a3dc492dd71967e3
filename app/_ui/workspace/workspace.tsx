'use client';
import { useRouter } from 'next/navigation';
import { Tabs } from 'radix-ui';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { CodeEditor } from '#app/_editor/code-editor.tsx';
import type { EditorHandle } from '#app/_editor/editor-host.tsx';
import { formatTime } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionAnswer, SubmissionSummary } from '#app/_server/api-types.ts';
import { listSubmissions, readSubmission } from '#app/_ui/api/client.ts';
import { Compare, draftSide } from '#app/_ui/compare/compare.tsx';
import { rememberPreference } from '#app/_ui/frame/preferences.ts';
import { Results } from '#app/_ui/results/results.tsx';
import { CodePane, type OpenFile } from './code-pane.tsx';
import { Divider } from './divider.tsx';
import { EditorBar } from './editor-bar.tsx';
import { clampShare, printShares } from './panes.ts';
import { StatementPane } from './statement-pane.tsx';
import type { PaneShares, WorkspaceChallenge, WorkspaceLesson, WorkspaceOwn } from './types.ts';
import { useDraft } from './use-draft.ts';
import { useGrading } from './use-grading.ts';
import { useOnline } from './use-online.ts';
import { useSampleRunner } from './use-sample-runner.ts';

interface Props {
  challenge: WorkspaceChallenge;
  own: WorkspaceOwn;
  lesson: WorkspaceLesson | null;
  questions: ReactNode;
  shares: PaneShares;
}

const problemsOf = ({ problems, tests }: SubmissionAnswer) => [
  ...problems,
  ...tests.flatMap(({ error }) => (error === null ? [] : [error])),
];

export function Workspace({ challenge, own, lesson, questions, shares: remembered }: Props) {
  const { language, messages } = useLanguage();
  const { work } = messages;
  const router = useRouter();
  const online = useOnline();
  const editor = useRef<EditorHandle>(null);
  const [ready, setReady] = useState(false);
  const [pane, setPane] = useState('statement');
  const [tab, setTab] = useState('statement');
  const [file, setFile] = useState<OpenFile>('mine');
  const [shares, setShares] = useState(remembered);
  const [history, setHistory] = useState<readonly SubmissionSummary[]>(own.history);
  const [compared, setCompared] = useState<{ id: string; draft: string } | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const draft = useDraft(challenge.id, challenge.starter, own.draft, ({ source, updatedAt }) => {
    editor.current?.replace(source);
    setNotice(messages.draft.newer(formatTime(language, new Date(updatedAt))));
  });

  const refreshHistory = useCallback(() => {
    listSubmissions(challenge.id).then(setHistory, () => undefined);
  }, [challenge.id]);
  const grading = useGrading(challenge.id, own.latest, (submission) => {
    refreshHistory();
    // The lesson opens with the first solution, and the server is the one that knows.
    if (submission.verdict === 'AC' && submission.kind === 'submit' && lesson === null) router.refresh();
  });
  const { submission, sending } = grading;
  const busy = sending || (submission !== null && submission.status !== 'done');

  // Marks belong to the text that was graded: another text has other lines.
  useEffect(() => {
    if (!ready) return;
    const done = submission !== null && submission.status === 'done' && editor.current?.source() === submission.source;
    editor.current?.mark(done ? problemsOf(submission) : []);
  }, [ready, submission]);

  const here = useSampleRunner(challenge, editor, ready);
  const lastKind = useRef<'run' | 'submit'>('submit');
  const submit = useCallback(
    (kind: 'run' | 'submit') => {
      const source = editor.current?.source();
      const runHere = kind === 'run' ? (here.run ?? undefined) : undefined;
      if (source === undefined || !ready || busy || (!navigator.onLine && runHere === undefined)) return;
      lastKind.current = kind;
      setNotice(null);
      setPane('results');
      grading.submit(kind, source, runHere);
    },
    [ready, busy, grading.submit, here.run],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      submit(event.shiftKey ? 'submit' : 'run');
    };
    // Before Monaco, which would start a new line.
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [submit]);

  const id = submission?.id;
  const { stopped } = grading;
  useEffect(() => {
    if (id !== undefined || stopped) refreshHistory();
  }, [id, stopped, refreshHistory]);

  const restore = (restored: string, number: number) => {
    readSubmission(restored).then(
      ({ source }) => {
        editor.current?.replace(source);
        setNotice(work.restored(number));
        setPane('code');
        setFile('mine');
        editor.current?.focus();
      },
      () => setNotice(messages.history.failed),
    );
  };
  const goTo = (line: number, column: number | null) => {
    setPane('code');
    setFile('mine');
    // On a phone the editor has no size before its pane is shown.
    requestAnimationFrame(() => editor.current?.goTo(line, column));
  };

  const openLesson = useCallback((anchor: string) => {
    setPane('statement');
    setTab('lesson');
    requestAnimationFrame(() => {
      const block = document.getElementById(anchor);
      if (block === null) return;
      block.tabIndex = -1;
      block.scrollIntoView({ block: 'center' });
      block.focus({ preventScroll: true });
    });
  }, []);
  useEffect(() => {
    // A link from the page of a submission.
    if (lesson !== null && /^#lesson-\d+$/.test(location.hash)) openLesson(location.hash.slice(1));
  }, [lesson, openLesson]);

  const row = submission === null && !sending ? 'editor' : 'editorWithResult';
  const move = (which: keyof PaneShares) => (share: number) =>
    setShares((known) => ({ ...known, [which]: clampShare(which, share) }));
  const rest = () => setShares((known) => (rememberPreference('panes', printShares(known)), known));
  const number = history.length - history.findIndex(({ id: known }) => known === submission?.id);
  const older =
    submission !== null && history.length > 0 && history[0]?.id !== submission.id && number <= history.length
      ? number
      : null;

  return (
    <Tabs.Root asChild value={pane} onValueChange={setPane} activationMode="automatic">
      <main
        id="main"
        className="work"
        data-runs-here={here.run !== null}
        style={{ '--left': `${shares.left}%`, '--top': `${shares[row]}%` } as CSSProperties}
      >
        <h1 className="sr">{work.title(challenge.title)}</h1>
        <Tabs.List className="tabs panes" aria-label={work.panes}>
          <Tabs.Trigger value="statement">{work.statement}</Tabs.Trigger>
          <Tabs.Trigger value="code">{work.code}</Tabs.Trigger>
          <Tabs.Trigger value="results">{work.results}</Tabs.Trigger>
        </Tabs.List>
        <div className="bench">
          <Tabs.Content forceMount value="statement" className="pane statement" id="pane-statement" tabIndex={-1}>
            <StatementPane
              challenge={challenge}
              lesson={lesson}
              questions={questions}
              history={history}
              hintsOpened={own.hintsOpened}
              gaveUpAt={own.gaveUpAt}
              tab={tab}
              onTab={setTab}
              shown={submission?.id ?? null}
              onShow={(shown) => {
                setPane('results');
                grading.show(shown);
              }}
              onRestore={restore}
              onCompare={(id) => {
                setCompared({ id, draft: editor.current?.source() ?? '' });
                setPane('code');
                setFile('compare');
              }}
              onOpenPair={() => {
                setPane('code');
                setFile('pair');
              }}
            />
          </Tabs.Content>
          <Divider
            pane="left"
            label={work.resizeColumns}
            controls="pane-statement"
            share={shares.left}
            onMove={move('left')}
            onRest={rest}
          />
          <Tabs.Content forceMount value="code" className="pane coding" id="pane-code" tabIndex={-1}>
            <CodePane
              file={file}
              onFile={setFile}
              lesson={lesson}
              comparison={
                compared && (
                  <Compare
                    // What is being written may have changed since: each comparison takes it anew.
                    key={`${compared.id}:${compared.draft}`}
                    history={history}
                    draft={compared.draft}
                    before={compared.id}
                    after={draftSide}
                  />
                )
              }
              bar={(files) => (
                <EditorBar
                  files={files}
                  draft={draft.state}
                  canRun={!busy && ready && (online || here.run !== null)}
                  canSubmit={!busy && ready && online}
                  onReset={() => {
                    setFile('mine');
                    editor.current?.replace(challenge.starter);
                    setNotice(work.starterBack);
                    editor.current?.focus();
                  }}
                  onSubmit={submit}
                />
              )}
            >
              {draft.rival !== null && (
                <div className="notice" role="alert">
                  <span>{messages.draft.conflict}</span>
                  <button type="button" className="button small" onClick={() => draft.resolve('mine')}>
                    {messages.draft.mine}
                  </button>
                  <button
                    type="button"
                    className="button small"
                    onClick={() => {
                      const theirs = draft.resolve('theirs');
                      if (theirs !== null) editor.current?.replace(theirs);
                    }}
                  >
                    {(draft.rival.version === null ? messages.draft.unsent : messages.draft.theirs)(
                      formatTime(language, draft.rival.at),
                    )}
                  </button>
                </div>
              )}
              {notice !== null && (
                <div className="notice" role="status">
                  <span>{notice}</span>
                  <button
                    type="button"
                    className="button small"
                    onClick={() => {
                      editor.current?.undo();
                      setNotice(null);
                    }}
                  >
                    {work.undo}
                  </button>
                  <button type="button" className="button small" onClick={() => setNotice(null)}>
                    {work.dismiss}
                  </button>
                </div>
              )}
              <CodeEditor
                handle={editor}
                opening={draft.opening}
                typingsUrl={`/${language}/torch.d.ts`}
                onChange={(source) => {
                  draft.change(source);
                  here.prepare();
                }}
                onReady={() => setReady(true)}
              />
            </CodePane>
          </Tabs.Content>
          <Divider
            pane={row}
            label={work.resizeRows}
            controls="pane-code"
            share={shares[row]}
            onMove={move(row)}
            onRest={rest}
          />
          <Tabs.Content forceMount value="results" className="pane results" id="pane-results" tabIndex={0}>
            <Results
              challenge={challenge}
              grading={grading}
              online={online}
              runsOffline={here.run !== null}
              older={older}
              gaveUpAt={own.gaveUpAt}
              lessonOpen={lesson !== null}
              onLesson={openLesson}
              onNewest={() => history[0] !== undefined && grading.show(history[0].id)}
              onGoTo={goTo}
              onRetry={() => submit(lastKind.current)}
            />
          </Tabs.Content>
        </div>
      </main>
    </Tabs.Root>
  );
}
