import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LanguageProvider } from '#app/_i18n/language-context.tsx';
import { evidenceSchema } from '#sandbox/result.ts';
import { FindingsView } from './findings-view.tsx';
import { sampleEvidence } from './samples.ts';

test.each(['en', 'zh'] as const)('in %s the samples are shown as real results are', (language) => {
  for (const evidence of sampleEvidence) expect(evidenceSchema.parse(evidence)).toEqual(evidence);
  const shown = renderToStaticMarkup(
    <LanguageProvider language={language}>
      <FindingsView />
    </LanguageProvider>,
  );
  for (const text of ['fc.weight.grad', 'MeanBackward0', 'model.training', '8,192']) expect(shown).toContain(text);
  expect(shown).not.toMatch(/undefined|NaN|\[object/);
});
