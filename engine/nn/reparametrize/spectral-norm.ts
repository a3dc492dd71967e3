import { no_grad } from '../../autograd/modes.ts';
import { RuntimeError, ValueError } from '../../device/device.ts';
import type { Tensor } from '../../tensor.ts';
import { F } from '../functional/core.ts';
import { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from '../layers/convolution.ts';
import type { Module } from '../module.ts';
import { Parameter, UninitializedParameter } from '../parameter.ts';
import { forget, type Renewal, renewals, renewBefore, setPlain, tensorOf } from './renewal.ts';

/** The weight as a matrix whose rows are the given dimension. */
export function asMatrix(weight: Tensor, dim: number): Tensor {
  const order = [dim, ...weight.shape.map((_, d) => d).filter((d) => d !== dim)];
  const first = dim === 0 ? weight : weight.permute(...order);
  return first.reshape([first.shape[0] ?? 0, -1]);
}
/** Power iterations: u and v, changed in place, come close to the first singular vectors. */
export function powerMethod(
  matrix: Tensor,
  u: Tensor,
  v: Tensor,
  iterations: number,
  eps: number,
  uFirst: boolean,
): void {
  no_grad(() => {
    const w = matrix.detach();
    const toU = (): Tensor => u.copy_(F.normalize(w.mv(v), { dim: 0, eps }));
    const toV = (): Tensor => v.copy_(F.normalize(w.t().mv(u), { dim: 0, eps }));
    for (let i = 0; i < iterations; i++) {
      if (uFirst) toU();
      toV();
      if (!uFirst) toU();
    }
  });
}
export const direction = (matrix: Tensor, size: number, eps: number): Tensor =>
  F.normalize(matrix.detach().new_empty([size]).normal_(0, 1), { dim: 0, eps });
/** The output channels' dimension of a layer's weight. */
export const channelsOf = (module: Module): number =>
  module instanceof ConvTranspose1d || module instanceof ConvTranspose2d || module instanceof ConvTranspose3d ? 1 : 0;
export function checkIterations(n: number): void {
  if (n <= 0) throw new ValueError(`Expected n_power_iterations to be positive, but got n_power_iterations=${n}`);
}

export interface SpectralNormOptions {
  /** Default: 'weight'. */
  name?: string;
  /** Power iterations before each forward in training. Default: 1. */
  n_power_iterations?: number;
  /** Default: 1e-12. */
  eps?: number;
  /** The output channels' dimension. Default: 0; 1 for transposed convolutions. */
  dim?: number | null;
}
export const spectralDefaults = { name: 'weight', n_power_iterations: 1, eps: 1e-12, dim: null as number | null };

class SpectralNorm implements Renewal {
  readonly kind = 'spectral_norm';
  readonly name: string;
  readonly #iterations: number;
  readonly #eps: number;
  readonly #dim: number;
  constructor(name: string, iterations: number, eps: number, dim: number) {
    this.name = name;
    this.#iterations = iterations;
    this.#eps = eps;
    this.#dim = dim;
  }
  compute(module: Module, training: boolean): Tensor {
    const weight = tensorOf(module, `${this.name}_orig`);
    let u = tensorOf(module, `${this.name}_u`);
    let v = tensorOf(module, `${this.name}_v`);
    const matrix = asMatrix(weight, this.#dim);
    if (training) {
      powerMethod(matrix, u, v, this.#iterations, this.#eps, false);
      // The next forward changes u and v; this one's backward needs them as they are.
      [u, v] = [u.clone(), v.clone()];
    }
    return weight.div(u.dot(matrix.mv(v)));
  }
}
/**
 * Spectral normalisation (Miyato et al., 2018): the weight is divided by its largest singular value, which power iterations
 * estimate before each forward in training. Changes the module and returns it.
 */
export function spectral_norm<M extends Module>(
  module: M,
  name: string | SpectralNormOptions = 'weight',
  n_power_iterations = 1,
  eps = 1e-12,
  dim: number | null = null,
): M {
  const o = typeof name === 'string' ? { name, n_power_iterations, eps, dim } : { ...spectralDefaults, ...name };
  checkIterations(o.n_power_iterations);
  if (renewals(module).some((r) => r.kind === 'spectral_norm' && r.name === o.name))
    throw new RuntimeError(`Cannot register two spectral_norm hooks on the same parameter ${o.name}`);
  const weight: unknown = Reflect.get(module, o.name);
  if (!(weight instanceof Parameter))
    throw new ValueError(`\`SpectralNorm\` cannot be applied as parameter \`${o.name}\` is None`);
  if (weight instanceof UninitializedParameter)
    throw new ValueError(
      "The module passed to `SpectralNorm` can't have uninitialized parameters. Make sure to run the dummy forward before applying spectral normalization",
    );
  const rows = o.dim ?? channelsOf(module);
  const matrix = asMatrix(weight.detach(), rows);
  const u = direction(matrix, matrix.shape[0] ?? 0, o.eps);
  const v = direction(matrix, matrix.shape[1] ?? 0, o.eps);
  Reflect.deleteProperty(module, o.name);
  module.register_parameter(`${o.name}_orig`, weight);
  setPlain(module, o.name, weight.data);
  module.register_buffer(`${o.name}_u`, u);
  module.register_buffer(`${o.name}_v`, v);
  renewBefore(module, new SpectralNorm(o.name, o.n_power_iterations, o.eps, rows));
  return module;
}
/** Makes the weight a parameter again, with the value it has. */
export function remove_spectral_norm<M extends Module>(module: M, name = 'weight'): M {
  const renewal = forget(module, 'spectral_norm', name);
  const weight = no_grad(() => renewal.compute(module, false));
  for (const part of ['', '_u', '_v', '_orig']) Reflect.deleteProperty(module, `${name}${part}`);
  module.register_parameter(name, new Parameter(weight.detach()));
  return module;
}
