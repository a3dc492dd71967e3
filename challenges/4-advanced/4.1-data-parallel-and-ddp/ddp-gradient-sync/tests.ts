import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, Meter, State, TestContext } from '#challenges/authoring.ts';
import type { Module, Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

type Batch = readonly [x: Tensor, y: Tensor];

interface Setup {
  readonly ranks: number;
  /** Samples by step, the same on every rank, or by rank and step. */
  readonly sizes: readonly number[] | readonly (readonly number[])[];
  readonly layers?: string;
  /** Every rank built the same weights; otherwise each its own. */
  readonly alike?: boolean;
  /** Gradients that are there before the call. */
  readonly stale?: boolean;
  readonly frozen?: readonly string[];
  readonly lr?: number;
}

interface Trained {
  /** What came back from each rank. */
  readonly models: readonly CandidateModule[];
  /** Copies of what rank 0 built, one for each rank. */
  readonly twins: readonly Module[];
  readonly batches: readonly (readonly Batch[])[];
  readonly lr: number;
  readonly meter: Meter;
}

const plainLayers = 'Sequential(Linear(3, 4), Tanh(), Linear(4, 2))';
const normalizedLayers = 'Sequential(BatchNorm1d(3), Linear(3, 4), Tanh(), Linear(4, 2))';

function run(
  { candidate, given }: TestContext,
  models: readonly CandidateModule[],
  batches: readonly (readonly Batch[])[],
  lr: number,
): Trained {
  const twins = models.map((model) => model.twin());
  const [first] = twins;
  for (const twin of twins) if (first) twin.load_state_dict(first.state_dict());
  const sent = batches.map((list, rank) =>
    list.map(([x, y], step) => [
      given.tensor(x, { name: `x of rank ${rank}, step ${step}` }),
      given.tensor(y, { name: `y of rank ${rank}, step ${step}` }),
    ]),
  );
  let results: readonly CandidateModule[] = [];
  const meter = given.meter(() => {
    const job = { models: [...models], batches: sent, lr };
    results = given
      .call('multiprocessing.spawn', candidate.get('train_rank'), [models.length, job], models.length)
      .array()
      .map((result) => result.module());
  });
  return { models: results, twins, batches, lr, meter };
}

function train(context: TestContext, setup: Setup): Trained {
  const { given } = context;
  const { ranks, layers = plainLayers, lr = 0.2 } = setup;
  const sizes = Array.from({ length: ranks }, (_, rank) =>
    setup.sizes.map((entry) => (typeof entry === 'number' ? entry : (entry[rank] ?? 1))),
  );
  const batches = sizes.map((list) => list.map((n) => [given.rng.normal([n, 3]), given.rng.normal([n, 2])] as const));
  const models: CandidateModule[] = [];
  for (let rank = 0; rank < ranks; rank++) {
    const model = given.module(layers, {
      name: `models[${rank}]`,
      ...(setup.alike && models[0] && { state: parametersOf(models[0]) }),
    });
    for (const name of setup.frozen ?? []) model.tensor(name).method('requires_grad_', false);
    if (setup.stale)
      for (const { name, shape } of model.named_parameters()) model.tensor(name).setGrad(given.rng.normal(shape));
    models.push(model);
  }
  return run(context, models, batches, lr);
}

/** Without the buffers, which differ between the ranks. */
const parametersOf = (model: CandidateModule): State =>
  only(
    model.state_dict(),
    model.named_parameters().map(({ name }) => name),
  );

interface Reference {
  /** By rank. */
  readonly states: readonly State[];
  readonly gradient: State;
}

/** The ranks one after the other, on this side. */
function reference({ torch }: TestContext, { twins, batches, lr }: Trained, frozen: readonly string[] = []): Reference {
  const gradient: Record<string, Tensor> = {};
  const steps = batches[0]?.length ?? 0;
  for (let step = 0; step < steps; step++) {
    const buffers = Object.fromEntries([...(twins[0]?.named_buffers() ?? [])].map(([name, b]) => [name, b.clone()]));
    for (const [rank, twin] of twins.entries()) {
      for (const [name, buffer] of twin.named_buffers()) buffer.copy_(buffers[name] ?? buffer);
      const [x, y] = batches[rank]?.[step] ?? [];
      if (!x || !y) continue;
      twin.zero_grad();
      torch.nn.functional.mse_loss(twin(x), y).backward();
    }
    torch.no_grad(() => {
      for (const name of [...(twins[0]?.named_parameters() ?? [])].map(([n]) => n)) {
        if (frozen.includes(name)) continue;
        const of = twins.flatMap((twin) => new Map(twin.named_parameters()).get(name) ?? []);
        const mean = torch.stack(of.flatMap((p) => p.grad ?? [])).mean(0);
        gradient[name] = mean;
        for (const p of of) p.sub_(mean.mul(lr));
      }
    });
  }
  const states = twins.map((twin) =>
    Object.fromEntries(Object.entries(twin.state_dict()).map(([name, t]) => [name, t.detach()])),
  );
  return { states, gradient };
}

const ofRank = (what: string, rank: number) => ({ en: `${what} on rank ${rank}`, zh: `rank ${rank} 的 ${what}` });
const named = (model: Module | undefined) => [...(model?.named_parameters() ?? [])].map(([name]) => name);
const only = (state: State | undefined, names: readonly string[]): State =>
  Object.fromEntries(Object.entries(state ?? {}).filter(([name]) => names.includes(name)));

function expectParameters(context: TestContext, trained: Trained, frozen: readonly string[] = []): void {
  const { states } = reference(context, trained, frozen);
  const names = named(trained.twins[0]);
  for (const [rank, model] of trained.models.entries())
    context
      .expect(only(model.state_dict(), names), ofRank('parameters', rank))
      .toBeClose(only(states[rank], names), tolerance);
}

function expectGradients(context: TestContext, trained: Trained): void {
  const { gradient } = reference(context, trained);
  for (const [rank, model] of trained.models.entries())
    for (const [name, grad] of Object.entries(model.grads())) {
      context.expect(grad, ofRank(`${name}.grad`, rank)).notToBeNull();
      context.expect(grad, ofRank(`${name}.grad`, rank)).toBeClose(gradient[name] ?? NaN, tolerance);
    }
}

function expectBuffers(context: TestContext, trained: Trained): void {
  const { states } = reference(context, trained);
  const names = [...(trained.twins[0]?.named_buffers() ?? [])].map(([name]) => name);
  for (const [rank, model] of trained.models.entries())
    context
      .expect(only(model.state_dict(), names), ofRank('buffers', rank))
      .toBeClose(only(states[rank], names), tolerance);
}

/** One model on this side, trained on the batches of all ranks joined. */
function expectBigBatch(context: TestContext, trained: Trained): void {
  const { torch, expect } = context;
  const [model] = trained.twins;
  if (!model) return;
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: trained.lr });
  for (const step of trained.batches[0]?.keys() ?? []) {
    const parts = trained.batches.flatMap((list) => {
      const batch = list[step];
      return batch ? [batch] : [];
    });
    optimizer.zero_grad();
    torch.nn.functional
      .mse_loss(model(torch.cat(parts.map(([x]) => x))), torch.cat(parts.map(([, y]) => y)))
      .backward();
    optimizer.step();
  }
  const expected = Object.fromEntries(Object.entries(model.state_dict()).map(([name, t]) => [name, t.detach()]));
  for (const [rank, own] of trained.models.entries())
    expect(own.state_dict(), ofRank('state_dict()', rank)).toBeClose(expected, tolerance);
}

