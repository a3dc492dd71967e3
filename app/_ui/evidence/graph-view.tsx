'use client';
import { useMemo } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Graph } from '#sandbox/result.ts';
import { cutName } from './cut-name.ts';
import { boxHeight, layoutGraph } from './graph-layout.ts';
import { graphLines } from './graph-lines.ts';

function Drawing({ graph, isNarrow }: { graph: Graph; isNarrow: boolean }) {
  const { width, height, nodes, edges } = useMemo(() => layoutGraph(graph, isNarrow), [graph, isNarrow]);
  return (
    <svg className="graph-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {edges.map(({ key, path, isCut }) => (
        <path key={key} d={path} className={isCut ? 'edge cut' : 'edge'} />
      ))}
      {nodes.map(({ key, x, y, width: wide, label, shape, isLeaf, isCut, stops }) => (
        <g key={key} transform={`translate(${x} ${y})`}>
          {stops > 0 && <path className="stop" d={`M${wide / 2 - 10} ${boxHeight}v6m-5 0h10`} />}
          <rect className={isLeaf ? 'leaf' : isCut ? 'cut' : ''} x={-wide / 2} width={wide} height={boxHeight} rx="3" />
          <text y={isCut ? 22 : 15}>{label}</text>
          <text y="29" className="shape">
            {shape}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** An autograd graph as a picture that scrolls, and as the list that says the same in words. */
export function GraphView({ graph }: { graph: Graph }) {
  const { messages } = useLanguage();
  const { grading } = messages;
  if (graph.nodes.length === 0)
    return <p>{graph.cut === null ? grading.noGraph : grading.noGraphAfter(cutName[graph.cut])}</p>;
  const leaves = graph.nodes.filter(({ inputs }) => inputs.length === 0).length;
  const label = grading.graphLabel(graph.nodes[0]?.name ?? '', graph.nodes.length, leaves);
  return (
    <div className="graph-view">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that scrolls must be reachable by keyboard */}
      <div className="graph-pan" role="img" aria-label={label} tabIndex={0}>
        <div className="wide-only">
          <Drawing graph={graph} isNarrow={false} />
        </div>
        <div className="narrow-only">
          <Drawing graph={graph} isNarrow={true} />
        </div>
      </div>
      <details>
        <summary>{grading.graphAsList}</summary>
        <ol className="graph">
          {graphLines(graph).map(({ key, depth, text, shape, again, stops, cut }) => (
            <li key={key} style={{ paddingInlineStart: `${depth}rem` }}>
              {stops ? (
                <i>{cut === null ? grading.graphStops : grading.graphCut(cutName[cut])}</i>
              ) : (
                <>
                  {text} <span className="num">{shape}</span> {again && <i>{grading.graphAgain}</i>}
                </>
              )}
            </li>
          ))}
        </ol>
      </details>
      {graph.truncated && <p>{grading.graphTruncated}</p>}
    </div>
  );
}
