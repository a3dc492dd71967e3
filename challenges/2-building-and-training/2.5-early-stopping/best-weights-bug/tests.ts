import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, Given, Meter, Returned, State, TestContext } from '#challenges/authoring.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;

const newModel = (given: Given): CandidateModule =>
  given.module('Sequential(Linear(3, 4), BatchNorm1d(4), Tanh(), Linear(4, 2))', { name: 'model' });
const isBuffer = (name: string): boolean => /running_|num_batches/.test(name);
const only = (state: State, wanted: (name: string) => boolean): State =>
  Object.fromEntries(Object.entries(state).filter(([name]) => wanted(name)));

/** Other values for everything in a state; variances stay positive, the counter of batches counts. */
function drawState({ given: { rng }, torch }: TestContext, like: State, epoch: number): State {
  return Object.fromEntries(
    Object.entries(like).map(([name, t]) => [
      name,
      t.is_floating_point()
        ? rng.uniform([...t.shape], name.endsWith('running_var') ? 0.5 : -1, 1.5)
        : torch.full([], 10 * epoch).long(),
    ]),
  );
}

interface Watched {
  readonly report: Returned;
  readonly model: CandidateModule;
  /** After each epoch; index 0 is before training. */
  readonly states: readonly State[];
  readonly order: readonly string[];
  readonly modes: readonly boolean[];
  readonly recording: readonly boolean[];
  readonly meter: Meter;
}

/** Runs fit on given losses; every epoch overwrites all of the model in place, as training does. */
function watch(context: TestContext, losses: readonly number[], drawn?: readonly State[]): Watched {
  const { candidate, given } = context;
  const model = newModel(given);
  const states: State[] = [model.state_dict()];
  const [order, modes, recording]: [string[], boolean[], boolean[]] = [[], [], []];
  const note = (name: string) => {
    order.push(name);
    modes.push(model.training());
    recording.push(given.gradEnabled());
  };
  const train_epoch = given.spy(
    () => {
      note('train_epoch');
      const next = drawn?.[states.length - 1] ?? drawState(context, states[0] ?? {}, states.length);
      states.push(next);
      model.load_state_dict(next);
    },
    { name: 'train_epoch' },
  );
  let validations = 0;
  const validate = given.spy(
    () => {
      note('validate');
      return losses[validations++] ?? 1e6;
    },
    { name: 'validate' },
  );
  let report: Returned | undefined;
  const meter = given.meter(() => {
    report = candidate.call('fit', { model, train_epoch, validate, epochs: losses.length });
  });
  if (!report) throw new Error('fit gave nothing back');
  return { report, model, states, order, modes, recording, meter };
}

/** Falls to its lowest in epoch `best`, which is never the last, then rises. */
function valley({ rng }: Given): { readonly losses: readonly number[]; readonly best: number } {
  const best = rng.integer(2, 3);
  const epochs = best + rng.integer(1, 3);
  const lowest = rng.number(0.2, 0.5);
  return {
    best,
    losses: Array.from({ length: epochs }, (_, i) => lowest + Math.abs(i + 1 - best) * rng.number(0.1, 0.2)),
  };
}

function expectState(
  { expect }: TestContext,
  model: CandidateModule,
  wanted: State | undefined,
  part: (name: string) => boolean,
): void {
  expect(only(model.state_dict(), part), 'model.state_dict()').toBeClose(only(wanted ?? {}, part), tolerance);
}

