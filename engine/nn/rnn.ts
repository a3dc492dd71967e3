// torch.nn.utils.rnn: sequences of different lengths, padded or packed.
import { RuntimeError } from '../device/device.ts';
import { int64 } from '../dtype.ts';
import { fromValues, Tensor } from '../tensor.ts';

/** Sequences of a batch, longest first, time step by time step without padding: what recurrent layers take and give. */
export class PackedSequence {
  /** [Σ lengths, *]. */
  readonly data: Tensor;
  /** How many sequences still run at each time step. */
  readonly batch_sizes: Tensor;
  readonly sorted_indices: Tensor | null;
  readonly unsorted_indices: Tensor | null;
  constructor(
    data: Tensor,
    batch_sizes: Tensor,
    sorted_indices: Tensor | null = null,
    unsorted_indices: Tensor | null = null,
  ) {
    this.data = data;
    this.batch_sizes = batch_sizes;
    this.sorted_indices = sorted_indices;
    this.unsorted_indices = unsorted_indices ?? (sorted_indices ? invert_permutation(sorted_indices) : null);
  }
}
const longs = (values: readonly number[]): Tensor => fromValues(values, [values.length], int64);
const join = (list: readonly Tensor[], dim: number): Tensor => (list[0] as Tensor).cat_with(list.slice(1), dim);

/** Where each element of a permutation went. */
export function invert_permutation(permutation: Tensor): Tensor {
  const order = permutation.tolist() as number[];
  const back = new Array<number>(order.length).fill(0);
  order.forEach((from, to) => (back[Number(from)] = to));
  return longs(back);
}
/** Packs a padded batch [L, N, *] ([N, L, *] with batch_first) given each sequence's length. */
export function pack_padded_sequence(
  input: Tensor,
  lengths: Tensor | readonly number[],
  batch_first: boolean | { batch_first?: boolean; enforce_sorted?: boolean } = false,
  enforce_sorted = true,
): PackedSequence {
  const options =
    typeof batch_first === 'boolean'
      ? { batch_first, enforce_sorted }
      : { batch_first: false, enforce_sorted: true, ...batch_first };
  const sizes = (lengths instanceof Tensor ? (lengths.tolist() as number[]) : [...lengths]).map(Number);
  if (sizes.some((n) => n <= 0))
    throw new RuntimeError(
      "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0",
    );
  const descending = sizes.every((n, i) => i === 0 || n <= (sizes[i - 1] ?? 0));
  if (options.enforce_sorted && !descending)
    throw new RuntimeError(
      '`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability.',
    );
  const order = sizes.map((_, i) => i);
  if (!options.enforce_sorted) order.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const timeFirst = options.batch_first ? input.transpose(0, 1) : input;
  if (timeFirst.shape[1] !== sizes.length)
    throw new RuntimeError(
      `Expected \`len(lengths)\` to be equal to batch_size, but got ${sizes.length} (batch_size=${timeFirst.shape[1]})`,
    );
  const sorted = options.enforce_sorted ? null : longs(order);
  const rows = sorted ? timeFirst.index_select(1, sorted) : timeFirst;
  const running = Array.from({ length: Math.max(...sizes) }, (_, t) => sizes.filter((n) => n > t).length);
  return new PackedSequence(
    join(
      running.map((n, t) => rows.select(0, t).narrow(0, 0, n)),
      0,
    ),
    longs(running),
    sorted,
  );
}
/** Undoes pack_padded_sequence: the padded batch and the lengths. */
export function pad_packed_sequence(
  sequence: PackedSequence,
  batch_first: boolean | { batch_first?: boolean; padding_value?: number; total_length?: number | null } = false,
  padding_value = 0,
  total_length: number | null = null,
): [padded: Tensor, lengths: Tensor] {
  const o =
    typeof batch_first === 'boolean'
      ? { batch_first, padding_value, total_length }
      : { batch_first: false, padding_value: 0, total_length: null, ...batch_first };
  const running = (sequence.batch_sizes.tolist() as number[]).map(Number);
  const n = running[0] ?? 0;
  const length = o.total_length ?? running.length;
  if (length < running.length)
    throw new RuntimeError(
      `Expected total_length to be at least the length of the longest sequence in input, but got total_length=${length} and max sequence length being ${running.length}`,
    );
  const rest = sequence.data.shape.slice(1);
  let at = 0;
  const steps = Array.from({ length }, (_, t) => {
    const m = running[t] ?? 0;
    const pad = sequence.data.new_full([n - m, ...rest], o.padding_value);
    const rows = sequence.data.narrow(0, at, m);
    at += m;
    return (m === 0 ? pad : m === n ? rows : join([rows, pad], 0)).unsqueeze(0);
  });
  let padded = join(steps, 0);
  let lengths = longs(Array.from({ length: n }, (_, i) => running.filter((m) => m > i).length));
  const back = sequence.unsorted_indices;
  if (back) {
    padded = padded.index_select(1, back);
    lengths = lengths.index_select(0, back);
  }
  return [o.batch_first ? padded.transpose(0, 1) : padded, lengths];
}
/** Stacks sequences [L_i, *] into [L, N, *] ([N, L, *] with batch_first), shorter ones padded. */
export function pad_sequence(
  sequences: readonly Tensor[],
  batch_first: boolean | { batch_first?: boolean; padding_value?: number } = false,
  padding_value = 0,
): Tensor {
  const o =
    typeof batch_first === 'boolean'
      ? { batch_first, padding_value }
      : { batch_first: false, padding_value: 0, ...batch_first };
  const longest = Math.max(...sequences.map((s) => s.shape[0] ?? 0));
  const padded = sequences.map((s) => {
    const missing = longest - (s.shape[0] ?? 0);
    return (missing === 0 ? s : join([s, s.new_full([missing, ...s.shape.slice(1)], o.padding_value)], 0)).unsqueeze(
      o.batch_first ? 0 : 1,
    );
  });
  return join(padded, o.batch_first ? 0 : 1);
}
/** Packs sequences [L_i, *]. */
export function pack_sequence(
  sequences: readonly Tensor[],
  enforce_sorted: boolean | { enforce_sorted?: boolean } = true,
): PackedSequence {
  return pack_padded_sequence(
    pad_sequence(sequences),
    sequences.map((s) => s.shape[0] ?? 0),
    false,
    typeof enforce_sorted === 'boolean' ? enforce_sorted : (enforce_sorted.enforce_sorted ?? true),
  );
}
/** The sequences of a padded batch, without their padding. */
export const unpad_sequence = (padded: Tensor, lengths: Tensor, batch_first = false): Tensor[] =>
  (lengths.tolist() as number[]).map((n, i) =>
    (batch_first ? padded : padded.transpose(0, 1)).select(0, i).narrow(0, 0, Number(n)),
  );
/** The sequences of a packed batch. */
export function unpack_sequence(packed: PackedSequence): Tensor[] {
  const [padded, lengths] = pad_packed_sequence(packed, true);
  return unpad_sequence(padded, lengths, true);
}
