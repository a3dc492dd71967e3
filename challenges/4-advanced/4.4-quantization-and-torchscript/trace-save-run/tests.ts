import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, TestContext } from '#challenges/authoring.ts';
import type { Tensor } from '#engine/index.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

interface Kind {
  readonly description: string;
  /** Of one sample. */
  readonly shape: readonly number[];
}
const kinds = {
  vectors: {
    description: 'Sequential(Linear(5, 12), BatchNorm1d(12), ReLU(), Dropout(0.5), Linear(12, 3))',
    shape: [5],
  },
  images: {
    description:
      'Sequential(Sequential(Conv2d(1, 4, 3, padding=1), BatchNorm2d(4), ReLU(), Dropout(0.4)), MaxPool2d(2), Flatten(), Linear(36, 4))',
    shape: [1, 6, 6],
  },
} as const satisfies { readonly [name: string]: Kind };

const newModel = ({ given }: TestContext, kind: Kind, training = false): CandidateModule =>
  given.module(kind.description, { training, name: 'model' });
const draw = ({ given: { rng } }: TestContext, { shape }: Kind, rows: number): Tensor => rng.normal([rows, ...shape]);

function evaluated({ torch }: TestContext, model: CandidateModule, x: Tensor): Tensor {
  const out: unknown = model.twin().eval()(x);
  if (!(out instanceof torch.Tensor)) throw new Error('no tensor');
  return out.detach();
}

const exportModel = ({ candidate }: TestContext, model: CandidateModule, example: Tensor): Uint8Array =>
  candidate.call('export_model', model, example).bytes();
const load = ({ given }: TestContext, file: Uint8Array): CandidateModule => given.call('jit.load', file).module();

const output = { en: 'torch.jit.load(file)(x)', zh: 'torch.jit.load(file)(x)' };

/** A right file made from here: for what does not ask about export_model. */
function goodFile({ given }: TestContext, model: CandidateModule, example: Tensor): Uint8Array {
  const modes = model.named_modules().map(({ name, training }) => ({ name, training }));
  model.eval();
  const file = given.call('jit.trace', model, example).method('save').bytes();
  for (const { name, training } of modes) (name === '' ? model : model.module(name)).method('train', training);
  return file;
}

