import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, CandidateTensor, State, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

const prune = ({ candidate }: TestContext, module: CandidateModule, name: string, amount: number) =>
  candidate.call('l1_unstructured', module, name, amount);
const remove = ({ candidate }: TestContext, module: CandidateModule, name: string) =>
  candidate.call('remove', module, name);

/** Magnitudes a tenth apart and more, in drawn places with drawn signs: no two are equal, none is 0. */
function distinct({ given: { rng }, torch }: TestContext, shape: readonly number[]): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = rng.shuffled(
    Array.from({ length: size }, (_, k) => (0.1 * (k + 1) + rng.number(0, 0.05)) * rng.pick([-1, 1])),
  );
  return torch
    .tensor([...values])
    .float()
    .reshape([...shape]);
}

/** Of distinct magnitudes: 0 for the `count` smallest that `left` allows, 1 for the others that it allows. */
function maskOf({ torch }: TestContext, weight: Tensor, count: number, left?: Tensor): Tensor {
  const magnitudes = numbers(weight.detach().abs());
  const allowed = left ? numbers(left) : magnitudes.map(() => 1);
  const order = magnitudes
    .map((_, at) => at)
    .filter((at) => allowed[at] === 1)
    .sort((a, b) => (magnitudes[a] ?? 0) - (magnitudes[b] ?? 0));
  const gone = new Set(order.slice(0, count));
  return torch
    .tensor(magnitudes.map((_, at) => (allowed[at] === 1 && !gone.has(at) ? 1 : 0)))
    .to(weight.dtype)
    .reshape([...weight.shape]);
}
const numbers = (t: Tensor): number[] => {
  const flat = t.reshape(-1);
  return Array.from({ length: flat.numel() }, (_, at) => Number(flat.at(at).item()));
};
/** Its mask now; its dtype is checked where the parameter is split. */
const maskNow = (model: CandidateModule, name = 'weight'): Tensor => model.tensor(`${name}_mask`).values.float();

/** A Linear(inputs, outputs) with a weight and bias of distinct magnitudes. */
function linear(context: TestContext, inputs: number, outputs: number): { model: CandidateModule; state: State } {
  const state = { weight: distinct(context, [outputs, inputs]), bias: distinct(context, [outputs]) };
  return { model: context.given.module(`Linear(${inputs}, ${outputs})`, { state, name: 'linear' }), state };
}
const at = (state: State, name: string): Tensor => {
  const value = state[name];
  if (!value) throw new Error(`No ${name} was given.`);
  return value;
};
const sizes = ({ given: { rng } }: TestContext) => ({ inputs: rng.integer(4, 6), outputs: rng.integer(3, 5) });
const sum = (t: Tensor): number => Number(t.sum().item());

const example = ({ torch }: TestContext): State => ({
  weight: torch
    .tensor([
      [0.3, -0.1, 2],
      [-0.4, 0.05, -1.5],
    ])
    .float(),
  bias: torch.tensor([0.5, -1]).float(),
});
const exampleModel = (context: TestContext): CandidateModule =>
  context.given.module('Linear(3, 2)', { state: example(context), name: 'linear' });

/** The mask is of zeros and ones, `pruned` of them zeros among those of `left`, none of which is larger than one that is kept. */
function expectChoice(
  { expect }: TestContext,
  mask: Tensor,
  weight: Tensor,
  pruned: number,
  left: Tensor = weight.detach().mul(0).add(1),
): void {
  expect(mask, 'weight_mask').toHaveShape([...weight.shape]);
  const kept = mask.eq(1);
  expect(sum(kept.logical_or(mask.eq(0)).logical_not()), {
    en: 'elements of the mask that are neither 0 nor 1',
    zh: '掩码中既不是 0 也不是 1 的元素个数',
  }).toBe(0);
  expect(sum(kept.logical_and(left.eq(0))), {
    en: 'elements pruned before that came back',
    zh: '之前剪掉、现在又恢复的元素个数',
  }).toBe(0);
  const gone = kept.logical_not().logical_and(left.eq(1));
  expect(sum(gone), { en: 'elements pruned now', zh: '这一次剪掉的元素个数' }).toBe(pruned);
  const magnitude = weight.detach().abs();
  if (pruned > 0 && sum(kept) > 0) {
    const largest = Number(magnitude.masked_fill(gone.logical_not(), -1).max().item());
    const smallest = Number(magnitude.masked_fill(kept.logical_not(), Infinity).min().item());
    expect(largest, { en: 'the largest magnitude pruned', zh: '剪掉的最大绝对值' }).toBeAtMost(smallest);
  }
}

