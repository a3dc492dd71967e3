// `torch.cuda`: the GPU, where there is one. Without one `is_available()` is false and the memory figures are zero, as in PyTorch.
import { autocast as anyAutocast, type AutocastOptions, onCudaAsked } from './amp/autocast.ts';
import { GradScaler as AnyGradScaler, type GradScalerOptions } from './amp/grad-scaler.ts';
import type { Mode } from './autograd/modes.ts';
import { hasDevice, RuntimeError } from './device/device.ts';
import { warn } from './warnings.ts';

export const is_available = (): boolean => hasDevice('cuda');
export const device_count = (): number => (is_available() ? 1 : 0);
onCudaAsked(is_available);

function need(): void {
  if (!is_available()) throw new RuntimeError('No CUDA GPUs are available');
}
export function current_device(): number {
  need();
  return 0;
}
/** Waits for all that was started; nothing to do without a GPU but to say so. */
export function synchronize(): void {
  need();
}
export const memory_allocated = (): number => 0;
export const max_memory_allocated = (): number => 0;
export const memory_reserved = (): number => 0;
export const reset_peak_memory_stats = (): void => {};
export const empty_cache = (): void => {};
/** Seeds nothing of its own: random numbers of every device come from the CPU's stream. */
export const manual_seed = (_seed: number): void => {};
export const manual_seed_all = manual_seed;

/** What a GPU without room for a tensor throws. */
export class OutOfMemoryError extends RuntimeError {
  override name = 'OutOfMemoryError';
}

function autocast(options?: AutocastOptions): Mode;
function autocast<R>(options: AutocastOptions, body: () => R): R;
function autocast<R>(body: () => R): R;
function autocast<R>(options: AutocastOptions | (() => R) = {}, body?: () => R): R | Mode {
  if (typeof options === 'function') return anyAutocast('cuda', options);
  return body ? anyAutocast('cuda', options, body) : anyAutocast('cuda', options);
}
/** `torch.amp.GradScaler` for a GPU: off, with a warning, where there is none. */
class GradScaler extends AnyGradScaler {
  constructor(options: GradScalerOptions = {}) {
    const enabled = options.enabled ?? true;
    if (enabled && !is_available())
      warn('torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.');
    super({ ...options, enabled: enabled && is_available() });
  }
}
/** `torch.cuda.amp`, the older names of `torch.amp` for a GPU. */
export const amp = { autocast, GradScaler };
