import { tests } from '#challenges/authoring.ts';
import type { CandidateModule, Returned, TestContext } from '#challenges/authoring.ts';
import challenge from './challenge.ts';

const { tolerance } = challenge;
const xLabel = { en: 'epoch', zh: 'epoch' };

interface Schedule {
  readonly losses: readonly number[];
  readonly patience: number;
  readonly min_delta?: number;
  /** By default as many epochs as there are losses. */
  readonly max_epochs?: number;
}

/** What the judge saw, call by call, while the submission trained. */
interface Watched {
  readonly result: Returned;
  readonly model: CandidateModule;
  readonly trainedIn: boolean[];
  readonly evaluatedIn: boolean[];
  readonly gradTrained: boolean[];
  readonly gradEvaluated: boolean[];
  readonly order: string[];
  readonly stateAt: (epoch: number) => ReturnType<CandidateModule['state_dict']>;
}

/**
 * Runs the submission on a scripted validation loss. Every epoch moves the weights in place; a forward pass inside each callback
 * tells whether operations are being recorded at that moment.
 */
function watch(
  { candidate, given }: TestContext,
  { losses, patience, min_delta = 0, max_epochs = losses.length }: Schedule,
): Watched {
  const model = given.module('Sequential(Linear(3, 5), Tanh(), Dropout(0.5), Linear(5, 2))', { name: 'model' });
  const training = given.scriptedTraining(model);
  const x = given.rng.normal([4, 3]);
  const [trainedIn, evaluatedIn, gradTrained, gradEvaluated, order]: [
    boolean[],
    boolean[],
    boolean[],
    boolean[],
    string[],
  ] = [[], [], [], [], []];
  const records = () => model.call(x).tensor().requires_grad;
  const train_epoch = given.spy(
    () => {
      order.push('train_epoch');
      trainedIn.push(model.training());
      gradTrained.push(records());
      training.advance();
    },
    { name: 'train_epoch' },
  );
  let evaluations = 0;
  const evaluate = given.spy(
    () => {
      order.push('evaluate');
      evaluatedIn.push(model.training());
      gradEvaluated.push(records());
      // Past the script the loss goes on as it ended: whoever does not stop is stopped by max_epochs.
      return losses[Math.min(evaluations++, losses.length - 1)] ?? NaN;
    },
    { name: 'evaluate' },
  );
  const result = candidate.call('train_with_early_stopping', {
    model,
    train_epoch,
    evaluate,
    patience,
    min_delta,
    max_epochs,
  });
  return {
    result,
    model,
    trainedIn,
    evaluatedIn,
    gradTrained,
    gradEvaluated,
    order,
    stateAt: (epoch) => training.state_at(epoch),
  };
}

function expectEpochs(context: TestContext, schedule: Schedule, epochs: number, row: string): void {
  const { order } = watch(context, schedule);
  const evaluations = order.filter((name) => name === 'evaluate').length;
  context
    .expect(evaluations, {
      label: { en: `epochs, ${row}`, zh: `epoch 数，${row}` },
      says:
        evaluations > epochs
          ? { en: 'Training went on after it should have stopped.', zh: '应当停止之后训练仍在继续。' }
          : { en: 'Training stopped too early.', zh: '训练停得太早。' },
    })
    .toBe(epochs);
  context
    .expect(order, { en: `order of the calls, ${row}`, zh: `调用顺序，${row}` })
    .toEqual(Array.from({ length: epochs }, () => ['train_epoch', 'evaluate']).flat());
}

/** Falls to its lowest value in epoch `best`, then climbs in every epoch: all ways of comparing agree on where to stop. */
function valley({ given: { rng } }: TestContext, { best, epochs }: { best: number; epochs: number }): number[] {
  const lowest = rng.number(0.5, 1);
  return Array.from({ length: epochs }, (_, index) => lowest + Math.abs(index + 1 - best) * rng.number(0.9, 1));
}

