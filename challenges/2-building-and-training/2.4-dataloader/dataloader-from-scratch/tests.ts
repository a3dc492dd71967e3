import { tests } from '#challenges/authoring.ts';
import type { Argument, CandidateDataset, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';

const readLabel = { en: 'indices read, in order', zh: '依次读取的下标' };
const upTo = (n: number): number[] => [...Array(n).keys()];

/** Tensors of one shape, all different. */
const drawTensors = ({ given: { rng } }: TestContext, n: number): Tensor[] => upTo(n).map(() => rng.normal([2]));

function newLoader(
  { candidate, given }: TestContext,
  items: readonly Argument[],
  options?: { readonly [name: string]: Argument },
): { readonly data: CandidateDataset; readonly loader: Returned } {
  const data = given.dataset(items, { name: 'dataset' });
  const loader = options
    ? candidate.construct('DataLoader', data, { ...options })
    : candidate.construct('DataLoader', data);
  return { data, loader };
}

const batchesOf = <T>(items: readonly T[], size: number): T[][] =>
  upTo(Math.ceil(items.length / size)).map((batch) => items.slice(batch * size, (batch + 1) * size));

/** A size whose last batch is not full. */
function unevenSizes({ given: { rng } }: TestContext): { readonly n: number; readonly batch_size: number } {
  const batch_size = rng.integer(3, 5);
  return { batch_size, n: rng.integer(2, 3) * batch_size + rng.integer(1, batch_size - 1) };
}

/** A generator over there, and one here in the same state. */
function generators({ given, torch }: TestContext, seed = given.rng.integer(0, 1_000_000)) {
  const theirs = given.construct('Generator');
  theirs.method('manual_seed', seed);
  return { theirs, ours: new torch.Generator().manual_seed(seed) };
}
type Ours = ReturnType<typeof generators>['ours'];
const orderOf = ({ torch }: TestContext, n: number, generator: Ours): number[] =>
  torch.randperm(n, { generator }).tolist();

/** Whole epochs one after another: which indices each read. */
function readsOf(loader: Returned, data: CandidateDataset, epochs: number): number[][] {
  return upTo(epochs).map(() => {
    const before = data.reads.length;
    loader.iterate({ atMost: 100 });
    return data.reads.slice(before);
  });
}

/** What the finished loader gives when workers share a stream: each fills its batches from its own samples, in turns. */
function sharedBatches(n: number, workers: number, size: number): number[][] {
  const queues = upTo(Math.max(workers, 1)).map((id) =>
    batchesOf(
      upTo(n).filter((i) => i % Math.max(workers, 1) === id),
      size,
    ),
  );
  const rounds = Math.max(...queues.map((queue) => queue.length));
  return upTo(rounds).flatMap((round) => queues.flatMap((queue) => queue.slice(round, round + 1)));
}

export default tests(({ behaviour }) => {
  behaviour(
    'makes-batches-in-order',
    {
      points: 2,
      title: { en: 'Makes batches of the samples, in order', zh: '按顺序把样本组成批次' },
      says: {
        en: 'Without shuffle, the batches are not the samples in order, batch_size at a time.',
        zh: '不打乱时，批次不是按顺序每 batch_size 个样本一组。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, batch_size?: number) => {
        const { expect, torch } = context;
        const items = drawTensors(context, n);
        const { data, loader } = newLoader(context, items, batch_size === undefined ? undefined : { batch_size });
        const batches = loader.iterate({ atMost: n });
        expect(data.reads, readLabel).toEqual(upTo(n));
        expect(batches, { en: 'batches', zh: '批次' }).toBeClose(
          batchesOf(items, batch_size ?? 1).map((batch) => torch.stack(batch)),
        );
      };
      sample('five-by-two', { title: { en: '5 samples, 2 in a batch', zh: '5 个样本，每批 2 个' } }, (context) =>
        check(context, 5, 2),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { n, batch_size } = unevenSizes(context);
        check(context, n, batch_size);
        check(context, 2 * batch_size, batch_size);
      });
      hidden('by-default', { title: { en: 'without options', zh: '不带选项' } }, (context) => check(context, 3));
      hidden('one-batch', { title: { en: 'fewer samples than a batch holds', zh: '样本数少于一个批次' } }, (context) =>
        check(context, context.given.rng.integer(1, 3), 8),
      );
      hidden('empty', { title: { en: 'an empty dataset', zh: '空数据集' } }, (context) => check(context, 0, 4));
    },
  );

  behaviour(
    'drops-a-short-last-batch',
    {
      points: 1,
      title: { en: 'Leaves out a short last batch when asked to', zh: '按要求去掉不满的最后一个批次' },
      says: {
        en: 'With drop_last, a short batch is still given, or a full one is not.',
        zh: 'drop_last 为真时仍给出了不满的批次，或者丢掉了满的批次。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, batch_size: number) => {
        const { loader, data } = newLoader(context, drawTensors(context, n), { batch_size, drop_last: true });
        const full = Math.floor(n / batch_size);
        context.expect(loader.iterate({ atMost: n }).length, { en: 'batches', zh: '批次数' }).toBe(full);
        context.expect(data.reads, readLabel).toEqual(upTo(full * batch_size));
      };
      sample('five-by-two', { title: { en: '5 samples, 2 in a batch', zh: '5 个样本，每批 2 个' } }, (context) =>
        check(context, 5, 2),
      );
      hidden('nothing-to-drop', { title: { en: 'all batches full', zh: '每个批次都满' } }, (context) =>
        check(context, 6, context.given.rng.pick([1, 2, 3, 6])),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { n, batch_size } = unevenSizes(context);
        check(context, n, batch_size);
        check(context, batch_size - 1, batch_size);
      });
    },
  );

  behaviour(
    'says-how-many-batches',
    {
      points: 1,
      title: { en: 'Says how many batches an epoch has', zh: '给出一个 epoch 的批次数' },
      says: { en: '__len__() is not the number of batches.', zh: '__len__() 不等于批次数。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, batch_size: number) => {
        for (const drop_last of [false, true]) {
          const { loader } = newLoader(context, drawTensors(context, n), { batch_size, drop_last });
          context
            .expect(loader.method('__len__').number(), `__len__(), drop_last: ${drop_last}`)
            .toBe(drop_last ? Math.floor(n / batch_size) : Math.ceil(n / batch_size));
        }
      };
      sample('five-by-two', { title: { en: '5 samples, 2 in a batch', zh: '5 个样本，每批 2 个' } }, (context) =>
        check(context, 5, 2),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { n, batch_size } = unevenSizes(context);
        for (const samples of [n, 2 * batch_size, batch_size - 1, 0]) check(context, samples, batch_size);
      });
    },
  );

  behaviour(
    'shuffles-every-epoch',
    {
      points: 3,
      title: { en: 'Shuffles every epoch from the generator', zh: '每个 epoch 都由 generator 打乱' },
      says: {
        en: 'A shuffled epoch is not in the order of torch.randperm, or the generator is not the one that was given.',
        zh: '打乱后的顺序不是 torch.randperm 给出的，或者用的不是传入的 generator。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, batch_size: number, epochs: number, seed?: number) => {
        const { theirs, ours } = generators(context, seed);
        const { loader, data } = newLoader(context, drawTensors(context, n), {
          batch_size,
          shuffle: true,
          generator: theirs,
        });
        for (const [epoch, reads] of readsOf(loader, data, epochs).entries())
          context
            .expect(reads, { en: `indices read in epoch ${epoch + 1}`, zh: `第 ${epoch + 1} 个 epoch 读取的下标` })
            .toEqual(orderOf(context, n, ours));
      };
      sample('seed-zero', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        check(context, 5, 2, 2, 0),
      );
      hidden('drawn-seeds', { title: { en: 'other sizes and seeds', zh: '其他大小和种子' } }, (context) => {
        const { n, batch_size } = unevenSizes(context);
        check(context, n, batch_size, context.given.rng.integer(2, 4));
        check(context, 1, batch_size, 2);
      });
      hidden('default-stream', { title: { en: 'from the default stream', zh: '从默认随机数流取数' } }, (context) => {
        const { n, batch_size } = unevenSizes(context);
        const seed = context.given.rng.integer(0, 1_000_000);
        const ours = new context.torch.Generator().manual_seed(seed);
        const { loader, data } = newLoader(context, drawTensors(context, n), { batch_size, shuffle: true });
        context.given.manualSeed(seed);
        for (const reads of readsOf(loader, data, 2))
          context.expect(reads, readLabel).toEqual(orderOf(context, n, ours));
      });
    },
  );

  behaviour(
    'draws-nothing-else',
    {
      points: 1,
      title: { en: 'Draws no other random numbers', zh: '不取别的随机数' },
      says: {
        en: 'More was drawn from a random stream than one permutation for each shuffled epoch.',
        zh: '从随机数流中取走的，不只是每个打乱的 epoch 一次排列。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, shuffle: boolean, epochs: number) => {
        const { expect, given } = context;
        const { n, batch_size } = unevenSizes(context);
        const { theirs, ours } = generators(context);
        expect.unchanged(
          () => {
            const { loader, data } = newLoader(context, drawTensors(context, n), {
              batch_size,
              shuffle,
              generator: theirs,
            });
            loader.method('__len__');
            readsOf(loader, data, epochs);
          },
          { default: given.randomState },
        );
        if (shuffle) for (let epoch = 0; epoch < epochs; epoch++) orderOf(context, n, ours);
        expect(theirs.method('get_state'), { en: 'state of the generator', zh: 'generator 的状态' }).toBeClose(
          ours.get_state(),
        );
      };
      sample('in-order', { title: { en: 'without shuffle', zh: '不打乱' } }, (context) => check(context, false, 1));
      hidden('shuffled', { title: { en: 'with shuffle', zh: '打乱' } }, (context) => check(context, true, 2));
      hidden(
        'no-generator',
        { title: { en: 'without shuffle or generator', zh: '不打乱，也没有 generator' } },
        (context) => {
          const { loader } = newLoader(context, drawTensors(context, 4), { batch_size: 2 });
          context.expect.unchanged(() => loader.iterate({ atMost: 2 }), { default: context.given.randomState });
        },
      );
    },
  );

  behaviour(
    'starts-a-new-epoch-each-time',
    {
      points: 2,
      title: { en: 'Gives every epoch a life of its own', zh: '每个 epoch 互不影响' },
      says: {
        en: 'An epoch did not begin at its beginning, or was disturbed by another one.',
        zh: '某个 epoch 没有从头开始，或者受到了另一个 epoch 的干扰。',
      },
    },
    ({ sample, hidden }) => {
      sample('again', { title: { en: 'twice in a row', zh: '连续两次' } }, (context) => {
        const { loader, data } = newLoader(context, drawTensors(context, 5), { batch_size: 2 });
        for (const reads of readsOf(loader, data, 2)) context.expect(reads, readLabel).toEqual(upTo(5));
      });
      hidden('broken-off', { title: { en: 'after one that was broken off', zh: '上一个中途退出之后' } }, (context) => {
        const { n, batch_size } = unevenSizes(context);
        const { loader, data } = newLoader(context, drawTensors(context, n), { batch_size });
        loader.take(1);
        context.expect(readsOf(loader, data, 1), readLabel).toEqual([upTo(n)]);
      });
      hidden(
        'at-once',
        { title: { en: 'one while another is under way', zh: '一个还没走完就开始另一个' } },
        (context) => {
          const { n, batch_size } = unevenSizes(context);
          const seen: number[][] = [];
          let inner: Returned | null = null;
          const collate_fn = context.given.spy(
            (samples) => {
              const batch = samples?.array().map((s) => s.number()) ?? [];
              seen.push(batch);
              const nested = inner;
              inner = null;
              nested?.iterate({ atMost: n });
              return batch;
            },
            { name: 'collate_fn' },
          );
          const { loader } = newLoader(context, upTo(n), { batch_size, collate_fn });
          inner = loader;
          const batches = loader.iterate({ atMost: n });
          const all = batchesOf(upTo(n), batch_size);
          context
            .expect(seen, { en: 'batches of both', zh: '两者的批次' })
            .toEqual([...all.slice(0, 1), ...all, ...all.slice(1)]);
          context.expect(batches.length, { en: 'batches of the outer one', zh: '外层的批次数' }).toBe(all.length);
        },
      );
    },
  );

  behaviour(
    'reads-when-asked',
    {
      points: 1,
      title: { en: 'Reads samples when their batch is asked for', zh: '取到批次时才读取样本' },
      says: {
        en: 'Samples are read before their batch is asked for.',
        zh: '还没取到某个批次，就读取了它的样本。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, batch_size: number, batches: number) => {
        const { loader, data } = newLoader(context, drawTensors(context, n), { batch_size });
        loader.method('__len__');
        context
          .expect(data.reads, { en: 'indices read before the first epoch', zh: '第一个 epoch 之前读取的下标' })
          .toEqual([]);
        loader.take(batches);
        context
          .expect(data.reads, { en: `indices read for ${batches} batches`, zh: `取 ${batches} 个批次时读取的下标` })
          .toEqual(upTo(batches * batch_size));
      };
      sample('first-batch', { title: { en: 'only the first batch', zh: '只取第一个批次' } }, (context) =>
        check(context, 6, 2, 1),
      );
      hidden('some-batches', { title: { en: 'some of the batches', zh: '取其中几个批次' } }, (context) =>
        check(context, 12, context.given.rng.integer(2, 3), context.given.rng.integer(1, 3)),
      );
    },
  );

  behaviour(
    'hands-samples-to-collate-fn',
    {
      points: 1,
      title: { en: 'Lets collate_fn make the batch', zh: '由 collate_fn 生成批次' },
      says: {
        en: 'collate_fn does not get the list of samples, or its result is not the batch.',
        zh: 'collate_fn 得到的不是样本列表，或者它的结果没有成为批次。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, batch_size: number) => {
        const { expect, given } = context;
        const items = upTo(n).map((i) => [given.rng.normal([i + 1]), i] as const);
        const answers = batchesOf(items, batch_size).map(() => given.rng.integer(0, 1_000_000));
        const collate_fn = given.spy(given.sequence(answers), { name: 'collate_fn' });
        const { loader } = newLoader(context, items, { batch_size, collate_fn });
        const batches = loader.iterate({ atMost: n }).map((batch) => batch.value());
        const expected = batchesOf(items, batch_size);
        expect(collate_fn).calledTimes(expected.length);
        for (const [call, batch] of expected.entries()) {
          const args = collate_fn.calls[call] ?? [];
          const lists = args.map((samples) => samples.array().map((s) => [s.at(0).tensor().values, s.at(1).number()]));
          const label = {
            en: `arguments of call ${call + 1} of collate_fn`,
            zh: `第 ${call + 1} 次调用 collate_fn 的参数`,
          };
          expect(lists, label).toBeClose([batch]);
        }
        expect(batches, { en: 'batches', zh: '批次' }).toEqual(answers);
      };
      sample('different-lengths', { title: { en: 'samples of different lengths', zh: '长度不同的样本' } }, (context) =>
        check(context, 3, 2),
      );
      hidden('drawn-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { n, batch_size } = unevenSizes(context);
        check(context, n, batch_size);
        check(context, 2, 1);
      });
    },
  );

  behaviour(
    'collates',
    {
      points: 2,
      title: { en: 'Collates tensors, numbers, arrays and objects', zh: '对张量、数、数组和对象做 collate' },
      says: {
        en: 'default_collate does not make the right batch of a list of samples.',
        zh: 'default_collate 没有从样本列表得到正确的批次。',
      },
    },
    ({ sample, hidden }) => {
      const collate = ({ candidate }: TestContext, samples: readonly Argument[]): Returned =>
        candidate.call('default_collate', samples);
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { expect, torch } = context;
        const batch = collate(context, [
          { x: torch.zeros(3), y: 1 },
          { x: torch.ones(3), y: 0 },
        ]);
        expect(batch.keys()).toEqual(['x', 'y']);
        expect(batch.field('x')).toBeClose(torch.stack([torch.zeros(3), torch.ones(3)]));
        expect(batch.field('y')).toBeClose(torch.tensor([1, 0]));
      });
      hidden('tensors', { title: { en: 'tensors', zh: '张量' } }, (context) => {
        const { expect, given, torch } = context;
        const { rng } = given;
        for (const [name, items] of given.table({
          vectors: upTo(rng.integer(2, 4)).map(() => rng.normal([3])),
          'zero dimensions': upTo(3).map(() => rng.normal([])),
          'a single sample': [rng.normal([2, 3])],
          int64: upTo(2).map(() => rng.integers([2, 2], 0, 9)),
        }))
          expect(collate(context, items), `default_collate(…), ${name}`).toBeClose(torch.stack(items));
        const laid = upTo(2).map(() => rng.normal([3, 4]));
        expect(
          collate(
            context,
            laid.map((t) => given.tensor(t, { contiguous: false })),
          ),
          'default_collate(…), not contiguous',
        ).toBeClose(torch.stack(laid));
      });
      hidden('numbers', { title: { en: 'numbers, booleans, strings', zh: '数、布尔值、字符串' } }, (context) => {
        const { expect, given, torch } = context;
        const whole = upTo(3).map(() => given.rng.integer(-5, 5));
        const reals = [given.rng.integer(0, 5), given.rng.integer(0, 5) + 0.25, given.rng.number(0.1, 0.9)];
        expect(collate(context, whole), 'default_collate(…), int64').toBeClose(
          torch.tensor(whole, { dtype: torch.int64 }),
        );
        expect(collate(context, reals), 'default_collate(…), float64').toBeClose(
          torch.tensor(reals, { dtype: torch.float64 }),
        );
        expect(collate(context, [true, false]), 'default_collate(…), bool').toBeClose(torch.tensor([true, false]));
        expect(collate(context, ['b', 'a']).value(), 'default_collate(…), string').toEqual(['b', 'a']);
      });
      hidden('nested', { title: { en: 'arrays and objects, nested', zh: '嵌套的数组和对象' } }, (context) => {
        const { expect, given, torch } = context;
        const rows = upTo(given.rng.integer(1, 3)).map((i) => ({
          image: given.rng.normal([2, 2]),
          more: [[i, i + 0.5], { name: `n${i}` }, i === 1] as const,
        }));
        const batch = collate(
          context,
          rows.map(({ image, more }) => [image, { more }]),
        );
        expect(batch.array().length, { en: 'places', zh: '位置数' }).toBe(2);
        expect(batch.at(0)).toBeClose(torch.stack(rows.map(({ image }) => image)));
        const more = batch.at(1).field('more');
        const [numbers, strings, flags] = [more.at(0), more.at(1), more.at(2)];
        expect(numbers.at(0)).toBeClose(torch.tensor(upTo(rows.length), { dtype: torch.int64 }));
        expect(numbers.at(1)).toBeClose(
          torch.tensor(
            rows.map((_, i) => i + 0.5),
            { dtype: torch.float64 },
          ),
        );
        expect(strings.field('name').value(), 'name').toEqual(rows.map((_, i) => `n${i}`));
        expect(flags).toBeClose(torch.tensor(rows.map((_, i) => i === 1)));
      });
      hidden('refused', { title: { en: 'what cannot be collated', zh: '无法 collate 的内容' } }, (context) => {
        for (const [name, samples] of context.given.table<readonly Argument[]>({
          'unequal lengths': [[1, 2], [3]],
          'longer later': [[1], [2, 3]],
          null: [null, null],
          'null inside': [{ x: null }, { x: null }],
        }))
          context.expect(() => collate(context, samples), `default_collate(…), ${name}`).toThrow();
      });
    },
  );

  behaviour(
    'shares-among-workers',
    {
      points: 3,
      title: { en: 'Shares a stream among workers', zh: '在多个 worker 之间分担数据流' },
      says: {
        en: 'With workers, samples of the stream come more than once, are lost, or are not those of their worker.',
        zh: '使用 worker 时，数据流的样本有重复、有丢失，或者不属于对应的 worker。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, n: number, num_workers: number, batch_size: number) => {
        const { candidate, expect, given } = context;
        const values = given.rng.shuffled(upTo(n));
        const data = given.dataset(values, { name: 'dataset' });
        const loader = given.construct('utils.data.DataLoader', candidate.construct('Sharded', data), {
          batch_size,
          num_workers,
        });
        const batches = loader.iterate({ atMost: 4 * n + 4 }).map((batch) => batch.tensor().values.tolist());
        const label = { en: `batches with ${num_workers} workers`, zh: `${num_workers} 个 worker 给出的批次` };
        expect(batches, label).toEqual(
          sharedBatches(n, num_workers, batch_size).map((batch) => batch.map((i) => values[i] ?? NaN)),
        );
        expect(
          data.reads.toSorted((a, b) => a - b),
          {
            en: `indices read by ${num_workers} workers, sorted`,
            zh: `${num_workers} 个 worker 读取的下标（排序后）`,
          },
        ).toEqual(upTo(n));
      };
      sample('two-workers', { title: { en: '5 samples, 2 workers', zh: '5 个样本，2 个 worker' } }, (context) =>
        check(context, 5, 2, 1),
      );
      hidden('no-workers', { title: { en: 'no workers', zh: '没有 worker' } }, (context) => {
        const { candidate, expect, given } = context;
        check(context, 5, 0, 2);
        const data = given.dataset(upTo(6), { name: 'dataset' });
        const stream = candidate.construct('Sharded', data);
        expect(
          stream.take(2).map((s) => s.value()),
          { en: 'the first two samples', zh: '前两个样本' },
        ).toEqual([0, 1]);
        expect(data.reads, readLabel).toEqual([0, 1]);
        expect(
          stream.iterate({ atMost: 6 }).map((s) => s.value()),
          { en: 'samples', zh: '样本' },
        ).toEqual(upTo(6));
      });
      hidden('drawn-workers', { title: { en: 'more workers and sizes', zh: '更多 worker 和大小' } }, (context) => {
        const { rng } = context.given;
        check(context, rng.integer(10, 14), rng.integer(3, 4), rng.integer(1, 3));
        check(context, 7, 1, 3);
      });
      hidden('idle-workers', { title: { en: 'more workers than samples', zh: 'worker 多于样本' } }, (context) =>
        check(context, 2, context.given.rng.integer(3, 5), 2),
      );
      hidden('next-epoch', { title: { en: 'the next epoch', zh: '下一个 epoch' } }, (context) => {
        const { candidate, expect, given } = context;
        const stream = candidate.construct('Sharded', given.dataset(upTo(7), { name: 'dataset' }));
        const loader = given.construct('utils.data.DataLoader', stream, { batch_size: 2, num_workers: 2 });
        for (let epoch = 0; epoch < 2; epoch++)
          expect(
            loader.iterate({ atMost: 14 }).map((batch) => batch.tensor().values.tolist()),
            { en: `batches of epoch ${epoch + 1}`, zh: `第 ${epoch + 1} 个 epoch 的批次` },
          ).toEqual(sharedBatches(7, 2, 2));
      });
    },
  );

  behaviour(
    'refuses-bad-batch-sizes',
    {
      points: 1,
      title: { en: 'Refuses a batch_size that makes no sense', zh: '拒绝无意义的 batch_size' },
      says: {
        en: 'The constructor accepted a batch_size that is no positive integer.',
        zh: 'batch_size 不是正整数，构造函数却没有拒绝。',
      },
    },
    ({ sample, hidden }) => {
      const refuses = (context: TestContext, batch_size: number) =>
        context
          .expect(() => newLoader(context, drawTensors(context, 3), { batch_size }), `new DataLoader(…), ${batch_size}`)
          .toThrow();
      sample('zero', { title: { en: 'zero', zh: '零' } }, (context) => refuses(context, 0));
      hidden('others', { title: { en: 'negative, fractional, NaN', zh: '负数、小数、NaN' } }, (context) => {
        for (const batch_size of [-context.given.rng.integer(1, 4), 1.5, NaN]) refuses(context, batch_size);
      });
    },
  );
});
