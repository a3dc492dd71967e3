import { tests } from '#challenges/authoring.ts';
import type { CandidateTensor, Meter, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Reduced {
  readonly results: readonly CandidateTensor[];
  readonly meter: Meter;
}

function reduce({ candidate, given }: TestContext, tensors: readonly Tensor[]): Reduced {
  const sent = tensors.map((t, rank) => given.tensor(t, { name: `tensors[${rank}]` }));
  let results: readonly CandidateTensor[] = [];
  const meter = given.meter(() => {
    const args = [sent.length, sent];
    results = given
      .call('multiprocessing.spawn', candidate.get('ring_all_reduce'), args, sent.length)
      .array()
      .map((result) => result.tensor());
  });
  return { results, meter };
}

const drawn = ({ given }: TestContext, ranks: number, shape: readonly number[], dtype = 'float32'): Tensor[] =>
  Array.from({ length: ranks }, () => given.rng.normal(shape, { dtype }));

function expectSum(context: TestContext, tensors: readonly Tensor[]): void {
  const { torch, expect } = context;
  const dtype = tensors[0]?.dtype ?? torch.float32;
  const sum = torch
    .stack(tensors.map((t) => t.double()))
    .sum(0)
    .to(dtype);
  for (const [rank, result] of reduce(context, tensors).results.entries()) {
    const shape = `(${sum.shape.join(', ')})`;
    const label = {
      en: `rank ${rank} of ${tensors.length}, ${shape}`,
      zh: `rank ${rank}，共 ${tensors.length} 个，${shape}`,
    };
    expect(result, label).toBeClose(sum, tolerance);
  }
}

export default tests(({ behaviour }) => {
  behaviour(
    'sums-over-the-ranks',
    {
      points: 3,
      title: { en: 'Gives every rank the sum', zh: '每个 rank 都得到总和' },
      says: {
        en: 'A rank does not end with the sum of all tensors.',
        zh: '某个 rank 最后得到的不是所有张量之和。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const row = context.torch.tensor([1, 2, 3]).float();
        expectSum(context, [row, row.mul(10), row.mul(100)]);
      });
      hidden(
        'drawn-inputs',
        { title: { en: 'other sizes and numbers of ranks', zh: '其他大小和 rank 数' } },
        (context) => {
          const { rng } = context.given;
          expectSum(context, drawn(context, 2, [2, rng.integer(1, 4)]));
          expectSum(context, drawn(context, 4, [rng.integer(1, 3), 4]));
          expectSum(context, drawn(context, 5, [5 * rng.integer(1, 3)]));
        },
      );
    },
  );

  behaviour(
    'takes-any-size',
    {
      points: 3,
      title: { en: 'Takes tensors of any size', zh: '支持任何大小的张量' },
      says: {
        en: 'The sum is wrong, or an error is thrown, when the elements do not divide evenly.',
        zh: '元素不能均分时，总和不对或者抛出错误。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'seven-on-three',
        { title: { en: 'seven elements on three ranks', zh: '七个元素，三个 rank' } },
        (context) => expectSum(context, drawn(context, 3, [7])),
      );
      hidden(
        'fewer-elements-than-ranks',
        { title: { en: 'fewer elements than ranks', zh: '元素比 rank 少' } },
        (context) => {
          expectSum(context, drawn(context, 4, [context.given.rng.integer(2, 3)]));
          expectSum(context, drawn(context, 3, []));
        },
      );
      hidden('more-left-over', { title: { en: 'two or three left over', zh: '余下两三个元素' } }, (context) => {
        const { rng } = context.given;
        expectSum(context, drawn(context, 4, [4 * rng.integer(1, 3) + rng.integer(2, 3)]));
      });
    },
  );

  behaviour(
    'sends-pieces-round-the-ring',
    {
      points: 3,
      title: { en: 'Sends 2(N − 1) pieces from each rank', zh: '每个 rank 发送 2(N − 1) 块' },
      says: {
        en: 'The number of messages, or the elements sent, are not those of a ring.',
        zh: '消息的条数或者发送的元素数与环形算法不符。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, ranks: number, length: number) => {
        const { expect } = context;
        const { meter } = reduce(context, drawn(context, ranks, [length]));
        const others = Object.keys(meter.collectives).filter((name) => name !== 'send/recv');
        expect(others, { en: 'collectives besides send and recv', zh: 'send 和 recv 以外的集合通信' }).toEqual([]);
        const hops = 2 * (ranks - 1);
        const messages = 2 * ranks * hops;
        // Each message counts twice: for who sends and for who receives.
        expect(meter).toStayWithin({
          'collectives.send/recv': { atLeast: messages, atMost: messages },
          collectiveBytes: { atLeast: hops * length * 4, atMost: hops * ranks * Math.ceil(length / ranks) * 4 },
        });
      };
      sample('three-ranks', { title: { en: 'three ranks, nine elements', zh: '三个 rank，九个元素' } }, (context) =>
        check(context, 3, 9),
      );
      hidden(
        'other-sizes',
        { title: { en: 'other sizes, also one rank', zh: '其他大小，包括单个 rank' } },
        (context) => {
          const { rng } = context.given;
          check(context, 4, 4 * rng.integer(3, 5) + 1);
          check(context, 2, 2 * rng.integer(2, 5));
          check(context, 1, rng.integer(2, 5));
        },
      );
    },
  );

  behaviour(
    'speaks-with-its-neighbours',
    {
      points: 2,
      title: { en: 'Sends to the next rank only', zh: '只发给下一个 rank' },
      says: {
        en: 'Messages do not go from each rank to its next and only there: that is no ring.',
        zh: '消息不是由每个 rank 发出、并且只发给下一个 rank：这不是环。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, ranks: number, length: number) => {
        const { meter } = reduce(context, drawn(context, ranks, [length]));
        const ring = Array.from({ length: ranks }, (_, rank) => `${rank}→${(rank + 1) % ranks}`);
        const label = { en: 'who sent messages to whom', zh: '谁给谁发过消息' };
        context.expect(Object.keys(meter.messages).sort(), label).toEqual(ring.sort());
      };
      sample('three-ranks', { title: { en: 'three ranks', zh: '三个 rank' } }, (context) => check(context, 3, 6));
      hidden('more-ranks', { title: { en: 'four or five ranks', zh: '四个或五个 rank' } }, (context) => {
        const { rng } = context.given;
        check(context, rng.integer(4, 5), rng.integer(3, 12));
      });
    },
  );

  behaviour(
    'gives-the-same-bits',
    {
      points: 1,
      title: { en: 'Gives all ranks the same bits', zh: '所有 rank 的结果逐位相同' },
      says: {
        en: 'The results of two ranks differ in the last bits, so models that use them drift apart.',
        zh: '两个 rank 的结果在最后几位上不同，使用它们的模型会逐渐不一致。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, ranks: number, length: number) => {
        const { results } = reduce(context, drawn(context, ranks, [length]));
        const [first, ...others] = results;
        for (const [i, other] of others.entries()) {
          const label = { en: `rank ${i + 1} against rank 0`, zh: `rank ${i + 1} 与 rank 0 相比` };
          context.expect(other.values, label).toBeClose(first?.values ?? NaN, { rtol: 0, atol: 0 });
        }
      };
      sample('four-ranks', { title: { en: 'four ranks', zh: '四个 rank' } }, (context) => check(context, 4, 400));
      hidden('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const ranks = context.given.rng.integer(4, 5);
        check(context, ranks, ranks * context.given.rng.integer(80, 100));
      });
    },
  );

  behaviour(
    'keeps-the-dtype',
    {
      points: 1,
      title: { en: 'Works in the dtype of the tensors', zh: '按张量自己的 dtype 计算' },
      says: {
        en: 'With float64 or int64 the sum is wrong, has another dtype, or an error is thrown.',
        zh: '对 float64 或 int64，总和不对、dtype 变了，或者抛出错误。',
      },
    },
    ({ sample, hidden }) => {
      const whole = ({ given }: TestContext, ranks: number, length: number): Tensor[] =>
        Array.from({ length: ranks }, () => given.rng.integers([length], 20_000_000, 2_000_000_000));
      sample('int64', { title: { en: 'large integers', zh: '很大的整数' } }, (context) =>
        expectSum(context, whole(context, 2, 4)),
      );
      hidden(
        'both',
        { title: { en: 'float64, and integers on more ranks', zh: 'float64，以及更多 rank 上的整数' } },
        (context) => {
          expectSum(context, drawn(context, 3, [6], 'float64'));
          expectSum(context, whole(context, 3, 3 * context.given.rng.integer(1, 3)));
        },
      );
    },
  );
});
