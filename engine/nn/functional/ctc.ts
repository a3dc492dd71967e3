// Connectionist temporal classification (Graves et al., 2006), forward and backward in log space as PyTorch's CPU kernel.
import { RuntimeError } from '../../device/device.ts';
import { from, operator } from '../../operator.ts';
import { Tensor, valuesLike, valuesOf } from '../../tensor.ts';

const add = (a: number, b: number): number => {
  const most = Math.max(a, b);
  return most === -Infinity ? -Infinity : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
};
const lengthsOf = (given: unknown): number[] =>
  (given instanceof Tensor ? Array.from(valuesOf(given)) : [...(given as Iterable<number>)]).map(Number);

interface Sequence {
  /** Frames that count. */
  readonly frames: number;
  /** The target with a blank before, between and after its labels. */
  readonly labels: readonly number[];
}
function sequencesOf(
  targets: Tensor,
  inputLengths: readonly number[],
  targetLengths: readonly number[],
  blank: number,
): Sequence[] {
  const all = Array.from(valuesOf(targets));
  let at = 0;
  return inputLengths.map((frames, n) => {
    const count = targetLengths[n] ?? 0;
    const start = targets.shape.length === 2 ? n * (targets.shape[1] ?? 0) : at;
    at += count;
    return { frames, labels: [blank, ...all.slice(start, start + count).flatMap((l) => [l, blank])] };
  });
}
/** Log-probability of one frame's class in sequence n: values are [T, N, C]. */
type LogProbability = (t: number, label: number) => number;

/** log α[t][s]: all ways to have said the first s labels after frame t. */
function forwardPass({ frames, labels }: Sequence, lp: LogProbability): number[][] {
  const table: number[][] = [];
  for (let t = 0; t < frames; t++) {
    const before = table[t - 1];
    table.push(
      labels.map((label, s) => {
        if (!before) return s < 2 ? lp(0, label) : -Infinity;
        let sum = before[s] ?? -Infinity;
        if (s > 0) sum = add(sum, before[s - 1] ?? -Infinity);
        if (s > 1 && label !== labels[s - 2]) sum = add(sum, before[s - 2] ?? -Infinity);
        return sum + lp(t, label);
      }),
    );
  }
  return table;
}
const reversed = (sequence: Sequence): Sequence => ({ ...sequence, labels: sequence.labels.toReversed() });