export default tests(({ behaviour }) => {
  behaviour(
    'the-file-computes-the-model',
    {
      points: 2,
      title: { en: 'The file computes what the model computes', zh: '文件的结果与模型一致' },
      says: {
        en: 'torch.jit.load cannot read the file, or the program in it gives other outputs than the model in evaluation mode.',
        zh: 'torch.jit.load 读不了这个文件，或者其中程序的输出与评估模式下的模型不同。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, kind: Kind, example: number, batches: readonly number[]) => {
        const model = newModel(context, kind);
        const program = load(context, exportModel(context, model, draw(context, kind, example)));
        for (const rows of batches) {
          const x = draw(context, kind, rows);
          context.expect(program.call(x), output).toBeClose(evaluated(context, model, x), tolerance);
        }
      };
      sample('vectors', { title: { en: 'a model for vectors', zh: '输入为向量的模型' } }, (context) =>
        check(context, kinds.vectors, 4, [4, 7]),
      );
      hidden('images', { title: { en: 'a model for images', zh: '输入为图像的模型' } }, (context) =>
        check(context, kinds.images, 2, [1, 3]),
      );
      hidden('one-row', { title: { en: 'exported on one row', zh: '示例只有一行' } }, (context) =>
        check(context, kinds.vectors, 1, [1, 5]),
      );
    },
  );

  behaviour(
    'in-evaluation-mode',
    {
      points: 3,
      title: { en: 'The program is in evaluation mode', zh: '程序处于评估模式' },
      says: {
        en: 'Exported from a model in training, the program drops units, normalises by the batch, or says that it is training.',
        zh: '从训练模式的模型导出时，程序会随机丢弃单元、按批次归一化，或者仍标着训练模式。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, kind: Kind, example: number) => {
        const { expect, given } = context;
        const model = newModel(context, kind, true);
        const x = draw(context, kind, 6);
        const wanted = evaluated(context, model, x); // before: exporting must not move the running statistics
        const program = load(context, exportModel(context, model, draw(context, kind, example)));
        for (const { name, training } of program.named_modules())
          expect(training, { en: `training of ${name || 'the program'}`, zh: `${name || '程序'}的 training` }).toBe(
            false,
          );
        expect(program.call(x), output).toBeClose(wanted, tolerance);
        const row = given.rng.integer(0, 5);
        expect(program.call(x.narrow(0, row, 1)), {
          en: 'one row of x alone',
          zh: '单独输入 x 的某一行',
        }).toBeClose(wanted.narrow(0, row, 1), tolerance);
      };
      sample('vectors', { title: { en: 'dropout and batch normalisation', zh: 'dropout 和批量归一化' } }, (context) =>
        check(context, kinds.vectors, 4),
      );
      hidden('images', { title: { en: 'in a nested model', zh: '嵌套的模型' } }, (context) =>
        check(context, kinds.images, 3),
      );
      hidden('one-row', { title: { en: 'exported on one row', zh: '示例只有一行' } }, (context) =>
        check(context, kinds.vectors, 1),
      );
    },
  );

  behaviour(
    'exporting-changes-nothing',
    {
      points: 2,
      title: { en: 'Exporting changes nothing', zh: '导出不改变任何东西' },
      says: {
        en: 'After the export, a mode, a parameter, a buffer, a gradient, the example or the random state is another.',
        zh: '导出之后，某个模式、参数、缓冲区、梯度、示例或随机状态变了。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, kind: Kind, training: boolean, frozen: readonly string[] = []) => {
        const { candidate, expect, given } = context;
        const model = newModel(context, kind, training);
        for (const name of frozen) {
          model.module(name).train(!training);
          model.module(name).requires_grad_(false);
        }
        model
          .call(draw(context, kind, 4))
          .tensor()
          .method('sum')
          .tensor()
          .backward();
        const example = given.tensor(draw(context, kind, 3), { name: 'example' });
        expect.unchanged(() => candidate.call('export_model', model, example).bytes(), {
          model,
          example,
          'random state': given.randomState,
        });
        expect(given.gradEnabled(), 'torch.is_grad_enabled()').toBe(true);
      };
      sample('in-training', { title: { en: 'a model in training', zh: '训练模式的模型' } }, (context) =>
        check(context, kinds.vectors, true),
      );
      hidden('in-evaluation', { title: { en: 'a model in evaluation', zh: '评估模式的模型' } }, (context) =>
        check(context, kinds.images, false),
      );
      hidden('mixed-modes', { title: { en: 'some layers in another mode', zh: '部分层处于另一种模式' } }, (context) => {
        check(context, kinds.vectors, true, ['1']);
        check(context, kinds.vectors, false, ['3']);
        check(context, kinds.images, true, ['0.1']);
      });
    },
  );

  behaviour(
    'is-a-snapshot',
    {
      points: 1,
      title: { en: 'The file stays as it was', zh: '文件不随模型变化' },
      says: {
        en: 'The program in the file changes with the model, or a second export is not that of the changed model.',
        zh: '文件中的程序会随模型变化，或者第二次导出的不是变化之后的模型。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, kind: Kind) => {
        const { expect, given } = context;
        const model = newModel(context, kind);
        const x = draw(context, kind, 3);
        const before = evaluated(context, model, x);
        const [first, program] = [1, 2].map(() => exportModel(context, model, draw(context, kind, 2)));
        if (!first || !program) throw new Error('no file');
        const running = load(context, program);
        model.load_state_dict(
          Object.fromEntries(
            Object.entries(model.state_dict()).map(([name, t]) => [
              name,
              t.is_floating_point() ? given.rng.uniform([...t.shape], 0.5, 1) : t,
            ]),
          ),
        );
        const after = exportModel(context, model, draw(context, kind, 2));
        expect(running.call(x), { en: 'the program that was loaded before', zh: '之前加载的程序' }).toBeClose(
          before,
          tolerance,
        );
        expect(load(context, first).call(x), { en: 'the file from before', zh: '之前的文件' }).toBeClose(
          before,
          tolerance,
        );
        expect(load(context, after).call(x), { en: 'the file from after', zh: '之后的文件' }).toBeClose(
          evaluated(context, model, x),
          tolerance,
        );
      };
      sample('vectors', { title: { en: 'a model for vectors', zh: '输入为向量的模型' } }, (context) =>
        check(context, kinds.vectors),
      );
      hidden('images', { title: { en: 'a model for images', zh: '输入为图像的模型' } }, (context) =>
        check(context, kinds.images),
      );
    },
  );

  behaviour(
    'runs-the-file',
    {
      points: 2,
      title: { en: 'run_model gives an output for each batch', zh: 'run_model 对每个批次给出输出' },
      says: {
        en: 'run_model does not give, for each batch in its order, what the program in the file gives.',
        zh: 'run_model 没有按顺序对每个批次给出文件中程序的输出。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, kind: Kind, sizes: readonly number[]) => {
        const { candidate, expect } = context;
        const model = newModel(context, kind, true);
        const file = goodFile(context, model, draw(context, kind, 2));
        const batches = sizes.map((rows) => draw(context, kind, rows));
        const outputs = candidate.call('run_model', file, batches);
        expect(outputs.array().length, { en: 'number of outputs', zh: '输出的个数' }).toBe(batches.length);
        for (const [i, x] of batches.entries())
          expect(outputs.at(i), `run_model(…)[${i}]`).toBeClose(evaluated(context, model, x), tolerance);
      };
      sample('two-batches', { title: { en: 'two batches', zh: '两个批次' } }, (context) =>
        check(context, kinds.vectors, [3, 1]),
      );
      hidden('more-batches', { title: { en: 'more batches, or none', zh: '更多的批次，或者没有' } }, (context) => {
        check(context, kinds.images, [1, 2, 3, 2]);
        check(context, kinds.vectors, []);
      });
    },
  );

  behaviour(
    'runs-without-a-graph',
    {
      points: 2,
      title: { en: 'run_model builds no graph and loads once', zh: 'run_model 不建图，只加载一次' },
      says: {
        en: 'Running the file recorded operations for backward, changed the grad mode, or loaded the file more than once.',
        zh: '运行文件时记录了反向传播用的操作、改变了求导模式，或者多次加载了文件。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, tracked: boolean, count: number) => {
        const { candidate, expect, given } = context;
        // Weights that are large beside the batches: to load them again would show in the bytes.
        const model = given.module('Sequential(Linear(48, 96), ReLU(), Linear(96, 48))', { name: 'model' });
        const file = goodFile(context, model, given.rng.normal([1, 48]));
        const batches = Array.from({ length: count }, (_, i) =>
          given.tensor(given.rng.normal([1, 48]), { requires_grad: tracked, name: `batches[${i}]` }),
        );
        const weights = Object.values(model.state_dict()).reduce((sum, t) => sum + t.numel() * t.element_size(), 0);
        const meter = given.meter(() => {
          for (const out of candidate.call('run_model', file, batches).array())
            expect(out.tensor().requires_grad, `${String(out.label)}.requires_grad`).toBe(false);
        });
        expect(meter).toStayWithin({ recorded: 0, savedBytes: 0, allocatedBytes: 3 * weights });
        expect(given.gradEnabled(), 'torch.is_grad_enabled()').toBe(true);
      };
      sample('plain-batches', { title: { en: 'eight batches', zh: '八个批次' } }, (context) =>
        check(context, false, 8),
      );
      hidden('tracked-batches', { title: { en: 'batches that require gradients', zh: '需要梯度的批次' } }, (context) =>
        check(context, true, 6),
      );
    },
  );

  behaviour(
    'measures-the-difference',
    {
      points: 3,
      title: { en: 'largest_difference finds the largest one', zh: 'largest_difference 找出最大的差' },
      says: {
        en: 'The number is not the largest absolute difference over all entries of all batches, in evaluation mode.',
        zh: '得到的不是评估模式下所有批次、所有元素中最大的绝对差。',
      },
    },
    ({ sample, hidden }) => {
      /** Changes the model after the export, so that the outputs are off by what `moved` says. */
      const check = (context: TestContext, training: boolean, sizes: readonly number[], bias: readonly number[]) => {
        const { candidate, expect, given, torch } = context;
        const kind = kinds.vectors;
        const model = newModel(context, kind, training);
        const file = goodFile(context, model, draw(context, kind, 2));
        const batches = sizes.map((rows, i) => draw(context, kind, rows).mul(i === 1 ? 4 : 1));
        const before = batches.map((x) => evaluated(context, model, x));
        const state = model.state_dict();
        const { '4.weight': weight, '4.bias': old } = state;
        if (!weight || !old) throw new Error('no last layer');
        model.load_state_dict({
          ...state,
          '4.weight': weight.add(given.rng.normal([...weight.shape]).mul(0.1)),
          '4.bias': old.add(torch.tensor([...bias]).float()),
        });
        const differences = batches.map((x, i) =>
          evaluated(context, model, x)
            .sub(before[i] ?? 0)
            .abs()
            .max()
            .item(),
        );
        const wanted = Math.max(0, ...differences);
        const found = expect.unchanged(() => candidate.call('largest_difference', model, file, batches), {
          model,
          'random state': given.randomState,
        });
        expect(found.number(), 'largest_difference(…)').toBeClose(wanted, tolerance);
      };
      sample(
        'the-model-itself',
        { title: { en: 'the model that was exported', zh: '就是导出的那个模型' } },
        (context) => {
          const { candidate, expect } = context;
          const model = newModel(context, kinds.vectors, true);
          const file = goodFile(context, model, draw(context, kinds.vectors, 2));
          const batches = [4, 1].map((rows) => draw(context, kinds.vectors, rows));
          expect(
            candidate.call('largest_difference', model, file, batches).number(),
            'largest_difference(…)',
          ).toBeClose(0, tolerance);
        },
      );
      sample('a-later-model', { title: { en: 'a model that was trained on', zh: '继续训练过的模型' } }, (context) =>
        check(context, true, [4, 5, 3], [0.25, -1, 0]),
      );
      hidden('other-batches', { title: { en: 'other batches, or none', zh: '其他批次，或者没有' } }, (context) => {
        check(context, false, [1], [0, 0, -0.5]);
        check(context, true, [2, 3, 2, 1], [3, 0, 0.5]);
        check(context, true, [2, 3, 2, 1], [-3, 0, -0.5]);
        check(context, false, [], [1, 1, 1]);
      });
      hidden('not-a-number', { title: { en: 'a NaN in one entry', zh: '某个元素为 NaN' } }, (context) => {
        const { candidate, expect, given } = context;
        const kind = kinds.vectors;
        const model = newModel(context, kind);
        const file = goodFile(context, model, draw(context, kind, 2));
        const bad = draw(context, kind, 3);
        bad.at(1, 2).fill_(NaN);
        for (const batches of [
          [bad, draw(context, kind, 2)],
          [draw(context, kind, 2), bad],
        ])
          expect(
            candidate
              .call(
                'largest_difference',
                model,
                file,
                batches.map((x) => given.tensor(x)),
              )
              .number(),
            'largest_difference(…)',
          ).toBe(NaN);
      });
    },
  );
});
