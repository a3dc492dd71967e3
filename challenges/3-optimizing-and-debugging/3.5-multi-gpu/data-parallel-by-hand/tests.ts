import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, CandidateTensor, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Copied {
  readonly device: number;
  readonly shape: readonly number[];
  readonly copy: CandidateTensor;
}

interface Parallel {
  readonly wrapper: CandidateModule;
  readonly devices: readonly number[];
  /** Every call of copy_to, in order. */
  readonly copies: Copied[];
}

const plainLayers = 'Sequential(Linear(3, 4), Tanh(), Linear(4, 2))';
const normalizedLayers = 'Sequential(BatchNorm1d(3), Linear(3, 2))';

/** Distinct numbers of devices, the first of which is not 0. */
function drawDevices({ given: { rng } }: TestContext, count: number): number[] {
  const [first, ...rest] = rng.shuffled([1, 2, 3, 4, 5, 6, 7]);
  return [first ?? 1, ...rng.shuffled([0, ...rest.slice(0, Math.max(count - 2, 0))])].slice(0, count);
}

function parallel({ candidate, given }: TestContext, model: CandidateModule, devices: readonly number[]): Parallel {
  const copies: Copied[] = [];
  const copy_to = given.spy(
    (tensor, device) => {
      const original = tensor?.tensor();
      const copy = tensor?.method('clone');
      if (!original || !copy) throw new Error('copy_to was given nothing');
      copies.push({ device: device?.number() ?? NaN, shape: original.shape, copy: copy.tensor() });
      return copy;
    },
    { name: 'copy_to' },
  );
  const wrapper = candidate.construct('DataParallel', model, [...devices], copy_to).module();
  return { wrapper, devices, copies };
}

/** Sizes of the pieces, as torch.chunk cuts. */
const pieces = (batch: number, devices: number): number[] => {
  const size = Math.ceil(batch / devices);
  return Array.from({ length: Math.ceil(batch / size) }, (_, i) => Math.min(size, batch - i * size));
};

/** Output, and gradients of parameters and input, are those of the module alone. */
function expectLikeTheModule(context: TestContext, batch: number, count: number, gradients: boolean): void {
  const { given, expect } = context;
  const model = given.module(plainLayers, { name: 'module' });
  const twin = model.twin();
  const { wrapper } = parallel(context, model, drawDevices(context, count));
  const values = given.rng.normal([batch, 3]);
  const x = given.tensor(values, { requires_grad: gradients, name: 'x' });
  const output = wrapper.call(x).tensor();
  const own = values.clone().requires_grad_(gradients);
  const expected = twin(own);
  expect(output, `forward, N = ${batch}, ${count} devices`).toBeClose(expected.detach(), tolerance);
  if (!gradients) return;
  const upstream = given.rng.normal([batch, 2]);
  output.backward(upstream);
  expected.backward(upstream);
  for (const [name, p] of twin.named_parameters()) {
    const grad = model.tensor(name).grad();
    expect(grad, `${name}.grad`).notToBeNull();
    expect(grad, `${name}.grad`).toBeClose(p.grad ?? NaN, tolerance);
  }
  expect(x.grad(), 'x.grad').notToBeNull();
  expect(x.grad(), 'x.grad').toBeClose(own.grad ?? NaN, tolerance);
}

interface Seen {
  readonly input: CandidateTensor;
  readonly weight: CandidateTensor;
}

/** What the first layer of each replica is given and uses, in order. */
function watchFirstLayer({ given }: TestContext, model: CandidateModule): Seen[] {
  const seen: Seen[] = [];
  const hook = given.spy(
    (layer?: Returned, inputs?: Returned) => {
      if (layer && inputs) seen.push({ input: inputs.at(0).tensor(), weight: layer.field('weight').tensor() });
    },
    { name: 'forward pre-hook' },
  );
  model.module('0').method('register_forward_pre_hook', hook);
  return seen;
}

const byDevice = (copies: readonly { device: number; shape: readonly number[] }[]): string[] =>
  copies.map(({ device, shape }) => `(${shape.join(', ')}) to ${device}`).sort();

