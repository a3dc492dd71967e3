// The catalogue: four chapters, their 20 interview questions and the challenges that practise them, in reading order.
// Not here: tests (tests.ts), texts (content.ts), what a result page lays out (outline.ts). Loads no test and no engine,
// so that a page can import it. Start with chapters.ts, then any challenge folder's challenge.ts; a new challenge is a
// folder plus one line here, one in tests.ts and one in question-sets.ts, and `npm run challenges:check` says when one is missing.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Challenge } from './challenge.ts';
import { chapters, questions } from './chapters.ts';
import type { Chapter, InterviewQuestion } from './chapters.ts';
import sessionVsEager from './1-basics/1.1-pytorch-and-tensorflow/session-vs-eager/challenge.ts';
import stridesAndViews from './1-basics/1.2-tensor-and-numpy/strides-and-views/challenge.ts';
import numpyBridge from './1-basics/1.2-tensor-and-numpy/numpy-bridge/challenge.ts';
import firstGraph from './1-basics/1.3a-computation-graph/first-graph/challenge.ts';
import scalarAutograd from './1-basics/1.3b-autograd/scalar-autograd/challenge.ts';
import customFunction from './1-basics/1.3b-autograd/custom-function/challenge.ts';
import variableWrapper from './1-basics/1.4-variable-and-tensor/variable-wrapper/challenge.ts';
import twoLayerClassifier from './2-building-and-training/2.1-define-a-model/two-layer-classifier/challenge.ts';
import moduleFromScratch from './2-building-and-training/2.1-define-a-model/module-from-scratch/challenge.ts';
import freezeAndReplaceHead from './2-building-and-training/2.2-fine-tuning/freeze-and-replace-head/challenge.ts';
import frozenHeadBug from './2-building-and-training/2.2-fine-tuning/frozen-head-bug/challenge.ts';
import batchnormFromScratch from './2-building-and-training/2.3-batch-normalisation/batchnorm-from-scratch/challenge.ts';
import datasetAndTransforms from './2-building-and-training/2.4-dataloader/dataset-and-transforms/challenge.ts';
import dataloaderFromScratch from './2-building-and-training/2.4-dataloader/dataloader-from-scratch/challenge.ts';
import trainWithEarlyStopping from './2-building-and-training/2.5-early-stopping/train-with-early-stopping/challenge.ts';
import bestWeightsBug from './2-building-and-training/2.5-early-stopping/best-weights-bug/challenge.ts';
import crossEntropyFromLogits from './3-optimizing-and-debugging/3.1-losses-and-optimizers/cross-entropy-from-logits/challenge.ts';
import adamFromScratch from './3-optimizing-and-debugging/3.1-losses-and-optimizers/adam-from-scratch/challenge.ts';
import trainingLoop from './3-optimizing-and-debugging/3.1-losses-and-optimizers/training-loop/challenge.ts';
import logTrainingCurves from './3-optimizing-and-debugging/3.2-monitoring/log-training-curves/challenge.ts';
import gradientAccumulation from './3-optimizing-and-debugging/3.3-out-of-memory/gradient-accumulation/challenge.ts';
import activationCheckpointing from './3-optimizing-and-debugging/3.3-out-of-memory/activation-checkpointing/challenge.ts';
import resumeExactly from './3-optimizing-and-debugging/3.4-save-and-load/resume-exactly/challenge.ts';
import partialStateDict from './3-optimizing-and-debugging/3.4-save-and-load/partial-state-dict/challenge.ts';
import dataParallelByHand from './3-optimizing-and-debugging/3.5-multi-gpu/data-parallel-by-hand/challenge.ts';
import ddpGradientSync from './4-advanced/4.1-data-parallel-and-ddp/ddp-gradient-sync/challenge.ts';
import ringAllReduce from './4-advanced/4.1-data-parallel-and-ddp/ring-all-reduce/challenge.ts';
import customMse from './4-advanced/4.2-custom-losses/custom-mse/challenge.ts';
import focalLoss from './4-advanced/4.2-custom-losses/focal-loss/challenge.ts';
import dynamicControlFlow from './4-advanced/4.3-dynamic-and-static-graphs/dynamic-control-flow/challenge.ts';
import traceBakesTheBranch from './4-advanced/4.3-dynamic-and-static-graphs/trace-bakes-the-branch/challenge.ts';
import affineQuantize from './4-advanced/4.4-quantization-and-torchscript/affine-quantize/challenge.ts';
import traceSaveRun from './4-advanced/4.4-quantization-and-torchscript/trace-save-run/challenge.ts';
import l1UnstructuredPrune from './4-advanced/4.5-pruning-and-quantization/l1-unstructured-prune/challenge.ts';
import postTrainingQuantization from './4-advanced/4.5-pruning-and-quantization/post-training-quantization/challenge.ts';

export { chapters, questions };
export type { Challenge, Chapter, InterviewQuestion };

export const challenges: readonly Challenge[] = [
  sessionVsEager,
  stridesAndViews,
  numpyBridge,
  firstGraph,
  scalarAutograd,
  customFunction,
  variableWrapper,
  twoLayerClassifier,
  moduleFromScratch,
  freezeAndReplaceHead,
  frozenHeadBug,
  batchnormFromScratch,
  datasetAndTransforms,
  dataloaderFromScratch,
  trainWithEarlyStopping,
  bestWeightsBug,
  crossEntropyFromLogits,
  adamFromScratch,
  trainingLoop,
  logTrainingCurves,
  gradientAccumulation,
  activationCheckpointing,
  resumeExactly,
  partialStateDict,
  dataParallelByHand,
  ddpGradientSync,
  ringAllReduce,
  customMse,
  focalLoss,
  dynamicControlFlow,
  traceBakesTheBranch,
  affineQuantize,
  traceSaveRun,
  l1UnstructuredPrune,
  postTrainingQuantization,
];

export function findChallenge(id: string): Challenge | undefined {
  return challenges.find((challenge) => challenge.id === id);
}

/** Absolute path of a challenge's folder. Throws for an id the catalogue does not know. */
export function challengeFolder(id: string): string {
  const challenge = findChallenge(id);
  const question = questions.find(({ number }) => number === challenge?.question);
  const chapter = chapters.find(({ number }) => number === question?.chapter);
  if (!challenge || !question || !chapter) throw new Error(`No challenge is called ${JSON.stringify(id)}.`);
  return `${root}/${chapter.folder}/${question.folder}/${challenge.id}`;
}

// Not `new URL('.', import.meta.url)`: the web tier's bundler takes that for a file to serve.
const root = path.dirname(fileURLToPath(import.meta.url));
