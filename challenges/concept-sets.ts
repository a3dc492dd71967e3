// Sets of questions about an interview question as a whole, answered without writing code. Those of a challenge are in question-sets.ts;
// some are asked in both.
import type { Bilingual } from './challenge.ts';
import type { QuestionSet } from './questions.ts';
import pytorchAndTensorflowEn from './1-basics/1.1-pytorch-and-tensorflow/questions.en.ts';
import pytorchAndTensorflowZh from './1-basics/1.1-pytorch-and-tensorflow/questions.zh.ts';
import variableAndTensorEn from './1-basics/1.4-variable-and-tensor/questions.en.ts';
import variableAndTensorZh from './1-basics/1.4-variable-and-tensor/questions.zh.ts';
import dataParallelAndDdpEn from './4-advanced/4.1-data-parallel-and-ddp/questions.en.ts';
import dataParallelAndDdpZh from './4-advanced/4.1-data-parallel-and-ddp/questions.zh.ts';
import dynamicAndStaticGraphsEn from './4-advanced/4.3-dynamic-and-static-graphs/questions.en.ts';
import dynamicAndStaticGraphsZh from './4-advanced/4.3-dynamic-and-static-graphs/questions.zh.ts';

export interface ConceptSet {
  /** Number of the interview question it is about, which names the set too: '1.1'. */
  readonly question: string;
  readonly title: Bilingual;
  readonly minutes: number;
  readonly asks: { readonly en: QuestionSet; readonly zh: QuestionSet };
}

/** In reading order. */
export const conceptSets: readonly ConceptSet[] = [
  {
    question: '1.1',
    title: { en: 'PyTorch and TensorFlow', zh: 'PyTorch 与 TensorFlow' },
    minutes: 15,
    asks: { en: pytorchAndTensorflowEn, zh: pytorchAndTensorflowZh },
  },
  {
    question: '1.4',
    title: { en: 'Variable and Tensor', zh: 'Variable 与 Tensor' },
    minutes: 15,
    asks: { en: variableAndTensorEn, zh: variableAndTensorZh },
  },
  {
    question: '4.1',
    title: { en: 'DataParallel and DDP', zh: 'DataParallel 与 DDP' },
    minutes: 20,
    asks: { en: dataParallelAndDdpEn, zh: dataParallelAndDdpZh },
  },
  {
    question: '4.3',
    title: { en: 'Dynamic and static graphs', zh: '动态图与静态图' },
    minutes: 15,
    asks: { en: dynamicAndStaticGraphsEn, zh: dynamicAndStaticGraphsZh },
  },
];

export function findConceptSet(question: string): ConceptSet | undefined {
  return conceptSets.find((set) => set.question === question);
}
