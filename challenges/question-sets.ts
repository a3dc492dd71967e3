import type { QuestionSet } from './questions.ts';
import sessionVsEagerEn from './1-basics/1.1-pytorch-and-tensorflow/session-vs-eager/questions.en.ts';
import sessionVsEagerZh from './1-basics/1.1-pytorch-and-tensorflow/session-vs-eager/questions.zh.ts';
import stridesAndViewsEn from './1-basics/1.2-tensor-and-numpy/strides-and-views/questions.en.ts';
import stridesAndViewsZh from './1-basics/1.2-tensor-and-numpy/strides-and-views/questions.zh.ts';
import numpyBridgeEn from './1-basics/1.2-tensor-and-numpy/numpy-bridge/questions.en.ts';
import numpyBridgeZh from './1-basics/1.2-tensor-and-numpy/numpy-bridge/questions.zh.ts';
import firstGraphEn from './1-basics/1.3a-computation-graph/first-graph/questions.en.ts';
import firstGraphZh from './1-basics/1.3a-computation-graph/first-graph/questions.zh.ts';
import scalarAutogradEn from './1-basics/1.3b-autograd/scalar-autograd/questions.en.ts';
import scalarAutogradZh from './1-basics/1.3b-autograd/scalar-autograd/questions.zh.ts';
import customFunctionEn from './1-basics/1.3b-autograd/custom-function/questions.en.ts';
import customFunctionZh from './1-basics/1.3b-autograd/custom-function/questions.zh.ts';
import variableWrapperEn from './1-basics/1.4-variable-and-tensor/variable-wrapper/questions.en.ts';
import variableWrapperZh from './1-basics/1.4-variable-and-tensor/variable-wrapper/questions.zh.ts';
import twoLayerClassifierEn from './2-building-and-training/2.1-define-a-model/two-layer-classifier/questions.en.ts';
import twoLayerClassifierZh from './2-building-and-training/2.1-define-a-model/two-layer-classifier/questions.zh.ts';
import moduleFromScratchEn from './2-building-and-training/2.1-define-a-model/module-from-scratch/questions.en.ts';
import moduleFromScratchZh from './2-building-and-training/2.1-define-a-model/module-from-scratch/questions.zh.ts';
import freezeAndReplaceHeadEn from './2-building-and-training/2.2-fine-tuning/freeze-and-replace-head/questions.en.ts';
import freezeAndReplaceHeadZh from './2-building-and-training/2.2-fine-tuning/freeze-and-replace-head/questions.zh.ts';
import frozenHeadBugEn from './2-building-and-training/2.2-fine-tuning/frozen-head-bug/questions.en.ts';
import frozenHeadBugZh from './2-building-and-training/2.2-fine-tuning/frozen-head-bug/questions.zh.ts';
import batchnormFromScratchEn from './2-building-and-training/2.3-batch-normalisation/batchnorm-from-scratch/questions.en.ts';
import batchnormFromScratchZh from './2-building-and-training/2.3-batch-normalisation/batchnorm-from-scratch/questions.zh.ts';
import datasetAndTransformsEn from './2-building-and-training/2.4-dataloader/dataset-and-transforms/questions.en.ts';
import datasetAndTransformsZh from './2-building-and-training/2.4-dataloader/dataset-and-transforms/questions.zh.ts';
import dataloaderFromScratchEn from './2-building-and-training/2.4-dataloader/dataloader-from-scratch/questions.en.ts';
import dataloaderFromScratchZh from './2-building-and-training/2.4-dataloader/dataloader-from-scratch/questions.zh.ts';
import trainWithEarlyStoppingEn from './2-building-and-training/2.5-early-stopping/train-with-early-stopping/questions.en.ts';
import trainWithEarlyStoppingZh from './2-building-and-training/2.5-early-stopping/train-with-early-stopping/questions.zh.ts';
import bestWeightsBugEn from './2-building-and-training/2.5-early-stopping/best-weights-bug/questions.en.ts';
import bestWeightsBugZh from './2-building-and-training/2.5-early-stopping/best-weights-bug/questions.zh.ts';
import crossEntropyFromLogitsEn from './3-optimizing-and-debugging/3.1-losses-and-optimizers/cross-entropy-from-logits/questions.en.ts';
import crossEntropyFromLogitsZh from './3-optimizing-and-debugging/3.1-losses-and-optimizers/cross-entropy-from-logits/questions.zh.ts';
import adamFromScratchEn from './3-optimizing-and-debugging/3.1-losses-and-optimizers/adam-from-scratch/questions.en.ts';
import adamFromScratchZh from './3-optimizing-and-debugging/3.1-losses-and-optimizers/adam-from-scratch/questions.zh.ts';
import trainingLoopEn from './3-optimizing-and-debugging/3.1-losses-and-optimizers/training-loop/questions.en.ts';
import trainingLoopZh from './3-optimizing-and-debugging/3.1-losses-and-optimizers/training-loop/questions.zh.ts';
import logTrainingCurvesEn from './3-optimizing-and-debugging/3.2-monitoring/log-training-curves/questions.en.ts';
import logTrainingCurvesZh from './3-optimizing-and-debugging/3.2-monitoring/log-training-curves/questions.zh.ts';
import gradientAccumulationEn from './3-optimizing-and-debugging/3.3-out-of-memory/gradient-accumulation/questions.en.ts';
import gradientAccumulationZh from './3-optimizing-and-debugging/3.3-out-of-memory/gradient-accumulation/questions.zh.ts';
import activationCheckpointingEn from './3-optimizing-and-debugging/3.3-out-of-memory/activation-checkpointing/questions.en.ts';
import activationCheckpointingZh from './3-optimizing-and-debugging/3.3-out-of-memory/activation-checkpointing/questions.zh.ts';
import resumeExactlyEn from './3-optimizing-and-debugging/3.4-save-and-load/resume-exactly/questions.en.ts';
import resumeExactlyZh from './3-optimizing-and-debugging/3.4-save-and-load/resume-exactly/questions.zh.ts';
import partialStateDictEn from './3-optimizing-and-debugging/3.4-save-and-load/partial-state-dict/questions.en.ts';
import partialStateDictZh from './3-optimizing-and-debugging/3.4-save-and-load/partial-state-dict/questions.zh.ts';
import dataParallelByHandEn from './3-optimizing-and-debugging/3.5-multi-gpu/data-parallel-by-hand/questions.en.ts';
import dataParallelByHandZh from './3-optimizing-and-debugging/3.5-multi-gpu/data-parallel-by-hand/questions.zh.ts';
import ddpGradientSyncEn from './4-advanced/4.1-data-parallel-and-ddp/ddp-gradient-sync/questions.en.ts';
import ddpGradientSyncZh from './4-advanced/4.1-data-parallel-and-ddp/ddp-gradient-sync/questions.zh.ts';
import ringAllReduceEn from './4-advanced/4.1-data-parallel-and-ddp/ring-all-reduce/questions.en.ts';
import ringAllReduceZh from './4-advanced/4.1-data-parallel-and-ddp/ring-all-reduce/questions.zh.ts';
import customMseEn from './4-advanced/4.2-custom-losses/custom-mse/questions.en.ts';
import customMseZh from './4-advanced/4.2-custom-losses/custom-mse/questions.zh.ts';
import focalLossEn from './4-advanced/4.2-custom-losses/focal-loss/questions.en.ts';
import focalLossZh from './4-advanced/4.2-custom-losses/focal-loss/questions.zh.ts';
import dynamicControlFlowEn from './4-advanced/4.3-dynamic-and-static-graphs/dynamic-control-flow/questions.en.ts';
import dynamicControlFlowZh from './4-advanced/4.3-dynamic-and-static-graphs/dynamic-control-flow/questions.zh.ts';
import traceBakesTheBranchEn from './4-advanced/4.3-dynamic-and-static-graphs/trace-bakes-the-branch/questions.en.ts';
import traceBakesTheBranchZh from './4-advanced/4.3-dynamic-and-static-graphs/trace-bakes-the-branch/questions.zh.ts';
import affineQuantizeEn from './4-advanced/4.4-quantization-and-torchscript/affine-quantize/questions.en.ts';
import affineQuantizeZh from './4-advanced/4.4-quantization-and-torchscript/affine-quantize/questions.zh.ts';
import traceSaveRunEn from './4-advanced/4.4-quantization-and-torchscript/trace-save-run/questions.en.ts';
import traceSaveRunZh from './4-advanced/4.4-quantization-and-torchscript/trace-save-run/questions.zh.ts';
import l1UnstructuredPruneEn from './4-advanced/4.5-pruning-and-quantization/l1-unstructured-prune/questions.en.ts';
import l1UnstructuredPruneZh from './4-advanced/4.5-pruning-and-quantization/l1-unstructured-prune/questions.zh.ts';
import postTrainingQuantizationEn from './4-advanced/4.5-pruning-and-quantization/post-training-quantization/questions.en.ts';
import postTrainingQuantizationZh from './4-advanced/4.5-pruning-and-quantization/post-training-quantization/questions.zh.ts';

