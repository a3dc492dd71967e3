import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, State, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const threshold = 0.5;

interface Setting {
  readonly features: number;
  readonly hidden: number;
  readonly outputs: number;
  readonly limit: number;
  readonly state: State;
}

/** The first layer is positive, so that a row of one sign sets all of its units on, or none: which route is taken is certain. */
function drawSetting({ given: { rng } }: TestContext, bias = 0.01): Setting {
  const [features, hidden, outputs] = [rng.integer(3, 5), rng.integer(4, 6), rng.integer(2, 3)];
  return {
    features,
    hidden,
    outputs,
    limit: rng.pick([0.5, 1, 1.5, 2]),
    state: {
      'enter.weight': rng.uniform([hidden, features], 0.3, 1),
      'enter.bias': rng.uniform([hidden], 0.5 * bias, bias),
      'sparse.weight': rng.normal([outputs, hidden]),
      'sparse.bias': rng.normal([outputs]),
      'dense.weight': rng.normal([outputs, hidden]),
      'dense.bias': rng.normal([outputs]),
    },
  };
}

function build({ candidate }: TestContext, setting: Setting, training = false): CandidateModule {
  const { features, hidden, outputs, limit, state } = setting;
  const scorer = candidate.construct('Scorer', features, hidden, outputs, limit).module();
  scorer.load_state_dict(state);
  scorer.train(training);
  return scorer;
}

const load = (context: TestContext, bytes: Uint8Array): CandidateModule => {
  const loaded = context.given.call('jit.load', bytes);
  return loaded.module();
};
const exportOn = ({ candidate }: TestContext, scorer: CandidateModule, example: Tensor): Uint8Array =>
  candidate.call('export_scorer', scorer, example).bytes();

interface Batch {
  /** Largest absolute value, as a multiple of the limit. */
  readonly peak: number;
  /** Rows that switch the units on, and rows that switch them off. */
  readonly on: number;
  readonly off: number;
}

function drawBatch({ given: { rng }, torch }: TestContext, { features, limit }: Setting, { peak, on, off }: Batch) {
  const rows = rng.shuffled([...Array(on).fill(1), ...Array(off).fill(-1)]);
  const loudest = [rng.integer(0, rows.length - 1), rng.integer(0, features - 1)];
  return torch
    .tensor(
      rows.map((sign, i) =>
        Array.from({ length: features }, (_, j) => {
          const size = i === loudest[0] && j === loudest[1] ? 1 : rng.number(0.5, 0.95);
          return sign * size * peak * limit;
        }),
      ),
    )
    .float();
}

function part(state: State, name: string): Tensor {
  const tensor = state[name];
  if (!tensor) throw new Error(`no ${name}`);
  return tensor;
}

/** In float64. What decides is read off and is a constant. */
function scores({ limit, state }: Setting, input: Tensor): Tensor {
  const linear = (layer: string, x: Tensor) =>
    x.matmul(part(state, `${layer}.weight`).double().t()).add(part(state, `${layer}.bias`).double());
  const x = input.double();
  const peak = x.abs().max().item();
  const h = linear('enter', x.mul(peak > limit ? limit / peak : 1)).relu();
  const active = h.gt(0).double().mean().item();
  return linear(active < threshold ? 'sparse' : 'dense', h);
}

const exported = { en: 'exported(x)', zh: '导出的程序(x)' };

/** Exports on one batch, compares on all others: the file, and the scorer itself. */
function check(
  context: TestContext,
  setting: Setting,
  example: Batch,
  others: { readonly [name: string]: Batch },
): void {
  const { given, expect } = context;
  const scorer = build(context, setting);
  const program = load(context, exportOn(context, scorer, drawBatch(context, setting, example)));
  for (const [name, batch] of given.table(others)) {
    const x = drawBatch(context, setting, batch);
    const wanted = scores(setting, x).float();
    expect(program.call(x), { en: `exported(x), ${name}`, zh: `导出的程序(x)，${name}` }).toBeClose(wanted, tolerance);
    expect(scorer.call(x), `scorer(x), ${name}`).toBeClose(wanted, tolerance);
  }
}

