// torch.autograd.graph: what is saved for backward can be kept in another form.
import type { Tensor } from '../tensor.ts';
import { type Mode, modeOf } from './modes.ts';
import { Node, type SavedTensorHooks, savedTensorHooks } from './node.ts';

const pushed = (hooks: SavedTensorHooks) => (): (() => void) => {
  savedTensorHooks.push(hooks);
  return () => void savedTensorHooks.splice(savedTensorHooks.lastIndexOf(hooks), 1);
};

/**
 * Packs what is saved for backward with `pack`, unpacks it with `unpack` when backward needs it: while the body runs, or in
 * the rest of the block after `using _ = saved_tensors_hooks(pack, unpack)`. The innermost pair counts.
 */
export function saved_tensors_hooks<P>(pack: (t: Tensor) => P, unpack: (packed: P) => Tensor): Mode;
export function saved_tensors_hooks<P, R>(pack: (t: Tensor) => P, unpack: (packed: P) => Tensor, body: () => R): R;
export function saved_tensors_hooks<P, R>(
  pack: (t: Tensor) => P,
  unpack: (packed: P) => Tensor,
  body?: () => R,
): R | Mode {
  return modeOf(pushed({ pack, unpack: (packed) => unpack(packed as P) }), body); // packed is what pack gave
}

/** Keeps what is saved for backward on the CPU, and brings it back to its device when backward needs it. */
export function save_on_cpu(pin_memory?: boolean | { readonly pin_memory?: boolean }): Mode;
export function save_on_cpu<R>(body: () => R): R;
export function save_on_cpu<R>(first?: boolean | { readonly pin_memory?: boolean } | (() => R)): R | Mode {
  const body = typeof first === 'function' ? first : undefined;
  return modeOf(
    pushed({
      pack: (t) => [t.device, t.to('cpu', { copy: true })],
      unpack: (packed) => {
        const [device, t] = packed as [string, Tensor]; // what pack gave
        return t.to(device);
      },
    }),
    body,
  );
}

/** Refuses saved-tensor hooks with this message: while the body runs, or until disposed. */
export function disable_saved_tensors_hooks(message: string): Mode;
export function disable_saved_tensors_hooks<R>(message: string, body: () => R): R;
export function disable_saved_tensors_hooks<R>(message: string, body?: () => R): R | Mode {
  return modeOf(() => {
    const before = savedTensorHooks.refusal;
    savedTensorHooks.refusal = message;
    return () => void (savedTensorHooks.refusal = before);
  }, body);
}
export { Node };
