import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { LanguageProvider } from '#app/_i18n/language-context.tsx';
import { MistakesView } from '#app/_ui/results/mistakes-view.tsx';
import { type Evidence, evidenceSchema, type Graph } from '#sandbox/result.ts';
import { EvidenceView } from './evidence-view.tsx';

const graph: Graph = {
  nodes: [
    { name: 'MulBackward0', shape: [2], inputs: [1, null], leaf: null, cuts: [null, 'data'] },
    { name: 'AccumulateGrad', shape: [2], inputs: [], leaf: 'x', cuts: [] },
  ],
  truncated: false,
  cut: null,
};
const box = { dtype: 'float32', shape: [100, 100], start: [40, 50], size: [1, 2], truncated: true };
const kinds: Record<Evidence['kind'], Evidence> = {
  tensor: {
    kind: 'tensor',
    label: 'loss',
    expected: { ...box, values: [1, 2] },
    actual: { ...box, values: [1, 'nan'] },
    firstWrong: [40, 51],
    maxError: 'nan',
    maxRelative: 0.5,
    wrong: 7,
    rtol: 0,
    atol: 1e-5,
  },
  value: { kind: 'value', label: 'n', expected: 'three', actual: 'four' },
  curve: { kind: 'curve', label: 'loss', xLabel: 'epoch', expected: [1, 0.5], actual: [1, null] },
  calls: {
    kind: 'calls',
    label: 'evaluate',
    expected: { en: '2 calls', zh: '2 次调用' },
    count: 3,
    calls: [{ name: 'evaluate', args: ['float32[4, 3]'] }],
    firstWrong: 0,
  },
  meter: {
    kind: 'meter',
    label: 'cost',
    readings: [
      { name: 'savedBytesPeak', actual: 8192, atMost: 4096, atLeast: null },
      { name: 'operators.matmul', actual: 2, atMost: 2, atLeast: 1 },
    ],
  },
  graph: { kind: 'graph', label: 'out', actual: { nodes: [], truncated: false, cut: 'detach' }, expected: graph },
  changed: { kind: 'changed', label: 'kept', changes: [{ what: 'model.training', before: 'true', after: 'false' }] },
};
const html = (language: 'en' | 'zh', what: React.ReactNode): string =>
  renderToStaticMarkup(<LanguageProvider language={language}>{what}</LanguageProvider>);

describe.each(['en', 'zh'] as const)('in %s, evidence is told in full:', (language) => {
  test.each<[Evidence['kind'], string[]]>([
    ['tensor', ['7 ', '[40, 51]', 'nan', '0.5']],
    ['value', ['three', 'four']],
    ['curve', ['loss', 'epoch']],
    ['calls', ['evaluate(float32[4, 3])', language === 'zh' ? '3 次调用' : '3 calls', 'class="wrong"']],
    ['meter', ['8,192', '≤ 4,096', '≥ 1 ≤ 2', 'matmul']],
    ['graph', ['MulBackward0', 'x', language === 'zh' ? '没有计算图' : 'No graph', 'detach()', '.data']],
    ['changed', ['model.training', 'true', 'false']],
  ])('%s', (kind, texts) => {
    const evidence = evidenceSchema.parse(kinds[kind]);
    const shown = html(language, <EvidenceView evidence={evidence} />);
    for (const text of texts) expect(shown).toContain(text);
    expect(shown).not.toMatch(/undefined|\[object/);
  });
  test('a known mistake by its name, several as one of them, none as nothing', () => {
    const slip = { id: 'slip', text: { en: 'It slips.', zh: '失手了。' } };
    const fall = { id: 'fall', text: { en: 'It falls.', zh: '摔倒了。' } };
    const explanations = { slip: { anchor: 'lesson-3', heading: 'Ice', opening: '<p>Ice is smooth.</p>' } };
    const view = (mistakes: (typeof slip)[], lessonOpen: boolean) =>
      html(
        language,
        <MistakesView mistakes={mistakes} challenge={{ id: 'skating', explanations }} lessonOpen={lessonOpen} />,
      );
    expect(view([], true)).toBe('');
    expect(view([slip], true)).toContain(slip.text[language]);
    for (const { text } of [slip, fall]) expect(view([slip, fall], true)).toContain(text[language]);
    expect(view([slip], true)).toContain(`href="/${language}/challenges/skating#lesson-3"`);
    expect(view([slip], true)).not.toContain('Ice is smooth');
    expect(view([slip], false)).toContain('Ice is smooth');
    expect(view([slip], false)).not.toContain('href');
    expect(view([fall], false)).not.toContain('Ice');
  });
});
