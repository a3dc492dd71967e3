import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, Given, State, TestContext } from '#challenges/authoring.ts';
import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Sizes {
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
}

const build = ({ candidate }: TestContext, { inputs, hidden, classes }: Sizes, p: number): CandidateModule =>
  candidate.construct('TwoLayerClassifier', inputs, hidden, classes, p).module();

function drawSizes({ rng }: Given): Sizes {
  return { inputs: rng.integer(5, 9), hidden: rng.integer(10, 14), classes: rng.integer(3, 4) };
}

function drawState({ rng }: Given, { inputs, hidden, classes }: Sizes): State {
  return {
    'fc1.weight': rng.normal([hidden, inputs]),
    'fc1.bias': rng.normal([hidden]),
    'fc2.weight': rng.normal([classes, hidden]),
    'fc2.bias': rng.normal([classes]),
  };
}

function part(state: State, name: string): Tensor {
  const tensor = state[name];
  if (!tensor) throw new Error(`no ${name}`);
  return tensor;
}

/** W₂ · relu(W₁ x + b₁) + b₂ */
function logits(state: State, x: Tensor): Tensor {
  const h = x.flatten(1).matmul(part(state, 'fc1.weight').t()).add(part(state, 'fc1.bias')).relu();
  return h.matmul(part(state, 'fc2.weight').t()).add(part(state, 'fc2.bias'));
}

/** Weights that make dropout readable: every hidden unit is 1, class i sees unit i alone and adds 5. */
function transparent(engine: typeof torch, units: number): State {
  return {
    'fc1.weight': engine.zeros([units, 2]),
    'fc1.bias': engine.ones([units]),
    'fc2.weight': engine.eye(units),
    'fc2.bias': engine.full([units], 5).float(),
  };
}

