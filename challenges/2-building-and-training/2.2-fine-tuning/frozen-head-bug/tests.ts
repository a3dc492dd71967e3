import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const xLabel = { en: 'epoch', zh: 'epoch' };

interface Setting {
  /** What stands in layer2 after its Linear. */
  readonly layers: 'Tanh()' | 'BatchNorm1d(8), ReLU()' | 'Dropout(0.5)';
  readonly classes: number;
  readonly epochs: number;
  /** Samples of each batch. */
  readonly sizes: readonly number[];
  readonly lr: number;
  /** Whether the model comes in training mode. */
  readonly training?: boolean;
}

interface Tuned {
  readonly model: CandidateModule;
  readonly result: Returned;
  /** `layer2.training` in each forward pass. */
  readonly trainingInForward: readonly boolean[];
  /** What a right program makes of the same model: its state, and the losses. */
  readonly expected: { readonly state: { readonly [name: string]: Tensor }; readonly losses: readonly number[] };
}

/** Lets the submission fine-tune a model, and does the same with the judge's engine. */
function tune(context: TestContext, setting: Setting): Tuned {
  const { candidate, given, torch: engine } = context;
  const { classes, epochs, sizes, lr, training = true } = setting;
  const { rng } = given;
  const model = given.module(
    `Sequential({'layer1': Sequential(Linear(6, 8), Tanh()), 'layer2': Sequential(Linear(8, 8), ${setting.layers}), 'fc': Linear(8, 5)})`,
    { training },
  );
  const twin = model.twin();
  const batches = sizes.map((n) => [rng.normal([n, 6]), rng.integers([n], 0, classes)] as const);
  const trainingInForward: boolean[] = [];
  const part = model.module('layer2');
  part.method(
    'register_forward_pre_hook',
    given.spy(() => void trainingInForward.push(part.training()), { name: 'forward' }),
  );
  const seed = rng.integer(0, 1_000_000);

  given.manualSeed(seed);
  const result = candidate.call('fine_tune', { model, classes, batches, epochs, lr });

  engine.manual_seed(seed);
  const layer2 = twin.get_submodule('layer2');
  const head = new engine.nn.Linear(8, classes);
  twin.add_module('fc', head);
  twin.train();
  const trained = [...layer2.parameters(), ...head.parameters()];
  const optimizer = new engine.optim.SGD(trained, { lr, momentum: 0.9 });
  const losses = Array.from({ length: epochs }, () => {
    let total = 0;
    for (const [x, y] of batches) {
      const logits: Tensor = twin(x);
      const loss = engine.nn.functional.cross_entropy(logits, y);
      const gradients = engine.autograd.grad(loss, trained);
      for (const [index, parameter] of trained.entries()) parameter.grad = gradients[index] ?? null;
      optimizer.step();
      total += loss.item();
    }
    return total / batches.length;
  });
  return { model, result, trainingInForward, expected: { state: twin.state_dict(), losses } };
}

function drawn({ given: { rng } }: TestContext, layers: Setting['layers']): Setting {
  return {
    layers,
    classes: rng.integer(3, 4),
    epochs: rng.integer(2, 3),
    sizes: Array.from({ length: rng.integer(2, 3) }, () => rng.integer(4, 6)),
    lr: rng.number(0.05, 0.1),
  };
}

const names = (model: CandidateModule) =>
  model
    .named_parameters()
    .filter(({ requires_grad }) => requires_grad)
    .map(({ name }) => name);

