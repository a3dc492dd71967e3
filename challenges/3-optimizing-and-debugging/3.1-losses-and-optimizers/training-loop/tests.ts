import { tests } from '#challenges/authoring.ts';
import type {
  CandidateDataset,
  CandidateModule,
  CandidateOptimizer,
  CandidateScheduler,
  CandidateTensor,
  Meter,
  Returned,
  Spy,
  TestContext,
} from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Setup {
  readonly samples: number;
  readonly batch_size: number;
  readonly epochs: number;
  /** By default no step moves anything. */
  readonly lr?: number;
  readonly momentum?: number;
  /** What the rate is multiplied with after each epoch; by default it stays. */
  readonly gamma?: number;
  readonly shuffle?: boolean;
  readonly prepare?: (model: CandidateModule) => void;
  readonly onLoss?: (loss: CandidateTensor, samples: number) => void;
  readonly onStep?: () => void;
}

/** The run as the judge saw it: data that it holds itself, a loss and a hook before each step that run here. */
interface Watched {
  readonly result: Returned;
  readonly model: CandidateModule;
  readonly optimizer: CandidateOptimizer;
  readonly scheduler: CandidateScheduler;
  readonly data: CandidateDataset;
  readonly loss_fn: Spy;
  readonly stepped: Spy;
  readonly items: readonly (readonly [Tensor, Tensor])[];
  readonly meter: Meter;
}

interface Handles {
  readonly model: CandidateModule;
  readonly optimizer: CandidateOptimizer;
}

function watch(context: TestContext, setup: Setup | ((handles: () => Handles) => Setup)): Watched {
  const { candidate, given } = context;
  let handles: Handles | undefined;
  const now = (): Handles => {
    if (!handles) throw new Error('nothing runs yet');
    return handles;
  };
  const {
    samples,
    batch_size,
    epochs,
    lr = 0,
    momentum = 0,
    gamma = 1,
    shuffle = false,
    ...observe
  } = typeof setup === 'function' ? setup(now) : setup;
  const items = Array.from({ length: samples }, () => [given.rng.normal([3]), given.rng.normal([2])] as const);
  const data = given.dataset(items, { name: 'data' });
  const loader = given.construct('utils.data.DataLoader', data, { batch_size, shuffle });
  const model = given.module('Sequential(Linear(3, 4), Tanh(), Linear(4, 2))', { name: 'model' });
  const optimizer = given.optimizer('SGD', model, { lr, momentum });
  const scheduler = given.scheduler('StepLR', optimizer, { step_size: 1, gamma });
  handles = { model, optimizer };
  observe.prepare?.(model);
  const loss_fn = given.spy(
    (output, target) => {
      const loss = given.call('nn.functional.mse_loss', output ?? null, target ?? null);
      observe.onLoss?.(loss.tensor(), target?.tensor().shape[0] ?? 0);
      return loss;
    },
    { name: 'loss_fn' },
  );
  const stepped = given.spy(() => observe.onStep?.(), { name: 'optimizer.step' });
  optimizer.method('register_step_pre_hook', stepped);
  let result: Returned | undefined;
  const meter = given.meter(() => {
    result = candidate.call('train', { model, loader, loss_fn, optimizer, scheduler, epochs });
  });
  if (!result) throw new Error('train gave nothing back');
  return { result, model, optimizer, scheduler, data, loss_fn, stepped, items, meter };
}

/** Batches of an epoch in the order of the data. */
function batchesOf({ torch }: TestContext, items: Watched['items'], batch_size: number): (readonly [Tensor, Tensor])[] {
  return Array.from({ length: Math.ceil(items.length / batch_size) }, (_, i) => {
    const batch = items.slice(i * batch_size, (i + 1) * batch_size);
    return [torch.stack(batch.map(([x]) => x)), torch.stack(batch.map(([, y]) => y))] as const;
  });
}

/** Ten samples or so, in batches of which the last is smaller. */
function unevenSizes({ given: { rng } }: TestContext) {
  const batch_size = rng.integer(3, 4);
  return { batch_size, samples: 2 * batch_size + rng.integer(1, batch_size - 1), epochs: rng.integer(2, 3) };
}