export default tests(({ behaviour }) => {
  behaviour(
    'stops-after-patience',
    {
      points: 2,
      title: { en: 'Stops after patience epochs without improvement', zh: '连续 patience 个 epoch 没有改进就停止' },
      says: {
        en: 'Training does not end where patience or max_epochs says.',
        zh: '训练没有在 patience 或 max_epochs 规定的地方结束。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'known-schedules',
        { title: { en: 'a plateau, a valley, a steady fall', zh: '平台、先降后升、一直下降' } },
        (context) => {
          expectEpochs(context, { losses: [1, 1, 1, 1, 1, 1], patience: 2 }, 3, 'plateau');
          expectEpochs(context, { losses: [3, 2, 1, 2, 3, 4, 5, 6], patience: 3 }, 6, 'valley');
          expectEpochs(context, { losses: [5, 4, 3, 2, 1], patience: 2 }, 5, 'steady fall');
        },
      );
      hidden(
        'drawn-schedules',
        { title: { en: 'other valleys and patiences', zh: '其他曲线与 patience' } },
        (context) => {
          for (const patience of [1, context.given.rng.integer(2, 4)]) {
            const best = context.given.rng.integer(2, 4);
            expectEpochs(
              context,
              { losses: valley(context, { best, epochs: 12 }), patience },
              best + patience,
              `patience ${patience}`,
            );
          }
        },
      );
      hidden('max-epochs', { title: { en: 'max_epochs ends it first', zh: 'max_epochs 先到' } }, (context) => {
        const max_epochs = context.given.rng.integer(3, 5);
        expectEpochs(
          context,
          { losses: valley(context, { best: 2, epochs: 8 }), patience: 6, max_epochs },
          max_epochs,
          'max_epochs',
        );
      });
    },
  );

  behaviour(
    'resets-the-count',
    {
      points: 1,
      title: { en: 'One good epoch resets the count', zh: '出现一次改进，计数就归零' },
      says: {
        en: 'Epochs without improvement are counted on after an improvement.',
        zh: '有了改进之后，计数没有归零。',
      },
    },
    ({ sample, hidden }) => {
      sample('one-reset', { title: { en: 'better again in epoch 4', zh: '第 4 个 epoch 又有改进' } }, (context) =>
        expectEpochs(context, { losses: [3, 4, 5, 2, 3, 4, 5, 6], patience: 3 }, 7, 'one reset'),
      );
      hidden('two-resets', { title: { en: 'two resets', zh: '两次归零' } }, (context) => {
        const base = context.given.rng.number(2, 3);
        expectEpochs(
          context,
          { losses: [3, 4, 2, 3, 1, 2, 3, 4, 5].map((loss) => base * loss), patience: 2 },
          7,
          'two resets',
        );
      });
    },
  );

  behaviour(
    'compares-with-the-best',
    {
      points: 1,
      title: { en: 'Compares with the best loss so far', zh: '与目前最好的损失比较' },
      says: {
        en: 'An epoch that is no better than the best so far was taken for an improvement.',
        zh: '并不优于历史最佳的 epoch 被当成了改进。',
      },
    },
    ({ sample, hidden }) => {
      sample(
        'slow-descent',
        { title: { en: 'a jump, then a descent that never gets back', zh: '先跳高再缓慢下降，但没有回到最佳' } },
        (context) => expectEpochs(context, { losses: [1, 6, 5, 4, 3, 2], patience: 3 }, 4, 'slow descent'),
      );
      hidden('drawn-descent', { title: { en: 'other descents', zh: '其他下降曲线' } }, (context) => {
        const best = context.given.rng.number(0.5, 1);
        expectEpochs(
          context,
          { losses: [9, best, ...[8, 7, 6, 5, 4, 3].map((rise) => best + rise)], patience: 4 },
          6,
          'descent',
        );
      });
      hidden(
        'not-a-number',
        {
          title: { en: 'NaN is no improvement', zh: 'NaN 不算改进' },
          says: { en: 'A NaN loss was taken for an improvement.', zh: 'NaN 损失被当成了改进。' },
        },
        (context) => {
          const best = context.given.rng.number(0.5, 1);
          expectEpochs(context, { losses: [best, NaN, NaN, NaN, NaN], patience: 2 }, 3, 'NaN');
        },
      );
    },
  );

  behaviour(
    'respects-min-delta',
    {
      points: 1,
      title: { en: 'Counts only improvements of more than min_delta', zh: '改进超过 min_delta 才算数' },
      says: {
        en: 'min_delta is not respected: improvement is measured from the last best loss, and must be larger.',
        zh: '没有遵守 min_delta：改进要从上一次的最佳损失算起，并且必须更大。',
      },
    },
    ({ sample, hidden }) => {
      sample('too-small', { title: { en: 'steps that are too small', zh: '步子太小' } }, (context) => {
        expectEpochs(context, { losses: [1, 0.99, 0.98, 0.97, 0.96], patience: 3, min_delta: 0.5 }, 4, 'min_delta 0.5');
        expectEpochs(context, { losses: [1, 0.75, 0.75, 0.75], patience: 2, min_delta: 0.25 }, 3, 'exactly min_delta');
      });
      hidden('small-steps-add-up', { title: { en: 'small steps add up', zh: '小步累积起来' } }, (context) => {
        const base = context.given.rng.integer(2, 5);
        // 0.75 below the best after three steps of 0.25: more than 0.625, and only when the best was kept at its first value.
        const losses = [0, 0.25, 0.5, 0.75, 0.75, 0.75, 0.75, 0.75].map((fall) => base - fall);
        expectEpochs(context, { losses, patience: 3, min_delta: 0.625 }, 7, 'small steps');
      });
    },
  );

  behaviour(
    'restores-the-best-weights',
    {
      points: 3,
      title: { en: 'Gives back the weights of the best epoch', zh: '恢复最佳 epoch 的权重' },
      says: {
        en: 'The model that comes back is not the one of the best epoch.',
        zh: '返回的模型不是最佳 epoch 的那一个。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, schedule: Schedule, best: number) => {
        const { model, stateAt } = watch(context, schedule);
        context.expect(model.state_dict(), 'model.state_dict()').toBeClose(stateAt(best), tolerance);
      };
      sample('stopped-early', { title: { en: 'after stopping early', zh: '提前停止之后' } }, (context) =>
        check(context, { losses: [3, 2, 1, 2, 3, 4], patience: 3 }, 3),
      );
      hidden(
        'ran-to-the-end',
        { title: { en: 'after max_epochs too', zh: '跑满 max_epochs 之后也一样' } },
        (context) => {
          const best = context.given.rng.integer(2, 4);
          check(context, { losses: valley(context, { best, epochs: 6 }), patience: 10 }, best);
        },
      );
      hidden('drawn-schedules', { title: { en: 'other schedules', zh: '其他损失曲线' } }, (context) => {
        const best = context.given.rng.integer(2, 5);
        check(
          context,
          { losses: valley(context, { best, epochs: 12 }), patience: context.given.rng.integer(2, 4) },
          best,
        );
      });
    },
  );

  behaviour(
    'reports-the-run',
    {
      points: 1,
      title: { en: 'Reports best epoch, best loss and all losses', zh: '返回最佳 epoch、最佳损失和全部损失' },
      says: {
        en: 'best_epoch, best_loss or val_losses is not what happened.',
        zh: 'best_epoch、best_loss 或 val_losses 与实际过程不符。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, losses: readonly number[], best: number) => {
        const { expect } = context;
        const { result } = watch(context, { losses, patience: 3 });
        const seen = losses.slice(0, best + 3);
        const reported = result
          .field('val_losses')
          .array()
          .map((loss) => loss.number());
        expect(reported, 'val_losses').toFollowCurve(seen, { xLabel });
        expect(result.field('best_epoch'), 'best_epoch').toBe(best);
        expect(result.field('best_loss'), 'best_loss').toBe(losses[best - 1] ?? NaN);
      };
      sample('a-valley', { title: { en: 'best in epoch 3', zh: '第 3 个 epoch 最佳' } }, (context) =>
        check(context, [3, 2, 1, 2, 3, 4, 5], 3),
      );
      hidden('drawn-valley', { title: { en: 'another valley', zh: '另一条曲线' } }, (context) => {
        const best = context.given.rng.integer(2, 5);
        check(context, valley(context, { best, epochs: 10 }), best);
      });
    },
  );

  behaviour(
    'switches-modes',
    {
      points: 2,
      title: { en: 'Trains in training mode, validates in evaluation mode', zh: '训练用训练模式，验证用评估模式' },
      says: { en: 'The model is in the wrong mode in some epoch.', zh: '某个 epoch 中模型所处的模式不对。' },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, losses: readonly number[]) => {
        const { trainedIn, evaluatedIn } = watch(context, { losses, patience: 20 });
        context
          .expect(trainedIn, {
            label: { en: 'model.training in train_epoch', zh: 'train_epoch 中的 model.training' },
            says: {
              en: 'train_epoch was called with the model in evaluation mode.',
              zh: '调用 train_epoch 时模型处于评估模式。',
            },
          })
          .toEqual(losses.map(() => true));
        context
          .expect(evaluatedIn, {
            label: { en: 'model.training in evaluate', zh: 'evaluate 中的 model.training' },
            says: {
              en: 'evaluate was called with the model in training mode.',
              zh: '调用 evaluate 时模型处于训练模式。',
            },
          })
          .toEqual(losses.map(() => false));
      };
      sample('three-epochs', { title: { en: 'over three epochs', zh: '三个 epoch' } }, (context) =>
        check(context, [3, 2, 1]),
      );
      hidden('more-epochs', { title: { en: 'in every epoch', zh: '每一个 epoch' } }, (context) =>
        check(context, valley(context, { best: 3, epochs: context.given.rng.integer(4, 6) })),
      );
    },
  );

  behaviour(
    'validates-without-a-graph',
    {
      points: 1,
      title: { en: 'Builds no graph in validation', zh: '验证时不建计算图' },
      says: {
        en: 'Validation recorded a graph for a backward pass that never comes.',
        zh: '验证时仍在记录计算图，而这张图永远不会用于反向传播。',
      },
    },
    ({ sample, hidden }) => {
      const check = (context: TestContext, losses: readonly number[]) => {
        const { gradTrained, gradEvaluated } = watch(context, { losses, patience: 20 });
        context
          .expect(gradEvaluated, {
            label: { en: 'model(x).requires_grad in evaluate', zh: 'evaluate 中的 model(x).requires_grad' },
          })
          .toEqual(losses.map(() => false));
        context
          .expect(gradTrained, {
            label: { en: 'model(x).requires_grad in train_epoch', zh: 'train_epoch 中的 model(x).requires_grad' },
            says: { en: 'Recording was still off while training.', zh: '训练时仍然关闭着梯度记录。' },
          })
          .toEqual(losses.map(() => true));
      };
      sample('three-epochs', { title: { en: 'over three epochs', zh: '三个 epoch' } }, (context) =>
        check(context, [3, 2, 1]),
      );
      hidden('more-epochs', { title: { en: 'in every epoch', zh: '每一个 epoch' } }, (context) =>
        check(context, valley(context, { best: 3, epochs: context.given.rng.integer(4, 6) })),
      );
    },
  );
});
