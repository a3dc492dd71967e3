import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, State, TestContext, Tolerance } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const keys = ['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked'];

interface Settings {
  readonly eps: number;
  readonly momentum: number | null;
}
const usual: Settings = { eps: 1e-5, momentum: 0.1 };

const build = ({ candidate }: TestContext, channels: number, { eps, momentum }: Settings = usual): CandidateModule =>
  candidate.construct('BatchNorm', channels, eps, momentum).module();

const otherDims = (x: Tensor): readonly number[] => x.shape.map((_, d) => d).filter((d) => d !== 1);
const perChannel = (t: Tensor, like: Tensor): Tensor => t.reshape([1, -1, ...like.shape.slice(2).map(() => 1)]);

/** In float64, from the definition. Its gradients go through the statistics. */
function normalised(x: Tensor, weight: Tensor, bias: Tensor, eps: number): Tensor {
  const mean = x.mean(otherDims(x), true);
  const centred = x.sub(mean);
  const variance = centred.mul(centred).mean(otherDims(x), true);
  return centred.div(variance.add(eps).sqrt()).mul(perChannel(weight, x)).add(perChannel(bias, x));
}

function drawState({ given: { rng }, torch }: TestContext, channels: number): State {
  return {
    weight: rng.uniform([channels], 0.5, 2),
    bias: rng.normal([channels]),
    running_mean: rng.normal([channels]),
    running_var: rng.uniform([channels], 0.5, 3),
    num_batches_tracked: torch.tensor(rng.integer(1, 20), { dtype: torch.int64 }),
  };
}

/** Of (N, C), (N, C, L), (N, C, H, W) or (N, C, D, H, W), with n between 4 and 54. */
function drawShape({ given: { rng } }: TestContext, channels: number, dims: number): readonly number[] {
  return [
    rng.integer(dims === 2 ? 4 : 2, 6),
    channels,
    ...Array.from({ length: dims - 2 }, () => rng.integer(2, dims === 5 ? 2 : 3)),
  ];
}

/** Values of channels that differ in mean and spread. */
function drawInput({ given: { rng } }: TestContext, shape: readonly number[]): Tensor {
  const x = rng.normal(shape);
  const channels = shape[1] ?? 1;
  return x.mul(perChannel(rng.uniform([channels], 0.5, 2), x)).add(perChannel(rng.normal([channels]), x));
}

function part(state: State, name: string): Tensor {
  const tensor = state[name];
  if (!tensor) throw new Error(`no ${name}`);
  return tensor;
}

/** The running statistics after these batches, step by step as the statement says. */
function follow(context: TestContext, start: State, batches: readonly Tensor[], momentum: number | null): State {
  const { torch } = context;
  let [mean, variance] = [part(start, 'running_mean').double(), part(start, 'running_var').double()];
  let count = part(start, 'num_batches_tracked').item();
  for (const batch of batches) {
    const x = batch.double();
    const m = momentum ?? 1 / ++count;
    if (momentum !== null) count++;
    mean = mean.mul(1 - m).add(x.mean(otherDims(x)).mul(m));
    variance = variance.mul(1 - m).add(x.var(otherDims(x), { unbiased: true }).mul(m));
  }
  return {
    running_mean: mean.float(),
    running_var: variance.float(),
    num_batches_tracked: torch.tensor(count, { dtype: torch.int64 }),
  };
}

function checkRunning(context: TestContext, shape: readonly number[], settings: Settings, fresh: boolean): void {
  const { expect } = context;
  const channels = shape[1] ?? 1;
  const model = build(context, channels, settings);
  if (!fresh) model.load_state_dict(drawState(context, channels));
  const start = model.state_dict();
  const batches = [0, 1, 2].map(() => drawInput(context, shape));
  for (const batch of batches) expect(model.call(batch), 'model(x)').toHaveShape(shape);
  const wanted = follow(context, start, batches, settings.momentum);
  const found = model.state_dict();
  for (const name of ['running_mean', 'running_var', 'num_batches_tracked'])
    expect(found[name] ?? null, name).toBeClose(part(wanted, name), tolerance);
}

