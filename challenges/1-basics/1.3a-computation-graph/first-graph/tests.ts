import { tests } from '#challenges/authoring.ts';
import type torch from '#engine/index.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

/** The same values by closed form: the gradient is written out, so that no autograd stands on both sides. */
function expected(x: Tensor) {
  const y = x.mul(2).add(1);
  const z = x.mul(y.pow(2));
  const grad = y.pow(2).add(x.mul(y).mul(4)).div(x.numel());
  return { y, z, out: z.mean(), grad };
}

const example = (engine: typeof torch) =>
  engine
    .tensor([
      [0, 1],
      [2, 3],
    ])
    .float();

export default tests(({ behaviour }) => {
  behaviour(
    'computes-the-values',
    {
      points: 1,
      title: { en: 'Computes y, z and out', zh: '正确计算 y、z 和 out' },
      says: { en: 'y, z or out has other values than the formula.', zh: 'y、z 或 out 的数值与公式不一致。' },
    },
    ({ sample, hidden }) => {
      sample(
        'the-example',
        { title: { en: 'the example of the statement', zh: '题面中的例子' } },
        ({ candidate, expect, torch: engine }) => {
          const x = example(engine);
          const result = candidate.call('first_graph', x);
          for (const name of ['y', 'z', 'out'] as const)
            expect(result.field(name)).toBeClose(expected(x)[name], tolerance);
        },
      );
      hidden(
        'random-shapes',
        { title: { en: 'random shapes and values', zh: '随机形状与数值' } },
        ({ candidate, given, expect }) => {
          for (const dims of [1, 2, 3]) {
            const x = given.rng.normal(given.rng.shape({ dims: [dims, dims], sizes: [2, 5] }));
            const result = candidate.call('first_graph', x);
            for (const name of ['y', 'z', 'out'] as const)
              expect(result.field(name)).toBeClose(expected(x)[name], tolerance);
          }
        },
      );
      hidden(
        'not-contiguous',
        { title: { en: 'an x that is not contiguous', zh: '内存不连续的 x' } },
        ({ candidate, given, expect }) => {
          const values = given.rng.normal([3, 4]);
          const result = candidate.call('first_graph', given.tensor(values, { contiguous: false, name: 'x' }));
          for (const name of ['y', 'z', 'out'] as const)
            expect(result.field(name)).toBeClose(expected(values)[name], tolerance);
        },
      );
      hidden('a-scalar', { title: { en: 'a scalar', zh: '标量' } }, ({ candidate, given, expect }) => {
        const x = given.rng.normal([]);
        expect(candidate.call('first_graph', x).field('out')).toBeClose(expected(x).out, tolerance);
      });
    },
  );

  behaviour(
    'gives-the-gradient',
    {
      points: 2,
      title: { en: 'Gives the gradient of out with respect to x', zh: '给出 out 对 x 的梯度' },
      says: { en: 'grad is not the gradient of out with respect to x.', zh: 'grad 不是 out 对 x 的梯度。' },
    },
    ({ sample, hidden }) => {
      sample(
        'the-example',
        { title: { en: 'the example of the statement', zh: '题面中的例子' } },
        ({ candidate, expect, torch: engine }) => {
          const x = example(engine);
          expect(candidate.call('first_graph', x).field('grad')).toBeClose(expected(x).grad, tolerance);
        },
      );
      hidden(
        'random-shapes',
        { title: { en: 'random shapes and values', zh: '随机形状与数值' } },
        ({ candidate, given, expect }) => {
          for (const dims of [1, 2, 3]) {
            const x = given.rng.normal(given.rng.shape({ dims: [dims, dims], sizes: [2, 5] }));
            expect(candidate.call('first_graph', x).field('grad')).toBeClose(expected(x).grad, tolerance);
          }
        },
      );
      hidden('a-scalar', { title: { en: 'a scalar', zh: '标量' } }, ({ candidate, given, expect }) => {
        const x = given.rng.normal([]);
        expect(candidate.call('first_graph', x).field('grad')).toBeClose(expected(x).grad, tolerance);
      });
    },
  );

  behaviour(
    'keeps-the-graph',
    {
      points: 1,
      title: { en: 'y, z and out are nodes of one graph', zh: 'y、z、out 是同一张图上的节点' },
      says: {
        en: 'y, z or out carries no history: it was cut from the graph.',
        zh: 'y、z 或 out 没有计算历史，它已经脱离了计算图。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'the-facts',
        { title: { en: 'requires_grad and is_leaf', zh: 'requires_grad 与 is_leaf' } },
        ({ candidate, expect, torch: engine }) => {
          const result = candidate.call('first_graph', example(engine));
          for (const name of ['y', 'z', 'out']) {
            const tensor = result.field(name).tensor();
            expect(tensor.requires_grad, `${name}.requires_grad`).toBe(true);
            expect(tensor.is_leaf, `${name}.is_leaf`).toBe(false);
          }
        },
      );
      hidden(
        'grad-is-plain',
        {
          title: { en: 'for any x; grad itself has no history', zh: '对任意 x 都成立；grad 本身没有历史' },
        },
        ({ candidate, given, expect }) => {
          for (const requires_grad of [false, true]) {
            const x = given.tensor(given.rng.normal([given.rng.integer(2, 4), 3]), { requires_grad });
            const result = candidate.call('first_graph', x);
            for (const name of ['y', 'z', 'out']) {
              expect(result.field(name).tensor().grad_fn, `${name}.grad_fn`).notToBeNull();
            }
            expect(result.field('grad').tensor().requires_grad, {
              label: 'grad.requires_grad',
              says: { en: 'grad is itself part of a graph.', zh: 'grad 自身带着计算图。' },
            }).toBe(false);
          }
        },
      );
    },
  );

  behaviour(
    'leaves-x-alone',
    {
      points: 1,
      title: { en: "Leaves the caller's tensor alone", zh: '不改动调用者的张量' },
      says: {
        en: "The caller's x was changed: its values, requires_grad or grad.",
        zh: '调用者的 x 被改动了：数值、requires_grad 或 grad 与调用前不同。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'no-gradient-asked',
        { title: { en: 'an x without requires_grad', zh: '没有 requires_grad 的 x' } },
        ({ candidate, given, expect, torch: engine }) => {
          const values = example(engine);
          const x = given.tensor(values, { name: 'x' });
          expect(candidate.call('first_graph', x).field('grad')).toHaveShape([2, 2]);
          expect(x.now(), 'x').toBeClose(values);
          expect(x.grad(), 'x.grad').toBeNull();
        },
      );
      hidden(
        'flag-stays-off',
        { title: { en: 'x.requires_grad stays false', zh: 'x.requires_grad 仍为 false' } },
        ({ candidate, given, expect, torch: engine }) => {
          const x = given.tensor(given.rng.normal([3]), { name: 'x' });
          expect(candidate.call('first_graph', x).field('grad')).toHaveShape([3]);
          // Backward from a leaf that asks for no gradient throws, as in PyTorch: that is how its flag is read now.
          expect(() => x.backward(engine.ones([3])), 'x.backward(), x.requires_grad = false').toThrow();
        },
      );
      hidden(
        'a-gradient-is-there',
        { title: { en: 'an x that has a gradient already', zh: '已经带有梯度的 x' } },
        ({ candidate, given, expect }) => {
          const values = given.rng.normal([2, 3]);
          const before = given.rng.normal([2, 3]);
          const x = given.tensor(values, { requires_grad: true, name: 'x' });
          x.backward(before);
          expect(candidate.call('first_graph', x).field('grad')).toHaveShape([2, 3]);
          expect(x.now(), 'x').toBeClose(values);
          expect(x.grad(), 'x.grad').toBeClose(before);
        },
      );
    },
  );

  behaviour(
    'starts-fresh',
    {
      points: 1,
      title: { en: 'Every call starts from a fresh gradient', zh: '每次调用的梯度都重新计算' },
      says: {
        en: 'The second call on the same x gives another gradient than the first.',
        zh: '对同一个 x 第二次调用，得到的梯度与第一次不同。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'twice',
        { title: { en: 'the same x twice', zh: '同一个 x 调用两次' } },
        ({ candidate, given, expect, torch: engine }) => {
          const x = given.tensor(example(engine), { requires_grad: true });
          const first = candidate.call('first_graph', x).field('grad').tensor();
          expect(first.values.abs().sum().item(), 'sum of |grad|').toBeGreaterThan(0);
          expect(candidate.call('first_graph', x).field('grad')).toBeClose(first.values, tolerance);
        },
      );
      hidden(
        'earlier-results-stay',
        {
          title: { en: 'three calls, and earlier results stay', zh: '调用三次，先前的结果不变' },
          says: {
            en: 'A later call changed what an earlier call had returned, or gave another gradient.',
            zh: '后一次调用改变了先前返回的结果，或给出了不同的梯度。',
          },
        },
        ({ candidate, given, expect }) => {
          const x = given.tensor(given.rng.normal([3, 2]), { requires_grad: true });
          const results = [1, 2, 3].map(() => candidate.call('first_graph', x).field('grad').tensor());
          const [first] = results;
          expect(first?.values.abs().sum().item(), 'sum of |grad|').toBeGreaterThan(0);
          for (const grad of results) expect(grad.now(), 'grad').toBeClose(first?.values ?? NaN, tolerance);
        },
      );
    },
  );
});
