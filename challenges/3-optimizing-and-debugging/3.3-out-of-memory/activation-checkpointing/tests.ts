import { tests } from '#challenges/authoring.ts';
import type { Argument, CandidateModule, CandidateTensor, TestContext } from '#challenges/authoring.ts';
import type { Module, Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const slackBytes = 64;

const part = (width: number) => `Sequential(Linear(${width}, ${width}), Tanh(), Linear(${width}, ${width}), Tanh())`;

const checkpointed = (
  { candidate }: TestContext,
  fn: Argument,
  preserve: boolean,
  ...inputs: readonly Argument[]
): CandidateTensor =>
  candidate
    .get('Checkpoint')
    .method('apply', fn, preserve, ...inputs)
    .tensor();

const parts = ({ given }: TestContext, count: number, width: number): CandidateModule[] =>
  Array.from({ length: count }, (_, i) => given.module(part(width), { name: `part ${i}` }));
const through = (context: TestContext, models: readonly CandidateModule[], x: CandidateTensor): CandidateTensor =>
  models.reduce((h, model) => checkpointed(context, model, true, h), x);

function expectParameterGradients({ expect }: TestContext, model: CandidateModule, twin: Module, row = ''): void {
  for (const [name, p] of twin.named_parameters()) {
    const label = row === '' ? `${name}.grad` : `${row}: ${name}.grad`;
    expect(model.tensor(name).grad(), label).notToBeNull();
    expect(model.tensor(name).grad(), label).toBeClose(p.grad ?? NaN, tolerance);
  }
}

/** Parts one after the other, against copies that run plainly on this side. */
function expectGradients(context: TestContext, count: number, rows: number, stale = false): void {
  const { given, expect } = context;
  const width = given.rng.integer(3, 5);
  const models = parts(context, count, width);
  const twins = models.map((model) => model.twin());
  if (stale)
    for (const [i, model] of models.entries())
      for (const [name, p] of twins[i]?.named_parameters() ?? []) {
        const before = given.rng.normal([...p.shape]);
        model.tensor(name).setGrad(before);
        p.grad = before.clone();
      }
  const values = given.rng.normal([rows, width]);
  const upstream = given.rng.normal([rows, width]);
  const x = given.tensor(values, { requires_grad: true, name: 'x' });
  through(context, models, x).backward(upstream);
  const own = values.clone().requires_grad_(true);
  twins.reduce((h: Tensor, twin): Tensor => twin(h), own).backward(upstream);
  expect(x.grad(), 'x.grad').notToBeNull();
  expect(x.grad(), 'x.grad').toBeClose(own.grad ?? NaN, tolerance);
  for (const [i, model] of models.entries()) {
    const twin = twins[i];
    if (twin) expectParameterGradients(context, model, twin, `part ${i}`);
  }
}

/** A part with dropout: its output tells the mask, and so what the gradient must be. */
function withDropout({ given }: TestContext) {
  const width = given.rng.integer(20, 30);
  const model = given.module(`Sequential(Linear(${width}, ${width}), Dropout(0.5))`, { name: 'part' });
  const x = given.tensor(given.rng.normal([4, width]), { requires_grad: true, name: 'x' });
  const upstream = given.rng.normal([4, width]);
  return { model, x, upstream };
}

/** Gradients of a part that is run plainly, over there, from a seed. */
function plainly({ given }: TestContext, { model, x, upstream }: ReturnType<typeof withDropout>, seed: number) {
  given.manualSeed(seed);
  const output = model.call(x).tensor();
  output.backward(upstream);
  const [grads, ofInput] = [model.grads(), x.grad()];
  model.zero_grad();
  x.setGrad(null);
  return { values: output.values, grads, ofInput };
}

export default tests(({ behaviour }) => {
  behaviour(
    'computes-what-fn-computes',
    {
      points: 1,
      title: { en: 'Gives the result of fn', zh: '得到 fn 的结果' },
      says: {
        en: 'The result is not that of fn, or does not come from Checkpoint.',
        zh: '结果与 fn 不同，或者不是由 Checkpoint 产生的。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, rows: number) => {
        const { given, expect } = context;
        const [model] = parts(context, 1, 4);
        if (!model) return;
        const values = given.rng.normal([rows, 4]);
        const output = checkpointed(context, model, true, given.tensor(values, { requires_grad: true, name: 'x' }));
        expect(output, 'Checkpoint.apply(…)').toBeClose(model.twin()(values).detach(), tolerance);
        expect(output.grad_fn, 'grad_fn').toBe('CheckpointBackward');
      };
      sample('one-part', { title: { en: 'one part', zh: '一个部分' } }, (context) => check(context, 3));
      hidden('a-batch-of-one', { title: { en: 'a batch of one; a function', zh: '单个样本；普通函数' } }, (context) => {
        const { given, expect } = context;
        check(context, 1);
        const values = given.rng.normal([2, 3]);
        const x = given.tensor(values, { requires_grad: true, name: 'x' });
        const output = checkpointed(context, given.get('nn.functional.silu'), false, x);
        expect(output, 'Checkpoint.apply(silu, …)').toBeClose(context.torch.nn.functional.silu(values), tolerance);
      });
    },
  );

  behaviour(
    'gives-the-gradients',
    {
      points: 3,
      title: { en: 'Gives the gradients of the plain run', zh: '梯度与直接运行一致' },
      says: {
        en: 'A gradient is not the one that the parts give without checkpointing.',
        zh: '某个梯度与不做重计算时不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('one-part', { title: { en: 'one part', zh: '一个部分' } }, (context) => expectGradients(context, 1, 4));
      hidden('a-chain', { title: { en: 'parts one after the other', zh: '多个部分首尾相接' } }, (context) =>
        expectGradients(context, 3, context.given.rng.integer(1, 4)),
      );
      hidden(
        'gradients-from-before',
        { title: { en: 'gradients that were there before', zh: '原先已有梯度' } },
        (context) => expectGradients(context, 2, 3, true),
      );
      hidden(
        'several-inputs',
        { title: { en: 'several inputs, some without a gradient', zh: '多个输入，其中有的不需要梯度' } },
        (context) => {
          const { given, expect, torch } = context;
          const model = given.module('Bilinear(3, 4, 2)', { name: 'part' });
          const twin = model.twin();
          const [a, b] = [given.rng.normal([5, 3]), given.rng.normal([5, 4])];
          const upstream = given.rng.normal([5, 2]);
          const first = given.tensor(a, { name: 'first input' });
          const second = given.tensor(b, { requires_grad: true, name: 'second input' });
          checkpointed(context, model, true, first, second).backward(upstream);
          const own = b.clone().requires_grad_(true);
          twin(a, own).backward(upstream);
          expect(first.grad(), 'grad of the first input').toBeNull();
          expect(second.grad(), 'grad of the second input').toBeClose(own.grad ?? NaN, tolerance);
          expectParameterGradients(context, model, twin);

          const logits = given.rng.normal([4, 3]);
          const labels = given.rng.integers([4], 0, 3);
          const x = given.tensor(logits, { requires_grad: true, name: 'logits' });
          checkpointed(context, given.module('CrossEntropyLoss()', { name: 'loss' }), true, x, labels).backward();
          const scores = logits.clone().requires_grad_(true);
          torch.nn.functional.cross_entropy(scores, labels).backward();
          expect(x.grad(), 'logits.grad').toBeClose(scores.grad ?? NaN, tolerance);
        },
      );
    },
  );

  behaviour(
    'saves-only-the-inputs',
    {
      points: 3,
      title: { en: 'Saves only the inputs of the parts', zh: '只保存各部分的输入' },
      says: {
        en: 'More is saved for backward than the inputs of the parts and what a single part needs.',
        zh: '为反向传播保存的内容超过了各部分的输入加上单个部分所需。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, count: number, width: number, rows: number) => {
        const { given, expect } = context;
        const models = parts(context, count, width);
        const x = given.tensor(given.rng.normal([rows, width]), { requires_grad: true, name: 'x' });
        const upstream = given.tensor(given.rng.normal([rows, width]), { name: 'gradient' });
        const inputs = (count - 1) * rows * width * 4;
        const ofOne = given.meter(() => models[0]?.call(x)).savedBytesPeak;

        const forward = given.meter(() => through(context, models, x));
        expect(forward, { label: { en: 'forward', zh: '前向' } }).toStayWithin({ savedBytesPeak: inputs + slackBytes });
        const both = given.meter(() => through(context, models, x).method('backward', upstream));
        const label = { en: 'forward and backward', zh: '前向和反向' };
        expect(both, { label }).toStayWithin({ savedBytesPeak: inputs + ofOne + slackBytes });
        expect(x.grad(), 'x.grad').notToBeNull();
      };
      sample('the-example', { title: { en: 'the example of the statement', zh: '题面中的例子' } }, (context) =>
        check(context, 4, 8, 16),
      );
      hidden('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) => {
        const { rng } = context.given;
        check(context, rng.integer(5, 7), rng.integer(9, 12), rng.integer(10, 20));
        check(context, 1, 8, rng.integer(10, 20));
      });
    },
  );

  behaviour(
    'runs-fn-again-once',
    {
      points: 1,
      title: { en: 'Runs each part once more in backward', zh: '反向时每个部分恰好再运行一次' },
      says: {
        en: 'A part does not run exactly once in forward and once more in backward.',
        zh: '某个部分没有做到前向恰好运行一次、反向恰好再运行一次。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, count: number, width: number) => {
        const { given, expect } = context;
        const models = parts(context, count, width);
        const runs = given.spy(() => {}, { name: 'fn' });
        for (const model of models) model.method('register_forward_pre_hook', runs);
        const x = given.tensor(given.rng.normal([3, width]), { requires_grad: true, name: 'x' });
        const output = through(context, models, x);
        expect(runs.calls.length, { en: 'runs in forward', zh: '前向的运行次数' }).toBe(count);
        output.backward(given.rng.normal([3, width]));
        expect(runs.calls.length, { en: 'runs in forward and backward', zh: '前向和反向的运行次数' }).toBe(2 * count);
      };
      sample('one-part', { title: { en: 'one part', zh: '一个部分' } }, (context) => check(context, 1, 4));
      hidden('a-chain', { title: { en: 'parts one after the other', zh: '多个部分首尾相接' } }, (context) =>
        check(context, context.given.rng.integer(2, 4), 3),
      );
      hidden(
        'two-backwards',
        { title: { en: 'two backwards of one forward', zh: '一次前向，两次反向' } },
        (context) => {
          const { given, expect } = context;
          const [model] = parts(context, 1, 4);
          if (!model) return;
          const runs = given.spy(() => {}, { name: 'fn' });
          model.method('register_forward_pre_hook', runs);
          const x = given.tensor(given.rng.normal([3, 4]), { requires_grad: true, name: 'x' });
          const output = checkpointed(context, model, true, x);
          const upstream = given.rng.normal([3, 4]);
          output.backward(upstream, { retain_graph: true });
          const once = x.grad();
          output.backward(upstream);
          expect(runs.calls.length, { en: 'runs', zh: '运行次数' }).toBe(3);
          if (once) expect(x.grad(), 'x.grad').toBeClose(once.mul(2), tolerance);
        },
      );
    },
  );

  behaviour(
    'repeats-the-random-numbers',
    {
      points: 2,
      title: { en: 'Draws the same random numbers again', zh: '第二次运行抽到同样的随机数' },
      says: {
        en: 'In the second run, dropout drew another mask than in the first.',
        zh: '第二次运行时，dropout 的掩码与第一次不同。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, between: () => void) => {
        const { given, expect } = context;
        const setup = withDropout(context);
        const seed = given.rng.integer(1, 1e6);
        const plain = plainly(context, setup, seed);
        given.manualSeed(seed);
        const output = checkpointed(context, setup.model, true, setup.x);
        expect(output, 'Checkpoint.apply(…)').toBeClose(plain.values, tolerance);
        between();
        output.backward(setup.upstream);
        expect(setup.x.grad(), 'x.grad').notToBeNull();
        expect(setup.x.grad(), 'x.grad').toBeClose(plain.ofInput ?? NaN, tolerance);
        for (const [name, grad] of Object.entries(plain.grads))
          expect(setup.model.tensor(name).grad(), `${name}.grad`).toBeClose(grad ?? NaN, tolerance);
      };
      sample('dropout', { title: { en: 'a part with dropout', zh: '带 dropout 的部分' } }, (context) =>
        check(context, () => {}),
      );
      hidden(
        'others-draw-in-between',
        { title: { en: 'when others draw in between', zh: '中间有别处也在抽取随机数' } },
        (context) => check(context, () => void context.given.call('rand', context.given.rng.integer(1, 9))),
      );
    },
  );

  behaviour(
    'leaves-the-random-state',
    {
      points: 1,
      title: { en: 'Leaves the random state as backward found it', zh: '反向之后随机状态不变' },
      says: {
        en: 'After backward, the random state is not the one from before it.',
        zh: '反向之后，随机状态与反向之前不同。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, draws: number) => {
        const { given, expect } = context;
        const { model, x, upstream } = withDropout(context);
        const output = checkpointed(context, model, true, x);
        if (draws > 0) given.call('rand', draws);
        expect.unchanged(() => output.backward(upstream), { 'random state': given.randomState });
        expect(x.grad(), 'x.grad').notToBeNull();
      };
      sample('dropout', { title: { en: 'a part with dropout', zh: '带 dropout 的部分' } }, (context) =>
        check(context, 0),
      );
      hidden(
        'others-draw-in-between',
        { title: { en: 'when others draw in between', zh: '中间有别处也在抽取随机数' } },
        (context) => check(context, context.given.rng.integer(1, 9)),
      );
    },
  );

  behaviour(
    'preserves-only-when-asked',
    {
      points: 1,
      title: { en: 'Preserves the random state only when asked to', zh: '只在要求时才保留随机状态' },
      says: {
        en: 'Without preserve_rng_state, the second run must draw on from the state that it finds.',
        zh: 'preserve_rng_state 为 false 时，第二次运行应从当时的状态接着抽取。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext) => {
        const { given, expect } = context;
        const setup = withDropout(context);
        const [first, second] = [given.rng.integer(1, 1000), given.rng.integer(1001, 2000)];
        const plain = plainly(context, setup, second);
        const after = given.randomState.now();
        given.manualSeed(first);
        const output = checkpointed(context, setup.model, false, setup.x);
        given.manualSeed(second);
        output.backward(setup.upstream);
        expect(setup.x.grad(), 'x.grad').notToBeNull();
        expect(setup.x.grad(), 'x.grad').toBeClose(plain.ofInput ?? NaN, tolerance);
        expect(given.randomState.now(), { en: 'random state', zh: '随机状态' }).toBeClose(after);
      };
      sample('dropout', { title: { en: 'a part with dropout', zh: '带 dropout 的部分' } }, check);
      hidden('other-seeds', { title: { en: 'other seeds', zh: '其他种子' } }, check);
    },
  );
});
