import { tests } from '#challenges/authoring.ts';
import type { Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

/** The operations of a Value, on the submission's objects or on the judge's own float64 tensors. */
interface Arithmetic<X> {
  leaf(data: number): X;
  add(a: X, b: X | number): X;
  mul(a: X, b: X | number): X;
  pow(a: X, n: number): X;
  tanh(a: X): X;
}
type Values<X> = { readonly out: X; readonly [name: string]: X };
/** Builds a graph; what it returns by name is compared, `out` is where backward starts. */
type Graph = <X>(on: Arithmetic<X>) => Values<X>;

const onCandidate = ({ candidate }: TestContext): Arithmetic<Returned> => ({
  leaf: (data) => candidate.construct('Value', data),
  add: (a, b) => a.method('add', b),
  mul: (a, b) => a.method('mul', b),
  pow: (a, n) => a.method('pow', n),
  tanh: (a) => a.method('tanh'),
});

const onTensors = ({ torch }: TestContext): Arithmetic<Tensor> => ({
  leaf: (data) => torch.tensor(data, { dtype: torch.float64, requires_grad: true }),
  add: (a, b) => a.add(b),
  mul: (a, b) => a.mul(b),
  pow: (a, n) => a.pow(n),
  tanh: (a) => a.tanh(),
});

interface Reference {
  readonly data: number;
  /** Of `out` with respect to it. */
  readonly gradient: number;
}

function reference(context: TestContext, graph: Graph): ReadonlyMap<string, Reference> {
  const values = graph(onTensors(context));
  const found = context.torch.autograd.grad(values.out, Object.values(values), { allow_unused: true });
  return new Map(
    Object.entries(values).map(([name, value], i) => [name, { data: value.item(), gradient: found[i]?.item() ?? 0 }]),
  );
}

/** Every named value has the data it should have and, after `calls` of backward, that many times its gradient. */
function check(context: TestContext, graph: Graph, calls = 1): void {
  const { expect } = context;
  const values = graph(onCandidate(context));
  const wanted = reference(context, graph);
  for (let i = 0; i < calls; i++) values.out.method('backward');
  for (const [name, { data, gradient }] of wanted) {
    expect(values[name]?.field('data'), `${name}.data`).toBeClose(data, tolerance);
    expect(values[name]?.field('grad'), `${name}.grad`).toBeClose(calls * gradient, tolerance);
  }
}

const theExample: Graph = (on) => {
  const a = on.leaf(2);
  const b = on.mul(a, 3);
  return { a, b, out: on.add(on.mul(b, a), b) };
};

/** A number far enough from 0 that powers of it stay tame, of either sign. */
const draw = ({ given: { rng } }: TestContext): number => rng.number(0.5, 1.5) * rng.pick([-1, 1]);

/** Value and both gradients of squared_error, by the formula. */
function squaredError(w: number, b: number, xs: readonly number[], ys: readonly number[]) {
  let [loss, byW, byB] = [0, 0, 0];
  for (const [i, x] of xs.entries()) {
    const t = Math.tanh(w * x + b);
    const error = t - (ys[i] ?? 0);
    loss += error ** 2;
    byW += 2 * error * (1 - t * t) * x;
    byB += 2 * error * (1 - t * t);
  }
  return { loss, byW, byB };
}

function checkSquaredError(context: TestContext, points: number): void {
  const { candidate, given, expect } = context;
  const [w, b] = [draw(context), draw(context)];
  const [xs, ys] = ['x', 'y'].map(() => Array.from({ length: points }, () => given.rng.number(-2, 2)));
  const [weight, bias] = [candidate.construct('Value', w), candidate.construct('Value', b)];
  const result = candidate.call('squared_error', weight, bias, xs, ys);
  const { loss, byW, byB } = squaredError(w, b, xs ?? [], ys ?? []);
  expect(result.field('data'), 'squared_error(…).data').toBeClose(loss, tolerance);
  result.method('backward');
  expect(weight.field('grad'), 'w.grad').toBeClose(byW, tolerance);
  expect(bias.field('grad'), 'b.grad').toBeClose(byB, tolerance);
}

export default tests(({ behaviour }) => {
  behaviour(
    'computes-the-values',
    {
      points: 1,
      title: { en: 'Computes add, mul, pow and tanh', zh: '正确计算 add、mul、pow 和 tanh' },
      says: {
        en: 'An operation gives a wrong number, changes an operand, or gives no new Value.',
        zh: '某个运算的结果不对，或者改动了操作数，或者没有返回新的 Value。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'each-operation',
        { title: { en: 'each operation once', zh: '每个运算各一次' } },
        ({ candidate, expect }) => {
          const [a, b] = [candidate.construct('Value', 3), candidate.construct('Value', -2)];
          expect(a.method('add', b).field('data'), 'a.add(b).data').toBeClose(1, tolerance);
          expect(a.method('mul', b).field('data'), 'a.mul(b).data').toBeClose(-6, tolerance);
          expect(b.method('pow', 3).field('data'), 'b.pow(3).data').toBeClose(-8, tolerance);
          expect(b.method('tanh').field('data'), 'b.tanh().data').toBeClose(Math.tanh(-2), tolerance);
        },
      );
      sample(
        'plain-numbers',
        { title: { en: 'plain numbers as operands', zh: '普通数字作操作数' } },
        ({ candidate, expect }) => {
          const a = candidate.construct('Value', 3);
          expect(a.method('add', 2).field('data'), 'a.add(2).data').toBeClose(5, tolerance);
          expect(a.method('mul', -1).field('data'), 'a.mul(-1).data').toBeClose(-3, tolerance);
          expect(a.method('mul', 0).field('data'), 'a.mul(0).data').toBeClose(0, tolerance);
        },
      );
      hidden('drawn-values', { title: { en: 'other values', zh: '其他数值' } }, (context) => {
        const { candidate, expect } = context;
        const [x, y] = [draw(context), draw(context)];
        const [a, b] = [candidate.construct('Value', x), candidate.construct('Value', y)];
        expect(a.method('add', b).field('data'), 'a.add(b).data').toBeClose(x + y, tolerance);
        expect(a.method('mul', b).field('data'), 'a.mul(b).data').toBeClose(x * y, tolerance);
        expect(a.method('pow', -2).field('data'), 'a.pow(-2).data').toBeClose(x ** -2, tolerance);
        expect(a.method('pow', 0).field('data'), 'a.pow(0).data').toBeClose(1, tolerance);
        expect(a.method('tanh').field('data'), 'a.tanh().data').toBeClose(Math.tanh(x), tolerance);
      });
      hidden(
        'new-values',
        { title: { en: 'results are new, operands stay', zh: '结果是新的，操作数不变' } },
        (context) => {
          const { candidate, expect } = context;
          const x = draw(context);
          const a = candidate.construct('Value', x);
          const results = {
            'a.add(0)': a.method('add', 0),
            'a.mul(1)': a.method('mul', 1),
            'a.pow(1)': a.method('pow', 1),
            'a.tanh()': a.method('tanh'),
          };
          for (const [name, result] of Object.entries(results)) {
            expect(result.isInstanceOf('Value'), `${name} instanceof Value`).toBe(true);
            expect(result.isSameAs(a), `${name} === a`).toBe(false);
            expect(result.field('grad'), `${name}.grad`).toBeClose(0, tolerance);
          }
          expect(a.field('data'), 'a.data').toBeClose(x, tolerance);
          expect(a.field('grad'), 'a.grad').toBeClose(0, tolerance);
        },
      );
    },
  );

  behaviour(
    'differentiates-each-operation',
    {
      points: 2,
      title: { en: 'Differentiates each operation', zh: '每个运算的导数都正确' },
      says: {
        en: 'Where every value is used once, a gradient is wrong: a derivative, or the product along the chain.',
        zh: '每个值只用一次时梯度就不对：某个导数有误，或者没有沿着链条相乘。',
      },
    },
    ({ sample, hidden }) => {
      sample('one-of-each', { title: { en: 'one operation at a time', zh: '一次一个运算' } }, (context) => {
        check(context, (on) => {
          const [a, b] = [on.leaf(3), on.leaf(-2)];
          return { a, b, out: on.add(a, b) };
        });
        check(context, (on) => {
          const [a, b] = [on.leaf(3), on.leaf(-2)];
          return { a, b, out: on.mul(a, b) };
        });
        check(context, (on) => {
          const a = on.leaf(-2);
          return { a, out: on.pow(a, 3) };
        });
        check(context, (on) => {
          const a = on.leaf(0.5);
          return { a, out: on.tanh(a) };
        });
      });
      hidden('a-chain', { title: { en: 'a chain of operations', zh: '一串运算' } }, (context) => {
        const [x, y, z, k] = [draw(context), draw(context), draw(context), draw(context)];
        check(context, (on) => {
          const [a, b, c] = [on.leaf(x), on.leaf(y), on.leaf(z)];
          const product = on.mul(a, b);
          const bounded = on.tanh(on.add(product, k));
          const cube = on.pow(on.mul(bounded, 2), 3);
          return { a, b, c, product, bounded, cube, out: on.mul(on.add(cube, c), -k) };
        });
      });
      hidden('powers', { title: { en: 'powers: 0, 1, negative, broken', zh: '幂：0、1、负数、分数' } }, (context) => {
        const x = Math.abs(draw(context));
        for (const n of [0, 1, 2, -1, -2, 0.5, context.given.rng.number(1, 3)])
          check(context, (on) => {
            const a = on.leaf(x);
            return { a, out: on.pow(a, n) };
          });
        for (const n of [0, 1, 2])
          check(context, (on) => {
            const a = on.leaf(0);
            return { a, out: on.pow(a, n) };
          });
      });
      hidden(
        'without-torch',
        {
          title: { en: 'computes by itself', zh: '自己完成计算' },
          says: { en: 'Operations of torch were used.', zh: '使用了 torch 的运算。' },
        },
        (context) => {
          const { given, expect } = context;
          const x = draw(context);
          const meter = given.meter(() => {
            const on = onCandidate(context);
            on.tanh(on.pow(on.mul(on.add(on.leaf(x), 1), 2), 3)).method('backward');
          });
          expect(meter).toStayWithin({ operators: 0, backwards: 0 });
        },
      );
    },
  );

  behaviour(
    'adds-over-uses',
    {
      points: 2,
      title: { en: 'Adds the gradients of several uses', zh: '多处使用的梯度相加' },
      says: {
        en: 'A value that is used more than once does not get the sum of what its uses send back.',
        zh: '一个值被多次使用时，它的梯度不是各处传回的梯度之和。',
      },
    },
    ({ sample, hidden }) => {
      sample('with-itself', { title: { en: 'both operands are the same', zh: '两个操作数是同一个' } }, (context) => {
        check(context, (on) => {
          const a = on.leaf(3);
          return { a, out: on.add(a, a) };
        });
        check(context, (on) => {
          const a = on.leaf(3);
          return { a, out: on.mul(a, a) };
        });
      });
      hidden('several-uses', { title: { en: 'leaves with several uses', zh: '叶子被使用多次' } }, (context) => {
        const [x, y] = [draw(context), draw(context)];
        check(context, (on) => {
          const [a, b] = [on.leaf(x), on.leaf(y)];
          const [left, right] = [on.mul(a, b), on.mul(on.tanh(a), on.pow(b, 2))];
          return { a, b, left, right, out: on.add(on.add(left, right), on.mul(a, 3)) };
        });
        check(context, (on) => {
          const [a, b] = [on.leaf(x), on.leaf(y)];
          return { a, b, out: on.mul(on.mul(a, a), on.mul(b, b)) };
        });
      });
    },
  );

  behaviour(
    'waits-for-all-uses',
    {
      points: 3,
      title: { en: 'A value passes on when all its uses have answered', zh: '梯度到齐之后才往下传' },
      says: {
        en: 'In a graph where a computed value has several uses, a gradient is wrong: a value passed on too early or more than once.',
        zh: '中间值被多次使用时梯度不对：某个值在梯度到齐之前就往下传，或者传了不止一次。',
      },
    },
    ({ sample, hidden }) => {
      /** The shared value reaches the end directly and over a longer way, as left and as right operand. */
      const unequal = (context: TestContext): void => {
        const [x, y] = [draw(context), draw(context)];
        check(context, (on) => {
          const [a, b] = [on.leaf(x), on.leaf(y)];
          const shared = on.mul(a, b);
          return { a, b, shared, out: on.add(shared, on.tanh(on.tanh(shared))) };
        });
        check(context, (on) => {
          const [a, b] = [on.leaf(x), on.leaf(y)];
          const shared = on.mul(a, b);
          return { a, b, shared, out: on.mul(on.tanh(on.add(shared, 1)), shared) };
        });
      };
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        check(context, theExample),
      );
      sample('unequal-ways', { title: { en: 'a short way and a long way', zh: '一条短路和一条长路' } }, unequal);
      hidden('drawn-graphs', { title: { en: 'graphs drawn at random', zh: '随机生成的计算图' } }, (context) => {
        const { rng } = context.given;
        for (let round = 0; round < 3; round++) {
          const leaves = [draw(context), draw(context), draw(context)];
          const steps = Array.from({ length: 12 }, (_, i) => ({
            kind: rng.pick(['add', 'mul', 'tanh', 'pow'] as const),
            left: rng.integer(0, leaves.length + i - 1),
            right: rng.integer(Math.max(0, leaves.length + i - 3), leaves.length + i - 1),
          }));
          check(context, (on) => {
            const first = on.leaf(0);
            const values = leaves.map((data) => on.leaf(data));
            for (const { kind, left, right } of steps) {
              const [a, b] = [values[left] ?? first, values[right] ?? first];
              if (kind === 'add') values.push(on.tanh(on.add(a, b)));
              else if (kind === 'mul') values.push(on.mul(on.tanh(a), b));
              else if (kind === 'tanh') values.push(on.add(on.tanh(b), a));
              else values.push(on.pow(on.tanh(b), 2));
            }
            const named = Object.fromEntries(values.map((value, i) => [`v${i}`, value]));
            return { ...named, out: on.add(on.mul(values.at(-1) ?? first, 2), values.at(-2) ?? first) };
          });
        }
      });
      hidden('many-paths', { title: { en: 'forty doublings', zh: '连续翻倍四十次' } }, (context) => {
        unequal(context); // who sends too much is told so here, not by the clock
        const x = draw(context);
        check(context, (on) => {
          const a = on.leaf(x);
          let out = on.mul(a, 1);
          for (let i = 0; i < 40; i++) out = on.add(out, out);
          return { a, out: on.mul(out, 2 ** -40) };
        });
      });
    },
  );

  behaviour(
    'accumulates-over-calls',
    {
      points: 2,
      title: {
        en: 'Each call of backward adds once, and only what is its own',
        zh: '每次 backward 只加一次，只加自己的梯度',
      },
      says: {
        en: 'After more than one backward, or with an older gradient there, a gradient is not the sum of what each call should add.',
        zh: '多次调用 backward 之后，或者原先已有梯度时，梯度不等于各次调用应加之和。',
      },
    },
    ({ sample, hidden }) => {
      const graphOf =
        (x: number, y: number): Graph =>
        (on) => {
          const [a, b] = [on.leaf(x), on.leaf(y)];
          const product = on.mul(a, b);
          return { a, b, product, out: on.mul(on.tanh(product), 3) };
        };
      sample('twice', { title: { en: 'the same result twice', zh: '对同一个结果调用两次' } }, (context) =>
        check(context, graphOf(0.5, 2), 2),
      );
      hidden('more-often', { title: { en: 'more often', zh: '更多次' } }, (context) =>
        check(context, graphOf(draw(context), draw(context)), context.given.rng.integer(3, 5)),
      );
      hidden(
        'two-results',
        { title: { en: 'two results of the same values', zh: '由同样的值得到的两个结果' } },
        (context) => {
          const { expect } = context;
          const [x, y] = [draw(context), draw(context)];
          const on = onCandidate(context);
          const [a, b] = [on.leaf(x), on.leaf(y)];
          const shared = on.mul(a, b);
          const [first, second] = [on.mul(shared, 3), on.pow(shared, 2)];
          first.method('backward');
          expect(a.field('grad'), 'a.grad').toBeClose(3 * y, tolerance);
          expect(second.field('grad'), 'second.grad').toBeClose(0, tolerance);
          second.method('backward');
          const inShared = 3 + 2 * x * y;
          expect(shared.field('grad'), 'shared.grad').toBeClose(inShared, tolerance);
          expect(a.field('grad'), 'a.grad').toBeClose(inShared * y, tolerance);
          expect(b.field('grad'), 'b.grad').toBeClose(inShared * x, tolerance);
          expect(first.field('grad'), 'first.grad').toBeClose(1, tolerance);
        },
      );
      hidden(
        'older-gradients',
        { title: { en: 'gradients that were there before', zh: '原先已有的梯度' } },
        (context) => {
          const { expect } = context;
          const [x, y] = [draw(context), draw(context)];
          const on = onCandidate(context);
          const [a, b, stranger] = [on.leaf(x), on.leaf(y), on.leaf(1)];
          const product = on.mul(a, b);
          const out = on.add(product, 4);
          const later = on.mul(out, 2);
          for (const [value, grad] of [
            [a, 5],
            [product, 7],
            [out, 11],
            [later, 13],
            [stranger, 17],
          ] as const)
            value.set('grad', grad);
          out.method('backward');
          expect(a.field('grad'), 'a.grad').toBeClose(5 + y, tolerance);
          expect(b.field('grad'), 'b.grad').toBeClose(x, tolerance);
          expect(product.field('grad'), 'product.grad').toBeClose(8, tolerance);
          expect(out.field('grad'), 'out.grad').toBeClose(12, tolerance);
          expect(later.field('grad'), 'later.grad').toBeClose(13, tolerance);
          expect(stranger.field('grad'), 'stranger.grad').toBeClose(17, tolerance);
        },
      );
    },
  );

  behaviour(
    'trains-a-neuron',
    {
      points: 2,
      title: { en: 'squared_error, for as many points as you like', zh: 'squared_error，点数不限' },
      says: {
        en: 'squared_error or its gradients are wrong, or it does not get through.',
        zh: 'squared_error 或它的梯度不对，或者没能算完。',
      },
    },
    ({ sample, hidden }) => {
      sample('few-points', { title: { en: 'a few points', zh: '几个点' } }, (context) => checkSquaredError(context, 4));
      hidden('no-points', { title: { en: 'none, and one', zh: '没有点，或者只有一个点' } }, (context) => {
        checkSquaredError(context, 0);
        checkSquaredError(context, 1);
      });
      hidden('many-points', { title: { en: '12 000 points', zh: '12 000 个点' } }, (context) =>
        checkSquaredError(context, 12_000),
      );
      hidden('descent', { title: { en: 'steps of gradient descent', zh: '几步梯度下降' } }, (context) => {
        const { candidate, given, expect } = context;
        const xs = [-1, -0.5, 0, 0.5, 1];
        const [target, lr] = [given.rng.number(0.5, 1.5), 0.05];
        const ys = xs.map((x) => Math.tanh(target * x));
        let [w, b] = [draw(context), draw(context)];
        const [weight, bias] = [candidate.construct('Value', w), candidate.construct('Value', b)];
        for (let step = 0; step < 4; step++) {
          candidate.call('squared_error', weight, bias, xs, ys).method('backward');
          const { byW, byB } = squaredError(w, b, xs, ys);
          expect(weight.field('grad'), 'w.grad').toBeClose(byW, tolerance);
          expect(bias.field('grad'), 'b.grad').toBeClose(byB, tolerance);
          [w, b] = [w - lr * byW, b - lr * byB];
          weight.set('data', w);
          bias.set('data', b);
          weight.set('grad', 0);
          bias.set('grad', 0);
        }
      });
    },
  );
});
