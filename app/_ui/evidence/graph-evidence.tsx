'use client';
import { textIn } from '#app/_i18n/format.ts';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Evidence, Graph } from '#sandbox/result.ts';
import { graphLines } from './graph-lines.ts';

function GraphList({ graph, title, tone }: { graph: Graph; title: string; tone: 'agree' | 'depart' }) {
  const { messages } = useLanguage();
  const { grading } = messages;
  return (
    <figure>
      <figcaption>
        <b className={tone}>{title}</b>
      </figcaption>
      {graph.nodes.length === 0 ? (
        <p>{grading.noGraph}</p>
      ) : (
        <ol className="graph">
          {graphLines(graph).map(({ key, depth, text, shape, again, stops }) => (
            <li key={key} style={{ paddingInlineStart: `${depth}rem` }}>
              {stops ? (
                <i>{grading.graphStops}</i>
              ) : (
                <>
                  {text} <span className="num">{shape}</span> {again && <i>{grading.graphAgain}</i>}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {graph.truncated && <p>{grading.graphTruncated}</p>}
    </figure>
  );
}

/** The graph behind a result as an indented list, from the result back to its leaves, beside the expected one. */
export function GraphEvidenceView({ evidence }: { evidence: Extract<Evidence, { kind: 'graph' }> }) {
  const { language, messages } = useLanguage();
  const { grading } = messages;
  return (
    <section>
      <h4>
        {textIn(language, evidence.label)} <span>{grading.graph}</span>
      </h4>
      <div className="trio">
        {evidence.expected !== null && <GraphList graph={evidence.expected} title={grading.expected} tone="agree" />}
        <GraphList graph={evidence.actual} title={grading.yours} tone="depart" />
      </div>
    </section>
  );
}
