import type { QuestionSet } from './questions.ts';
import firstGraphEn from './1-basics/1.3a-computation-graph/first-graph/questions.en.ts';
import firstGraphZh from './1-basics/1.3a-computation-graph/first-graph/questions.zh.ts';
import twoLayerClassifierEn from './2-building-and-training/2.1-define-a-model/two-layer-classifier/questions.en.ts';
import twoLayerClassifierZh from './2-building-and-training/2.1-define-a-model/two-layer-classifier/questions.zh.ts';
import freezeAndReplaceHeadEn from './2-building-and-training/2.2-fine-tuning/freeze-and-replace-head/questions.en.ts';
import freezeAndReplaceHeadZh from './2-building-and-training/2.2-fine-tuning/freeze-and-replace-head/questions.zh.ts';
import frozenHeadBugEn from './2-building-and-training/2.2-fine-tuning/frozen-head-bug/questions.en.ts';
import frozenHeadBugZh from './2-building-and-training/2.2-fine-tuning/frozen-head-bug/questions.zh.ts';
import trainWithEarlyStoppingEn from './2-building-and-training/2.5-early-stopping/train-with-early-stopping/questions.en.ts';
import trainWithEarlyStoppingZh from './2-building-and-training/2.5-early-stopping/train-with-early-stopping/questions.zh.ts';
import resumeExactlyEn from './3-optimizing-and-debugging/3.4-save-and-load/resume-exactly/questions.en.ts';
import resumeExactlyZh from './3-optimizing-and-debugging/3.4-save-and-load/resume-exactly/questions.zh.ts';
import focalLossEn from './4-advanced/4.2-custom-losses/focal-loss/questions.en.ts';
import focalLossZh from './4-advanced/4.2-custom-losses/focal-loss/questions.zh.ts';

const sets = new Map<string, { readonly en: QuestionSet; readonly zh: QuestionSet }>([
  ['first-graph', { en: firstGraphEn, zh: firstGraphZh }],
  ['two-layer-classifier', { en: twoLayerClassifierEn, zh: twoLayerClassifierZh }],
  ['freeze-and-replace-head', { en: freezeAndReplaceHeadEn, zh: freezeAndReplaceHeadZh }],
  ['frozen-head-bug', { en: frozenHeadBugEn, zh: frozenHeadBugZh }],
  ['train-with-early-stopping', { en: trainWithEarlyStoppingEn, zh: trainWithEarlyStoppingZh }],
  ['resume-exactly', { en: resumeExactlyEn, zh: resumeExactlyZh }],
  ['focal-loss', { en: focalLossEn, zh: focalLossZh }],
]);

/** The concept, deep-dive and trade-off questions of a challenge. Throws for an id without any. */
export function questionSet(id: string, language: 'en' | 'zh'): QuestionSet {
  const set = sets.get(id);
  if (!set) throw new Error(`No questions are registered for ${JSON.stringify(id)}.`);
  return set[language];
}
