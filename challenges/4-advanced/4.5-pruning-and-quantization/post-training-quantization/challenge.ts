import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'post-training-quantization',
  version: 2,
  question: '4.5',
  title: { en: 'Quantize after training', zh: '训练后量化' },
  kind: 'implement',
  difficulty: 2,
  minutes: 30,
  concepts: [
    'torch.ao.quantization',
    'fuse_modules',
    'qconfig',
    'QuantStub',
    'prepare',
    'calibration',
    'convert',
    'int8',
  ],
  prerequisites: ['batchnorm-from-scratch'],
  entryPoints: [
    {
      name: 'quantize',
      kind: 'function',
      signature:
        'quantize(model: nn.Module, calibration: Tensor[], options: { fuse: string[][]; qconfig?: QConfig }): nn.Module',
    },
    {
      name: 'evaluate',
      kind: 'function',
      signature: 'evaluate(model: nn.Module, batches: [Tensor, Tensor][]): { accuracy: number; bytes: number }',
    },
  ],
  limits: { timeLimitMs: 3000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-6, atol: 1e-6 },
  hints: [
    {
      en: 'Static quantization needs a scale for every activation before the first real input comes. Who knows how large activations get, and which call puts something into the model that watches them?',
      zh: '静态量化要在第一个真实输入到来之前，就为每个激活值定好 scale。谁知道激活值有多大？哪个调用会在模型里放进观察它们的东西？',
    },
    {
      en: 'The order is: evaluation mode, `fuse_modules`, `qconfig`, stubs where floats come in and go out (`QuantWrapper` has both), `prepare`, run the data, `convert`. What is done after its turn has no effect, mostly without an error.',
      zh: '顺序是：评估模式、`fuse_modules`、`qconfig`、在浮点进出的地方放桩（`QuantWrapper` 两头都有）、`prepare`、跑数据、`convert`。错过了顺序的步骤多半不会报错，只是不起作用。',
    },
    {
      en: '`const fused = Q.fuse_modules(model, fuse); fused.qconfig = qconfig; const prepared = Q.prepare(new Q.QuantWrapper(fused));` then `no_grad(() => { for (const x of calibration) prepared(x); })` and `Q.convert(prepared)`. Note which modules were training before `model.eval()`.',
      zh: '`const fused = Q.fuse_modules(model, fuse); fused.qconfig = qconfig; const prepared = Q.prepare(new Q.QuantWrapper(fused));`，然后 `no_grad(() => { for (const x of calibration) prepared(x); })`，最后 `Q.convert(prepared)`。在 `model.eval()` 之前记下哪些模块处于训练模式。',
    },
  ],
} as const satisfies Challenge;
