import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, Meter, Returned, Spy, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Setup {
  /** Samples of each micro-batch. */
  readonly sizes: readonly number[];
  readonly accumulate: number;
  readonly optimizer?: 'SGD' | 'Adam';
  /** By default no step moves anything. */
  readonly lr?: number;
  readonly momentum?: number;
  /** Gradients that are there before the call. */
  readonly stale?: boolean;
  readonly hidden?: number;
}

type Pair = readonly [x: Tensor, y: Tensor];
type Gradients = { readonly [name: string]: Tensor | null };

interface Watched {
  readonly result: Returned;
  readonly model: CandidateModule;
  /** The model as it was before. */
  readonly twin: ReturnType<CandidateModule['twin']>;
  readonly pairs: readonly Pair[];
  readonly loss_fn: Spy;
  /** What .grad held at each step. */
  readonly gradients: readonly Gradients[];
  readonly meter: Meter;
  /** Bytes that a forward pass and its loss save for the largest micro-batch. */
  readonly savedByOne: () => number;
}

function watch({ candidate, given }: TestContext, setup: Setup): Watched {
  const { sizes, accumulate, lr = 0, hidden = 4 } = setup;
  const pairs = sizes.map((n) => [given.rng.normal([n, 3]), given.rng.normal([n, 2])] as const);
  const batches = pairs.map(([x, y], i) => [given.tensor(x, { name: `x${i}` }), given.tensor(y, { name: `y${i}` })]);
  const model = given.module(`Sequential(Linear(3, ${hidden}), Tanh(), Linear(${hidden}, 2))`, { name: 'model' });
  const twin = model.twin();
  const optimizer =
    setup.optimizer === 'Adam'
      ? given.optimizer('Adam', model, { lr })
      : given.optimizer('SGD', model, { lr, momentum: setup.momentum ?? 0 });
  if (setup.stale)
    for (const { name, shape } of model.named_parameters()) model.tensor(name).setGrad(given.rng.normal(shape));
  const loss_of = (output: Returned | undefined, target: Returned | undefined): Returned =>
    given.call('nn.functional.mse_loss', output ?? null, target ?? null);
  const loss_fn = given.spy((output, target) => loss_of(output, target), { name: 'loss_fn' });
  const gradients: Gradients[] = [];
  const stepped = given.spy(
    () => {
      gradients.push(model.grads());
    },
    { name: 'optimizer.step' },
  );
  optimizer.method('register_step_pre_hook', stepped);
  let result: Returned | undefined;
  const meter = given.meter(() => {
    result = candidate.call('train_accumulated', { model, batches, loss_fn, optimizer, accumulate });
  });
  if (!result) throw new Error('train_accumulated gave nothing back');
  const savedByOne = (): number => {
    const largest = sizes.indexOf(Math.max(...sizes));
    const [x = null, y = null] = batches[largest] ?? [];
    return given.meter(() => given.call('nn.functional.mse_loss', model.call(x), y)).savedBytesPeak;
  };
  return { result, model, twin, pairs, loss_fn, gradients, meter, savedByOne };
}

/** The groups as whole batches. */
function wholeBatches({ torch }: TestContext, pairs: readonly Pair[], accumulate: number): readonly Pair[] {
  return Array.from({ length: Math.ceil(pairs.length / accumulate) }, (_, i) => {
    const group = pairs.slice(i * accumulate, (i + 1) * accumulate);
    return [torch.cat(group.map(([x]) => x)), torch.cat(group.map(([, y]) => y))] as const;
  });
}

/** Trains a copy on the whole batches; weights must agree at the end. */
function expectWeights(context: TestContext, setup: Setup & { readonly lr: number }): void {
  const { model, twin, pairs } = watch(context, setup);
  const { lr, momentum = 0 } = setup;
  const optimizer =
    setup.optimizer === 'Adam'
      ? new context.torch.optim.Adam(twin.parameters(), { lr })
      : new context.torch.optim.SGD(twin.parameters(), { lr, momentum });
  for (const [x, y] of wholeBatches(context, pairs, setup.accumulate)) {
    optimizer.zero_grad();
    context.torch.nn.functional.mse_loss(twin(x), y).backward();
    optimizer.step();
  }
  const expected = Object.fromEntries(Object.entries(twin.state_dict()).map(([name, t]) => [name, t.detach()]));
  context.expect(model.state_dict(), 'model.state_dict()').toBeClose(expected, tolerance);
}

