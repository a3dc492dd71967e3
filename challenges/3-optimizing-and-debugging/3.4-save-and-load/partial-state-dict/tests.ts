import { tests } from '#challenges/authoring.ts';
import type { Argument, CandidateModule, Returned, State, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';

/** Keys encoder.0.*, encoder.1.* with buffers, head.*. */
const net = (classes = 2): string =>
  `ModuleDict({'encoder': Sequential(Linear(3, 4), BatchNorm1d(4)), 'head': Linear(4, ${classes})})`;
const newModel = ({ given }: TestContext, description: string = net()): CandidateModule =>
  given.module(description, { name: 'model' });

/** Other values under the same keys. */
function drawState({ given: { rng }, torch }: TestContext, like: State): State {
  return Object.fromEntries(
    Object.entries(like).map(([key, t]) => [
      key,
      t.is_floating_point() ? rng.uniform([...t.shape], 0.5, 2) : torch.full([], rng.integer(1, 1000)).long(),
    ]),
  );
}
const keyed = (state: State, change: (key: string) => string): State =>
  Object.fromEntries(Object.entries(state).map(([key, t]) => [change(key), t]));
const without = (state: State, ...keys: readonly string[]): State =>
  Object.fromEntries(Object.entries(state).filter(([key]) => !keys.includes(key)));

type Options = { readonly strict?: boolean; readonly rename?: { readonly [old: string]: string } };
function load({ candidate }: TestContext, model: CandidateModule, state: Argument, options?: Options): Returned {
  return options
    ? candidate.call('load_partial', model, state, { ...options })
    : candidate.call('load_partial', model, state);
}

const listed = ['loaded_keys', 'missing_keys', 'mismatched_keys', 'unexpected_keys'] as const;
type Lists = { readonly [list in (typeof listed)[number]]?: readonly string[] };

function expectLists({ expect }: TestContext, report: Returned, lists: Lists): void {
  for (const list of listed)
    if (lists[list])
      expect(
        report
          .field(list)
          .array()
          .map((key) => key.string()),
        list,
      ).toEqual(lists[list]);
}
/** The model holds these values, and those it had elsewhere. */
function expectValues({ expect }: TestContext, model: CandidateModule, before: State, loaded: State): void {
  expect(model.state_dict(), 'model.state_dict()').toBeClose({ ...before, ...loaded }, { rtol: 0, atol: 0 });
}

/** Everything of the state arrives under the model's keys: what each test of names asks. */
function expectAllLoaded(
  context: TestContext,
  model: CandidateModule,
  change: (key: string) => string,
  options: Options = {},
): void {
  const before = model.state_dict();
  const values = drawState(context, before);
  const report = load(context, model, keyed(values, change), { strict: false, ...options });
  expectLists(context, report, { missing_keys: [], unexpected_keys: [], loaded_keys: Object.keys(before) });
  expectValues(context, model, before, values);
}

/** Loads with a name that is not the model's: nothing arrives under it. */
function expectUnexpected(
  context: TestContext,
  model: CandidateModule,
  change: (key: string) => string,
  options: Options,
  missing: readonly string[],
): void {
  const before = model.state_dict();
  const values = drawState(context, before);
  const report = load(context, model, keyed(values, change), { strict: false, ...options });
  expectLists(context, report, { missing_keys: missing, unexpected_keys: missing.map(change) });
  expectValues(context, model, before, without(values, ...missing));
}

export default tests(({ behaviour }) => {
  behaviour(
    'loads-what-matches',
    {
      points: 2,
      title: { en: 'Loads parameters and buffers that match', zh: '加载能对上的参数和缓冲区' },
      says: {
        en: 'A value of the state did not arrive in the model, or loaded_keys does not name what was loaded.',
        zh: 'state 中的某个值没有进入模型，或者 loaded_keys 列出的不是加载的内容。',
      },
    },
    ({ sample, hidden }) => {
      sample('all', { title: { en: 'everything matches', zh: '全部对得上' } }, (context) => {
        const model = newModel(context);
        const before = model.state_dict();
        const state = drawState(context, before);
        const report = load(context, model, state);
        expectValues(context, model, before, state);
        expectLists(context, report, {
          loaded_keys: Object.keys(before),
          missing_keys: [],
          mismatched_keys: [],
          unexpected_keys: [],
        });
      });
      hidden('another-order', { title: { en: 'in another order', zh: '顺序不同' } }, (context) => {
        const { rng } = context.given;
        const model = newModel(context, `Sequential(Linear(${rng.integer(1, 4)}, 3), LayerNorm(3), PReLU())`);
        const before = model.state_dict();
        const state = drawState(context, before);
        const report = load(context, model, Object.fromEntries(rng.shuffled(Object.entries(state))));
        expectValues(context, model, before, state);
        expectLists(context, report, { loaded_keys: Object.keys(before) });
      });
    },
  );

  behaviour(
    'lists-what-does-not',
    {
      points: 2,
      title: { en: 'Lists what is missing and what is unexpected', zh: '列出缺少的和多余的键' },
      says: {
        en: 'missing_keys or unexpected_keys is not the right list, or the rest was not loaded.',
        zh: 'missing_keys 或 unexpected_keys 不正确，或者其余的没有加载。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, gone: readonly string[], extra: State) => {
        const model = newModel(context);
        const before = model.state_dict();
        const state = without(drawState(context, before), ...gone);
        const report = load(context, model, { ...extra, ...state }, { strict: false });
        expectLists(context, report, {
          loaded_keys: Object.keys(before).filter((key) => !gone.includes(key)),
          missing_keys: Object.keys(before).filter((key) => gone.includes(key)),
          mismatched_keys: [],
          unexpected_keys: Object.keys(extra),
        });
        expectValues(context, model, before, state);
      };
      sample('one-of-each', { title: { en: 'one of each', zh: '各一个' } }, (context) =>
        check(context, ['head.bias'], { step: context.torch.tensor(3) }),
      );
      hidden('several', { title: { en: 'several, also buffers', zh: '多个，包括缓冲区' } }, (context) => {
        const { rng } = context.given;
        const gone = ['encoder.1.running_mean', 'encoder.0.weight', 'head.weight'];
        check(context, rng.shuffled(gone), {
          'head.scale': rng.normal([2]),
          'encoder.2.weight': rng.normal([4]),
          a: rng.normal([]),
        });
      });
      hidden('nothing-fits', { title: { en: 'nothing fits', zh: '没有一个对得上' } }, (context) => {
        const model = newModel(context);
        const before = model.state_dict();
        expectLists(context, load(context, model, {}, { strict: false }), {
          loaded_keys: [],
          missing_keys: Object.keys(before),
          unexpected_keys: [],
        });
        expectValues(context, model, before, {});
      });
    },
  );

  behaviour(
    'throws-when-strict',
    {
      points: 2,
      title: { en: 'With strict, names every key that is amiss', zh: 'strict 为真时，指出每一个有问题的键' },
      says: {
        en: 'A state that does not fit was accepted although strict is true, or a key is not in the message.',
        zh: 'strict 为真却接受了对不上的 state，或者消息里少了某个键。',
      },
    },
    ({ sample, hidden }) => {
      const check = (
        context: TestContext,
        state: (full: State) => State,
        amiss: readonly string[],
        options?: Options,
      ) => {
        const model = newModel(context);
        const broken = state(drawState(context, model.state_dict()));
        for (const key of amiss)
          context
            .expect(() => load(context, model, broken, options), {
              en: `the error, for ${key}`,
              zh: `${key} 引起的错误`,
            })
            .toThrow({ message: new RegExp(key.replaceAll('.', '\\.')) });
      };
      sample('missing', { title: { en: 'a key is missing', zh: '缺少一个键' } }, (context) =>
        check(context, (full) => without(full, 'head.bias'), ['head.bias']),
      );
      hidden('each-kind', { title: { en: 'each kind by itself', zh: '各种情况分别出现' } }, (context) => {
        const { rng } = context.given;
        check(context, (full) => ({ ...full, 'head.scale': rng.normal([1]) }), ['head.scale'], { strict: true });
        check(context, (full) => ({ ...full, 'head.weight': rng.normal([5, 4]) }), ['head.weight'], { rename: {} });
        check(context, (full) => without(full, 'encoder.1.running_var'), ['encoder.1.running_var'], { strict: true });
      });
      hidden('all-kinds', { title: { en: 'all kinds at once', zh: '同时出现' } }, (context) =>
        check(
          context,
          (full) => ({
            ...without(full, 'head.bias', 'encoder.0.bias'),
            'encoder.0.weight': context.given.rng.normal([4, 5]),
            'head.weight': context.given.rng.normal([3, 4]),
            epoch: context.torch.tensor(1),
            'optimizer.lr': context.torch.tensor(0.1),
          }),
          ['head.bias', 'encoder.0.bias', 'encoder.0.weight', 'head.weight', 'epoch', 'optimizer.lr'],
        ),
      );
    },
  );

  behaviour(
    'loads-all-or-nothing',
    {
      points: 2,
      title: { en: 'Changes nothing when it throws', zh: '抛出错误时什么都不改变' },
      says: {
        en: 'It threw, and values of the model had already been changed.',
        zh: '抛出了异常，但模型的值已经被改动。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, state: (full: State) => State, options?: Options) => {
        const model = newModel(context);
        const before = model.state_dict();
        const broken = state(drawState(context, before));
        context.expect(() => load(context, model, broken, options)).toThrow();
        expectValues(context, model, before, {});
      };
      sample('missing', { title: { en: 'a key is missing', zh: '缺少一个键' } }, (context) =>
        check(context, (full) => without(full, 'head.bias')),
      );
      hidden('others', { title: { en: 'another shape, an unexpected key', zh: '形状不同，多出一个键' } }, (context) => {
        const { rng } = context.given;
        check(context, (full) => ({ ...full, 'head.bias': rng.normal([3]) }));
        check(context, (full) => ({ ...full, epoch: rng.normal([]) }));
      });
      hidden('same-name', { title: { en: 'two keys of one name', zh: '两个键变成同一个名字' } }, (context) => {
        const { rng } = context.given;
        for (const strict of [true, false])
          check(context, (full) => ({ ...full, 'old.bias': rng.normal([2]) }), { strict, rename: { old: 'head' } });
      });
    },
  );

  behaviour(
    'sees-through-wrappers',
    {
      points: 3,
      title: { en: 'Sees through the wrapper on either side', zh: '任意一侧有包装都能识别' },
      says: {
        en: 'module. was not left out where all keys begin with it, or it was where it is an ordinary name.',
        zh: '所有键都以 module. 开头时没有去掉它，或者在它只是普通名字时把它去掉了。',
      },
    },
    ({ sample, hidden }) => {
      const wrap = (key: string): string => `module.${key}`;
      const unwrap = (key: string): string => key.slice('module.'.length);
      sample(
        'state-wrapped',
        { title: { en: 'the state of a wrapped model', zh: 'state 来自包装过的模型' } },
        (context) => expectAllLoaded(context, newModel(context), wrap),
      );
      hidden('model-wrapped', { title: { en: 'the model is wrapped', zh: '模型被包装了' } }, (context) => {
        const classes = context.given.rng.integer(2, 4);
        expectAllLoaded(context, newModel(context, `DataParallel(${net(classes)})`), unwrap);
        expectAllLoaded(context, newModel(context, `DataParallel(${net(classes)})`), (key) => key);
      });
      hidden(
        'ordinary-name',
        { title: { en: 'module as an ordinary name', zh: 'module 只是普通的名字' } },
        (context) => {
          const inside = 'Sequential(Linear(2, 3), DataParallel(Linear(3, 2)))';
          expectAllLoaded(context, newModel(context, inside), (key) => key);
          expectAllLoaded(context, newModel(context, inside), wrap);
          const part = "ModuleDict({'module': Linear(2, 3), 'head': Linear(3, 2)})";
          expectAllLoaded(context, newModel(context, part), (key) => key);
          expectAllLoaded(context, newModel(context, part), wrap);
        },
      );
      hidden('only-some', { title: { en: 'only some keys begin with it', zh: '只有部分键以它开头' } }, (context) =>
        expectUnexpected(context, newModel(context), (key) => (key.startsWith('head.') ? wrap(key) : key), {}, [
          'head.weight',
          'head.bias',
        ]),
      );
      hidden('own-keys', { title: { en: 'keys as each side calls them', zh: '两侧各用自己的键名' } }, (context) => {
        const model = newModel(context, 'DataParallel(Linear(3, 2))');
        const { rng } = context.given;
        const state = { 'module.weight': rng.normal([2, 4]), 'module.step': rng.normal([]) };
        expectLists(context, load(context, model, state, { strict: false }), {
          missing_keys: ['module.bias'],
          mismatched_keys: ['module.weight'],
          unexpected_keys: ['module.step'],
        });
      });
    },
  );

  behaviour(
    'renames',
    {
      points: 3,
      title: { en: 'Replaces old names by new ones', zh: '把旧名换成新名' },
      says: {
        en: 'A key did not get the name that rename gives it, or one got a name that it does not give.',
        zh: '某个键没有得到 rename 规定的名字，或者改成了不该有的名字。',
      },
    },
    ({ sample, hidden }) => {
      const swapped = (key: string, from: string, to: string): string =>
        key === from || key.startsWith(`${from}.`) ? to + key.slice(from.length) : key;
      sample('one-name', { title: { en: 'backbone is now encoder', zh: 'backbone 现在叫 encoder' } }, (context) =>
        expectAllLoaded(context, newModel(context), (key) => swapped(key, 'encoder', 'backbone'), {
          rename: { backbone: 'encoder' },
        }),
      );
      hidden('dots', { title: { en: 'names end at a dot', zh: '名字到点为止' } }, (context) => {
        const rename = { enc: 'encoder', he: 'foot', 'encoder.1.run': 'encoder.1.walk' };
        expectAllLoaded(context, newModel(context), (key) => key, { rename });
        expectUnexpected(
          context,
          newModel(context),
          (key) => swapped(key, 'head', 'old.head'),
          { rename: { head: 'x' } },
          ['head.weight', 'head.bias'],
        );
      });
      hidden('whole-keys', { title: { en: 'whole keys and inner names', zh: '整个键和中间的名字' } }, (context) =>
        expectAllLoaded(
          context,
          newModel(context),
          (key) => swapped(swapped(key, 'head.weight', 'classifier'), 'encoder.1', 'norm'),
          { rename: { classifier: 'head.weight', norm: 'encoder.1' } },
        ),
      );
      hidden('taken-away', { title: { en: 'a part that goes away', zh: '去掉一部分' } }, (context) =>
        expectAllLoaded(context, newModel(context), (key) => `net.model.${key}`, { rename: { 'net.model': '' } }),
      );
      hidden('longest', { title: { en: 'the longest entry counts', zh: '取最长的一项' } }, (context) => {
        const change = (key: string) => (key.startsWith('head.') ? key.replace('head', 'old.fc') : `old.${key}`);
        expectAllLoaded(context, newModel(context), change, { rename: { old: '', 'old.fc': 'head' } });
        expectAllLoaded(context, newModel(context), change, { rename: { 'old.fc': 'head', old: '' } });
      });
      hidden('exchanged', { title: { en: 'two names exchanged', zh: '两个名字互换' } }, (context) => {
        const model = newModel(context, "ModuleDict({'a': Linear(2, 3), 'b': Linear(2, 3)})");
        expectAllLoaded(
          context,
          model,
          (key) => (key.startsWith('a.') ? swapped(key, 'a', 'b') : swapped(key, 'b', 'a')),
          {
            rename: { a: 'b', b: 'a' },
          },
        );
      });
      hidden('and-wrapped', { title: { en: 'renamed and wrapped', zh: '改名并且有包装' } }, (context) => {
        const rename = { backbone: 'encoder' };
        const change = (key: string) => `module.${swapped(key, 'encoder', 'backbone')}`;
        expectAllLoaded(context, newModel(context), change, { rename });
        expectAllLoaded(
          context,
          newModel(context, `DataParallel(${net()})`),
          (key) => swapped(key.slice('module.'.length), 'encoder', 'backbone'),
          { rename },
        );
      });
      hidden(
        'says-the-old-name',
        { title: { en: 'unexpected under its own name', zh: '多余的键仍用原来的名字' } },
        (context) => {
          const state = { 'module.old.scale': context.given.rng.normal([1]) };
          const report = load(context, newModel(context), state, { strict: false, rename: { old: 'head' } });
          expectLists(context, report, { unexpected_keys: ['module.old.scale'] });
        },
      );
    },
  );

  behaviour(
    'leaves-out-other-shapes',
    {
      points: 2,
      title: { en: 'Leaves out entries of another shape', zh: '跳过形状不同的项' },
      says: {
        en: 'An entry of another shape was loaded, stopped the rest, or is not in mismatched_keys alone.',
        zh: '形状不同的项被加载了、让其余的无法加载，或者没有只列在 mismatched_keys 里。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, shapes: { readonly [key: string]: readonly number[] }) => {
        const model = newModel(context);
        const before = model.state_dict();
        const state = drawState(context, before);
        const others = Object.fromEntries(
          Object.entries(shapes).map(([key, shape]) => [key, context.given.rng.normal(shape)]),
        );
        const report = load(context, model, { ...state, ...others }, { strict: false });
        const mismatched = Object.keys(before).filter((key) => Object.hasOwn(shapes, key));
        expectLists(context, report, {
          loaded_keys: Object.keys(before).filter((key) => !mismatched.includes(key)),
          missing_keys: [],
          mismatched_keys: mismatched,
          unexpected_keys: [],
        });
        expectValues(context, model, before, without(state, ...mismatched));
      };
      sample('another-head', { title: { en: 'a head for more classes', zh: '类别更多的输出层' } }, (context) =>
        check(context, { 'head.weight': [9, 4], 'head.bias': [9] }),
      );
      hidden('as-many-elements', { title: { en: 'as many elements', zh: '元素个数相同' } }, (context) =>
        check(context, { 'head.weight': [4, 2], 'encoder.0.weight': [3, 4], 'encoder.1.bias': [2, 2] }),
      );
      hidden('could-be-broadcast', { title: { en: 'what could be broadcast', zh: '可以广播的形状' } }, (context) =>
        check(context, { 'head.weight': [1, 4], 'encoder.0.bias': [1], 'encoder.1.running_var': [1, 4] }),
      );
    },
  );

  behaviour(
    'copies-into-the-tensors',
    {
      points: 2,
      title: { en: 'Copies values into the tensors that are there', zh: '把数值复制到已有的张量里' },
      says: {
        en: 'A tensor of the model was replaced, or changed in more than its values, or shares memory with the state.',
        zh: '模型的张量被替换了，或者除数值外还有别的变化，或者与 state 共享内存。',
      },
    },
    ({ sample, hidden }) => {
      sample('same-memory', { title: { en: 'the same memory', zh: '内存不变' } }, (context) => {
        const { expect } = context;
        const model = newModel(context);
        const keys = Object.keys(model.state_dict());
        const tensors = keys.map((key) => model.tensor(key));
        const state = drawState(context, model.state_dict());
        load(context, model, state);
        keys.forEach((key, i) => {
          const now = model.tensor(key);
          const label = { en: `${key} is in the same memory`, zh: `${key} 仍在原来的内存中` };
          expect(tensors[i]?.sharesMemoryWith(now) ?? false, label).toBe(true);
          expect(now.is_leaf, `${key}.is_leaf`).toBe(true);
        });
      });
      hidden('flags', { title: { en: 'flags, gradients and dtype', zh: '标志、梯度和 dtype' } }, (context) => {
        const { expect, given, torch } = context;
        const model = newModel(context);
        const before = model.state_dict();
        const gradient = given.rng.normal([2, 4]);
        model.module('encoder').requires_grad_(false);
        model.tensor('head.weight').setGrad(gradient);
        const facts = model.named_parameters().map(({ name, dtype, requires_grad }) => [name, dtype, requires_grad]);
        const state = drawState(context, before);
        const doubles = Object.fromEntries(
          Object.entries(state).map(([key, t]) => [key, t.is_floating_point() ? t.to(torch.float64) : t]),
        );
        const meter = given.meter(() => load(context, model, doubles));
        expect(meter).toStayWithin({ recorded: 0 });
        expect(
          model.named_parameters().map(({ name, dtype, requires_grad }) => [name, dtype, requires_grad]),
          { en: 'name, dtype and requires_grad', zh: '名字、dtype 和 requires_grad' },
        ).toEqual(facts);
        expect(model.tensor('head.weight').grad(), 'head.weight.grad').toBeClose(gradient, { rtol: 0, atol: 0 });
        expectValues(context, model, before, state);
      });
      hidden('a-copy', { title: { en: 'the state may change later', zh: '之后修改 state' } }, (context) => {
        const { given } = context;
        const model = newModel(context);
        const before = model.state_dict();
        const state = drawState(context, before);
        const sent = Object.fromEntries(Object.entries(state).map(([key, t]) => [key, given.tensor(t, { name: key })]));
        load(context, model, sent);
        for (const t of Object.values(sent)) t.method('zero_');
        expectValues(context, model, before, state);
      });
    },
  );

  behaviour(
    'leaves-the-state-alone',
    {
      points: 1,
      title: { en: 'Leaves the state as it was', zh: '不改变 state' },
      says: { en: 'Keys or values of the state have changed.', zh: 'state 的键或值发生了变化。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, change: (key: string) => string, options: Options) => {
        const { expect, given } = context;
        const model = newModel(context);
        const state = keyed(drawState(context, model.state_dict()), change);
        const sent = given.load(given.save({ ...state, 'module.step': context.torch.tensor(1) }));
        const keys = sent.keys();
        load(context, model, sent, { strict: false, ...options })
          .field('loaded_keys')
          .array();
        expect(sent.keys(), { en: 'keys of the state', zh: 'state 的键' }).toEqual(keys);
        const values = Object.fromEntries(
          Object.keys(state).map((key): [string, Tensor] => [key, sent.field(key).tensor().values]),
        );
        expect(values, 'state').toBeClose(state, { rtol: 0, atol: 0 });
      };
      sample('wrapped', { title: { en: 'a wrapped state', zh: '有包装的 state' } }, (context) =>
        check(context, (key) => `module.${key}`, {}),
      );
      hidden('renamed', { title: { en: 'a renamed state', zh: '改名的 state' } }, (context) =>
        check(context, (key) => `module.${key.replace('head', 'old')}`, { rename: { old: 'head' } }),
      );
    },
  );
});
