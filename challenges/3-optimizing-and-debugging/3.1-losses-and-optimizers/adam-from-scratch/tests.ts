import { tests } from '#challenges/authoring.ts';
import type { CandidateTensor, Given, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Options {
  readonly lr?: number;
  readonly betas?: readonly [number, number];
  readonly eps?: number;
  readonly weight_decay?: number;
}

/** Parameters on the candidate's side and their copies here, which torch.optim.Adam moves by the same gradients. */
interface Pair {
  readonly optimizer: Returned;
  readonly params: readonly CandidateTensor[];
  readonly references: readonly Tensor[];
  readonly reference: { step(): unknown };
}

function pair({ candidate, given, torch }: TestContext, values: readonly Tensor[], options?: Options): Pair {
  const params = values.map((value, i) => given.tensor(value, { parameter: true, name: `p${i}` }));
  const references = values.map((value) => value.clone().requires_grad_(true));
  const sent = options && { ...options, ...(options.betas && { betas: [...options.betas] }) };
  return {
    optimizer: sent ? candidate.construct('Adam', params, sent) : candidate.construct('Adam', params),
    params,
    references,
    reference: new torch.optim.Adam(references, { ...options }),
  };
}

/** One step on both sides, with the same gradients; values are compared. */
function stepBoth(context: TestContext, both: Pair, gradients: readonly (Tensor | null)[], step: number): void {
  const { optimizer, params, references, reference } = both;
  for (const [i, gradient] of gradients.entries()) {
    params[i]?.setGrad(gradient);
    const mine = references[i];
    if (mine) mine.grad = gradient?.clone() ?? null;
  }
  optimizer.method('step');
  reference.step();
  for (const [i, param] of params.entries())
    context
      .expect(param.now(), { en: `parameter ${i} after step ${step}`, zh: `第 ${step} 步之后的参数 ${i}` })
      .toBeClose(references[i]?.detach() ?? NaN, tolerance);
}

/** Sizes between 0.5 and 2 with a drawn sign: the place of eps shows only where a test asks for it. */
function drawGradient({ rng }: Given, like: Tensor): Tensor {
  const sign = rng
    .booleans([...like.shape])
    .to(like.dtype)
    .mul(2)
    .sub(1);
  return rng.uniform([...like.shape], 0.5, 2, { dtype: like.dtype.name }).mul(sign);
}

function follow(
  context: TestContext,
  values: readonly Tensor[],
  { steps, options, scale = 1 }: { readonly steps: number; readonly options?: Options; readonly scale?: number },
): void {
  const both = pair(context, values, options);
  for (let step = 1; step <= steps; step++)
    stepBoth(
      context,
      both,
      values.map((value) => drawGradient(context.given, value).mul(scale)),
      step,
    );
}

const drawShape = ({ rng }: Given): readonly number[] => rng.shape({ dims: [1, 3], sizes: [1, 4] });
const drawBetas = ({ rng }: Given): [number, number] => [rng.number(0.6, 0.8), rng.number(0.9, 0.99)];

export default tests(({ behaviour }) => {
  behaviour(
    'takes-the-first-step',
    {
      points: 2,
      title: { en: 'Takes a first step of length lr', zh: '第一步的步长为 lr' },
      says: {
        en: 'The first step is not lr against the sign of the gradient: are both means corrected?',
        zh: '第一步不是沿梯度符号的反方向移动 lr：两个滑动平均都修正了吗？',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const both = pair(context, [context.torch.tensor([1, -2, 3]).float()], { lr: 0.1 });
        stepBoth(context, both, [context.torch.tensor([0.5, -4, 0]).float()], 1);
      });
      hidden(
        'drawn-shapes',
        { title: { en: 'other shapes and options, also the defaults', zh: '其他形状与选项，包括默认值' } },
        (context) => {
          const { given } = context;
          follow(context, [given.rng.normal(drawShape(given))], { steps: 1 });
          follow(context, [given.rng.normal([])], { steps: 1, options: { lr: 0.05, betas: drawBetas(given) } });
        },
      );
    },
  );

  behaviour(
    'follows-adam',
    {
      points: 3,
      title: { en: 'Follows torch.optim.Adam step by step', zh: '每一步都与 torch.optim.Adam 一致' },
      says: {
        en: 'After several steps the parameters are not where torch.optim.Adam brings them.',
        zh: '若干步之后，参数的位置与 torch.optim.Adam 给出的不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('three-steps', { title: { en: 'three steps', zh: '三步' } }, (context) =>
        follow(context, [context.given.rng.normal([2, 3])], { steps: 3, options: { lr: 0.1 } }),
      );
      hidden(
        'many-steps',
        { title: { en: 'many steps of several parameters', zh: '多个参数更新很多步' } },
        (context) => {
          const { given } = context;
          const values = [given.rng.normal([3, 2]), given.rng.normal([3, 2]), given.rng.normal([])];
          const options = { lr: given.rng.number(0.01, 0.1), betas: drawBetas(given) };
          follow(context, values, { steps: 12, options });
        },
      );
      hidden('float64', { title: { en: 'float64 parameters', zh: 'float64 参数' } }, (context) =>
        follow(context, [context.given.rng.normal(drawShape(context.given), { dtype: 'float64' })], {
          steps: 3,
          options: { lr: 0.01 },
        }),
      );
      hidden(
        'zero-gradient',
        { title: { en: 'a gradient of zeros still moves', zh: '梯度全零时仍会移动' } },
        (context) => {
          const { given } = context;
          const value = given.rng.normal([4]);
          const both = pair(context, [value], { lr: 0.1 });
          stepBoth(context, both, [drawGradient(given, value)], 1);
          stepBoth(context, both, [context.torch.zeros_like(value)], 2);
          stepBoth(context, both, [context.torch.zeros_like(value)], 3);
        },
      );
      hidden(
        'a-models-parameters',
        {
          title: { en: 'model.parameters(), over two steps', zh: 'model.parameters()，两步' },
          says: {
            en: 'With model.parameters(), which can be walked only once, the parameters do not move as they should.',
            zh: '传入只能遍历一次的 model.parameters() 时，参数没有按应有的方式移动。',
          },
        },
        ({ candidate, given, expect, torch }) => {
          const model = given.module('Sequential(Linear(3, 4), ReLU(), Linear(4, 2))', { name: 'model' });
          const twin = model.twin();
          const reference = new torch.optim.Adam(twin.parameters(), { lr: 0.1 });
          const optimizer = candidate.construct('Adam', model.method('parameters'), { lr: 0.1 });
          for (const step of [1, 2]) {
            for (const [name, p] of twin.named_parameters()) {
              const gradient = drawGradient(given, p.detach());
              model.tensor(name).setGrad(gradient);
              p.grad = gradient.clone();
            }
            optimizer.method('step');
            reference.step();
            expect(model.state_dict(), {
              en: `model.state_dict() after step ${step}`,
              zh: `第 ${step} 步之后的 model.state_dict()`,
            }).toBeClose(
              Object.fromEntries(Object.entries(twin.state_dict()).map(([name, t]) => [name, t.detach()])),
              tolerance,
            );
          }
        },
      );
    },
  );

  behaviour(
    'adds-eps-outside-the-root',
    {
      points: 1,
      title: { en: 'Adds eps to the corrected root', zh: 'eps 加在修正之后的根号外面' },
      says: {
        en: 'eps is not added to the root of the corrected mean of squares.',
        zh: 'eps 没有加在“修正后的平方均值”的平方根上。',
      },
    },
    ({ sample, hidden }) => {
      sample('a-large-eps', { title: { en: 'eps of 0.5', zh: 'eps 为 0.5' } }, (context) =>
        follow(context, [context.given.rng.normal([3])], { steps: 3, options: { lr: 0.1, eps: 0.5 } }),
      );
      hidden('tiny-gradients', { title: { en: 'gradients as small as eps', zh: '梯度与 eps 一样小' } }, (context) =>
        follow(context, [context.given.rng.normal(drawShape(context.given))], {
          steps: 4,
          options: { lr: 0.1, eps: 1e-4 },
          scale: 1e-4,
        }),
      );
      hidden('default-eps', { title: { en: 'the default eps', zh: '默认的 eps' } }, (context) =>
        follow(context, [context.given.rng.normal(drawShape(context.given))], {
          steps: 2,
          options: { lr: 0.1 },
          scale: 1e-8,
        }),
      );
    },
  );

  behaviour(
    'decays-as-l2',
    {
      points: 1,
      title: { en: 'Adds weight decay to the gradient', zh: '权重衰减加进梯度' },
      says: {
        en: 'Weight decay is not added to the gradient before the means are updated.',
        zh: '权重衰减没有在更新滑动平均之前加进梯度。',
      },
    },
    ({ sample, hidden }) => {
      sample('three-steps', { title: { en: 'three steps', zh: '三步' } }, (context) =>
        follow(context, [context.torch.tensor([10, -20, 30]).float()], {
          steps: 3,
          options: { lr: 0.1, weight_decay: 0.1 },
        }),
      );
      hidden('drawn-decay', { title: { en: 'another decay and other options', zh: '其他衰减与选项' } }, (context) => {
        const { given } = context;
        const value = given.rng.normal(drawShape(given)).mul(10);
        const weight_decay = given.rng.number(0.05, 0.5);
        follow(context, [value], { steps: 6, options: { lr: 0.05, betas: drawBetas(given), weight_decay } });
      });
    },
  );

  behaviour(
    'skips-what-has-no-gradient',
    {
      points: 2,
      title: { en: 'Skips parameters without a gradient', zh: '跳过没有梯度的参数' },
      says: {
        en: 'A parameter without a gradient must stay as it is, and its steps are counted for itself.',
        zh: '没有梯度的参数必须保持不变，并且步数要按各个参数分别统计。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'never-a-gradient',
        { title: { en: 'one of two never has one', zh: '两个参数中有一个始终没有' } },
        (context) => {
          const { given } = context;
          const values = [given.rng.normal([2]), given.rng.normal([3])];
          const both = pair(context, values, { lr: 0.1 });
          for (const step of [1, 2]) stepBoth(context, both, [drawGradient(given, given.rng.normal([2])), null], step);
        },
      );
      hidden('joins-late', { title: { en: 'one joins in a later step', zh: '有一个参数较晚才有梯度' } }, (context) => {
        const { given } = context;
        const values = [given.rng.normal([2]), given.rng.normal([3])];
        const both = pair(context, values, { lr: 0.1 });
        const late = given.rng.integer(3, 5);
        for (let step = 1; step <= 7; step++)
          stepBoth(
            context,
            both,
            values.map((value, i) => (i === 1 && step < late ? null : drawGradient(given, value))),
            step,
          );
      });
      hidden('rests-between', { title: { en: 'one has none in between', zh: '有一个参数中途没有梯度' } }, (context) => {
        const { given } = context;
        const values = [given.rng.normal([2]), given.rng.normal([3])];
        const both = pair(context, values, { lr: 0.1, betas: drawBetas(given) });
        for (let step = 1; step <= 6; step++)
          stepBoth(
            context,
            both,
            values.map((value, i) => (i === 0 && step >= 2 && step <= 4 ? null : drawGradient(given, value))),
            step,
          );
      });
    },
  );

  behaviour(
    'changes-only-the-values',
    {
      points: 1,
      title: { en: 'Changes only the values, and records nothing', zh: '只改变数值，不记录任何运算' },
      says: {
        en: 'step() changed a gradient, or recorded operations for autograd.',
        zh: 'step() 改动了梯度，或者为自动求导记录了运算。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, steps: number) => {
        const { candidate, given, expect } = context;
        const param = given.tensor(given.rng.normal([2, 3]), { parameter: true, name: 'p' });
        const optimizer = candidate.construct('Adam', [param], { lr: 0.1, weight_decay: 0.1 });
        for (let step = 1; step <= steps; step++) {
          const before = param.now();
          const gradient = drawGradient(given, before);
          param.setGrad(gradient);
          const meter = given.meter(() => optimizer.method('step'));
          expect(meter, { en: `step ${step}`, zh: `第 ${step} 步` }).toStayWithin({ recorded: 0, savedBytes: 0 });
          expect(param.grad(), { en: `p.grad after step ${step}`, zh: `第 ${step} 步之后的 p.grad` }).toBeClose(
            gradient,
            {
              rtol: 0,
              atol: 0,
            },
          );
          expect(param.field('requires_grad'), 'p.requires_grad').toBe(true);
          expect(param.field('is_leaf'), 'p.is_leaf').toBe(true);
          // Guards the rest: a parameter that is not moved is left alone only because nothing was done.
          expect(param.now().sub(before).abs().min().item(), {
            label: { en: 'smallest change of an element of p', zh: 'p 中变化最小的元素的变化量' },
            says: { en: 'step() did not move the parameter that it was given.', zh: 'step() 没有移动传进来的参数。' },
          }).toBeGreaterThan(0);
        }
      };
      sample('two-steps', { title: { en: 'over two steps', zh: '两步' } }, (context) => check(context, 2));
      hidden('more-steps', { title: { en: 'over more steps', zh: '更多步' } }, (context) =>
        check(context, context.given.rng.integer(3, 5)),
      );
    },
  );

  behaviour(
    'clears-gradients',
    {
      points: 1,
      title: { en: 'zero_grad clears every gradient', zh: 'zero_grad 清空所有梯度' },
      says: {
        en: 'After zero_grad() a gradient is neither null nor zero, or a value has changed.',
        zh: '调用 zero_grad() 之后，某个梯度既不是 null 也不是零，或者数值变了。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, count: number) => {
        const { candidate, given, expect } = context;
        const values = Array.from({ length: count }, () => given.rng.normal(drawShape(given)));
        const params = values.map((value, i) => given.tensor(value, { parameter: true, name: `p${i}` }));
        const optimizer = candidate.construct('Adam', params);
        for (const [i, param] of params.entries()) if (i !== 1) param.setGrad(drawGradient(given, param.values));
        optimizer.method('zero_grad');
        for (const [i, param] of params.entries()) {
          const left = param.grad();
          expect(left === null ? 0 : left.abs().sum().item(), {
            en: `sum of |p${i}.grad| after zero_grad()`,
            zh: `zero_grad() 之后 |p${i}.grad| 的和`,
          }).toBe(0);
          expect(param.now(), `p${i}`).toBeClose(values[i] ?? NaN, { rtol: 0, atol: 0 });
        }
      };
      sample(
        'two-parameters',
        { title: { en: 'two parameters, one without a gradient', zh: '两个参数，其中一个没有梯度' } },
        (context) => check(context, 2),
      );
      hidden('more-parameters', { title: { en: 'more parameters', zh: '更多参数' } }, (context) =>
        check(context, context.given.rng.integer(3, 5)),
      );
    },
  );

  behaviour(
    'computes-it-itself',
    {
      points: 1,
      title: { en: 'Computes the update itself', zh: '自己完成更新的计算' },
      says: {
        en: 'The step ran without a single tensor operation of yours: torch.optim did the work.',
        zh: '这一步没有用到你自己的张量运算，而是由 torch.optim 完成的。',
      },
    },
    ({ sample, hidden }) => {
      const check = ({ candidate, given, expect }: TestContext, count: number) => {
        const params = Array.from({ length: count }, (_, i) =>
          given.tensor(given.rng.normal(drawShape(given)), { parameter: true, name: `p${i}` }),
        );
        const optimizer = candidate.construct('Adam', params, { lr: 0.1 });
        for (const param of params) param.setGrad(drawGradient(given, param.values));
        // Steps of torch.optim run as kernels of their own, which count as no operator.
        expect(
          given.meter(() => optimizer.method('step')),
          'step()',
        ).toStayWithin({ operators: { atLeast: count } });
      };
      sample('one-parameter', { title: { en: 'one parameter', zh: '一个参数' } }, (context) => check(context, 1));
      hidden('more-parameters', { title: { en: 'more parameters', zh: '更多参数' } }, (context) =>
        check(context, context.given.rng.integer(2, 4)),
      );
    },
  );
});
