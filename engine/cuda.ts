// `torch.cuda`: the GPU, where there is one. Without one `is_available()` is false and the memory figures are zero, as in PyTorch.
import { autocast as anyAutocast, type AutocastOptions, onCudaAsked } from './amp/autocast.ts';
import { GradScaler as AnyGradScaler, type GradScalerOptions } from './amp/grad-scaler.ts';
import type { Mode } from './autograd/modes.ts';
import { hasDevice, OutOfMemoryError, RuntimeError, ValueError } from './device/device.ts';
import { connectedGpu } from './device/webgpu/gpu.ts';
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
/** Waits for all that was started; says that there is no GPU where there is none. */
export function synchronize(): void {
  need();
  connectedGpu()?.synchronize();
}
export function get_device_name(): string {
  need();
  return connectedGpu()?.adapter.name ?? '';
}
/** Bytes of tensors on the GPU: counted as free once collected as garbage, so `empty_cache` may lower it. */
export const memory_allocated = (): number => connectedGpu()?.memory.allocated ?? 0;
export const max_memory_allocated = (): number => connectedGpu()?.memory.allocatedMax ?? 0;
/** With what is kept to be used again. */
export const memory_reserved = (): number => connectedGpu()?.memory.reserved ?? 0;
export const reset_peak_memory_stats = (): void => {
  const memory = connectedGpu()?.memory;
  if (memory) memory.allocatedMax = memory.allocated;
};
/** Gives back memory that no tensor uses. */
export const empty_cache = (): void => {
  const memory = connectedGpu()?.memory;
  memory?.collect();
  memory?.emptyPool();
};
/** Lets tensors take this share of the GPU's memory; more throws OutOfMemoryError. */
export function set_per_process_memory_fraction(fraction: number): void {
  need();
  if (!(fraction >= 0 && fraction <= 1))
    throw new ValueError(`Invalid fraction value: ${fraction}. Allowed range: 0.0~1.0`);
  const memory = connectedGpu()?.memory;
  if (memory) memory.fraction = fraction;
}
/** Seeds nothing of its own: random numbers of every device come from the CPU's stream. */
export const manual_seed = (_seed: number): void => {};
export const manual_seed_all = manual_seed;

/** A place in the GPU's work, to measure between two of them. Times are the GPU's own clock where the adapter has one. */
export class Event {
  readonly #timed: boolean;
  #mark: number | null = null;
  constructor({ enable_timing = false }: { readonly enable_timing?: boolean } = {}) {
    this.#timed = enable_timing;
  }
  /** Marks all that was started before. */
  record(): void {
    need();
    this.#mark = connectedGpu()?.mark() ?? null;
  }
  /** Waits for what was started before the event was recorded. */
  synchronize(): void {
    synchronize();
  }
  /** Milliseconds from this event to a later one, both recorded: waits for them. */
  elapsed_time(end_event: Event): number {
    const gpu = connectedGpu();
    if (!this.#timed || !end_event.#timed)
      throw new RuntimeError('Both events must be created with argument enable_timing: true');
    if (!gpu || this.#mark === null || end_event.#mark === null)
      throw new RuntimeError('Both events must be recorded before calculating elapsed time.');
    return gpu.elapsed(this.#mark, end_event.#mark);
  }
}

export { OutOfMemoryError };

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
