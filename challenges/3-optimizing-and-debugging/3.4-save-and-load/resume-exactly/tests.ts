import { tests } from '#challenges/authoring.ts';
import type {
  CandidateModule,
  CandidateOptimizer,
  CandidateScheduler,
  Returned,
  State,
  TestContext,
} from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const xLabel = { en: 'epoch', zh: 'epoch' };

const models = {
  stochastic: 'Sequential(Linear(4, 8), BatchNorm1d(8), Tanh(), Dropout(0.4), Linear(8, 2))',
  plain: 'Sequential(Linear(4, 6), Tanh(), Linear(6, 2))',
} as const;

interface Setting {
  readonly model: keyof typeof models;
  readonly optimizer: 'SGD' | 'Adam' | 'AdamW' | 'RMSprop';
  readonly options: { readonly [name: string]: number };
  readonly scheduler: 'StepLR' | 'CosineAnnealingLR' | 'ExponentialLR';
  readonly schedule: { readonly [name: string]: number };
}

interface Run {
  readonly model: CandidateModule;
  readonly optimizer: CandidateOptimizer;
  readonly scheduler: CandidateScheduler;
  readonly generator: Returned;
}

/** Builds what the training script of a process builds; weights are drawn anew unless given. */
function build({ given }: TestContext, setting: Setting, state?: State): Run {
  const model = given.module(models[setting.model], state ? { state } : {});
  const optimizer = given.optimizer(setting.optimizer, model, setting.options);
  const scheduler = given.scheduler(setting.scheduler, optimizer, setting.schedule);
  const generator = given.construct('Generator');
  generator.method('manual_seed', given.rng.integer(0, 1_000_000));
  return { model, optimizer, scheduler, generator };
}

type Data = readonly [x: Tensor, y: Tensor];
const rows = 8;
const drawData = ({ given: { rng } }: TestContext): Data => [rng.normal([rows, 4]), rng.normal([rows, 2])];

/** One epoch of two batches, in an order that the generator draws. Gives back the sum of the losses. */
function train({ given }: TestContext, { model, optimizer, scheduler, generator }: Run, [x, y]: Data): number {
  const order = given.call('randperm', rows, { generator }).tensor().values;
  let total = 0;
  for (const batch of order.split(rows / 2)) {
    optimizer.zero_grad();
    const prediction = model.call(x.index_select(0, batch));
    const loss = given.call('nn.functional.mse_loss', prediction, y.index_select(0, batch)).tensor();
    loss.backward();
    optimizer.step();
    total += loss.item();
  }
  scheduler.step();
  return total;
}

const save = ({ candidate }: TestContext, run: Run, epoch: number): Uint8Array =>
  candidate.call('save_checkpoint', { ...run }, epoch).bytes();
const load = ({ candidate }: TestContext, bytes: Uint8Array, run: Run): Returned =>
  candidate.call('load_checkpoint', bytes, { ...run });

/** A later process: its own random state, its own weights. */
function rebuild(context: TestContext, setting: Setting, state?: State): Run {
  context.given.manualSeed(context.given.rng.integer(0, 1_000_000));
  return build(context, setting, state);
}

function part(state: State, name: string): Tensor {
  const tensor = state[name];
  if (!tensor) throw new Error(`no ${name}`);
  return tensor;
}

const known: Setting = {
  model: 'stochastic',
  optimizer: 'Adam',
  options: { lr: 0.05 },
  scheduler: 'StepLR',
  schedule: { step_size: 2, gamma: 0.5 },
};

/** Optimizers that remember something between steps, schedules whose next rate depends on where they are. */
function drawn({ given: { rng } }: TestContext, setting: Partial<Setting> = {}): Setting {
  const lr = rng.number(0.02, 0.05);
  const [optimizer, options] = rng.pick([
    ['SGD', { lr, momentum: 0.9 }],
    ['AdamW', { lr, weight_decay: 0.1 }],
    ['RMSprop', { lr, momentum: 0.5 }],
  ] as const);
  const [scheduler, schedule] = rng.pick([
    ['StepLR', { step_size: 2, gamma: 0.5 }],
    ['CosineAnnealingLR', { T_max: 8 }],
  ] as const);
  return { model: 'stochastic', optimizer, options, scheduler, schedule, ...setting };
}

