import type { Bilingual } from './challenge.ts';

export interface Chapter {
  readonly number: 1 | 2 | 3 | 4;
  readonly folder: string;
  readonly title: Bilingual;
}

export interface InterviewQuestion {
  /** '1.3a': the list this follows numbers two questions 1.3. */
  readonly number: string;
  readonly chapter: Chapter['number'];
  readonly folder: string;
  readonly title: Bilingual;
}

export const chapters: readonly Chapter[] = [
  { number: 1, folder: '1-basics', title: { en: 'Basics', zh: '基础知识与概念' } },
  { number: 2, folder: '2-building-and-training', title: { en: 'Building and training', zh: '模型构建与训练' } },
  { number: 3, folder: '3-optimizing-and-debugging', title: { en: 'Optimizing and debugging', zh: '优化与调试' } },
  { number: 4, folder: '4-advanced', title: { en: 'Advanced', zh: '高级主题' } },
];

export const questions: readonly InterviewQuestion[] = [
  ask(
    '1.1',
    'pytorch-and-tensorflow',
    'How do PyTorch and TensorFlow differ?',
    'PyTorch 和 TensorFlow 有哪些主要区别？',
  ),
  ask(
    '1.2',
    'tensor-and-numpy',
    'What is a Tensor, and how does it differ from a NumPy array?',
    '什么是 Tensor？它和 NumPy 数组有什么不同？',
  ),
  ask('1.3a', 'computation-graph', 'How do you create a simple computation graph?', '怎样建立一张简单的计算图？'),
  ask('1.3b', 'autograd', 'How does autograd work?', '自动微分（autograd）是怎样工作的？'),
  ask('1.4', 'variable-and-tensor', 'How are Variable and Tensor related?', 'Variable 和 Tensor 是什么关系？'),
  ask('2.1', 'define-a-model', 'How do you define your own model?', '怎样自定义一个神经网络模型？'),
  ask('2.2', 'fine-tuning', 'How do you load a pretrained model and fine-tune it?', '怎样加载预训练模型并进行微调？'),
  ask(
    '2.3',
    'batch-normalisation',
    'How do you implement batch normalisation?',
    '怎样实现批量归一化（Batch Normalization）？',
  ),
  ask('2.4', 'dataloader', 'How do you load and process data with DataLoader?', '怎样用 DataLoader 加载和处理数据？'),
  ask(
    '2.5',
    'early-stopping',
    'How do you stop early to avoid overfitting?',
    '怎样用早停（early stopping）避免过拟合？',
  ),
  ask('3.1', 'losses-and-optimizers', 'How are loss functions and optimizers used?', '损失函数和优化器怎样配合使用？'),
  ask('3.2', 'monitoring', 'How do you monitor loss and accuracy during training?', '怎样监控训练中的损失和准确率？'),
  ask('3.3', 'out-of-memory', 'What do you do when GPU memory runs out?', '显存不足时有哪些办法？'),
  ask('3.4', 'save-and-load', 'How do you save and load a model?', '怎样保存和加载模型？'),
  ask('3.5', 'multi-gpu', 'How do you train on several GPUs?', '怎样用多块 GPU 训练？'),
  ask(
    '4.1',
    'data-parallel-and-ddp',
    'How do DataParallel and DistributedDataParallel work?',
    'DataParallel 和 DistributedDataParallel 的原理是什么？',
  ),
  ask('4.2', 'custom-losses', 'How do you write a custom loss?', '怎样编写自定义损失函数？'),
  ask('4.3', 'dynamic-and-static-graphs', 'What separates dynamic from static graphs?', '动态图和静态图有什么区别？'),
  ask(
    '4.4',
    'quantization-and-torchscript',
    'What do quantization and TorchScript do?',
    '量化和 TorchScript 各解决什么问题？',
  ),
  ask(
    '4.5',
    'pruning-and-quantization',
    'How do you prune and quantize for speed and size?',
    '怎样用剪枝和量化加速、压缩模型？',
  ),
];

function ask(number: string, name: string, en: string, zh: string): InterviewQuestion {
  const chapter = chapters.find((candidate) => number.startsWith(`${candidate.number}.`));
  if (!chapter) throw new Error(`Question ${number} belongs to no chapter.`);
  return { number, chapter: chapter.number, folder: `${number}-${name}`, title: { en, zh } };
}