export default tests(({ behaviour }) => {
  behaviour(
    'steps-once-per-batch',
    {
      points: 1,
      title: { en: 'Computes one loss and takes one step per batch', zh: '每个批次求一次损失、更新一步' },
      says: {
        en: 'loss_fn or optimizer.step() is not called exactly once for each batch.',
        zh: 'loss_fn 或 optimizer.step() 不是每个批次恰好调用一次。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, sizes: { samples: number; batch_size: number; epochs: number }) => {
        const { loss_fn, stepped, meter } = watch(context, sizes);
        const batches = Math.ceil(sizes.samples / sizes.batch_size) * sizes.epochs;
        context.expect(loss_fn).calledTimes(batches);
        context.expect(stepped).calledTimes(batches);
        context.expect(meter.backwards, 'backward()').toBe(batches);
        context
          .expect(
            loss_fn.calls.some(([, target]) => target?.tensor().requires_grad),
            {
              label: { en: 'the second argument of loss_fn requires a gradient', zh: 'loss_fn 的第二个参数需要梯度' },
              says: {
                en: 'loss_fn takes the output of the model first, then the target.',
                zh: 'loss_fn 的第一个参数是模型的输出，第二个才是目标。',
              },
            },
          )
          .toBe(false);
      };
      sample('two-epochs', { title: { en: '2 epochs of 3 batches', zh: '2 个 epoch，各 3 个批次' } }, (context) =>
        check(context, { samples: 6, batch_size: 2, epochs: 2 }),
      );
      hidden('uneven', { title: { en: 'a smaller last batch', zh: '最后一个批次更小' } }, (context) =>
        check(context, unevenSizes(context)),
      );
      hidden('one-batch', { title: { en: 'a single batch', zh: '只有一个批次' } }, (context) =>
        check(context, { samples: 3, batch_size: 3, epochs: context.given.rng.integer(2, 4) }),
      );
    },
  );

  behaviour(
    'trains-the-model',
    {
      points: 3,
      title: { en: 'Moves the weights as the optimizer says', zh: '按优化器的规则更新权重' },
      says: {
        en: 'After training, the weights are not where the batches bring them one after the other.',
        zh: '训练之后，权重不是逐个批次更新应当得到的结果。',
      },
    },
    ({ sample, hidden }) => {
      const check = (
        context: TestContext,
        sizes: { samples: number; batch_size: number; epochs: number; lr: number; momentum?: number; gamma?: number },
      ) => {
        let twin: ReturnType<CandidateModule['twin']> | undefined;
        const { model, items } = watch(context, {
          ...sizes,
          prepare: (fresh) => {
            twin = fresh.twin();
          },
        });
        if (!twin) throw new Error('no twin');
        const { lr, momentum = 0, gamma = 1 } = sizes;
        const optimizer = new context.torch.optim.SGD(twin.parameters(), { lr, momentum });
        const scheduler = new context.torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma);
        for (let epoch = 0; epoch < sizes.epochs; epoch++) {
          for (const [x, y] of batchesOf(context, items, sizes.batch_size)) {
            optimizer.zero_grad();
            context.torch.nn.functional.mse_loss(twin(x), y).backward();
            optimizer.step();
          }
          scheduler.step();
        }
        const expected = Object.fromEntries(Object.entries(twin.state_dict()).map(([name, t]) => [name, t.detach()]));
        context.expect(model.state_dict(), 'model.state_dict()').toBeClose(expected, tolerance);
      };
      sample('plain-sgd', { title: { en: 'plain SGD', zh: '普通 SGD' } }, (context) =>
        check(context, { samples: 6, batch_size: 2, epochs: 2, lr: 0.1 }),
      );
      hidden(
        'with-momentum',
        { title: { en: 'momentum, a smaller last batch', zh: '带动量，最后一个批次更小' } },
        (context) =>
          check(context, { ...unevenSizes(context), lr: context.given.rng.number(0.05, 0.1), momentum: 0.9 }),
      );
    },
  );

  behaviour(
    'starts-each-batch-from-zero',
    {
      points: 2,
      title: { en: 'Steps with the gradient of this batch alone', zh: '更新时只有当前批次的梯度' },
      says: {
        en: 'At optimizer.step(), the gradients are not those of this batch alone.',
        zh: '调用 optimizer.step() 时，梯度不只是当前批次的。',
      },
    },
    ({ sample, hidden }) => {
      /** The rate is 0, so the weights stay and every batch has one right gradient. */
      const check = (
        context: TestContext,
        sizes: { samples: number; batch_size: number; epochs: number },
        stale: boolean,
      ) => {
        const seen: { readonly [name: string]: Tensor | null }[] = [];
        const { model, items } = watch(context, (handles) => ({
          ...sizes,
          prepare: (fresh) => {
            if (!stale) return;
            for (const { name, shape } of fresh.named_parameters())
              fresh.tensor(name).setGrad(context.given.rng.normal(shape));
          },
          onStep: () => seen.push(handles().model.grads()),
        }));
        const twin = model.twin();
        const batches = batchesOf(context, items, sizes.batch_size);
        context.expect(seen.length, { en: 'number of steps', zh: '更新次数' }).toBeAtLeast(1);
        for (const [at, grads] of seen.entries()) {
          const [x, y] = batches[at % batches.length] ?? [];
          if (!x || !y) continue;
          twin.zero_grad();
          context.torch.nn.functional.mse_loss(twin(x), y).backward();
          for (const [name, p] of twin.named_parameters()) {
            const label = { en: `${name}.grad in step ${at + 1}`, zh: `第 ${at + 1} 步的 ${name}.grad` };
            context.expect(grads[name] ?? null, label).notToBeNull();
            context.expect(grads[name] ?? null, label).toBeClose(p.grad ?? NaN, tolerance);
          }
        }
      };
      sample('three-batches', { title: { en: 'three batches', zh: '三个批次' } }, (context) =>
        check(context, { samples: 6, batch_size: 2, epochs: 1 }, false),
      );
      hidden('two-epochs', { title: { en: 'also in the next epoch', zh: '下一个 epoch 也一样' } }, (context) =>
        check(context, { ...unevenSizes(context), epochs: 2 }, false),
      );
      hidden(
        'gradients-from-before',
        {
          title: { en: 'gradients left from before the call', zh: '调用之前遗留的梯度' },
          says: {
            en: 'Gradients that were there before the call went into the first step.',
            zh: '调用之前遗留的梯度混进了第一步。',
          },
        },
        (context) => check(context, { samples: 4, batch_size: 2, epochs: 1 }, true),
      );
    },
  );

  behaviour(
    'reports-the-mean-over-samples',
    {
      points: 2,
      title: { en: 'Reports the mean over the samples of each epoch', zh: '报告每个 epoch 所有样本的平均损失' },
      says: {
        en: 'A reported loss is not the mean over all samples of its epoch.',
        zh: '报告的损失不等于该 epoch 所有样本的平均值。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, sizes: Omit<Setup, 'onLoss'>) => {
        const batches: { readonly loss: number; readonly samples: number }[] = [];
        const { result } = watch(context, {
          ...sizes,
          onLoss: (loss, samples) => batches.push({ loss: loss.item(), samples }),
        });
        const per = Math.ceil(sizes.samples / sizes.batch_size);
        const expected = Array.from({ length: sizes.epochs }, (_, epoch) =>
          batches
            .slice(epoch * per, (epoch + 1) * per)
            .reduce((sum, { loss, samples }) => sum + (loss * samples) / sizes.samples, 0),
        );
        const reported = result.array().map((loss) => loss.number());
        context
          .expect(reported.length, { en: 'how many losses train returned', zh: 'train 返回的损失个数' })
          .toBe(sizes.epochs);
        context
          .expect(reported, { en: 'loss of each epoch', zh: '每个 epoch 的损失' })
          .toFollowCurve(expected, { xLabel: { en: 'epoch', zh: 'epoch' }, ...tolerance });
      };
      sample('uneven-batches', { title: { en: 'batches of 4, 4 and 1', zh: '批次大小为 4、4、1' } }, (context) =>
        check(context, { samples: 9, batch_size: 4, epochs: 2, lr: 0.1 }),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, { ...unevenSizes(context), lr: 0.1 }),
      );
    },
  );

  behaviour(
    'trains-in-training-mode',
    {
      points: 1,
      title: { en: 'Is in training mode in every batch', zh: '每个批次都处于训练模式' },
      says: {
        en: 'The model came in evaluation mode and was trained in it.',
        zh: '模型以评估模式传入，训练时没有切换过来。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, sizes: { samples: number; batch_size: number; epochs: number }) => {
        const modes: boolean[] = [];
        watch(context, (handles) => ({
          ...sizes,
          prepare: (fresh) => fresh.eval(),
          onLoss: () => modes.push(handles().model.training()),
        }));
        const batches = Math.ceil(sizes.samples / sizes.batch_size) * sizes.epochs;
        context.expect(modes.length, { en: 'number of batches', zh: '批次数' }).toBeAtLeast(1);
        context
          .expect(modes, { en: 'model.training in each batch', zh: '每个批次中的 model.training' })
          .toEqual(Array.from({ length: Math.max(batches, modes.length) }, () => true));
      };
      sample('one-epoch', { title: { en: 'in one epoch', zh: '一个 epoch' } }, (context) =>
        check(context, { samples: 4, batch_size: 2, epochs: 1 }),
      );
      hidden('more-epochs', { title: { en: 'in every epoch', zh: '每一个 epoch' } }, (context) =>
        check(context, { samples: 4, batch_size: 2, epochs: context.given.rng.integer(2, 3) }),
      );
    },
  );

  behaviour(
    'steps-the-schedule-after-each-epoch',
    {
      points: 2,
      title: { en: 'Steps the schedule after each epoch', zh: '每个 epoch 之后推进学习率调度' },
      says: {
        en: 'The learning rate is not the scheduled one in every step and at the end.',
        zh: '某一步或者训练结束时，学习率不是调度规定的值。',
      },
    },
    ({ sample, hidden }) => {
      const check = (
        context: TestContext,
        sizes: { samples: number; batch_size: number; epochs: number; lr: number; gamma: number },
      ) => {
        const rates: number[] = [];
        const { optimizer } = watch(context, (handles) => ({
          ...sizes,
          onStep: () => rates.push(handles().optimizer.lrs()[0] ?? NaN),
        }));
        const per = Math.ceil(sizes.samples / sizes.batch_size);
        const expected = rates.map(
          (_, step) => sizes.lr * sizes.gamma ** Math.min(Math.floor(step / per), sizes.epochs),
        );
        context.expect(rates.length, { en: 'number of steps', zh: '更新次数' }).toBeAtLeast(sizes.epochs);
        context
          .expect(rates, { en: 'learning rate of each step', zh: '每一步的学习率' })
          .toFollowCurve(expected, { xLabel: { en: 'step', zh: '步' }, rtol: 1e-9, atol: 0 });
        context
          .expect(optimizer.lrs()[0] ?? NaN, { en: 'learning rate after training', zh: '训练结束后的学习率' })
          .toBeClose(sizes.lr * sizes.gamma ** sizes.epochs, { rtol: 1e-9, atol: 0 });
      };
      sample('halved', { title: { en: 'halved after each epoch', zh: '每个 epoch 之后减半' } }, (context) =>
        check(context, { samples: 4, batch_size: 2, epochs: 2, lr: 0.1, gamma: 0.5 }),
      );
      hidden('drawn-schedule', { title: { en: 'another schedule', zh: '其他调度' } }, (context) => {
        const { rng } = context.given;
        check(context, { ...unevenSizes(context), lr: rng.number(0.01, 0.1), gamma: rng.number(0.3, 0.9) });
      });
    },
  );

  behaviour(
    'leaves-no-graph-behind',
    {
      points: 1,
      title: { en: 'Keeps numbers, not graphs', zh: '留下的是数，不是计算图' },
      says: {
        en: 'The report records operations for autograd, so every loss stays with its graph.',
        zh: '统计损失时仍在为自动求导记录运算，每个损失都连着计算图。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, sizes: { samples: number; batch_size: number; epochs: number }) => {
        const { expect, given } = context;
        const { model, meter, result } = watch(context, { ...sizes, lr: 0.1 });
        // One forward pass of the model, by the same meter; what loss_fn records is counted apart.
        const forward = given.meter(() => model.call(given.rng.normal([2, 3])));
        const batches = Math.ceil(sizes.samples / sizes.batch_size) * sizes.epochs;
        expect(result.at(0).number(), 'train(…)[0]').toBeGreaterThan(0);
        expect(meter.outside()).toStayWithin({ recorded: forward.recorded * batches });
      };
      sample('one-epoch', { title: { en: 'over one epoch', zh: '一个 epoch' } }, (context) =>
        check(context, { samples: 6, batch_size: 2, epochs: 1 }),
      );
      hidden('more-epochs', { title: { en: 'over more epochs', zh: '更多 epoch' } }, (context) =>
        check(context, unevenSizes(context)),
      );
    },
  );

  behaviour(
    'walks-the-loader-each-epoch',
    {
      points: 1,
      title: { en: 'Draws new batches in every epoch', zh: '每个 epoch 重新取批次' },
      says: {
        en: 'The loader is not walked exactly once in every epoch.',
        zh: '不是每个 epoch 恰好遍历一次 loader。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, sizes: { samples: number; batch_size: number; epochs: number }) => {
        const { data } = watch(context, { ...sizes, shuffle: true });
        context
          .expect(data.reads.length, { en: 'samples read from the loader', zh: '从 loader 中读取的样本数' })
          .toBe(sizes.samples * sizes.epochs);
        for (let epoch = 0; epoch < sizes.epochs; epoch++)
          context
            .expect(
              data.reads.slice(epoch * sizes.samples, (epoch + 1) * sizes.samples).toSorted((a, b) => a - b),
              { en: `samples of epoch ${epoch + 1}`, zh: `第 ${epoch + 1} 个 epoch 的样本` },
            )
            .toEqual([...Array(sizes.samples).keys()]);
      };
      sample('two-epochs', { title: { en: 'two shuffled epochs', zh: '两个打乱的 epoch' } }, (context) =>
        check(context, { samples: 5, batch_size: 2, epochs: 2 }),
      );
      hidden('more-epochs', { title: { en: 'more epochs', zh: '更多 epoch' } }, (context) =>
        check(context, unevenSizes(context)),
      );
    },
  );
});
