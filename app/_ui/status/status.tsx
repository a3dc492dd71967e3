import { formatDuration, formatNumber } from '#app/_i18n/format.ts';
import type { Language } from '#app/_i18n/languages.ts';
import { messagesIn } from '#app/_i18n/messages.ts';
import type { Readiness } from '#app/_server/readiness.ts';
import type { LayerStatus } from '#sandbox/status.ts';
import { layersOf } from './layers.ts';

export function Status({ language, report }: { language: Language; report: Readiness }) {
  const { status } = messagesIn(language);
  const { workers, queued, queueAgeSeconds } = report;
  const number = (value: number): string => formatNumber(language, value);
  const pool = (state: 'idle' | 'starting' | 'given'): number =>
    workers.reduce((sum, { report: told }) => sum + (told?.pool[state] ?? 0), 0);
  const figures = [
    { name: status.database, value: report.database ? status.reached : status.notReached },
    { name: status.waiting, value: number(queued) },
    {
      name: status.oldest,
      value: queueAgeSeconds === null ? status.none : formatDuration(language, queueAgeSeconds * 1000),
    },
    { name: status.workers, value: number(workers.length) },
    { name: status.slots, value: number(workers.reduce((sum, { slots }) => sum + slots, 0)) },
    { name: status.idle, value: number(pool('idle')) },
    { name: status.starting, value: number(pool('starting')) },
    { name: status.given, value: number(pool('given')) },
  ];
  const gpus = workers.flatMap(({ report: told }) => told?.gpu ?? []);
  const names = gpus.flatMap(({ name, isSoftware }) =>
    name === null ? [] : isSoftware ? status.gpuInSoftware(name) : name,
  );
  if (gpus.length > 0) figures.push({ name: status.gpu, value: [...new Set(names)].join(', ') || status.none });
  const reasons = [...new Set(gpus.flatMap(({ missing }) => missing ?? []))];
  const groups = layersOf(workers);
  return (
    <div className="status">
      <dl>
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {report.migrationsMissing.length > 0 && <p>{status.migrations(report.migrationsMissing.join(', '))}</p>}
      {reasons.map((reason) => (
        <p key={reason}>{status.gpuMissing(reason)}</p>
      ))}
      {groups.length === 0 && <p>{status.noWorker}</p>}
      {groups.map(({ hosts, layers }) => (
        <section key={hosts.join()} aria-label={status.jailOf(hosts.join(', '))}>
          <div className="section-head">
            <h2>{status.jail}</h2>
            <p>{status.jailOf(hosts.join(', '))}</p>
          </div>
          {layers === null ? <p>{status.silent}</p> : <Layers language={language} layers={layers} />}
        </section>
      ))}
    </div>
  );
}

function Layers({ language, layers }: { language: Language; layers: readonly LayerStatus[] }) {
  const { status } = messagesIn(language);
  const lacking = layers.filter(({ state }) => state !== 'proven');
  return (
    <>
      <p className="sum">{lacking.length === 0 ? status.full(layers.length) : status.lacking(lacking.length)}</p>
      <ol>
        {layers.map(({ name, state, detail }) => (
          <li key={name} className={state}>
            <span className="proof">
              <i aria-hidden="true" />
              {status.states[state]}
            </span>
            <div>
              <h3>{status.layers[name].title}</h3>
              <p>{status.layers[name].does}</p>
              {/* The host's own words, in English as in the log. */}
              <p className="detail" lang="en">
                {detail}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
