// Switches of PyTorch that a program may set and read. The engine always computes on one thread, and always the same.
import { ValueError } from './device/device.ts';
import { type DType, dtypes, set_default_dtype } from './dtype.ts';

let deterministic = false;
let precision = 'highest';
let threads = 1;

/**
 * Every operator gives the same numbers each time, on every device. Set, it also keeps a GPU from adding up long products of matrices
 * with few results in shares, an order other than the CPU's.
 */
export function use_deterministic_algorithms(mode: boolean): void {
  deterministic = mode;
}
export const are_deterministic_algorithms_enabled = (): boolean => deterministic;
/** Remembers the number; the engine computes on one thread. */
export function set_num_threads(count: number): void {
  if (!(count > 0)) throw new ValueError('set_num_threads expects a positive integer');
  threads = count;
}
export const get_num_threads = (): number => threads;
/** Remembers the wish; products of float32 are always computed in float32 or better. */
export function set_float32_matmul_precision(wanted: 'highest' | 'high' | 'medium'): void {
  precision = wanted;
}
export const get_float32_matmul_precision = (): string => precision;
/** The old way to set the default dtype, by 'torch.DoubleTensor' or a dtype. */
export function set_default_tensor_type(type: string | DType): void {
  const found =
    typeof type === 'string' ? Object.values(dtypes).find((d) => `torch.${d.typeName}Tensor` === type) : type;
  if (!found) throw new TypeError(`invalid type object: '${String(type)}'`);
  set_default_dtype(found);
}