export default tests(({ behaviour }) => {
  behaviour(
    'unfreezes-the-parameters',
    {
      points: 2,
      title: { en: 'Unfreezes layer2 and fc, and nothing else', zh: '只解冻 layer2 和 fc' },
      says: {
        en: 'The parameters that require a gradient are not exactly those of layer2 and fc.',
        zh: '需要梯度的参数并不恰好是 layer2 和 fc 的参数。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, trained: readonly string[]) => {
        const released = names(tune(context, setting).model);
        context
          .expect(
            released.filter((name) => name.startsWith('layer1.')),
            {
              label: { en: 'parameters of layer1 that require a gradient', zh: 'layer1 中需要梯度的参数' },
              says: { en: 'layer1 is not frozen.', zh: 'layer1 没有冻结。' },
            },
          )
          .toEqual([]);
        context.expect(released, { en: 'parameters that require a gradient', zh: '需要梯度的参数' }).toEqual(trained);
      };
      sample('the-flags', { title: { en: 'requires_grad by name', zh: '按名称查看 requires_grad' } }, (context) =>
        check(context, { layers: 'Tanh()', classes: 3, epochs: 1, sizes: [4], lr: 0.1 }, [
          'layer2.0.weight',
          'layer2.0.bias',
          'fc.weight',
          'fc.bias',
        ]),
      );
      hidden(
        'with-batch-normalisation',
        { title: { en: 'also those of batch normalisation', zh: '批量归一化的参数也一样' } },
        (context) =>
          check(context, drawn(context, 'BatchNorm1d(8), ReLU()'), [
            'layer2.0.weight',
            'layer2.0.bias',
            'layer2.1.weight',
            'layer2.1.bias',
            'fc.weight',
            'fc.bias',
          ]),
      );
    },
  );

  behaviour(
    'trains-the-last-block',
    {
      points: 3,
      title: { en: 'Trains layer2 and the head', zh: '训练 layer2 和新的输出层' },
      says: {
        en: 'After training, the weights are not those of a model whose layer2 and fc were trained.',
        zh: '训练之后的权重，与训练 layer2 和 fc 应得到的结果不同。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting) => {
        const { model, expected } = tune(context, setting);
        const state = model.state_dict();
        for (const part of ['layer1.0', 'layer2.0', 'fc'])
          for (const name of [`${part}.weight`, `${part}.bias`])
            context.expect(state[name] ?? null, name).toBeClose(expected.state[name] ?? NaN, tolerance);
      };
      sample('one-step', { title: { en: 'one step', zh: '一步' } }, (context) =>
        check(context, { layers: 'Tanh()', classes: 3, epochs: 1, sizes: [4], lr: 0.1 }),
      );
      hidden('some-epochs', { title: { en: 'some epochs', zh: '若干个 epoch' } }, (context) =>
        check(context, drawn(context, 'Tanh()')),
      );
    },
  );

  behaviour(
    'trains-in-training-mode',
    {
      points: 2,
      title: { en: 'Trains in training mode, comes back in evaluation mode', zh: '训练时用训练模式，返回时为评估模式' },
      says: {
        en: 'A forward pass of training ran in evaluation mode, or the model did not come back in evaluation mode.',
        zh: '训练中的某次前向传播处于评估模式，或者返回时模型不在评估模式。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting) => {
        const { expect } = context;
        const { model, expected, trainingInForward } = tune(context, setting);
        expect(trainingInForward[0] ?? null, {
          en: 'layer2.training in the first forward pass',
          zh: '第一次前向传播时的 layer2.training',
        }).toBe(true);
        expect(trainingInForward, {
          label: { en: 'layer2.training in each forward pass', zh: '每次前向传播时的 layer2.training' },
          says: {
            en: 'A later forward pass ran in evaluation mode, or there was not one for each batch and epoch.',
            zh: '后面的某次前向传播处于评估模式，或者前向传播的次数与批次和 epoch 数不符。',
          },
        }).toEqual(Array.from({ length: setting.epochs * setting.sizes.length }, () => true));
        const state = model.state_dict();
        for (const name of ['running_mean', 'running_var', 'num_batches_tracked'].map((buffer) => `layer2.1.${buffer}`))
          if (name in expected.state)
            expect(state[name] ?? null, name).toBeClose(expected.state[name] ?? NaN, tolerance);
        expect(
          model.named_modules().filter((part) => part.training),
          {
            label: { en: 'modules in training mode on return', zh: '返回时仍处于训练模式的模块' },
            says: {
              en: 'The model did not come back in evaluation mode.',
              zh: '返回时模型不在评估模式。',
            },
          },
        ).toEqual([]);
      };
      // Without a learning rate the weights stay, so the statistics do not depend on what is trained.
      sample(
        'batch-statistics',
        { title: { en: 'the running statistics of batch normalisation', zh: '批量归一化的滑动统计量' } },
        (context) => check(context, { layers: 'BatchNorm1d(8), ReLU()', classes: 3, epochs: 2, sizes: [4, 4], lr: 0 }),
      );
      hidden(
        'comes-in-evaluation-mode',
        { title: { en: 'a model that comes in evaluation mode', zh: '传入时处于评估模式的模型' } },
        (context) => check(context, { ...drawn(context, 'BatchNorm1d(8), ReLU()'), lr: 0, training: false }),
      );
      hidden('dropout', { title: { en: 'a model with dropout', zh: '带 dropout 的模型' } }, (context) =>
        check(context, drawn(context, 'Dropout(0.5)')),
      );
    },
  );

  behaviour(
    'fine-tunes-as-described',
    {
      points: 2,
      title: { en: 'Everything together: losses and final state', zh: '整体结果：损失与最终状态' },
      says: {
        en: 'The losses or the final state are not those of the fine-tuning that was described.',
        zh: '损失或最终状态与题目所描述的微调不一致。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting) => {
        const { expect } = context;
        const { model, result, expected } = tune(context, setting);
        const losses = result.array().map((loss) => loss.number());
        expect(losses, { en: 'mean loss of each epoch', zh: '每个 epoch 的平均损失' }).toFollowCurve(expected.losses, {
          xLabel,
          ...tolerance,
        });
        expect(model.state_dict(), 'model.state_dict()').toBeClose(expected.state, tolerance);
      };
      sample('three-epochs', { title: { en: 'three epochs', zh: '三个 epoch' } }, (context) =>
        check(context, { layers: 'BatchNorm1d(8), ReLU()', classes: 3, epochs: 3, sizes: [5, 5, 4], lr: 0.1 }),
      );
      hidden('other-runs', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawn(context, 'BatchNorm1d(8), ReLU()')),
      );
      hidden('small-batches', { title: { en: 'batches of two', zh: '每批两个样本' } }, (context) =>
        check(context, { ...drawn(context, 'Dropout(0.5)'), sizes: [2, 2] }),
      );
    },
  );
});