export default tests(({ behaviour }) => {
  behaviour(
    'restores-the-best-parameters',
    {
      points: 3,
      title: { en: 'Gives back the parameters of the best epoch', zh: '恢复最佳 epoch 的参数' },
      says: {
        en: 'The parameters that come back are not those of the best epoch.',
        zh: '返回的参数不是最佳 epoch 的参数。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, losses: readonly number[], best: number) => {
        const { model, states } = watch(context, losses);
        expectState(context, model, states[best], (name) => !isBuffer(name));
      };
      sample('as-observed', { title: { en: 'the losses of the statement', zh: '题面中的损失' } }, (context) =>
        check(context, [0.9, 0.4, 0.6, 0.8], 2),
      );
      hidden('other-losses', { title: { en: 'other losses', zh: '其他损失' } }, (context) => {
        const { losses, best } = valley(context.given);
        check(context, losses, best);
      });
      hidden(
        'first-is-best',
        { title: { en: 'the first epoch is the best', zh: '第一个 epoch 就是最佳' } },
        (context) => check(context, [0.25, 0.5, 0.75], 1),
      );
      hidden('equal-losses', { title: { en: 'of equal losses the first', zh: '损失相等时取先出现的' } }, (context) =>
        check(context, [0.75, 0.5, 0.5, 0.5, 1], 2),
      );
    },
  );

  behaviour(
    'restores-the-buffers',
    {
      points: 2,
      title: { en: 'Gives back the buffers of the best epoch', zh: '恢复最佳 epoch 的缓冲区' },
      says: {
        en: "Batch normalisation's buffers are not those of the best epoch.",
        zh: '批量归一化的缓冲区不是最佳 epoch 的。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, losses: readonly number[], best: number) => {
        const { model, states } = watch(context, losses);
        expectState(context, model, states[best], isBuffer);
      };
      sample('as-observed', { title: { en: 'the losses of the statement', zh: '题面中的损失' } }, (context) =>
        check(context, [0.9, 0.4, 0.6, 0.8], 2),
      );
      hidden('other-losses', { title: { en: 'other losses', zh: '其他损失' } }, (context) => {
        const { losses, best } = valley(context.given);
        check(context, losses, best);
      });
    },
  );

  behaviour(
    'hands-out-a-snapshot',
    {
      points: 2,
      title: { en: 'best_state is a snapshot that stays', zh: 'best_state 是不会再变的快照' },
      says: {
        en: 'best_state is not the whole state of the best epoch, or changes with the model.',
        zh: 'best_state 不是最佳 epoch 的完整状态，或者会随模型改变。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, losses: readonly number[], best: number) => {
        const { expect } = context;
        const { report, model, states } = watch(context, losses);
        const wanted = states[best] ?? {};
        const kept = report.field('best_state');
        expect(kept.keys(), 'Object.keys(best_state)').toEqual(Object.keys(wanted));
        const tensors = Object.keys(wanted).map((name) => [name, kept.field(name).tensor()] as const);
        // The model goes on after fit, in place, as further training would move it.
        model.load_state_dict(drawState(context, wanted, 99));
        for (const [name, tensor] of tensors) {
          expect(tensor.now(), `best_state['${name}']`).toBeClose(wanted[name] ?? NaN, tolerance);
          expect(tensor.requires_grad, `best_state['${name}'].requires_grad`).toBe(false);
        }
      };
      sample('as-observed', { title: { en: 'the losses of the statement', zh: '题面中的损失' } }, (context) =>
        check(context, [0.9, 0.4, 0.6, 0.8], 2),
      );
      hidden('last-is-best', { title: { en: 'the last epoch is the best', zh: '最后一个 epoch 最佳' } }, (context) =>
        check(context, [0.9, 0.6, 0.3], 3),
      );
      hidden('other-losses', { title: { en: 'other losses', zh: '其他损失' } }, (context) => {
        const { losses, best } = valley(context.given);
        check(context, losses, best);
      });
    },
  );

  behaviour(
    'restores-again',
    {
      points: 2,
      title: { en: 'Restores the same weights every time', zh: '每次恢复出的权重都相同' },
      says: {
        en: 'restore() does not give the best weights each time, in the memory of the model.',
        zh: 'restore() 没有每次都在模型原有的内存里恢复最佳权重。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, rounds: number) => {
        const { candidate, given, expect } = context;
        const model = newModel(given);
        const best = candidate.construct('BestWeights');
        const wanted = model.state_dict();
        // Whoever holds the parameters, as an optimizer does, must see them come back.
        const held = model.named_parameters().map(({ name }) => [name, model.tensor(name)] as const);
        expect(best.method('update', 1, 0.5, model), 'update(1, 0.5, model)').toBe(true);
        for (let round = 1; round <= rounds; round++) {
          model.load_state_dict(drawState(context, wanted, round));
          expect(best.method('update', 1 + round, 0.5 + round, model), {
            en: 'update() with a higher loss',
            zh: '损失更高时的 update()',
          }).toBe(false);
          best.method('restore', model);
          expect(model.state_dict(), {
            en: `model.state_dict() after restore ${round}`,
            zh: `第 ${round} 次 restore 之后的 model.state_dict()`,
          }).toBeClose(wanted, tolerance);
          for (const [name, tensor] of held)
            expect(tensor.now(), {
              en: `${name}, as the optimizer holds it, after restore ${round}`,
              zh: `第 ${round} 次 restore 之后优化器手中的 ${name}`,
            }).toBeClose(wanted[name] ?? NaN, tolerance);
        }
        expect(best.field('epoch'), 'epoch').toBe(1);
        expect(best.field('loss'), 'loss').toBe(0.5);
      };
      sample('twice', { title: { en: 'twice, with training in between', zh: '恢复两次，中间继续训练' } }, (context) =>
        check(context, 2),
      );
      hidden('more-often', { title: { en: 'more often', zh: '恢复更多次' } }, (context) =>
        check(context, context.given.rng.integer(3, 4)),
      );
    },
  );

  behaviour(
    'reports-what-the-model-does',
    {
      points: 2,
      title: { en: 'The model validates at best_loss', zh: '返回的模型再验证一次正好是 best_loss' },
      says: {
        en: 'Validated once more, the model does not have the loss that was reported, or the run went differently.',
        zh: '把返回的模型再验证一次，损失与报告不符，或者训练过程变了样。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'validate-again',
        { title: { en: 'validated once more on real values', zh: '用真实数值再验证一次' } },
        (context) => {
          const { given, expect, torch } = context;
          const [x, y] = [given.rng.normal([6, 3]), given.rng.normal([6, 2])];
          const twin = newModel(given).twin();
          const lossOf = (state: State): number => {
            twin.load_state_dict(state);
            twin.eval();
            return torch.nn.functional.mse_loss(twin(x), y).item();
          };
          const first = twin.state_dict();
          const ranked = Array.from({ length: 5 }, (_, i) => drawState(context, first, i + 1))
            .map((state) => ({ state, loss: lossOf(state) }))
            .sort((a, b) => a.loss - b.loss);
          const [lowest, ...others] = ranked;
          if (!lowest) throw new Error('five states were drawn');
          const shuffled = given.rng.shuffled(others);
          const epochs = [...shuffled.slice(0, 2), lowest, ...shuffled.slice(2)];
          const { report, model } = watch(
            context,
            epochs.map(({ loss }) => loss),
            epochs.map(({ state }) => state),
          );
          model.eval();
          const again = torch.nn.functional.mse_loss(model.call(x).tensor().values, y).item();
          expect(report.field('best_epoch'), 'best_epoch').toBe(3);
          expect(again, { en: 'loss of the model that came back', zh: '返回的模型的损失' }).toBeClose(
            report.field('best_loss').number(),
            { rtol: 1e-5, atol: 1e-5 },
          );
        },
      );
      hidden(
        'what-was-right',
        { title: { en: 'what was right stays right', zh: '原来正确的地方仍然正确' } },
        (context) => {
          const { given, expect } = context;
          const { losses, best } = valley(given);
          const { report, order, modes, recording } = watch(context, losses);
          const each = <T>(pair: readonly T[]): T[] => losses.flatMap(() => pair);
          expect(order, { en: 'calls', zh: '调用顺序' }).toEqual(each(['train_epoch', 'validate']));
          expect(modes, { en: 'model.training in each call', zh: '每次调用时的 model.training' }).toEqual(
            each([true, false]),
          );
          expect(recording, { en: 'gradients recorded in each call', zh: '每次调用时是否记录梯度' }).toEqual(
            each([true, false]),
          );
          expect(report.field('best_epoch'), 'best_epoch').toBe(best);
          expect(report.field('best_loss'), 'best_loss').toBe(losses[best - 1] ?? NaN);
          expect(report.field('val_losses'), 'val_losses').toEqual([...losses]);
        },
      );
    },
  );

  behaviour(
    'copies-only-improvements',
    {
      points: 1,
      title: { en: 'Copies weights only for an improvement', zh: '只在有改进时复制权重' },
      says: {
        en: 'Weights are copied in epochs that are no improvement, or never.',
        zh: '没有改进的 epoch 也复制了权重，或者从未复制。',
      },
    },
    ({ sample, hidden }) => {
      const bytesOf = (state: State): number =>
        Object.values(state).reduce((sum, t) => sum + t.numel() * t.element_size(), 0);
      const check = (context: TestContext, losses: readonly number[], improvements: number) => {
        const { meter, states } = watch(context, losses);
        const bytes = bytesOf(states[0] ?? {});
        context
          .expect(meter.outside())
          .toStayWithin({ allocatedBytes: { atLeast: bytes, atMost: (improvements + 1) * bytes } });
      };
      sample(
        'one-improvement',
        { title: { en: 'one improvement in six epochs', zh: '六个 epoch 中一次改进' } },
        (context) => check(context, [0.5, 0.6, 0.7, 0.8, 0.9, 1], 1),
      );
      hidden('two-improvements', { title: { en: 'two in seven', zh: '七个 epoch 中两次改进' } }, (context) => {
        const { rng } = context.given;
        const rise = Array.from({ length: 5 }, () => rng.number(0.6, 0.9));
        check(context, [0.5, ...rise.slice(0, 2), 0.25, ...rise.slice(2)], 2);
      });
    },
  );
});
