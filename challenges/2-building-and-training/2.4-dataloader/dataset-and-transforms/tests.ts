import { tests } from '#challenges/authoring.ts';
import type { Argument, CandidateDataset, Returned, Spy, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const upTo = (n: number): number[] => [...Array(n).keys()];
const readLabel = { en: 'indices read', zh: '读取的下标' };

interface Data {
  readonly inputs: Tensor;
  readonly targets: Tensor;
}

/** Inputs of any shape; every target is its index, so that a sample can be told by it. */
function drawData({ given: { rng }, torch }: TestContext, n: number, shape: readonly number[] = [3]): Data {
  return { inputs: rng.normal([n, ...shape]), targets: torch.arange(n) };
}

const read = (dataset: Returned, index: number): Returned => dataset.method('__getitem__', index);
const inputOf = (sample: Returned): Tensor => sample.at(0).tensor().values;
const targetOf = (sample: Returned): number => sample.at(1).tensor().item();
const lengthOf = (dataset: Returned): number => dataset.method('__len__').number();

function newDataset(
  { candidate }: TestContext,
  { inputs, targets }: Data,
  options?: { readonly [name: string]: Argument },
) {
  return options
    ? candidate.construct('LabelledDataset', inputs, targets, { ...options })
    : candidate.construct('LabelledDataset', inputs, targets);
}

/** Multiplies and adds, so that order and repetition show. */
const affine = (context: TestContext, factor: number, add: number, name: string): Spy =>
  context.given.spy((value) => value?.tensor().values.mul(factor).add(add) ?? null, { name });

/** Works in place over there, and gives its argument back. */
const inPlace = (context: TestContext, name: string): Spy =>
  context.given.spy(
    (value) => {
      value?.tensor().method('mul_', 3);
      return value ?? null;
    },
    { name },
  );

interface Prepared {
  readonly train: Returned;
  readonly val: Returned;
  readonly mean: Tensor;
  readonly std: Tensor;
  readonly data: Data;
  /** Indices that belong to train and to val, in order. */
  readonly order: { readonly train: readonly number[]; readonly val: readonly number[] };
  readonly source: CandidateDataset;
  readonly augment: Spy;
  readonly generator: Returned;
  readonly generatorAfter: Tensor;
}

interface Setup {
  readonly n: number;
  readonly val_size: number;
  readonly shape?: readonly number[];
  /** Changes the drawn inputs. */
  readonly edit?: (inputs: Tensor) => void;
}
const factor = -2;
const add = 0.5;

/** prepare on a dataset whose items the judge holds, with an augmentation that runs here. */
function prepared(context: TestContext, { n, val_size, shape, edit }: Setup): Prepared {
  const { candidate, given, torch } = context;
  const data = drawData(context, n, shape);
  edit?.(data.inputs);
  const seed = given.rng.integer(0, 1_000_000);
  const generator = given.construct('Generator');
  generator.method('manual_seed', seed);
  const ours = new torch.Generator().manual_seed(seed);
  const order: number[] = torch.randperm(n, { generator: ours }).tolist();
  const source = given.dataset(
    upTo(n).map((i) => [data.inputs.at(i), data.targets.at(i)]),
    { name: 'dataset' },
  );
  const augment = affine(context, factor, add, 'augment');
  const result = candidate.call('prepare', source, { val_size, augment, generator });
  return {
    train: result.field('train'),
    val: result.field('val'),
    mean: result.field('mean').tensor().values,
    std: result.field('std').tensor().values,
    data,
    order: { train: order.slice(0, n - val_size), val: order.slice(n - val_size) },
    source,
    augment,
    generator,
    generatorAfter: ours.get_state(),
  };
}

function drawSetup({ given: { rng } }: TestContext): Setup {
  const val_size = rng.integer(2, 4);
  return { n: val_size + rng.integer(4, 7), val_size, shape: rng.shape({ dims: [1, 2], sizes: [1, 4] }) };
}

/** With the statistics that the submission gave: whether those are right is another behaviour. */
const normalized = (x: Tensor, { mean, std }: { readonly mean: Tensor; readonly std: Tensor }): Tensor =>
  x.sub(mean).div(std.masked_fill(std.eq(0), 1));

export default tests(({ behaviour }) => {
  behaviour(
    'gives-samples',
    {
      points: 2,
      title: { en: 'Knows its length and gives its samples', zh: '给出长度和样本' },
      says: {
        en: 'The length or a sample of the dataset is not the right one.',
        zh: '数据集的长度或某个样本不正确。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, data: Data) => {
        const { expect } = context;
        const dataset = newDataset(context, data);
        const n = data.inputs.size(0);
        expect(lengthOf(dataset), '__len__()').toBe(n);
        for (const i of upTo(n))
          expect(read(dataset, i), `__getitem__(${i})`).toBeClose([data.inputs.at(i), data.targets.at(i)], tolerance);
      };
      sample('three-samples', { title: { en: '3 samples of 2 features', zh: '3 个样本，各 2 个特征' } }, (context) =>
        check(context, {
          inputs: context.torch.arange(6).float().reshape([3, 2]),
          targets: context.torch.tensor([5, 0, 7]),
        }),
      );
      hidden('drawn-shapes', { title: { en: 'other shapes and targets', zh: '其他形状和目标' } }, (context) => {
        const { rng } = context.given;
        check(context, drawData(context, rng.integer(2, 5), rng.shape({ dims: [1, 3], sizes: [1, 4] })));
        const n = rng.integer(1, 4);
        check(context, { inputs: rng.normal([n]), targets: rng.normal([n, 2]) });
      });
      hidden('empty', { title: { en: 'no samples', zh: '没有样本' } }, (context) =>
        context.expect(lengthOf(newDataset(context, drawData(context, 0))), '__len__()').toBe(0),
      );
      hidden('in-a-loader', { title: { en: 'read by a DataLoader', zh: '由 DataLoader 读取' } }, (context) => {
        const data = drawData(context, 5);
        const loader = context.given.construct('utils.data.DataLoader', newDataset(context, data), { batch_size: 3 });
        const batches = loader.iterate({ atMost: 2 });
        context.expect(batches, { en: 'batches', zh: '批次' }).toBeClose(
          [
            [data.inputs.narrow(0, 0, 3), data.targets.narrow(0, 0, 3)],
            [data.inputs.narrow(0, 3, 2), data.targets.narrow(0, 3, 2)],
          ],
          tolerance,
        );
      });
    },
  );

  behaviour(
    'minds-its-bounds',
    {
      points: 1,
      title: { en: 'Counts negative indices from the end, throws outside', zh: '负下标从末尾数起，越界则抛出错误' },
      says: {
        en: 'A negative index, an index out of range or inputs and targets of unequal lengths are not treated as they should.',
        zh: '负下标、越界的下标，或者长度不同的输入和目标，没有得到应有的处理。',
      },
    },
    ({ sample, hidden }) => {
      sample('last', { title: { en: 'index −1', zh: '下标 −1' } }, (context) => {
        const data = drawData(context, 3);
        context.expect(targetOf(read(newDataset(context, data), -1)), '__getitem__(-1)[1]').toBe(2);
      });
      hidden('all', { title: { en: 'from −n − 1 to n', zh: '从 −n − 1 到 n' } }, (context) => {
        const n = context.given.rng.integer(2, 5);
        const dataset = newDataset(context, drawData(context, n));
        for (const i of upTo(n)) context.expect(targetOf(read(dataset, i - n)), `__getitem__(${i - n})[1]`).toBe(i);
        for (const index of [n, -n - 1]) context.expect(() => read(dataset, index), `__getitem__(${index})`).toThrow();
      });
      hidden('unequal', { title: { en: 'unequal lengths', zh: '长度不同' } }, (context) => {
        const { inputs } = drawData(context, 4);
        for (const n of [3, 5])
          context
            .expect(() => newDataset(context, { inputs, targets: context.torch.arange(n) }), `4 inputs, ${n} targets`)
            .toThrow();
      });
    },
  );

  behaviour(
    'transforms-when-read',
    {
      points: 2,
      title: { en: 'Transforms at each reading, not before', zh: '每次读取时才做变换' },
      says: {
        en: 'A transform does not run exactly once for each sample read, on the raw value, with its result in the sample.',
        zh: '变换不是每读一个样本恰好运行一次，或者作用的不是原始值，或者结果没有出现在样本中。',
      },
    },
    ({ sample, hidden }) => {
      sample('one-read', { title: { en: 'one sample read', zh: '读取一个样本' } }, (context) => {
        const data = drawData(context, 3);
        const transform = affine(context, 2, 1, 'transform');
        const dataset = newDataset(context, data, { transform });
        context.expect(transform.calls.length, { en: 'calls before reading', zh: '读取之前的调用次数' }).toBe(0);
        context
          .expect(inputOf(read(dataset, 1)), '__getitem__(1)[0]')
          .toBeClose(data.inputs.at(1).mul(2).add(1), tolerance);
        context.expect(transform).calledTimes(1);
      });
      hidden('both', { title: { en: 'input and target, read twice', zh: '输入和目标，各读两次' } }, (context) => {
        const { expect, given } = context;
        const n = given.rng.integer(2, 4);
        const data = drawData(context, n);
        const transform = affine(context, 2, 1, 'transform');
        const target_transform = affine(context, 10, 3, 'target_transform');
        const dataset = newDataset(context, data, { transform, target_transform });
        lengthOf(dataset);
        expect(given.callOrder(), { en: 'calls before reading', zh: '读取之前的调用' }).toEqual([]);
        for (const index of [...upTo(n), ...upTo(n)])
          expect(read(dataset, index), `__getitem__(${index})`).toBeClose(
            [data.inputs.at(index).mul(2).add(1), data.targets.at(index).mul(10).add(3)],
            tolerance,
          );
        expect(transform).calledWith([...upTo(n), ...upTo(n)].map((i) => [data.inputs.at(i)]));
        expect(target_transform).calledWith([...upTo(n), ...upTo(n)].map((i) => [data.targets.at(i)]));
      });
      hidden('random', { title: { en: 'another result each time', zh: '每次结果不同' } }, (context) => {
        const { expect, given } = context;
        const results = upTo(3).map(() => given.rng.normal([2]));
        const transform = given.spy(given.sequence(results), { name: 'transform' });
        const dataset = newDataset(context, drawData(context, 2), { transform });
        for (const result of results)
          expect(inputOf(read(dataset, 0)), '__getitem__(0)[0]').toBeClose(result, tolerance);
      });
    },
  );

  behaviour(
    'keeps-its-data',
    {
      points: 2,
      title: { en: 'Keeps its data when samples are changed in place', zh: '样本被原地修改时，数据保持不变' },
      says: {
        en: 'The stored inputs or targets changed when a sample was changed in place.',
        zh: '原地修改样本之后，存储的 inputs 或 targets 也跟着变了。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, transformed: boolean) => {
        const { candidate, expect, given } = context;
        const data = drawData(context, 3);
        const inputs = given.tensor(data.inputs, { name: 'inputs' });
        const targets = given.tensor(data.targets, { name: 'targets' });
        const options = {
          transform: inPlace(context, 'transform'),
          target_transform: inPlace(context, 'target_transform'),
        };
        const dataset = transformed
          ? candidate.construct('LabelledDataset', inputs, targets, options)
          : candidate.construct('LabelledDataset', inputs, targets);
        const once = transformed ? 3 : 1;
        for (const index of [1, 2, 1]) {
          const item = read(dataset, index);
          expect(item, `__getitem__(${index})`).toBeClose(
            [data.inputs.at(index).mul(once), data.targets.at(index).mul(once)],
            tolerance,
          );
          item.at(0).tensor().method('zero_');
          item.at(1).tensor().method('add_', 5);
        }
        expect(inputs.now(), 'inputs').toBeClose(data.inputs, tolerance);
        expect(targets.now(), 'targets').toBeClose(data.targets, tolerance);
      };
      sample('transforms', { title: { en: 'transforms that work in place', zh: '原地修改的变换' } }, (context) =>
        check(context, true),
      );
      hidden('receiver', { title: { en: 'changed by whoever got them', zh: '被拿到样本的人修改' } }, (context) =>
        check(context, false),
      );
    },
  );

  behaviour(
    'composes',
    {
      points: 1,
      title: { en: 'Applies transforms from left to right', zh: '从左到右依次应用变换' },
      says: {
        en: 'compose does not apply every transform once, from left to right.',
        zh: 'compose 没有从左到右把每个变换各应用一次。',
      },
    },
    ({ sample, hidden }) => {
      sample('two', { title: { en: 'two transforms', zh: '两个变换' } }, (context) => {
        const { candidate, expect, given, torch } = context;
        const both = candidate.call('compose', [affine(context, 2, 0, 'double'), affine(context, 1, 1, 'add one')]);
        expect(given.callOrder(), { en: 'calls before it is applied', zh: '应用之前的调用' }).toEqual([]);
        expect(both.call(torch.tensor([1.5, 0])).tensor().values, 'compose([double, add one])(x)').toBeClose(
          torch.tensor([4, 1]).float(),
          tolerance,
        );
        expect(given.callOrder()).toEqual(['double', 'add one']);
      });
      hidden('none-or-more', { title: { en: 'none, one, many, nested', zh: '没有、一个、多个、嵌套' } }, (context) => {
        const { candidate, expect, given } = context;
        const { rng } = given;
        const x = rng.normal([3]);
        for (const count of [0, 1, rng.integer(3, 5)]) {
          const numbers = upTo(count).map(() => [rng.integer(2, 3), rng.integer(1, 4)] as const);
          const composed = candidate.call(
            'compose',
            numbers.map(([m, a], i) => affine(context, m, a, `transform ${i}`)),
          );
          const expected = numbers.reduce((value, [m, a]) => value.mul(m).add(a), x);
          for (const time of [1, 2])
            expect(composed.call(x).tensor().values, `compose(…)(x), ${count} transforms, call ${time}`).toBeClose(
              expected,
              tolerance,
            );
        }
        const inner = candidate.call('compose', [affine(context, 3, 0, 'inner'), affine(context, 1, 2, 'inner')]);
        const outer = candidate.call('compose', [inner, affine(context, 5, 0, 'outer')]);
        expect(outer.call(x).tensor().values, 'compose([compose(…), …])(x)').toBeClose(
          x.mul(3).add(2).mul(5),
          tolerance,
        );
      });
    },
  );

  behaviour(
    'normalizes',
    {
      points: 1,
      title: { en: 'Subtracts the mean and divides by the deviation', zh: '减去均值，除以标准差' },
      says: {
        en: 'normalize does not give (x − mean) / std, or x − mean where std is 0.',
        zh: 'normalize 给出的不是 (x − mean) / std，或者在 std 为 0 处不是 x − mean。',
      },
    },
    ({ sample, hidden }) => {
      const check = ({ candidate, expect, given }: TestContext, x: Tensor, mean: Tensor, std: Tensor) => {
        const sent = given.tensor(x, { name: 'x' });
        const result = candidate.call('normalize', mean, std).call(sent).tensor().values;
        expect(result, 'normalize(mean, std)(x)').toBeClose(normalized(x, { mean, std }), tolerance);
        expect(sent.now(), 'x').toBeClose(x, tolerance);
      };
      sample('two-features', { title: { en: 'two features', zh: '两个特征' } }, (context) => {
        const { torch } = context;
        check(context, torch.tensor([3, 1]).float(), torch.tensor([1, 2]).float(), torch.tensor([4, 0.5]));
      });
      hidden('drawn-shapes', { title: { en: 'other shapes', zh: '其他形状' } }, (context) => {
        const { rng } = context.given;
        const shape = rng.shape({ dims: [1, 3], sizes: [1, 4] });
        check(context, rng.normal(shape), rng.normal(shape), rng.uniform(shape, 0.5, 2));
      });
      hidden(
        'constant-feature',
        { title: { en: 'a feature without deviation', zh: '某个特征没有偏差' } },
        (context) => {
          const { given, torch } = context;
          const std = torch.tensor([given.rng.number(0.5, 2), 0, 1.5]).float();
          check(context, given.rng.normal([3]), given.rng.normal([3]), std);
        },
      );
    },
  );

  behaviour(
    'splits-once',
    {
      points: 3,
      title: { en: 'Splits once, by one permutation', zh: '按一次排列划分，此后不变' },
      says: {
        en: 'train and val are not the two parts of one permutation of the generator, the same in every epoch.',
        zh: 'train 和 val 不是 generator 给出的同一个排列的两部分，或者各个 epoch 不一致。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { expect, given } = context;
        const result = expect.unchanged(() => prepared(context, setup), { default: given.randomState });
        for (const part of ['train', 'val'] as const) {
          const wanted = result.order[part];
          expect(lengthOf(result[part]), `${part}.__len__()`).toBe(wanted.length);
          for (const epoch of [1, 2])
            expect(
              wanted.map((_, i) => targetOf(read(result[part], i))),
              { en: `${part}: samples of epoch ${epoch}`, zh: `${part}：第 ${epoch} 个 epoch 的样本` },
            ).toEqual(wanted);
        }
        expect(result.generator.method('get_state'), {
          en: 'state of the generator',
          zh: 'generator 的状态',
        }).toBeClose(result.generatorAfter);
      };
      sample(
        'eight-samples',
        { title: { en: '8 samples, 3 for validation', zh: '8 个样本，3 个用于验证' } },
        (context) => check(context, { n: 8, val_size: 3 }),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSetup(context)),
      );
      hidden(
        'extremes',
        { title: { en: 'no validation, or one training sample', zh: '没有验证集，或只有一个训练样本' } },
        (context) => {
          check(context, { n: context.given.rng.integer(5, 8), val_size: 0 });
          const n = context.given.rng.integer(3, 6);
          check(context, { n, val_size: n - 1 });
        },
      );
      hidden('in-a-loader', { title: { en: 'both read by a DataLoader', zh: '由 DataLoader 读取两者' } }, (context) => {
        const result = prepared(context, { n: 9, val_size: 4 });
        for (const part of ['train', 'val'] as const) {
          const label = `${part} instanceof Dataset`;
          context.expect(result[part].isInstanceOf('utils.data.Dataset'), label).toBe(true);
          const loader = context.given.construct('utils.data.DataLoader', result[part], { batch_size: 2 });
          const targets = loader
            .iterate({ atMost: 3 })
            .flatMap((batch): number[] => batch.at(1).tensor().values.tolist());
          context
            .expect(targets, { en: `${part}: samples of the loader`, zh: `${part}：loader 给出的样本` })
            .toEqual(result.order[part]);
        }
      });
    },
  );

  behaviour(
    'measures-training-data-alone',
    {
      points: 3,
      title: { en: 'Takes mean and deviation of the training data alone', zh: '均值和标准差只来自训练数据' },
      says: {
        en: 'mean or std is not that of the raw training inputs, or other samples were read for it.',
        zh: 'mean 或 std 不是未增强的训练输入的统计量，或者为此读取了别的样本。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { expect, torch } = context;
        const { mean, std, data, order, source, augment } = prepared(context, setup);
        expect(
          source.reads.toSorted((a, b) => a - b),
          readLabel,
        ).toEqual(order.train.toSorted((a, b) => a - b));
        expect(augment.calls.length, { en: 'calls of augment in prepare', zh: 'prepare 中 augment 的调用次数' }).toBe(
          0,
        );
        const x = data.inputs.index_select(0, torch.tensor(order.train, { dtype: torch.int64 })).double();
        expect(mean, 'mean').toBeClose(x.mean(0).float(), tolerance);
        expect(std, 'std').toBeClose(x.sub(x.mean(0)).square().mean(0).sqrt().float(), tolerance);
      };
      sample(
        'eight-samples',
        { title: { en: '8 samples, 3 for validation', zh: '8 个样本，3 个用于验证' } },
        (context) => check(context, { n: 8, val_size: 3 }),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes and shapes', zh: '其他大小和形状' } }, (context) =>
        check(context, drawSetup(context)),
      );
      hidden('constant-feature', { title: { en: 'a constant feature', zh: '某个特征是常数' } }, (context) => {
        const value = context.given.rng.integer(-2, 2);
        check(context, { n: 7, val_size: 2, edit: (inputs) => void inputs.select(1, 0).fill_(value) });
      });
      hidden('one-training-sample', { title: { en: 'one training sample', zh: '只有一个训练样本' } }, (context) =>
        check(context, { n: 3, val_size: 2 }),
      );
    },
  );

  behaviour(
    'augments-training-alone',
    {
      points: 3,
      title: { en: 'Augments training samples, then normalizes both', zh: '只增强训练样本，两者都归一化' },
      says: {
        en: 'A sample of train is not augmented and then normalized, or one of val is not just normalized.',
        zh: 'train 的样本不是先增强再归一化，或者 val 的样本不是只做归一化。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const { expect } = context;
        const result = prepared(context, setup);
        const { data, order, augment } = result;
        for (const name of ['mean', 'std'] as const)
          expect(result[name], name).toHaveShape([...data.inputs.shape.slice(1)]);
        order.val.forEach((index, i) => {
          expect(inputOf(read(result.val, i)), `val.__getitem__(${i})[0]`).toBeClose(
            normalized(data.inputs.at(index), result),
            tolerance,
          );
        });
        expect(augment.calls.length, { en: 'calls of augment for val', zh: '读取 val 时 augment 的调用次数' }).toBe(0);
        const twice = [...order.train.entries(), ...order.train.entries()];
        for (const [i, index] of twice)
          expect(inputOf(read(result.train, i)), `train.__getitem__(${i})[0]`).toBeClose(
            normalized(data.inputs.at(index).mul(factor).add(add), result),
            tolerance,
          );
        expect(augment).calledWith(twice.map(([, index]) => [data.inputs.at(index)]));
      };
      sample(
        'eight-samples',
        { title: { en: '8 samples, 3 for validation', zh: '8 个样本，3 个用于验证' } },
        (context) => check(context, { n: 8, val_size: 3 }),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes and shapes', zh: '其他大小和形状' } }, (context) =>
        check(context, drawSetup(context)),
      );
      hidden(
        'constant-feature',
        { title: { en: 'a feature constant in training', zh: '某个特征在训练集中是常数' } },
        (context) => check(context, { n: 3, val_size: 2, shape: [context.given.rng.integer(2, 4)] }),
      );
    },
  );

  behaviour(
    'leaves-the-source-alone',
    {
      points: 1,
      title: { en: 'Leaves the dataset it splits as it was', zh: '不改变被划分的数据集' },
      says: {
        en: 'Values of the dataset that was split changed, by an augmentation in place or by normalizing.',
        zh: '增强的原地修改或归一化改变了被划分的数据集里的值。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, val_size: number) => {
        const { candidate, expect, given } = context;
        const data = drawData(context, n);
        const inputs = given.tensor(data.inputs, { name: 'inputs' });
        const source = given.construct('utils.data.TensorDataset', inputs, data.targets);
        const generator = given.construct('Generator');
        const result = candidate.call('prepare', source, { val_size, augment: inPlace(context, 'augment'), generator });
        for (const [part, size] of [
          ['train', n - val_size],
          ['val', val_size],
        ] as const)
          for (const i of upTo(size)) {
            read(result.field(part), i);
            expect(inputs.now(), {
              en: `inputs after ${part}[${i}] was read`,
              zh: `读取 ${part}[${i}] 之后的 inputs`,
            }).toBeClose(data.inputs, tolerance);
          }
      };
      sample('four-samples', { title: { en: '4 samples', zh: '4 个样本' } }, (context) => check(context, 4, 2));
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { n, val_size } = drawSetup(context);
        check(context, n, val_size);
      });
    },
  );

  behaviour(
    'refuses-bad-sizes',
    {
      points: 1,
      title: { en: 'Refuses a val_size that makes no sense', zh: '拒绝无意义的 val_size' },
      says: {
        en: 'prepare accepted a val_size that is no integer from 0 to n − 1.',
        zh: 'val_size 不是 0 到 n − 1 的整数，prepare 却接受了。',
      },
    },
    ({ sample, hidden }) => {
      const refuses = (context: TestContext, n: number, val_size: number) =>
        context.expect(() => prepared(context, { n, val_size }), `prepare(…), n ${n}, val_size ${val_size}`).toThrow();
      sample('all-of-them', { title: { en: 'all samples for validation', zh: '全部样本用于验证' } }, (context) =>
        refuses(context, 4, 4),
      );
      hidden('others', { title: { en: 'negative, too large, a fraction', zh: '负数、过大、小数' } }, (context) => {
        const n = context.given.rng.integer(4, 6);
        for (const val_size of [-1, n + 1, 0.25, 1.5]) refuses(context, n, val_size);
      });
    },
  );
});