/** What N ranks send for a tensor: a chain of N − 1 for a broadcast, 2(N − 1) pieces of it in a ring for an all_reduce. */
function bytes({ twins, batches }: Trained, frozen: readonly string[]): { broadcast: number; all_reduce: number } {
  const steps = batches[0]?.length ?? 0;
  const size = (t: Tensor): number => t.numel() * t.dtype.itemsize;
  let [parameters, gradients, buffers] = [0, 0, 0];
  for (const [name, p] of twins[0]?.named_parameters() ?? []) {
    parameters += size(p);
    if (!frozen.includes(name)) gradients += size(p);
  }
  for (const [, b] of twins[0]?.named_buffers() ?? []) buffers += size(b);
  const hops = twins.length - 1;
  return { broadcast: hops * (parameters + (steps + 1) * buffers), all_reduce: 2 * hops * steps * gradients };
}

export default tests(({ behaviour }) => {
  behaviour(
    'equals-one-big-batch',
    {
      points: 3,
      title: { en: 'Trains as one process on the whole batch', zh: '与单进程用整批数据训练一致' },
      says: {
        en: 'With batches of equal size, the weights are not those of one process that trains on all of them together.',
        zh: '各 rank 批次大小相同时，得到的权重与单进程把它们合成一批来训练不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('two-ranks', { title: { en: 'two ranks, two steps', zh: '两个 rank，两步' } }, (context) =>
        expectBigBatch(context, train(context, { ranks: 2, sizes: [3, 3], alike: true })),
      );
      hidden('more-ranks', { title: { en: 'three or four ranks', zh: '三到四个 rank' } }, (context) => {
        const { rng } = context.given;
        const ranks = rng.integer(3, 4);
        const sizes = [rng.integer(1, 4), rng.integer(1, 4), rng.integer(1, 4)];
        expectBigBatch(context, train(context, { ranks, sizes, alike: true }));
      });
      hidden('a-world-of-one', { title: { en: 'a single rank', zh: '只有一个 rank' } }, (context) =>
        expectBigBatch(context, train(context, { ranks: 1, sizes: [4, 2, 3] })),
      );
    },
  );

  behaviour(
    'averages-the-gradient',
    {
      points: 2,
      title: { en: 'Steps with the mean of the gradients', zh: '用梯度的平均值更新' },
      says: {
        en: 'After the last step, .grad is not the mean of the gradients of the ranks.',
        zh: '最后一步之后，.grad 不等于各 rank 梯度的平均值。',
      },
    },
    ({ sample, hidden }) => {
      sample('two-ranks', { title: { en: 'two ranks', zh: '两个 rank' } }, (context) =>
        expectGradients(context, train(context, { ranks: 2, sizes: [3, 3], alike: true })),
      );
      hidden('unequal-batches', { title: { en: 'batches of unequal size', zh: '批次大小不等' } }, (context) => {
        const { rng } = context.given;
        const sizes = [
          [1, rng.integer(5, 7), 3],
          [rng.integer(4, 6), 2, 1],
        ];
        const trained = train(context, { ranks: 3, sizes, alike: true });
        expectGradients(context, trained);
      });
      hidden(
        'gradients-from-before',
        { title: { en: 'gradients left from before the call', zh: '调用之前遗留的梯度' } },
        (context) => expectGradients(context, train(context, { ranks: 2, sizes: [2, 3], alike: true, stale: true })),
      );
    },
  );

  behaviour(
    'starts-from-rank-zero',
    {
      points: 2,
      title: { en: 'Starts all ranks from the weights of rank 0', zh: '所有 rank 从 rank 0 的权重出发' },
      says: {
        en: 'The ranks built different weights, and not all of them train from those of rank 0.',
        zh: '各 rank 构建的权重不同，而它们没有都从 rank 0 的权重开始训练。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { given, torch } = context;
        const models = [2, 5].map((w, rank) =>
          given.module('Linear(1, 1, bias=False)', {
            name: `models[${rank}]`,
            state: { weight: torch.tensor([[w]]).float() },
          }),
        );
        const column = (value: number): Tensor => torch.tensor([[value]]).float();
        const batches = [[[column(1), column(0)] as const], [[column(2), column(1)] as const]];
        const trained = run(context, models, batches, 0.1);
        for (const [rank, model] of trained.models.entries())
          context
            .expect(model.state_dict(), ofRank('state_dict()', rank))
            .toBeClose({ weight: column(1.2) }, tolerance);
      });
      hidden('drawn-weights', { title: { en: 'other sizes and weights', zh: '其他大小和权重' } }, (context) =>
        expectParameters(context, train(context, { ranks: context.given.rng.integer(2, 4), sizes: [3, 2] })),
      );
    },
  );

  behaviour(
    'shares-the-buffers',
    {
      points: 2,
      title: {
        en: 'Gives all ranks the buffers of rank 0 before each forward',
        zh: '每次前向之前让所有 rank 使用 rank 0 的 buffer',
      },
      says: {
        en: 'The buffers of a rank are not those of rank 0 before the last forward, moved on by its own last batch.',
        zh: '某个 rank 的 buffer 不等于最后一次前向之前 rank 0 的 buffer 再经过它自己最后一批数据更新后的值。',
      },
    },
    ({ sample, hidden }) => {
      sample('one-step', { title: { en: 'batch normalisation, one step', zh: '批量归一化，一步' } }, (context) =>
        expectBuffers(context, train(context, { ranks: 2, sizes: [4], layers: normalizedLayers })),
      );
      hidden('more-steps', { title: { en: 'more ranks and steps', zh: '更多 rank 和步数' } }, (context) => {
        const { rng } = context.given;
        const sizes = [rng.integer(3, 5), rng.integer(3, 5), 4];
        const trained = train(context, { ranks: rng.integer(2, 3), sizes, layers: normalizedLayers, alike: true });
        expectBuffers(context, trained);
      });
    },
  );

  behaviour(
    'leaves-frozen-parameters-alone',
    {
      points: 1,
      title: { en: 'Leaves frozen parameters alone', zh: '不动冻结的参数' },
      says: {
        en: 'A frozen parameter must be that of rank 0 and have no gradient; the others train as always.',
        zh: '冻结的参数应等于 rank 0 的值，并且没有梯度；其余参数照常训练。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, ranks: number, frozen: readonly string[]) => {
        const trained = train(context, { ranks, sizes: [3, 2], frozen });
        for (const [rank, model] of trained.models.entries())
          for (const name of frozen)
            context.expect(model.grads()[name] ?? null, ofRank(`${name}.grad`, rank)).toBeNull();
        expectParameters(context, trained, frozen);
      };
      sample('first-layer', { title: { en: 'the first layer is frozen', zh: '冻结第一层' } }, (context) =>
        check(context, 2, ['0.weight', '0.bias']),
      );
      hidden('one-in-between', { title: { en: 'one in between', zh: '冻结中间的某一个' } }, (context) =>
        check(context, 3, [context.given.rng.pick(['0.bias', '2.weight'])]),
      );
    },
  );

  behaviour(
    'talks-once-a-step',
    {
      points: 2,
      title: { en: 'Sends all gradients in one all_reduce a step', zh: '每步用一次 all_reduce 发送全部梯度' },
      says: {
        en: 'The ranks talk more often, by other means, or about more than they need to.',
        zh: 'rank 之间的通信次数过多、方式不对，或者发送了不必要的内容。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setup: Setup) => {
        const trained = train(context, setup);
        const { ranks, sizes, frozen = [] } = setup;
        const { meter } = trained;
        const others = Object.keys(meter.collectives).filter((name) => name !== 'all_reduce' && name !== 'broadcast');
        const elsewhere = {
          en: 'collectives besides all_reduce and broadcast',
          zh: 'all_reduce 和 broadcast 以外的集合通信',
        };
        context.expect(others, elsewhere).toEqual([]);
        const all_reduce = ranks * sizes.length;
        const most = bytes(trained, frozen);
        context.expect(meter).toStayWithin({
          'collectives.all_reduce': { atLeast: all_reduce, atMost: all_reduce },
          collectiveBytes: { atLeast: most.all_reduce, atMost: most.all_reduce + most.broadcast },
        });
      };
      sample('two-steps', { title: { en: 'two ranks, two steps', zh: '两个 rank，两步' } }, (context) =>
        check(context, { ranks: 2, sizes: [2, 2] }),
      );
      hidden('more-steps', { title: { en: 'three ranks, more steps', zh: '三个 rank，更多步' } }, (context) =>
        check(context, { ranks: 3, sizes: Array.from({ length: context.given.rng.integer(3, 4) }, () => 2) }),
      );
      hidden(
        'buffers-and-frozen-ones',
        { title: { en: 'with buffers and a frozen layer', zh: '带 buffer 和冻结的层' } },
        (context) =>
          check(context, { ranks: 2, sizes: [3, 3], layers: normalizedLayers, frozen: ['0.weight', '0.bias'] }),
      );
    },
  );
});
