// Why a way back for gradients ends although something before it wants one: what a drawing of a graph says where PyTorch's
// `next_functions` only has None.
import { isTensor, type Tensor } from '../tensor.ts';

/**
 * What ended the history: `detach()`, `.data`, a block without recording, a copy by `torch.tensor`, or a `backward` that did not
 * record itself.
 */
export type Cut = 'detach' | 'data' | 'no_grad' | 'tensor' | 'backward';

/** `made` comes from `source`, and no gradient goes back. */
export function cutOff<T extends Tensor>(made: T, source: Tensor, cut: Cut): T {
  made.cut = source.cut ?? (source.requires_grad ? cut : null);
  return made;
}

/** An operation that is not recorded hands on why its arguments have no history, or is itself the reason. */
export function passCutOn(result: unknown, args: readonly unknown[], isRecording: boolean): void {
  const cut = cutAmong(args, isRecording);
  if (cut === null) return;
  if (isTensor(result)) mark(result, cut);
  else if (Array.isArray(result)) for (const t of result) if (isTensor(t)) mark(t, cut);
}
function mark(t: Tensor, cut: Cut): void {
  if (t.dtype.category === 2 && !t.requires_grad) t.cut = cut;
}
function cutAmong(args: readonly unknown[], isRecording: boolean): Cut | null {
  for (let i = 0; i < args.length; i++) {
    const value = args[i];
    if (isTensor(value)) {
      if (value.cut !== null) return value.cut;
      if (!isRecording && value.autograd !== null && value.requires_grad) return 'no_grad';
    } else if (Array.isArray(value)) {
      const cut = cutAmong(value, isRecording);
      if (cut !== null) return cut;
    }
  }
  return null;
}
