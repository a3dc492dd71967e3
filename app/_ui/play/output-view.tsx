'use client';
import { formatDuration } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Messages } from '#app/_i18n/messages.ts';
import { VerdictCell } from '#app/_ui/cells.tsx';
import { GraphView } from '#app/_ui/evidence/graph-view.tsx';
import { ProblemView } from '#app/_ui/results/problem-view.tsx';
import { printedMax } from '#sandbox/browser/limits.ts';
import type { Verdict } from '#sandbox/result.ts';
import { CurvePicture } from './curve-picture.tsx';
import { type Output, timeLimitMs } from './use-program.ts';

function statusOf({ phase, ms, gpu }: Output, language: Language, { play }: Messages): [title: string, hint: string] {
  const time = formatDuration(language, ms);
  const here = play.onDevice(gpu ?? play.cpu);
  switch (phase) {
    case 'starting':
      return [play.starting, here];
    case 'running':
      return [play.running, here];
    case 'done':
      return [play.done(time), here];
    case 'threw':
      return [play.threw, `${play.after(time)} ${here}`];
    case 'not-compiled':
      return [play.notCompiled, ''];
    case 'stopped':
      return [play.stopped(time), here];
    case 'too-long':
      return [play.tooSlow(timeLimitMs / 1000), play.tooSlowHint];
    case 'too-much':
      return [play.tooMuch, play.tooMuchHint(printedMax / 1024)];
    case 'broken':
      return [play.broken, play.brokenHint];
    default:
      return phase satisfies never;
  }
}

/** The mark of what went wrong; a program that ran to its end is neither right nor wrong. */
const markOf: Partial<Record<Output['phase'], Verdict>> = {
  threw: 'RE',
  'not-compiled': 'CE',
  'too-long': 'TLE',
  'too-much': 'OLE',
  broken: 'IE',
};

interface Props {
  output: Output | null;
  onGoTo(line: number, column: number | null): void;
}

export function OutputView({ output, onGoTo }: Props) {
  const { language, messages } = useLanguage();
  const { play } = messages;
  const [title, hint] = output === null ? [play.idle, play.idleHint] : statusOf(output, language, messages);
  const mark = output === null ? undefined : markOf[output.phase];
  const graphs =
    output === null ? [] : output.graphs.length > 0 || output.last === null ? output.graphs : [output.last];
  const isLast = output !== null && output.graphs.length === 0;
  return (
    <section className="output" aria-label={play.output}>
      <div className="output-head" role="status" aria-live="polite" data-phase={output?.phase ?? 'idle'}>
        {mark !== undefined && <VerdictCell verdict={mark} name={title} />}
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      {output !== null && output.problems.length > 0 && (
        <div className="problems">
          {output.problems.map((problem) => (
            <ProblemView
              key={`${problem.line}:${problem.column}:${problem.message}`}
              problem={problem}
              source={output.source}
              onGoTo={onGoTo}
            />
          ))}
        </div>
      )}
      {output !== null && output.printed !== '' && (
        <div className="output-part">
          <h3>{play.console}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: output that scrolls must be reachable by keyboard */}
          <pre className="console" tabIndex={0} role="region" aria-label={play.console}>
            {output.printed}
          </pre>
        </div>
      )}
      {output?.phase === 'done' && output.printed === '' && output.curves.length === 0 && graphs.length === 0 && (
        <p className="output-part quiet">{play.nothing}</p>
      )}
      {output?.curves.map((curve, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: curves keep the order they were drawn in
        <div className="output-part" key={at}>
          <CurvePicture {...curve} />
        </div>
      ))}
      {graphs.map((graph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: graphs keep the order they were drawn in
        <div className="output-part" key={at}>
          <h3>
            {play.graph} {isLast && <span>{play.lastScalar}</span>}
          </h3>
          <GraphView graph={graph} />
        </div>
      ))}
    </section>
  );
}
