'use client';
import { formatBytes, formatDuration, formatMebibytes, formatNumber } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { WorkspaceChallenge } from '#app/_ui/workspace/types.ts';
import type { Meters as Readings } from '#sandbox/result.ts';

interface MeterProps {
  name: string;
  /** Of this submission and of the solution, in the unit of `of`; null where the solution was not measured. */
  value: number;
  reference: number | null;
  format(value: number): string;
  limit?: number;
}

/** A number beside the solution's, which has a tick on the same track, and beside the limit where there is one. */
function Meter({ name, value, reference, format, limit }: MeterProps) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const whole = limit ?? Math.max(value, reference ?? 0);
  const share = (part: number): string => `${Math.min(100, whole === 0 ? 0 : (part / whole) * 100)}%`;
  const notes = [
    ...(reference === null ? [] : [grading.ofSolution(format(reference))]),
    ...(limit === undefined ? [] : [grading.ofLimit(format(limit))]),
  ];
  return (
    <dl className="meter">
      <dt>{name}</dt>
      <dd className="v">{format(value)}</dd>
      <dd className="track" aria-hidden="true">
        <i style={{ width: share(value) }} />
        {reference !== null && <b style={{ insetInlineStart: share(reference) }} />}
      </dd>
      <dd className="s">{notes.join(language === 'zh' ? '，' : ', ')}</dd>
    </dl>
  );
}

interface Props {
  meters: Readings;
  reference: Readings | null;
  challenge: WorkspaceChallenge;
}

/** What the submission took, each number beside what it is compared with. */
export function Meters({ meters, reference, challenge }: Props) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const { timeLimitMs, memoryMibMax } = challenge.limits;
  const { cost } = meters;
  const bytes = (value: number): string => formatBytes(language, value);
  const counts = cost && [
    { name: grading.operators, value: cost.operators, reference: reference?.cost?.operators ?? null },
    { name: grading.saved, value: cost.savedBytes, reference: reference?.cost?.savedBytes ?? null, format: bytes },
    {
      name: grading.savedPeak,
      value: cost.savedBytesPeak,
      reference: reference?.cost?.savedBytesPeak ?? null,
      format: bytes,
    },
  ];
  return (
    <div className="meters">
      <Meter
        name={grading.time}
        value={meters.wallMs}
        reference={reference?.wallMs ?? null}
        format={(ms) => formatDuration(language, ms)}
        limit={timeLimitMs}
      />
      {meters.peakBytes !== null && (
        <Meter
          name={grading.memory}
          value={meters.peakBytes}
          reference={reference?.peakBytes ?? null}
          format={(value) => formatMebibytes(language, value)}
          limit={memoryMibMax * 2 ** 20}
        />
      )}
      {counts?.map(({ format = (value: number) => formatNumber(language, value), ...count }) => (
        <Meter key={count.name} {...count} format={format} />
      ))}
      {meters.cpuMs !== null && (
        <Meter
          name={grading.cpu}
          value={meters.cpuMs}
          reference={reference?.cpuMs ?? null}
          format={(ms) => formatDuration(language, ms)}
        />
      )}
      {cost !== null && <p className="quiet">{grading.countedNote}</p>}
    </div>
  );
}
