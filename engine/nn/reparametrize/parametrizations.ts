// torch.nn.utils.parametrizations: ready-made parametrizations of weights.
import { no_grad } from '../../autograd/modes.ts';
import { linalg, torch } from '../../core.ts';
import { IndexError, NotImplementedError, ValueError } from '../../device/device.ts';
import { fromValues, sameShape, Tensor, valuesOf } from '../../tensor.ts';
import { bindArguments } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { orthonormal } from '../init.ts';
import { Module } from '../module.ts';
import { register_parametrization } from './parametrize.ts';
import {
  asMatrix,
  channelsOf,
  checkIterations,
  direction,
  powerMethod,
  spectralDefaults,
  type SpectralNormOptions,
} from './spectral-norm.ts';
import { norm_except_dim, normed } from './weight-norm.ts';

function tensorNamed(module: Module, name: string): Tensor {
  const value: unknown = Reflect.get(module, name);
  if (!(value instanceof Tensor))
    throw new ValueError(`Module '${String(module)}' has no parameter or buffer with name '${name}'`);
  return value;
}

class _SpectralNorm extends Module {
  readonly dim: number;
  readonly eps: number;
  readonly n_power_iterations: number;
  declare _u: Tensor;
  declare _v: Tensor;
  constructor(weight: Tensor, iterations: number, dim: number, eps: number) {
    super();
    const n = weight.shape.length;
    if (dim >= n || dim < -n)
      throw new IndexError(`Dimension out of range (expected to be in range of [-${n}, ${n - 1}] but got ${dim})`);
    checkIterations(iterations);
    this.dim = dim < 0 ? dim + n : dim;
    this.eps = eps;
    this.n_power_iterations = iterations;
    if (n === 1) return;
    const matrix = asMatrix(weight.detach(), this.dim);
    // Both are drawn before either is normalised, as PyTorch does.
    this.register_buffer('_u', direction(matrix, matrix.shape[0] ?? 0, eps));
    this.register_buffer('_v', direction(matrix, matrix.shape[1] ?? 0, eps));
    powerMethod(matrix, this._u, this._v, 15, eps, true);
  }
  forward(weight: Tensor): Tensor {
    if (weight.shape.length === 1) return F.normalize(weight, { dim: 0, eps: this.eps });
    const matrix = asMatrix(weight, this.dim);
    if (this.training) powerMethod(matrix, this._u, this._v, this.n_power_iterations, this.eps, true);
    return weight.div(this._u.clone().dot(matrix.mv(this._v.clone())));
  }
  right_inverse(value: Tensor): Tensor {
    return value;
  }
}
/** Spectral normalisation as a parametrization; its singular vectors start from 15 power iterations. */
export function spectral_norm<M extends Module>(
  module: M,
  name: string | SpectralNormOptions = 'weight',
  n_power_iterations = 1,
  eps = 1e-12,
  dim: number | null = null,
): M {
  const o = typeof name === 'string' ? { name, n_power_iterations, eps, dim } : { ...spectralDefaults, ...name };
  const weight = tensorNamed(module, o.name);
  const made = new _SpectralNorm(weight, o.n_power_iterations, o.dim ?? channelsOf(module), o.eps);
  return register_parametrization(module, o.name, made);
}

class _WeightNorm extends Module {
  readonly dim: number;
  constructor(dim: number) {
    super();
    this.dim = dim;
  }
  forward(weight_g: Tensor, weight_v: Tensor): Tensor {
    return normed(weight_v, weight_g, this.dim);
  }
  right_inverse(weight: Tensor): [Tensor, Tensor] {
    return [norm_except_dim(weight, this.dim), weight];
  }
}
/** Weight normalisation as a parametrization: `original0` is g, `original1` is v. */
export function weight_norm<M extends Module>(
  module: M,
  name: string | { name?: string; dim?: number | null } = 'weight',
  dim: number | null = 0,
): M {
  const o = typeof name === 'string' ? { name, dim } : { name: 'weight', dim: 0, ...name };
  return register_parametrization(module, o.name, new _WeightNorm(o.dim ?? -1), { unsafe: true });
}