const dense = { on: 4, off: 0 };
const sparse = { on: 1, off: 3 };
const quiet = 0.5;

export default tests(({ behaviour }) => {
  behaviour(
    'follows-the-branch',
    {
      points: 3,
      title: { en: 'The file takes the branch of its input', zh: '导出的程序按自己的输入选择分支' },
      says: {
        en: 'The exported program takes the last layer that the example took, not the one its input asks for.',
        zh: '导出的程序用的是示例当时走的那一层，而不是输入应走的那一层。',
      },
    },
    ({ sample, hidden }) => {
      sample('as-observed', { title: { en: 'exported on a dense batch', zh: '用 dense 的批次导出' } }, (context) =>
        check(
          context,
          drawSetting(context),
          { peak: quiet, ...dense },
          { sparse: { peak: quiet, ...sparse }, dense: { peak: quiet, ...dense } },
        ),
      );
      hidden('the-other-way', { title: { en: 'exported on a sparse batch', zh: '用 sparse 的批次导出' } }, (context) =>
        check(
          context,
          drawSetting(context),
          { peak: quiet, ...sparse },
          { dense: { peak: quiet, ...dense }, sparse: { peak: quiet, ...sparse } },
        ),
      );
      hidden('other-sizes', { title: { en: 'other sizes, also one row', zh: '其他大小，包括只有一行' } }, (context) =>
        check(
          context,
          drawSetting(context),
          { peak: quiet, on: 3, off: 1 },
          {
            '1 row, on': { peak: quiet, on: 1, off: 0 },
            '1 row, off': { peak: quiet, on: 0, off: 1 },
            '7 rows, 3 on': { peak: quiet, on: 3, off: 4 },
            '7 rows, 4 on': { peak: quiet, on: 4, off: 3 },
          },
        ),
      );
    },
  );

  behaviour(
    'scales-by-its-own-peak',
    {
      points: 3,
      title: { en: 'The file scales by the peak of its input', zh: '导出的程序按自己输入的峰值缩放' },
      says: {
        en: 'The exported program scales by the peak of the example, or not at all.',
        zh: '导出的程序按示例的峰值缩放，或者根本不缩放。',
      },
    },
    ({ sample, hidden }) => {
      const batches = (context: TestContext) => ({
        quiet: { peak: context.given.rng.number(0.3, 0.8), ...dense },
        loud: { peak: context.given.rng.number(1.5, 3), ...dense },
        louder: { peak: context.given.rng.number(6, 9), ...dense },
      });
      sample('on-a-loud-batch', { title: { en: 'exported on a loud batch', zh: '用响的批次导出' } }, (context) =>
        check(context, drawSetting(context), { peak: 2, ...dense }, batches(context)),
      );
      hidden('on-a-quiet-batch', { title: { en: 'exported on a quiet batch', zh: '用安静的批次导出' } }, (context) =>
        check(context, drawSetting(context), { peak: quiet, ...dense }, batches(context)),
      );
      hidden('other-sizes', { title: { en: 'other sizes', zh: '其他大小' } }, (context) =>
        check(
          context,
          drawSetting(context),
          { peak: 4, ...dense },
          {
            '1 row, quiet': { peak: 0.7, on: 1, off: 0 },
            '1 row, loud': { peak: 3, on: 1, off: 0 },
            '6 rows, loud': { peak: 5, on: 6, off: 0 },
            'negative, loud': { peak: 5, on: 2, off: 1 },
          },
        ),
      );
    },
  );

  behaviour(
    'at-the-thresholds',
    {
      points: 1,
      title: { en: 'Decides as before at the thresholds', zh: '恰好在阈值上时，判断与原来一致' },
      says: {
        en: 'With a peak at the limit, half of the units active, or only zeros, the exported program decides otherwise.',
        zh: '峰值恰好等于 limit、恰好一半单元激活，或者输入全为零时，导出的程序判断不同。',
      },
    },
    ({ sample, hidden }) => {
      sample('half-active', { title: { en: 'exactly half of the units', zh: '恰好一半单元激活' } }, (context) =>
        check(context, drawSetting(context), { peak: quiet, ...sparse }, { half: { peak: quiet, on: 2, off: 2 } }),
      );
      hidden(
        'peak-at-the-limit',
        { title: { en: 'a peak at the limit, and half active', zh: '峰值等于 limit，且一半激活' } },
        (context) =>
          check(
            context,
            drawSetting(context),
            { peak: 3, ...sparse },
            { 'at the limit': { peak: 1, on: 3, off: 3 }, beyond: { peak: 1.25, on: 3, off: 3 } },
          ),
      );
      hidden('zeros', { title: { en: 'only zeros', zh: '全为零' } }, (context) => {
        const { expect, torch } = context;
        for (const [bias, example] of [
          [0.01, sparse],
          [-0.01, dense],
        ] as const) {
          const setting = drawSetting(context, bias);
          const scorer = build(context, setting);
          const program = load(
            context,
            exportOn(context, scorer, drawBatch(context, setting, { peak: 2, ...example })),
          );
          const x = torch.zeros([3, setting.features]);
          expect(program.call(x), exported).toBeClose(scores(setting, x).float(), tolerance);
        }
      });
    },
  );

  behaviour(
    'passes-the-gradient',
    {
      points: 2,
      title: { en: 'Gradients treat peak and share as constants', zh: '求梯度时，峰值和比例都是常数' },
      says: {
        en: 'The gradient of x through the exported program is not that of Scorer, where peak and share are constants.',
        zh: '经过导出的程序得到的 x 的梯度与 Scorer 的不同，在那里峰值和比例都是常数。',
      },
    },
    ({ sample, hidden }) => {
      const gradient = (context: TestContext, setting: Setting, example: Batch, x: Tensor, name: string) => {
        const { given, expect } = context;
        const scorer = build(context, setting);
        const program = load(context, exportOn(context, scorer, drawBatch(context, setting, example)));
        const upstream = given.rng.normal([x.size(0), setting.outputs]);
        const reference = x.double().requires_grad_(true);
        scores(setting, reference).backward(upstream.double());
        for (const [which, module] of [
          ['exported', program],
          ['scorer', scorer],
        ] as const) {
          const input = given.tensor(x, { requires_grad: true, name: 'x' });
          module.call(input).tensor().backward(upstream);
          const label = `x.grad, ${which}, ${name}`;
          expect(input.grad(), label).notToBeNull();
          expect(input.grad(), label).toBeClose(reference.grad?.float() ?? NaN, tolerance);
        }
      };
      sample('a-loud-batch', { title: { en: 'a loud batch', zh: '响的批次' } }, (context) => {
        const setting = drawSetting(context);
        gradient(context, setting, { peak: 2, ...sparse }, drawBatch(context, setting, { peak: 5, ...dense }), 'loud');
      });
      hidden('other-batches', { title: { en: 'quiet, sparse, one row', zh: '安静、sparse、只有一行' } }, (context) => {
        const setting = drawSetting(context);
        const example = { peak: 2, ...dense };
        for (const [name, batch] of context.given.table<Batch>({
          'quiet, sparse': { peak: quiet, on: 1, off: 2 },
          'loud, sparse': { peak: 3, ...sparse },
          'one row': { peak: 4, on: 1, off: 0 },
        }))
          gradient(context, setting, example, drawBatch(context, setting, batch), name);
      });
      hidden('zeros', { title: { en: 'only zeros', zh: '全为零' } }, (context) => {
        const setting = drawSetting(context);
        const x = context.torch.zeros([2, setting.features]);
        gradient(context, setting, { peak: 2, ...sparse }, x, 'zeros');
      });
    },
  );

  behaviour(
    'stands-alone',
    {
      points: 1,
      title: { en: 'The file holds the whole program, for evaluation', zh: '文件包含整个评估模式的程序' },
      says: {
        en: 'What the file computes depends on the mode of the scorer, or on what became of it after the export.',
        zh: '文件算出的结果取决于导出时 scorer 的模式，或者取决于导出之后 scorer 的变化。',
      },
    },
    ({ sample, hidden }) => {
      const alone = (context: TestContext, training: boolean) => {
        const { expect } = context;
        const setting = drawSetting(context);
        const scorer = build(context, setting, training);
        const bytes = exportOn(context, scorer, drawBatch(context, setting, { peak: 2, ...dense }));
        scorer.load_state_dict(drawStateLike(context, setting.state));
        const program = load(context, bytes);
        for (const module of program.named_modules())
          expect(module.training, {
            en: `training of ${module.name || 'the program'}`,
            zh: `${module.name || '程序'}的 training`,
          }).toBe(false);
        for (const batch of [
          { peak: 5, ...sparse },
          { peak: quiet, ...dense },
        ]) {
          const x = drawBatch(context, setting, batch);
          expect(program.call(x), exported).toBeClose(scores(setting, x).float(), tolerance);
        }
      };
      sample(
        'scorer-in-evaluation',
        { title: { en: 'exported in evaluation mode', zh: '在评估模式下导出' } },
        (context) => alone(context, false),
      );
      hidden('scorer-in-training', { title: { en: 'exported in training mode', zh: '在训练模式下导出' } }, (context) =>
        alone(context, true),
      );
    },
  );

  behaviour(
    'leaves-the-scorer-alone',
    {
      points: 1,
      title: { en: 'The scorer goes on as before', zh: '导出不影响 scorer' },
      says: {
        en: 'Exporting changed the scorer, its mode or the random state, or the file does not compute what the scorer does.',
        zh: '导出改变了 scorer、它的模式或随机状态，或者文件与 scorer 的结果不一致。',
      },
    },
    ({ sample, hidden }) => {
      const untouched = (context: TestContext, training: boolean) => {
        const { given, expect } = context;
        const setting = drawSetting(context);
        const scorer = build(context, setting, training);
        const example = given.tensor(drawBatch(context, setting, { peak: 3, ...sparse }), { name: 'example' });
        const bytes = expect.unchanged(() => context.candidate.call('export_scorer', scorer, example).bytes(), {
          scorer,
          example,
          'random state': given.randomState,
        });
        scorer.eval();
        const program = load(context, bytes);
        for (const batch of [
          { peak: quiet, ...dense },
          { peak: 6, ...sparse },
        ]) {
          const x = drawBatch(context, setting, batch);
          expect(program.call(x), exported).toBeClose(scorer.call(x).tensor().values, tolerance);
        }
      };
      sample('in-training', { title: { en: 'a scorer in training', zh: '训练模式的 scorer' } }, (context) =>
        untouched(context, true),
      );
      hidden(
        'drops-in-training',
        { title: { en: 'it still drops units in training', zh: '训练模式下仍会随机丢弃' } },
        (context) => {
          const { expect } = context;
          const setting = drawSetting(context);
          const scorer = build(context, setting, true);
          const program = load(context, exportOn(context, scorer, drawBatch(context, setting, { peak: 2, ...sparse })));
          const label = { en: 'entries that differ between two calls', zh: '两次调用之间不同的元素个数' };
          // 32 active units or more on either route: that both calls drop the same ones does not happen.
          for (const batch of [
            { peak: quiet, on: 8, off: 12 },
            { peak: quiet, on: 12, off: 2 },
          ]) {
            const x = drawBatch(context, setting, batch);
            const [one, other] = [scorer.call(x).tensor().values, scorer.call(x).tensor().values];
            expect(one.ne(other).sum().item(), label).toBeGreaterThan(0);
            scorer.eval();
            expect(program.call(x), exported).toBeClose(scorer.call(x).tensor().values, tolerance);
            scorer.train();
          }
        },
      );
      hidden('in-evaluation', { title: { en: 'a scorer in evaluation', zh: '评估模式的 scorer' } }, (context) =>
        untouched(context, false),
      );
    },
  );
});

const drawStateLike = ({ given: { rng } }: TestContext, state: State): State =>
  Object.fromEntries(Object.entries(state).map(([name, t]) => [name, rng.normal([...t.shape])]));
