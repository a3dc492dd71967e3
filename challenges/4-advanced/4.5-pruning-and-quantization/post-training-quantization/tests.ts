import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, Returned, State, TestContext } from '#challenges/authoring.ts';
import type engine from '#engine/index.ts';
import type { Module, Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

/** Observers that keep the least and the largest value are quick; the default ones weigh a histogram. */
type Config = 'default_qconfig' | 'default_per_channel_qconfig' | 'qnnpack' | null;

interface Kind {
  readonly description: string;
  readonly fuse: readonly (readonly string[])[];
  /** Of one input. */
  readonly input: readonly number[];
}

const perceptron: Kind = {
  description: "Sequential({'fc1': Linear(6, 12), 'relu': ReLU(), 'drop': Dropout(0.5), 'fc2': Linear(12, 5)})",
  fuse: [['fc1', 'relu']],
  input: [6],
};
const convolutional: Kind = {
  description:
    "Sequential({'features': Sequential({'conv': Conv2d(2, 4, 3), 'bn': BatchNorm2d(4), 'relu': ReLU(), 'pool': MaxPool2d(2)}), 'flatten': Flatten(), 'fc1': Linear(16, 12), 'act': ReLU(), 'drop': Dropout(0.5), 'fc2': Linear(12, 5)})",
  fuse: [
    ['features.conv', 'features.bn', 'features.relu'],
    ['fc1', 'act'],
  ],
  input: [2, 6, 6],
};

interface Digits {
  readonly images: Tensor;
  readonly labels: Tensor;
  readonly unseen: Tensor;
  readonly answers: Tensor;
  readonly state: State;
}
const digitsNet =
  "Sequential({'conv': Conv2d(1, 8, 3), 'bn': BatchNorm2d(8), 'relu': ReLU(), 'pool': MaxPool2d(2), 'flatten': Flatten(), 'fc1': Linear(72, 256), 'act': ReLU(), 'fc2': Linear(256, 10)})";
const digitsFuse = [
  ['conv', 'bn', 'relu'],
  ['fc1', 'act'],
];
let digitsMade: Digits | null = null;

/**
 * A classifier of digits that needs no training: drawn features, whose mean and variance the batch norm holds, and the last layer by
 * least squares. Made once, with a seed of its own, so that its accuracy hangs on no luck.
 */
function digits(torch: typeof engine): Digits {
  if (digitsMade) return digitsMade;
  const load = (train: boolean): readonly [Tensor, Tensor] => {
    const { vision } = torch;
    const set = new vision.datasets.Digits({ train, transform: new vision.transforms.ToTensor() });
    return [torch.stack(set.targets.map((_, at) => set.__getitem__(at)[0])), torch.tensor(set.targets)];
  };
  const [images, labels] = load(true);
  const [unseen, answers] = load(false);
  const generator = new torch.Generator().manual_seed(5);
  const draw = (shape: number[], bound: number): Tensor => torch.rand(shape, { generator }).mul(2).sub(1).mul(bound);
  const state: { [name: string]: Tensor } = {
    'conv.weight': draw([8, 1, 3, 3], 1 / 3),
    'conv.bias': draw([8], 1 / 3),
    'bn.weight': torch.ones([8]),
    'bn.bias': torch.zeros([8]),
    'bn.num_batches_tracked': torch.tensor(1),
    'fc1.weight': draw([256, 72], 72 ** -0.5),
    'fc1.bias': draw([256], 72 ** -0.5),
  };
  const at = (name: string): Tensor => state[name] ?? images;
  const F = torch.nn.functional;
  const convolved = F.conv2d(images, at('conv.weight'), at('conv.bias'));
  const [mean, variance] = [convolved.mean([0, 2, 3]), convolved.var([0, 2, 3])];
  state['bn.running_mean'] = mean;
  state['bn.running_var'] = variance;
  const features = F.max_pool2d(F.batch_norm(convolved, mean, variance).relu(), 2).flatten(1);
  const hidden = F.linear(features, at('fc1.weight'), at('fc1.bias')).relu();
  const target = F.one_hot(labels, 10).float().sub(0.1);
  const gram = hidden.t().matmul(hidden).add(torch.eye(256));
  state['fc2.weight'] = torch.linalg.solve(gram, hidden.t().matmul(target)).t().mul(8).contiguous();
  state['fc2.bias'] = torch.zeros([10]);
  digitsMade = { images, labels, unseen, answers, state };
  return digitsMade;
}

/** The same steps on the judge's side, and the step of the output's scale. */
function reference(
  { torch }: TestContext,
  model: CandidateModule,
  calibration: readonly Tensor[],
  fuse: Kind['fuse'],
  config: Config,
): { readonly run: (x: Tensor) => Tensor; readonly step: number; readonly ranges: Tensor } {
  const { quantization } = torch.ao;
  const fused: Module = quantization.fuse_modules(model.twin().eval(), fuse);
  fused.qconfig =
    config === null || config === 'qnnpack'
      ? quantization.get_default_qconfig(config ?? 'fbgemm')
      : quantization[config];
  const prepared = quantization.prepare(new quantization.QuantWrapper(fused));
  const { observed, made } = torch.no_grad(() => {
    for (const x of calibration) prepared(x);
    return {
      observed: prepared.get_submodule('module.fc2.activation_post_process'),
      made: quantization.convert(prepared),
    };
  });
  if (!(observed instanceof quantization.UniformQuantizationObserverBase)) throw new Error('fc2 has no observer');
  const [scale] = observed.calculate_qparams();
  const seen = [...prepared.modules()].flatMap((one) =>
    one instanceof quantization.MinMaxObserver ? [rangeOf(one.min_val.item(), one.max_val.item())] : [],
  );
  return { run: (x) => torch.no_grad(() => made(x)), step: Number(scale.item()), ranges: sorted(torch, seen) };
}

type Range = readonly [least: number, largest: number];
const rangeOf = (least: number | boolean, largest: number | boolean): Range => [Number(least), Number(largest)];
/** In an order that does not depend on which layer was made first. */
const sorted = (torch: typeof engine, ranges: readonly Range[]): Tensor =>
  torch.tensor([...ranges].sort(([a, b], [c, d]) => a - c || b - d).map(([least, largest]) => [least, largest]));

interface Watched {
  readonly qconfig: Returned;
  /** Of each observer made so far: the sizes of the batches it saw, and the range that it knows. */
  seen(): readonly { readonly sizes: readonly number[]; readonly range: Range }[];
}
/** A QConfig like default_qconfig, whose observers of outputs tell here what they see. */
function watched({ given }: TestContext): Watched {
  const observers: { readonly observer: Returned; readonly sizes: number[] }[] = [];
  const activation = given.spy(() => {
    const observer = given.construct('ao.quantization.MinMaxObserver', { quant_min: 0, quant_max: 127 });
    const sizes: number[] = [];
    const look = given.spy((_, args) => void sizes.push(args?.at(0).tensor().shape[0] ?? 0));
    observer.method('register_forward_pre_hook', look);
    observers.push({ observer, sizes });
    return observer;
  });
  return {
    qconfig: given.construct(
      'ao.quantization.QConfig',
      activation,
      given.get('ao.quantization.default_weight_observer'),
    ),
    seen: () =>
      observers.map(({ observer, sizes }) => ({
        sizes,
        range: rangeOf(
          observer.field('min_val').tensor().values.item(),
          observer.field('max_val').tensor().values.item(),
        ),
      })),
  };
}

function quantize(
  { candidate, given }: TestContext,
  model: CandidateModule,
  calibration: readonly Tensor[],
  fuse: Kind['fuse'],
  config: Config = 'default_qconfig',
): CandidateModule {
  const qconfig =
    config === 'qnnpack'
      ? given.call('ao.quantization.get_default_qconfig', config)
      : config && given.get(`ao.quantization.${config}`);
  return candidate.call('quantize', model, calibration, qconfig ? { fuse, qconfig } : { fuse }).module();
}

/** Batches of a size each, the first numbers of which are so many times larger. */
function batches({ given: { rng } }: TestContext, { input }: Kind, scales: readonly number[]): readonly Tensor[] {
  return scales.map((scale) => rng.normal([rng.integer(3, 6), ...input]).mul(scale));
}

function expectOutput({ expect }: TestContext, output: Returned, wanted: Tensor, step: number): void {
  const label = { en: 'output of the quantized model', zh: '量化模型的输出' };
  expect(output, label).toBeClose(wanted, { rtol: 0, atol: 5.01 * step });
  const steps = output.tensor().values.div(step);
  expect(Number(steps.sub(steps.round()).abs().max().item()), {
    en: 'how far an output is from a multiple of the scale, in steps',
    zh: '输出偏离 scale 整数倍的程度（以步长计）',
  }).toBeLessThan(0.01);
}

/** Quantizes a drawn model and compares its outputs with those of the same steps here. */
function check(
  context: TestContext,
  kind: Kind,
  scales: readonly number[],
  { config = 'default_qconfig', training = false }: { readonly config?: Config; readonly training?: boolean } = {},
): void {
  const { given } = context;
  const model = given.module(kind.description, { training, name: 'model' });
  const calibration = batches(context, kind, scales);
  const { run, step } = reference(context, model, calibration, kind.fuse, config);
  const quantized = quantize(context, model, calibration, kind.fuse, config);
  for (const x of batches(context, kind, [1, Math.max(...scales)]))
    expectOutput(context, quantized.call(x), run(x), step);
}

/** A model in training mode with one part in evaluation. */
function mixed({ given }: TestContext, kind: Kind, frozen: string): CandidateModule {
  const model = given.module(kind.description, { training: true, name: 'model' });
  model.module(frozen).eval();
  return model;
}

export default tests(({ behaviour }) => {
  behaviour(
    'computes-in-int8',
    {
      points: 2,
      title: { en: 'Gives a model that computes in int8', zh: '得到用 int8 计算的模型' },
      says: {
        en: 'The model that came back is not quantized throughout, or not floats in and floats out.',
        zh: '返回的模型没有完全量化，或者输入输出不是浮点数。',
      },
    },
    ({ sample, hidden }) => {
      const expectQuantized = (context: TestContext, kind: Kind) => {
        const { given, expect } = context;
        const model = given.module(kind.description, { training: false, name: 'model' });
        const quantized = quantize(context, model, batches(context, kind, [1, 1]), kind.fuse);
        expect(quantized.named_parameters().length, { en: 'float parameters left', zh: '剩下的浮点参数个数' }).toBe(0);
        expect(
          quantized
            .named_modules()
            .filter(({ type }) => /Observer|Stub/.test(type))
            .map(({ name }) => name),
          { en: 'observers and stubs left', zh: '剩下的观察器和桩' },
        ).toEqual([]);
        expect(quantized.training(), 'training').toBe(false);
        const [x] = batches(context, kind, [1]);
        if (!x) return;
        const output = quantized.call(x).tensor();
        expect(output, { en: 'output', zh: '输出' }).toHaveDtype('float32');
        expect(output, { en: 'output', zh: '输出' }).toHaveShape([x.size(0), 5]);
      };
      sample('a-perceptron', { title: { en: 'two linear layers', zh: '两个线性层' } }, (context) =>
        expectQuantized(context, perceptron),
      );
      hidden('a-convolution', { title: { en: 'with a convolution', zh: '带卷积' } }, (context) =>
        expectQuantized(context, convolutional),
      );
    },
  );

  behaviour(
    'fuses-first',
    {
      points: 1,
      title: { en: 'Fuses each group into one layer', zh: '把每一组融合成一层' },
      says: {
        en: 'A batch normalisation or a ReLU of a group is still a module of its own.',
        zh: '组里的批量归一化或 ReLU 仍是单独的模块。',
      },
    },
    ({ sample, hidden }) => {
      const expectFused = (context: TestContext, kind: Kind) => {
        const model = context.given.module(kind.description, { training: false, name: 'model' });
        const quantized = quantize(context, model, batches(context, kind, [1]), kind.fuse);
        context
          .expect(
            quantized.named_modules().flatMap(({ type }) => (/^(BatchNorm\w*|ReLU)$/.test(type) ? [type] : [])),
            { en: 'layers that should be part of another', zh: '本应并入其他层的层' },
          )
          .toEqual([]);
      };
      sample('linear-and-relu', { title: { en: 'Linear and ReLU', zh: 'Linear 与 ReLU' } }, (context) =>
        expectFused(context, perceptron),
      );
      hidden(
        'convolution',
        { title: { en: 'convolution, batch norm, ReLU', zh: '卷积、批量归一化、ReLU' } },
        (context) => expectFused(context, convolutional),
      );
    },
  );

  behaviour(
    'calibrates-on-all',
    {
      points: 3,
      title: { en: 'Calibrates on every batch', zh: '用每个批次做校准' },
      says: {
        en: 'Outputs are not those of a model whose observers saw each calibration batch once.',
        zh: '输出与“观察器把每个校准批次各看一遍”的模型不一致。',
      },
    },
    ({ sample, hidden }) => {
      sample('two-batches', { title: { en: 'two batches', zh: '两个批次' } }, (context) => {
        check(context, perceptron, [1, 1]);
      });
      hidden('unequal-batches', { title: { en: 'batches of unequal range', zh: '取值范围不同的批次' } }, (context) => {
        check(context, perceptron, [1, 8]);
        check(context, perceptron, [8, 1, 1]);
        check(context, convolutional, [1, 6, 2]);
      });
      hidden('what-observers-saw', { title: { en: 'what the observers saw', zh: '观察器看到的内容' } }, (context) => {
        const { candidate, expect, given, torch } = context;
        const model = given.module(perceptron.description, { training: false, name: 'model' });
        // Of different sizes, so that each can be told by its size.
        const sizes = given.rng.shuffled([3, 4, 5]);
        const calibration = sizes.map((size, at) => given.rng.normal([size, ...perceptron.input]).mul(2 ** at));
        const { ranges } = reference(context, model, calibration, perceptron.fuse, 'default_qconfig');
        const { qconfig, seen } = watched(context);
        candidate.call('quantize', model, calibration, { fuse: perceptron.fuse, qconfig });
        const observers = seen().filter((observer) => observer.sizes.length > 0);
        const any = new Set(observers.flatMap((observer) => observer.sizes));
        expect(
          sizes.filter((size) => any.has(size)),
          {
            en: 'sizes of the batches that any observer saw',
            zh: '有观察器看过的批次大小',
          },
        ).toEqual(sizes);
        // Behind a fused layer stand two calls of one observer, as in PyTorch: the stub's is called once for each batch.
        const [most] = observers
          .map((observer) => observer.sizes)
          .sort((a, b) => new Set(b).size - new Set(a).size || a.length - b.length);
        expect(most ?? [], {
          en: 'sizes of the batches that one and the same observer saw, in order',
          zh: '同一个观察器依次看过的批次大小',
        }).toEqual(sizes);
        expect(
          sorted(
            torch,
            observers.map(({ range }) => range),
          ),
          {
            en: 'least and largest values that the observers saw, one row each',
            zh: '各观察器看到的最小值和最大值，每行一个',
          },
        ).toBeClose(ranges, tolerance);
      });
    },
  );

  behaviour(
    'follows-the-qconfig',
    {
      points: 1,
      title: { en: 'Takes the observers of the qconfig', zh: '采用 qconfig 中的观察器' },
      says: {
        en: 'Outputs are not those which the observers of the qconfig lead to.',
        zh: '输出与 qconfig 中的观察器应得的结果不一致。',
      },
    },
    ({ sample, hidden }) => {
      sample('per-channel', { title: { en: 'a scale for each channel', zh: '每个通道一个 scale' } }, (context) => {
        check(context, perceptron, [1], { config: 'default_per_channel_qconfig' });
      });
      hidden(
        'defaults',
        { title: { en: 'the default, that of qnnpack', zh: '默认值、qnnpack 的默认值' } },
        (context) => {
          check(context, perceptron, [1], { config: null });
          check(context, perceptron, [1], { config: 'qnnpack' });
        },
      );
      hidden('its-own-observers', { title: { en: 'observers that it makes', zh: '由它创建的观察器' } }, (context) => {
        const { candidate, expect, given } = context;
        const model = given.module(perceptron.description, { training: false, name: 'model' });
        const { qconfig, seen } = watched(context);
        candidate.call('quantize', model, batches(context, perceptron, [1]), { fuse: perceptron.fuse, qconfig });
        expect(seen().length, { en: 'observers made by the qconfig', zh: 'qconfig 创建的观察器个数' }).toBeAtLeast(1);
      });
    },
  );

  behaviour(
    'quantizes-in-evaluation',
    {
      points: 2,
      title: { en: 'Quantizes a model that is in training mode', zh: '能量化处于训练模式的模型' },
      says: {
        en: 'Of a model in training mode, fusing or calibrating did not happen in evaluation mode.',
        zh: '模型处于训练模式时，融合或校准没有在评估模式下进行。',
      },
    },
    ({ sample, hidden }) => {
      sample('dropout', { title: { en: 'dropout', zh: 'dropout' } }, (context) =>
        check(context, perceptron, [1], { training: true, config: null }),
      );
      hidden('batch-norm', { title: { en: 'batch normalisation', zh: '批量归一化' } }, (context) => {
        check(context, convolutional, [1], { training: true, config: null });
      });
    },
  );

  behaviour(
    'leaves-the-model-alone',
    {
      points: 2,
      title: { en: 'Leaves the float model as it was', zh: '不改动浮点模型' },
      says: {
        en: 'quantize changed the model it was given: its values, layers or modes.',
        zh: 'quantize 改动了传入的模型：参数值、层或者模式。',
      },
    },
    ({ sample, hidden }) => {
      const expectUnchanged = (context: TestContext, model: CandidateModule, kind: Kind) => {
        const { expect } = context;
        const layers = model.named_modules();
        const [x] = batches(context, kind, [1]);
        if (!x) return;
        const modes = layers.map(({ training }) => training);
        expect.unchanged(() => quantize(context, model, batches(context, kind, [1, 2]), kind.fuse), { model });
        expect(
          model.named_modules().map(({ name, type }) => `${name}: ${type}`),
          { en: 'layers', zh: '各层' },
        ).toEqual(layers.map(({ name, type }) => `${name}: ${type}`));
        expect(
          model.named_modules().map(({ training }) => training),
          { en: 'training, of each module', zh: '各模块的 training' },
        ).toEqual(modes);
        expect(model.method('hasOwnProperty', 'qconfig'), {
          en: 'the model has a qconfig',
          zh: '模型上有 qconfig',
        }).toBe(false);
        model.eval();
        expect(model.call(x), 'model(x)').toBeClose(model.twin()(x).detach(), tolerance);
      };
      sample('in-training', { title: { en: 'in training mode', zh: '训练模式' } }, (context) =>
        expectUnchanged(context, context.given.module(perceptron.description, { training: true }), perceptron),
      );
      hidden('in-evaluation', { title: { en: 'in evaluation mode', zh: '评估模式' } }, (context) =>
        expectUnchanged(context, context.given.module(convolutional.description, { training: false }), convolutional),
      );
      hidden('in-part', { title: { en: 'a part in evaluation', zh: '一部分处于评估模式' } }, (context) =>
        expectUnchanged(context, mixed(context, convolutional, 'features'), convolutional),
      );
    },
  );

  behaviour(
    'records-no-graph',
    {
      points: 1,
      title: { en: 'Records nothing for backward', zh: '不为反向传播记录任何东西' },
      says: {
        en: 'Operations were recorded for a backward that never comes.',
        zh: '为永远不会发生的反向传播记录了操作。',
      },
    },
    ({ sample, hidden }) => {
      sample('quantize', { title: { en: 'quantize', zh: 'quantize' } }, (context) => {
        const model = context.given.module(perceptron.description, { training: false });
        const calibration = batches(context, perceptron, [1, 1]);
        const meter = context.given.meter(() => quantize(context, model, calibration, perceptron.fuse));
        context.expect(meter).toStayWithin({ recorded: 0 });
      });
      hidden('evaluate', { title: { en: 'evaluate', zh: 'evaluate' } }, (context) => {
        const { candidate, given, expect } = context;
        const model = given.module(convolutional.description, { training: true });
        const [x] = batches(context, convolutional, [1]);
        if (!x) return;
        const data = [[x, given.rng.integers([x.size(0)], 0, 5)]];
        expect(given.meter(() => candidate.call('evaluate', model, data))).toStayWithin({ recorded: 0 });
      });
    },
  );

  behaviour(
    'measures-accuracy',
    {
      points: 2,
      title: { en: 'Measures the accuracy', zh: '测量准确率' },
      says: {
        en: 'accuracy is not the share of right answers in evaluation mode, or the modes were changed.',
        zh: 'accuracy 不是评估模式下答对的比例，或者改变了模式。',
      },
    },
    ({ sample, hidden }) => {
      const expectAccuracy = (context: TestContext, model: CandidateModule, kind: Kind, sizes: readonly number[]) => {
        const { candidate, given, expect } = context;
        const twin = model.twin().eval();
        let right = 0;
        let count = 0;
        const data = sizes.map((size, at) => {
          const x = given.rng.normal([size, ...kind.input]);
          const answers: Tensor = twin(x).detach().argmax(1);
          // The first batch is right throughout, the last one wrong throughout: a mean of means shows.
          const wrong = at === sizes.length - 1 ? size : at === 0 ? 0 : given.rng.integer(0, size);
          const y = answers.clone();
          for (let k = 0; k < wrong; k++) y.at(k).fill_((answers.at(k).item() + given.rng.integer(1, 4)) % 5);
          right += size - wrong;
          count += size;
          return [x, y];
        });
        const modes = model.named_modules().map(({ training }) => training);
        const score = expect.unchanged(() => candidate.call('evaluate', model, data), { model });
        expect(score.field('accuracy'), 'accuracy').toBeClose(right / count, tolerance);
        expect(
          model.named_modules().map(({ training }) => training),
          { en: 'training, of each module', zh: '各模块的 training' },
        ).toEqual(modes);
      };
      sample('a-short-last-batch', { title: { en: 'a short last batch', zh: '最后一个批次较小' } }, (context) =>
        expectAccuracy(context, context.given.module(perceptron.description, { training: false }), perceptron, [8, 2]),
      );
      hidden('in-training', { title: { en: 'a model in training mode', zh: '处于训练模式的模型' } }, (context) => {
        const { given } = context;
        const model = given.module(convolutional.description, { training: true });
        expectAccuracy(context, model, convolutional, [given.rng.integer(7, 12), 5, 1]);
        expectAccuracy(context, mixed(context, convolutional, 'features'), convolutional, [9, 4]);
      });
    },
  );

  behaviour(
    'measures-size',
    {
      points: 1,
      title: { en: 'Measures the size', zh: '测量大小' },
      says: {
        en: 'bytes is not the length of the saved state_dict.',
        zh: 'bytes 不是保存后的 state_dict 的长度。',
      },
    },
    ({ sample, hidden }) => {
      const expectBytes = ({ candidate, given, expect }: TestContext, model: CandidateModule, x: Tensor) => {
        const data = [[x, given.rng.integers([x.size(0)], 0, 5)]];
        expect(candidate.call('evaluate', model, data).field('bytes'), 'bytes').toBe(
          given.save(model.method('state_dict')).length,
        );
      };
      sample('a-float-model', { title: { en: 'a float model', zh: '浮点模型' } }, (context) => {
        const model = context.given.module(perceptron.description, { training: false });
        expectBytes(context, model, context.given.rng.normal([3, 6]));
      });
      hidden('a-quantized-model', { title: { en: 'a quantized one', zh: '量化后的模型' } }, (context) => {
        // Made without the candidate's quantize: this is about evaluate alone.
        const { given } = context;
        const x = given.rng.normal([4, ...convolutional.input]);
        expectBytes(context, given.module(convolutional.description, { training: false }), x);
        const dynamic = given
          .call('ao.quantization.quantize_dynamic', given.module(perceptron.description, { training: false }))
          .module();
        expectBytes(context, dynamic, given.rng.normal([3, 6]));
      });
    },
  );

  behaviour(
    'keeps-the-digits',
    {
      points: 2,
      title: {
        en: 'Keeps its accuracy on digits at a fraction of the size',
        zh: '在手写数字上保持准确率，大小只剩一小部分',
      },
      says: {
        en: 'On the digits, the quantized model loses too much accuracy or is too large.',
        zh: '在手写数字上，量化后的模型准确率损失过大，或者文件过大。',
      },
    },
    ({ sample, hidden }) => {
      const expectKept = (context: TestContext, config: Config) => {
        const { candidate, given, expect, torch } = context;
        const { images, unseen, answers, state } = digits(torch);
        const model = given.module(digitsNet, { state, training: false, name: 'model' });
        const start = given.rng.integer(0, 1000);
        const calibration = [0, 1, 2].map((k) => images.narrow(0, start + 64 * k, 64));
        const data = [0, 1].map((k) => [
          unseen.narrow(0, 200 * k, k === 0 ? 200 : 160),
          answers.narrow(0, 200 * k, k === 0 ? 200 : 160),
        ]);
        const quantized = quantize(context, model, calibration, digitsFuse, config);
        const [before, after] = [model, quantized].map((one) => candidate.call('evaluate', one, data));
        if (!before || !after) return;
        const accuracy = Number(model.twin()(unseen).detach().argmax(1).eq(answers).float().mean().item());
        expect(before.field('accuracy'), { en: 'accuracy of the float model', zh: '浮点模型的准确率' }).toBeClose(
          accuracy,
          {
            rtol: 0,
            atol: 0.003,
          },
        );
        expect(after.field('accuracy').number(), {
          en: 'accuracy of the quantized model',
          zh: '量化模型的准确率',
        }).toBeAtLeast(accuracy - 0.03);
        expect(after.field('bytes').number() / before.field('bytes').number(), {
          en: 'size of the quantized model, as a share of the float one',
          zh: '量化模型与浮点模型的大小之比',
        }).toBeLessThan(0.4);
      };
      sample('per-tensor', { title: { en: 'a scale for each tensor', zh: '每个张量一个 scale' } }, (context) =>
        expectKept(context, 'default_qconfig'),
      );
      hidden('default', { title: { en: 'the default', zh: '默认值' } }, (context) => expectKept(context, null));
    },
  );
});
