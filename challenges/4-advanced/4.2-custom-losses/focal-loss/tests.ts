import { tests } from '#challenges/authoring.ts';
import type { Argument, CandidateModule, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Options {
  readonly alpha?: number | null;
  readonly gamma?: number;
  readonly reduction?: 'mean' | 'sum' | 'none';
}

const build = ({ candidate }: TestContext, options?: Options): CandidateModule =>
  (options ? candidate.construct('FocalLoss', { ...options }) : candidate.construct('FocalLoss')).module();

/**
 * Loss and gradient of each element, number by number in double precision, by closed form. With the margin s (x for a positive, −x for a
 * negative), p = σ(s) and q = σ(−s): ℓ = −α q^γ log p, and dℓ/ds = α q^γ (γ p log p − q).
 */
function expected(logits: Tensor, targets: Tensor, { alpha = 0.25, gamma = 2 }: Options) {
  const labels = targets.flatten().tolist() as number[];
  const elements = (logits.flatten().tolist() as number[]).map((x, index) => {
    const sign = labels[index] === 1 ? 1 : -1;
    const s = sign * x;
    const logP = s >= 0 ? -Math.log1p(Math.exp(-s)) : s - Math.log1p(Math.exp(s));
    const [p, q] = [Math.exp(logP), Math.exp(logP - s)];
    const weight = (alpha === null ? 1 : sign === 1 ? alpha : 1 - alpha) * q ** gamma;
    return { loss: -weight * logP, gradient: sign * weight * (gamma * p * logP - q) };
  });
  return { losses: elements.map(({ loss }) => loss), gradients: elements.map(({ gradient }) => gradient) };
}

const shaped = ({ torch: engine }: TestContext, values: readonly number[], like: Tensor): Tensor =>
  engine
    .tensor([...values], { dtype: engine.float64 })
    .reshape([...like.shape])
    .to(like.dtype);

function expectLosses(context: TestContext, options: Options, logits: Tensor, targets: Tensor, given?: Argument): void {
  const { losses } = expected(logits, targets, options);
  const loss = build(context, { ...options, reduction: 'none' }).call(given ?? logits, targets);
  context.expect(loss, 'loss').toBeClose(shaped(context, losses, logits), tolerance);
}

function expectGradients(context: TestContext, options: Options, logits: Tensor, targets: Tensor): void {
  const { given, expect } = context;
  const upstream = given.rng.uniform([...logits.shape], 0.5, 2, { dtype: logits.dtype.name });
  const x = given.tensor(logits, { requires_grad: true, name: 'logits' });
  build(context, { ...options, reduction: 'none' })
    .call(x, targets)
    .tensor()
    .backward(upstream);
  const { gradients } = expected(logits, targets, options);
  const grad = x.grad();
  expect(grad, 'logits.grad').notToBeNull();
  expect(grad, 'logits.grad').toBeClose(shaped(context, gradients, logits).mul(upstream), tolerance);
}

/** Random labels, both of them there wherever there is room. */
function labels({ given: { rng }, torch: engine }: TestContext, shape: readonly number[]): Tensor {
  const count = shape.reduce((a, b) => a * b, 1);
  const values = Array.from({ length: count }, (_, index) => (index < 2 ? index : rng.integer(0, 1)));
  return engine.tensor([...rng.shuffled(values)], { dtype: engine.int64 }).reshape([...shape]);
}

export default tests(({ behaviour }) => {
  behaviour(
    'computes-the-loss',
    {
      points: 2,
      title: { en: 'Computes the loss of each element', zh: '计算每个元素的损失' },
      says: {
        en: 'The loss of an element is not −α_t (1 − p_t)^γ log p_t.',
        zh: '元素的损失不等于 −α_t (1 − p_t)^γ log p_t。',
      },
    },
    ({ sample, hidden }) => {
      sample('both-classes', { title: { en: 'both classes, γ = 2', zh: '两个类别，γ = 2' } }, (context) => {
        const { torch: engine } = context;
        const logits = engine.tensor([0, 0, 2, -1]).float();
        expectLosses(context, { alpha: 0.25, gamma: 2 }, logits, engine.tensor([1, 0, 1, 0]).float());
      });
      hidden('random-shapes', { title: { en: 'random shapes and settings', zh: '随机形状与参数' } }, (context) => {
        const { rng } = context.given;
        for (const dims of [1, 2, 3]) {
          const shape = rng.shape({ dims: [dims, dims], sizes: [2, 4] });
          const options = { alpha: rng.number(0.1, 0.4), gamma: rng.number(1.2, 3) };
          const logits = rng.normal(shape).mul(2);
          expectLosses(context, options, logits, labels(context, shape).to(logits.dtype));
        }
      });
      hidden(
        'other-inputs',
        {
          title: {
            en: 'int64 targets, a scalar, float64, not contiguous',
            zh: 'int64 目标、标量、float64、内存不连续',
          },
        },
        (context) => {
          const { given, torch: engine } = context;
          const options = { alpha: 0.3, gamma: 1.5 };
          const logits = given.rng.normal([3, 4]);
          const targets = labels(context, [3, 4]);
          expectLosses(context, options, logits, targets, given.tensor(logits, { contiguous: false }));
          expectLosses(context, options, given.rng.normal([]), engine.tensor(1, { dtype: engine.int64 }));
          expectLosses(context, options, given.rng.normal([3, 4], { dtype: 'float64' }), targets);
        },
      );
    },
  );

  behaviour(
    'weighs-the-classes',
    {
      points: 1,
      title: { en: 'Weighs the classes by α and 1 − α', zh: '两个类别的权重分别为 α 和 1 − α' },
      says: {
        en: 'The weights are not α for positives and 1 − α for negatives, or 1 for both where alpha is null.',
        zh: '权重应为：正样本 α，负样本 1 − α；alpha 为 null 时两者都是 1。',
      },
    },
    ({ sample, hidden }) => {
      // Without a logit every p_t is one half: only the weights tell the elements apart.
      const check = (context: TestContext, alpha: number | null) => {
        const targets = labels(context, [5]);
        expectLosses(context, { alpha, gamma: 1 }, context.torch.zeros([5]), targets.float());
      };
      sample('a-quarter', { title: { en: 'α = 0.25', zh: 'α 取 0.25' } }, (context) => check(context, 0.25));
      hidden('null-and-the-ends', { title: { en: 'null, 0 and 1', zh: 'null、0 和 1' } }, (context) => {
        for (const alpha of [null, 0, 1, context.given.rng.number(0.6, 0.9)]) check(context, alpha);
      });
    },
  );

  behaviour(
    'reduces',
    {
      points: 1,
      title: { en: 'Reduces as asked, with the right defaults', zh: '按要求归约，默认值正确' },
      says: {
        en: 'The reduction, its default or the default of alpha or gamma is wrong.',
        zh: '归约方式、它的默认值，或 alpha、gamma 的默认值不对。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, reduction: 'mean' | 'sum', options?: Options) => {
        const { given, expect, torch: engine } = context;
        const logits = given.rng.normal([3, 4]);
        const targets = labels(context, [3, 4]).float();
        const { losses } = expected(logits, targets, options ?? {});
        const sum = losses.reduce((a, b) => a + b, 0);
        const loss = build(context, options).call(logits, targets);
        expect(loss, 'loss').toBeClose(
          engine.tensor(reduction === 'sum' ? sum : sum / losses.length).float(),
          tolerance,
        );
      };
      sample('mean-and-sum', { title: { en: "'mean' and 'sum'", zh: "'mean' 与 'sum'" } }, (context) => {
        check(context, 'mean', { alpha: 0.25, gamma: 2, reduction: 'mean' });
        check(context, 'sum', { alpha: 0.25, gamma: 2, reduction: 'sum' });
      });
      hidden('defaults', { title: { en: 'what is left out', zh: '省略的参数' } }, (context) => {
        check(context, 'mean');
        check(context, 'mean', { gamma: 1.5 });
        check(context, 'mean', { alpha: 0.4 });
        check(context, 'sum', { reduction: 'sum' });
      });
      hidden('no-such-reduction', { title: { en: 'an unknown reduction', zh: '未知的归约方式' } }, (context) => {
        const { candidate, expect } = context;
        expect(() => candidate.construct('FocalLoss', { reduction: 'average' }), {
          label: "new FocalLoss({ reduction: 'average' })",
          says: { en: 'An unknown reduction does not throw.', zh: '传入未知的归约方式没有抛出错误。' },
        }).toThrow();
      });
    },
  );

  behaviour(
    'has-the-right-gradient',
    {
      points: 2,
      title: { en: 'Has the gradient of the whole formula', zh: '梯度是整个公式的梯度' },
      says: {
        en: 'The gradient with respect to logits is not that of the formula.',
        zh: '对 logits 的梯度与公式不符。',
      },
    },
    ({ sample, hidden }) => {
      sample('gamma-two', { title: { en: 'γ = 2', zh: 'γ 取 2' } }, (context) =>
        expectGradients(
          context,
          { alpha: 0.25, gamma: 2 },
          context.given.rng.normal([6]),
          labels(context, [6]).float(),
        ),
      );
      hidden('other-settings', { title: { en: 'other settings', zh: '其他参数' } }, (context) => {
        const { rng } = context.given;
        for (const gamma of [1, rng.number(1.2, 3)]) {
          const shape = rng.shape({ dims: [2, 2], sizes: [2, 4] });
          expectGradients(context, { alpha: rng.number(0.1, 0.4), gamma }, rng.normal(shape), labels(context, shape));
        }
      });
    },
  );

  behaviour(
    'is-stable',
    {
      points: 2,
      title: { en: 'Stays finite and right for large logits', zh: 'logit 很大时仍然有限且正确' },
      says: {
        en: 'For a large logit, the loss or its gradient is not finite, or not right.',
        zh: 'logit 很大时，损失或梯度不是有限值，或者数值不对。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, size: number, gamma: number) => {
        const { torch: engine } = context;
        const logits = engine.tensor([size, -size, size, -size]).float();
        const targets = engine.tensor([1, 1, 0, 0]).float();
        expectLosses(context, { alpha: 0.25, gamma }, logits, targets);
        expectGradients(context, { alpha: 0.25, gamma }, logits, targets);
      };
      sample('a-thousand', { title: { en: 'logits of ±1000', zh: 'logit 为 ±1000' } }, (context) =>
        check(context, 1000, 2),
      );
      hidden(
        'a-small-gamma',
        { title: { en: 'logits up to 10⁴, γ between 0 and 1', zh: 'logit 达到 10⁴，γ 在 0 与 1 之间' } },
        (context) => {
          for (const size of [30, 200, 10_000]) check(context, size, context.given.rng.pick([0.25, 0.5, 0.75]));
        },
      );
      hidden('gamma-zero', { title: { en: 'γ = 0', zh: 'γ 取 0' } }, (context) => {
        for (const size of [1, 50, 10_000]) check(context, size, 0);
      });
    },
  );

  behaviour(
    'leaves-its-inputs-alone',
    {
      points: 1,
      title: {
        en: 'Leaves logits and targets alone, holds no parameters',
        zh: '不改动 logits 和 targets，自身没有参数',
      },
      says: { en: 'An input was changed, or the module has parameters.', zh: '某个输入被改动了，或者模块带有参数。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, shape: readonly number[], requires_grad: boolean) => {
        const { given, expect } = context;
        const logits = given.tensor(given.rng.normal(shape), { name: 'logits', requires_grad });
        const targets = given.tensor(labels(context, shape).float(), { name: 'targets' });
        const loss = build(context, { alpha: 0.25, gamma: 2 });
        const result = expect.unchanged(() => loss.call(logits, targets), { logits, targets });
        expect(result.tensor().requires_grad, 'loss.requires_grad').toBe(requires_grad);
        expect(Object.keys(loss.state_dict()), 'keys of state_dict()').toEqual([]);
      };
      sample('a-batch', { title: { en: 'a batch', zh: '一批样本' } }, (context) => check(context, [4], false));
      hidden('two-dimensions', { title: { en: 'with gradients', zh: '需要梯度时' } }, (context) =>
        check(context, [context.given.rng.integer(2, 4), 3], true),
      );
    },
  );
});
