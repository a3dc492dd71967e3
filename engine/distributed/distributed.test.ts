import { describe, expect, test } from 'vitest';
import torch, { nn, optim, type Module, type Tensor } from '#engine/index.ts';
import { outside, runRanks } from './world.ts';

const { distributed: dist, multiprocessing: mp } = torch;
const { DistributedDataParallel } = nn.parallel;

/** What every rank returned, each in a process group of `size`. */
const ranks = <R>(size: number, body: (rank: number) => R): R[] =>
  mp.spawn(
    (rank) => {
      dist.init_process_group('gloo');
      return body(rank);
    },
    [],
    size,
  );
const row = (...values: number[]): Tensor => torch.tensor(values).float();
const empty = (n: number, size = 2): Tensor[] => Array.from({ length: n }, () => torch.zeros(size));
const lists = (tensors: readonly Tensor[]): unknown[] => tensors.map((t) => t.tolist());

describe('collectives', () => {
  test.each([
    ['SUM', [6, 60]],
    ['PRODUCT', [6, 6000]],
    ['MIN', [1, 10]],
    ['MAX', [3, 30]],
  ] as const)('all_reduce with %s gives every rank the same', (op, expected) => {
    const results = ranks(3, (rank) => {
      const t = row(rank + 1, 10 * (rank + 1));
      dist.all_reduce(t, dist.ReduceOp[op]);
      return t.tolist();
    });
    expect(results).toEqual([expected, expected, expected]);
  });

  test('reduce changes the destination alone; broadcast takes the source’s', () => {
    const results = ranks(3, (rank) => {
      const [a, b] = [row(rank), row(rank)];
      dist.reduce(a, 1);
      dist.broadcast(b, { src: 2 });
      return [a.item(), b.item()];
    });
    expect(results).toEqual([
      [0, 2],
      [3, 2],
      [2, 2],
    ]);
  });

  test('all_gather, gather, scatter, reduce_scatter and all_to_all keep the order of the ranks', () => {
    const results = ranks(2, (rank) => {
      const gathered = empty(2);
      dist.all_gather(gathered, row(rank, 10 + rank));
      const one = torch.zeros(4);
      dist.all_gather_into_tensor(one, row(rank, rank + 5));
      const root = rank === 1 ? empty(2) : null;
      dist.gather(row(rank, rank), root, 1);
      const mine = torch.zeros(2);
      dist.scatter(mine, rank === 0 ? [row(1, 2), row(3, 4)] : null, 0);
      const sum = torch.zeros(2);
      dist.reduce_scatter(sum, [row(1, rank), row(2, rank)]);
      const crossed = empty(2, 1);
      dist.all_to_all(crossed, [row(rank * 10), row(rank * 10 + 1)]);
      return [lists(gathered), one.tolist(), root && lists(root), mine.tolist(), sum.tolist(), lists(crossed)];
    });
    const both = [
      [
        [0, 10],
        [1, 11],
      ],
      [0, 5, 1, 6],
    ];
    expect(results[0]).toEqual([...both, null, [1, 2], [2, 1], [[0], [10]]]);
    expect(results[1]).toEqual([
      ...both,
      [
        [0, 0],
        [1, 1],
      ],
      [3, 4],
      [4, 1],
      [[1], [11]],
    ]);
  });

  test('messages go from rank to rank around a ring', () => {
    const results = ranks(3, (rank) => {
      const [token, got] = [row(rank), row(-1)];
      const sent = dist.isend(token, (rank + 1) % 3);
      const from = dist.recv(got, (rank + 2) % 3);
      sent?.wait();
      return [got.item(), from];
    });
    expect(results).toEqual([
      [2, 2],
      [0, 0],
      [1, 1],
    ]);
  });

  test('async_op changes nothing before wait()', () => {
    const results = ranks(2, () => {
      const t = row(1);
      const work = dist.all_reduce(t, { async_op: true });
      const before = t.item();
      work?.wait();
      return [before, t.item(), work?.is_completed()];
    });
    expect(results).toEqual([
      [1, 2, true],
      [1, 2, true],
    ]);
  });

  test('groups have ranks and collectives of their own', () => {
    const results = ranks(4, (rank) => {
      const even = dist.new_group([0, 2]);
      const odd = dist.new_group([1, 3]);
      const mine = rank % 2 ? odd : even;
      const t = row(rank);
      dist.all_reduce(t, { group: mine });
      return [t.item(), dist.get_rank(mine), dist.get_rank(rank % 2 ? even : odd), dist.get_world_size(mine)];
    });
    expect(results).toEqual([
      [2, 0, -1, 2],
      [4, 0, -1, 2],
      [2, 1, -1, 2],
      [4, 1, -1, 2],
    ]);
  });

  test('objects are copied, not shared', () => {
    const results = ranks(2, (rank) => {
      const all: { rank: number }[] = [];
      const own = { rank };
      dist.all_gather_object(all, own);
      const list = [rank === 0 ? 'from zero' : null];
      dist.broadcast_object_list(list, 0);
      const out: unknown[] = [];
      dist.scatter_object_list(out, rank === 1 ? ['a', { b: 1 }] : null, 1);
      return [all, all[rank] === own, list, out];
    });
    expect(results).toEqual([
      [[{ rank: 0 }, { rank: 1 }], false, ['from zero'], ['a']],
      [[{ rank: 0 }, { rank: 1 }], false, ['from zero'], [{ b: 1 }]],
    ]);
  });

  test('messages are counted once, by their receiver, also within a group', () => {
    const results = ranks(3, (rank) => {
      const pair = dist.new_group([1, 2]);
      if (rank === 0) {
        dist.send(torch.ones(2), 2);
        dist.isend(torch.ones(2), 1)?.wait();
      } else dist.recv(torch.zeros(2), 0);
      if (rank === 2) dist.send(torch.ones(1), 1, pair);
      if (rank === 1) dist.recv(torch.zeros(1), 2, pair);
      dist.barrier();
      return dist.traffic().messages;
    });
    expect(results).toEqual([{ 1: 1, 2: 1 }, {}, { 1: 1 }]);
  });

  test('bytes sent are those of the ring: 2(N−1)/N of the data for all_reduce', () => {
    for (const size of [2, 4]) {
      const results = ranks(size, () => {
        dist.all_reduce(torch.zeros(1000));
        return dist.traffic();
      });
      expect(results).toEqual(
        Array.from({ length: size }, () => ({
          calls: { all_reduce: 1 },
          bytes_sent: (2 * (size - 1) * 4000) / size,
          messages: {},
        })),
      );
    }
    const uneven = ranks(3, () => {
      dist.all_reduce(torch.zeros(100));
      return dist.traffic().bytes_sent;
    });
    expect(uneven.reduce((a, b) => a + b)).toBe(2 * 2 * 400);
  });
});

