import { tests } from '#challenges/authoring.ts';
import type { CandidateTensor, Returned, TestContext } from '#challenges/authoring.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

/** A tree of the submission's modules, and every tensor that the judge registered in it. */
interface Tree {
  readonly modules: { readonly [name: string]: Returned };
  readonly root: Returned;
  readonly tensors: ReadonlyMap<string, CandidateTensor>;
  readonly parameters: readonly string[];
  readonly state: readonly string[];
}

const make = ({ candidate }: TestContext): Returned => candidate.construct('Module');

/**
 * model ─ 1 ─ norm
 *       └ 0
 * Registered in an order that is neither that of the names nor that of the walk.
 */
function tree(context: TestContext): Tree {
  const { given } = context;
  const modules = { model: make(context), one: make(context), norm: make(context), zero: make(context) };
  const tensors = new Map<string, CandidateTensor>();
  const register = (module: Returned, prefix: string, kind: 'parameter' | 'buffer', name: string): void => {
    const shape = given.rng.shape({ dims: [1, 2], sizes: [2, 4] });
    const value = given.tensor(given.rng.normal(shape), { parameter: kind === 'parameter', name: prefix + name });
    tensors.set(prefix + name, value);
    module.method(`register_${kind}`, name, value);
  };
  const { model, one, norm, zero } = modules;
  model.method('register_module', '1', one);
  register(one, '1.', 'buffer', 'mean');
  one.method('register_module', 'norm', norm);
  register(one, '1.', 'parameter', 'weight');
  register(one, '1.', 'parameter', 'bias');
  register(norm, '1.norm.', 'parameter', 'weight');
  register(norm, '1.norm.', 'buffer', 'steps');
  model.method('register_module', '0', zero);
  register(zero, '0.', 'parameter', 'weight');
  register(model, '', 'parameter', 'scale');
  register(model, '', 'buffer', 'count');
  return {
    modules,
    root: model,
    tensors,
    parameters: ['scale', '1.weight', '1.bias', '1.norm.weight', '0.weight'],
    state: ['scale', 'count', '1.weight', '1.bias', '1.mean', '1.norm.weight', '1.norm.steps', '0.weight'],
  };
}

/** What the module lists, name by name. */
function listed(module: Returned): readonly (readonly [string, Returned])[] {
  return module
    .method('named_parameters')
    .iterate({ atMost: 50 })
    .map((entry) => [entry.at(0).string(), entry.at(1)] as const);
}

/** Values of the right shapes for the whole tree, as a state to load. */
const drawState = ({ given: { rng } }: TestContext, { state, tensors }: Tree) =>
  Object.fromEntries(state.map((name) => [name, rng.normal([...(tensors.get(name)?.shape ?? [])])]));

function expectValues({ expect }: TestContext, { tensors }: Tree, wanted: ReturnType<typeof drawState>): void {
  for (const [name, value] of Object.entries(wanted))
    expect(tensors.get(name)?.now() ?? null, name).toBeClose(value, tolerance);
}

/** It throws, and what it says holds each of these keys. */
function expectNamed({ expect }: TestContext, load: () => Returned, keys: readonly string[]): void {
  for (const key of keys)
    expect(load, 'load_state_dict(…)').toThrow({ message: new RegExp(key.replaceAll('.', '\\.')) });
}

