import { tests } from '#challenges/authoring.ts';
import type { TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

type Reduction = 'none' | 'mean' | 'sum';
interface Options {
  readonly reduction?: Reduction;
  readonly ignore_index?: number;
}

/** In float64, rounded once: the loss for each target. */
function losses({ torch }: TestContext, logits: Tensor, target: Tensor, { ignore_index = -100 }: Options): Tensor {
  return torch.nn.functional.cross_entropy(logits.double(), target, { reduction: 'none', ignore_index });
}

function loss(context: TestContext, logits: Tensor, target: Tensor, options: Options = {}): Tensor {
  const each = losses(context, logits, target, options);
  const { reduction = 'mean', ignore_index = -100 } = options;
  const total = each.sum();
  const result =
    reduction === 'none' ? each : reduction === 'sum' ? total : total.div(target.ne(ignore_index).sum().item());
  return result.to(logits.dtype);
}

/** Softmax minus one-hot, written out; of the mean, or weighted by a gradient for each target. */
function gradient(
  { torch }: TestContext,
  logits: Tensor,
  target: Tensor,
  { ignore_index = -100 }: Options,
  upstream: Tensor,
): Tensor {
  const counts = target.ne(ignore_index);
  const classes = torch
    .arange(logits.size(1))
    .reshape([1, logits.size(1), ...target.shape.slice(1).map(() => 1)])
    .eq(target.unsqueeze(1));
  const probabilities = logits.double().softmax(1);
  return probabilities.sub(classes.double()).mul(upstream.double().mul(counts.double()).unsqueeze(1)).to(logits.dtype);
}
const ofTheMean = ({ torch }: TestContext, target: Tensor, { ignore_index = -100 }: Options = {}): Tensor =>
  torch.ones(target.shape).div(target.ne(ignore_index).sum().item());

function expectLoss(context: TestContext, logits: Tensor, target: Tensor, options?: Options, row = ''): void {
  const { candidate, expect } = context;
  const args = options ? [logits, target, { ...options }] : [logits, target];
  const label = row === '' ? 'cross_entropy(…)' : `cross_entropy(…), ${row}`;
  expect(candidate.call('cross_entropy', ...args), label).toBeClose(loss(context, logits, target, options), tolerance);
}

/** Gradient of the mean; of 'none' with a drawn gradient for each target, which is compared too. */
function expectGradient(context: TestContext, logits: Tensor, target: Tensor, options: Options = {}): void {
  const { candidate, given, expect } = context;
  for (const reduction of ['mean', 'none'] as const) {
    const x = given.tensor(logits, { requires_grad: true, name: 'logits' });
    const result = candidate.call('cross_entropy', x, target, { ...options, reduction }).tensor();
    const label = { en: `logits.grad of '${reduction}'`, zh: `'${reduction}' 的 logits.grad` };
    expect(result.requires_grad, `requires_grad, '${reduction}'`).toBe(true);
    const upstream = reduction === 'mean' ? ofTheMean(context, target, options) : given.rng.normal([...target.shape]);
    if (reduction === 'mean') result.backward();
    else result.backward(upstream.to(logits.dtype));
    expect(x.grad(), label).notToBeNull();
    expect(x.grad(), label).toBeClose(gradient(context, logits, target, options, upstream), tolerance);
  }
}

const labels = ({ given: { rng } }: TestContext, shape: readonly number[], classes: number): Tensor =>
  rng.integers(shape, 0, classes);
const sizes = ({ given: { rng } }: TestContext) => ({ n: rng.integer(3, 6), c: rng.integer(3, 6) });
const example = ({ torch }: TestContext): Tensor =>
  torch
    .tensor([
      [2, 1, 0],
      [0, 0, 0],
    ])
    .float();

/** Every label drawn, with some places overwritten by `ignore_index`; at least one place of each kind. */
function withIgnored(context: TestContext, shape: readonly number[], classes: number, ignore_index: number): Tensor {
  const target = labels(context, shape, classes);
  const flat = target.reshape(-1);
  const places = context.given.rng.shuffled([...Array(flat.size(0)).keys()]);
  const ignored = context.given.rng.integer(1, places.length - 2);
  // A drawn label may be ignore_index itself where that is a class: the first that counts is made sure to be another.
  for (const [at, place] of places.entries())
    if (at < ignored) flat.at(place).fill_(ignore_index);
    else if (at === ignored && flat.at(place).item() === ignore_index)
      flat.at(place).fill_((ignore_index + 1) % classes);
  return flat.reshape([...shape]);
}

export default tests(({ behaviour }) => {
  behaviour(
    'computes-the-loss',
    {
      points: 2,
      title: { en: 'Computes the mean loss', zh: '计算平均损失' },
      says: {
        en: 'The loss is not the mean of the negative log-probabilities of the targets.',
        zh: '损失不等于目标类别的负对数概率的平均值。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        expectLoss(context, example(context), context.torch.tensor([0, 2])),
      );
      hidden(
        'drawn-inputs',
        { title: { en: 'other sizes; a batch of one, ties, a constant', zh: '其他大小；单个样本、相同分数、常数' } },
        (context) => {
          const { n, c } = sizes(context);
          for (const [name, logits] of context.given.rng.cases({
            shape: [n, c],
            of: ['ordinary', 'batch of one', 'ties', 'constant'],
          }))
            expectLoss(context, logits, labels(context, [logits.size(0)], c), {}, name);
        },
      );
      hidden(
        'layouts-and-dtypes',
        {
          title: { en: 'not contiguous, float64, a single class', zh: '内存不连续、float64、只有一个类别' },
        },
        (context) => {
          const { candidate, given, expect } = context;
          const { n, c } = sizes(context);
          const logits = given.rng.normal([n, c]);
          const target = labels(context, [n], c);
          const transposed = given.tensor(logits, { contiguous: false, name: 'logits' });
          expect(candidate.call('cross_entropy', transposed, target)).toBeClose(
            loss(context, logits, target),
            tolerance,
          );
          expectLoss(context, given.rng.normal([n, c], { dtype: 'float64' }), target, {}, 'float64');
          expectLoss(context, given.rng.normal([n, 1]), labels(context, [n], 1), {}, 'C = 1');
        },
      );
    },
  );

  behaviour(
    'gives-the-gradient',
    {
      points: 2,
      title: { en: 'Gives the gradient: softmax minus one-hot', zh: '给出梯度：softmax 减去 one-hot' },
      says: {
        en: 'The gradient of logits is not softmax minus one-hot, scaled as the reduction says.',
        zh: 'logits 的梯度不等于 softmax 减去 one-hot（再按 reduction 缩放）。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        expectGradient(context, example(context), context.torch.tensor([0, 2])),
      );
      hidden('drawn-inputs', { title: { en: 'other sizes; ties', zh: '其他大小；相同分数' } }, (context) => {
        const { n, c } = sizes(context);
        for (const [, logits] of context.given.rng.cases({ shape: [n, c], of: ['ordinary', 'batch of one', 'ties'] }))
          expectGradient(context, logits, labels(context, [logits.size(0)], c));
      });
    },
  );

  behaviour(
    'survives-large-logits',
    {
      points: 2,
      title: { en: 'Stays right for large logits', zh: 'logits 很大时仍然正确' },
      says: {
        en: 'With large logits the loss or its gradient overflows, vanishes or is cut off.',
        zh: 'logits 很大时，损失或梯度发生了溢出、下溢，或者被截断。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'one-large-row',
        { title: { en: 'scores of 10000 and −10000', zh: '分数为 10000 和 −10000' } },
        (context) => {
          const logits = context.torch
            .tensor([
              [10_000, 0, -10_000],
              [0, 1, 2],
            ])
            .float();
          expectLoss(context, logits, context.torch.tensor([1, 0]));
        },
      );
      hidden('wide-rows', { title: { en: 'far apart, with gradients', zh: '彼此相距很远，并检查梯度' } }, (context) => {
        const { n, c } = sizes(context);
        const { rng } = context.given;
        // A thousand apart or more, as is the largest of each row from that of the next: nothing hangs on the last bits of a float32 of this size.
        const rows = Array.from({ length: n }, (_, row) =>
          rng.shuffled(
            Array.from(
              { length: c },
              (__, k) => -19_000 + (28_000 * k) / (c - 1) + 1_800 * row + rng.number(-400, 400),
            ),
          ),
        );
        const logits = context.torch.tensor(rows.map((row) => [...row])).float();
        const target = labels(context, [n], c);
        target.at(0).copy_(logits.at(0).argmin()); // one at least has a loss
        expectLoss(context, logits, target);
        expectGradient(context, logits, target);
      });
      hidden(
        'shifted-rows',
        {
          title: { en: 'each row shifted by another amount', zh: '每一行各自平移不同的量' },
        },
        (context) => {
          const { n, c } = sizes(context);
          const shifts = context.given.rng.shuffled([10_000, -10_000, ...Array(n - 2).fill(0)]);
          const logits = context.given.rng.normal([n, c], { dtype: 'float64' }).add(
            context.torch
              .tensor([...shifts])
              .double()
              .unsqueeze(1),
          );
          const target = labels(context, [n], c);
          expectLoss(context, logits, target, { reduction: 'none' });
          expectGradient(context, logits, target);
        },
      );
    },
  );

  behaviour(
    'allows-masked-classes',
    {
      points: 1,
      title: { en: 'Allows a logit of −∞ for a masked class', zh: '允许用 −∞ 屏蔽某个类别' },
      says: {
        en: 'A class masked with −∞ spoils the loss or the gradient.',
        zh: '用 −∞ 屏蔽的类别破坏了损失或梯度。',
      },
    },
    ({ sample, hidden }) => {
      const masked = (context: TestContext) => {
        const { n, c } = sizes(context);
        const target = labels(context, [n], c);
        const logits = context.given.rng.normal([n, c]);
        for (let row = 0; row < n; row++)
          logits.at(row, (target.at(row).item() + context.given.rng.integer(1, c - 1)) % c).fill_(-Infinity);
        return { logits, target };
      };
      sample('one-masked', { title: { en: 'one masked class in each row', zh: '每一行屏蔽一个类别' } }, (context) => {
        const { logits, target } = masked(context);
        expectLoss(context, logits, target);
      });
      hidden('with-gradients', { title: { en: 'with gradients', zh: '并检查梯度' } }, (context) => {
        const { logits, target } = masked(context);
        expectLoss(context, logits, target, { reduction: 'none' });
        expectGradient(context, logits, target);
      });
    },
  );

  behaviour(
    'reduces-as-asked',
    {
      points: 1,
      title: { en: "Reduces by 'none', 'sum' or 'mean'", zh: '支持 none、sum 和 mean 三种归约' },
      says: { en: 'The reduction is not the one that was asked for.', zh: '归约方式与要求的不一致。' },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        for (const reduction of ['none', 'sum', 'mean'] as const)
          expectLoss(context, example(context), context.torch.tensor([0, 2]), { reduction }, reduction);
      });
      hidden('drawn-inputs', { title: { en: 'other sizes, also one', zh: '其他大小，包括单个样本' } }, (context) => {
        const { n, c } = sizes(context);
        for (const size of [n, 1])
          for (const reduction of ['none', 'sum', 'mean'] as const)
            expectLoss(
              context,
              context.given.rng.normal([size, c]),
              labels(context, [size], c),
              { reduction },
              reduction,
            );
      });
    },
  );

  behaviour(
    'skips-ignored-targets',
    {
      points: 2,
      title: { en: 'Skips targets that are ignored', zh: '跳过被忽略的目标' },
      says: {
        en: 'Targets equal to ignore_index must add nothing to the loss, the gradient or the count of the mean.',
        zh: '等于 ignore_index 的目标不应影响损失、梯度，也不应计入均值的分母。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const target = context.torch.tensor([0, -100]);
        for (const reduction of ['none', 'mean'] as const)
          expectLoss(context, example(context), target, { reduction }, reduction);
      });
      hidden('drawn-places', { title: { en: 'other places', zh: '其他位置' } }, (context) => {
        const { n, c } = sizes(context);
        const logits = context.given.rng.normal([n, c]);
        const target = withIgnored(context, [n], c, -100);
        for (const reduction of ['none', 'sum', 'mean'] as const)
          expectLoss(context, logits, target, { reduction }, reduction);
        expectGradient(context, logits, target);
      });
      hidden(
        'another-index',
        { title: { en: 'another ignore_index, also a class', zh: '其他 ignore_index，也可以是某个类别' } },
        (context) => {
          const { n, c } = sizes(context);
          for (const ignore_index of [-1, 0, c - 1, 255]) {
            const logits = context.given.rng.normal([n, c]);
            const target = withIgnored(context, [n], c, ignore_index);
            expectLoss(context, logits, target, { ignore_index }, `ignore_index ${ignore_index}`);
            expectGradient(context, logits, target, { ignore_index });
          }
        },
      );
      hidden('all-ignored', { title: { en: 'when no target counts', zh: '没有任何目标计数时' } }, (context) => {
        const { n, c } = sizes(context);
        const logits = context.given.rng.normal([n, c]);
        const target = context.torch.full([n], -100).long();
        expectLoss(context, logits, target, { reduction: 'sum' }, 'sum');
        expectLoss(context, logits, target, { reduction: 'mean' }, 'mean');
        // No class but 0 exists to stand in for what is ignored.
        const single = withIgnored(context, [n], 1, -100);
        expectLoss(context, context.given.rng.normal([n, 1]), single, { reduction: 'none' }, 'C = 1');
      });
    },
  );

  behaviour(
    'takes-more-dimensions',
    {
      points: 1,
      title: { en: 'Takes classes from dimension 1', zh: '类别取自第 1 维' },
      says: {
        en: 'With logits of three or more dimensions, the classes are in dimension 1.',
        zh: 'logits 有三维或更多维时，类别在第 1 维。',
      },
    },
    ({ sample, hidden }) => {
      sample('a-sequence', { title: { en: '(N, C, L)', zh: '(N, C, L)' } }, (context) => {
        const logits = context.given.rng.normal([2, 4, 3]);
        expectLoss(context, logits, labels(context, [2, 3], 4), { reduction: 'none' });
      });
      hidden(
        'images',
        { title: { en: '(N, C, H, W), some ignored, with gradients', zh: '(N, C, H, W)，部分被忽略，并检查梯度' } },
        (context) => {
          const { n, c } = sizes(context);
          const [h, w] = [context.given.rng.integer(2, 3), context.given.rng.integer(2, 4)];
          const logits = context.given.rng.normal([n, c, h, w]);
          const target = withIgnored(context, [n, h, w], c, -100);
          expectLoss(context, logits, target);
          expectGradient(context, logits, target);
        },
      );
      hidden(
        'as-many-as-classes',
        { title: { en: 'as many positions as classes', zh: '位置数恰好等于类别数' } },
        (context) => {
          const { n, c } = sizes(context);
          expectLoss(context, context.given.rng.normal([n, c, c]), labels(context, [n, c], c));
          const one = labels(context, [n, 1], c);
          expectLoss(context, context.given.rng.normal([n, c, 1]), one, { reduction: 'none' }, '(N, C, 1)');
        },
      );
    },
  );

  behaviour(
    'leaves-its-inputs-alone',
    {
      points: 1,
      title: { en: 'Leaves logits and target alone', zh: '不改动 logits 和 target' },
      says: { en: 'logits or target was changed.', zh: 'logits 或 target 被改动了。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, requires_grad: boolean) => {
        const { candidate, given, expect } = context;
        const { n, c } = sizes(context);
        const logits = given.tensor(given.rng.normal([n, c]), { requires_grad, name: 'logits' });
        const target = given.tensor(withIgnored(context, [n], c, -100), { name: 'target' });
        const result = expect.unchanged(() => candidate.call('cross_entropy', logits, target), { logits, target });
        expect(result, 'cross_entropy(…)').toHaveShape([]);
      };
      sample('plain-logits', { title: { en: 'logits without requires_grad', zh: '不需要梯度的 logits' } }, (context) =>
        check(context, false),
      );
      hidden('tracked-logits', { title: { en: 'logits with requires_grad', zh: '需要梯度的 logits' } }, (context) =>
        check(context, true),
      );
    },
  );

  behaviour(
    'builds-it-itself',
    {
      points: 1,
      title: { en: 'Is built from basic operators', zh: '由基本算子搭建' },
      says: {
        en: 'A finished loss or softmax of torch was run.',
        zh: '运行了 torch 现成的损失函数或 softmax。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, shape: readonly number[]) => {
        const { candidate, given, expect } = context;
        const [n = 1, c = 1, ...rest] = shape;
        const logits = given.tensor(given.rng.normal(shape), { requires_grad: true, name: 'logits' });
        const target = labels(context, [n, ...rest], c);
        const meter = given.meter(() => candidate.call('cross_entropy', logits, target).tensor());
        const finished = ['cross_entropy', 'nll_loss', '_nll_loss', '_nll_loss2d', 'log_softmax', 'softmax', 'softmin'];
        expect(meter).toStayWithin(
          Object.fromEntries([...finished, 'logsumexp', 'logcumsumexp'].map((name) => [`operators.${name}`, 0])),
        );
      };
      sample('a-batch', { title: { en: 'a batch', zh: '一个批次' } }, (context) => check(context, [4, 3]));
      hidden('more-dimensions', { title: { en: 'more dimensions', zh: '更多维' } }, (context) =>
        check(context, [2, 3, context.given.rng.integer(2, 4)]),
      );
    },
  );
});