/** What `forward` of a pruned Linear must give. */
const reference = ({ torch }: TestContext, x: Tensor, weight: Tensor, bias: Tensor): Tensor =>
  torch.nn.functional.linear(x.double(), weight.double(), bias.double());

export default tests(({ behaviour }) => {
  behaviour(
    'prunes-the-smallest',
    {
      points: 2,
      title: { en: 'Prunes the elements of smallest magnitude', zh: '剪掉绝对值最小的元素' },
      says: {
        en: 'weight_mask is not 0 exactly where the magnitudes are smallest.',
        zh: 'weight_mask 的 0 不恰好落在绝对值最小的位置上。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const model = exampleModel(context);
        prune(context, model, 'weight', 0.5);
        context.expect(maskNow(model), 'weight_mask').toBeClose(
          context.torch
            .tensor([
              [0, 0, 1],
              [1, 0, 1],
            ])
            .float(),
        );
      });
      hidden('drawn-weights', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { inputs, outputs } = sizes(context);
        const { model, state } = linear(context, inputs, outputs);
        const count = context.given.rng.integer(2, inputs * outputs - 2);
        prune(context, model, 'weight', count);
        context.expect(maskNow(model), 'weight_mask').toBeClose(maskOf(context, at(state, 'weight'), count));
      });
      hidden(
        'other-parameters',
        { title: { en: 'a convolution, a bias, float64', zh: '卷积、偏置、float64' } },
        (context) => {
          const { given, expect } = context;
          const state = { weight: distinct(context, [2, 2, 3, 2]), bias: distinct(context, [2]) };
          const conv = given.module('Conv2d(2, 2, (3, 2))', { state, name: 'conv' });
          prune(context, conv, 'weight', 17);
          prune(context, conv, 'bias', 1);
          expect(maskNow(conv), 'weight_mask').toBeClose(maskOf(context, state.weight, 17));
          expect(maskNow(conv, 'bias'), 'bias_mask').toBeClose(maskOf(context, state.bias, 1));

          const weight = distinct(context, [3, 4]).double();
          const wide = given.module('Linear(4, 3, bias=False)', {
            state: { weight },
            dtype: 'float64',
            name: 'linear',
          });
          prune(context, wide, 'weight', 5);
          expect(maskNow(wide), 'weight_mask, float64').toBeClose(maskOf(context, weight, 5).float());
        },
      );
      hidden(
        'not-contiguous',
        { title: { en: 'a parameter that is not contiguous', zh: '内存不连续的参数' } },
        (context) => {
          const { given, expect } = context;
          const values = distinct(context, [3, 4]);
          const model = given.module('Identity()', { name: 'module' });
          model.method(
            'register_parameter',
            'scale',
            given.tensor(values, { contiguous: false, parameter: true, name: 'scale' }),
          );
          prune(context, model, 'scale', 5);
          const mask = maskOf(context, values, 5);
          expect(maskNow(model, 'scale'), 'scale_mask').toBeClose(mask);
          expect(model.field('scale'), 'module.scale').toBeClose(values.mul(mask), tolerance);
        },
      );
    },
  );

  behaviour(
    'counts-the-amount',
    {
      points: 2,
      title: {
        en: 'Counts as PyTorch: whole numbers, fractions, halves',
        zh: '按 PyTorch 的规则确定个数：整数、比例、恰好一半',
      },
      says: {
        en: 'amount was not turned into the right number of elements.',
        zh: '没有把 amount 换算成正确的元素个数。',
      },
    },
    ({ sample, hidden }) => {
      /** How many elements of a vector of that size are pruned. */
      const expectCounts = (
        context: TestContext,
        rows: readonly (readonly [size: number, amount: number, pruned: number])[],
      ) => {
        for (const [size, amount, pruned] of rows) {
          const weight = distinct(context, [1, size]);
          const model = context.given.module(`Linear(${size}, 1, bias=False)`, { state: { weight } });
          prune(context, model, 'weight', amount);
          const mask = maskNow(model);
          context
            .expect(size - sum(mask), {
              en: `elements pruned of ${size} with amount ${amount}`,
              zh: `${size} 个元素、amount 为 ${amount} 时剪掉的个数`,
            })
            .toBe(pruned);
        }
      };
      sample('a-count-and-a-fraction', { title: { en: 'a count, a fraction', zh: '个数、比例' } }, (context) =>
        expectCounts(context, [
          [8, 3, 3],
          [8, 0.25, 2],
          [8, 1, 1],
          [5, 0.5, 2],
        ]),
      );
      hidden(
        'rounding',
        { title: { en: 'rounded down, up, at a half', zh: '向下、向上和恰好一半的取整' } },
        (context) =>
          expectCounts(context, [
            [7, 0.5, 4],
            [9, 0.5, 4],
            [6, 0.25, 2],
            [10, 0.25, 2],
            [10, 0.17, 2],
            [10, 0.14, 1],
            [1, 0.5, 0],
            [3, 0.5, 2],
          ]),
      );
      hidden('the-ends', { title: { en: 'nothing, one, everything', zh: '不剪、一个、全部' } }, (context) =>
        expectCounts(context, [
          [6, 0, 0],
          [6, 0.01, 0],
          [6, 1, 1],
          [6, 6, 6],
          [6, 0.99, 6],
          [1, 1, 1],
        ]),
      );
    },
  );

  behaviour(
    'refuses-bad-amounts',
    {
      points: 1,
      title: { en: 'Refuses a bad amount and changes nothing', zh: '拒绝不合法的 amount，并且什么都不改' },
      says: {
        en: 'A bad amount must throw a ValueError and leave the module as it was.',
        zh: 'amount 不合法时应抛出 ValueError，并让模块保持原样。',
      },
    },
    ({ sample, hidden }) => {
      const names = (model: CandidateModule) => Object.keys(model.state_dict()).sort();
      const refuse = (context: TestContext, model: CandidateModule, amount: number) =>
        context
          .expect(() => prune(context, model, 'weight', amount), `l1_unstructured(…, ${amount})`)
          .toThrow({ type: 'ValueError' });
      sample('of-a-fresh-module', { title: { en: 'of a fresh module', zh: '没剪过的模块' } }, (context) => {
        const model = exampleModel(context);
        for (const amount of [-1, 1.5, 7]) refuse(context, model, amount);
        context.expect(names(model), 'state_dict()').toEqual(['bias', 'weight']);
      });
      hidden('of-a-pruned-module', { title: { en: 'of a pruned one', zh: '剪过的模块' } }, (context) => {
        const { given, expect } = context;
        const { model, state } = linear(context, 4, 3);
        const x = given.rng.normal([2, 4]);
        for (const amount of [-0.25, -1, 1.01, 13]) refuse(context, model, amount);
        expect(names(model), 'state_dict()').toEqual(['bias', 'weight']);
        expect(model.call(x), 'linear(x)').toBeClose(
          reference(context, x, at(state, 'weight'), at(state, 'bias')).float(),
          tolerance,
        );
        prune(context, model, 'weight', 5);
        for (const amount of [-0.25, 2.5, 8, 12]) refuse(context, model, amount);
        const mask = maskOf(context, at(state, 'weight'), 5);
        expect(maskNow(model), 'weight_mask').toBeClose(mask);
        prune(context, model, 'weight', 7);
        expect(sum(maskNow(model)), { en: 'elements kept', zh: '保留的元素个数' }).toBe(0);
      });
      hidden(
        'of-a-removed-name',
        { title: { en: 'remove, of a name that is not pruned', zh: '对没有剪过的名称调用 remove' } },
        (context) => {
          const { model } = linear(context, 4, 3);
          const refused = (name: string) =>
            context.expect(() => remove(context, model, name), `remove(…, '${name}')`).toThrow({ type: 'ValueError' });
          refused('weight');
          prune(context, model, 'weight', 2);
          refused('bias');
          remove(context, model, 'weight');
          refused('weight');
          context.expect(names(model), 'state_dict()').toEqual(['bias', 'weight']);
        },
      );
    },
  );

  behaviour(
    'prunes-exactly-so-many',
    {
      points: 1,
      title: { en: 'Prunes exactly so many where magnitudes are equal', zh: '绝对值相等时也恰好剪掉那么多' },
      says: {
        en: 'Among equal magnitudes, more or fewer elements were pruned than amount says.',
        zh: '绝对值相等时，剪掉的元素比 amount 规定的多或者少。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, weight: Tensor, count: number) => {
        const [outputs = 1, inputs = 1] = weight.shape;
        const model = context.given.module(`Linear(${inputs}, ${outputs}, bias=False)`, { state: { weight } });
        prune(context, model, 'weight', count);
        expectChoice(context, maskNow(model), weight, count);
      };
      sample('all-equal', { title: { en: 'all equal', zh: '全部相等' } }, (context) => {
        check(context, context.torch.full([2, 3], 0.5), 2);
      });
      hidden(
        'ties-and-zeros',
        { title: { en: 'equal ones, both signs, zeros', zh: '相等的值、正负号、零' } },
        (context) => {
          const { given, torch } = context;
          const flat = given.rng.shuffled([0, 0, 0, 0.5, -0.5, 0.5, -0.5, 1, -1, 1, -1, 2]);
          const weight = torch
            .tensor([...flat])
            .float()
            .reshape([3, 4]);
          for (const count of [2, 4, 5, 9, 12]) check(context, weight, count);
          check(context, torch.zeros([2, 4]), given.rng.integer(2, 6));
        },
      );
    },
  );

  behaviour(
    'splits-the-parameter',
    {
      points: 2,
      title: { en: 'Splits the parameter into original and mask', zh: '把参数拆成原始参数和掩码' },
      says: {
        en: 'weight_orig must be the very Parameter that was weight, weight_mask a buffer, weight neither of them.',
        zh: 'weight_orig 应当就是原来的那个 Parameter，weight_mask 是缓冲区，weight 两者都不是。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, amount: number) => {
        const { expect } = context;
        const { model, state } = linear(context, 4, 3);
        const before = model.tensor('weight');
        const result = prune(context, model, 'weight', amount);
        expect(result.isSameAs(model), { en: 'the module itself is returned', zh: '返回的就是传入的模块' }).toBe(true);
        expect(
          model
            .named_parameters()
            .map(({ name }) => name)
            .sort(),
          'named_parameters()',
        ).toEqual(['bias', 'weight_orig']);
        expect(Object.keys(model.state_dict()).sort(), 'state_dict()').toEqual(['bias', 'weight_mask', 'weight_orig']);
        const original = model.field('weight_orig');
        expect(original.isSameAs(before), {
          en: 'weight_orig is the Parameter that was weight',
          zh: 'weight_orig 就是原来的 weight 对象',
        }).toBe(true);
        expect(original, 'weight_orig').toBeClose(at(state, 'weight'));
        const mask = model.tensor('weight_mask');
        expect(mask, 'weight_mask').toHaveDtype('float32');
        expect(mask.requires_grad, 'weight_mask.requires_grad').toBe(false);
        expect(model.field('weight'), 'linear.weight').toBeClose(
          at(state, 'weight').mul(maskOf(context, at(state, 'weight'), amount)),
          tolerance,
        );
        expect(model.field('weight').isInstanceOf('nn.Parameter'), {
          en: 'linear.weight is a Parameter',
          zh: 'linear.weight 是 Parameter',
        }).toBe(false);
      };
      sample('a-linear', { title: { en: 'a linear layer', zh: '线性层' } }, (context) => check(context, 5));
      hidden('nothing-pruned', { title: { en: 'with an amount of 0', zh: 'amount 为 0' } }, (context) =>
        check(context, 0),
      );
      hidden('frozen', { title: { en: 'a frozen parameter, float64', zh: '冻结的参数、float64' } }, (context) => {
        const { given, expect } = context;
        const weight = distinct(context, [3, 4]).double();
        const model = given.module('Linear(4, 3)', { state: { weight }, dtype: 'float64', name: 'linear' });
        model.requires_grad_(false);
        prune(context, model, 'weight', 5);
        expect(model.tensor('weight_orig').requires_grad, 'weight_orig.requires_grad').toBe(false);
        expect(model.tensor('weight_mask'), 'weight_mask').toHaveDtype('float64');
        expect(model.field('weight').tensor(), 'linear.weight').toHaveDtype('float64');
      });
      hidden(
        'two-names',
        { title: { en: 'weight and bias of one module', zh: '同一模块的 weight 和 bias' } },
        (context) => {
          const { given, expect } = context;
          const { model, state } = linear(context, 4, 3);
          prune(context, model, 'weight', 5);
          prune(context, model, 'bias', 1);
          expect(Object.keys(model.state_dict()).sort(), 'state_dict()').toEqual([
            'bias_mask',
            'bias_orig',
            'weight_mask',
            'weight_orig',
          ]);
          const masked = (name: string, count: number) => at(state, name).mul(maskOf(context, at(state, name), count));
          const x = given.rng.normal([2, 4]);
          expect(model.call(x), 'linear(x)').toBeClose(
            reference(context, x, masked('weight', 5), masked('bias', 1)).float(),
            tolerance,
          );
        },
      );
    },
  );

  behaviour(
    'masks-every-forward',
    {
      points: 2,
      title: { en: 'Masks the weight anew before every forward', zh: '每次前向之前都重新施加掩码' },
      says: {
        en: 'A forward did not compute with the present weight_orig times the present weight_mask.',
        zh: '前向没有用当时的 weight_orig 乘以当时的 weight_mask 来计算。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'after-a-change',
        { title: { en: 'after weight_orig has changed', zh: 'weight_orig 改变之后' } },
        (context) => {
          const { given, expect } = context;
          const { model, state } = linear(context, 4, 3);
          prune(context, model, 'weight', 5);
          const mask = maskOf(context, at(state, 'weight'), 5);
          const x = given.rng.normal([2, 4]);
          for (const weight of [at(state, 'weight'), given.rng.normal([3, 4]), given.rng.normal([3, 4])]) {
            model.tensor('weight_orig').setValues(weight);
            expect(model.call(x), 'linear(x)').toBeClose(
              reference(context, x, weight.mul(mask), at(state, 'bias')).float(),
              tolerance,
            );
            expect(model.field('weight'), 'linear.weight').toBeClose(weight.mul(mask), tolerance);
          }
        },
      );
      hidden(
        'loaded-and-converted',
        { title: { en: 'after load_state_dict() and double()', zh: 'load_state_dict() 和 double() 之后' } },
        (context) => {
          const { given, expect } = context;
          const [first, second] = [linear(context, 4, 3), linear(context, 4, 3)];
          prune(context, first.model, 'weight', 4);
          prune(context, second.model, 'weight', 7);
          const x = given.rng.normal([2, 4]);
          first.model.load_state_dict(second.model.state_dict());
          const weight = at(second.state, 'weight').mul(maskOf(context, at(second.state, 'weight'), 7));
          const wanted = reference(context, x, weight, at(second.state, 'bias'));
          expect(first.model.call(x), 'linear(x)').toBeClose(wanted.float(), tolerance);
          first.model.method('double');
          expect(first.model.call(x.double()), 'linear(x), double').toBeClose(
            reference(context, x, weight, at(second.state, 'bias')),
            tolerance,
          );
          // double() has put another buffer there: a mask kept aside is not this one.
          first.model.load_state_dict({
            ...first.model.state_dict(),
            weight_mask: context.torch.ones([3, 4]).double(),
          });
          expect(first.model.call(x.double()), 'linear(x), double').toBeClose(
            reference(context, x, at(second.state, 'weight'), at(second.state, 'bias')),
            tolerance,
          );
        },
      );
      hidden(
        'inside-a-network',
        { title: { en: 'inside a network, in evaluation', zh: '在网络里、评估模式下' } },
        (context) => {
          const { given, expect } = context;
          const net = given.module('Sequential(Conv2d(1, 2, 3), ReLU(), Flatten(), Linear(8, 2))', { name: 'net' });
          const weight = distinct(context, [2, 1, 3, 3]);
          net.load_state_dict({ ...net.state_dict(), '0.weight': weight });
          const twin = net.twin();
          prune(context, net.module('0'), 'weight', 0.5);
          net.eval();
          twin.load_state_dict({ ...twin.state_dict(), '0.weight': weight.mul(maskOf(context, weight, 9)) });
          const x = given.rng.normal([2, 1, 4, 4]);
          for (let times = 0; times < 2; times++) expect(net.call(x), 'net(x)').toBeClose(twin(x).detach(), tolerance);
        },
      );
    },
  );

  behaviour(
    'masks-the-gradient',
    {
      points: 2,
      title: { en: 'Masks the gradient, and the zeros outlast training', zh: '梯度也被掩码，训练之后零仍是零' },
      says: {
        en: 'Pruned elements had a gradient, kept ones had the wrong one, or training brought pruned ones back.',
        zh: '被剪的元素有梯度，或保留的元素梯度不对，或训练让被剪的元素又活了过来。',
      },
    },
    ({ sample, hidden }) => {
      sample('one-backward', { title: { en: 'the gradient of weight_orig', zh: 'weight_orig 的梯度' } }, (context) => {
        const { given, expect } = context;
        const { model, state } = linear(context, 4, 3);
        prune(context, model, 'weight', 5);
        const [x, upstream] = [given.rng.normal([5, 4]), given.rng.normal([5, 3])];
        const mask = maskOf(context, at(state, 'weight'), 5);
        const wanted = upstream.t().matmul(x).mul(mask);
        // Twice: a product made once could be gone back through only once.
        for (const times of [1, 2]) {
          model.call(x).tensor().backward(upstream);
          const gradient = model.tensor('weight_orig').grad();
          expect(gradient, 'weight_orig.grad').notToBeNull();
          expect(gradient, 'weight_orig.grad').toBeClose(wanted.mul(times), tolerance);
        }
      });
      const train = (context: TestContext, type: string, options: { readonly [option: string]: number }) => {
        const { given, expect, torch } = context;
        const { model, state } = linear(context, 4, 3);
        const twin = model.twin();
        const steps = Array.from({ length: 4 }, () => [given.rng.normal([6, 4]), given.rng.normal([6, 3])] as const);
        // Made before pruning, as in real code that prunes a model in training: it must go on with the same Parameter.
        const optimizer = given.optimizer(type, model, options);
        prune(context, model, 'weight', 5);
        const mask = maskOf(context, at(state, 'weight'), 5);

        const [original, bias] = [...twin.parameters()];
        if (!original || !bias) throw new Error('a Linear has a weight and a bias');
        const Optimizer = type === 'SGD' ? torch.optim.SGD : torch.optim.AdamW;
        const referenceOptimizer = new Optimizer([original, bias], options);
        for (const [x, y] of steps) {
          optimizer.zero_grad();
          const prediction = model.call(x);
          const wanted = torch.nn.functional.linear(x, original.mul(mask), bias);
          expect(prediction, 'linear(x)').toBeClose(wanted.detach(), { rtol: 1e-4, atol: 1e-5 });
          prediction.tensor().backward(wanted.detach().sub(y).div(18));
          optimizer.step();
          referenceOptimizer.zero_grad();
          wanted.backward(wanted.detach().sub(y).div(18));
          referenceOptimizer.step();
        }
        model.call(steps[0]?.[0] ?? torch.zeros([1, 4]));
        const weight = model.field('weight').tensor().values;
        expect(sum(weight.mul(mask.eq(0)).abs()), {
          en: 'magnitudes of pruned elements after training, added up',
          zh: '训练之后被剪元素的绝对值之和',
        }).toBe(0);
        expect(weight, 'linear.weight').toBeClose(original.detach().mul(mask), { rtol: 1e-4, atol: 1e-5 });
      };
      hidden(
        'momentum',
        { title: { en: 'SGD with momentum and weight decay', zh: '带动量和权重衰减的 SGD' } },
        (context) => train(context, 'SGD', { lr: 0.1, momentum: 0.9, weight_decay: 0.1 }),
      );
      hidden('adamw', { title: { en: 'AdamW', zh: 'AdamW' } }, (context) =>
        train(context, 'AdamW', { lr: 0.05, weight_decay: 0.1 }),
      );
    },
  );

  behaviour(
    'prunes-what-is-left',
    {
      points: 2,
      title: { en: 'Pruned again, prunes what is left', zh: '再次剪枝时，只从剩下的元素里剪' },
      says: {
        en: 'A further call must take amount of the elements that are left, and keep what is pruned pruned.',
        zh: '再次调用时，amount 应针对剩下的元素，而已经剪掉的保持不变。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const model = exampleModel(context);
        prune(context, model, 'weight', 0.5);
        prune(context, model, 'weight', 0.5);
        context.expect(maskNow(model), 'weight_mask').toBeClose(
          context.torch
            .tensor([
              [0, 0, 1],
              [0, 0, 0],
            ])
            .float(),
        );
      });
      hidden(
        'trained-between',
        { title: { en: 'three times, changed in between', zh: '剪三次，中间有改动' } },
        (context) => {
          const { given, expect } = context;
          const { model, state } = linear(context, 5, 4);
          const x = given.rng.normal([2, 5]);
          let mask = context.torch.ones([4, 5]);
          let weight = at(state, 'weight');
          for (const [amount, count] of [
            [0.2, 4],
            [6, 6],
            [0.25, 2],
          ] as const) {
            expect(prune(context, model, 'weight', amount).isSameAs(model), {
              en: 'the module itself is returned',
              zh: '返回的就是传入的模块',
            }).toBe(true);
            mask = maskOf(context, weight, count, mask);
            expect(maskNow(model), 'weight_mask').toBeClose(mask);
            expect(model.field('weight'), 'linear.weight').toBeClose(weight.mul(mask), tolerance);
            // What is pruned grows large underneath: it must be passed over by the mask, not by its size.
            weight = distinct(context, [4, 5]).add(mask.eq(0).float().mul(5));
            model.tensor('weight_orig').setValues(weight);
            expect(model.call(x), 'linear(x)').toBeClose(
              reference(context, x, weight.mul(mask), at(state, 'bias')).float(),
              tolerance,
            );
          }
          expect(Object.keys(model.state_dict()).sort(), 'state_dict()').toEqual([
            'bias',
            'weight_mask',
            'weight_orig',
          ]);
        },
      );
      hidden('zeros-are-left-too', { title: { en: 'zeros among what is left', zh: '剩下的元素里有零' } }, (context) => {
        const { given, torch } = context;
        const flat = given.rng.shuffled([0, 0, 0, 0, 0, 0, 0.5, -0.75, 1, -1.25, 1.5, 2]);
        const weight = torch
          .tensor([...flat])
          .float()
          .reshape([3, 4]);
        const model = given.module('Linear(4, 3, bias=False)', { state: { weight } });
        prune(context, model, 'weight', 2);
        const first = maskNow(model);
        expectChoice(context, first, weight, 2);
        prune(context, model, 'weight', 0.5);
        const second = maskNow(model);
        expectChoice(context, second, weight, 5, first);
      });
    },
  );

  behaviour(
    'removes-for-good',
    {
      points: 2,
      title: { en: 'remove makes it permanent', zh: 'remove 让剪枝永久生效' },
      says: {
        en: 'After remove, weight must be the same Parameter with the masked values, and nothing else may be left behind.',
        zh: 'remove 之后，weight 应当是同一个 Parameter、值是掩码之后的值，并且不留下别的东西。',
      },
    },
    ({ sample, hidden }) => {
      const expectPlain = (
        { expect }: TestContext,
        model: CandidateModule,
        parameter: CandidateTensor,
        wanted: Tensor,
      ): void => {
        expect(Object.keys(model.state_dict()).sort(), 'state_dict()').toEqual(['bias', 'weight']);
        expect(
          model
            .named_parameters()
            .map(({ name }) => name)
            .sort(),
          'named_parameters()',
        ).toEqual(['bias', 'weight']);
        const weight = model.field('weight');
        expect(weight.isSameAs(parameter), {
          en: 'weight is the Parameter that it was',
          zh: 'weight 就是原来的那个 Parameter',
        }).toBe(true);
        const now = weight.tensor();
        expect([now.is_leaf, now.requires_grad], 'is_leaf, requires_grad').toEqual([true, parameter.requires_grad]);
        expect(now.now(), 'linear.weight').toBeClose(wanted, tolerance);
        for (const gone of ['weight_orig', 'weight_mask'])
          expect(model.method('hasOwnProperty', gone).boolean(), {
            en: `linear.${gone} is still there`,
            zh: `linear.${gone} 还在`,
          }).toBe(false);
      };
      sample('a-linear', { title: { en: 'a linear layer', zh: '线性层' } }, (context) => {
        const { expect } = context;
        const { model, state } = linear(context, 4, 3);
        const parameter = model.tensor('weight');
        prune(context, model, 'weight', 5);
        const result = remove(context, model, 'weight');
        expect(result.isSameAs(model), { en: 'the module itself is returned', zh: '返回的就是传入的模块' }).toBe(true);
        expectPlain(context, model, parameter, at(state, 'weight').mul(maskOf(context, at(state, 'weight'), 5)));
      });
      hidden(
        'then-goes-on',
        { title: { en: 'after a change, then trained on and pruned again', zh: '改动之后移除，再训练、再剪枝' } },
        (context) => {
          const { given, expect } = context;
          const { model, state } = linear(context, 4, 3);
          const parameter = model.tensor('weight');
          const bias = at(state, 'bias');
          prune(context, model, 'weight', 3);
          prune(context, model, 'weight', 2);
          const mask = maskOf(context, at(state, 'weight'), 5);
          const trained = given.rng.normal([3, 4]);
          model.tensor('weight_orig').setValues(trained); // no forward since: the product must be of now
          remove(context, model, 'weight');
          expectPlain(context, model, parameter, trained.mul(mask));

          const x = given.rng.normal([2, 4]);
          const revived = distinct(context, [3, 4]);
          model.tensor('weight').setValues(revived);
          expect(model.call(x), 'linear(x)').toBeClose(reference(context, x, revived, bias).float(), tolerance);
          const upstream = given.rng.normal([2, 3]);
          model.zero_grad();
          model.call(x).tensor().backward(upstream);
          expect(model.tensor('weight').grad(), 'weight.grad').toBeClose(upstream.t().matmul(x), tolerance);

          prune(context, model, 'weight', 4);
          const again = maskOf(context, revived, 4);
          expect(maskNow(model), 'weight_mask').toBeClose(again);
          expect(model.call(x), 'linear(x)').toBeClose(
            reference(context, x, revived.mul(again), bias).float(),
            tolerance,
          );
        },
      );
      hidden(
        'one-of-two',
        { title: { en: 'one of two names; a frozen one', zh: '两个名称中的一个；冻结的参数' } },
        (context) => {
          const { given, expect } = context;
          const { model, state } = linear(context, 4, 3);
          prune(context, model, 'weight', 5);
          prune(context, model, 'bias', 1);
          remove(context, model, 'weight');
          expect(Object.keys(model.state_dict()).sort(), 'state_dict()').toEqual(['bias_mask', 'bias_orig', 'weight']);
          const x = given.rng.normal([2, 4]);
          const moved = given.rng.normal([3]);
          model.tensor('bias_orig').setValues(moved);
          expect(model.call(x), 'linear(x)').toBeClose(
            reference(
              context,
              x,
              at(state, 'weight').mul(maskOf(context, at(state, 'weight'), 5)),
              moved.mul(maskOf(context, at(state, 'bias'), 1)),
            ).float(),
            tolerance,
          );

          const frozen = linear(context, 3, 2);
          frozen.model.requires_grad_(false);
          const parameter = frozen.model.tensor('weight');
          prune(context, frozen.model, 'weight', 2);
          remove(context, frozen.model, 'weight');
          const weight = at(frozen.state, 'weight');
          expectPlain(context, frozen.model, parameter, weight.mul(maskOf(context, weight, 2)));
        },
      );
    },
  );

  behaviour(
    'is-written-by-hand',
    {
      points: 1,
      title: { en: 'Is written by hand', zh: '亲手实现' },
      says: { en: 'nn.utils.prune was used.', zh: '使用了 nn.utils.prune。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, name: string) => {
        const { model } = linear(context, 4, 3);
        prune(context, model, name, 2);
        context
          .expect(context.given.call('nn.utils.prune.is_pruned', model), 'nn.utils.prune.is_pruned(linear)')
          .toBe(false);
      };
      sample('a-weight', { title: { en: 'a weight', zh: '权重' } }, (context) => check(context, 'weight'));
      hidden('a-bias', { title: { en: 'a bias', zh: '偏置' } }, (context) => check(context, 'bias'));
    },
  );
});