export default tests(({ behaviour }) => {
  behaviour(
    'lists-parameters',
    {
      points: 2,
      title: { en: 'named_parameters: every parameter by its path', zh: 'named_parameters：按路径列出每个参数' },
      says: {
        en: 'named_parameters does not list each parameter once, under its path, in order of registration.',
        zh: 'named_parameters 没有按注册顺序、以路径为名、把每个参数列出一次。',
      },
    },
    ({ sample, hidden }) => {
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) => {
        const { given, expect, torch } = context;
        const [model, fc] = [make(context), make(context)];
        expect(model.isInstanceOf('nn.Module'), {
          label: 'model instanceof nn.Module',
          says: { en: 'Module derives from nn.Module.', zh: 'Module 继承了 nn.Module。' },
        }).toBe(false);
        model.method('register_module', 'fc', fc);
        model.method('register_parameter', 'scale', given.tensor(torch.ones([1]), { parameter: true }));
        fc.method('register_parameter', 'weight', given.tensor(torch.zeros([2, 3]), { parameter: true }));
        fc.method('register_buffer', 'steps', given.tensor(torch.zeros([])));
        expect(
          listed(model).map(([name]) => name),
          'names',
        ).toEqual(['scale', 'fc.weight']);
      });
      hidden('a-deep-tree', { title: { en: 'a deeper tree', zh: '更深的树' } }, (context) => {
        const { expect } = context;
        const { root, parameters, tensors } = tree(context);
        const found = listed(root);
        expect(
          found.map(([name]) => name),
          'names',
        ).toEqual(parameters);
        for (const [name, value] of found) {
          const registered = tensors.get(name);
          if (registered) expect(value.isSameAs(registered), `${name} is the registered tensor`).toBe(true);
        }
        expect(listed(make(context)).length, { en: 'parameters of a new module', zh: '新模块的参数个数' }).toBe(0);
      });
      hidden('shared', { title: { en: 'a shared parameter comes once', zh: '共享的参数只出现一次' } }, (context) => {
        const { given, expect } = context;
        const [model, encoder, decoder] = [make(context), make(context), make(context)];
        const weight = given.tensor(given.rng.normal([3, 2]), { parameter: true, name: 'weight' });
        const equal = given.tensor(weight.values, { parameter: true, name: 'equal' });
        model.method('register_module', 'encoder', encoder);
        model.method('register_module', 'decoder', decoder);
        decoder.method('register_parameter', 'tied', weight);
        decoder.method('register_parameter', 'own', equal);
        encoder.method('register_parameter', 'weight', weight);
        expect(
          listed(model).map(([name]) => name),
          'names',
        ).toEqual(['encoder.weight', 'decoder.own']);
      });
    },
  );

  behaviour(
    'guards-names',
    {
      points: 1,
      title: { en: 'Registers only what it can name', zh: '只注册名称和种类正确的内容' },
      says: {
        en: 'Something was registered under a name that is not free, or is of the wrong kind, or a replaced one lost its place.',
        zh: '用不可用的名称或错误的种类也能注册，或者替换之后位置变了。',
      },
    },
    ({ sample, hidden }) => {
      sample('bad-names', { title: { en: 'empty names, dots', zh: '空名称、点号' } }, (context) => {
        const { given, expect, torch } = context;
        const model = make(context);
        const value = given.tensor(torch.ones([2]), { parameter: true });
        for (const name of ['', 'a.b']) {
          expect(() => model.method('register_parameter', name, value), `register_parameter('${name}', …)`).toThrow();
          expect(() => model.method('register_buffer', name, value), `register_buffer('${name}', …)`).toThrow();
          expect(() => model.method('register_module', name, make(context)), `register_module('${name}', …)`).toThrow();
        }
        model.method('register_parameter', 'ab', value);
        expect(listed(model).length, { en: 'parameters', zh: '参数个数' }).toBe(1);
      });
      hidden(
        'taken',
        { title: { en: 'names of another kind, other values', zh: '被其他种类占用的名称、错误的值' } },
        (context) => {
          const { given, expect, torch } = context;
          const model = make(context);
          const value = given.tensor(torch.ones([2]), { parameter: true });
          model.method('register_parameter', 'p', value);
          model.method('register_buffer', 'b', given.tensor(torch.ones([2])));
          model.method('register_module', 'm', make(context));
          for (const name of ['b', 'm'])
            expect(() => model.method('register_parameter', name, value), `register_parameter('${name}', …)`).toThrow();
          for (const name of ['p', 'm'])
            expect(() => model.method('register_buffer', name, value), `register_buffer('${name}', …)`).toThrow();
          for (const name of ['p', 'b'])
            expect(
              () => model.method('register_module', name, make(context)),
              `register_module('${name}', …)`,
            ).toThrow();
          expect(() => model.method('register_parameter', 'x', 3), "register_parameter('x', 3)").toThrow();
          expect(() => model.method('register_buffer', 'x', [1, 2]), "register_buffer('x', [1, 2])").toThrow();
          expect(() => model.method('register_module', 'x', value), "register_module('x', tensor)").toThrow();
        },
      );
      hidden('replaced', { title: { en: 'the same kind is replaced', zh: '同一种类可以替换' } }, (context) => {
        const { given, expect } = context;
        const model = make(context);
        const values = [1, 2, 3].map((n) =>
          given.tensor(given.rng.normal([n]), { parameter: true, name: `value ${n}` }),
        );
        for (const [i, name] of ['second', 'first', 'second'].entries())
          model.method('register_parameter', name, values[i]);
        const found = listed(model);
        expect(
          found.map(([name]) => name),
          'names',
        ).toEqual(['second', 'first']);
        expect(found[0]?.[1], 'second').toHaveShape([3]);
      });
    },
  );

  behaviour(
    'gives-its-state',
    {
      points: 2,
      title: { en: 'state_dict: parameters and buffers, in order', zh: 'state_dict：按顺序给出参数和缓冲区' },
      says: {
        en: 'state_dict has other keys, another order or other values than the tree, or is not plain shared memory.',
        zh: 'state_dict 的键、顺序或数值与这棵树不符，或者不是共享内存的普通张量。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext): void => {
        const { expect } = context;
        const { root, tensors, state } = tree(context);
        const found = root.method('state_dict');
        expect(found.keys(), 'Object.keys(state_dict())').toEqual(state);
        for (const name of state)
          expect(found.field(name), name).toBeClose(tensors.get(name)?.values ?? NaN, tolerance);
      };
      sample('keys-and-values', { title: { en: 'keys and values', zh: '键与数值' } }, check);
      hidden('memory', { title: { en: 'shared memory, no gradient', zh: '共享内存，不需要梯度' } }, (context) => {
        const { expect } = context;
        const { root, tensors, state } = tree(context);
        const found = root.method('state_dict');
        for (const name of state) {
          const value = found.field(name).tensor();
          const registered = tensors.get(name);
          expect(value.requires_grad, `${name}.requires_grad`).toBe(false);
          expect(registered ? value.sharesMemoryWith(registered) : false, {
            en: `${name} shares memory with the module`,
            zh: `${name} 与模块共享内存`,
          }).toBe(true);
          if (registered) expect(registered.field('requires_grad'), 'requires_grad').toBe(registered.requires_grad);
        }
      });
      hidden(
        'shared',
        { title: { en: 'a shared tensor under each name', zh: '共享的张量在每个名称下都出现' } },
        (context) => {
          const { given, expect } = context;
          const [model, child] = [make(context), make(context)];
          const weight = given.tensor(given.rng.normal([2]), { parameter: true, name: 'weight' });
          model.method('register_module', 'child', child);
          child.method('register_parameter', 'tied', weight);
          model.method('register_parameter', 'weight', weight);
          const found = model.method('state_dict');
          expect(found.keys(), 'Object.keys(state_dict())').toEqual(['weight', 'child.tied']);
          expect(found.field('child.tied'), 'child.tied').toBeClose(weight.values, tolerance);
        },
      );
    },
  );

  behaviour(
    'loads-in-place',
    {
      points: 2,
      title: {
        en: 'load_state_dict: copies into the tensors that are there',
        zh: 'load_state_dict：复制到原有的张量中',
      },
      says: {
        en: 'After loading the values are wrong, or the tensors are not the ones that were there.',
        zh: '加载之后数值不对，或者张量已经不是原来的那些。',
      },
    },
    ({ sample, hidden }) => {
      sample('values', { title: { en: 'the values of another model', zh: '另一个模型的数值' } }, (context) => {
        const { expect } = context;
        const made = tree(context);
        const state = drawState(context, made);
        const result = made.root.method('load_state_dict', state);
        expectValues(context, made, state);
        expect(result.field('missing_keys'), 'missing_keys').toEqual([]);
        expect(result.field('unexpected_keys'), 'unexpected_keys').toEqual([]);
      });
      hidden('same-tensors', { title: { en: 'the same tensors as before', zh: '还是原来的张量' } }, (context) => {
        const { given, expect } = context;
        const made = tree(context);
        const { root, tensors, parameters } = made;
        const gradient = new Map(
          parameters.map((name) => [name, given.rng.normal([...(tensors.get(name)?.shape ?? [])])]),
        );
        for (const [name, grad] of gradient) tensors.get(name)?.setGrad(grad);
        const state = drawState(context, made);
        root.method('load_state_dict', state);
        expectValues(context, made, state);
        for (const [name, value] of listed(root)) {
          const registered = tensors.get(name);
          if (registered) expect(value.isSameAs(registered), `${name} is the tensor from before`).toBe(true);
          const now = value.tensor();
          expect(now.requires_grad, `${name}.requires_grad`).toBe(true);
          expect(now.is_leaf, `${name}.is_leaf`).toBe(true);
          expect(now.grad(), `${name}.grad`).toBeClose(gradient.get(name) ?? NaN, tolerance);
        }
        expect(tensors.get('1.mean')?.field('requires_grad') ?? null, '1.mean.requires_grad').toBe(false);
      });
      hidden('not-aliased', { title: { en: 'later changes of the state', zh: '之后修改 state' } }, (context) => {
        const { given, expect, torch } = context;
        const model = make(context);
        const weight = given.tensor(given.rng.normal([3]), { parameter: true, name: 'weight' });
        const steps = given.tensor(given.rng.normal([3]), { name: 'steps' });
        model.method('register_parameter', 'weight', weight);
        model.method('register_buffer', 'steps', steps);
        const values = given.rng.normal([3]);
        const sent = [given.tensor(values), given.tensor(values)];
        model.method('load_state_dict', { weight: sent[0], steps: sent[1] });
        for (const tensor of sent) tensor.setValues(torch.zeros([3]));
        const state = model.method('state_dict');
        expect(state.field('weight'), 'weight').toBeClose(values, tolerance);
        expect(state.field('steps'), 'steps').toBeClose(values, tolerance);
      });
    },
  );

  behaviour(
    'strict-about-keys',
    {
      points: 2,
      title: { en: 'Missing, unexpected and misshapen entries', zh: '缺少的、多余的和形状不符的项' },
      says: {
        en: 'load_state_dict accepts what it must refuse, refuses what it must accept, or does not name the keys.',
        zh: 'load_state_dict 该拒绝时没有拒绝，该接受时没有接受，或者没有指明相应的键。',
      },
    },
    ({ sample, hidden }) => {
      /** A state that lacks two keys and has two too many. */
      const uneven = (context: TestContext) => {
        const made = tree(context);
        const { '1.bias': _, '1.norm.steps': __, ...rest } = drawState(context, made);
        const extra = context.given.rng.normal([2]);
        return { made, rest, state: { 'module.scale': extra, ...rest, more: extra } };
      };
      sample(
        'strict',
        { title: { en: 'strict: throws and names the keys', zh: 'strict：抛出错误并指明各个键' } },
        (context) => {
          const { made, state } = uneven(context);
          expectNamed(context, () => made.root.method('load_state_dict', state), [
            '1.bias',
            '1.norm.steps',
            'module.scale',
            'more',
          ]);
          expectNamed(context, () => made.root.method('load_state_dict', state, true), ['1.bias', 'more']);
        },
      );
      hidden('one-kind-only', { title: { en: 'only missing, only unexpected', zh: '只缺少，或只多余' } }, (context) => {
        const made = tree(context);
        const whole = drawState(context, made);
        const { '1.mean': _, ...rest } = whole;
        expectNamed(context, () => made.root.method('load_state_dict', rest), ['1.mean']);
        const more = { ...whole, '1.norm.more': context.given.rng.normal([1]) };
        expectNamed(context, () => made.root.method('load_state_dict', more), ['1.norm.more']);
      });
      hidden(
        'not-strict',
        { title: { en: 'not strict: loads what fits and reports', zh: '不 strict：加载对得上的并报告' } },
        (context) => {
          const { expect } = context;
          const { made, rest, state } = uneven(context);
          const bias = made.tensors.get('1.bias')?.values ?? NaN;
          const result = made.root.method('load_state_dict', state, false);
          expect(result.field('missing_keys'), 'missing_keys').toEqual(['1.bias', '1.norm.steps']);
          expect(result.field('unexpected_keys'), 'unexpected_keys').toEqual(['module.scale', 'more']);
          expectValues(context, made, rest);
          expect(made.tensors.get('1.bias')?.now() ?? null, '1.bias').toBeClose(bias, tolerance);
        },
      );
      hidden('other-shapes', { title: { en: 'a value of another shape', zh: '形状不符的值' } }, (context) => {
        const { given, torch } = context;
        const model = make(context);
        const child = make(context);
        model.method('register_module', 'fc', child);
        child.method('register_parameter', 'weight', given.tensor(given.rng.normal([2, 3]), { parameter: true }));
        // The first would be broadcast by copy_, the second has as many elements.
        for (const shape of [[1, 3], [3, 2], [3]])
          for (const strict of [true, false])
            expectNamed(context, () => model.method('load_state_dict', { 'fc.weight': torch.ones(shape) }, strict), [
              'fc.weight',
            ]);
      });
    },
  );

  behaviour(
    'switches-modes',
    {
      points: 1,
      title: { en: 'train and eval reach the whole tree', zh: 'train 和 eval 作用于整棵树' },
      says: { en: 'A module of the tree is in the wrong mode.', zh: '树中某个模块的模式不对。' },
    },
    ({ sample, hidden }) => {
      const modes = (context: TestContext, { modules }: Tree, wanted: readonly boolean[]): void => {
        const found = Object.values(modules).map((module) => module.field('training').boolean());
        context.expect(found, 'training').toEqual(wanted);
      };
      sample('all', { title: { en: 'all of them', zh: '全部切换' } }, (context) => {
        const made = tree(context);
        modes(context, made, [true, true, true, true]);
        made.root.method('eval');
        modes(context, made, [false, false, false, false]);
        made.root.method('train');
        modes(context, made, [true, true, true, true]);
      });
      hidden(
        'a-part',
        { title: { en: 'a part of the tree; they return the module', zh: '只切换一部分；返回模块自身' } },
        (context) => {
          const { expect } = context;
          const made = tree(context);
          const { model, one } = made.modules;
          expect(one?.method('eval').isSameAs(one) ?? false, 'one.eval() === one').toBe(true);
          modes(context, made, [true, false, false, true]);
          expect(model?.method('train', false).isSameAs(model) ?? false, 'model.train(false) === model').toBe(true);
          modes(context, made, [false, false, false, false]);
          one?.method('train', true);
          modes(context, made, [false, true, true, false]);
        },
      );
    },
  );

  behaviour(
    'applies',
    {
      points: 1,
      title: { en: 'apply: children first', zh: 'apply：先子模块，后自己' },
      says: {
        en: 'apply does not call the function once for each module, children before their parent.',
        zh: 'apply 没有按先子后父的顺序对每个模块各调用一次函数。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, start: 'model' | 'one', wanted: readonly string[]): void => {
        const { given, expect } = context;
        const { modules } = tree(context);
        const names = Object.keys(modules);
        const visited: string[] = [];
        const fn = given.spy((module) => {
          visited.push(names.find((name) => module?.isSameAs(modules[name])) ?? '?');
        });
        const result = modules[start]?.method('apply', fn);
        expect(visited, { en: 'modules in order', zh: '依次访问的模块' }).toEqual(wanted);
        expect(result?.isSameAs(modules[start]) ?? false, 'model.apply(fn) === model').toBe(true);
      };
      sample('the-tree', { title: { en: 'the whole tree', zh: '整棵树' } }, (context) =>
        check(context, 'model', ['norm', 'one', 'zero', 'model']),
      );
      hidden('a-part', { title: { en: 'a part of it', zh: '其中一部分' } }, (context) =>
        check(context, 'one', ['norm', 'one']),
      );
    },
  );
});
