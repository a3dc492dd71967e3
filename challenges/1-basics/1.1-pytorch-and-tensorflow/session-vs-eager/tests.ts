import { tests } from '#challenges/authoring.ts';
import type { Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

type Feed = readonly [Returned, Tensor];
interface Asked {
  readonly fetches: readonly Returned[];
  readonly feeds?: readonly Feed[];
}

const placeholder = ({ candidate }: TestContext, name: string): Returned => candidate.call('placeholder', name);
const constant = ({ candidate }: TestContext, value: Tensor): Returned => candidate.call('constant', value);
const variable = ({ candidate }: TestContext, value: Tensor): Returned => candidate.call('variable', value);
const assign = ({ candidate }: TestContext, to: Returned, value: Returned): Returned =>
  candidate.call('assign', to, value);
const cond = ({ candidate }: TestContext, ...nodes: readonly [Returned, Returned, Returned]): Returned =>
  candidate.call('cond', ...nodes);
const session = ({ candidate }: TestContext): Returned => candidate.construct('Session');
const run = (on: Returned, { fetches, feeds }: Asked): readonly Returned[] =>
  (feeds ? on.method('run', fetches, feeds) : on.method('run', fetches)).array();

/** The run gives these values, one for each fetch. */
function expectRun(
  { expect }: TestContext,
  on: Returned,
  asked: Asked,
  wanted: readonly Tensor[],
  label = 'session.run(…)',
): void {
  const results = run(on, asked);
  expect(results.length, `${label}.length`).toBe(wanted.length);
  for (const [i, value] of wanted.entries()) expect(results[i], `${label}[${i}]`).toBeClose(value, tolerance);
}

/** Whole numbers in float32: the same in whatever order they are added. */
const whole = ({ given: { rng } }: TestContext, shape: readonly number[], low = -3, high = 4): Tensor =>
  rng.integers(shape, low, high).float();
const one = ({ torch }: TestContext, value: number): Tensor => torch.tensor(value).float();
const sizes = ({ given: { rng } }: TestContext) => ({
  n: rng.integer(2, 4),
  k: rng.integer(2, 4),
  m: rng.integer(2, 4),
});

/** x and w whose product has entries of both signs and a sum above 0, or below; and what the model makes of them. */
function modelCase(context: TestContext, above: boolean): { x: Tensor; w: Tensor; out: Tensor } {
  const { n, k, m } = sizes(context);
  const x = whole(context, [n, k], 1, 4);
  const large = whole(context, [k, m - 1], 2, 6); // any column of it outweighs the one of −1
  const positive = context.torch.cat([context.torch.full([k, 1], -1).float(), large], 1);
  const w = above ? positive : positive.neg();
  return { x, w, out: model(x, w) };
}
function model(x: Tensor, w: Tensor): Tensor {
  const h = x.matmul(w);
  return h.sum().item() > 0 ? h.relu().sum() : h.mul(h).sum();
}

export default tests(({ behaviour }) => {
  behaviour(
    'builds-without-running',
    {
      points: 2,
      title: { en: 'Defining a graph computes nothing', zh: '定义图时不做任何计算' },
      says: {
        en: 'While a graph was only being defined, an operator ran or something was thrown.',
        zh: '只是在定义图，就已经运行了算子，或者抛出了错误。',
      },
    },
    ({ sample, hidden }) => {
      sample('every-kind', { title: { en: 'a node of every kind', zh: '每种节点各一个' } }, (context) => {
        const { given, expect, candidate } = context;
        const value = given.tensor(whole(context, [2, 2]), { name: 'value' });
        const meter = given.meter(() => {
          const x = placeholder(context, 'x');
          const [c, v] = [candidate.call('constant', value), candidate.call('variable', value)];
          const h = x.method('matmul', c).method('add', v);
          assign(context, v, cond(context, h.method('sum'), h.method('relu'), h.method('mul', c)));
        });
        expect(meter, { en: 'operators while defining', zh: '定义期间的算子' }).toStayWithin({ operators: 0 });
      });
      hidden('wrong-shapes', { title: { en: 'shapes that do not fit', zh: '形状不匹配' } }, (context) => {
        const { expect } = context;
        const { n, k } = sizes(context);
        const value = whole(context, [n, k]);
        const [a, b] = [constant(context, value), constant(context, whole(context, [k + 1, n]))];
        const product = a.method('matmul', b);
        const after = product.method('relu');
        expect(() => run(session(context), { fetches: [after] }), 'session.run(…)').toThrow();
        expectRun(context, session(context), { fetches: [a.method('sum')] }, [value.sum()]);
      });
      hidden('the-model', { title: { en: 'graph_model', zh: 'graph_model' } }, (context) => {
        const { given, expect, candidate } = context;
        const w = given.tensor(whole(context, [3, 2]), { name: 'w' });
        const meter = given.meter(() => candidate.call('graph_model', w));
        expect(meter, { en: 'operators while defining', zh: '定义期间的算子' }).toStayWithin({ operators: 0 });
      });
    },
  );

  behaviour(
    'computes-the-fetches',
    {
      points: 2,
      title: { en: 'Gives the values of the fetches', zh: '返回各个 fetch 的值' },
      says: {
        en: 'What run gives back are not the values of the fetches in their order.',
        zh: 'run 返回的不是按顺序排列的各个 fetch 的值。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { torch, expect } = context;
        const [x, y] = [placeholder(context, 'x'), placeholder(context, 'y')];
        const n = variable(context, torch.tensor(1));
        const next = assign(context, n, n.method('add', n));
        const on = session(context);
        const five = torch.tensor(5);
        expectRun(context, on, { fetches: [x.method('add', n), next], feeds: [[x, five]] }, [
          torch.tensor(6),
          torch.tensor(2),
        ]);
        expectRun(context, on, { fetches: [n] }, [torch.tensor(2)]);
        expectRun(context, session(context), { fetches: [n] }, [torch.tensor(1)]);
        expect(
          () => run(on, { fetches: [x.method('mul', y)], feeds: [[x, five]] }),
          'session.run([x.mul(y)], …)',
        ).toThrow({ message: /\by\b/ });
      });
      hidden('each-operation', { title: { en: 'each operation', zh: '每种运算' } }, (context) => {
        const { n, k, m } = sizes(context);
        const [a, b, c] = [whole(context, [n, k]), whole(context, [k, m]), whole(context, [n, k])];
        const [x, w] = [placeholder(context, 'x'), constant(context, b)];
        const v = variable(context, c);
        expectRun(
          context,
          session(context),
          {
            fetches: [
              x.method('matmul', w),
              x.method('add', v),
              v.method('mul', x),
              x.method('relu'),
              x.method('sum'),
              w,
              v,
              x,
            ],
            feeds: [[x, a]],
          },
          [a.matmul(b), a.add(c), c.mul(a), a.relu(), a.sum(), b, c, a],
        );
      });
      hidden('orders', { title: { en: 'repeated, in any order, none', zh: '重复、任意顺序、空列表' } }, (context) => {
        const a = whole(context, [3]);
        const x = placeholder(context, 'x');
        const [y, z] = [x.method('add', x), x.method('sum')];
        const feeds: Feed[] = [[x, a]];
        expectRun(context, session(context), { fetches: [z, y, z, x], feeds }, [a.sum(), a.add(a), a.sum(), a]);
        expectRun(context, session(context), { fetches: [], feeds }, []);
      });
      hidden('same-names', { title: { en: 'two placeholders of one name', zh: '两个占位符同名' } }, (context) => {
        const [a, b] = [whole(context, [3], 1, 4), whole(context, [3], 5, 9)];
        const [x, y] = [placeholder(context, 'input'), placeholder(context, 'input')];
        expectRun(
          context,
          session(context),
          {
            fetches: [x, y, x.method('mul', y)],
            feeds: [
              [x, a],
              [y, b],
            ],
          },
          [a, b, a.mul(b)],
        );
      });
    },
  );

  behaviour(
    'runs-only-what-is-needed',
    {
      points: 3,
      title: { en: 'Evaluates what the fetches need, and no more', zh: '只计算 fetch 需要的节点' },
      says: {
        en: 'A node that no fetch needs was evaluated or asked for, or a needed placeholder was not missed by name.',
        zh: '计算或要求了没有 fetch 需要的节点；或者缺少所需的占位符时，没有报出它的名字。',
      },
    },
    ({ sample, hidden }) => {
      sample('a-side-branch', { title: { en: 'a branch that nobody asked for', zh: '没人要的分支' } }, (context) => {
        const { given, expect } = context;
        const a = whole(context, [2, 2]);
        const [x, y] = [placeholder(context, 'x'), placeholder(context, 'y')];
        const h = x.method('relu');
        const sum = h.method('sum');
        h.method('matmul', y).method('sum');
        const on = session(context);
        const meter = given.meter(() => run(on, { fetches: [sum], feeds: [[x, a]] }));
        expect(meter).toStayWithin({
          'operators.relu': { atLeast: 1, atMost: 1 },
          'operators.sum': { atLeast: 1, atMost: 1 },
          'operators.matmul': 0,
        });
        expectRun(context, on, { fetches: [sum], feeds: [[x, a]] }, [a.relu().sum()]);
      });
      hidden('unneeded-feeds', { title: { en: 'fed, but not needed', zh: '喂了但用不到' } }, (context) => {
        const { given, expect } = context;
        const [a, b] = [whole(context, [3]), whole(context, [2, 5])];
        const [x, y] = [placeholder(context, 'x'), placeholder(context, 'y')];
        const [sum, other] = [x.method('sum'), y.method('relu')];
        other.method('sum');
        const asked: Asked = {
          fetches: [sum],
          feeds: [
            [y, b],
            [x, a],
          ],
        };
        const on = session(context);
        expect(given.meter(() => run(on, asked))).toStayWithin({ 'operators.relu': 0, 'operators.sum': 1 });
        expectRun(context, on, asked, [a.sum()]);
      });
      hidden('not-fed', { title: { en: 'needed, but not fed', zh: '需要却没有喂' } }, (context) => {
        const { given, expect } = context;
        const name = `input_${given.rng.integer(100, 999)}`;
        const [x, y] = [placeholder(context, 'x'), placeholder(context, name)];
        const out = x.method('add', y.method('relu')).method('sum');
        const value = whole(context, [3]);
        const feeds: Feed[] = [[x, value]];
        const missing = { message: new RegExp(name) };
        const on = session(context);
        expect(() => run(on, { fetches: [out], feeds }), { en: 'run without a feed', zh: '缺少喂值的 run' }).toThrow(
          missing,
        );
        expect(() => run(on, { fetches: [y] }), { en: 'run without a feed', zh: '缺少喂值的 run' }).toThrow(missing);
        expectRun(context, on, { fetches: [x.method('sum')], feeds }, [value.sum()]);
      });
    },
  );

  behaviour(
    'once-per-run',
    {
      points: 2,
      title: { en: 'Each node once in a run, anew in the next', zh: '每次 run 中每个节点只算一次，下次重新计算' },
      says: {
        en: 'A node was evaluated several times in one run, or its value was kept for the next.',
        zh: '一次 run 中同一个节点算了多次，或者它的值留到了下一次。',
      },
    },
    ({ sample, hidden }) => {
      sample('shared', { title: { en: 'a node that is used twice', zh: '被使用两次的节点' } }, (context) => {
        const { given, expect } = context;
        const [a, b] = [whole(context, [2, 3]), whole(context, [3, 2])];
        const [x, w] = [placeholder(context, 'x'), constant(context, b)];
        const h = x.method('matmul', w);
        const asked: Asked = { fetches: [h.method('mul', h), h, h.method('relu')], feeds: [[x, a]] };
        const on = session(context);
        expect(given.meter(() => run(on, asked))).toStayWithin({ 'operators.matmul': { atLeast: 1, atMost: 1 } });
        const product = a.matmul(b);
        expectRun(context, on, asked, [product.mul(product), product, product.relu()]);
      });
      hidden('doubling', { title: { en: 'a tower of doublings', zh: '层层翻倍' } }, (context) => {
        const { given, expect } = context;
        const a = whole(context, [2]);
        const x = placeholder(context, 'x');
        const levels = 10;
        let y = x;
        for (let i = 0; i < levels; i++) y = y.method('add', y);
        const on = session(context);
        const asked: Asked = { fetches: [y, y], feeds: [[x, a]] };
        expect(given.meter(() => run(on, asked))).toStayWithin({
          'operators.add': { atLeast: levels, atMost: levels },
        });
        expectRun(context, on, asked, [a.mul(2 ** levels), a.mul(2 ** levels)]);
      });
      hidden('the-next-run', { title: { en: 'the next run, with other feeds', zh: '换一组喂值再 run' } }, (context) => {
        const { given, expect } = context;
        const [x, y] = [placeholder(context, 'x'), placeholder(context, 'offset')];
        const h = x.method('relu');
        const out = h.method('add', y);
        const on = session(context);
        for (const size of [2, 3, 2]) {
          const [a, b] = [whole(context, [size], 1, 9), whole(context, [size])];
          const feeds: Feed[] = [
            [x, a],
            [y, b],
          ];
          expectRun(context, on, { fetches: [out, h], feeds }, [a.relu().add(b), a.relu()]);
        }
        const feeds: Feed[] = [[x, whole(context, [2])]];
        expect(given.meter(() => run(on, { fetches: [h], feeds }))).toStayWithin({
          'operators.relu': { atLeast: 1, atMost: 1 },
        });
        expect(() => run(on, { fetches: [out], feeds }), { en: 'y, fed only before', zh: '只在之前喂过 y' }).toThrow({
          message: /offset/,
        });
      });
    },
  );

  behaviour(
    'feeds-stand-in-for-any-node',
    {
      points: 2,
      title: { en: 'A feed may stand in for any node', zh: '任何节点都可以被喂值' },
      says: {
        en: 'A computed node, a constant or a variable that was fed did not have the value fed, or was still evaluated.',
        zh: '给计算节点、常量或变量喂了值，它却没有取该值，或者仍然被求值。',
      },
    },
    ({ sample, hidden }) => {
      sample('a-hidden-layer', { title: { en: 'a node in the middle', zh: '中间的节点' } }, (context) => {
        const { given, expect } = context;
        const [x, w] = [placeholder(context, 'x'), placeholder(context, 'w')];
        const h = x.method('matmul', w);
        const out = h.method('relu').method('sum');
        const fed = whole(context, [2, 2]);
        const asked: Asked = { fetches: [out, h], feeds: [[h, fed]] };
        const on = session(context);
        expectRun(context, on, asked, [fed.relu().sum(), fed]);
        expect(given.meter(() => run(on, asked))).toStayWithin({ 'operators.matmul': 0 });
      });
      hidden('leaves', { title: { en: 'a constant and a variable', zh: '常量和变量' } }, (context) => {
        const [a, b, c, d] = [
          whole(context, [3]),
          whole(context, [3]),
          whole(context, [3], 5, 9),
          whole(context, [3], 9, 15),
        ];
        const [k, v] = [constant(context, a), variable(context, b)];
        const out = k.method('add', v);
        const on = session(context);
        expectRun(context, on, { fetches: [out, k], feeds: [[k, c]] }, [c.add(b), c]);
        expectRun(context, on, { fetches: [out, v], feeds: [[v, d]] }, [a.add(d), d]);
        expectRun(context, on, { fetches: [out, k, v] }, [a.add(b), a, b]);
      });
      hidden(
        'above-a-missing-one',
        { title: { en: 'a sum and a branch', zh: '一个总和、一个分支节点' } },
        (context) => {
          const { given, expect } = context;
          const [x, y] = [placeholder(context, 'x'), placeholder(context, 'y')];
          const total = x.method('relu').method('sum');
          const chosen = cond(context, total, y, y.method('mul', y));
          const [a, b] = [whole(context, [2]), one(context, given.rng.integer(1, 9))];
          const on = session(context);
          expectRun(
            context,
            on,
            {
              fetches: [chosen.method('add', total)],
              feeds: [
                [chosen, a],
                [total, b],
              ],
            },
            [a.add(b)],
          );
          const meter = given.meter(() =>
            run(on, {
              fetches: [chosen],
              feeds: [
                [total, b],
                [y, a],
              ],
            }),
          );
          expect(meter).toStayWithin({ 'operators.relu': 0, 'operators.mul': 0 });
        },
      );
    },
  );

  behaviour(
    'takes-one-branch',
    {
      points: 2,
      title: { en: 'cond evaluates one branch', zh: 'cond 只计算一个分支' },
      says: {
        en: 'cond took the wrong branch, or evaluated the other one too.',
        zh: 'cond 选错了分支，或者把另一个分支也算了。',
      },
    },
    ({ sample, hidden }) => {
      sample('both-ways', { title: { en: 'above 0 and below', zh: '大于 0 和小于 0' } }, (context) => {
        const { given, expect } = context;
        const [t, x] = [placeholder(context, 't'), placeholder(context, 'x')];
        const out = cond(context, t, x.method('relu'), x.method('mul', x));
        const a = whole(context, [3]);
        const on = session(context);
        for (const test of [2, -2]) {
          const asked: Asked = {
            fetches: [out],
            feeds: [
              [t, one(context, test)],
              [x, a],
            ],
          };
          expectRun(context, on, asked, [test > 0 ? a.relu() : a.mul(a)]);
          expect(given.meter(() => run(on, asked))).toStayWithin({
            'operators.relu': test > 0 ? 1 : 0,
            'operators.mul': test > 0 ? 0 : 1,
          });
        }
      });
      hidden(
        'what-counts-as-above',
        { title: { en: 'zero, small, other shapes', zh: '零、很小的数、其他形状' } },
        (context) => {
          const { torch } = context;
          const [t, x, y] = [placeholder(context, 't'), placeholder(context, 'x'), placeholder(context, 'y')];
          const out = cond(context, t, x, y);
          const [a, b] = [whole(context, [2], 1, 4), whole(context, [3], 5, 9)];
          const on = session(context);
          for (const [test, above] of [
            [one(context, 0), false],
            [one(context, 0.25), true],
            [one(context, -0.25), false],
            [torch.tensor([3]), true],
            [torch.tensor([[-3]]), false],
            [torch.tensor([[0]]), false],
          ] as const)
            expectRun(
              context,
              on,
              {
                fetches: [out],
                feeds: [
                  [t, test],
                  [x, a],
                  [y, b],
                ],
              },
              [above ? a : b],
            );
        },
      );
      hidden(
        'what-the-other-needs',
        { title: { en: 'the other branch cannot run', zh: '另一个分支无法运行' } },
        (context) => {
          const { expect } = context;
          const [x, y] = [placeholder(context, 'x'), placeholder(context, 'labels')];
          const v = variable(context, one(context, 1));
          const broken = constant(context, whole(context, [2, 3])).method(
            'matmul',
            constant(context, whole(context, [2, 3])),
          );
          const inner = cond(context, x, x.method('add', v), broken);
          const out = cond(context, x.method('sum'), inner, y);
          const on = session(context);
          const up = one(context, context.given.rng.integer(1, 5));
          expectRun(context, on, { fetches: [out], feeds: [[x, up]] }, [up.add(1)]);
          expect(() => run(on, { fetches: [out], feeds: [[x, up.neg()]] }), 'session.run(…)').toThrow({
            message: /labels/,
          });
        },
      );
    },
  );

  behaviour(
    'keeps-variables',
    {
      points: 3,
      title: { en: 'Variables live in the session', zh: '变量的值存在会话里' },
      says: {
        en: 'A variable did not keep what was assigned, was shared by two sessions, or changed before the end of the run.',
        zh: '变量没有保留所赋的值，被两个会话共用，或者在 run 结束之前就变了。',
      },
    },
    ({ sample, hidden }) => {
      sample('counting', { title: { en: 'a counter in two sessions', zh: '两个会话里的计数器' } }, (context) => {
        const n = variable(context, one(context, 0));
        const next = assign(context, n, n.method('add', constant(context, one(context, 1))));
        const [first, second] = [session(context), session(context)];
        for (const count of [1, 2, 3])
          expectRun(context, first, { fetches: [next] }, [one(context, count)], 'first.run([next])');
        expectRun(context, first, { fetches: [n] }, [one(context, 3)], 'first.run([n])');
        expectRun(context, second, { fetches: [n] }, [one(context, 0)], 'second.run([n])');
        expectRun(context, second, { fetches: [next, n] }, [one(context, 1), one(context, 0)], 'second.run([next, n])');
        expectRun(context, first, { fetches: [n] }, [one(context, 3)], 'first.run([n])');
      });
      hidden(
        'old-values',
        { title: { en: 'old values to the end of the run', zh: 'run 结束之前都是旧值' } },
        (context) => {
          const [a, b, c] = [whole(context, [3], 1, 4), whole(context, [3], 5, 9), whole(context, [3], 1, 4)];
          const [u, v] = [variable(context, a), variable(context, b)];
          const [toU, toV] = [assign(context, u, v), assign(context, v, u)];
          const sum = u.method('add', constant(context, c));
          const on = session(context);
          expectRun(context, on, { fetches: [toU, sum, u, toV, v] }, [b, a.add(c), a, a, b]);
          expectRun(context, on, { fetches: [u, v, sum] }, [b, a, b.add(c)]);
          expectRun(context, on, { fetches: [sum, toV] }, [b.add(c), b]);
          expectRun(context, on, { fetches: [u, v] }, [b, b]);
        },
      );
      hidden(
        'assigned-on-the-way',
        { title: { en: 'assigned on the way, or not at all', zh: '途中赋值，或者根本没有赋值' } },
        (context) => {
          const [a, b] = [whole(context, [3], 1, 4), whole(context, [3], 5, 9)];
          const [t, v, other] = [placeholder(context, 't'), variable(context, a), constant(context, b)];
          const set = assign(context, v, other);
          const out = cond(context, t, set.method('sum'), other.method('sum'));
          const on = session(context);
          expectRun(context, on, { fetches: [out, v], feeds: [[t, one(context, -1)]] }, [b.sum(), a]);
          expectRun(context, on, { fetches: [v] }, [a]);
          expectRun(context, on, { fetches: [out, v], feeds: [[t, one(context, 1)]] }, [b.sum(), a]);
          expectRun(context, on, { fetches: [v] }, [b]);
        },
      );
      hidden('after-a-failure', { title: { en: 'a run that throws', zh: '抛出错误的 run' } }, (context) => {
        const { expect } = context;
        const [a, b] = [whole(context, [3], 1, 4), whole(context, [3], 5, 9)];
        const [x, v] = [placeholder(context, 'x'), variable(context, a)];
        const set = assign(context, v, constant(context, b));
        const on = session(context);
        expect(() => run(on, { fetches: [set, x] }), 'session.run([set, x])').toThrow();
        expectRun(context, on, { fetches: [v] }, [a]);
        expectRun(context, on, { fetches: [set] }, [b]);
        expectRun(context, on, { fetches: [v] }, [b]);
        expect(() => run(on, { fetches: [x] }), 'session.run([x])').toThrow();
        expectRun(context, on, { fetches: [v] }, [b]);
      });
      hidden('fed-variables', { title: { en: 'a variable that is fed', zh: '被喂值的变量' } }, (context) => {
        const [a, b] = [whole(context, [3], 1, 4), whole(context, [3], 5, 9)];
        const v = variable(context, a);
        const doubled = assign(context, v, v.method('add', v));
        const on = session(context);
        expectRun(context, on, { fetches: [v], feeds: [[v, b]] }, [b]);
        expectRun(context, on, { fetches: [v] }, [a]);
        expectRun(context, on, { fetches: [doubled], feeds: [[v, b]] }, [b.add(b)]);
        expectRun(context, on, { fetches: [v] }, [b.add(b)]);
      });
    },
  );

  behaviour(
    'the-model-in-both-styles',
    {
      points: 3,
      title: { en: 'The model, eager and as a graph', zh: '两种风格的模型' },
      says: {
        en: 'eager_model or graph_model gives another result, another gradient, or runs both branches.',
        zh: 'eager_model 或 graph_model 的结果或梯度不对，或者两个分支都运行了。',
      },
    },
    ({ sample, hidden }) => {
      const operatorsOf = (above: boolean) => ({
        'operators.matmul': { atLeast: 1, atMost: 1 },
        'operators.relu': above ? { atLeast: 1, atMost: 1 } : 0,
        'operators.mul': above ? 0 : { atLeast: 1, atMost: 1 },
      });
      // The graph runs the methods it was built of; eager_model may square or cut off in any words.
      const eagerOperatorsOf = (above: boolean): { [name: string]: number } =>
        above
          ? { 'operators.mul': 0, 'operators.square': 0, 'operators.pow': 0 }
          : { 'operators.relu': 0, 'operators.clamp': 0, 'operators.clamp_min': 0, 'operators.maximum': 0 };
      const graphModel = ({ candidate }: TestContext, initial: Tensor) => {
        const built = candidate.call('graph_model', initial);
        return { x: built.field('x'), w: built.field('w'), out: built.field('out') };
      };
      sample('both-ways', { title: { en: 'a sum above 0 and one below', zh: '总和大于 0 与小于 0' } }, (context) => {
        const { candidate, expect } = context;
        for (const above of [true, false]) {
          const drawn = modelCase(context, above);
          expect(candidate.call('eager_model', drawn.x, drawn.w), 'eager_model(x, w)').toBeClose(drawn.out, tolerance);
          const { x, out } = graphModel(context, drawn.w);
          expectRun(context, session(context), { fetches: [out], feeds: [[x, drawn.x]] }, [drawn.out]);
        }
      });
      hidden(
        'one-graph-many-inputs',
        { title: { en: 'one graph, many inputs and weights', zh: '同一张图，多组输入和权重' } },
        (context) => {
          const { given, expect } = context;
          const first = modelCase(context, true);
          const { x, w, out } = graphModel(context, first.w);
          const on = session(context);
          const train = assign(context, w, w.method('mul', constant(context, one(context, -1))));
          expectRun(context, on, { fetches: [out, train], feeds: [[x, first.x]] }, [first.out, first.w.neg()]);
          expectRun(context, on, { fetches: [out, w], feeds: [[x, first.x]] }, [
            model(first.x, first.w.neg()),
            first.w.neg(),
          ]);
          for (const above of [false, true, false]) {
            const other = modelCase(context, above);
            const asked: Asked = {
              fetches: [out],
              feeds: [
                [x, other.x],
                [w, other.w],
              ],
            };
            expectRun(context, on, asked, [other.out]);
            expect(given.meter(() => run(on, asked))).toStayWithin(operatorsOf(above));
          }
        },
      );
      hidden(
        'eager-at-once',
        { title: { en: 'eager_model runs one branch', zh: 'eager_model 只运行一个分支' } },
        (context) => {
          const { candidate, given, expect } = context;
          for (const above of [true, false]) {
            const { x, w } = modelCase(context, above);
            expect(given.meter(() => candidate.call('eager_model', x, w))).toStayWithin(eagerOperatorsOf(above));
          }
        },
      );
      hidden('gradients', { title: { en: 'gradients of eager_model', zh: 'eager_model 的梯度' } }, (context) => {
        const { candidate, expect } = context;
        for (const above of [true, false]) {
          const { x, w } = modelCase(context, above);
          expect((a, b) => candidate.call('eager_model', a, b)).toHaveGradientsOf(model, [x, w], {
            ...tolerance,
            names: ['x', 'w'],
          });
        }
      });
      hidden('near-zero', { title: { en: 'sums of 0, 1 and −1', zh: '总和为 0、1 和 −1' } }, (context) => {
        const { candidate, expect, torch } = context;
        const x = torch.tensor([[1, 1]]).float();
        for (const last of [-1, 0, -2]) {
          const w = torch
            .tensor([
              [2, -1],
              [0, last],
            ])
            .float();
          const wanted = model(x, w);
          expect(candidate.call('eager_model', x, w), 'eager_model(x, w)').toBeClose(wanted, tolerance);
          const graph = graphModel(context, w);
          expectRun(context, session(context), { fetches: [graph.out], feeds: [[graph.x, x]] }, [wanted]);
        }
      });
    },
  );
});
