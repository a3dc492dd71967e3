'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence } from '#sandbox/result.ts';
import { CallsEvidenceView } from './calls-evidence.tsx';
import { ChangedEvidenceView } from './changed-evidence.tsx';
import { CurveEvidenceView } from './curve-evidence.tsx';
import { GraphEvidenceView } from './graph-evidence.tsx';
import { MeterEvidenceView } from './meter-evidence.tsx';
import { TensorEvidenceView } from './tensor-evidence.tsx';

export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { language, messages } = useLanguage();
  switch (evidence.kind) {
    case 'tensor':
      return <TensorEvidenceView evidence={evidence} />;
    case 'curve':
      return <CurveEvidenceView evidence={evidence} />;
    case 'value':
      return (
        <section>
          <h4>{textIn(language, evidence.label)}</h4>
          <dl className="values">
            <dt className="agree">{messages.grading.expected}</dt>
            <dd>{evidence.expected}</dd>
            <dt className="depart">{messages.grading.yours}</dt>
            <dd>{evidence.actual}</dd>
          </dl>
        </section>
      );
    case 'calls':
      return <CallsEvidenceView evidence={evidence} />;
    case 'meter':
      return <MeterEvidenceView evidence={evidence} />;
    case 'graph':
      return <GraphEvidenceView evidence={evidence} />;
    case 'changed':
      return <ChangedEvidenceView evidence={evidence} />;
    default:
      return evidence satisfies never;
  }
}
