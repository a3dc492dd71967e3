import { ValueError } from '../../device/device.ts';
import { bindArguments, needed } from '../arguments.ts';
import { isKeywords } from '../../schema.ts';
import { Module } from '../module.ts';
import { type Device, gather, parallel_apply, replicate, scatter } from './replicas.ts';

interface DataParallelOptions {
  device_ids?: readonly Device[] | null;
  output_device?: Device | null;
  dim?: number;
}

/**
 * Runs a module on pieces of the batch, one piece for each logical device, and joins the outputs: one process, the module
 * copied in every forward. Gradients of all replicas add up in the module's parameters; of its buffers, only the first
 * device's changes stay.
 */
export class DataParallel<M extends Module = Module> extends Module {
  readonly module: M;
  readonly device_ids: readonly Device[];
  readonly output_device: Device | null;
  readonly dim: number;
  constructor(
    module: M,
    device_ids?: readonly Device[] | null | DataParallelOptions,
    output_device?: Device | null,
    dim?: number,
  );
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('DataParallel', args, {
      module: needed<M>(),
      device_ids: null as readonly Device[] | null,
      output_device: null as Device | null,
      dim: 0,
    });
    this.device_ids = o.device_ids ?? [];
    if (new Set(this.device_ids).size !== this.device_ids.length) throw new ValueError('device_ids has a device twice');
    this.output_device = o.output_device ?? this.device_ids[0] ?? null;
    this.dim = o.dim;
    this.module = o.module;
  }
  forward(...args: unknown[]): unknown {
    const { device_ids, module, dim } = this;
    if (device_ids.length <= 1) return Reflect.apply(module, undefined, args);
    const last = args.at(-1);
    const keywords = isKeywords(last) ? last : {};
    const inputs = isKeywords(last) ? args.slice(0, -1) : args;
    const pieces: unknown[][] = inputs.length > 0 ? scatter(inputs, device_ids, dim) : device_ids.map(() => []);
    const named = scatter(keywords, device_ids, dim);
    const count = Math.min(pieces.length, named.length);
    const replicas = replicate(module, device_ids.slice(0, count));
    return gather(
      parallel_apply(replicas, pieces.slice(0, count), named.slice(0, count)),
      this.output_device ?? 0,
      dim,
    );
  }
}

/** DataParallel as a function. */
export function data_parallel(
  module: Module,
  inputs: unknown,
  device_ids: readonly Device[] | null = null,
  output_device: Device | null = null,
  dim = 0,
): unknown {
  const wrapped = new DataParallel(module, { device_ids, output_device, dim });
  return wrapped.forward(...(Array.isArray(inputs) ? inputs : [inputs]));
}
