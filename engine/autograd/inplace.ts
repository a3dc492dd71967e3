// When a tensor may not be changed in place: PyTorch's check_inplace, and memory that the change would read and write at once.
import { inferenceStorages, RuntimeError } from '../device/device.ts';
import { numelOf, sameShape, type Tensor, type View } from '../tensor.ts';
import { is_grad_enabled } from './modes.ts';

const reasons = {
  no_grad:
    'Given that this use case is ambiguous and error-prone, it is forbidden. Make both the view and the change inside the no_grad block (it is not tracked then) or both outside (it is tracked).',
  multiple:
    'This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.',
  custom:
    'This view was created inside a custom Function (or because an input was returned as-is) and the autograd logic to handle view+inplace would override the custom backward associated with the custom Function, leading to incorrect gradients. This behavior is forbidden. You can fix this by cloning the output of the custom Function.',
} as const;

/** Refuses a change of a view whose base could not follow, or the use of one whose base was changed. */
export function refuseView(t: Tensor, view: View, done: 'is being modified inplace' | 'base was modified'): void {
  const { origin } = view;
  if (origin === 'default') return;
  const what =
    done === 'base was modified'
      ? 'its base or another view of its base has been modified inplace'
      : 'is being modified inplace';
  const meta = t.autograd;
  const subject =
    origin === 'no_grad'
      ? 'A view was created in no_grad mode'
      : `Output ${meta?.output_nr ?? 0} of ${meta?.grad_fn?.name() ?? 'an operation'} is a view`;
  throw new RuntimeError(
    `${subject} and ${what}${origin === 'no_grad' ? ' with grad mode enabled' : ''}. ${reasons[origin]}`,
  );
}

/** Throws where a change in place would break recorded history. */
export function checkInPlace(t: Tensor): void {
  if (!is_grad_enabled()) return;
  const view = t.autograd?.view;
  if (view && t.requires_grad) {
    refuseView(t, view, 'is being modified inplace');
    if (view.base.is_leaf && view.base.requires_grad)
      throw new RuntimeError('a view of a leaf Variable that requires grad is being used in an in-place operation.');
  }
  if (t.autograd?.requires_grad && t.is_leaf)
    throw new RuntimeError('a leaf Variable that requires grad is being used in an in-place operation.');
}

/** Throws where memory may not be written: an inference tensor outside its mode, or one element shown several times. */
export function checkMemory(t: Tensor, args: readonly unknown[]): void {
  if (t.storage.inference && !inferenceStorages())
    throw new RuntimeError(
      'Inplace update to inference tensor outside InferenceMode is not allowed. You can make a clone to get a normal tensor before doing inplace update.',
    );
  for (let d = 0; d < t.shape.length; d++)
    if (t.strides[d] === 0 && (t.shape[d] ?? 0) > 1)
      throw new RuntimeError(
        'unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.',
      );
  for (const other of args)
    if (isTensorWith(other, t) && other !== t && partlyOverlap(t, other))
      throw new RuntimeError(
        'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.',
      );
}
const isTensorWith = (x: unknown, t: Tensor): x is Tensor =>
  typeof x === 'object' && x !== null && 'storage' in x && x.storage === t.storage;

/** Of two windows on one memory, each without gaps: whether they share some but not all elements at the same places. */
function partlyOverlap(a: Tensor, b: Tensor): boolean {
  const n = numelOf(a.shape);
  const m = numelOf(b.shape);
  if (n === 0 || m === 0 || !isDense(a) || !isDense(b)) return false;
  if (a.offset === b.offset && n === m) return !(sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides));
  return a.offset < b.offset + m && b.offset < a.offset + n;
}
function isDense(t: Tensor): boolean {
  const order = t.shape.map((_, d) => d).filter((d) => t.shape[d] !== 1);
  order.sort((a, b) => (t.strides[a] ?? 0) - (t.strides[b] ?? 0));
  let step = 1;
  for (const d of order) {
    if (t.strides[d] !== step) return false;
    step *= t.shape[d] ?? 1;
  }
  return true;
}