describe('what goes wrong is said, and ends all ranks', () => {
  test('different collectives', () => {
    expect(() => ranks(2, (rank) => (rank === 0 ? dist.all_reduce(row(1)) : dist.broadcast(row(1), 0)))).toThrow(
      /Detected mismatch between collectives.*Rank 1 is running collective: BROADCAST.*Rank 0 is running collective: ALLREDUCE/s,
    );
  });
  test('different shapes', () => {
    expect(() => ranks(2, (rank) => dist.all_reduce(torch.zeros(rank + 1)))).toThrow(
      /TensorShape=\[2\].*TensorShape=\[1\]/s,
    );
  });
  test('a rank that never comes', () => {
    expect(() => ranks(3, (rank) => rank > 0 && dist.all_reduce(row(1)))).toThrow(
      'rank 0 has returned; rank 1 waits in ALLREDUCE (sequence number 0 of default_pg) for rank 0',
    );
  });
  test('two ranks that wait for each other', () => {
    expect(() =>
      ranks(2, (rank) => {
        dist.recv(row(0), 1 - rank);
        dist.send(row(1), 1 - rank);
      }),
    ).toThrow(/rank 0 waits in SEND\/RECV .*for rank 1; rank 1 waits/);
  });
  test('an error of one rank', () => {
    const run = () =>
      ranks(2, (rank) => {
        dist.barrier();
        if (rank === 1) throw new RangeError('too much');
        dist.barrier();
      });
    expect(run).toThrow('-- Process 1 terminated with the following error:\nRangeError: too much');
    expect(run).toThrow(mp.ProcessRaisedException);
  });
  test('a handler around a collective does not hide that the rank waits', () => {
    const results = ranks(2, (rank) => {
      const t = row(rank + 1);
      try {
        dist.all_reduce(t);
      } catch {
        return 'caught';
      }
      return t.item();
    });
    expect(results).toEqual([3, 3]);
  });
  test('a rank whose second run differs from its first', () => {
    let calls = 0;
    expect(() =>
      ranks(2, () => {
        dist.all_reduce(row(calls++));
        dist.barrier();
      }),
    ).toThrow('did something else when it was run again');
  });
  test('no process group, one that is there already, a world of another size', () => {
    expect(() => dist.all_reduce(row(1))).toThrow('Default process group has not been initialized');
    expect(() => ranks(2, () => dist.init_process_group('gloo'))).toThrow('twice');
    expect(() => mp.spawn(() => dist.init_process_group('gloo', { world_size: 3, rank: 0 }), [], 2)).toThrow(
      'world_size is 3, but 2 ranks were started',
    );
    expect(() => dist.init_process_group('gloo', { world_size: 2, rank: 0 })).toThrow('this program is alone');
  });
  test('AVG is for NCCL alone, as in PyTorch', () => {
    expect(() => ranks(2, () => dist.all_reduce(row(1), 'AVG'))).toThrow('Cannot use ReduceOp.AVG with Gloo');
  });
});