function checkTraining(context: TestContext, x: Tensor, settings: Settings, close: Tolerance = tolerance): void {
  const { expect } = context;
  const channels = x.shape[1] ?? 1;
  const state = drawState(context, channels);
  const model = build(context, channels, settings);
  model.load_state_dict(state);
  const wanted = normalised(x.double(), part(state, 'weight').double(), part(state, 'bias').double(), settings.eps);
  expect(model.call(x), 'model(x)').toBeClose(wanted.float(), close);
}

function checkGradients(context: TestContext, x: Tensor, settings: Settings): void {
  const { given, expect, torch } = context;
  const channels = x.shape[1] ?? 1;
  const state = drawState(context, channels);
  const model = build(context, channels, settings);
  model.load_state_dict(state);
  const upstream = given.rng.normal([...x.shape]);
  const sent = given.tensor(x, { requires_grad: true, name: 'x' });
  model.call(sent).tensor().backward(upstream);

  const own = [x, part(state, 'weight'), part(state, 'bias')].map((t) => t.double().requires_grad_(true));
  const [a = x, b = x, c = x] = own;
  const [gx, gw, gb] = torch.autograd.grad(normalised(a, b, c, settings.eps), own, upstream.double());
  expect(sent.grad(), 'x.grad').toBeClose(gx?.float() ?? NaN, tolerance);
  const grads = model.grads();
  expect(grads['weight'] ?? null, 'weight.grad').toBeClose(gw?.float() ?? NaN, tolerance);
  expect(grads['bias'] ?? null, 'bias.grad').toBeClose(gb?.float() ?? NaN, tolerance);
}

