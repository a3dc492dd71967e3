'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence, Graph } from '#sandbox/result.ts';
import { GraphView } from './graph-view.tsx';

function Titled({ graph, title, tone }: { graph: Graph; title: string; tone: 'agree' | 'depart' }) {
  return (
    <figure>
      <figcaption>
        <b className={tone}>{title}</b>
      </figcaption>
      <GraphView graph={graph} />
    </figure>
  );
}

/** The graph behind a result, from the result back to its leaves, beside the expected one. */
export function GraphEvidenceView({ evidence }: { evidence: Extract<Evidence, { kind: 'graph' }> }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  return (
    <section>
      <h4>
        {textIn(language, evidence.label)} <span>{grading.graph}</span>
      </h4>
      <div className="trio">
        {evidence.expected !== null && <Titled graph={evidence.expected} title={grading.expected} tone="agree" />}
        <Titled graph={evidence.actual} title={grading.yours} tone="depart" />
      </div>
    </section>
  );
}