describe('ranks', () => {
  test('have the same random numbers as the caller, copies of the arguments, and leave the caller’s as they were', () => {
    torch.manual_seed(7);
    const [given, before] = [torch.zeros(2), torch.get_rng_state()];
    const results = mp.spawn(
      (rank, t) => {
        dist.init_process_group('gloo');
        t.add_(rank + 1);
        dist.barrier();
        return [t.tolist(), torch.rand(1).item()];
      },
      [given] as const,
      2,
    );
    expect(given.tolist()).toEqual([0, 0]);
    expect(torch.get_rng_state().equal(before)).toBe(true);
    const first = torch.rand(1).item();
    expect(results).toEqual([
      [[1, 1], first],
      [[2, 2], first],
    ]);
  });
  test('what they ask of the world outside is asked once, whatever is run again', () => {
    const asked: string[] = [];
    const results = runRanks(
      (rank) => {
        dist.init_process_group('gloo');
        const values = [1, 2, 3].map((step) => {
          dist.barrier();
          return outside(() => asked.push(`rank ${rank} step ${step}`));
        });
        return values.length;
      },
      2,
      [],
    );
    expect(results.map((r) => r.value)).toEqual([3, 3]);
    expect(asked.toSorted()).toEqual([1, 2].flatMap((n) => [1, 2, 3].map((step) => `rank ${n - 1} step ${step}`)));
  });
  test('a program that is no rank is a world of one', () => {
    dist.init_process_group('gloo');
    const t = row(3);
    dist.all_reduce(t);
    expect([t.item(), dist.get_rank(), dist.get_world_size(), dist.traffic().bytes_sent]).toEqual([3, 0, 1, 0]);
    dist.destroy_process_group();
    expect(dist.is_initialized()).toBe(false);
  });
});

/** Trains on the whole batch in one process, and on quarters of it on four ranks: the parameters must be the same. */
function together(
  make: () => Module,
  batches: readonly (readonly [Tensor, Tensor])[],
  steps: (m: Module) => { zero_grad(): void; step(): unknown },
): number {
  const single = make();
  const optimizer = steps(single);
  for (const [x, y] of batches) {
    optimizer.zero_grad();
    nn.functional.cross_entropy(single(x), y).backward();
    optimizer.step();
  }
  const states = ranks(4, (rank) => {
    const model = new DistributedDataParallel(nn.SyncBatchNorm.convert_sync_batchnorm(make()));
    const own = steps(model);
    for (const [x, y] of batches) {
      own.zero_grad();
      const part = `${4 * rank}:${4 * rank + 4}`;
      nn.functional.cross_entropy(model(x.at(part)) as Tensor, y.at(part)).backward();
      own.step();
    }
    return Object.values(model.module.state_dict()).map((t) => t.clone());
  });
  const errors = states.flatMap((state) =>
    Object.values(single.state_dict()).map((t, i) =>
      Number(
        t
          .sub(state[i] ?? Number.NaN)
          .abs()
          .max()
          .item(),
      ),
    ),
  );
  return Math.max(...errors);
}
const data = (shape: readonly number[]): [Tensor, Tensor][] => {
  torch.manual_seed(1);
  return Array.from({ length: 10 }, () => [torch.randn(16, ...shape), torch.randint(0, 3, [16])]);
};

