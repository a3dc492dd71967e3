// The hidden and sample tests of every challenge, for the judge alone. Nothing that sends text to a browser imports this.
import type { TestSuite } from './authoring.ts';
import sessionVsEager from './1-basics/1.1-pytorch-and-tensorflow/session-vs-eager/tests.ts';
import stridesAndViews from './1-basics/1.2-tensor-and-numpy/strides-and-views/tests.ts';
import numpyBridge from './1-basics/1.2-tensor-and-numpy/numpy-bridge/tests.ts';
import firstGraph from './1-basics/1.3a-computation-graph/first-graph/tests.ts';
import scalarAutograd from './1-basics/1.3b-autograd/scalar-autograd/tests.ts';
import customFunction from './1-basics/1.3b-autograd/custom-function/tests.ts';
import variableWrapper from './1-basics/1.4-variable-and-tensor/variable-wrapper/tests.ts';
import twoLayerClassifier from './2-building-and-training/2.1-define-a-model/two-layer-classifier/tests.ts';
import moduleFromScratch from './2-building-and-training/2.1-define-a-model/module-from-scratch/tests.ts';
import freezeAndReplaceHead from './2-building-and-training/2.2-fine-tuning/freeze-and-replace-head/tests.ts';
import frozenHeadBug from './2-building-and-training/2.2-fine-tuning/frozen-head-bug/tests.ts';
import batchnormFromScratch from './2-building-and-training/2.3-batch-normalisation/batchnorm-from-scratch/tests.ts';
import datasetAndTransforms from './2-building-and-training/2.4-dataloader/dataset-and-transforms/tests.ts';
import dataloaderFromScratch from './2-building-and-training/2.4-dataloader/dataloader-from-scratch/tests.ts';
import trainWithEarlyStopping from './2-building-and-training/2.5-early-stopping/train-with-early-stopping/tests.ts';
import bestWeightsBug from './2-building-and-training/2.5-early-stopping/best-weights-bug/tests.ts';
import crossEntropyFromLogits from './3-optimizing-and-debugging/3.1-losses-and-optimizers/cross-entropy-from-logits/tests.ts';
import adamFromScratch from './3-optimizing-and-debugging/3.1-losses-and-optimizers/adam-from-scratch/tests.ts';
import trainingLoop from './3-optimizing-and-debugging/3.1-losses-and-optimizers/training-loop/tests.ts';
import logTrainingCurves from './3-optimizing-and-debugging/3.2-monitoring/log-training-curves/tests.ts';
import gradientAccumulation from './3-optimizing-and-debugging/3.3-out-of-memory/gradient-accumulation/tests.ts';
import activationCheckpointing from './3-optimizing-and-debugging/3.3-out-of-memory/activation-checkpointing/tests.ts';
import resumeExactly from './3-optimizing-and-debugging/3.4-save-and-load/resume-exactly/tests.ts';
import partialStateDict from './3-optimizing-and-debugging/3.4-save-and-load/partial-state-dict/tests.ts';
import dataParallelByHand from './3-optimizing-and-debugging/3.5-multi-gpu/data-parallel-by-hand/tests.ts';
import ddpGradientSync from './4-advanced/4.1-data-parallel-and-ddp/ddp-gradient-sync/tests.ts';
import ringAllReduce from './4-advanced/4.1-data-parallel-and-ddp/ring-all-reduce/tests.ts';
import customMse from './4-advanced/4.2-custom-losses/custom-mse/tests.ts';
import focalLoss from './4-advanced/4.2-custom-losses/focal-loss/tests.ts';
import dynamicControlFlow from './4-advanced/4.3-dynamic-and-static-graphs/dynamic-control-flow/tests.ts';
import traceBakesTheBranch from './4-advanced/4.3-dynamic-and-static-graphs/trace-bakes-the-branch/tests.ts';
import affineQuantize from './4-advanced/4.4-quantization-and-torchscript/affine-quantize/tests.ts';
import traceSaveRun from './4-advanced/4.4-quantization-and-torchscript/trace-save-run/tests.ts';
import l1UnstructuredPrune from './4-advanced/4.5-pruning-and-quantization/l1-unstructured-prune/tests.ts';
import postTrainingQuantization from './4-advanced/4.5-pruning-and-quantization/post-training-quantization/tests.ts';

const suites = new Map<string, TestSuite>([
  ['session-vs-eager', sessionVsEager],
  ['strides-and-views', stridesAndViews],
  ['numpy-bridge', numpyBridge],
  ['first-graph', firstGraph],
  ['scalar-autograd', scalarAutograd],
  ['custom-function', customFunction],
  ['variable-wrapper', variableWrapper],
  ['two-layer-classifier', twoLayerClassifier],
  ['module-from-scratch', moduleFromScratch],
  ['freeze-and-replace-head', freezeAndReplaceHead],
  ['frozen-head-bug', frozenHeadBug],
  ['batchnorm-from-scratch', batchnormFromScratch],
  ['dataset-and-transforms', datasetAndTransforms],
  ['dataloader-from-scratch', dataloaderFromScratch],
  ['train-with-early-stopping', trainWithEarlyStopping],
  ['best-weights-bug', bestWeightsBug],
  ['cross-entropy-from-logits', crossEntropyFromLogits],
  ['adam-from-scratch', adamFromScratch],
  ['training-loop', trainingLoop],
  ['log-training-curves', logTrainingCurves],
  ['gradient-accumulation', gradientAccumulation],
  ['activation-checkpointing', activationCheckpointing],
  ['resume-exactly', resumeExactly],
  ['partial-state-dict', partialStateDict],
  ['data-parallel-by-hand', dataParallelByHand],
  ['ddp-gradient-sync', ddpGradientSync],
  ['ring-all-reduce', ringAllReduce],
  ['custom-mse', customMse],
  ['focal-loss', focalLoss],
  ['dynamic-control-flow', dynamicControlFlow],
  ['trace-bakes-the-branch', traceBakesTheBranch],
  ['affine-quantize', affineQuantize],
  ['trace-save-run', traceSaveRun],
  ['l1-unstructured-prune', l1UnstructuredPrune],
  ['post-training-quantization', postTrainingQuantization],
]);

/** Throws for an id without tests. */
export function testSuite(id: string): TestSuite {
  const suite = suites.get(id);
  if (!suite) throw new Error(`No tests are registered for ${JSON.stringify(id)}.`);
  return suite;
}