/** With a rate of 0 the weights stay, so each group has one right gradient. */
function expectGradients(context: TestContext, setup: Setup): void {
  const { twin, pairs, gradients } = watch(context, setup);
  const groups = wholeBatches(context, pairs, setup.accumulate);
  context.expect(gradients.length, { en: 'number of steps', zh: '更新次数' }).toBeAtLeast(1);
  for (const [at, seen] of gradients.entries()) {
    const [x, y] = groups[at] ?? [];
    if (!x || !y) continue;
    twin.zero_grad();
    context.torch.nn.functional.mse_loss(twin(x), y).backward();
    for (const [name, p] of twin.named_parameters()) {
      const label = { en: `${name}.grad in step ${at + 1}`, zh: `第 ${at + 1} 步的 ${name}.grad` };
      context.expect(seen[name] ?? null, label).notToBeNull();
      context.expect(seen[name] ?? null, label).toBeClose(p.grad ?? NaN, tolerance);
    }
  }
}

const repeat = (count: number, size: number): number[] => Array.from({ length: count }, () => size);
/** Sizes that differ within each group: the first is more than twice as large as the last. */
function unevenGroup({ rng }: TestContext['given'], accumulate: number): number[] {
  return Array.from({ length: accumulate }, (_, i) =>
    i === 0 ? rng.integer(6, 8) : i === accumulate - 1 ? rng.integer(1, 2) : rng.integer(3, 4),
  );
}