export default tests(({ behaviour }) => {
  behaviour(
    'registers-its-state',
    {
      points: 1,
      title: { en: 'Registers two parameters and three buffers', zh: '注册两个参数和三个缓冲区' },
      says: {
        en: 'Parameters or buffers are not the five that are asked for, or do not start as they should.',
        zh: '参数或缓冲区不是所要求的那五个，或者初值不对。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, channels: number): void => {
        const { candidate, expect, torch } = context;
        const model = candidate.construct('BatchNorm', channels).module();
        const state = model.state_dict();
        expect(Object.keys(state), 'keys of state_dict()').toEqual(keys);
        expect(
          model.named_parameters().map(({ name, requires_grad }) => `${name} ${requires_grad}`),
          'named_parameters(), requires_grad',
        ).toEqual(['weight true', 'bias true']);
        for (const name of ['weight', 'running_var'])
          expect(state[name] ?? null, name).toBeClose(torch.ones([channels]));
        for (const name of ['bias', 'running_mean'])
          expect(state[name] ?? null, name).toBeClose(torch.zeros([channels]));
        expect(state['num_batches_tracked'] ?? null, 'num_batches_tracked').toBeClose(
          torch.tensor(0, { dtype: torch.int64 }),
        );
      };
      sample('three-channels', { title: { en: 'three channels', zh: '三个通道' } }, (context) => check(context, 3));
      hidden('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        check(context, 1);
        check(context, context.given.rng.integer(4, 9));
      });
    },
  );

  behaviour(
    'normalises-the-batch',
    {
      points: 3,
      title: { en: 'Normalises each channel of the batch', zh: '按通道归一化这批数据' },
      says: {
        en: 'In training mode the output is not (x − μ) / √(σ² + eps) · weight + bias.',
        zh: '训练模式下的输出不等于 (x − μ) / √(σ² + eps) · weight + bias。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { expect, torch } = context;
        const x = torch.tensor([[1], [2], [3], [6]]).float();
        const wanted = x.sub(3).div(Math.sqrt(3.5 + 1e-5));
        expect(build(context, 1).call(x), 'model(x)').toBeClose(wanted, tolerance);
      });
      hidden(
        'all-shapes',
        { title: { en: 'vectors, sequences, images, volumes', zh: '向量、序列、图像、体数据' } },
        (context) => {
          for (const dims of [2, 3, 4, 5])
            checkTraining(
              context,
              drawInput(context, drawShape(context, context.given.rng.integer(2, 4), dims)),
              usual,
            );
        },
      );
      hidden('not-contiguous', { title: { en: 'an x that is not contiguous', zh: '内存不连续的 x' } }, (context) => {
        const { given, expect } = context;
        const x = drawInput(context, [4, 2, 3]);
        const one = given.rng.normal([2]).mul(0).add(1);
        const wanted = normalised(x.double(), one.double(), one.double().mul(0), usual.eps).float();
        expect(build(context, 2).call(given.tensor(x, { contiguous: false })), 'model(x)').toBeClose(wanted, tolerance);
      });
      hidden(
        'eps',
        { title: { en: 'a large eps, constant channels', zh: '较大的 eps、取值恒定的通道' } },
        (context) => {
          const { given, torch } = context;
          checkTraining(context, drawInput(context, [5, 3]), { eps: given.rng.number(0.3, 0.6), momentum: 0.1 });
          checkTraining(context, torch.cat([torch.full([4, 1], 3).float(), drawInput(context, [4, 2])], 1), usual);
        },
      );
      hidden('default-eps', { title: { en: 'the default eps', zh: '默认的 eps' } }, (context) => {
        const { candidate, expect, torch } = context;
        // A variance as small as eps, so that eps counts.
        const x = drawInput(context, [6, 3]).mul(0.003);
        const [ones, zeros] = [torch.ones([3], { dtype: torch.float64 }), torch.zeros([3], { dtype: torch.float64 })];
        const wanted = normalised(x.double(), ones, zeros, usual.eps).float();
        expect(candidate.construct('BatchNorm', 3).call(x), 'model(x)').toBeClose(wanted, tolerance);
      });
      hidden('far-from-zero', { title: { en: 'a mean far from zero', zh: '均值离零很远' } }, (context) => {
        const { given } = context;
        const x = given.rng.normal([32, 2]).add(given.rng.pick([-1, 1]) * given.rng.number(1000, 1100));
        checkTraining(context, x, usual, { rtol: 1e-3, atol: 1e-3 });
      });
      hidden(
        'by-hand',
        {
          title: { en: 'out of elementary operators', zh: '用基本运算写成' },
          says: { en: 'A ready-made normalisation was used.', zh: '使用了现成的归一化。' },
        },
        (context) => {
          const { given, expect } = context;
          const model = build(context, 3);
          const x = drawInput(context, [4, 3, 2]);
          const meter = given.meter(() => {
            expect(model.call(x), 'model(x)').toHaveShape([4, 3, 2]);
          });
          expect(meter).toStayWithin({ 'operators._standardize': 0, 'operators.batch_norm': 0 });
        },
      );
    },
  );

  behaviour(
    'tracks-running-statistics',
    {
      points: 3,
      title: { en: 'Tracks mean and unbiased variance', zh: '累积均值和无偏方差' },
      says: {
        en: 'After training batches running_mean, running_var or num_batches_tracked is wrong.',
        zh: '经过若干训练批次后，running_mean、running_var 或 num_batches_tracked 不对。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { expect, torch } = context;
        const model = build(context, 1);
        expect(model.call(torch.tensor([[1], [2], [3], [6]]).float()), 'model(x)').toHaveShape([4, 1]);
        const state = model.state_dict();
        expect(state['running_mean'] ?? null, 'running_mean').toBeClose(torch.tensor([0.3]), tolerance);
        expect(state['running_var'] ?? null, 'running_var').toBeClose(torch.tensor([0.9 + (0.1 * 14) / 3]), tolerance);
        expect(state['num_batches_tracked'] ?? null, 'num_batches_tracked').toBeClose(
          torch.tensor(1, { dtype: torch.int64 }),
        );
      });
      hidden(
        'three-batches',
        { title: { en: 'three batches, other momentum', zh: '三个批次，其他 momentum' } },
        (context) => {
          const { rng } = context.given;
          for (const dims of [2, 4]) {
            const shape = drawShape(context, rng.integer(2, 4), dims);
            checkRunning(context, shape, { eps: 1e-5, momentum: rng.pick([0.2, 0.3, 0.7]) }, true);
            checkRunning(context, shape, usual, false);
          }
        },
      );
      hidden('default-momentum', { title: { en: 'the default momentum', zh: '默认的 momentum' } }, (context) => {
        const { candidate, expect } = context;
        const model = candidate.construct('BatchNorm', 3).module();
        const start = model.state_dict();
        const x = drawInput(context, [5, 3]);
        expect(model.call(x), 'model(x)').toHaveShape([5, 3]);
        const wanted = follow(context, start, [x], usual.momentum);
        const found = model.state_dict();
        for (const name of ['running_mean', 'running_var'])
          expect(found[name] ?? null, name).toBeClose(part(wanted, name), tolerance);
      });
      hidden(
        'plain-average',
        { title: { en: 'momentum null: a plain average', zh: 'momentum 为 null：算术平均' } },
        (context) => {
          const shape = drawShape(context, 3, context.given.rng.integer(2, 3));
          checkRunning(context, shape, { eps: 1e-5, momentum: null }, true);
          checkRunning(context, shape, { eps: 1e-5, momentum: null }, false);
        },
      );
      hidden(
        'plain-buffers',
        {
          title: { en: 'in place, outside of the graph', zh: '原地更新，不在计算图里' },
          says: {
            en: 'A buffer was replaced by another tensor, or became part of a graph.',
            zh: '缓冲区换成了另一个张量，或者进入了计算图。',
          },
        },
        (context) => {
          const { given, expect } = context;
          const model = build(context, 3);
          const names = ['running_mean', 'running_var', 'num_batches_tracked'];
          const before = names.map((name) => model.tensor(name));
          const x = given.tensor(drawInput(context, [4, 3]), { requires_grad: true });
          for (let i = 0; i < 2; i++) model.call(x).method('sum').tensor().backward();
          for (const [i, name] of names.entries()) {
            const now = model.tensor(name);
            expect(now.requires_grad, `${name}.requires_grad`).toBe(false);
            const old = before[i];
            expect(old ? now.sharesMemoryWith(old) : false, {
              en: `${name} is in the memory from before`,
              zh: `${name} 仍在原来的内存里`,
            }).toBe(true);
          }
        },
      );
    },
  );

  behaviour(
    'uses-running-statistics',
    {
      points: 2,
      title: { en: 'Evaluates with the running statistics', zh: '评估时使用滑动统计量' },
      says: {
        en: 'In evaluation mode the output depends on the batch, or the buffers change.',
        zh: '评估模式下输出依赖于这批数据，或者缓冲区被改动了。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, shape: readonly number[], eps: number): void => {
        const { given, expect, torch } = context;
        const channels = shape[1] ?? 1;
        const state = drawState(context, channels);
        const model = build(context, channels, { eps, momentum: 0.1 });
        model.load_state_dict(state);
        model.eval();
        const x = drawInput(context, shape);
        const std = part(state, 'running_var').add(eps).sqrt();
        const scale = part(state, 'weight').div(std);
        const wanted = x
          .sub(perChannel(part(state, 'running_mean'), x))
          .mul(perChannel(scale, x))
          .add(perChannel(part(state, 'bias'), x));
        const sent = given.tensor(x, { requires_grad: true, name: 'x' });
        const y = model.call(sent).tensor();
        expect(y, 'model(x)').toBeClose(wanted, tolerance);
        expect(model.state_dict(), 'state_dict()').toBeClose(state);
        y.backward(torch.ones([...shape]));
        expect(sent.grad(), 'x.grad').toBeClose(perChannel(scale, x).expand(shape), tolerance);
      };
      sample('a-batch', { title: { en: 'a batch', zh: '一批数据' } }, (context) => check(context, [4, 3], 1e-5));
      hidden('all-shapes', { title: { en: 'other shapes, one sample', zh: '其他形状、单个样本' } }, (context) => {
        check(context, [1, context.given.rng.integer(2, 4)], 1e-5);
        for (const dims of [3, 4, 5]) check(context, drawShape(context, 3, dims), context.given.rng.number(0.1, 0.5));
      });
      hidden(
        'back-to-training',
        { title: { en: 'training, evaluation, training', zh: '训练、评估、再训练' } },
        (context) => {
          const { expect } = context;
          const model = build(context, 2);
          const batches = [0, 1].map(() => drawInput(context, [4, 2, 2]));
          const start = model.state_dict();
          for (const batch of batches) {
            model.train();
            expect(model.call(batch), 'model(x)').toHaveShape([4, 2, 2]);
            model.eval();
            expect(model.call(batch), 'model(x)').toHaveShape([4, 2, 2]);
          }
          const count = part(follow(context, start, batches, 0.1), 'num_batches_tracked');
          expect(model.state_dict()['num_batches_tracked'] ?? null, 'num_batches_tracked').toBeClose(count);
        },
      );
    },
  );

  behaviour(
    'differentiates-the-statistics',
    {
      points: 3,
      title: { en: 'Gradients go through mean and variance', zh: '梯度经过均值和方差' },
      says: {
        en: 'In training mode a gradient is wrong: μ and σ² depend on x too.',
        zh: '训练模式下某个梯度不对：μ 和 σ² 也依赖于 x。',
      },
    },
    ({ sample, hidden }) => {
      sample('vectors', { title: { en: 'a batch of vectors', zh: '一批向量' } }, (context) =>
        checkGradients(context, drawInput(context, [4, 2]), usual),
      );
      hidden('all-shapes', { title: { en: 'other shapes, another eps', zh: '其他形状与 eps' } }, (context) => {
        const { rng } = context.given;
        for (const dims of [2, 3, 4, 5])
          checkGradients(context, drawInput(context, drawShape(context, rng.integer(2, 3), dims)), {
            eps: rng.pick([1e-5, 0.5]),
            momentum: 0.1,
          });
      });
      hidden('constant', { title: { en: 'a constant channel', zh: '取值恒定的通道' } }, (context) => {
        const { torch } = context;
        checkGradients(context, torch.cat([torch.full([4, 1], 2).float(), drawInput(context, [4, 1])], 1), {
          eps: 0.25,
          momentum: 0.1,
        });
      });
    },
  );

  behaviour(
    'refuses-a-single-value',
    {
      points: 1,
      title: { en: 'Refuses a single value for each channel in training', zh: '训练时拒绝每个通道只有一个值' },
      says: {
        en: 'With one value for each channel training must throw, and two values must work.',
        zh: '每个通道只有一个值时，训练应当抛出错误；有两个值时应当正常。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, one: readonly number[], two: readonly number[]): void => {
        const { expect } = context;
        const model = build(context, 3);
        expect(() => model.call(drawInput(context, one)), `model(x), x: [${one.join(', ')}]`).toThrow();
        expect(model.call(drawInput(context, two)), `model(x), x: [${two.join(', ')}]`).toHaveShape(two);
      };
      sample('one-sample', { title: { en: 'one vector', zh: '一个向量' } }, (context) =>
        check(context, [1, 3], [2, 3]),
      );
      hidden('one-position', { title: { en: 'one sample of one position', zh: '一个样本，一个位置' } }, (context) => {
        check(context, [1, 3, 1], [1, 3, 2]);
        check(context, [1, 3, 1, 1], [1, 3, 1, 2]);
      });
    },
  );
});