describe('DistributedDataParallel', () => {
  test('over four ranks equals one process on the whole batch: an MLP, ten steps of Adam', () => {
    const make = () => {
      torch.manual_seed(0);
      return new nn.Sequential(new nn.Linear(6, 16), new nn.Tanh(), new nn.Linear(16, 3));
    };
    expect(together(make, data([6]), (m) => new optim.Adam(m.parameters(), { lr: 1e-3 }))).toBeLessThan(1e-6);
  });
  test('… and a CNN with SyncBatchNorm, ten steps of SGD with momentum', () => {
    const make = () => {
      torch.manual_seed(0);
      return new nn.Sequential(
        new nn.Conv2d(1, 4, 3),
        new nn.BatchNorm2d(4),
        new nn.ReLU(),
        new nn.Flatten(),
        new nn.Linear(4 * 16, 3),
      );
    };
    expect(
      together(make, data([1, 6, 6]), (m) => new optim.SGD(m.parameters(), { lr: 0.05, momentum: 0.9 })),
    ).toBeLessThan(1e-6);
  });

  const small = () => {
    torch.manual_seed(3);
    return new nn.Linear(2, 1);
  };
  test('parameters start as rank 0’s, state_dict names them under module.', () => {
    const results = ranks(2, (rank) => {
      const model = small();
      torch.no_grad(() => model.weight.fill_(rank));
      const wrapped = new DistributedDataParallel(model);
      return [model.weight.tolist(), Object.keys(wrapped.state_dict())];
    });
    expect(results).toEqual([0, 1].map(() => [[[0, 0]], ['module.weight', 'module.bias']]));
  });
  test('one all_reduce a backward, and none under no_sync, whose gradients are averaged with the next', () => {
    const results = ranks(2, (rank) => {
      const model = new DistributedDataParallel(small());
      const step = (k: number) => (model(row(rank + k, 0).reshape(1, 2)) as Tensor).sum().backward();
      const before = dist.traffic().calls['all_reduce'] ?? 0;
      model.no_sync(() => step(1));
      const local = model.module.weight.grad?.tolist();
      const during = dist.traffic().calls['all_reduce'] ?? 0;
      step(2);
      return [before, during, dist.traffic().calls['all_reduce'], local, model.module.weight.grad?.tolist()];
    });
    // Rank 0 adds up 1 + 2, rank 1 adds up 2 + 3: the mean is 4.
    expect(results).toEqual([
      [0, 0, 1, [[1, 0]], [[4, 0]]],
      [0, 0, 1, [[2, 0]], [[4, 0]]],
    ]);
  });
  test('small buckets take several all_reduces, in reverse order of the parameters', () => {
    const [result] = ranks(2, () => {
      const model = new DistributedDataParallel(new nn.Sequential(new nn.Linear(4, 4), new nn.Linear(4, 4)), {
        bucket_cap_mb: 1e-6,
      });
      (model(torch.ones(1, 4)) as Tensor).sum().backward();
      return dist.traffic().calls['all_reduce'];
    });
    expect(result).toBe(4);
  });
  class Half extends nn.Module {
    used = new nn.Linear(2, 1);
    spare = new nn.Linear(2, 1);
    forward(x: Tensor): Tensor {
      return this.used(x);
    }
  }
  test('a parameter without gradient is an error in the next forward, unless it is looked for', () => {
    const train = (find_unused_parameters: boolean) =>
      ranks(2, () => {
        const model = new DistributedDataParallel(new Half(), { find_unused_parameters });
        for (let i = 0; i < 2; i++) (model(torch.ones(1, 2)) as Tensor).sum().backward();
        return [model.module.spare.weight.grad, model.module.used.weight.grad?.tolist()];
      });
    expect(() => train(false)).toThrow(/did not receive grad for rank 0: 2 3/);
    expect(train(true)[1]).toEqual([null, [[2, 2]]]);
  });
  test('models that differ, and models without parameters, are refused', () => {
    expect(() => ranks(2, (rank) => new DistributedDataParallel(new nn.Linear(2, rank + 1)))).toThrow(
      '[1]: params[0] in this process with sizes [2, 2] appears not to match sizes of the same param in process 0.',
    );
    expect(() => ranks(2, () => new DistributedDataParallel(new nn.ReLU()))).toThrow('is not needed');
  });
});