export default tests(({ behaviour }) => {
  behaviour(
    'computes-what-the-module-computes',
    {
      points: 2,
      title: { en: 'Gives the output of the module', zh: '输出与模块本身一致' },
      says: {
        en: 'The joined output is not what the module gives for the whole batch.',
        zh: '拼接后的输出与模块对整个批次的输出不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('two-devices', { title: { en: 'six rows on two devices', zh: '六行，两个设备' } }, (context) =>
        expectLikeTheModule(context, 6, 2, false),
      );
      hidden(
        'other-sizes',
        { title: { en: 'other sizes, also a batch of one and one device', zh: '其他大小，包括单个样本和单个设备' } },
        (context) => {
          const { rng } = context.given;
          expectLikeTheModule(context, rng.pick([5, 7, 10, 11]), 4, false);
          expectLikeTheModule(context, 1, 3, false);
          expectLikeTheModule(context, rng.integer(2, 5), 1, false);
        },
      );
    },
  );

  behaviour(
    'adds-gradients-in-the-module',
    {
      points: 3,
      title: { en: 'Adds all gradients up in the one module', zh: '所有梯度累加到唯一的模块上' },
      says: {
        en: 'A gradient is not the sum of what all pieces contribute.',
        zh: '某个梯度不等于所有分块贡献之和。',
      },
    },
    ({ sample, hidden }) => {
      sample('two-devices', { title: { en: 'six rows on two devices', zh: '六行，两个设备' } }, (context) =>
        expectLikeTheModule(context, 6, 2, true),
      );
      hidden(
        'other-sizes',
        { title: { en: 'other sizes, also a batch of one', zh: '其他大小，包括单个样本' } },
        (context) => {
          const { rng } = context.given;
          expectLikeTheModule(context, rng.pick([5, 7, 10, 11]), rng.integer(3, 4), true);
          expectLikeTheModule(context, 1, rng.integer(1, 2), true);
        },
      );
    },
  );

  behaviour(
    'cuts-as-chunk',
    {
      points: 1,
      title: { en: 'Cuts the batch as chunk does', zh: '按 chunk 的方式切分批次' },
      says: {
        en: 'The pieces have other sizes than torch.chunk gives, or are run in another order.',
        zh: '各块的大小与 torch.chunk 不同，或者顺序不对。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, batch: number, count: number) => {
        const { given, expect } = context;
        const model = given.module(plainLayers, { name: 'module' });
        const seen = watchFirstLayer(context, model);
        const { wrapper } = parallel(context, model, drawDevices(context, count));
        const x = given.rng.normal([batch, 3]);
        wrapper.call(x);
        const label = {
          en: `rows of the pieces, N = ${batch}, ${count} devices`,
          zh: `各块的行数，N = ${batch}，${count} 个设备`,
        };
        expect(
          seen.map(({ input }) => input.shape[0] ?? 0).sort((a, b) => b - a),
          label,
        ).toEqual(pieces(batch, count));
        const starts = pieces(batch, count).map((_, i) => i * Math.ceil(batch / count));
        for (const start of starts) {
          const row = x.at(start).tolist();
          const found = seen.some(({ input }) => JSON.stringify(input.values.at(0).tolist()) === JSON.stringify(row));
          expect(found, { en: `a piece begins with row ${start}`, zh: `有一块从第 ${start} 行开始` }).toBe(true);
        }
      };
      sample('five-on-three', { title: { en: 'five rows on three devices', zh: '五行，三个设备' } }, (context) =>
        check(context, 5, 3),
      );
      hidden(
        'fewer-pieces-than-devices',
        { title: { en: 'fewer pieces than devices', zh: '块数少于设备数' } },
        (context) => {
          check(context, 4, 3);
          check(context, context.given.rng.pick([1, 5, 6]), 4);
        },
      );
    },
  );

  behaviour(
    'runs-each-piece-on-its-device',
    {
      points: 2,
      title: { en: 'Runs each piece on its own device', zh: '每一块都在自己的设备上运行' },
      says: {
        en: 'A piece was run with a tensor that does not lie on its device.',
        zh: '某一块运行时用到了不在该设备上的张量。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, batch: number, count: number) => {
        const { given, expect } = context;
        const model = given.module(plainLayers, { name: 'module' });
        const seen = watchFirstLayer(context, model);
        const { wrapper, devices, copies } = parallel(context, model, drawDevices(context, count));
        const x = given.tensor(given.rng.normal([batch, 3]), { name: 'x' });
        wrapper.call(x);
        const lies = (t: CandidateTensor, device: number): boolean =>
          copies.some(
            (made) => made.device === device && made.shape.join() === t.shape.join() && made.copy.sharesMemoryWith(t),
          );
        const home = seen.filter(
          ({ input, weight }) => input.sharesMemoryWith(x) && weight.sharesMemoryWith(model.tensor('0.weight')),
        );
        const onFirst = { en: 'pieces run by the module itself', zh: '由模块本身运行的块数' };
        expect(home.length, onFirst).toBe(1);
        for (const [i] of pieces(batch, count).entries()) {
          if (i === 0) continue;
          const device = devices[i] ?? NaN;
          const there = seen.filter(({ input, weight }) => lies(input, device) && lies(weight, device));
          const label = { en: `pieces run on device ${device}`, zh: `在设备 ${device} 上运行的块数` };
          expect(there.length, label).toBe(1);
        }
      };
      sample('two-devices', { title: { en: 'six rows on two devices', zh: '六行，两个设备' } }, (context) =>
        check(context, 6, 2),
      );
      hidden('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        check(context, context.given.rng.integer(7, 9), 4);
      });
    },
  );

  behaviour(
    'copies-what-is-needed',
    {
      points: 2,
      title: { en: 'Copies what is needed and nothing else', zh: '只复制需要的内容' },
      says: {
        en: 'copy_to was called for other tensors or devices than the pieces, the replicas and the outputs need.',
        zh: '除了分块、副本和输出所需之外，还用 copy_to 复制了别的张量或设备，或者有遗漏。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, layers: string, batch: number, devices: readonly number[]) => {
        const { given, expect } = context;
        const model = given.module(layers, { name: 'module' });
        const state = model.state_dict();
        const { wrapper, copies } = parallel(context, model, devices);
        const before = { en: 'copies before the first forward', zh: '第一次前向之前的复制次数' };
        expect(copies.length, before).toBe(0);
        for (const round of [1, 2]) {
          copies.length = 0;
          wrapper.call(given.rng.normal([batch, 3])).tensor();
          const expected = pieces(batch, devices.length).flatMap((size, i) =>
            i === 0
              ? []
              : [
                  { device: devices[i] ?? NaN, shape: [size, 3] },
                  ...Object.values(state).map((t) => ({ device: devices[i] ?? NaN, shape: t.shape })),
                  { device: devices[0] ?? NaN, shape: [size, 2] },
                ],
          );
          const label = { en: `shapes that were copied in forward ${round}`, zh: `第 ${round} 次前向复制的形状` };
          expect(byDevice(copies), label).toEqual(byDevice(expected));
        }
      };
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        check(context, 'Linear(3, 2)', 4, [5, 1, 4]),
      );
      hidden(
        'drawn-devices',
        { title: { en: 'other devices and sizes, with buffers', zh: '其他设备和大小，带 buffer' } },
        (context) => {
          const { rng } = context.given;
          check(context, normalizedLayers, rng.pick([6, 8, 9]), drawDevices(context, 3));
          check(context, normalizedLayers, rng.integer(2, 4), drawDevices(context, 1));
        },
      );
    },
  );

  behaviour(
    'keeps-buffers-of-the-first-device',
    {
      points: 2,
      title: { en: 'Keeps what the first piece did to the buffers', zh: '只保留第一块对 buffer 的修改' },
      says: {
        en: 'After a forward, the buffers are not those that the first piece alone would leave.',
        zh: '前向之后，buffer 不等于只用第一块运行得到的值。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, batch: number, count: number, forwards: number) => {
        const { given, expect, torch } = context;
        const model = given.module(normalizedLayers, { name: 'module' });
        const twin = model.twin();
        const { wrapper } = parallel(context, model, drawDevices(context, count));
        for (let i = 0; i < forwards; i++) {
          const x = given.rng.normal([batch, 3]);
          const expected = torch.cat(
            x.chunk(count).map((piece, at) => {
              // Only the first piece may leave a trace.
              const before = Object.entries(twin.state_dict()).map(([name, t]) => [name, t.clone()] as const);
              const output = twin(piece).detach();
              if (at > 0) twin.load_state_dict(Object.fromEntries(before));
              return output;
            }),
          );
          expect(wrapper.call(x), 'forward(…)').toBeClose(expected, tolerance);
        }
        for (const [name, buffer] of twin.named_buffers())
          expect(model.tensor(name).now(), name).toBeClose(buffer, tolerance);
      };
      sample(
        'two-devices',
        { title: { en: 'batch normalisation on two devices', zh: '批量归一化，两个设备' } },
        (context) => check(context, 6, 2, 1),
      );
      hidden('more-forwards', { title: { en: 'more devices and forwards', zh: '更多设备，多次前向' } }, (context) =>
        check(context, context.given.rng.pick([9, 12]), 3, 3),
      );
    },
  );

  behaviour(
    'replicates-in-every-forward',
    {
      points: 1,
      title: { en: 'Replicates the module as it is now', zh: '每次复制的都是当前的模块' },
      says: {
        en: 'After weights or mode of the module changed, the replicas are still the old ones.',
        zh: '模块的权重或模式改变之后，副本还是旧的。',
      },
    },
    ({ sample, hidden }) => {
      sample('after-a-step', { title: { en: 'new weights', zh: '权重更新之后' } }, (context) => {
        const { given, expect } = context;
        const model = given.module(plainLayers, { name: 'module' });
        const { wrapper } = parallel(context, model, drawDevices(context, 3));
        wrapper.call(given.rng.normal([6, 3]));
        for (const { name, shape } of model.named_parameters()) model.tensor(name).setValues(given.rng.normal(shape));
        const x = given.rng.normal([6, 3]);
        expect(wrapper.call(x), 'forward(…)').toBeClose(model.twin()(x).detach(), tolerance);
      });
      hidden('evaluation-mode', { title: { en: 'in evaluation mode', zh: '评估模式' } }, (context) => {
        const { given, expect } = context;
        const model = given.module(normalizedLayers, { name: 'module' });
        const { wrapper } = parallel(context, model, drawDevices(context, 2));
        wrapper.call(given.rng.normal([6, 3]));
        model.eval();
        const twin = model.twin();
        twin.eval();
        const x = given.rng.normal([8, 3]);
        const output = expect.unchanged(() => wrapper.call(x), { model });
        expect(output, 'forward(…)').toBeClose(twin(x).detach(), tolerance);
      });
    },
  );

  behaviour(
    'takes-several-inputs-and-scalars',
    {
      points: 2,
      title: { en: 'Cuts all inputs and gathers losses as a vector', zh: '切分所有输入，把损失合成向量' },
      says: {
        en: 'With two inputs, or a module that returns a loss, the result is wrong.',
        zh: '有两个输入，或者模块返回损失时，结果不对。',
      },
    },
    ({ sample, hidden }) => {
      const losses = (context: TestContext, batch: number, count: number) => {
        const { given, expect, torch } = context;
        const model = given.module('MSELoss()', { name: 'module' });
        const { wrapper } = parallel(context, model, drawDevices(context, count));
        const [a, b] = [given.rng.normal([batch, 3]), given.rng.normal([batch, 3])];
        const each = a.chunk(count).map((piece, i) => {
          const target: Tensor = b.chunk(count)[i] ?? piece;
          return torch.nn.functional.mse_loss(piece, target);
        });
        expect(wrapper.call(a, b), `losses, N = ${batch}`).toBeClose(torch.stack(each), tolerance);
      };
      sample(
        'losses',
        { title: { en: 'a loss of five rows on three devices', zh: '损失：五行，三个设备' } },
        (context) => losses(context, 5, 3),
      );
      hidden('two-inputs', { title: { en: 'other sizes; two inputs', zh: '其他大小；两个输入' } }, (context) => {
        const { given, expect } = context;
        losses(context, 3, 1);
        losses(context, given.rng.pick([7, 11]), 4);
        const model = given.module('Bilinear(3, 4, 2)', { name: 'module' });
        const { wrapper } = parallel(context, model, drawDevices(context, 3));
        const [a, b] = [given.rng.normal([7, 3]), given.rng.normal([7, 4])];
        expect(wrapper.call(a, b), 'Bilinear').toBeClose(model.twin()(a, b).detach(), tolerance);
      });
    },
  );

  behaviour(
    'is-a-wrapper-of-one-module',
    {
      points: 1,
      title: { en: 'Holds the module, and only it, as `module`', zh: '只以 `module` 之名持有这个模块' },
      says: {
        en: 'The wrapper does not have exactly the state of its module, under the name module.',
        zh: '外层的状态不等于名为 module 的那个模块的状态。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, layers: string, forward: boolean) => {
        const { given, expect } = context;
        const model = given.module(layers, { name: 'module' });
        const { wrapper } = parallel(context, model, drawDevices(context, 3));
        if (forward) wrapper.call(given.rng.normal([6, 3]));
        const under = (names: readonly string[]): string[] => names.map((name) => `module.${name}`);
        expect(Object.keys(wrapper.state_dict()), { en: 'keys of state_dict()', zh: 'state_dict() 的键' }).toEqual(
          under(Object.keys(model.state_dict())),
        );
        expect(
          wrapper.named_parameters().map(({ name }) => name),
          { en: 'names of parameters', zh: '参数名' },
        ).toEqual(under(model.named_parameters().map(({ name }) => name)));
        expect(wrapper.field('module').isSameAs(model), {
          en: 'module is the one given',
          zh: 'module 就是传入的那个',
        }).toBe(true);
      };
      sample('new', { title: { en: 'when it is new', zh: '刚创建时' } }, (context) =>
        check(context, plainLayers, false),
      );
      hidden('after-a-forward', { title: { en: 'after a forward', zh: '前向之后' } }, (context) =>
        check(context, normalizedLayers, true),
      );
    },
  );
});
