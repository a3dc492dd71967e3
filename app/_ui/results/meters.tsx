'use client';
import { formatDuration, formatMebibytes, formatNumber } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { SubmissionAnswer } from '#app/_server/api-types.ts';
import type { WorkspaceChallenge } from '#app/_ui/workspace/types.ts';

function Meter({ name, value, share, note }: { name: string; value: string; share: number | null; note: string }) {
  return (
    <dl className="meter">
      <dt>{name}</dt>
      <dd className="v">{value}</dd>
      {share !== null && (
        <dd className="track" aria-hidden="true">
          <i style={{ width: `${Math.min(100, share * 100)}%` }} />
        </dd>
      )}
      <dd className="s">{note}</dd>
    </dl>
  );
}

/** Each number beside what it is compared with. */
export function Meters({
  meters,
  challenge,
}: {
  meters: NonNullable<SubmissionAnswer['meters']>;
  challenge: WorkspaceChallenge;
}) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  const { timeLimitMs, memoryMibMax } = challenge.limits;
  return (
    <div className="meters">
      <Meter
        name={grading.time}
        value={formatDuration(language, meters.wallMs)}
        share={meters.wallMs / timeLimitMs}
        note={grading.ofLimit(formatDuration(language, timeLimitMs))}
      />
      {meters.peakBytes !== null && (
        <Meter
          name={grading.memory}
          value={formatMebibytes(language, meters.peakBytes)}
          share={meters.peakBytes / 2 ** 20 / memoryMibMax}
          note={grading.ofLimit(`${formatNumber(language, memoryMibMax)} MiB`)}
        />
      )}
      {meters.cpuMs !== null && (
        <Meter name={grading.cpu} value={formatDuration(language, meters.cpuMs)} share={null} note="" />
      )}
    </div>
  );
}
