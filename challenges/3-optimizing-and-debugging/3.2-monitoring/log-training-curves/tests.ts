import { tests } from '#challenges/authoring.ts';
import type {
  CandidateDataset,
  CandidateModule,
  CandidateOptimizer,
  Meter,
  Returned,
  TestContext,
} from '#challenges/authoring.ts';
import type { Module, Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const upTo = (n: number): number[] => [...Array(n).keys()];

interface Setup {
  readonly train: number;
  readonly val: number;
  readonly batch_size: number;
  readonly epochs: number;
  readonly lr?: number;
  readonly gamma?: number;
  readonly evalBefore?: boolean;
  /** Called in every call of loss_fn. */
  readonly onLoss?: (handles: Handles, batch: Batch) => void;
}
interface Handles {
  readonly model: CandidateModule;
  readonly optimizer: CandidateOptimizer;
}
/** One call of loss_fn as the judge saw it. */
interface Batch {
  readonly loss: number;
  readonly samples: number;
  readonly correct: number;
  readonly training: boolean;
  readonly recording: boolean;
}
interface Point {
  readonly tag: string;
  readonly value: number;
  readonly step: number;
}
interface Watched extends Handles {
  readonly before: Module;
  readonly batches: readonly Batch[];
  /** In order of epochs. */
  readonly trained: readonly (readonly Batch[])[];
  readonly validated: readonly (readonly Batch[])[];
  readonly points: readonly Point[];
  readonly items: { readonly train: readonly Item[]; readonly val: readonly Item[] };
  readonly reads: { readonly train: CandidateDataset; readonly val: CandidateDataset };
  readonly meter: Meter;
}
type Item = readonly [x: Tensor, y: Tensor];

/** The step may come as a keyword: a SummaryWriter takes that too. */
function pointOf([tag, value, step]: readonly Returned[]): Point {
  return {
    tag: tag?.string() ?? '',
    value: value?.number() ?? NaN,
    step: (step?.kind === 'an object' ? step.field('global_step') : step)?.number() ?? NaN,
  };
}

function watch(context: TestContext, setup: Setup): Watched {
  const { candidate, given, torch } = context;
  const { batch_size, epochs, lr = 0.1, gamma = 1 } = setup;
  const draw = (n: number): Item[] =>
    upTo(n).map(() => [given.rng.normal([3]), torch.tensor(given.rng.integer(0, 2), { dtype: torch.int64 })]);
  const items = { train: draw(setup.train), val: draw(setup.val) };
  const reads = {
    train: given.dataset(items.train, { name: 'training data' }),
    val: given.dataset(items.val, { name: 'validation data' }),
  };
  const loader = (data: CandidateDataset) => given.construct('utils.data.DataLoader', data, { batch_size });
  const model = given.module('Sequential(Linear(3, 4), BatchNorm1d(4), Tanh(), Linear(4, 3))', { name: 'model' });
  if (setup.evalBefore) model.eval();
  const before = model.twin();
  const optimizer = given.optimizer('SGD', model, { lr });
  const scheduler = given.scheduler('StepLR', optimizer, { step_size: 1, gamma });
  const batches: Batch[] = [];
  const loss_fn = given.spy(
    (output, target) => {
      const loss = given.call('nn.functional.cross_entropy', output ?? null, target ?? null);
      const [scores, classes] = [output?.tensor().values, target?.tensor().values];
      const batch = {
        loss: loss.tensor().item(),
        samples: classes?.size(0) ?? 0,
        correct: scores && classes ? scores.argmax(1).eq(classes).sum().item() : 0,
        training: model.training(),
        recording: given.gradEnabled(),
      };
      batches.push(batch);
      setup.onLoss?.({ model, optimizer }, batch);
      return loss;
    },
    { name: 'loss_fn' },
  );
  const points: Point[] = [];
  const add_scalar = given.spy((...args) => void points.push(pointOf(args)), { name: 'add_scalar' });
  const meter = given.meter(() => {
    candidate.call('fit', {
      model,
      train_loader: loader(reads.train),
      val_loader: loader(reads.val),
      loss_fn,
      optimizer,
      scheduler,
      epochs,
      writer: { add_scalar },
    });
  });
  const [perTrain, perVal] = [Math.ceil(setup.train / batch_size), Math.ceil(setup.val / batch_size)];
  const part = (epoch: number, from: number, count: number) =>
    batches.slice(epoch * (perTrain + perVal) + from, epoch * (perTrain + perVal) + from + count);
  return {
    model,
    optimizer,
    before,
    batches,
    trained: upTo(epochs).map((epoch) => part(epoch, 0, perTrain)),
    validated: upTo(epochs).map((epoch) => part(epoch, perTrain, perVal)),
    points,
    items,
    reads,
    meter,
  };
}

/** Over two or three epochs; the last batch of each loader is smaller. */
function drawSetup({ given: { rng } }: TestContext): Setup {
  const batch_size = rng.integer(3, 4);
  const uneven = () => batch_size * rng.integer(1, 2) + rng.integer(2, batch_size - 1);
  return { batch_size, train: uneven(), val: uneven(), epochs: rng.integer(2, 3) };
}
const known: Setup = { batch_size: 4, train: 6, val: 6, epochs: 2 };

function expectCurve({ expect }: TestContext, { points }: Watched, tag: string, expected: readonly number[]): void {
  const curve = points.filter((point) => point.tag === tag);
  expect(
    curve.map(({ step }) => step),
    { en: `steps of ${tag}`, zh: `${tag} 的步数` },
  ).toEqual(upTo(expected.length));
  expect(
    curve.map(({ value }) => value),
    tag,
  ).toFollowCurve(expected, { xLabel: { en: 'global_step', zh: 'global_step' }, ...tolerance });
}
const mean = (batches: readonly Batch[], of: (batch: Batch) => number): number =>
  batches.reduce((sum, batch) => sum + of(batch), 0) / batches.reduce((sum, { samples }) => sum + samples, 0);

/** What plain training would do: the model after each epoch. */
function* trainTwin(
  { torch }: TestContext,
  { before, items }: Watched,
  { batch_size, epochs, lr = 0.1, gamma = 1 }: Setup,
) {
  const optimizer = new torch.optim.SGD(before.parameters(), { lr });
  const scheduler = new torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma);
  for (let epoch = 0; epoch < epochs; epoch++) {
    before.train();
    for (let at = 0; at < items.train.length; at += batch_size) {
      const batch = items.train.slice(at, at + batch_size);
      const [x, y] = [torch.stack(batch.map(([input]) => input)), torch.stack(batch.map(([, target]) => target))];
      optimizer.zero_grad();
      torch.nn.functional.cross_entropy(before(x), y).backward();
      optimizer.step();
    }
    scheduler.step();
    yield before;
  }
}

