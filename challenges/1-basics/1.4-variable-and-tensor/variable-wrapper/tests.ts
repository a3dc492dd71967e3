import { tests } from '#challenges/authoring.ts';
import type { CandidateTensor, Returned, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const exact = { rtol: 0, atol: 0 };

interface Flags {
  readonly requires_grad?: boolean;
  readonly volatile?: boolean;
}
/** A Variable around a tensor that is read and written from here. */
interface Made {
  readonly v: Returned;
  readonly memory: CandidateTensor;
}
function variable({ candidate, given }: TestContext, values: Tensor, flags?: Flags): Made {
  const memory = given.tensor(values, { name: 'data' });
  return { v: candidate.construct('Variable', ...(flags ? [memory, { ...flags }] : [memory])), memory };
}
const leaf = (context: TestContext, values: Tensor): Returned => variable(context, values, { requires_grad: true }).v;
const plain = (context: TestContext, values: Tensor): Returned => variable(context, values).v;
const volatile = (context: TestContext, values: Tensor): Returned => variable(context, values, { volatile: true }).v;

const draw = ({ given: { rng } }: TestContext, shape: readonly number[] = [3]): Tensor => rng.uniform(shape, -1.5, 1.5);
const dataOf = (v: Returned): Returned => v.field('data');
const backward = (v: Returned): void => void v.method('backward');

function expectFlags(
  { expect }: TestContext,
  v: Returned,
  { requires_grad = false, volatile: isVolatile = false }: Flags,
  label: string,
): void {
  expect(v.field('requires_grad').boolean(), `${label}.requires_grad`).toBe(requires_grad);
  expect(v.field('volatile').boolean(), `${label}.volatile`).toBe(isVolatile);
}
function expectGrad({ expect }: TestContext, v: Returned, wanted: Tensor | null, label: string): void {
  const grad = v.field('grad');
  if (!wanted) {
    expect(grad, `${label}.grad`).toBeNull();
    return;
  }
  expect(grad, `${label}.grad`).notToBeNull();
  expect(grad.isInstanceOf('Variable'), `${label}.grad instanceof Variable`).toBe(true);
  expect(dataOf(grad), `${label}.grad.data`).toBeClose(wanted, tolerance);
}

/** The operations, on the submission's Variables or on the judge's own tensors. */
type Graph = <X>(on: { add(a: X, b: X): X; mul(a: X, b: X): X; sum(a: X): X }, leaves: readonly [X, X, X]) => X;
function checkGraph(context: TestContext, graph: Graph, shape: readonly number[] = [3], times = 1): void {
  const { expect } = context;
  const values = [draw(context, shape), draw(context, shape), draw(context, shape)] as const;
  const own = [
    values[0].clone().requires_grad_(true),
    values[1].clone().requires_grad_(true),
    values[2].clone(),
  ] as const;
  const [a, b] = [leaf(context, values[0]), leaf(context, values[1])];
  const c = plain(context, values[2]);
  for (let i = 0; i < times; i++) {
    const wanted = graph<Tensor>({ add: (x, y) => x.add(y), mul: (x, y) => x.mul(y), sum: (x) => x.sum() }, own);
    const out = graph<Returned>(
      { add: (x, y) => x.method('add', y), mul: (x, y) => x.method('mul', y), sum: (x) => x.method('sum') },
      [a, b, c],
    );
    expect(dataOf(out), 'out.data').toBeClose(wanted.detach(), tolerance);
    wanted.backward();
    backward(out);
    expectGrad(context, out, null, 'out');
  }
  expectGrad(context, a, own[0].grad, 'a');
  expectGrad(context, b, own[1].grad, 'b');
  expectGrad(context, c, null, 'c');
}

export default tests(({ behaviour }) => {
  behaviour(
    'wraps-a-tensor',
    {
      points: 1,
      title: { en: 'Wraps a tensor and takes no other operand', zh: '包装张量，不接受别的操作数' },
      says: {
        en: 'A Variable does not share the memory of its tensor, has other flags than it was given, or takes what it must refuse.',
        zh: 'Variable 没有与张量共享内存，标志与给定的不同，或者接受了应当拒绝的东西。',
      },
    },
    ({ sample, hidden }) => {
      sample('flags-and-memory', { title: { en: 'flags and memory', zh: '标志与内存' } }, (context) => {
        const { expect, candidate } = context;
        const values = draw(context);
        const { v, memory } = variable(context, values);
        expectFlags(context, v, {}, 'new Variable(x)');
        expectGrad(context, v, null, 'new Variable(x)');
        expectFlags(context, leaf(context, values), { requires_grad: true }, 'w');
        expectFlags(context, volatile(context, values), { volatile: true }, 'v');
        memory.setValues(values.add(1));
        expect(dataOf(v), { en: 'data, after a write into the tensor', zh: '写入张量之后的 data' }).toBeClose(
          values.add(1),
          exact,
        );
        dataOf(v).method('fill_', 7);
        expect(memory.now(), { en: 'the tensor, after a write into data', zh: '写入 data 之后的张量' }).toBeClose(
          values.mul(0).add(7),
          exact,
        );
        expect(
          () => candidate.construct('Variable', memory, { requires_grad: true, volatile: true }),
          'new Variable(…)',
        ).toThrow();
      });
      hidden('operands', { title: { en: 'plain tensors as operands', zh: '普通张量作操作数' } }, (context) => {
        const { expect, given } = context;
        const values = draw(context);
        const tensor = given.tensor(values, { name: 'x' });
        for (const v of [leaf(context, values), plain(context, values), volatile(context, values)])
          for (const name of ['add', 'mul']) {
            expect(dataOf(v.method(name, v)), `v.${name}(v)`).toHaveShape([3]);
            expect(() => v.method(name, tensor), `v.${name}(tensor)`).toThrow();
          }
      });
    },
  );

  behaviour(
    'differentiates',
    {
      points: 3,
      title: { en: 'Computes, and finds the gradients of the leaves', zh: '正确计算，并求出叶子的梯度' },
      says: {
        en: 'A value or the gradient of a leaf is wrong, or something has a grad that should have none.',
        zh: '数值或叶子的梯度不对，或者不该有 grad 的有了 grad。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { torch } = context;
        const [w, x] = [leaf(context, torch.tensor([1, 2]).float()), plain(context, torch.tensor([3, 4]).float())];
        backward(w.method('mul', x).method('sum'));
        expectGrad(context, w, torch.tensor([3, 4]).float(), 'w');
        expectGrad(context, x, null, 'x');
      });
      sample('each-operation', { title: { en: 'one operation at a time', zh: '一次一种运算' } }, (context) => {
        checkGraph(context, (on, [a, b]) => on.sum(on.add(a, b)));
        checkGraph(context, (on, [a, b]) => on.sum(on.mul(a, b)));
      });
      hidden('several-uses', { title: { en: 'values with several uses', zh: '被多次使用的值' } }, (context) => {
        checkGraph(context, (on, [a, b]) => on.sum(on.add(on.mul(a, a), on.add(b, b))), [2, 3]);
        checkGraph(context, (on, [a, b, c]) => {
          const shared = on.mul(a, b);
          return on.sum(on.add(shared, on.mul(on.mul(shared, c), shared)));
        });
        checkGraph(
          context,
          (on, [a, b, c]) => {
            const total = on.sum(on.mul(a, c));
            const later = on.mul(total, on.sum(on.add(b, c)));
            return on.add(on.mul(later, total), later);
          },
          [2, 2],
        );
        checkGraph(context, (on, [a, b, c]) => {
          let x = on.add(a, b);
          for (let i = 0; i < 3; i++) x = on.add(x, on.mul(x, c));
          return on.sum(x);
        });
      });
      hidden('accumulates', { title: { en: 'one graph after the other', zh: '一张图接一张图' } }, (context) =>
        checkGraph(context, (on, [a, b, c]) => on.sum(on.mul(on.add(a, c), b)), [3], 3),
      );
      hidden(
        'own-memory',
        { title: { en: 'gradients with memory of their own', zh: '梯度各有独立内存' } },
        (context) => {
          const { torch, expect } = context;
          const [a, b] = [leaf(context, draw(context)), leaf(context, draw(context))];
          backward(a.method('add', b).method('sum'));
          dataOf(a.field('grad')).method('mul_', torch.tensor([2, 3, 4]).float());
          expectGrad(context, a, torch.tensor([2, 3, 4]).float(), 'a');
          expectGrad(context, b, torch.ones([3]), 'b');
          const only = leaf(context, torch.tensor(2).float());
          backward(only);
          expectGrad(context, only, torch.tensor(1).float(), 'w');
          expect(dataOf(only), 'w.data').toBeClose(torch.tensor(2).float(), exact);
        },
      );
      hidden(
        'nothing-to-do',
        { title: { en: 'backward without a gradient to find', zh: '没有梯度可求的 backward' } },
        (context) => {
          const { expect } = context;
          const x = plain(context, draw(context));
          const out = x.method('mul', x).method('sum');
          expectFlags(context, out, {}, 'x.mul(x).sum()');
          expect(() => backward(out), 'backward()').toThrow();
          const w = leaf(context, draw(context));
          expectFlags(context, x.method('add', w), { requires_grad: true }, 'x.add(w)');
          expectFlags(context, w.method('mul', x).method('sum'), { requires_grad: true }, 'w.mul(x).sum()');
        },
      );
      hidden(
        'by-itself',
        {
          title: { en: 'without autograd of torch', zh: '不使用 torch 的 autograd' },
          says: { en: 'Autograd of torch recorded or ran.', zh: '使用了 torch 的 autograd。' },
        },
        (context) => {
          const { given, expect } = context;
          const [a, b] = [leaf(context, draw(context)), leaf(context, draw(context))];
          const meter = given.meter(() => backward(a.method('mul', b).method('add', a).method('sum')));
          expect(meter).toStayWithin({ recorded: 0, backwards: 0 });
        },
      );
    },
  );

  behaviour(
    'volatile-spreads',
    {
      points: 2,
      title: { en: 'One volatile operand makes the result volatile', zh: '一个操作数 volatile，结果就 volatile' },
      says: {
        en: 'A result of a volatile operand is not volatile, requires a gradient, or can be differentiated.',
        zh: '有 volatile 操作数的结果不是 volatile，或者需要梯度，或者还能反向传播。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'against-a-leaf',
        { title: { en: 'against a leaf that requires a gradient', zh: '与需要梯度的叶子一起' } },
        (context) => {
          const { expect } = context;
          const [w, x] = [leaf(context, draw(context)), volatile(context, draw(context))];
          const out = w.method('mul', x).method('sum');
          expectFlags(context, w.method('mul', x), { volatile: true }, 'w.mul(x)');
          expectFlags(context, out, { volatile: true }, 'w.mul(x).sum()');
          expect(() => backward(out), 'backward()').toThrow();
          expectGrad(context, w, null, 'w');
        },
      );
      hidden('through-a-graph', { title: { en: 'through a graph', zh: '沿着计算图传播' } }, (context) => {
        const { expect } = context;
        const [a, b, c] = [draw(context), draw(context), draw(context)];
        const [w, x, v] = [leaf(context, a), plain(context, b), volatile(context, c)];
        const h = x.method('add', v);
        expectFlags(context, h, { volatile: true }, 'x.add(v)');
        expectFlags(context, v.method('add', w), { volatile: true }, 'v.add(w)');
        const out = w.method('mul', x).method('add', h).method('sum');
        expectFlags(context, out, { volatile: true }, 'w.mul(x).add(x.add(v)).sum()');
        expect(dataOf(out), 'out.data').toBeClose(a.mul(b).add(b).add(c).sum(), tolerance);
        expect(() => backward(out), 'backward()').toThrow();
        // Outside of what is volatile all goes on as before.
        backward(w.method('mul', x).method('sum'));
        expectGrad(context, w, b, 'w');
      });
    },
  );

  behaviour(
    'detach-cuts-the-graph',
    {
      points: 2,
      title: { en: 'detach shares memory and lets no gradient through', zh: 'detach 共享内存，不让梯度通过' },
      says: {
        en: 'What is detached requires a gradient or lets one through, copied its memory, or lost that it is volatile.',
        zh: 'detach 的结果需要梯度或放行了梯度，复制了内存，或者丢掉了 volatile。',
      },
    },
    ({ sample, hidden }) => {
      sample('half-of-a-product', { title: { en: 'one factor detached', zh: '只 detach 一个因子' } }, (context) => {
        const values = draw(context);
        const w = leaf(context, values);
        const d = w.method('detach');
        expectFlags(context, d, {}, 'w.detach()');
        backward(w.method('mul', d).method('sum'));
        expectGrad(context, w, values, 'w');
        expectGrad(context, d, null, 'w.detach()');
      });
      hidden('memory-and-flags', { title: { en: 'memory, and volatile', zh: '内存与 volatile' } }, (context) => {
        const { expect } = context;
        const values = draw(context);
        const { v, memory } = variable(context, values, { volatile: true });
        const d = v.method('detach');
        expectFlags(context, d, { volatile: true }, 'v.detach()');
        memory.setValues(values.mul(2));
        expect(dataOf(d), 'v.detach().data').toBeClose(values.mul(2), exact);
        expectFlags(context, plain(context, values).method('detach'), {}, 'x.detach()');
      });
      hidden(
        'results',
        { title: { en: 'a result, used with and without its history', zh: '计算结果：带历史与不带历史' } },
        (context) => {
          const { expect } = context;
          const [a, b] = [draw(context), draw(context)];
          const [w, u] = [leaf(context, a), leaf(context, b)];
          const h = w.method('mul', u);
          const d = h.method('detach');
          expectFlags(context, d, {}, 'h.detach()');
          expectFlags(context, h, { requires_grad: true }, 'h');
          expect(() => backward(d.method('sum')), 'h.detach().sum().backward()').toThrow();
          backward(h.method('add', d.method('mul', w)).method('sum'));
          expectGrad(context, w, b.add(a.mul(b)), 'w');
          expectGrad(context, u, a, 'u');
        },
      );
    },
  );

  behaviour(
    'notices-in-place-changes',
    {
      points: 3,
      title: { en: 'fill_ is noticed, .data is not', zh: '能察觉 fill_，察觉不到 .data' },
      says: {
        en: 'backward went on after an operand of mul was changed by fill_, threw where nothing it keeps was changed, or noticed .data.',
        zh: 'mul 的操作数被 fill_ 改过，backward 却照常进行；或者没改到它保留的值却抛出错误；或者察觉了 .data。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'detach-and-data',
        { title: { en: 'through detach, and through .data', zh: '经由 detach 与经由 .data' } },
        (context) => {
          const { expect, torch } = context;
          const w = leaf(context, draw(context));
          const x = plain(context, draw(context));
          const before = w.method('mul', x).method('sum');
          x.method('detach').method('fill_', 0);
          expect(dataOf(x), 'x.data').toBeClose(torch.zeros([3]), exact);
          expect(() => backward(before), {
            en: 'backward after detach().fill_',
            zh: 'detach().fill_ 之后的 backward',
          }).toThrow();
          const unnoticed = w.method('mul', x).method('sum');
          dataOf(x).method('fill_', 5);
          backward(unnoticed);
          expectGrad(context, w, torch.full([3], 5).float(), 'w');
        },
      );
      hidden('all-ways', { title: { en: 'all ways to change an operand', zh: '改动操作数的各种途径' } }, (context) => {
        const { expect } = context;
        const ways: { readonly [name: string]: (x: Returned, d: Returned) => void } = {
          'x.fill_': (x) => void x.method('fill_', 1),
          'd.fill_': (_, d) => void d.method('fill_', 1),
          'd.detach().fill_': (_, d) => void d.method('detach').method('fill_', 1),
          'x.fill_ twice': (x) => void x.method('fill_', 1).method('fill_', 2),
          'the same number': (x) => void x.method('fill_', 0.5),
        };
        for (const [name, change] of Object.entries(ways))
          for (const side of ['left', 'right', 'detached']) {
            const w = leaf(context, draw(context));
            const x = plain(context, draw(context).mul(0).add(0.5));
            const d = x.method('detach');
            const kept = side === 'detached' ? d : x;
            const out = (side === 'left' ? kept.method('mul', w) : w.method('mul', kept)).method('sum');
            change(x, d);
            expect(() => backward(out), `${name}, ${side}`).toThrow();
          }
      });
      hidden('results', { title: { en: 'a result that mul keeps', zh: 'mul 保留的计算结果' } }, (context) => {
        const { expect, torch } = context;
        const values = draw(context);
        const w = leaf(context, values);
        const h = w.method('add', w);
        const out = h.method('mul', h).method('sum');
        h.method('detach').method('fill_', 3);
        expect(() => backward(out), {
          en: 'backward after h.detach().fill_',
          zh: 'h.detach().fill_ 之后的 backward',
        }).toThrow();
        const u = leaf(context, values);
        const g = u.method('add', u);
        const unnoticed = g.method('mul', g).method('sum');
        dataOf(g).method('fill_', 3);
        backward(unnoticed);
        expectGrad(context, u, torch.full([3], 12).float(), 'u');
      });
      hidden('leaves', { title: { en: 'fill_ itself', zh: 'fill_ 本身' } }, (context) => {
        const { expect, torch } = context;
        const values = draw(context);
        const w = leaf(context, values);
        expect(() => w.method('fill_', 1), 'w.fill_(1)').toThrow();
        expect(dataOf(w), 'w.data').toBeClose(values, exact);
        const x = plain(context, values);
        expect(x.method('fill_', 2).isSameAs(x), 'x.fill_(2) === x').toBe(true);
        expect(dataOf(x), 'x.data').toBeClose(torch.full([3], 2).float(), exact);
        const v = volatile(context, values);
        v.method('fill_', 4);
        expect(dataOf(v), 'v.data').toBeClose(torch.full([3], 4).float(), exact);
      });
      hidden('no-false-alarm', { title: { en: 'changes that spoil nothing', zh: '无妨的改动' } }, (context) => {
        const { torch, candidate } = context;
        const w = leaf(context, draw(context));
        // Before the product, and of an operand of add or sum.
        const x = plain(context, draw(context));
        x.method('fill_', 2);
        const out = w.method('mul', x).method('sum');
        const y = plain(context, draw(context));
        const sum = w.method('add', y).method('sum');
        y.method('fill_', 9);
        backward(sum);
        backward(out);
        expectGrad(context, w, torch.full([3], 3).float(), 'w');
        // Neither a Variable around .data nor one of its own is of this family.
        const u = leaf(context, draw(context));
        const product = u.method('mul', x).method('sum');
        plain(context, draw(context)).method('fill_', 1);
        candidate.construct('Variable', dataOf(x)).method('fill_', 7);
        backward(product);
        expectGrad(context, u, torch.full([3], 7).float(), 'u');
      });
    },
  );

  behaviour(
    'evaluates-as-today',
    {
      points: 2,
      title: { en: 'evaluate under no_grad', zh: 'evaluate 在 no_grad 下运行' },
      says: {
        en: 'evaluate gives another number, records a graph, or leaves recording switched off or on.',
        zh: 'evaluate 的结果不对，记录了计算图，或者改变了是否记录的状态。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, batches: number): void => {
        const { candidate, given, expect } = context;
        const model = given.module('Sequential(Linear(3, 4), Tanh(), Linear(4, 2))');
        const inputs = Array.from({ length: batches }, () => given.rng.normal([given.rng.integer(1, 4), 3]));
        const twin = model.twin();
        const wanted = inputs.reduce((total, x) => total + twin(x).sum().item(), 0);
        let found = 0;
        const meter = given.meter(() => {
          found = expect.unchanged(() => candidate.call('evaluate', model, inputs), { model }).number();
        });
        expect(found, 'evaluate(model, inputs)').toBeClose(wanted, { rtol: 1e-5, atol: 1e-5 });
        expect(meter).toStayWithin({ recorded: 0, savedBytes: 0 });
        expect(given.gradEnabled(), 'torch.is_grad_enabled()').toBe(true);
      };
      sample('a-model', { title: { en: 'a model on three inputs', zh: '模型与三个输入' } }, (context) =>
        check(context, 3),
      );
      hidden('other-counts', { title: { en: 'one input, and none', zh: '一个输入，没有输入' } }, (context) => {
        check(context, 1);
        check(context, 0);
      });
      hidden('modes', { title: { en: 'recording as it was before', zh: '是否记录与之前相同' } }, (context) => {
        const { candidate, given, expect } = context;
        const model = given.module('Linear(3, 1)');
        given.call('set_grad_enabled', false);
        candidate.call('evaluate', model, [given.rng.normal([2, 3])]);
        expect(given.gradEnabled(), {
          en: 'is_grad_enabled(), switched off before',
          zh: '之前已关闭的 is_grad_enabled()',
        }).toBe(false);
        given.call('set_grad_enabled', true);
        expect(() => candidate.call('evaluate', model, [given.rng.normal([2, 4])]), 'evaluate(…)').toThrow();
        expect(given.gradEnabled(), {
          en: 'is_grad_enabled(), after the model threw',
          zh: '模型抛出错误之后的 is_grad_enabled()',
        }).toBe(true);
      });
    },
  );

  behaviour(
    'steps-as-today',
    {
      points: 2,
      title: { en: 'sgd_step in place, and noticed', zh: 'sgd_step 原地更新，并能被察觉' },
      says: {
        en: 'sgd_step gives other values, records, changes more than the parameters, or a stale graph does not notice it.',
        zh: 'sgd_step 的结果不对，记录了计算图，改动了参数以外的东西，或者过期的图察觉不到它。',
      },
    },
    ({ sample, hidden }) => {
      sample('a-step', { title: { en: 'a step', zh: '更新一步' } }, (context) => {
        const { candidate, given, expect } = context;
        const [values, gradient] = [draw(context, [2, 3]), draw(context, [2, 3])];
        const w = given.tensor(values, { parameter: true, name: 'w' });
        w.setGrad(gradient);
        const meter = given.meter(() => candidate.call('sgd_step', [w], 0.1));
        expect(w.now(), 'w').toBeClose(values.sub(gradient.mul(0.1)), tolerance);
        expect(w.grad(), 'w.grad').toBeClose(gradient, exact);
        expect(meter).toStayWithin({ recorded: 0 });
      });
      hidden(
        'several',
        { title: { en: 'several parameters, some without gradient', zh: '多个参数，有的没有梯度' } },
        (context) => {
          const { candidate, given, expect } = context;
          const lr = given.rng.number(0.2, 2);
          const [a, b, c, g] = [draw(context), draw(context, [2, 2]), draw(context), draw(context, [2, 2])];
          const first = given.tensor(a, { parameter: true, name: 'first' });
          const second = given.tensor(b, { parameter: true, name: 'second' });
          const third = given.tensor(c, { parameter: true, name: 'third' });
          second.setGrad(g);
          third.setGrad(c);
          for (let step = 0; step < 2; step++) candidate.call('sgd_step', [first, second, third], lr);
          expect(first.now(), 'first').toBeClose(a, exact);
          expect(second.now(), 'second').toBeClose(b.sub(g.mul(2 * lr)), tolerance);
          expect(third.now(), 'third').toBeClose(c.mul(1 - 2 * lr), tolerance);
          expect(second.grad(), 'second.grad').toBeClose(g, exact);
          for (const [name, t] of given.table({ first, second, third }))
            expect(t.field('requires_grad').boolean() && t.field('is_leaf').boolean(), {
              en: `${name} is a leaf that requires a gradient`,
              zh: `${name} 是需要梯度的叶子`,
            }).toBe(true);
          expect(given.gradEnabled(), 'torch.is_grad_enabled()').toBe(true);
          candidate.call('sgd_step', [], lr);
        },
      );
      hidden(
        'a-stale-graph',
        { title: { en: 'a graph that needs the old value', zh: '还需要旧值的图' } },
        (context) => {
          const { candidate, given, expect } = context;
          const values = draw(context);
          const w = given.tensor(values, { parameter: true, name: 'w' });
          const stale = w.method('mul', w).tensor().method('sum').tensor();
          w.setGrad(draw(context));
          candidate.call('sgd_step', [w], 0.5);
          expect(() => stale.backward(), { en: 'backward of a stale graph', zh: '过期的图的 backward' }).toThrow();
          w.setGrad(null);
          const fresh = w.method('mul', w).tensor().method('sum').tensor();
          fresh.backward();
          expect(w.grad(), 'w.grad').toBeClose(w.now().mul(2), tolerance);
        },
      );
    },
  );
});