const notTwice = (): never => {
  throw new RuntimeError("the derivative for '_ctc_loss_backward' is not implemented");
};
const ctcBackward = operator(
  '_ctc_loss_backward(Tensor grad, Tensor log_probs, Tensor targets, any input_lengths, any target_lengths, int blank, bool zero_infinity) -> Tensor',
  {
    doc: 'The gradient of ctc_loss, for log_probs that a log_softmax made.',
    on: 'none',
    forward(grad, log_probs, targets, input_lengths, target_lengths, blank, zero_infinity) {
      const [, batch = 0, classes = 0] = log_probs.shape;
      const values = valuesOf(log_probs);
      const outer = valuesOf(grad);
      const result = new Float64Array(values.length);
      sequencesOf(targets, lengthsOf(input_lengths), lengthsOf(target_lengths), blank).forEach((sequence, n) => {
        const { frames, labels } = sequence;
        const at = (t: number, label: number): number => (t * batch + n) * classes + label;
        const lp: LogProbability = (t, label) => values[at(t, label)] ?? 0;
        const alpha = forwardPass(sequence, lp);
        const beta = forwardPass(reversed(sequence), (t, label) => lp(frames - 1 - t, label));
        const end = labels.length - 1;
        const last = alpha.at(-1) ?? [];
        const loss = -(end === 0 ? (last[0] ?? 0) : add(last[end] ?? -Infinity, last[end - 1] ?? -Infinity));
        if (zero_infinity && loss === Infinity) return;
        for (let t = 0; t < frames; t++) {
          const through = new Array<number>(classes).fill(-Infinity);
          labels.forEach((label, k) => {
            const both = (alpha[t]?.[k] ?? 0) + (beta[frames - 1 - t]?.[end - k] ?? 0);
            through[label] = add(through[label] ?? -Infinity, both);
          });
          through.forEach((log, label) => {
            const p = lp(t, label);
            result[at(t, label)] = (Math.exp(p) - Math.exp(log + loss - p)) * (outer[n] ?? 0);
          });
        }
      });
      return valuesLike(log_probs, result, log_probs.shape);
    },
    gradients: { grad: notTwice, log_probs: notTwice },
  },
);
const ctc = operator(
  '_ctc_loss(Tensor log_probs, Tensor targets, any input_lengths, any target_lengths, int blank = 0, bool zero_infinity = false) -> Tensor',
  {
    doc: 'The negative log-likelihood of each sequence.',
    on: 'none',
    forward(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity) {
      const [, batch = 0, classes = 0] = log_probs.shape;
      const values = valuesOf(log_probs);
      const losses = sequencesOf(targets, lengthsOf(input_lengths), lengthsOf(target_lengths), blank).map(
        (sequence, n) => {
          const { frames, labels } = sequence;
          if (frames === 0) return labels.length === 1 ? 0 : Infinity;
          const last = forwardPass(sequence, (t, label) => values[(t * batch + n) * classes + label] ?? 0).at(-1) ?? [];
          const end = labels.length - 1;
          return -(end === 0 ? (last[0] ?? 0) : add(last[end] ?? -Infinity, last[end - 1] ?? -Infinity));
        },
      );
      return valuesLike(
        log_probs,
        losses.map((v) => (zero_infinity && v === Infinity ? 0 : v)),
        [batch],
      );
    },
    gradients: {
      log_probs: from('log_probs targets', (s) =>
        ctcBackward(s.grad, s.log_probs, s.targets, s.input_lengths, s.target_lengths, s.blank, s.zero_infinity),
      ),
    },
  },
);
operator(
  "ctc_loss(Tensor log_probs, Tensor targets, any input_lengths, any target_lengths, int blank = 0, str reduction = 'mean', bool zero_infinity = false) -> Tensor",
  {
    doc: 'Loss of log-probabilities [T, N, C] (or [T, C]) against label sequences, [N, S] or one after another; the mean divides by target lengths first.',
    on: 'torch functional',
    forward(log_probs, targets, input_lengths, target_lengths, blank, reduction, zero_infinity) {
      const single = log_probs.shape.length === 2;
      const probabilities = single ? log_probs.unsqueeze(1) : log_probs;
      const [steps = 0, batch = 0, classes = 0] = probabilities.shape;
      const frames = lengthsOf(input_lengths);
      const counts = lengthsOf(target_lengths);
      if (blank < 0 || blank >= classes) throw new RuntimeError('blank must be in label range');
      if (frames.length !== batch) throw new RuntimeError(`input_lengths must be of size batch_size`);
      if (counts.length !== batch) throw new RuntimeError(`target_lengths must be of size batch_size`);
      frames.forEach((length, n) => {
        if (length > steps)
          throw new RuntimeError(
            `Expected input_lengths to have value at most ${steps}, but got value ${length} (while checking arguments for ctc_loss_cpu)`,
          );
        if (targets.shape.length === 2 && (counts[n] ?? 0) > (targets.shape[1] ?? 0))
          throw new RuntimeError(
            `Expected tensor to have size at least ${counts[n]} at dimension 1, but got size ${targets.shape[1]} for argument #2 'targets' (while checking arguments for ctc_loss_cpu)`,
          );
      });
      const each = ctc(probabilities, targets, frames, counts, blank, zero_infinity);
      if (reduction === 'sum') return each.sum();
      if (reduction === 'none') return single ? each.squeeze(0) : each;
      return each.div(valuesLike(each, counts, [batch]).clamp_min(1)).mean();
    },
  },
);