export type OrthogonalMap = 'matrix_exp' | 'cayley' | 'householder';
const maps: readonly string[] = ['matrix_exp', 'cayley', 'householder'];
/** The product of reflections I − τ_i v_i v_iᵀ, its first k columns; v_i is column i of a below the diagonal, 1 on it. */
function reflected(a: Tensor, tau: Tensor): Tensor {
  const [n = 0, k = 0] = a.shape.slice(-2);
  const unit = a.add(torch.eye(n, k, { dtype: a.dtype }));
  let q = torch.eye(n, k, { dtype: a.dtype });
  for (let i = k - 1; i >= 0; i--) {
    const v = unit.narrow(-1, i, 1);
    q = q.sub(v.matmul(v.transpose(-2, -1).matmul(q)).mul(tau.narrow(-1, i, 1).unsqueeze(-1)));
  }
  return q;
}
/** Q of the QR decomposition whose R has a positive diagonal: [.., n, k], n ≥ k. */
function madeOrthogonal(a: Tensor): Tensor {
  const [n = 0, k = 0] = a.shape.slice(-2);
  const each = Array.from(a.reshape([-1, n, k]).unbind(0), (m) =>
    fromValues(orthonormal(valuesOf(m), n, k).map(a.dtype.keep), [n, k], a.dtype),
  );
  return torch.stack(each, 0).reshape(a.shape);
}
class _Orthogonal extends Module {
  readonly shape: readonly number[];
  readonly orthogonal_map: OrthogonalMap;
  readonly #trivial: boolean;
  declare base: Tensor | null;
  constructor(weight: Tensor, map: OrthogonalMap, trivial: boolean) {
    super();
    this.shape = weight.shape;
    this.orthogonal_map = map;
    this.#trivial = trivial;
    if (trivial) this.register_buffer('base', null);
  }
  forward(given: Tensor): Tensor {
    const [rows = 0, columns = 0] = given.shape.slice(-2);
    const turned = rows < columns;
    const [n, k] = turned ? [columns, rows] : [rows, columns];
    const x = turned ? given.mT : given;
    let q: Tensor;
    if (this.orthogonal_map === 'householder') {
      const a = x.tril(-1);
      const tau = a.square().sum(-2).add(1).reciprocal().mul(2);
      const signs = x.detach().diagonal(0, -2, -1).trunc();
      q = reflected(a, tau).mul(signs.unsqueeze(-2));
    } else {
      let square = x.tril();
      if (n !== k) square = torch.cat([square, x.new_zeros([...x.shape.slice(0, -2), n, n - k])], -1);
      const a = square.sub(square.mT);
      const id = torch.eye(n, { dtype: a.dtype });
      q =
        this.orthogonal_map === 'matrix_exp'
          ? torch.matrix_exp(a)
          : linalg.solve(id.sub(a.mul(0.5)), id.add(a.mul(0.5)));
      if (n !== k) q = q.narrow(-1, 0, k);
    }
    if (this.base) q = this.base.matmul(q);
    return turned ? q.mT : q;
  }
  right_inverse(value: Tensor): Tensor {
    if (!sameShape(value.shape, this.shape))
      throw new ValueError(
        `Expected a matrix or batch of matrices of shape torch.Size([${this.shape.join(', ')}]). Got a tensor of shape torch.Size([${value.shape.join(', ')}]).`,
      );
    if (!this.#trivial)
      throw new NotImplementedError(
        'It is not possible to assign to the matrix exponential or the Cayley parametrizations when use_trivialization=False.',
      );
    return no_grad(() => {
      const [rows = 0, columns = 0] = value.shape.slice(-2);
      const [n, k] = [Math.max(rows, columns), Math.min(rows, columns)];
      let q = rows < columns ? value.mT : value;
      if (n !== k) {
        const rest = torch.randn([...q.shape.slice(0, -2), n, n - k], { dtype: q.dtype });
        q = madeOrthogonal(torch.cat([q, rest], -1));
      } else {
        const off = q.mT
          .matmul(q)
          .sub(torch.eye(n, { dtype: q.dtype }))
          .abs()
          .max();
        const close = 10 * n * (q.dtype.name === 'float64' ? 2 ** -52 : 2 ** -23);
        q = Number(off.item()) <= close ? q.clone() : madeOrthogonal(q);
      }
      this.register_buffer('base', q);
      const start = torch.zeros_like(value);
      start.diagonal(0, -2, -1).fill_(-1);
      return start;
    });
  }
}
export interface OrthogonalOptions {
  name?: string;
  /** How a free matrix becomes an orthogonal one. Default: 'matrix_exp' for square weights, 'householder' for others. */
  orthogonal_map?: OrthogonalMap | null;
  /** Starts from the weight made orthogonal, kept as a buffer `base`. Default: true. */
  use_trivialization?: boolean;
}
/** Keeps a weight [.., m, n] orthogonal: orthonormal columns where m ≥ n, rows otherwise. */
export function orthogonal<M extends Module>(
  module: M,
  name?: string | OrthogonalOptions,
  orthogonal_map?: OrthogonalMap | null | OrthogonalOptions,
  options?: OrthogonalOptions,
): M {
  const o = bindArguments('orthogonal', [name, orthogonal_map, options], {
    name: 'weight',
    orthogonal_map: null as OrthogonalMap | null,
    use_trivialization: true,
  });
  const weight = tensorNamed(module, o.name);
  if (weight.shape.length < 2)
    throw new ValueError(`Expected a matrix or batch of matrices. Got a tensor of ${weight.shape.length} dimensions.`);
  const square = weight.shape.at(-1) === weight.shape.at(-2);
  const map = o.orthogonal_map ?? (square ? 'matrix_exp' : 'householder');
  if (!maps.includes(map))
    throw new ValueError(`orthogonal_map has to be one of "matrix_exp", "cayley", "householder". Got: ${map}`);
  const made = new _Orthogonal(weight, map, o.use_trivialization);
  return register_parametrization(module, o.name, made, { unsafe: true });
}