export default tests(({ behaviour }) => {
  behaviour(
    'logs-every-batch',
    {
      points: 2,
      title: { en: 'Logs the loss of every training batch', zh: '记录每个训练批次的损失' },
      says: {
        en: 'Loss/batch is not the loss of every training batch, at steps that go on over the epochs.',
        zh: 'Loss/batch 不是每个训练批次的损失，或者步数没有跨 epoch 累计。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const watched = watch(context, setup);
        expectCurve(
          context,
          watched,
          'Loss/batch',
          watched.trained.flat().map(({ loss }) => loss),
        );
      };
      sample('two-epochs', { title: { en: '2 epochs of 2 batches', zh: '2 个 epoch，各 2 个批次' } }, (context) =>
        check(context, known),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSetup(context)),
      );
    },
  );

  behaviour(
    'logs-the-mean-over-samples',
    {
      points: 2,
      title: { en: 'Logs the mean over all training samples', zh: '记录全部训练样本的平均损失' },
      says: {
        en: 'Loss/train is not the mean over all training samples of the epoch, at the step of the epoch.',
        zh: 'Loss/train 不是这个 epoch 全部训练样本的平均值，或者步数不是 epoch。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const watched = watch(context, setup);
        expectCurve(
          context,
          watched,
          'Loss/train',
          watched.trained.map((batches) => mean(batches, ({ loss, samples }) => loss * samples)),
        );
      };
      sample('uneven', { title: { en: 'batches of 4 and 2', zh: '批次大小为 4 和 2' } }, (context) =>
        check(context, known),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSetup(context)),
      );
    },
  );

  behaviour(
    'logs-validation',
    {
      points: 3,
      title: { en: 'Logs loss and accuracy of validation', zh: '记录验证的损失和准确率' },
      says: {
        en: 'Loss/val or Accuracy/val is not that of all validation samples, at the step of the epoch.',
        zh: 'Loss/val 或 Accuracy/val 不是全部验证样本的结果，或者步数不是 epoch。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const watched = watch(context, setup);
        expectCurve(
          context,
          watched,
          'Loss/val',
          watched.validated.map((batches) => mean(batches, ({ loss, samples }) => loss * samples)),
        );
        expectCurve(
          context,
          watched,
          'Accuracy/val',
          watched.validated.map((batches) => mean(batches, ({ correct }) => correct)),
        );
      };
      sample('uneven', { title: { en: 'batches of 4 and 2', zh: '批次大小为 4 和 2' } }, (context) =>
        check(context, known),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSetup(context)),
      );
      hidden('one-sample', { title: { en: 'a single validation sample', zh: '只有一个验证样本' } }, (context) =>
        check(context, { batch_size: 8, train: 5, val: 1, epochs: context.given.rng.integer(1, 2) }),
      );
    },
  );

  behaviour(
    'logs-the-rate-used',
    {
      points: 1,
      title: { en: 'Logs the learning rate that was used', zh: '记录实际使用的学习率' },
      says: {
        en: 'LR is not the rate of the updates of its epoch.',
        zh: 'LR 不是该 epoch 更新时的学习率。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { lr = 0.1, gamma = 1 } = setup;
        expectCurve(
          context,
          watch(context, setup),
          'LR',
          upTo(setup.epochs).map((epoch) => lr * gamma ** epoch),
        );
      };
      sample('halved', { title: { en: 'halved after each epoch', zh: '每个 epoch 之后减半' } }, (context) =>
        check(context, { ...known, gamma: 0.5 }),
      );
      hidden('drawn-schedule', { title: { en: 'another schedule', zh: '其他调度' } }, (context) => {
        const { rng } = context.given;
        check(context, { ...drawSetup(context), lr: rng.number(0.05, 0.2), gamma: rng.number(0.3, 0.8) });
      });
    },
  );

  behaviour(
    'logs-nothing-else',
    {
      points: 1,
      title: { en: 'Logs these five curves alone', zh: '只记录这五条曲线' },
      says: { en: 'Something else was logged, or a point twice.', zh: '记录了别的内容，或者同一个点记录了两次。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const counts: Record<string, number> = {};
        for (const { tag } of watch(context, setup).points) counts[tag] = (counts[tag] ?? 0) + 1;
        const { train, batch_size, epochs } = setup;
        const expected = {
          'Accuracy/val': epochs,
          LR: epochs,
          'Loss/batch': epochs * Math.ceil(train / batch_size),
          'Loss/train': epochs,
          'Loss/val': epochs,
        };
        const sorted = Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
        context.expect(sorted, { en: 'points of each tag', zh: '各标签的点数' }).toEqual(expected);
      };
      sample('two-epochs', { title: { en: '2 epochs', zh: '2 个 epoch' } }, (context) => check(context, known));
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSetup(context)),
      );
    },
  );

  behaviour(
    'trains-as-it-should',
    {
      points: 2,
      title: { en: 'Trains as if nothing were logged', zh: '训练不受记录影响' },
      says: {
        en: 'The weights are not those of plain training, one update for each batch in training mode.',
        zh: '权重不等于普通训练的结果：每个批次更新一次，处于训练模式。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const watched = watch(context, { ...setup, evalBefore: true });
        const { model, trained, reads } = watched;
        context
          .expect(
            trained.flat().map(({ training }) => training),
            { en: 'model.training in training', zh: '训练时的 model.training' },
          )
          .toEqual(trained.flat().map(() => true));
        context
          .expect(reads.train.reads, { en: 'training samples read', zh: '读取的训练样本' })
          .toEqual(upTo(setup.epochs).flatMap(() => upTo(setup.train)));
        const twin = [...trainTwin(context, watched, setup)].at(-1) ?? watched.before;
        const parameters = (state: Readonly<Record<string, Tensor>>) =>
          Object.fromEntries(Object.entries(state).filter(([name]) => !/running|num_batches/.test(name)));
        const expected = Object.fromEntries(Object.entries(twin.state_dict()).map(([name, t]) => [name, t.detach()]));
        context.expect(parameters(model.state_dict()), 'model.state_dict()').toBeClose(parameters(expected), tolerance);
      };
      sample('two-epochs', { title: { en: '2 epochs', zh: '2 个 epoch' } }, (context) => check(context, known));
      hidden('with-schedule', { title: { en: 'with a schedule', zh: '带学习率调度' } }, (context) =>
        check(context, { ...drawSetup(context), gamma: context.given.rng.number(0.3, 0.8) }),
      );
    },
  );

  behaviour(
    'validates-in-evaluation-mode',
    {
      points: 3,
      title: { en: 'Validates in evaluation mode, changing nothing', zh: '在评估模式下验证，不改变任何东西' },
      says: {
        en: 'In validation the model was in training mode, or parameters, buffers or gradients changed.',
        zh: '验证时模型处于训练模式，或者参数、缓冲区、梯度发生了变化。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { expect } = context;
        const watched = watch(context, setup);
        const { validated, model, reads } = watched;
        expect(
          validated.flat().map(({ training }) => training),
          { en: 'model.training in validation', zh: '验证时的 model.training' },
        ).toEqual(validated.flat().map(() => false));
        expect(reads.val.reads, { en: 'validation samples read', zh: '读取的验证样本' }).toEqual(
          upTo(setup.epochs).flatMap(() => upTo(setup.val)),
        );
        // Running statistics of a model that only ever saw the training batches.
        const twin = [...trainTwin(context, watched, setup)].at(-1) ?? watched.before;
        const buffers = (state: Readonly<Record<string, Tensor>>) =>
          Object.fromEntries(Object.entries(state).filter(([name]) => /running|num_batches/.test(name)));
        expect(buffers(model.state_dict()), { en: 'buffers', zh: '缓冲区' }).toBeClose(
          buffers(twin.state_dict()),
          tolerance,
        );
      };
      sample('two-epochs', { title: { en: '2 epochs', zh: '2 个 epoch' } }, (context) => check(context, known));
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSetup(context)),
      );
      hidden(
        'state',
        { title: { en: 'weights and gradients during validation', zh: '验证期间的权重和梯度' } },
        (context) => {
          const { expect } = context;
          const states: (readonly [Record<string, Tensor>, Record<string, Tensor | null>])[] = [];
          const setup = { ...drawSetup(context), epochs: 1 };
          const { trained } = watch(context, {
            ...setup,
            onLoss: ({ model }) => states.push([{ ...model.state_dict() }, { ...model.grads() }]),
          });
          const during = states.slice(trained.flat().length);
          const [first] = during;
          expect(during.length, { en: 'validation batches', zh: '验证批次数' }).toBeAtLeast(2);
          for (const [state, grads] of during) {
            expect(state, 'model.state_dict()').toBeClose(first?.[0] ?? {}, { rtol: 0, atol: 0 });
            for (const [name, grad] of Object.entries(grads)) {
              const before = first?.[1][name];
              if (before) expect(grad, `${name}.grad`).toBeClose(before, { rtol: 0, atol: 0 });
            }
          }
        },
      );
    },
  );

  behaviour(
    'records-no-needless-graph',
    {
      points: 2,
      title: { en: 'Records no graph in validation or for the log', zh: '验证和记录都不留下计算图' },
      says: {
        en: 'Operations were recorded for autograd beyond the forward passes of training, or recording stayed off.',
        zh: '除训练的前向传播外，还为自动求导记录了运算；或者记录一直处于关闭状态。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { expect, given } = context;
        const { model, meter, trained, validated } = watch(context, setup);
        const flags = (batches: readonly (readonly Batch[])[]) => batches.flat().map(({ recording }) => recording);
        expect(flags(validated), { en: 'recording in validation', zh: '验证时是否记录' }).toEqual(
          flags(validated).map(() => false),
        );
        expect(flags(trained), { en: 'recording in training', zh: '训练时是否记录' }).toEqual(
          flags(trained).map(() => true),
        );
        expect(given.gradEnabled(), { en: 'recording afterwards', zh: '结束后是否记录' }).toBe(true);
        model.train();
        const forward = given.meter(() => model.call(given.rng.normal([3, 3])));
        expect(meter.outside()).toStayWithin({ recorded: forward.recorded * trained.flat().length });
      };
      sample('two-epochs', { title: { en: '2 epochs', zh: '2 个 epoch' } }, (context) => check(context, known));
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSetup(context)),
      );
    },
  );
});