describe('DataParallel', () => {
  test('gives what the module gives, with the same gradients; only the first replica’s buffers stay', () => {
    torch.manual_seed(0);
    const make = () => new nn.Sequential(new nn.Linear(3, 4), new nn.ReLU(), new nn.Linear(4, 2));
    const [plain, wrapped] = [make(), make()];
    wrapped.load_state_dict(plain.state_dict());
    const parallel = new nn.DataParallel(wrapped, { device_ids: [0, 1, 2] });
    const x = torch.randn(7, 3);
    const seen: number[] = [];
    const [a, b] = [plain(x) as Tensor, parallel(x) as Tensor];
    expect(torch.allclose(a, b, { atol: 1e-6 })).toBe(true);
    a.square().sum().backward();
    b.square().sum().backward();
    for (const [i, p] of [...plain.parameters()].entries()) {
      const q = [...wrapped.parameters()][i]?.grad;
      expect(p.grad && q && torch.allclose(p.grad, q, { atol: 1e-5 })).toBe(true);
    }
    class Batch extends nn.Module {
      constructor() {
        super();
        this.register_buffer('size', torch.zeros(1));
      }
      declare size: Tensor;
      forward(t: Tensor): Tensor {
        seen.push(t.shape[0] ?? 0);
        this.size.fill_(t.shape[0] ?? 0);
        return t.sum();
      }
    }
    const batch = new Batch();
    expect((new nn.DataParallel(batch, [0, 1, 2])(x) as Tensor).shape).toEqual([3]);
    expect([seen, batch.size.item()]).toEqual([[3, 3, 1], 3]);
  });
  test('an error names its replica', () => {
    expect(() => new nn.DataParallel(new nn.Linear(2, 2), [0, 1])(torch.ones(4, 3))).toThrow('in replica 0');
  });
});

describe('ZeroRedundancyOptimizer', () => {
  test('steps as the whole optimizer does, keeps a share of its state, and gathers it on request', () => {
    const make = () => {
      torch.manual_seed(0);
      return new nn.Sequential(new nn.Linear(4, 8), new nn.Tanh(), new nn.Linear(8, 2));
    };
    const x = torch.ones(2, 4);
    const whole = make();
    const adam = new optim.Adam(whole.parameters(), { lr: 0.01 });
    for (let i = 0; i < 3; i++) {
      adam.zero_grad();
      (whole(x) as Tensor).square().sum().backward();
      adam.step();
    }
    const results = ranks(2, (rank) => {
      const model = make();
      const zero = new dist.optim.ZeroRedundancyOptimizer(model.parameters(), {
        optimizer_class: optim.Adam,
        lr: 0.01,
      });
      for (let i = 0; i < 3; i++) {
        zero.zero_grad();
        (model(x) as Tensor).square().sum().backward();
        zero.step();
      }
      zero.consolidate_state_dict(0);
      return {
        weights: Object.values(model.state_dict()).map((t) => t.clone()),
        held: zero.optim.state.size,
        state: rank === 0 ? Object.keys(zero.state_dict().state) : null,
      };
    });
    for (const { weights } of results)
      Object.values(whole.state_dict()).forEach((t, i) => expect(t.equal(weights[i] ?? t.neg())).toBe(true));
    expect(results.map((r) => r.held).reduce((a, b) => a + b)).toBe(4);
    expect(results[0]?.state).toEqual(['0', '1', '2', '3']);
    expect(() =>
      ranks(2, () =>
        new dist.optim.ZeroRedundancyOptimizer(make().parameters(), { optimizer_class: optim.SGD, lr: 1 }).state_dict(),
      ),
    ).toThrow('has not been consolidated');
  });
});
