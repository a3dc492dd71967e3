import { tests } from '#challenges/authoring.ts';
import type { Argument, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

type Reduction = 'none' | 'mean' | 'sum';
const reductions: readonly Reduction[] = ['none', 'sum', 'mean'];
interface Case {
  readonly input: Tensor;
  readonly target: Tensor;
  readonly weight?: Tensor | undefined;
}

/** In float64, rounded once. Elements of weight 0 are put out before anything is computed of them. */
function reference({ torch }: TestContext, { input, target, weight = torch.ones(input.shape) }: Case) {
  const w = weight.double();
  const out = w.eq(0);
  const difference = input.double().masked_fill(out, 0).sub(target.double().masked_fill(out, 0));
  return { w, difference, losses: w.mul(difference.pow(2)) };
}
function loss(context: TestContext, given: Case, reduction: Reduction = 'mean'): Tensor {
  const { w, losses } = reference(context, given);
  const total = losses.sum();
  return (reduction === 'none' ? losses : reduction === 'sum' ? total : total.div(w.sum())).to(given.input.dtype);
}

const optionsOf = (weight: Argument, reduction?: string): { [name: string]: Argument } => ({
  ...(weight === undefined ? {} : { weight }),
  ...(reduction === undefined ? {} : { reduction }),
});
function call({ candidate }: TestContext, { input, target, weight }: Case, reduction?: Reduction): Returned {
  const options = optionsOf(weight, reduction);
  return Object.keys(options).length > 0
    ? candidate.call('mse', input, target, options)
    : candidate.call('mse', input, target);
}
function expectLoss(context: TestContext, given: Case, reduction?: Reduction, row = ''): void {
  const label = `mse(…)${row === '' ? '' : `, ${row}`}${reduction ? `, ${reduction}` : ''}`;
  context.expect(call(context, given, reduction), label).toBeClose(loss(context, given, reduction), tolerance);
}

/** Gradients of input and target, of a drawn gradient of the result. */
function expectGradients(context: TestContext, given: Case, reduction: Reduction): void {
  const { candidate, expect, torch } = context;
  const { w, difference } = reference(context, given);
  const input = context.given.tensor(given.input, { requires_grad: true, name: 'input' });
  const target = context.given.tensor(given.target, { requires_grad: true, name: 'target' });
  const result = candidate.call('mse', input, target, optionsOf(given.weight, reduction)).tensor();
  expect(result.requires_grad, `requires_grad, ${reduction}`).toBe(true);
  const upstream = context.given.rng.normal(reduction === 'none' ? [...given.input.shape] : []).to(given.input.dtype);
  result.backward(upstream);
  const each = difference.mul(2).mul(w).mul(upstream.double());
  const wanted = (reduction === 'mean' ? each.div(w.sum()) : each).to(given.input.dtype);
  for (const [name, leaf, value] of [
    ['input', input, wanted],
    ['target', target, torch.zeros(wanted.shape).to(wanted.dtype).sub(wanted)],
  ] as const) {
    const label = `${name}.grad, ${reduction}`;
    expect(leaf.grad(), label).notToBeNull();
    expect(leaf.grad(), label).toBeClose(value, tolerance);
  }
}

const drawShape = ({ given: { rng } }: TestContext): number[] => [rng.integer(2, 5), rng.integer(2, 4)];
const draw = ({ given: { rng } }: TestContext, shape: readonly number[]): Case => ({
  input: rng.normal(shape),
  target: rng.normal(shape),
});
const weigh = ({ given: { rng } }: TestContext, shape: readonly number[]): Tensor => rng.uniform(shape, 0.5, 3);

/** Weights with zeros in some places, not in all, and there what must not be looked at. */
function withMissing(context: TestContext, shape: readonly number[], bad: readonly number[]): Case {
  const { input, target } = draw(context, shape);
  const weight = weigh(context, shape);
  const [x, t, w] = [input.reshape(-1), target.reshape(-1), weight.reshape(-1)];
  const places = context.given.rng.shuffled([...Array(w.numel()).keys()]);
  for (const [i, place] of places.slice(0, places.length - 2).entries()) {
    w.at(place).fill_(0);
    (i % 2 === 0 ? t : x).at(place).fill_(bad[i % bad.length] ?? 0);
  }
  return { input: x.reshape([...shape]), target: t.reshape([...shape]), weight: w.reshape([...shape]) };
}

const plain = ({ torch }: TestContext): Case => ({
  input: torch.tensor([1, 2, 4]).float(),
  target: torch.tensor([0, 2, 1]).float(),
});
const missing = ({ torch }: TestContext): Case => ({
  input: torch.tensor([1, 2, 4]).float(),
  target: torch.tensor([0, Number.NaN, 1]).float(),
  weight: torch.tensor([3, 0, 1]).float(),
});

export default tests(({ behaviour }) => {
  behaviour(
    'computes-the-loss',
    {
      points: 2,
      title: { en: 'Computes the mean of the squared differences', zh: '计算差的平方的均值' },
      says: {
        en: 'Without weights the loss is not the mean of the squared differences over all elements, in the dtype of the input.',
        zh: '没有权重时，损失不等于所有元素的差的平方的均值，或者 dtype 与 input 不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        expectLoss(context, plain(context)),
      );
      hidden(
        'drawn-inputs',
        { title: { en: 'other sizes; a batch of one, ties, a constant', zh: '其他大小；单个样本、相同的数、常数' } },
        (context) => {
          const shape = drawShape(context);
          for (const [name, input] of context.given.rng.cases({
            shape,
            of: ['ordinary', 'batch of one', 'ties', 'constant', 'zeros'],
          }))
            expectLoss(context, { input, target: context.given.rng.normal([...input.shape]) }, undefined, name);
        },
      );
      hidden(
        'dtypes-and-layouts',
        {
          title: {
            en: 'float64, int64 targets, not contiguous, other dimensions, none',
            zh: 'float64、int64 的目标、不连续、其他维数、没有元素',
          },
        },
        (context) => {
          const { candidate, given, expect } = context;
          const { rng } = given;
          const shape = drawShape(context);
          const { input, target } = draw(context, shape);
          expectLoss(context, { input: input.double(), target: target.double() }, undefined, 'float64');
          expectLoss(context, { input, target: rng.integers(shape, -3, 4) }, undefined, 'int64');
          expectLoss(
            context,
            { input: input.double(), target: rng.integers(shape, -3, 4) },
            undefined,
            'float64, int64',
          );
          const transposed = given.tensor(input, { contiguous: false, name: 'input' });
          expect(candidate.call('mse', transposed, target), {
            en: 'mse(…), not contiguous',
            zh: 'mse(…)，不连续',
          }).toBeClose(loss(context, { input, target }), tolerance);
          for (const other of [[], [1], [7], [2, 3, 2], [0, 3]])
            expectLoss(context, draw(context, other), undefined, `(${other.join(', ')})`);
        },
      );
    },
  );

  behaviour(
    'reduces-as-asked',
    {
      points: 2,
      title: { en: "Reduces by 'none', 'sum' or 'mean' and nothing else", zh: '支持 none、sum、mean，别的都不接受' },
      says: {
        en: 'The reduction is not the one asked for, or an unknown one did not throw.',
        zh: '归约方式与要求的不一致，或者未知的 reduction 没有抛出错误。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        for (const reduction of reductions) expectLoss(context, plain(context), reduction);
      });
      hidden(
        'drawn-inputs',
        { title: { en: 'other sizes, one element, none', zh: '其他大小、一个元素、没有元素' } },
        (context) => {
          for (const shape of [drawShape(context), [1, 1], [], [2, 2, 2], [0, 3]])
            for (const reduction of reductions)
              expectLoss(context, draw(context, shape), reduction, `(${shape.join(', ')})`);
        },
      );
      hidden('unknown', { title: { en: 'an unknown reduction', zh: '未知的 reduction' } }, (context) => {
        const { candidate, expect } = context;
        const { input, target } = draw(context, [3]);
        expectLoss(context, { input, target }, 'sum');
        for (const reduction of ['avg', 'Mean', ''])
          expect(() => candidate.call('mse', input, target, { reduction }), `mse(…), '${reduction}'`).toThrow();
      });
    },
  );

  behaviour(
    'gives-the-gradients',
    {
      points: 2,
      title: { en: 'Gives the gradients of input and target', zh: '给出 input 和 target 的梯度' },
      says: {
        en: 'The gradient of input or target is missing, or is not that of the formula.',
        zh: 'input 或 target 没有梯度，或者梯度与公式不符。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-mean', { title: { en: 'of the mean', zh: '均值的梯度' } }, (context) =>
        expectGradients(context, plain(context), 'mean'),
      );
      hidden(
        'each-reduction',
        { title: { en: 'of each reduction, also where both are equal', zh: '每种归约，也包括两者相等处' } },
        (context) => {
          for (const reduction of reductions) {
            const { input, target } = draw(context, drawShape(context));
            target.at(0).copy_(input.at(0));
            expectGradients(context, { input, target }, reduction);
            expectGradients(context, draw(context, [1]), reduction);
            expectGradients(context, { input: input.double(), target: target.double() }, reduction);
          }
        },
      );
      hidden('integer-targets', { title: { en: 'with targets of int64', zh: 'int64 的目标' } }, (context) => {
        const { candidate, given, expect } = context;
        const shape = drawShape(context);
        const [values, target] = [given.rng.normal(shape), given.rng.integers(shape, -3, 4)];
        const input = given.tensor(values, { requires_grad: true, name: 'input' });
        candidate.call('mse', input, target, { reduction: 'sum' }).tensor().backward();
        expect(input.grad(), 'input.grad').toBeClose(values.sub(target.float()).mul(2), tolerance);
      });
    },
  );

  behaviour(
    'refuses-other-shapes',
    {
      points: 2,
      title: { en: 'Refuses shapes that only broadcast', zh: '拒绝只能靠广播的形状' },
      says: {
        en: 'A target or weight of another shape than the input did not throw.',
        zh: 'target 或 weight 的形状与 input 不同，却没有抛出错误。',
      },
    },
    ({ sample, hidden }) => {
      const refuse = (context: TestContext, shape: readonly number[], other: readonly number[]): void => {
        const { candidate, given, expect } = context;
        const { input, target } = draw(context, shape);
        expectLoss(context, { input, target, weight: weigh(context, shape) }, 'sum', `(${shape.join(', ')})`);
        const label = (name: string) => `mse(…), input (${shape.join(', ')}), ${name} (${other.join(', ')})`;
        expect(() => candidate.call('mse', input, given.rng.normal(other)), label('target')).toThrow();
        expect(
          () => candidate.call('mse', input, target, { weight: weigh(context, other) }),
          label('weight'),
        ).toThrow();
      };
      sample('a-column-and-a-row', { title: { en: '(4, 1) and (4)', zh: '(4, 1) 和 (4)' } }, (context) =>
        refuse(context, [4, 1], [4]),
      );
      hidden('others', { title: { en: 'other pairs', zh: '其他组合' } }, (context) => {
        for (const [shape, other] of [
          [[4], [4, 1]],
          [[3, 2], [2]],
          [
            [3, 2],
            [3, 1],
          ],
          [
            [3, 2],
            [2, 3],
          ],
          [[3, 2], [6]],
          [
            [2, 3],
            [1, 2, 3],
          ],
          [[3], []],
          [[1], []],
          [[], [1]],
          [[4], [3]],
        ] as const)
          refuse(context, shape, other);
      });
    },
  );

  behaviour(
    'weighs-elements',
    {
      points: 2,
      title: { en: 'Weighs each element; the mean is over the weights', zh: '逐元素加权，均值除以权重之和' },
      says: {
        en: 'With weights the loss or its gradient is wrong: each square times its weight, the mean divided by the sum of the weights.',
        zh: '有权重时损失或梯度不对：每个平方乘以权重，均值除以权重之和。',
      },
    },
    ({ sample, hidden }) => {
      sample('two-weights', { title: { en: 'two weights', zh: '两个权重' } }, (context) => {
        const { torch } = context;
        const given = {
          input: torch.tensor([1, 4]).float(),
          target: torch.tensor([0, 1]).float(),
          weight: torch.tensor([3, 1]).float(),
        };
        for (const reduction of reductions) expectLoss(context, given, reduction);
      });
      hidden(
        'drawn-weights',
        { title: { en: 'other weights, with gradients', zh: '其他权重，并检查梯度' } },
        (context) => {
          for (const shape of [drawShape(context), [1], [], [2, 2, 2]]) {
            const given = { ...draw(context, shape), weight: weigh(context, shape) };
            for (const reduction of reductions) {
              expectLoss(context, given, reduction, `(${shape.join(', ')})`);
              expectGradients(context, given, reduction);
            }
          }
          const { input, target } = draw(context, [2, 3]);
          const given = { input: input.double(), target: target.double(), weight: weigh(context, [2, 3]).double() };
          for (const reduction of reductions) expectLoss(context, given, reduction, 'float64');
        },
      );
    },
  );

  behaviour(
    'skips-weight-zero',
    {
      points: 2,
      title: { en: 'Elements of weight 0 do not count, whatever they hold', zh: '权重为 0 的元素不计，不管里面是什么' },
      says: {
        en: 'An element of weight 0 spoils the loss or the gradient, or NaN vanishes where it counts.',
        zh: '权重为 0 的元素破坏了损失或梯度，或者该计入的 NaN 反而消失了。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        for (const reduction of reductions) expectLoss(context, missing(context), reduction);
      });
      hidden(
        'gradients',
        { title: { en: 'gradients beside NaN and infinity', zh: 'NaN 与无穷大旁边的梯度' } },
        (context) => {
          expectGradients(context, missing(context), 'mean');
          for (const bad of [[Number.NaN], [Infinity], [Number.NaN, -Infinity, 0]]) {
            const given = withMissing(context, drawShape(context), bad);
            for (const reduction of reductions) {
              expectLoss(context, given, reduction, bad.join(', '));
              expectGradients(context, given, reduction);
            }
          }
        },
      );
      hidden('nothing-counts', { title: { en: 'all weights 0', zh: '权重全为 0' } }, (context) => {
        const { torch } = context;
        const given = { ...draw(context, [3]), weight: torch.zeros([3]) };
        for (const reduction of reductions) expectLoss(context, given, reduction);
        expectLoss(context, { ...given, target: torch.full([3], Number.NaN).float() }, 'sum');
      });
      hidden('nan-that-counts', { title: { en: 'NaN where it counts', zh: '该计入的 NaN' } }, (context) => {
        const { input, target } = draw(context, [4]);
        target.at(1).fill_(Number.NaN);
        const weight = weigh(context, [4]);
        weight.at(2).fill_(0);
        for (const reduction of reductions) {
          expectLoss(context, { input, target }, reduction);
          expectLoss(context, { input, target, weight }, reduction);
        }
      });
    },
  );

  behaviour(
    'is-a-module',
    {
      points: 2,
      title: { en: 'MSE is a module that gives the same', zh: 'MSE 是模块，结果相同' },
      says: {
        en: 'MSE is no nn.Module, holds parameters, forgets its reduction, or gives something else than mse.',
        zh: 'MSE 不是 nn.Module，带有参数，忘了 reduction，或者结果与 mse 不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { candidate, expect } = context;
        const made = candidate.construct('MSE');
        expect(made.isInstanceOf('nn.Module'), 'new MSE() instanceof nn.Module').toBe(true);
        const criterion = made.module();
        const { input, target } = plain(context);
        expect(criterion.call(input, target), 'criterion(input, target)').toBeClose(
          loss(context, { input, target }),
          tolerance,
        );
        expect(criterion.named_parameters().length, { en: 'number of parameters', zh: '参数个数' }).toBe(0);
      });
      hidden(
        'all-options',
        { title: { en: 'each reduction, with and without weight', zh: '每种归约，有无权重' } },
        (context) => {
          const { candidate, expect } = context;
          const shape = drawShape(context);
          const [first, second] = [draw(context, shape), draw(context, shape)];
          const weight = weigh(context, shape);
          const made = reductions.map(
            (reduction) => [reduction, candidate.construct('MSE', { reduction }).module()] as const,
          );
          for (const [reduction, criterion] of [...made, ['mean', candidate.construct('MSE', {}).module()] as const]) {
            expect(criterion.call(first.input, first.target), `criterion(…), ${reduction}`).toBeClose(
              loss(context, first, reduction),
              tolerance,
            );
            expect(criterion.call(second.input, second.target, weight), {
              en: `criterion(…), ${reduction}, with weight`,
              zh: `criterion(…), ${reduction}，有权重`,
            }).toBeClose(loss(context, { ...second, weight }, reduction), tolerance);
          }
        },
      );
      hidden('refusals', { title: { en: 'what it refuses', zh: '应当拒绝的' } }, (context) => {
        const { candidate, given, expect } = context;
        const criterion = candidate.construct('MSE', { reduction: 'sum' }).module();
        expect(criterion.call(given.rng.normal([2]), given.rng.normal([2])), 'criterion(…)').toHaveShape([]);
        expect(() => candidate.construct('MSE', { reduction: 'avg' }), "new MSE({ reduction: 'avg' })").toThrow();
        expect(
          () => criterion.call(given.rng.normal([4, 1]), given.rng.normal([4])),
          'criterion(…), (4, 1), (4)',
        ).toThrow();
      });
      hidden('in-training', { title: { en: 'under a model, with a hook', zh: '接在模型后面，带钩子' } }, (context) => {
        const { candidate, given, expect } = context;
        const criterion = candidate.construct('MSE').module();
        const seen = given.spy(() => undefined, { name: 'hook' });
        criterion.method('register_forward_hook', seen);
        const model = given.module('Linear(3, 2)');
        const twin = model.twin();
        const [x, y] = [given.rng.normal([4, 3]), given.rng.normal([4, 2])];
        criterion.call(model.call(x), y).tensor().backward();
        twin(x).sub(y).pow(2).mean().backward();
        for (const [name, p] of twin.named_parameters())
          expect(model.tensor(name).grad(), `${name}.grad`).toBeClose(p.grad ?? p, tolerance);
        expect(seen).calledTimes(1);
      });
    },
  );

  behaviour(
    'leaves-its-inputs-alone',
    {
      points: 1,
      title: { en: 'Leaves its inputs alone', zh: '不改动输入' },
      says: { en: 'input, target or weight was changed.', zh: 'input、target 或 weight 被改动了。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, requires_grad: boolean): void => {
        const { candidate, given, expect } = context;
        const drawn = withMissing(context, drawShape(context), [0]);
        const input = given.tensor(drawn.input, { requires_grad, name: 'input' });
        const target = given.tensor(drawn.target, { name: 'target' });
        const weight = given.tensor(drawn.weight ?? drawn.input, { name: 'weight' });
        for (const options of [{}, { weight }]) {
          const result = expect.unchanged(() => candidate.call('mse', input, target, options), {
            input,
            target,
            weight,
          });
          expect(result, 'mse(…)').toHaveShape([]);
        }
      };
      sample('plain-input', { title: { en: 'an input without requires_grad', zh: '不需要梯度的 input' } }, (context) =>
        check(context, false),
      );
      hidden('tracked-input', { title: { en: 'an input with requires_grad', zh: '需要梯度的 input' } }, (context) =>
        check(context, true),
      );
    },
  );

  behaviour(
    'builds-it-itself',
    {
      points: 1,
      title: { en: 'Is built from basic operators', zh: '由基本算子搭建' },
      says: { en: 'mse_loss of torch was run.', zh: '运行了 torch 的 mse_loss。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, reduction: Reduction, weight?: Tensor): void => {
        const { candidate, given, expect } = context;
        const { input, target } = draw(context, [3]);
        const meter = given.meter(() => {
          call(context, { input, target, weight }, reduction).tensor();
          const criterion = candidate.construct('MSE', { reduction }).module();
          (weight ? criterion.call(input, target, weight) : criterion.call(input, target)).tensor();
        });
        expect(meter).toStayWithin({ 'operators.mse_loss': 0 });
      };
      sample('the-mean', { title: { en: 'the mean', zh: '均值' } }, (context) => check(context, 'mean'));
      hidden('others', { title: { en: 'other reductions, with a weight', zh: '其他归约，带权重' } }, (context) => {
        for (const reduction of reductions) {
          check(context, reduction);
          check(context, reduction, weigh(context, [3]));
        }
      });
    },
  );
});
