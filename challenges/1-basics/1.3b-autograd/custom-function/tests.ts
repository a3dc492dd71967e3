import { tests } from '#challenges/authoring.ts';
import type { Argument, CandidateTensor, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

const apply = ({ candidate }: TestContext, x: Argument, beta: Argument): Returned =>
  candidate.get('Swish').method('apply', x, beta);

/** The same as operators of the judge's own engine, which knows their gradients. */
const composed = (x: Tensor, beta: Tensor): Tensor => x.mul(x.mul(beta).sigmoid());

interface Inputs {
  readonly x: Tensor;
  readonly beta: Tensor;
}

function draw({ given: { rng }, torch }: TestContext, shape: readonly number[], dtype = 'float32'): Inputs {
  const beta = torch.tensor(rng.number(0.5, 2) * rng.pick([-1, 1]), { dtype: torch.float64 });
  const x = rng.normal(shape, { dtype });
  return { x, beta: beta.to(x.dtype) };
}

const drawShape = ({ given: { rng } }: TestContext): readonly number[] => rng.shape({ dims: [1, 3], sizes: [2, 4] });

/** Its gradients by name, as the judge's engine finds them with this gradient of y. */
function gradients({ x, beta }: Inputs, upstream: Tensor) {
  const [a, b] = [x.clone().requires_grad_(true), beta.clone().requires_grad_(true)];
  composed(a, b).backward(upstream);
  return { x: a.grad ?? x, beta: b.grad ?? beta };
}

function send({ given }: TestContext, { x, beta }: Inputs, requires_grad = true) {
  return {
    x: given.tensor(x, { requires_grad, name: 'x' }),
    beta: given.tensor(beta, { requires_grad, name: 'beta' }),
  };
}

function checkGradients(context: TestContext, inputs: Inputs): void {
  const { given, expect } = context;
  const upstream = given.rng.normal([...inputs.x.shape], { dtype: inputs.x.dtype.name });
  const { x, beta } = send(context, inputs);
  apply(context, x, beta).tensor().backward(upstream);
  const wanted = gradients(inputs, upstream);
  expect(x.grad(), 'x.grad').toBeClose(wanted.x, tolerance);
  expect(beta.grad(), 'beta.grad').toBeClose(wanted.beta, tolerance);
}

/** βx between 200 and 10⁴ on both sides of 0: the sigmoid is 0 or 1 to the last bit. */
function far({ given: { rng }, torch }: TestContext): Inputs {
  const sides = torch.tensor([1, -1, 1, -1, 1, -1]).float();
  return { x: rng.uniform([6], 200, 5000).mul(sides), beta: torch.tensor(rng.number(1, 2) * rng.pick([-1, 1])) };
}

export default tests(({ behaviour }) => {
  behaviour(
    'computes-the-values',
    {
      points: 1,
      title: { en: 'Computes x · σ(βx)', zh: '正确计算 x · σ(βx)' },
      says: { en: 'y is not x · σ(βx).', zh: 'y 不等于 x · σ(βx)。' },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { torch, expect } = context;
        const [x, beta] = [torch.tensor([-1, 0, 1, 2]).float(), torch.tensor(1).float()];
        expect(apply(context, x, beta), 'y').toBeClose(composed(x, beta), tolerance);
      });
      hidden('shapes-and-dtypes', { title: { en: 'other shapes, float64', zh: '其他形状，float64' } }, (context) => {
        for (const dtype of ['float32', 'float64'])
          for (const shape of [[], [0, 3], [1], drawShape(context)]) {
            const { x, beta } = draw(context, shape, dtype);
            context.expect(apply(context, x, beta), 'y').toBeClose(composed(x, beta), tolerance);
          }
      });
      hidden('not-contiguous', { title: { en: 'an x that is not contiguous', zh: '内存不连续的 x' } }, (context) => {
        const { given, expect } = context;
        const { x, beta } = draw(context, [3, 4]);
        expect(apply(context, given.tensor(x, { contiguous: false }), beta), 'y').toBeClose(
          composed(x, beta),
          tolerance,
        );
      });
      hidden(
        'far-out',
        {
          title: { en: 'large values', zh: '很大的数值' },
          says: { en: 'For large |βx| y is wrong or not finite.', zh: '|βx| 很大时，y 不对或不是有限值。' },
        },
        (context) => {
          const { x, beta } = far(context);
          context.expect(apply(context, x, beta), 'y').toBeClose(composed(x, beta), tolerance);
        },
      );
    },
  );

  behaviour(
    'gives-both-gradients',
    {
      points: 3,
      title: { en: 'Gives the gradients of x and beta', zh: '给出 x 和 beta 的梯度' },
      says: {
        en: 'backward does not give the gradient of the loss with respect to x or beta.',
        zh: 'backward 给出的不是损失对 x 或 beta 的梯度。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { torch, expect } = context;
        const inputs = { x: torch.tensor([-1, 0, 1, 2]).float(), beta: torch.tensor(1).float() };
        const { x, beta } = send(context, inputs);
        apply(context, x, beta).method('sum').tensor().backward();
        const wanted = gradients(inputs, torch.ones([4]));
        expect(x.grad(), 'x.grad').toBeClose(wanted.x, tolerance);
        expect(beta.grad(), 'beta.grad').toBeClose(wanted.beta, tolerance);
      });
      sample('gradcheck', { title: { en: 'gradcheck in float64', zh: 'float64 下的 gradcheck' } }, (context) => {
        const { x, beta } = draw(context, [5], 'float64');
        context
          .expect((a: CandidateTensor, b: CandidateTensor) => apply(context, a, b), 'Swish.apply')
          .toPassGradcheck([x, beta], { names: ['x', 'beta'] });
      });
      hidden('random-shapes', { title: { en: 'random shapes and gradients', zh: '随机形状与上游梯度' } }, (context) => {
        for (const shape of [[], [0, 2], [1, 1], drawShape(context)]) checkGradients(context, draw(context, shape));
        checkGradients(context, draw(context, drawShape(context), 'float64'));
      });
      hidden(
        'other-layouts',
        { title: { en: 'x not contiguous, gradient expanded', zh: 'x 内存不连续，上游梯度由 expand 得到' } },
        (context) => {
          const { given, expect, torch } = context;
          const inputs = draw(context, [3, 4]);
          const x = given.tensor(inputs.x, { contiguous: false, requires_grad: true, name: 'x' });
          const { beta } = send(context, inputs);
          apply(context, x, beta).method('sum').tensor().backward();
          const wanted = gradients(inputs, torch.ones([3, 4]));
          expect(x.grad(), 'x.grad').toBeClose(wanted.x, tolerance);
          expect(beta.grad(), 'beta.grad').toBeClose(wanted.beta, tolerance);
        },
      );
      hidden(
        'far-out',
        {
          title: { en: 'large values', zh: '很大的数值' },
          says: {
            en: 'For large |βx| a gradient is wrong or not finite.',
            zh: '|βx| 很大时，某个梯度不对或不是有限值。',
          },
        },
        (context) => checkGradients(context, far(context)),
      );
    },
  );

  behaviour(
    'keeps-only-its-inputs',
    {
      points: 2,
      title: { en: 'Keeps x and beta, by save_for_backward', zh: '只用 save_for_backward 保存 x 和 beta' },
      says: {
        en: 'More than x and beta is kept for backward, or they are kept where autograd does not watch them.',
        zh: '为反向传播保存了 x 和 beta 之外的张量，或者保存在 autograd 管不到的地方。',
      },
    },
    ({ sample, hidden }) => {
      const checkBytes = (context: TestContext, shape: readonly number[]): void => {
        const { given, expect } = context;
        const { x, beta } = send(context, draw(context, shape));
        const meter = given.meter(() => {
          expect(apply(context, x, beta)).toHaveShape(shape);
        });
        // What was there before the call, as x and beta, is not counted.
        expect(meter, { en: 'kept besides x and beta', zh: '除 x 和 beta 之外保存的' }).toStayWithin({ savedBytes: 0 });
      };
      const checkInPlace = (context: TestContext, changed: 'x' | 'beta'): void => {
        const { expect, torch } = context;
        const inputs = draw(context, [4]);
        const sent = send(context, inputs);
        const used = { x: sent.x.method('mul', 1).tensor(), beta: sent.beta.method('mul', 1).tensor() };
        const y = apply(context, used.x, used.beta).tensor();
        used[changed].method('add_', 1);
        expect(() => y.backward(torch.ones([4])), `${changed}.add_(1); y.backward()`).toThrow({ type: 'RuntimeError' });
      };
      sample('bytes', { title: { en: 'bytes that are kept', zh: '保存的字节数' } }, (context) =>
        checkBytes(context, [100]),
      );
      sample('x-changed', { title: { en: 'x is changed before backward', zh: '反向之前修改 x' } }, (context) =>
        checkInPlace(context, 'x'),
      );
      hidden('other-bytes', { title: { en: 'for other shapes', zh: '其他形状' } }, (context) =>
        checkBytes(context, drawShape(context)),
      );
      hidden('beta-changed', { title: { en: 'beta is changed before backward', zh: '反向之前修改 beta' } }, (context) =>
        checkInPlace(context, 'beta'),
      );
      hidden(
        'y-changed',
        {
          title: { en: 'y is changed before backward', zh: '反向之前修改 y' },
          says: { en: 'The caller cannot change y in place.', zh: '调用者无法原地修改 y。' },
        },
        (context) => {
          const { expect, torch } = context;
          const inputs = draw(context, [4]);
          const [one, other] = [send(context, inputs), send(context, inputs)];
          apply(context, one.x, one.beta)
            .method('mul', 2)
            .tensor()
            .backward(torch.ones([4]));
          apply(context, other.x, other.beta)
            .method('mul_', 2)
            .tensor()
            .backward(torch.ones([4]));
          expect(other.x.grad(), 'x.grad').toBeClose(one.x.grad() ?? NaN, tolerance);
        },
      );
      hidden(
        'freed',
        {
          title: { en: 'freed after backward', zh: '反向之后释放' },
          says: { en: 'What was kept is not freed by backward.', zh: '反向之后没有释放保存的张量。' },
        },
        (context) => {
          const { expect, torch } = context;
          const { x, beta } = send(context, draw(context, [4]));
          const y = apply(context, x, beta).tensor();
          y.backward(torch.ones([4]));
          expect(() => y.backward(torch.ones([4])), 'y.backward(), y.backward()').toThrow({ type: 'RuntimeError' });
        },
      );
    },
  );

  behaviour(
    'answers-only-what-is-asked',
    {
      points: 2,
      title: { en: 'Computes no gradient that is not needed', zh: '不计算用不到的梯度' },
      says: {
        en: 'backward computes, or returns, a gradient for an input that needs none.',
        zh: 'backward 为不需要梯度的输入计算或返回了梯度。',
      },
    },
    ({ sample, hidden }) => {
      /** What backward returns, and what it computed: flops, because operators also count how results are handed over. */
      const backward = (context: TestContext, inputs: Inputs, forX: boolean, forBeta: boolean) => {
        const { given, expect } = context;
        const x = given.tensor(inputs.x, { requires_grad: forX, name: 'x' });
        const beta = given.tensor(inputs.beta, { requires_grad: forBeta, name: 'beta' });
        const y = apply(context, x, beta);
        // A class that names itself in a static field is compiled to _Swish.
        expect(y.tensor().grad_fn?.replace(/^_/, '') ?? null, 'y.grad_fn').toBe('SwishBackward');
        const upstream = given.rng.normal([...inputs.x.shape]);
        let returned: readonly Returned[] = [];
        const { flops } = given.meter(() => {
          returned = y.field('grad_fn').method('apply', [upstream]).array();
        });
        return { returned, flops };
      };
      const check = (context: TestContext, shape: readonly number[], wanted: 'x' | 'beta'): void => {
        const { expect } = context;
        const inputs = draw(context, shape);
        const both = backward(context, inputs, true, true);
        const one = backward(context, inputs, wanted === 'x', wanted === 'beta');
        const [forX, forBeta] = one.returned;
        const [needed, other] = wanted === 'x' ? [forX, forBeta] : [forBeta, forX];
        const otherName = wanted === 'x' ? 'beta' : 'x';
        expect(needed?.isNull() ?? true, { en: `gradient of ${wanted} is null`, zh: `${wanted} 的梯度为 null` }).toBe(
          false,
        );
        expect(other?.isNull() ?? true, {
          en: `gradient of ${otherName} is null`,
          zh: `${otherName} 的梯度为 null`,
        }).toBe(true);
        expect(one.flops, {
          label: {
            en: `numbers that backward computes when only ${wanted} needs a gradient`,
            zh: `只有 ${wanted} 需要梯度时 backward 计算的数值个数`,
          },
          says: {
            en: 'A gradient that is not needed is computed all the same.',
            zh: '虽然不需要，仍然计算了这个梯度。',
          },
        }).toBeLessThan(both.flops);
      };
      sample('only-x', { title: { en: 'beta needs no gradient', zh: 'beta 不需要梯度' } }, (context) =>
        check(context, [4], 'x'),
      );
      hidden('only-beta', { title: { en: 'x needs no gradient', zh: 'x 不需要梯度' } }, (context) =>
        check(context, drawShape(context), 'beta'),
      );
      hidden(
        'only-x-again',
        { title: { en: 'beta needs none, other shapes', zh: 'beta 不需要梯度，其他形状' } },
        (context) => check(context, drawShape(context), 'x'),
      );
    },
  );

  behaviour(
    'keeps-calls-apart',
    {
      points: 2,
      title: { en: 'Several calls do not disturb each other', zh: '多次调用互不影响' },
      says: {
        en: 'With several calls in play a gradient is wrong: one call sees what another kept.',
        zh: '多次调用时梯度不对：某次调用用到了另一次保存的内容。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'two-graphs',
        { title: { en: 'two calls, then backward of the first', zh: '调用两次，再对第一次反向' } },
        (context) => {
          const { expect, torch } = context;
          const [first, second] = [draw(context, [3]), draw(context, [3])];
          const [a, b] = [send(context, first), send(context, second)];
          const [y, z] = [apply(context, a.x, a.beta).tensor(), apply(context, b.x, b.beta).tensor()];
          y.backward(torch.ones([3]));
          z.backward(torch.ones([3]));
          expect(a.x.grad(), 'x.grad').toBeClose(gradients(first, torch.ones([3])).x, tolerance);
          expect(b.x.grad(), 'x.grad').toBeClose(gradients(second, torch.ones([3])).x, tolerance);
        },
      );
      hidden('nested', { title: { en: 'one after the other in one graph', zh: '在同一张图里首尾相接' } }, (context) => {
        const { x, beta } = draw(context, drawShape(context));
        context
          .expect((a: CandidateTensor, b: CandidateTensor) => apply(context, apply(context, a, b), b), 'Swish of Swish')
          .toHaveGradientsOf((a, b) => composed(composed(a, b), b), [x, beta], { ...tolerance, names: ['x', 'beta'] });
      });
      hidden('side-by-side', { title: { en: 'side by side, shared inputs', zh: '并列使用，输入共享' } }, (context) => {
        const { x, beta } = draw(context, [2, 3]);
        const gamma = draw(context, []).beta;
        context
          .expect(
            (a: CandidateTensor, b: CandidateTensor, c: CandidateTensor) =>
              apply(context, a, b).method('mul', apply(context, a, c)),
            'product of two',
          )
          .toHaveGradientsOf((a, b, c) => composed(a, b).mul(composed(a, c)), [x, beta, gamma], {
            ...tolerance,
            names: ['x', 'beta', 'gamma'],
          });
      });
    },
  );

  behaviour(
    'can-be-differentiated-twice',
    {
      points: 2,
      title: { en: 'Its gradients can be differentiated again', zh: '梯度还可以再求导' },
      says: {
        en: 'The gradient of a gradient is missing or wrong: backward left the graph, or used a constant.',
        zh: '对梯度再求导时没有结果或结果不对：backward 脱离了计算图，或者用了常量。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, shape: readonly number[]): void => {
        const { given, expect, torch } = context;
        const inputs = draw(context, shape, 'float64');
        const upstream = given.rng.normal(shape, { dtype: 'float64' });
        const direction = given.rng.normal(shape, { dtype: 'float64' });
        const sent = send(context, inputs);
        const y = apply(context, sent.x, sent.beta);
        const found = given.call('autograd.grad', y, [sent.x, sent.beta], upstream, { create_graph: true });
        for (const [name, g] of [
          ['x', found.at(0).tensor()],
          ['beta', found.at(1).tensor()],
        ] as const) {
          expect(g.requires_grad, `requires_grad of the gradient of ${name}`).toBe(true);
          g.backward(name === 'x' ? direction : undefined, { retain_graph: true });
        }

        const [x, beta] = [inputs.x.clone().requires_grad_(true), inputs.beta.clone().requires_grad_(true)];
        const own = torch.autograd.grad(composed(x, beta), [x, beta], upstream, { create_graph: true });
        own[0]?.backward(direction, { retain_graph: true });
        own[1]?.backward();
        expect(sent.x.grad(), 'x.grad').toBeClose(x.grad ?? NaN, tolerance);
        expect(sent.beta.grad(), 'beta.grad').toBeClose(beta.grad ?? NaN, tolerance);
      };
      sample('a-vector', { title: { en: 'a vector', zh: '一个向量' } }, (context) => check(context, [3]));
      hidden('other-shapes', { title: { en: 'other shapes', zh: '其他形状' } }, (context) => {
        check(context, []);
        check(context, drawShape(context));
      });
    },
  );
});