export default tests(({ behaviour }) => {
  behaviour(
    'registers-its-layers',
    {
      points: 1,
      title: { en: 'Registers fc1 and fc2', zh: '注册 fc1 和 fc2' },
      says: {
        en: 'The parameters are not exactly those of fc1 and fc2: a layer is not registered, or has another name or size.',
        zh: '参数与 fc1、fc2 应有的不一致：某一层没有注册，或者名称、大小不对。',
      },
    },
    ({ sample, hidden: secret }) => {
      const names = ['fc1.weight', 'fc1.bias', 'fc2.weight', 'fc2.bias'];
      const check = (context: TestContext, sizes: Sizes) => {
        const { expect } = context;
        const { inputs, hidden, classes } = sizes;
        const model = build(context, sizes, 0.1);
        expect(Object.keys(model.state_dict()), 'keys of state_dict()').toEqual(names);
        const parameters = model.named_parameters();
        expect(
          parameters.map(({ name }) => name),
          'named_parameters()',
        ).toEqual(names);
        expect(
          parameters.map(({ shape }) => shape),
          { en: 'shapes of the parameters', zh: '各参数的形状' },
        ).toEqual([[hidden, inputs], [hidden], [classes, hidden], [classes]]);
        expect(
          parameters.map((parameter) => parameter.requires_grad),
          'requires_grad',
        ).toEqual([true, true, true, true]);
      };
      sample(
        'names-and-shapes',
        { title: { en: 'names and shapes for 784, 128, 10', zh: '784、128、10 时的名称与形状' } },
        (context) => check(context, { inputs: 784, hidden: 128, classes: 10 }),
      );
      secret('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSizes(context.given)),
      );
    },
  );

  behaviour(
    'gives-logits',
    {
      points: 2,
      title: { en: 'Gives logits for a batch', zh: '对一批样本给出 logits' },
      says: {
        en: 'The output is not fc2(relu(fc1(x))) in evaluation mode.',
        zh: '评估模式下的输出不等于 fc2(relu(fc1(x)))。',
      },
    },
    ({ sample, hidden: secret }) => {
      const check = (context: TestContext, shape: readonly number[], sizes: Sizes) => {
        const { given, expect } = context;
        const state = drawState(given, sizes);
        const model = build(context, sizes, 0.5);
        model.load_state_dict(state);
        model.eval();
        const x = given.rng.normal(shape);
        expect(model.call(x), 'model(x)').toBeClose(logits(state, x), tolerance);
      };
      sample('a-batch', { title: { en: 'a batch of vectors', zh: '一批向量' } }, (context) =>
        check(context, [5, 6], { inputs: 6, hidden: 8, classes: 3 }),
      );
      secret(
        'a-batch-of-one',
        {
          title: { en: 'a batch of one keeps its dimension', zh: '只有一个样本时也保留批次维' },
        },
        (context) => {
          const sizes = drawSizes(context.given);
          check(context, [1, sizes.inputs], sizes);
        },
      );
      secret('images', { title: { en: 'images, flattened inside', zh: '图像，在模型内部展平' } }, (context) =>
        check(context, [context.given.rng.integer(2, 4), 1, 3, 4], { ...drawSizes(context.given), inputs: 12 }),
      );
    },
  );

  behaviour(
    'gradients-reach-all',
    {
      points: 2,
      title: { en: 'Gradients reach every parameter', zh: '梯度到达每个参数' },
      says: { en: 'A parameter has no gradient, or a wrong one.', zh: '某个参数没有梯度，或者梯度不对。' },
    },
    ({ sample, hidden: secret }) => {
      const check = (context: TestContext, batch: number, sizes: Sizes) => {
        const { given, expect, torch: engine } = context;
        const state = drawState(given, sizes);
        const model = build(context, sizes, 0.5);
        model.load_state_dict(state);
        model.eval();
        const x = given.rng.normal([batch, sizes.inputs]);
        const upstream = given.rng.normal([batch, sizes.classes]);
        model.call(x).tensor().backward(upstream);

        // The same chain rule with the judge's own engine.
        const tracked: State = Object.fromEntries(
          Object.entries(state).map(([name, t]) => [name, t.clone().requires_grad_(true)]),
        );
        const names = Object.keys(tracked);
        const gradients = engine.autograd.grad(logits(tracked, x).mul(upstream).sum(), Object.values(tracked));
        const actual = model.grads();
        for (const [index, name] of names.entries()) {
          expect(actual[name] ?? null, `${name}.grad`).notToBeNull();
          expect(actual[name] ?? null, `${name}.grad`).toBeClose(gradients[index] ?? NaN, tolerance);
        }
      };
      sample('one-step', { title: { en: 'one backward pass', zh: '一次反向传播' } }, (context) =>
        check(context, 4, { inputs: 6, hidden: 8, classes: 3 }),
      );
      secret('other-sizes', { title: { en: 'other sizes and values', zh: '其他大小与数值' } }, (context) =>
        check(context, context.given.rng.integer(3, 6), drawSizes(context.given)),
      );
    },
  );

  behaviour(
    'drops-in-training-only',
    {
      points: 2,
      title: { en: 'Drops hidden units, in training mode only', zh: '只在训练模式下随机丢弃隐藏单元' },
      says: {
        en: 'Dropout does not act on the hidden units in training mode, or still acts in evaluation mode.',
        zh: '训练模式下 dropout 没有作用在隐藏单元上，或者评估模式下仍在丢弃。',
      },
    },
    ({ sample, hidden: secret }) => {
      const check = (context: TestContext, p: number) => {
        const { expect, given, torch: engine } = context;
        const units = 400;
        const model = build(context, { inputs: 2, hidden: units, classes: units }, p);
        model.load_state_dict(transparent(engine, units));
        model.train();
        const samples = 2;
        const x = given.rng.normal([samples, 2]);
        const out = model.call(x).tensor().values;
        const kept = 5 + 1 / (1 - p);
        // Every logit is 5 (its unit was dropped) or 5 + 1/(1 − p) (kept and scaled); anything else is neither.
        const dropped = out.sub(5).abs().lt(1e-3).float();
        const stays = out.sub(kept).abs().lt(1e-3).float();
        expect(dropped.add(stays).sum().item(), {
          label: {
            en: 'units that are dropped or scaled by 1/(1 − p), of 800',
            zh: '被丢弃或放大为 1/(1 − p) 倍的单元数，共 800 个',
          },
        }).toBe(samples * units);
        // Six standard deviations around p: a right program misses it once in 500 million runs.
        const bound = 6 * Math.sqrt((p * (1 - p)) / (samples * units));
        expect(Math.abs(dropped.mean().item() - p), {
          label: { en: 'distance of the dropped share from p', zh: '丢弃比例与 p 的差' },
        }).toBeLessThan(bound);
        expect(dropped.select(0, 0).sub(dropped.select(0, 1)).abs().sum().item(), {
          label: {
            en: 'units dropped in one sample of the batch but not in the other',
            zh: '在一个样本中被丢弃而在另一个样本中保留的单元数',
          },
          says: {
            en: 'All samples of a batch lose the same hidden units.',
            zh: '同一批次的各个样本丢弃了相同的隐藏单元。',
          },
        }).toBeGreaterThan(0);

        model.eval();
        expect(model.call(x), 'model.eval(); model(x)').toBeClose(engine.full([samples, units], 6).float(), tolerance);
      };
      sample('half', { title: { en: 'p = 0.5', zh: 'p = 0.5' } }, (context) => check(context, 0.5));
      secret('another-p', { title: { en: 'another p', zh: '其他 p 值' } }, (context) =>
        check(context, context.given.rng.pick([0.2, 0.25, 0.7, 0.75])),
      );
    },
  );

  behaviour(
    'starts-as-pytorch-does',
    {
      points: 1,
      title: { en: "The same seed gives PyTorch's weights", zh: '同一个随机种子得到与 PyTorch 相同的权重' },
      says: {
        en: 'After manual_seed, the weights are not those of fc1 and fc2 made in this order with the default initialisation.',
        zh: '设置 manual_seed 之后，权重与按默认初始化依次创建 fc1、fc2 的结果不同。',
      },
    },
    ({ sample, hidden: secret }) => {
      const check = (context: TestContext, seed: number, sizes: Sizes) => {
        const { given, expect, torch: engine } = context;
        given.manualSeed(seed);
        const model = build(context, sizes, 0.5);
        engine.manual_seed(seed);
        const fc1 = new engine.nn.Linear(sizes.inputs, sizes.hidden);
        const fc2 = new engine.nn.Linear(sizes.hidden, sizes.classes);
        const state: State = {
          'fc1.weight': fc1.weight.detach(),
          'fc1.bias': fc1.bias?.detach() ?? engine.zeros([sizes.hidden]),
          'fc2.weight': fc2.weight.detach(),
          'fc2.bias': fc2.bias?.detach() ?? engine.zeros([sizes.classes]),
        };
        const actual = model.state_dict();
        for (const [name, values] of Object.entries(state)) expect(actual[name] ?? null, name).toBeClose(values);
      };
      sample('seed-zero', { title: { en: 'manual_seed(0)', zh: 'manual_seed(0)' } }, (context) =>
        check(context, 0, { inputs: 4, hidden: 8, classes: 3 }),
      );
      secret('other-seeds', { title: { en: 'another seed and size', zh: '其他种子与大小' } }, (context) =>
        check(context, context.given.rng.integer(1, 1_000_000), drawSizes(context.given)),
      );
    },
  );
});