export default tests(({ behaviour }) => {
  behaviour(
    'restores-the-model',
    {
      points: 2,
      title: { en: 'Restores parameters and buffers', zh: '恢复参数和缓冲区' },
      says: {
        en: 'After loading, the state of the model is not the one that was saved.',
        zh: '加载之后，模型的状态不等于保存时的状态。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, epochs: number) => {
        const { expect } = context;
        const data = drawData(context);
        const run = build(context, setting);
        for (let epoch = 0; epoch < epochs; epoch++) train(context, run, data);
        const saved = run.model.state_dict();
        const bytes = save(context, run, epochs);
        const held = Object.values(saved).reduce((sum, t) => sum + t.numel() * t.element_size(), 0);
        expect(bytes.length, {
          label: { en: 'bytes of the checkpoint', zh: '检查点的字节数' },
          says: {
            en: 'The bytes are too few to hold the model: something else keeps it.',
            zh: '字节数太少，装不下这个模型：模型保存在了别处。',
          },
        }).toBeAtLeast(held);
        train(context, run, data); // a checkpoint is a copy
        const later = rebuild(context, setting);
        load(context, bytes, later);
        expect(later.model.state_dict(), 'model.state_dict()').toBeClose(saved, tolerance);
      };
      sample('after-one-epoch', { title: { en: 'after one epoch', zh: '一个 epoch 之后' } }, (context) =>
        check(context, known, 1),
      );
      hidden('after-some', { title: { en: 'after two, with others', zh: '两个 epoch 之后，其他设置' } }, (context) =>
        check(context, drawn(context), 2),
      );
    },
  );

  behaviour(
    'restores-the-optimizer',
    {
      points: 2,
      title: { en: "Restores the optimizer's memory and options", zh: '恢复优化器的记忆和设置' },
      says: {
        en: 'After loading, the optimizer takes another step than the one that was saved.',
        zh: '加载之后，优化器走出的一步与保存时的优化器不同。',
      },
    },
    ({ sample, hidden }) => {
      // The later run gets the saved weights from here, and both the same gradients: only the optimizer can differ.
      const check = (context: TestContext, setting: Setting, option?: readonly [string, number]) => {
        const { given, expect } = context;
        const run = build(context, setting);
        train(context, run, drawData(context));
        if (option) run.optimizer.set(option[0], option[1]);
        const saved = run.model.state_dict();
        const bytes = save(context, run, 1);
        const gradients = run.model
          .named_parameters()
          .map(({ name, shape }) => [name, given.rng.normal(shape)] as const);
        const step = ({ model, optimizer }: Run) => {
          for (const [name, gradient] of gradients) model.tensor(name).setGrad(gradient);
          optimizer.step();
        };
        step(run); // a checkpoint is a copy
        const later = rebuild(context, setting, saved);
        load(context, bytes, later);
        for (const [name] of gradients) later.model.tensor(name).setValues(part(saved, name));
        step(later);
        expect(later.model.state_dict(), { en: 'state after one more step', zh: '再走一步之后的状态' }).toBeClose(
          run.model.state_dict(),
          tolerance,
        );
      };
      const constant = { scheduler: 'StepLR', schedule: { step_size: 100, gamma: 0.5 }, model: 'plain' } as const;
      sample('moments', { title: { en: 'the moments of Adam', zh: 'Adam 的矩' } }, (context) =>
        check(context, { ...known, ...constant }),
      );
      hidden('other-optimizers', { title: { en: 'other optimizers', zh: '其他优化器' } }, (context) =>
        check(context, drawn(context, constant)),
      );
      hidden(
        'changed-by-hand',
        { title: { en: 'an option that was changed by hand', zh: '手动改过的设置' } },
        (context) =>
          check(context, { ...known, ...constant, optimizer: 'SGD', options: { lr: 0.05, momentum: 0.9 } }, [
            'weight_decay',
            0.5,
          ]),
      );
    },
  );

  behaviour(
    'restores-the-schedule',
    {
      points: 2,
      title: { en: 'Goes on with the right learning rates', zh: '之后的学习率正确' },
      says: {
        en: 'After loading, the learning rates are not those of the run that went on.',
        zh: '加载之后的学习率与未中断的训练不同。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, epochs: number) => {
        const { expect } = context;
        const run = build(context, setting);
        const rates = (count: number, { optimizer, scheduler }: Run) =>
          Array.from({ length: count }, () => {
            const [rate = NaN] = optimizer.lrs();
            optimizer.step();
            scheduler.step();
            return rate;
          });
        rates(epochs, run);
        const bytes = save(context, run, epochs);
        const expected = rates(6, run);
        const later = rebuild(context, setting);
        load(context, bytes, later);
        expect(later.optimizer.lrs()[0] ?? NaN, {
          label: { en: 'learning rate right after loading', zh: '刚加载完的学习率' },
          says: {
            en: 'Right after loading, the learning rate is not the one that was saved.',
            zh: '刚加载完，学习率就与保存时不同。',
          },
        }).toBe(expected[0] ?? NaN);
        expect(rates(6, later), { en: 'learning rate of the next epochs', zh: '之后各 epoch 的学习率' }).toFollowCurve(
          expected,
          { xLabel, rtol: 0, atol: 0 },
        );
      };
      sample('steps', { title: { en: 'a step every two epochs', zh: '每两个 epoch 衰减一次' } }, (context) =>
        check(context, { ...known, model: 'plain' }, 3),
      );
      hidden('cosine', { title: { en: 'a cosine', zh: '余弦退火' } }, (context) =>
        check(
          context,
          { ...known, model: 'plain', scheduler: 'CosineAnnealingLR', schedule: { T_max: 12 } },
          context.given.rng.integer(2, 5),
        ),
      );
    },
  );

  behaviour(
    'restores-the-random-streams',
    {
      points: 2,
      title: { en: 'Restores both random streams', zh: '恢复两个随机数流' },
      says: {
        en: 'After loading, a random stream does not go on where it was.',
        zh: '加载之后，某个随机数流没有从原来的位置继续。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, draws: number) => {
        const { given, expect } = context;
        const run = build(context, { ...known, model: 'plain' });
        given.manualSeed(given.rng.integer(0, 1_000_000));
        // An odd count of normal numbers leaves one in reserve: the state is more than a position.
        for (let draw = 0; draw < draws; draw++) {
          given.call('randn', 1);
          given.call('randn', 1, { generator: run.generator });
        }
        const bytes = save(context, run, 1);
        const next = (generator?: Returned) =>
          [3, 5].map((n) => given.call('randn', n, generator ? { generator } : {}).tensor().values);
        const [expected, expectedOfGenerator] = [next(), next(run.generator)];
        const later = rebuild(context, { ...known, model: 'plain' });
        load(context, bytes, later);
        expect(next(), {
          label: { en: 'next numbers of the default stream', zh: '默认随机数流接下来的数' },
          says: {
            en: 'After loading, the default random stream does not go on where it was.',
            zh: '加载之后，默认的随机数流没有从原来的位置继续。',
          },
        }).toBeClose(expected, tolerance);
        expect(next(later.generator), {
          label: { en: 'next numbers of generator', zh: 'generator 接下来的数' },
          says: {
            en: 'After loading, generator does not go on where it was.',
            zh: '加载之后，generator 没有从原来的位置继续。',
          },
        }).toBeClose(expectedOfGenerator, tolerance);
      };
      sample('a-few-numbers', { title: { en: 'after a few numbers', zh: '取过几个数之后' } }, (context) =>
        check(context, 2),
      );
      hidden('an-odd-count', { title: { en: 'after an odd count of numbers', zh: '取过奇数个数之后' } }, (context) =>
        check(context, context.given.rng.pick([1, 3, 5])),
      );
    },
  );

  behaviour(
    'returns-the-epoch',
    {
      points: 1,
      title: { en: 'Returns how many epochs are finished', zh: '返回已完成的 epoch 数' },
      says: {
        en: 'load_checkpoint does not return the epoch that was saved.',
        zh: 'load_checkpoint 返回的不是保存时的 epoch。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, epoch: number) => {
        const setting = { ...known, model: 'plain' } as const;
        const bytes = save(context, build(context, setting), epoch);
        context.expect(load(context, bytes, rebuild(context, setting))).toBe(epoch);
      };
      sample('two', { title: { en: 'two', zh: '两个' } }, (context) => check(context, 2));
      hidden('others', { title: { en: 'none, and many', zh: '零个和很多个' } }, (context) => {
        check(context, 0);
        check(context, context.given.rng.integer(10, 500));
      });
    },
  );

  behaviour(
    'changes-nothing-else',
    {
      points: 1,
      title: { en: 'Saving changes nothing, loading keeps the mode', zh: '保存不改变任何东西，加载不改变模式' },
      says: {
        en: 'Saving changed something of the run, or loading changed the mode of the model.',
        zh: '保存时改动了训练中的内容，或者加载时改变了模型的模式。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, mode: boolean) => {
        const { given, expect } = context;
        const run = build(context, setting);
        train(context, run, drawData(context));
        run.model.train(mode);
        const generatorState = run.generator.method('get_state').tensor();
        const { model, optimizer } = run;
        const bytes = expect.unchanged(() => save(context, run, 1), {
          model,
          optimizer,
          'random state': given.randomState,
        });
        expect(run.generator.method('get_state'), { en: 'state of generator', zh: 'generator 的状态' }).toBeClose(
          generatorState.values,
        );
        const later = rebuild(context, setting);
        later.model.train(mode);
        load(context, bytes, later);
        expect(
          later.model.named_modules().filter(({ training }) => training !== mode),
          {
            label: { en: 'modules whose mode loading has changed', zh: '加载时模式被改变的模块' },
            says: { en: 'Loading changed the mode of the model.', zh: '加载时改变了模型的模式。' },
          },
        ).toEqual([]);
      };
      sample('in-training-mode', { title: { en: 'in training mode', zh: '训练模式下' } }, (context) =>
        check(context, known, true),
      );
      hidden('in-both-modes', { title: { en: 'in both modes', zh: '两种模式下' } }, (context) => {
        check(context, drawn(context), true);
        check(context, drawn(context), false);
      });
    },
  );

  behaviour(
    'resumes-exactly',
    {
      points: 3,
      title: { en: 'The resumed run equals the uninterrupted one', zh: '续训结果与未中断时完全相同' },
      says: {
        en: 'The run that was resumed is not the run that was never stopped.',
        zh: '续训得到的结果与从未中断的训练不同。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: Setting, before: number, after: number, resumes = 1) => {
        const { expect } = context;
        const data = drawData(context);
        const run = build(context, setting);
        for (let epoch = 0; epoch < before; epoch++) train(context, run, data);
        const bytes = save(context, run, before);
        const losses = Array.from({ length: after }, () => train(context, run, data));
        const state = run.model.state_dict();
        for (let resume = 0; resume < resumes; resume++) {
          const later = rebuild(context, setting);
          load(context, bytes, later);
          const again = Array.from({ length: after }, () => train(context, later, data));
          expect(again, { en: 'losses after the checkpoint', zh: '检查点之后的损失' }).toFollowCurve(losses, {
            xLabel,
            ...tolerance,
          });
          expect(later.model.state_dict(), 'model.state_dict()').toBeClose(state, tolerance);
        }
      };
      // The rate falls after epochs 2 and 4: a scheduler that counts otherwise is found out in epoch 5.
      sample('three-and-two', { title: { en: 'three epochs, then two more', zh: '先三个 epoch，再两个' } }, (context) =>
        check(context, known, 3, 2),
      );
      hidden('other-runs', { title: { en: 'another run', zh: '其他训练' } }, (context) =>
        check(context, drawn(context), context.given.rng.integer(1, 2), 1),
      );
      hidden('twice', { title: { en: 'one checkpoint, resumed twice', zh: '同一个检查点续训两次' } }, (context) =>
        check(context, known, 1, 1, 2),
      );
    },
  );
});