const sets = new Map<string, { readonly en: QuestionSet; readonly zh: QuestionSet }>([
  ['session-vs-eager', { en: sessionVsEagerEn, zh: sessionVsEagerZh }],
  ['strides-and-views', { en: stridesAndViewsEn, zh: stridesAndViewsZh }],
  ['numpy-bridge', { en: numpyBridgeEn, zh: numpyBridgeZh }],
  ['first-graph', { en: firstGraphEn, zh: firstGraphZh }],
  ['scalar-autograd', { en: scalarAutogradEn, zh: scalarAutogradZh }],
  ['custom-function', { en: customFunctionEn, zh: customFunctionZh }],
  ['variable-wrapper', { en: variableWrapperEn, zh: variableWrapperZh }],
  ['two-layer-classifier', { en: twoLayerClassifierEn, zh: twoLayerClassifierZh }],
  ['module-from-scratch', { en: moduleFromScratchEn, zh: moduleFromScratchZh }],
  ['freeze-and-replace-head', { en: freezeAndReplaceHeadEn, zh: freezeAndReplaceHeadZh }],
  ['frozen-head-bug', { en: frozenHeadBugEn, zh: frozenHeadBugZh }],
  ['batchnorm-from-scratch', { en: batchnormFromScratchEn, zh: batchnormFromScratchZh }],
  ['dataset-and-transforms', { en: datasetAndTransformsEn, zh: datasetAndTransformsZh }],
  ['dataloader-from-scratch', { en: dataloaderFromScratchEn, zh: dataloaderFromScratchZh }],
  ['train-with-early-stopping', { en: trainWithEarlyStoppingEn, zh: trainWithEarlyStoppingZh }],
  ['best-weights-bug', { en: bestWeightsBugEn, zh: bestWeightsBugZh }],
  ['cross-entropy-from-logits', { en: crossEntropyFromLogitsEn, zh: crossEntropyFromLogitsZh }],
  ['adam-from-scratch', { en: adamFromScratchEn, zh: adamFromScratchZh }],
  ['training-loop', { en: trainingLoopEn, zh: trainingLoopZh }],
  ['log-training-curves', { en: logTrainingCurvesEn, zh: logTrainingCurvesZh }],
  ['gradient-accumulation', { en: gradientAccumulationEn, zh: gradientAccumulationZh }],
  ['activation-checkpointing', { en: activationCheckpointingEn, zh: activationCheckpointingZh }],
  ['resume-exactly', { en: resumeExactlyEn, zh: resumeExactlyZh }],
  ['partial-state-dict', { en: partialStateDictEn, zh: partialStateDictZh }],
  ['data-parallel-by-hand', { en: dataParallelByHandEn, zh: dataParallelByHandZh }],
  ['ddp-gradient-sync', { en: ddpGradientSyncEn, zh: ddpGradientSyncZh }],
  ['ring-all-reduce', { en: ringAllReduceEn, zh: ringAllReduceZh }],
  ['custom-mse', { en: customMseEn, zh: customMseZh }],
  ['focal-loss', { en: focalLossEn, zh: focalLossZh }],
  ['dynamic-control-flow', { en: dynamicControlFlowEn, zh: dynamicControlFlowZh }],
  ['trace-bakes-the-branch', { en: traceBakesTheBranchEn, zh: traceBakesTheBranchZh }],
  ['affine-quantize', { en: affineQuantizeEn, zh: affineQuantizeZh }],
  ['trace-save-run', { en: traceSaveRunEn, zh: traceSaveRunZh }],
  ['l1-unstructured-prune', { en: l1UnstructuredPruneEn, zh: l1UnstructuredPruneZh }],
  ['post-training-quantization', { en: postTrainingQuantizationEn, zh: postTrainingQuantizationZh }],
]);

/** The concept, deep-dive and trade-off questions of a challenge. Throws for an id without any. */
export function questionSet(id: string, language: 'en' | 'zh'): QuestionSet {
  const set = sets.get(id);
  if (!set) throw new Error(`No questions are registered for ${JSON.stringify(id)}.`);
  return set[language];
}
