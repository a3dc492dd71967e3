// The hidden and sample tests of every challenge, for the judge alone. Nothing that sends text to a browser imports this.
import type { TestSuite } from './authoring.ts';
import firstGraph from './1-basics/1.3a-computation-graph/first-graph/tests.ts';
import twoLayerClassifier from './2-building-and-training/2.1-define-a-model/two-layer-classifier/tests.ts';
import freezeAndReplaceHead from './2-building-and-training/2.2-fine-tuning/freeze-and-replace-head/tests.ts';
import frozenHeadBug from './2-building-and-training/2.2-fine-tuning/frozen-head-bug/tests.ts';
import trainWithEarlyStopping from './2-building-and-training/2.5-early-stopping/train-with-early-stopping/tests.ts';
import resumeExactly from './3-optimizing-and-debugging/3.4-save-and-load/resume-exactly/tests.ts';
import focalLoss from './4-advanced/4.2-custom-losses/focal-loss/tests.ts';

const suites = new Map<string, TestSuite>([
  ['first-graph', firstGraph],
  ['two-layer-classifier', twoLayerClassifier],
  ['freeze-and-replace-head', freezeAndReplaceHead],
  ['frozen-head-bug', frozenHeadBug],
  ['train-with-early-stopping', trainWithEarlyStopping],
  ['resume-exactly', resumeExactly],
  ['focal-loss', focalLoss],
]);

/** Throws for an id without tests. */
export function testSuite(id: string): TestSuite {
  const suite = suites.get(id);
  if (!suite) throw new Error(`No tests are registered for ${JSON.stringify(id)}.`);
  return suite;
}
