import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, CandidateOptimizer, State, TestContext } from '#challenges/authoring.ts';
import type { Module, Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const inFeatures = 8;

/** plain: its mode makes no difference. normalised: running statistics and dropout, one level down. */
const bodies = {
  plain: "'block': Sequential(Linear(6, 8), Tanh())",
  normalised: "'block': Sequential(Linear(6, 8), BatchNorm1d(8), ReLU(), Dropout(0.4))",
} as const;

interface Setting {
  readonly body: keyof typeof bodies;
  readonly classes: number;
  readonly p: number;
  readonly lr: number;
}

interface Prepared {
  readonly model: CandidateModule;
  readonly optimizer: CandidateOptimizer;
  /** Before anything happened to it. */
  readonly pretrained: State;
  /** What a right `prepare` makes of the same model. */
  readonly reference: Reference;
}

interface Reference {
  readonly model: Module;
  readonly head: Module;
  readonly trained: readonly Tensor[];
  readonly velocities: (Tensor | null)[];
  readonly lr: number;
}

function prepared(context: TestContext, { body, classes, p, lr }: Setting): Prepared {
  const { candidate, given, torch: engine } = context;
  const model = given.module(`Sequential({${bodies[body]}, 'fc': Linear(${inFeatures}, 5)})`);
  const pretrained = model.state_dict();
  const twin = model.twin();
  const seed = given.rng.integer(0, 1_000_000);

  given.manualSeed(seed);
  const optimizer = candidate.call('prepare', model, { in_features: inFeatures, classes, p, lr }).optimizer();

  engine.manual_seed(seed);
  const linear = new engine.nn.Linear(inFeatures, classes);
  const head = new engine.nn.Sequential(new engine.nn.Dropout(p), linear);
  twin.add_module('fc', head);
  const trained = [...linear.parameters()];
  return {
    model,
    optimizer,
    pretrained,
    reference: { model: twin, head, trained, velocities: trained.map(() => null), lr },
  };
}

type Batch = readonly [Tensor, Tensor];

function draw({ given: { rng } }: TestContext, sizes: readonly number[], classes: number): readonly Batch[] {
  return sizes.map((n) => [rng.normal([n, 6]), rng.integers([n], 0, classes)]);
}

/** One epoch of the reference on the judge's engine: momentum written out. Gives back loss and size of each batch. */
function referenceEpoch(context: TestContext, reference: Reference, batches: readonly Batch[]) {
  const { torch: engine } = context;
  const { model, head, trained, velocities, lr } = reference;
  model.eval();
  head.train();
  return batches.map(([x, y]) => {
    const logits: Tensor = model(x);
    const loss = engine.nn.functional.cross_entropy(logits, y);
    const gradients = engine.autograd.grad(loss, [...trained]);
    engine.no_grad(() => {
      for (const [index, parameter] of trained.entries()) {
        const gradient = gradients[index];
        if (!gradient) continue;
        const velocity = velocities[index]?.mul(0.9).add(gradient) ?? gradient;
        velocities[index] = velocity;
        parameter.sub_(velocity.mul(lr));
      }
    });
    return { loss: loss.item(), samples: y.numel() };
  });
}

/** Both train from one random state, so that the head's dropout draws the same masks. */
function trainBoth(context: TestContext, { model, optimizer, reference }: Prepared, batches: readonly Batch[]) {
  const { candidate, given, torch: engine } = context;
  const seed = given.rng.integer(0, 1_000_000);
  given.manualSeed(seed);
  const result = candidate.call('train_epoch', model, optimizer, batches);
  engine.manual_seed(seed);
  return { result, expected: referenceEpoch(context, reference, batches) };
}

function expectHead({ expect }: TestContext, { model, reference }: Prepared): void {
  const state = model.state_dict();
  for (const [index, name] of ['fc.1.weight', 'fc.1.bias'].entries())
    expect(state[name] ?? null, name).toBeClose(reference.trained[index]?.detach() ?? NaN, tolerance);
}

const withoutHead = (state: State): State =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !name.startsWith('fc.')));

function drawSetting({ given: { rng } }: TestContext, setting: Partial<Setting> = {}): Setting {
  return { body: 'normalised', classes: rng.integer(3, 6), p: 0, lr: rng.number(0.05, 0.2), ...setting };
}