export default tests(({ behaviour }) => {
  behaviour(
    'equals-one-big-batch',
    {
      points: 3,
      title: { en: 'Trains as on whole batches', zh: '与整批训练的结果一致' },
      says: {
        en: 'After training, the weights are not those that whole batches give.',
        zh: '训练之后，权重与整批训练得到的不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('two-groups', { title: { en: 'two groups of two', zh: '两组，每组两个' } }, (context) =>
        expectWeights(context, { sizes: [3, 3, 3, 3], accumulate: 2, lr: 0.2 }),
      );
      hidden('momentum', { title: { en: 'other sizes, with momentum', zh: '其他大小，带动量' } }, (context) => {
        const { rng } = context.given;
        const accumulate = rng.integer(2, 4);
        const sizes = repeat(3 * accumulate, rng.integer(2, 4));
        expectWeights(context, { sizes, accumulate, lr: 0.2, momentum: 0.9 });
      });
      hidden('one-at-a-time', { title: { en: 'accumulate of 1', zh: 'accumulate 为 1' } }, (context) =>
        expectWeights(context, { sizes: repeat(4, 3), accumulate: 1, lr: 0.2 }),
      );
    },
  );

  behaviour(
    'weighs-by-samples',
    {
      points: 2,
      title: { en: 'Weighs micro-batches by their samples', zh: '按样本数给微批次加权' },
      says: {
        en: 'In a group of unequal micro-batches, not every sample weighs the same.',
        zh: '同一组内微批次大小不一时，各个样本的权重不相等。',
      },
    },
    ({ sample, hidden }) => {
      sample('a-smaller-last-one', { title: { en: '4, 4 and 2 samples', zh: '4、4、2 个样本' } }, (context) =>
        expectGradients(context, { sizes: [4, 4, 2], accumulate: 3 }),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes, two groups', zh: '其他大小，两组' } }, (context) => {
        const accumulate = context.given.rng.integer(2, 4);
        const sizes = [...unevenGroup(context.given, accumulate), ...unevenGroup(context.given, accumulate)];
        expectGradients(context, { sizes, accumulate });
      });
    },
  );

  behaviour(
    'finishes-the-last-group',
    {
      points: 2,
      title: { en: 'Steps for a last group that is not full', zh: '最后一组不满时也更新' },
      says: {
        en: 'A last group with fewer micro-batches takes no step, or one of the wrong size.',
        zh: '最后一组微批次较少时没有更新，或者更新的大小不对。',
      },
    },
    ({ sample, hidden }) => {
      sample('one-left-over', { title: { en: 'five by two', zh: '五个，每组两个' } }, (context) =>
        expectWeights(context, { sizes: repeat(5, 3), accumulate: 2, lr: 0.2 }),
      );
      hidden('drawn-counts', { title: { en: 'other counts, with Adam', zh: '其他数量，使用 Adam' } }, (context) => {
        const { rng } = context.given;
        const accumulate = rng.integer(3, 5);
        const count = accumulate + rng.integer(1, accumulate - 1);
        expectWeights(context, { sizes: repeat(count, 2), accumulate, lr: 0.05, optimizer: 'Adam' });
        expectGradients(context, { sizes: repeat(count, 2), accumulate });
      });
      hidden('fewer-than-a-group', { title: { en: 'fewer than one group', zh: '总数不足一组' } }, (context) =>
        expectWeights(context, { sizes: repeat(2, 3), accumulate: context.given.rng.integer(3, 6), lr: 0.2 }),
      );
    },
  );

  behaviour(
    'steps-once-per-group',
    {
      points: 1,
      title: { en: 'Takes one step per group', zh: '每组恰好更新一次' },
      says: { en: 'optimizer.step() is not called once for each group.', zh: 'optimizer.step() 不是每组调用一次。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, count: number, accumulate: number) => {
        const { gradients, loss_fn } = watch(context, { sizes: repeat(count, 2), accumulate });
        context.expect(gradients.length, { en: 'number of steps', zh: '更新次数' }).toBe(Math.ceil(count / accumulate));
        // After one whole group, then after the next, and so on: never in the middle of a group.
        const order = Array.from({ length: count }, (_, i) =>
          (i + 1) % accumulate === 0 || i + 1 === count ? ['loss_fn', 'optimizer.step'] : ['loss_fn'],
        ).flat();
        context.expect(context.given.callOrder(), { en: 'calls', zh: '调用顺序' }).toEqual(order);
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
      sample('four-by-two', { title: { en: 'four by two', zh: '四个，每组两个' } }, (context) => check(context, 4, 2));
      hidden('drawn-counts', { title: { en: 'other counts', zh: '其他数量' } }, (context) => {
        const accumulate = context.given.rng.integer(2, 4);
        check(context, 2 * accumulate + context.given.rng.integer(1, accumulate - 1), accumulate);
      });
    },
  );

  behaviour(
    'starts-each-group-from-zero',
    {
      points: 1,
      title: { en: 'Starts each group without a gradient', zh: '每一组都从没有梯度开始' },
      says: {
        en: 'At a step, .grad holds more or less than the gradient of its own group.',
        zh: '更新时，.grad 多于或者少于这一组自己的梯度。',
      },
    },
    ({ sample, hidden }) => {
      sample('three-groups', { title: { en: 'three groups', zh: '三组' } }, (context) =>
        expectGradients(context, { sizes: repeat(6, 2), accumulate: 2 }),
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
        (context) => {
          const accumulate = context.given.rng.integer(2, 3);
          expectGradients(context, { sizes: repeat(2 * accumulate, 2), accumulate, stale: true });
        },
      );
    },
  );

  behaviour(
    'holds-one-micro-batch',
    {
      points: 2,
      title: { en: 'Saves no more than one micro-batch needs', zh: '保存的内容不超过一个微批次所需' },
      says: {
        en: 'More is saved for backward than one micro-batch needs, so nothing is gained over the whole batch.',
        zh: '为反向传播保存的内容超过了一个微批次所需，与整批训练相比没有节省内存。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { loss_fn, meter, savedByOne } = watch(context, { ...setup, hidden: 32 });
        context.expect(loss_fn).calledTimes(setup.sizes.length);
        context.expect(meter.backwards, 'backward()').toBe(setup.sizes.length);
        context.expect(meter).toStayWithin({ savedBytesPeak: savedByOne() + 64 });
      };
      sample('four-by-four', { title: { en: 'one group of four', zh: '一组，共四个' } }, (context) =>
        check(context, { sizes: repeat(4, 4), accumulate: 4 }),
      );
      hidden(
        'larger-groups',
        { title: { en: 'larger groups, unequal sizes', zh: '更大的组，大小不一' } },
        (context) => {
          const accumulate = context.given.rng.integer(4, 6);
          check(context, { sizes: [...unevenGroup(context.given, accumulate), 4, 4], accumulate });
        },
      );
    },
  );

  behaviour(
    'reports-each-group',
    {
      points: 1,
      title: { en: 'Returns the mean loss of each group', zh: '返回每组的平均损失' },
      says: {
        en: 'A returned loss is not the mean over all samples of its group.',
        zh: '返回的损失不等于该组所有样本的平均值。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { result, twin, pairs } = watch(context, setup);
        const expected = wholeBatches(context, pairs, setup.accumulate).map(([x, y]) =>
          context.torch.nn.functional.mse_loss(twin(x), y).item(),
        );
        const reported = result.array().map((loss) => loss.number());
        context
          .expect(reported.length, { en: 'how many losses came back', zh: '返回的损失个数' })
          .toBe(expected.length);
        context
          .expect(reported, { en: 'loss of each group', zh: '每组的损失' })
          .toFollowCurve(expected, { xLabel: { en: 'step', zh: '步' }, ...tolerance });
      };
      sample('uneven-sizes', { title: { en: '6, 1, 6 and 1 samples', zh: '6、1、6、1 个样本' } }, (context) =>
        check(context, { sizes: [6, 1, 6, 1], accumulate: 2 }),
      );
      hidden(
        'drawn-sizes',
        { title: { en: 'other sizes and a last group', zh: '其他大小，带最后一组' } },
        (context) => {
          const accumulate = context.given.rng.integer(2, 4);
          check(context, { sizes: [...unevenGroup(context.given, accumulate), 3], accumulate });
        },
      );
    },
  );
});
