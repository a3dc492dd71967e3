import type { Evidence, GradeResult, Graph, TensorExcerpt, TestResult, Text } from './result.ts';

const english = (text: Text): string => (typeof text === 'string' ? text : text.en);
const indent = (text: string, by: string): string => text.trimEnd().replace(/^/gm, by);

/** A result for people at a terminal. */
export function printed(result: GradeResult): string {
  const lines = [
    `${result.verdict}  ${result.score}/${result.points} points  ${Math.round(result.meters.wallMs)} ms  seed ${result.seed}`,
    '',
  ];
  for (const { message, line, column } of result.problems)
    lines.push(`  ${line === null ? '' : `line ${line}${column === null ? '' : `:${column}`}: `}${message}`);
  for (const { text } of result.mistakes)
    lines.push(`  behaves like${result.mistakes.length > 1 ? ' one of' : ''}: ${english(text)}`);
  if (result.console) lines.push(indent(result.console, '  │ '));
  for (const behaviour of result.behaviours) {
    lines.push(`${english(behaviour.title)}  ${behaviour.earned}/${behaviour.points}`);
    for (const test of result.tests.filter((t) => t.behaviour === behaviour.id)) lines.push(...testLines(test));
  }
  return `${lines.join('\n')}\n`;
}

const marks = { passed: '✓', failed: '✗', error: '!', stopped: '■', 'not-run': '·' } as const;

function testLines(test: TestResult): string[] {
  const lines = [`  ${marks[test.status]} ${english(test.title)}${test.visibility === 'hidden' ? ' (hidden)' : ''}`];
  if (test.says !== null) lines.push(`      ${english(test.says)}`);
  if (test.error)
    lines.push(`      ${test.error.line === null ? '' : `line ${test.error.line}: `}${test.error.message}`);
  for (const evidence of test.evidence) lines.push(...evidenceLines(evidence).map((line) => `      ${line}`));
  if (test.console) lines.push(indent(test.console, '      │ '));
  return lines;
}

function evidenceLines(e: Evidence): string[] {
  const label = english(e.label);
  switch (e.kind) {
    case 'value':
      return [`${label}: expected ${e.expected}, got ${e.actual}`];
    case 'curve':
      return [
        `${label} over ${english(e.xLabel)}`,
        `  expected ${e.expected.join(' ')}`,
        `  actual   ${e.actual.join(' ')}`,
      ];
    case 'tensor': {
      const where =
        e.firstWrong === null
          ? ''
          : `, ${e.wrong ?? '?'} wrong, first at [${e.firstWrong.join(', ')}], largest error ${e.maxError} (rtol ${e.rtol}, atol ${e.atol})`;
      return [`${label}${where}`, `  expected ${tensor(e.expected)}`, `  actual   ${tensor(e.actual)}`];
    }
    case 'calls':
      return [
        `${label}: expected ${english(e.expected)}, got ${e.count} calls`,
        ...e.calls.map(
          ({ name, args }, at) => `${at === e.firstWrong ? '→' : ' '} ${at + 1}. ${name}(${args.join(', ')})`,
        ),
      ];
    case 'meter':
      return [
        label,
        ...e.readings.map(
          (r) =>
            `  ${r.name}: ${r.actual}${r.atLeast === null ? '' : `, at least ${r.atLeast}`}${r.atMost === null ? '' : `, at most ${r.atMost}`}`,
        ),
      ];
    case 'changed':
      return [label, ...e.changes.map((c) => `  ${english(c.what)}: ${c.before} → ${c.after}`)];
    case 'graph':
      return [
        `${label}: graph`,
        ...(e.expected === null ? [] : [`  expected ${graph(e.expected)}`]),
        `  actual   ${graph(e.actual)}`,
      ];
    default:
      return e satisfies never;
  }
}

const tensor = (t: TensorExcerpt): string =>
  `${t.dtype}[${t.shape.join(', ')}] ${t.values
    .slice(0, 12)
    .map((v) => (typeof v === 'number' ? Number(v.toPrecision(6)) : v))
    .join(' ')}${t.truncated || t.values.length > 12 ? ' …' : ''}`;
const graph = (g: Graph): string =>
  g.nodes.length === 0
    ? 'none: requires_grad is false'
    : g.nodes
        .map(
          (n, i) =>
            `${i}:${n.leaf ?? n.name}${n.inputs.length > 0 ? `→${n.inputs.map((x) => x ?? '–').join(',')}` : ''}`,
        )
        .join(' ');