export default tests(({ behaviour }) => {
  behaviour(
    'freezes-the-body',
    {
      points: 2,
      title: { en: 'Freezes the body, not the head', zh: '冻结主干，不冻结输出层' },
      says: {
        en: 'The parameters that require a gradient are not exactly the two of the new head.',
        zh: '需要梯度的参数并不恰好是新输出层的那两个。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting) => {
        const { expect } = context;
        const it = prepared(context, setting);
        expect(
          it.model
            .named_parameters()
            .filter(({ requires_grad }) => requires_grad)
            .map(({ name }) => name),
          { en: 'parameters that require a gradient', zh: '需要梯度的参数' },
        ).toEqual(['fc.1.weight', 'fc.1.bias']);
        trainBoth(context, it, draw(context, [4, 3], setting.classes));
        const withGradient = Object.entries(it.model.grads()).filter(
          ([name, grad]) => !name.startsWith('fc.') && grad !== null,
        );
        expect(
          withGradient.map(([name]) => name),
          { en: 'parameters of the body with a .grad', zh: '主干中带有 .grad 的参数' },
        ).toEqual([]);
      };
      sample('the-flags', { title: { en: 'requires_grad by name', zh: '按名称查看 requires_grad' } }, (context) =>
        check(context, { body: 'plain', classes: 3, p: 0, lr: 0.1 }),
      );
      hidden(
        'with-batch-normalisation',
        { title: { en: 'a body with batch normalisation', zh: '带批量归一化的主干' } },
        (context) => check(context, drawSetting(context)),
      );
    },
  );

  behaviour(
    'replaces-the-head',
    {
      points: 1,
      title: { en: 'Replaces fc by dropout and a new linear layer', zh: '把 fc 换成 dropout 和新的线性层' },
      says: {
        en: 'model.fc is not nn.Sequential(nn.Dropout(p), nn.Linear(in_features, classes)) with default initialisation.',
        zh: 'model.fc 不是默认初始化的 nn.Sequential(nn.Dropout(p), nn.Linear(in_features, classes))。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting) => {
        const { expect, given } = context;
        const it = prepared(context, setting);
        const { model, pretrained } = it;
        const head = model.field('fc');
        expect(head.isInstanceOf('nn.Sequential'), 'model.fc instanceof nn.Sequential').toBe(true);
        expect(head.field('length'), { en: 'modules of the head', zh: '输出层中的模块数' }).toBe(2);
        expect(head.method('at', 0).isInstanceOf('nn.Dropout'), 'model.fc.at(0) instanceof nn.Dropout').toBe(true);
        expect(head.method('at', 1).isInstanceOf('nn.Linear'), 'model.fc.at(1) instanceof nn.Linear').toBe(true);
        expect(model.module('fc.0').field('p'), 'model.fc.at(0).p').toBe(setting.p);
        expectHead(context, it);
        expect(withoutHead(model.state_dict()), { en: 'state of the body', zh: '主干的状态' }).toBeClose(
          withoutHead(pretrained),
          { rtol: 0, atol: 0 },
        );
        model.eval();
        expect(model.call(given.rng.normal([1, 6])), 'model(x)').toHaveShape([1, setting.classes]);
      };
      sample('three-classes', { title: { en: 'three classes', zh: '三个类别' } }, (context) =>
        check(context, { body: 'plain', classes: 3, p: 0.2, lr: 0.1 }),
      );
      hidden('other-heads', { title: { en: 'other heads', zh: '其他输出层' } }, (context) =>
        check(context, drawSetting(context, { p: context.given.rng.pick([0, 0.25, 0.75]) })),
      );
    },
  );

  behaviour(
    'optimizes-the-head-only',
    {
      points: 2,
      title: { en: 'The optimizer holds the head and nothing else', zh: '优化器里只有输出层' },
      says: {
        en: 'The optimizer is not SGD with momentum 0.9 over exactly the two parameters of the new head.',
        zh: '返回的不是恰好持有新输出层两个参数、动量为 0.9 的 SGD。',
      },
    },
    ({ sample, hidden }) => {
      // Every parameter is given a gradient: what the optimizer does not hold must stay, the rest moves as SGD would move it.
      const check = (context: TestContext, setting: Setting) => {
        const { expect, given, torch: engine } = context;
        const { model, optimizer } = prepared(context, setting);
        const start = model.state_dict();
        const expected: Record<string, Tensor> = { ...start };
        const parameters = model.named_parameters();
        for (const { name, shape } of parameters) {
          const gradient = given.rng.normal(shape);
          model.tensor(name).setGrad(gradient);
          // Two steps with the same gradient: g, then 0.9 g + g.
          const from = start[name];
          if (from && name.startsWith('fc.')) expected[name] = engine.sub(from, gradient.mul(2.9 * setting.lr));
        }
        optimizer.step();
        optimizer.step();
        const state = model.state_dict();
        const moved = parameters
          .map(({ name }) => name)
          .filter((name) => {
            const [before, after] = [start[name], state[name]];
            return before && after && !engine.equal(before, after);
          });
        expect(moved, { en: 'parameters that step() moves', zh: 'step() 会更新的参数' }).toEqual([
          'fc.1.weight',
          'fc.1.bias',
        ]);
        expect(state, { en: 'state after two steps', zh: '走两步之后的状态' }).toBeClose(expected, tolerance);
        const count = optimizer.param_groups().reduce((sum, { params }) => sum + Number(params), 0);
        expect(count, { en: 'tensors in the optimizer', zh: '优化器中的张量个数' }).toBe(2);
      };
      sample('two-steps', { title: { en: 'two steps', zh: '走两步' } }, (context) =>
        check(context, { body: 'plain', classes: 3, p: 0, lr: 0.1 }),
      );
      hidden('other-rates', { title: { en: 'another body and rate', zh: '其他主干与学习率' } }, (context) =>
        check(context, drawSetting(context)),
      );
    },
  );

  behaviour(
    'trains-the-head',
    {
      points: 2,
      title: { en: 'Trains the head on what the frozen body gives', zh: '用冻结的主干给出的特征训练输出层' },
      says: {
        en: "After an epoch, the head's weights are not those of SGD on the features of the body in evaluation mode.",
        zh: '一个 epoch 之后，输出层的权重与在评估模式的主干特征上做 SGD 的结果不同。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, epochs: readonly (readonly number[])[]) => {
        const it = prepared(context, setting);
        for (const sizes of epochs) trainBoth(context, it, draw(context, sizes, setting.classes));
        expectHead(context, it);
      };
      sample('one-epoch', { title: { en: 'one epoch of three batches', zh: '一个 epoch，三个批次' } }, (context) =>
        check(context, { body: 'normalised', classes: 3, p: 0, lr: 0.1 }, [[6, 6, 4]]),
      );
      hidden(
        'a-batch-of-one',
        { title: { en: 'two epochs, each ends with a single sample', zh: '两个 epoch，末尾的批次只有一个样本' } },
        (context) => {
          const n = context.given.rng.integer(3, 6);
          check(context, drawSetting(context), [
            [n, n, 1],
            [n, n, 1],
          ]);
        },
      );
    },
  );

  behaviour(
    'keeps-the-statistics',
    {
      points: 2,
      title: { en: 'Weights and statistics of the body stay', zh: '主干的权重和统计量不变' },
      says: {
        en: 'Something in the body changed during training, such as the running statistics of batch normalisation.',
        zh: '训练时主干里有内容变了，例如批量归一化的滑动统计量。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, modes: readonly boolean[]) => {
        const { expect, candidate } = context;
        const { model, optimizer, pretrained } = prepared(context, setting);
        for (const mode of modes) {
          model.train(mode);
          candidate.call('train_epoch', model, optimizer, draw(context, [5, 4], setting.classes));
        }
        expect(withoutHead(model.state_dict()), { en: 'state of the body', zh: '主干的状态' }).toBeClose(
          withoutHead(pretrained),
          { rtol: 0, atol: 0 },
        );
      };
      sample('in-training-mode', { title: { en: 'a model in training mode', zh: '传入时处于训练模式' } }, (context) =>
        check(context, { body: 'normalised', classes: 3, p: 0, lr: 0.1 }, [true]),
      );
      hidden(
        'whoever-switches',
        { title: { en: 'switched between epochs', zh: '两个 epoch 之间模式被切换' } },
        (context) => check(context, drawSetting(context), [false, true]),
      );
    },
  );

  behaviour(
    'drops-in-the-head',
    {
      points: 1,
      title: { en: 'Dropout acts in the head while training', zh: '训练时输出层的 dropout 生效' },
      says: {
        en: 'The head was not trained with its dropout on.',
        zh: '训练输出层时，它的 dropout 没有生效。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, mode: boolean) => {
        const it = prepared(context, setting);
        it.model.train(mode);
        trainBoth(context, it, draw(context, [6, 5], setting.classes));
        expectHead(context, it);
      };
      sample('half', { title: { en: 'p = 0.5', zh: 'p = 0.5' } }, (context) =>
        check(context, { body: 'plain', classes: 3, p: 0.5, lr: 0.1 }, true),
      );
      hidden(
        'after-validation',
        { title: { en: 'a model left in evaluation mode', zh: '传入时处于评估模式' } },
        (context) =>
          check(context, drawSetting(context, { body: 'plain', p: context.given.rng.pick([0.25, 0.5, 0.6]) }), false),
      );
    },
  );

  behaviour(
    'reports-the-mean-loss',
    {
      points: 1,
      title: { en: 'Returns the mean loss of the samples', zh: '返回所有样本的平均损失' },
      says: {
        en: 'The result is not the mean loss over all samples of the epoch.',
        zh: '返回值不是这个 epoch 中所有样本损失的平均值。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, sizes: readonly number[]) => {
        const { expect } = context;
        const it = prepared(context, setting);
        const { result, expected } = trainBoth(context, it, draw(context, sizes, setting.classes));
        const samples = expected.reduce((sum, batch) => sum + batch.samples, 0);
        const mean = expected.reduce((sum, batch) => sum + batch.loss * batch.samples, 0) / samples;
        expect(result).toBeClose(mean, tolerance);
      };
      // Without a learning rate, losses depend on nothing but the weights that came.
      sample('unequal-batches', { title: { en: 'batches of 6 and 2', zh: '大小为 6 和 2 的批次' } }, (context) =>
        check(context, { body: 'plain', classes: 3, p: 0, lr: 0 }, [6, 2]),
      );
      hidden('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { rng } = context.given;
        check(context, drawSetting(context, { body: 'plain', lr: 0 }), [rng.integer(6, 9), rng.integer(3, 4), 1]);
      });
    },
  );
});
