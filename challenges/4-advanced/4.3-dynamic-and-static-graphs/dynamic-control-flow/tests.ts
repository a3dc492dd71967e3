import { tests } from '#challenges/authoring.ts';
import type { Argument, CandidateModule, State, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

type Tree = number | readonly [Tree] | readonly [Tree, Tree];
interface Sizes {
  readonly vocab: number;
  readonly dim: number;
  readonly classes: number;
}
const layers = ['unary', 'binary', 'settle', 'head'] as const;
/** No root is settled. */
const never = 1000;
const stepsMax = 10;

const drawSizes = ({ given: { rng } }: TestContext): Sizes => ({
  vocab: rng.integer(6, 8),
  dim: rng.integer(3, 5),
  classes: rng.integer(2, 4),
});

/** Weights under which states neither vanish nor saturate, in any depth. */
function drawState({ given: { rng } }: TestContext, { vocab, dim, classes }: Sizes): State {
  const layer = (to: number, from: number) => rng.normal([to, from]).div(Math.sqrt(from));
  return {
    'embed.weight': rng.normal([vocab, dim]),
    'unary.weight': layer(dim, dim),
    'unary.bias': rng.normal([dim]).mul(0.3),
    'binary.weight': layer(dim, 2 * dim),
    'binary.bias': rng.normal([dim]).mul(0.3),
    'settle.weight': layer(dim, dim),
    'settle.bias': rng.normal([dim]).mul(0.3),
    'head.weight': layer(classes, dim),
    'head.bias': rng.normal([classes]),
  };
}

function build({ candidate }: TestContext, sizes: Sizes, state: State, limit: number): CandidateModule {
  const model = candidate.construct('TreeNet', sizes.vocab, sizes.dim, sizes.classes, limit).module();
  model.load_state_dict(state);
  return model;
}

function part(state: State, name: string): Tensor {
  const tensor = state[name];
  if (!tensor) throw new Error(`no ${name}`);
  return tensor;
}

const linear = (state: State, layer: (typeof layers)[number], x: Tensor): Tensor =>
  part(state, `${layer}.weight`)
    .matmul(x)
    .add(part(state, `${layer}.bias`));

function encode(context: TestContext, state: State, tree: Tree): Tensor {
  if (typeof tree === 'number') return part(state, 'embed.weight').select(0, tree);
  const states = tree.map((child) => encode(context, state, child));
  return linear(state, states.length === 1 ? 'unary' : 'binary', context.torch.cat(states)).tanh();
}

function settled(state: State, root: Tensor, limit: number): { readonly h: Tensor; readonly steps: number } {
  let [h, steps] = [root, 0];
  while (steps < stepsMax && h.norm().item() > limit) {
    h = linear(state, 'settle', h).tanh();
    steps += 1;
  }
  return { h, steps };
}

function logits(context: TestContext, state: State, trees: readonly Tree[], limit: number): Tensor {
  const rows = trees.map((tree) => linear(state, 'head', settled(state, encode(context, state, tree), limit).h));
  return context.torch.stack(rows);
}

const double = (state: State): State =>
  Object.fromEntries(Object.entries(state).map(([name, t]) => [name, t.double()]));

/** Rounded once. */
const expected = (context: TestContext, state: State, trees: readonly Tree[], limit: number): Tensor =>
  logits(context, double(state), trees, limit).float();

function reference(
  context: TestContext,
  state: State,
  calls: readonly { readonly trees: readonly Tree[]; readonly upstream: Tensor }[],
  limit: number,
): { readonly [name: string]: Tensor | null } {
  const tracked: State = Object.fromEntries(
    Object.entries(double(state)).map(([name, t]) => [name, t.requires_grad_(true)]),
  );
  for (const { trees, upstream } of calls) logits(context, tracked, trees, limit).backward(upstream.double());
  return Object.fromEntries(Object.entries(tracked).map(([name, t]) => [name, t.grad?.float() ?? null]));
}

/** Every parameter: none where there must be none, else the value. */
function expectGradients(
  { expect }: TestContext,
  model: CandidateModule,
  wanted: { readonly [name: string]: Tensor | null },
  only: (name: string) => boolean = () => true,
): void {
  const actual = model.grads();
  for (const [name, gradient] of Object.entries(wanted)) {
    if (!only(name)) continue;
    const label = `${name}.grad`;
    if (gradient === null) expect(actual[name] ?? null, label).toBeNull();
    else {
      expect(actual[name] ?? null, label).notToBeNull();
      expect(actual[name] ?? null, label).toBeClose(gradient, tolerance);
    }
  }
}

const plain = (tree: Tree): Argument => (typeof tree === 'number' ? tree : tree.map(plain));

/** A tree whose shape is drawn, of this many levels at least once. */
function drawTree(context: TestContext, vocab: number, levels: number): Tree {
  const { rng } = context.given;
  if (levels === 0) return rng.integer(0, vocab - 1);
  const deep = drawTree(context, vocab, levels - 1);
  if (rng.number() < 0.3) return [deep];
  const other = drawTree(context, vocab, rng.integer(0, Math.min(2, levels - 1)));
  return rng.pick([true, false]) ? [deep, other] : [other, deep];
}

/** Has every kind of node, both orders and nesting, whatever is drawn. */
const assorted = (context: TestContext, vocab: number): Tree[] => {
  const token = () => context.given.rng.integer(0, vocab - 1);
  return [[[token()], [token(), [token()]]], [[[token(), token()], token()]], drawTree(context, vocab, 4)];
};

const nodes = (tree: Tree): number =>
  typeof tree === 'number' ? 1 : tree.reduce<number>((sum, child) => sum + nodes(child), 1);

/**
 * Roots whose norms halve at least with each step, from starts far apart, and a limit in the widest gap of all norms near 0.2: rounding
 * cannot change how often a root is settled, and the rows differ in it.
 */
function settling(context: TestContext): { sizes: Sizes; state: State; trees: Tree[]; limit: number; steps: number[] } {
  const { given, torch } = context;
  const sizes = { ...drawSizes(context), vocab: 6 };
  const { dim } = sizes;
  const turned = given.rng.shuffled([...Array(dim).keys()]);
  const directions = given.rng.normal([6, dim]);
  const lengths = given.rng.shuffled([0.05, 0.4, 0.9, 2, 5, 9]);
  const state: State = {
    ...drawState(context, sizes),
    'embed.weight': directions.div(directions.norm(2, 1, true)).mul(
      torch
        .tensor([...lengths])
        .float()
        .unsqueeze(1),
    ),
    'settle.weight': torch
      .eye(dim)
      .index_select(0, torch.tensor([...turned]))
      .mul(0.5),
    'settle.bias': torch.zeros([dim]),
  };
  // Below its root is one that would be settled if it were a root.
  const long = lengths.flatMap((length, token) => (length > 0.28 ? [token] : []));
  const trees: Tree[] = [...given.rng.shuffled<Tree>([0, 1, 2, 3, 4, 5, [given.rng.pick(long)]])];
  const found: number[] = [];
  for (const tree of trees) {
    let h = encode(context, double(state), tree);
    for (let step = 0; step <= stepsMax; step++) {
      found.push(h.norm().item());
      h = linear(double(state), 'settle', h).tanh();
    }
  }
  const near = [0.14, ...found.filter((norm) => norm > 0.14 && norm < 0.28).sort((a, b) => a - b), 0.28];
  let [limit, gap] = [0.2, 1];
  for (const [i, norm] of near.entries()) {
    const before = near[i - 1] ?? norm;
    if (norm / before > gap) [limit, gap] = [Math.sqrt(norm * before), norm / before];
  }
  const steps = trees.map((tree) => settled(double(state), encode(context, double(state), tree), limit).steps);
  if (gap < 1.03 || new Set(steps).size < 3) throw new Error('no limit is safe');
  return { sizes, state, trees, limit, steps };
}

export default tests(({ behaviour }) => {
  behaviour(
    'registers-its-layers',
    {
      points: 1,
      title: { en: 'Registers its five layers', zh: '注册五个层' },
      says: {
        en: 'The parameters are not exactly those of embed, unary, binary, settle and head.',
        zh: '参数不是恰好由 embed、unary、binary、settle、head 这五层组成。',
      },
    },
    ({ sample, hidden }) => {
      const check = ({ candidate, expect }: TestContext, { vocab, dim, classes }: Sizes) => {
        const model = candidate.construct('TreeNet', vocab, dim, classes, 1).module();
        const shapes: { [name: string]: readonly number[] } = {
          'binary.bias': [dim],
          'binary.weight': [dim, 2 * dim],
          'embed.weight': [vocab, dim],
          'head.bias': [classes],
          'head.weight': [classes, dim],
          'settle.bias': [dim],
          'settle.weight': [dim, dim],
          'unary.bias': [dim],
          'unary.weight': [dim, dim],
        };
        const state = model.state_dict();
        const sorted = (keys: readonly string[]) => [...keys].sort();
        expect(sorted(Object.keys(state)), {
          en: 'keys of state_dict(), sorted',
          zh: 'state_dict() 的键（已排序）',
        }).toEqual(Object.keys(shapes));
        for (const [name, shape] of Object.entries(shapes)) expect(state[name] ?? null, name).toHaveShape(shape);
        expect(sorted(model.named_parameters().flatMap(({ name, requires_grad }) => (requires_grad ? [name] : []))), {
          en: 'parameters that require gradients, sorted',
          zh: '需要梯度的参数（已排序）',
        }).toEqual(Object.keys(shapes));
      };
      sample('names-and-shapes', { title: { en: 'names and shapes', zh: '名称与形状' } }, (context) =>
        check(context, { vocab: 10, dim: 4, classes: 3 }),
      );
      hidden('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(context, drawSizes(context)),
      );
    },
  );

  behaviour(
    'follows-the-structure',
    {
      points: 2,
      title: { en: 'Follows the structure of a tree', zh: '沿着树的结构计算' },
      says: {
        en: 'The logits of a tree are not those that its structure gives.',
        zh: '一棵树的 logits 与按其结构计算的结果不符。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, trees: { readonly [name: string]: Tree }) => {
        const { given, expect } = context;
        const sizes = drawSizes(context);
        const state = drawState(context, sizes);
        const model = build(context, sizes, state, never);
        for (const [name, tree] of given.table(trees))
          expect(model.call([plain(tree)]), `model([${name}])`).toBeClose(
            expected(context, state, [tree], never),
            tolerance,
          );
      };
      sample('small-trees', { title: { en: 'the smallest trees', zh: '最小的几种树' } }, (context) =>
        check(context, { '2': 2, '[1]': [1], '[3, 1]': [3, 1] }),
      );
      sample('nested', { title: { en: 'nested trees', zh: '嵌套的树' } }, (context) =>
        check(context, { '[[1], 2]': [[1], 2], '[2, [3, 1]]': [2, [3, 1]], '[[[4, 1]]]': [[[4, 1]]] }),
      );
      hidden('token-zero', { title: { en: 'with token 0', zh: '含有词元 0' } }, (context) =>
        check(context, { '0': 0, '[0]': [0], '[0, 1]': [0, 1], '[1, 0]': [1, 0], '[0, [0, 0]]': [0, [0, 0]] }),
      );
      hidden('drawn-trees', { title: { en: 'other trees', zh: '其他的树' } }, (context) =>
        check(context, { a: drawTree(context, 6, 3), b: drawTree(context, 6, 5), c: drawTree(context, 6, 6) }),
      );
      hidden('in-double', { title: { en: 'in float64', zh: '用 float64' } }, (context) => {
        const { expect } = context;
        const sizes = drawSizes(context);
        const state = drawState(context, sizes);
        const model = build(context, sizes, state, never);
        model.method('double');
        const trees = assorted(context, sizes.vocab);
        expect(model.call(trees.map(plain)), 'model.double()(…)').toBeClose(
          logits(context, double(state), trees, never),
          tolerance,
        );
      });
    },
  );

  behaviour(
    'takes-a-batch',
    {
      points: 1,
      title: { en: 'Takes a batch of trees of any shapes', zh: '接受由各种形状的树组成的批次' },
      says: {
        en: 'In a batch, a row is not what its tree gives alone.',
        zh: '放进批次之后，某一行不等于这棵树单独计算的结果。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, trees: (vocab: number) => readonly Tree[]) => {
        const sizes = drawSizes(context);
        const state = drawState(context, sizes);
        const batch = trees(sizes.vocab);
        const out = build(context, sizes, state, never).call(batch.map(plain));
        context.expect(out, 'model(trees)').toBeClose(expected(context, state, batch, never), tolerance);
      };
      sample('three-shapes', { title: { en: 'three shapes', zh: '三种形状' } }, (context) =>
        check(context, () => [[1, [2]], 3, [[4, 5], [1]]]),
      );
      hidden('drawn-batches', { title: { en: 'more trees, some the same', zh: '更多的树，有的相同' } }, (context) =>
        check(context, (vocab) => {
          const trees: Tree[] = [...assorted(context, vocab), 0, [1, 0], drawTree(context, vocab, 2)];
          return [...context.given.rng.shuffled([...trees, ...trees.slice(0, 2)])];
        }),
      );
    },
  );

  behaviour(
    'settles-by-value',
    {
      points: 2,
      title: { en: 'Settles each root by its own norm', zh: '每个根按自己的范数收敛' },
      says: {
        en: 'A root was settled too often, not often enough, or by the norm of another.',
        zh: '某个根走的步数太多或太少，或者用了别的根的范数。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, setting: ReturnType<typeof settling>, trees: readonly Tree[]) => {
        const { sizes, state, limit } = setting;
        const out = build(context, sizes, state, limit).call(trees.map(plain));
        context.expect(out, 'model(trees)').toBeClose(expected(context, state, trees, limit), tolerance);
      };
      sample('one-root', { title: { en: 'one root at a time', zh: '每次一个根' } }, (context) => {
        const setting = settling(context);
        for (const tree of setting.trees) check(context, setting, [tree]);
      });
      hidden(
        'a-batch',
        { title: { en: 'a batch: each row its own count', zh: '一个批次：各行步数不同' } },
        (context) => {
          const setting = settling(context);
          check(context, setting, setting.trees);
        },
      );
      hidden('at-most-ten', { title: { en: 'ten steps at most', zh: '最多 10 步' } }, (context) => {
        const { candidate, expect, given, torch } = context;
        const sizes = drawSizes(context);
        // Each step turns the entries round and shrinks them a little: the eleventh would show.
        const { dim } = sizes;
        const state: State = {
          ...drawState(context, sizes),
          'settle.weight': torch.eye(dim).roll(1, 0).mul(0.98),
          'settle.bias': given.rng.uniform([dim], 0.1, 0.3),
        };
        const model = candidate.construct('TreeNet', sizes.vocab, dim, sizes.classes, 0.001).module();
        model.load_state_dict(state);
        const trees: Tree[] = [1, [2, 0]];
        expect(model.call(trees.map(plain)), 'model(trees)').toBeClose(
          expected(context, state, trees, 0.001),
          tolerance,
        );
      });
      hidden(
        'at-the-limit',
        { title: { en: 'a norm equal to the limit, or just above', zh: '范数恰好等于 limit，或略大于它' } },
        (context) => {
          const { torch } = context;
          const sizes = { vocab: 3, dim: 4, classes: 3 };
          const state: State = {
            ...drawState(context, sizes),
            'embed.weight': torch.tensor([
              [3, 4, 0, 0],
              [0, 0, -8, 6],
              [0.25, 0, 0, 0],
            ]),
          };
          const trees: Tree[] = [0, 2, 1];
          for (const limit of [5, 4.9995]) {
            const out = build(context, sizes, state, limit).call(trees.map(plain));
            context
              .expect(out, `model(trees), limit ${limit}`)
              .toBeClose(expected(context, state, trees, limit), tolerance);
          }
        },
      );
    },
  );

  behaviour(
    'gives-gradients',
    {
      points: 3,
      title: { en: 'Gives the gradients of every node and step', zh: '给出每个节点、每一步的梯度' },
      says: {
        en: 'The gradient of a shared parameter is not the sum over all nodes and steps that used it.',
        zh: '共享参数的梯度不等于所有用到它的节点和步的梯度之和。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, sizes: Sizes, state: State, trees: readonly Tree[], limit: number) => {
        const model = build(context, sizes, state, limit);
        const out = model.call(trees.map(plain)).tensor();
        const upstream = context.given.rng.normal([trees.length, sizes.classes]);
        out.backward(upstream);
        const wanted = reference(context, state, [{ trees, upstream }], limit);
        expectGradients(context, model, wanted, (name) => wanted[name] !== null);
      };
      sample('a-tree', { title: { en: 'one tree', zh: '一棵树' } }, (context) => {
        const sizes = drawSizes(context);
        check(context, sizes, drawState(context, sizes), [[[1, 2], [3]]], never);
      });
      sample('with-steps', { title: { en: 'roots that are settled', zh: '需要收敛的根' } }, (context) => {
        const { sizes, state, trees, limit } = settling(context);
        check(context, sizes, state, trees, limit);
      });
      hidden('a-batch', { title: { en: 'a batch of other trees', zh: '由其他树组成的批次' } }, (context) => {
        const sizes = drawSizes(context);
        check(context, sizes, drawState(context, sizes), [[2, 0], ...assorted(context, sizes.vocab)], never);
      });
      hidden('the-same-token', { title: { en: 'one token, again and again', zh: '同一个词元反复出现' } }, (context) => {
        const sizes = drawSizes(context);
        const t = context.given.rng.integer(0, sizes.vocab - 1);
        check(context, sizes, drawState(context, sizes), [[t, [[t, t]]], t, [[t], t]], never);
      });
    },
  );

  behaviour(
    'leaves-unused-layers-alone',
    {
      points: 1,
      title: { en: 'A layer that was not needed has no gradient', zh: '没有用到的层没有梯度' },
      says: {
        en: 'A layer that no tree of the batch needed has a gradient: it took part in the graph.',
        zh: '批次里没有任何一棵树用到的层却有梯度：它参与了计算图。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, batches: { readonly [name: string]: readonly Tree[] }, limit = never) => {
        const { given } = context;
        const sizes = drawSizes(context);
        const state = drawState(context, sizes);
        for (const [, trees] of given.table(batches)) {
          const model = build(context, sizes, state, limit);
          const upstream = given.rng.normal([trees.length, sizes.classes]);
          model.call(trees.map(plain)).tensor().backward(upstream);
          const wanted = reference(context, state, [{ trees, upstream }], limit);
          expectGradients(context, model, wanted, (name) => wanted[name] === null);
        }
      };
      sample('no-step', { title: { en: 'no root is settled', zh: '没有根需要收敛' } }, (context) =>
        check(context, { both: [[[1], 2]] }),
      );
      hidden('missing-nodes', { title: { en: 'no node of some kind', zh: '缺少某种节点' } }, (context) =>
        check(context, { tokens: [1, 2], unary: [[1], [[2]], 0], binary: [[1, 2], 3] }),
      );
      hidden('but-settled', { title: { en: 'settled, but no node', zh: '有收敛，但没有节点' } }, (context) =>
        check(context, { tokens: [1, 2, 3] }, 0.0001),
      );
    },
  );

  behaviour(
    'starts-afresh',
    {
      points: 1,
      title: { en: 'Builds the graph anew in every call', zh: '每次调用都重新建图' },
      says: {
        en: 'A call depends on an earlier one: on its weights, its trees or its graph.',
        zh: '某次调用受到了之前调用的影响：用了旧的权重、旧的树或旧的图。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, calls: (vocab: number) => readonly (readonly Tree[])[]) => {
        const { given, expect } = context;
        const sizes = drawSizes(context);
        const first = drawState(context, sizes);
        const model = build(context, sizes, first, never);
        const batches = calls(sizes.vocab);
        const upstreams = batches.map((trees) => given.rng.normal([trees.length, sizes.classes]));
        const given_ = batches.map((trees, i) => ({ trees, upstream: upstreams[i] ?? context.torch.zeros([1]) }));
        for (const { trees, upstream } of given_) model.call(trees.map(plain)).tensor().backward(upstream);
        expectGradients(context, model, reference(context, first, given_, never));

        const second = drawState(context, sizes);
        model.load_state_dict(second);
        model.zero_grad();
        for (const { trees } of given_)
          expect(model.call(trees.map(plain)), {
            en: 'model(trees) after the weights changed',
            zh: '权重改变之后的 model(trees)',
          }).toBeClose(expected(context, second, trees, never), tolerance);
      };
      sample('twice', { title: { en: 'the same trees twice', zh: '同样的树两次' } }, (context) =>
        check(context, () => [
          [[1, [2]], 3],
          [[1, [2]], 3],
        ]),
      );
      hidden('other-trees', { title: { en: 'other trees each time', zh: '每次都是不同的树' } }, (context) =>
        check(context, (vocab) => [
          assorted(context, vocab),
          [drawTree(context, vocab, 3), [1, 0]],
          assorted(context, vocab),
        ]),
      );
    },
  );

  behaviour(
    'computes-each-node-once',
    {
      points: 1,
      title: { en: 'Computes each node once, in deep trees too', zh: '每个节点只算一次，很深的树也一样' },
      says: {
        en: 'There are more operators than nodes and steps need, or a deep tree fails.',
        zh: '运行的算子多于节点和步所需要的，或者很深的树会出错。',
      },
    },
    ({ sample, hidden }) => {
      const budget = 25;
      sample('eight-levels', { title: { en: 'a tree of eight levels', zh: '八层的树' } }, (context) => {
        const { given, expect } = context;
        const sizes = drawSizes(context);
        const model = build(context, sizes, drawState(context, sizes), never);
        const tree: Tree = [drawTree(context, sizes.vocab, 7), 1];
        const meter = given.meter(() => model.call([plain(tree)]).tensor());
        expect(meter).toStayWithin({ operators: budget * nodes(tree) });
      });
      hidden(
        'two-hundred-levels',
        { title: { en: '200 levels, with gradients', zh: '200 层，并检查梯度' } },
        (context) => {
          const { given, expect, torch } = context;
          const sizes = drawSizes(context);
          // The state is turned round and hardly shrinks, so the gradient of the deepest token is still there.
          const turned = torch.eye(sizes.dim).roll(1, 0);
          const state: State = {
            ...drawState(context, sizes),
            'embed.weight': given.rng.normal([sizes.vocab, sizes.dim]).mul(0.05),
            'unary.weight': turned,
            'unary.bias': torch.zeros([sizes.dim]),
            'binary.weight': torch.cat([turned, turned.mul(0.01)], 1),
            'binary.bias': torch.zeros([sizes.dim]),
          };
          const model = build(context, sizes, state, never);
          // Arguments may be nested twenty deep; what is over there already counts as one.
          const identity = given.construct('nn.Identity');
          let tree: Tree = 0;
          let sent: Argument = 0;
          for (let level = 0; level < 200; level++) {
            const other = given.rng.integer(1, sizes.vocab - 1);
            const pair = level % 3 === 0;
            tree = pair ? [tree, other] : [tree];
            sent = identity.call(pair ? [sent, other] : [sent]);
          }
          const upstream = given.rng.normal([1, sizes.classes]);
          const meter = given.meter(() => {
            const out = model.call([sent]).tensor();
            expect(out, 'model(trees)').toBeClose(expected(context, state, [tree], never), tolerance);
            out.backward(upstream);
          });
          expect(meter).toStayWithin({ backwards: { atLeast: 1 } });
          expectGradients(context, model, reference(context, state, [{ trees: [tree], upstream }], never));
        },
      );
      hidden('steps', { title: { en: 'with ten steps a root', zh: '每个根走十步' } }, (context) => {
        const { given, expect } = context;
        const sizes = drawSizes(context);
        // The bias alone keeps every norm above the limit.
        const state: State = { ...drawState(context, sizes), 'settle.bias': given.rng.uniform([sizes.dim], 3, 4) };
        const model = build(context, sizes, state, 0.001);
        const trees = [9, 9, 10].map((levels) => drawTree(context, sizes.vocab, levels));
        const meter = given.meter(() => model.call(trees.map(plain)).tensor());
        const work = trees.reduce<number>((sum, tree) => sum + nodes(tree) + stepsMax, 0);
        expect(meter).toStayWithin({ operators: budget * work });
      });
    },
  );
});
