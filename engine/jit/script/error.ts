import { RuntimeError } from '../../device/device.ts';

/** Source that torch.jit.script cannot make a graph of. */
export class NotSupportedError extends RuntimeError {
  override name = 'NotSupportedError';
}
