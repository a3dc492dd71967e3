import { copyInto } from '../copy.ts';
import { dispatch } from '../dispatch.ts';
import { IndexError, RuntimeError } from '../device/device.ts';
import { bool, type DType, int64 } from '../dtype.ts';
import { from, operator } from '../operator.ts';
import { floating, resultType } from '../promotion.ts';
import { alias, contiguousStrides, emptyLike, numelOf, type Tensor } from '../tensor.ts';
import { raw } from './arithmetic.ts';
import { wrapDim, wrapDims } from './views.ts';

/** Runs a reduction kernel; the result is of the kept dimensions, with the reduced ones as 1 when asked. */
export function reduced(kind: string, t: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType): Tensor {
  if (t.shape.length > 64) throw new RuntimeError('only tensors with up to 64 dims are supported');
  const shape: number[] = [];
  for (let d = 0; d < t.shape.length; d++) {
    if (!dims.includes(d)) shape.push(t.shape[d]!);
    else if (keepdim) shape.push(1);
  }
  const result = emptyLike(t, shape, dtype);
  dispatch('reduce', [result, t], { kind, dims });
  return result;
}
/** Puts reduced dimensions back as 1, so that a result broadcasts against its input. */
const back = (t: Tensor, dims: readonly number[], keepdim: boolean, shape: readonly number[]): Tensor =>
  keepdim || shape.length === 0 ? t : t.reshape(shape.map((s, d) => (dims.includes(d) ? 1 : s)));
const intSum = (d: DType): DType => (d.category < 2 ? int64 : d);

operator('sum(Tensor input, int[]|null dim = null, bool keepdim = false, *, dtype? dtype = null) -> Tensor', {
  doc: 'Sum of all elements, or over dims. Integers and bools sum in int64.',
  node: (_, dim) => (dim === null ? 'SumBackward0' : 'SumBackward1'),
  forward: (t, dim, keepdim, dtype) =>
    reduced('sum', dtype ? t.to(dtype) : t, wrapDims(dim, t.shape.length), keepdim, dtype ?? intSum(t.dtype)),
  gradients: {
    input: (s) =>
      back(s.grad, wrapDims(s.dim, s.shape('input').length), s.keepdim, s.shape('input')).expand(s.shape('input')),
  },
});
operator('nansum(Tensor input, int[]|null dim = null, bool keepdim = false, *, dtype? dtype = null) -> Tensor', {
  doc: 'Sum in which NaN counts as zero.',
  forward: (t, dim, keepdim, dtype) =>
    reduced('nansum', t, wrapDims(dim, t.shape.length), keepdim, dtype ?? intSum(t.dtype)),
  gradients: {
    input: from('input', (s) =>
      back(s.grad, wrapDims(s.dim, s.shape('input').length), s.keepdim, s.shape('input'))
        .expand(s.shape('input'))
        .mul(s.input.isnan().logical_not()),
    ),
  },
});
function needsFloat(name: string, t: Tensor, dtype: DType | null): DType {
  const d = dtype ?? t.dtype;
  if (d.category < 2)
    throw new RuntimeError(
      `${name}(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: ${d.typeName}`,
    );
  return d;
}
const countOf = (shape: readonly number[], dims: readonly number[]): number =>
  dims.reduce((n, d) => n * (shape[d] ?? 1), 1);
operator('mean(Tensor input, int[]|null dim = null, bool keepdim = false, *, dtype? dtype = null) -> Tensor', {
  doc: 'Arithmetic mean of all elements, or over dims. Floating point only.',
  node: (_, dim) => (dim === null ? 'MeanBackward0' : 'MeanBackward1'),
  forward(t, dim, keepdim, dtype) {
    const d = needsFloat('mean', t, dtype);
    const dims = wrapDims(dim, t.shape.length);
    return reduced('sum', t, dims, keepdim, d).div_(countOf(t.shape, dims));
  },
  gradients: {
    input: (s) => {
      const shape = s.shape('input');
      const dims = wrapDims(s.dim, shape.length);
      return back(s.grad, dims, s.keepdim, shape).div(countOf(shape, dims)).expand(shape);
    },
  },
});
operator('nanmean(Tensor input, int[]|null dim = null, bool keepdim = false, *, dtype? dtype = null) -> Tensor', {
  doc: 'Mean of the elements that are not NaN.',
  forward: (t, dim, keepdim, dtype) => t.nansum({ dim, keepdim, dtype }).div(t.isnan().logical_not().sum(dim, keepdim)),
});
operator(
  'var(Tensor input, int[]|null dim = null, bool|null unbiased = null, bool keepdim = false, *, Scalar? correction = null) -> Tensor',
  {
    doc: 'Variance Σ(x − mean)² / (n − correction); correction is 1 unless said (unbiased: false makes it 0).',
    forward(t, dim, unbiased, keepdim, correction) {
      const d = needsFloat('var', t, null);
      const dims = wrapDims(dim, t.shape.length);
      return reduced('spread', t, dims, keepdim, d).div_(
        Math.max(0, countOf(t.shape, dims) - degrees(unbiased, correction)),
      );
    },
    gradients: {
      input: from('input', (s) => {
        const dims = wrapDims(s.dim, s.input.shape.length);
        const n = countOf(s.input.shape, dims) - degrees(s.unbiased, s.correction);
        return back(s.grad, dims, s.keepdim, s.input.shape).mul(s.input.sub(s.input.mean(dims, true)).mul(2 / n));
      }),
    },
  },
);
operator('var(Tensor input, bool unbiased) -> Tensor', {
  doc: 'Variance of all elements.',
  forward: (t, unbiased) => t.var(null, unbiased),
});
const degrees = (unbiased: boolean | null, correction: number | null): number =>
  correction ?? (unbiased === false ? 0 : 1);
operator(
  'std(Tensor input, int[]|null dim = null, bool|null unbiased = null, bool keepdim = false, *, Scalar? correction = null) -> Tensor',
  {
    doc: 'Standard deviation, the root of var.',
    forward(t, dim, unbiased, keepdim, correction) {
      return t.var(dim, unbiased, keepdim, { correction }).sqrt();
    },
    gradients: {
      input: from('input result', (s) => {
        const dims = wrapDims(s.dim, s.input.shape.length);
        const n = countOf(s.input.shape, dims) - degrees(s.unbiased, s.correction);
        const scale = back(s.grad.div(s.result.mul(n)), dims, s.keepdim, s.input.shape);
        const zero = back(s.result, dims, s.keepdim, s.input.shape).eq(0);
        return scale.mul(s.input.sub(s.input.mean(dims, true))).nan_to_num_where(zero);
      }),
    },
  },
);
operator('std(Tensor input, bool unbiased) -> Tensor', {
  doc: 'Standard deviation of all elements.',
  forward: (t, unbiased) => t.std(null, unbiased),
});
for (const name of ['var', 'std'] as const) {
  operator(
    `${name}_mean(Tensor input, int[]|null dim = null, bool|null unbiased = null, bool keepdim = false, *, Scalar? correction = null) -> (Tensor, Tensor)`,
    {
      doc: `${name} and mean together.`,
      on: 'torch',
      forward: (t, dim, unbiased, keepdim, correction) => [
        name === 'var' ? t.var(dim, unbiased, keepdim, { correction }) : t.std(dim, unbiased, keepdim, { correction }),
        t.mean(dim, keepdim),
      ],
    },
  );
  operator(`${name}_mean(Tensor input, bool unbiased) -> (Tensor, Tensor)`, {
    doc: `${name} and mean of all elements.`,
    on: 'torch',
    forward: (t, unbiased) => [name === 'var' ? t.var(null, unbiased) : t.std(null, unbiased), t.mean()],
  });
}
operator('prod(Tensor input, int? dim = null, bool keepdim = false, *, dtype? dtype = null) -> Tensor', {
  doc: 'Product of all elements, or along dim.',
  node: (_, dim) => (dim === null ? 'ProdBackward0' : 'ProdBackward1'),
  forward: (t, dim, keepdim, dtype) =>
    reduced('prod', t, wrapDims(dim === null ? null : [dim], t.shape.length), keepdim, dtype ?? intSum(t.dtype)),
  gradients: {
    input: from('input', (s) => {
      // ∂/∂xᵢ is the product of the others: everything before i times everything after i, which needs no division by zero
      const x = s.dim === null ? s.input.reshape([-1]) : s.input;
      const d = s.dim === null ? 0 : wrapDim(s.dim, x.shape.length);
      if (x.shape.length === 0) return s.grad;
      const n = x.shape[d]!;
      const one = x.narrow(d, 0, Math.min(1, n)).mul(0).add(1);
      const before = one
        .cat_with([x.narrow(d, 0, Math.max(0, n - 1))], d)
        .narrow(d, 0, n)
        .cumprod(d);
      const turned = x.flip([d]);
      const after = one
        .cat_with([turned.narrow(d, 0, Math.max(0, n - 1))], d)
        .narrow(d, 0, n)
        .cumprod(d)
        .flip([d]);
      const grad = s.dim === null || s.keepdim ? s.grad : s.grad.unsqueeze(d);
      return grad.mul(before.mul(after)).reshape(s.shape('input'));
    }),
  },
});
operator('all(Tensor input, int[]|null dim = null, bool keepdim = false) -> Tensor', {
  doc: 'True when every element is not zero.',
  forward: (t, dim, keepdim) =>
    reduced('all', t, wrapDims(dim, t.shape.length), keepdim, t.dtype.name === 'uint8' ? t.dtype : bool),
});
operator('any(Tensor input, int[]|null dim = null, bool keepdim = false) -> Tensor', {
  doc: 'True when some element is not zero.',
  forward: (t, dim, keepdim) =>
    reduced('any', t, wrapDims(dim, t.shape.length), keepdim, t.dtype.name === 'uint8' ? t.dtype : bool),
});
operator('count_nonzero(Tensor input, int[]|null dim = null) -> Tensor', {
  doc: 'How many elements are not zero.',
  forward: (t, dim) => reduced('count', t, wrapDims(dim, t.shape.length), false, int64),
});

/** A largest or smallest element exists only of something. */
const wantElements = (name: string, t: Tensor, dim: readonly number[] | null = null): void => {
  const dims = wrapDims(dim, t.shape.length);
  if (dim?.length) {
    const none = dims.find((d) => t.shape[d] === 0);
    if (none !== undefined) throw new IndexError(`${name}(): Expected reduction dim ${none} to have non-zero size.`);
  } else if (numelOf(t.shape) === 0)
    throw new (name === 'max' || name === 'min' ? RuntimeError : IndexError)(
      `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
    );
};
for (const name of ['max', 'min'] as const) {
  operator(`${name}(Tensor input) -> Tensor`, {
    doc: `The ${name === 'max' ? 'largest' : 'smallest'} element; the gradient is shared by all that equal it.`,
    node: () => (name === 'max' ? 'MaxBackward1' : 'MinBackward1'),
    forward(t) {
      wantElements(name, t);
      return reduced(name, t, wrapDims(null, t.shape.length), false, t.dtype);
    },
    gradients: { input: from('input result', (s) => evenly(s.grad, s.input, s.result, null)) },
  });
  // before the overload with a dim: a 0-dim tensor of integers is a tensor here
  operator(`${name}(Tensor input, Tensor other) -> Tensor`, {
    doc: `The ${name}imum of each pair.`,
    forward: (t, other) => (name === 'max' ? t.maximum(other) : t.minimum(other)),
  });
  operator(`${name}(Tensor input, int dim, bool keepdim = false) -> (Tensor, Tensor)`, {
    doc: `Along dim, the ${name === 'max' ? 'largest' : 'smallest'} values and their indices.`,
    fields: ['values', 'indices'],
    constant: [1],
    forward(t, dim, keepdim) {
      if (t.shape.length === 0) return [t.clone(), t.new_zeros([], { dtype: int64 })];
      const d = wrapDim(dim, t.shape.length);
      wantElements(name, t, [d]);
      const indices = reduced(`arg${name}`, t, [d], true, int64);
      const values = t.gather(d, indices);
      return keepdim ? [values, indices] : [values.squeeze(d), indices.squeeze(d)];
    },
    gradients: {
      input: from('results', (s) => {
        const shape = s.shape('input');
        if (shape.length === 0) return s.grad;
        const d = wrapDim(s.dim, shape.length);
        const index = s.results[1]!;
        return s.grad
          .new_zeros(shape)
          .scatter(d, s.keepdim ? index : index.unsqueeze(d), s.keepdim ? s.grad : s.grad.unsqueeze(d));
      }),
    },
  });
  operator(`a${name}(Tensor input, int[]|null dim = null, bool keepdim = false) -> Tensor`, {
    doc: `The ${name === 'max' ? 'largest' : 'smallest'} value over dims; equal ones share the gradient.`,
    forward(t, dim, keepdim) {
      wantElements(`a${name}`, t, dim);
      return reduced(name, t, wrapDims(dim, t.shape.length), keepdim, t.dtype);
    },
    gradients: {
      input: from('input result', (s) => {
        const dims = wrapDims(s.dim, s.input.shape.length);
        return evenly(
          back(s.grad, dims, s.keepdim, s.input.shape),
          s.input,
          back(s.result, dims, s.keepdim, s.input.shape),
          dims,
        );
      }),
    },
  });
  operator(`arg${name}(Tensor input, int? dim = null, bool keepdim = false) -> Tensor`, {
    doc: `Where the ${name === 'max' ? 'largest' : 'smallest'} element is; of the flattened tensor when no dim is given.`,
    forward(t, dim, keepdim) {
      if (dim === null) {
        wantElements(`arg${name}`, t);
        const flat = reduced(`arg${name}`, t.reshape([-1]), [0], false, int64);
        return keepdim ? flat.reshape(t.shape.map(() => 1)) : flat;
      }
      if (t.shape.length) wantElements(`arg${name}`, t, [dim]);
      return t.shape.length === 0
        ? t.new_zeros([], { dtype: int64 })
        : reduced(`arg${name}`, t, [wrapDim(dim, t.shape.length)], keepdim, int64);
    },
  });
}
function evenly(grad: Tensor, x: Tensor, extreme: Tensor, dims: readonly number[] | null): Tensor {
  const mask = raw('x == y || (is_nan(x) && is_nan(y)) ? 1 : 0', { x: x.detach(), y: extreme.detach() });
  return grad.mul(mask.div(mask.sum(dims, true)));
}
operator('aminmax(Tensor input, *, int? dim = null, bool keepdim = false) -> (Tensor, Tensor)', {
  doc: 'Smallest and largest value.',
  fields: ['min', 'max'],
  forward(t, dim, keepdim) {
    wantElements('aminmax', t, dim === null ? null : [dim]);
    return [t.amin(dim === null ? null : [dim], keepdim), t.amax(dim === null ? null : [dim], keepdim)].map((r) =>
      keepdim && t.shape.length === 0 ? r.reshape([1]) : r,
    );
  },
});
operator('logsumexp(Tensor input, int[] dim, bool keepdim = false) -> Tensor', {
  doc: 'log Σ e^x over dims, without overflow.',
  on: 'torch method special',
  forward(t, dim, keepdim) {
    const x = t.to(floating(t.dtype));
    const dims = wrapDims(dim, t.shape.length);
    const top = numelOf(t.shape) === 0 ? x.new_zeros([]) : raw('is_inf(x) ? 0 : x', { x: x.amax(dims, true) });
    const sum = x.sub(top).exp().sum(dims, true).log().add(top);
    const out = t.shape.flatMap((s, d) => (dims.includes(d) ? (keepdim ? [1] : []) : [s]));
    return numelOf(out) === numelOf(sum.shape) ? alias(sum, out, contiguousStrides(out), 0) : sum.sum(dims, keepdim);
  },
  gradients: {
    input: from('input result', (s) => {
      const dims = wrapDims(s.dim, s.input.shape.length);
      return back(s.grad, dims, s.keepdim, s.input.shape).mul(
        s.input.sub(back(s.result, dims, s.keepdim, s.input.shape)).exp(),
      );
    }),
  },
});
const lineGradient = (log: boolean) => (grad: Tensor, result: Tensor, dim: number) => {
  const out = emptyLike(result);
  if (numelOf(result.shape) > 0)
    dispatch('softmax_backward', [out, grad, result], { dim: wrapDim(dim, result.shape.length), log });
  return out;
};
const softmaxBackward: (grad: Tensor, output: Tensor, dim: number) => Tensor = operator(
  '_softmax_backward_data(Tensor grad_output, Tensor output, int dim) -> Tensor',
  {
    doc: 'output · (grad_output − Σ grad_output · output) along dim.',
    on: 'none',
    forward: lineGradient(false),
    gradients: {
      grad_output: from('output', (s) => softmaxBackward(s.grad, s.output, s.dim)),
      output: from('grad_output output', (s) => {
        const [g, y] = [s.grad_output, s.output];
        const sum = (t: Tensor): Tensor => t.sum([s.dim], true);
        return s.grad.mul(g.sub(sum(g.mul(y)))).sub(g.mul(sum(s.grad.mul(y))));
      }),
    },
  },
);
const logSoftmaxBackward = operator(
  '_log_softmax_backward_data(Tensor grad_output, Tensor output, int dim) -> Tensor',
  {
    doc: 'grad_output − exp(output) · Σ grad_output along dim.',
    on: 'none',
    forward: lineGradient(true),
    gradients: {
      grad_output: from('output', (s) => s.grad.sub(s.grad.mul(s.output.exp()).sum([s.dim], true))),
      output: from('grad_output output', (s) =>
        s.grad
          .mul(s.output.exp())
          .mul(s.grad_output.sum([s.dim], true))
          .neg(),
      ),
    },
  },
);
for (const log of [false, true]) {
  const name = log ? 'log_softmax' : 'softmax';
  operator(`${name}(Tensor input, int dim, *, dtype? dtype = null) -> Tensor`, {
    doc: log ? 'log(softmax(x)), exact also where softmax underflows.' : 'e^xᵢ / Σ e^xⱼ along dim.',
    on: 'torch method functional special',
    node: log ? 'LogSoftmax' : 'Softmax',
    forward(t, dim, dtype) {
      const x = dtype ? t.to(dtype) : t;
      const d = wrapDim(dim, t.shape.length);
      const out = emptyLike(x, x.shape, x.dtype);
      if (x.dtype.category < 2)
        throw new RuntimeError(`"${name}_lastdim_kernel_impl" not implemented for '${x.dtype.typeName}'`);
      if (numelOf(x.shape) > 0) dispatch('softmax', [out, x], { dim: d, log });
      return out;
    },
    gradients: {
      input: from('result', (s) => {
        return (log ? logSoftmaxBackward : softmaxBackward)(s.grad, s.result, s.dim);
      }),
    },
  });
}
for (const kind of ['sum', 'prod'] as const) {
  operator(`cum${kind}(Tensor input, int dim, *, dtype? dtype = null) -> Tensor`, {
    doc: `Running ${kind === 'sum' ? 'sum' : 'product'} along dim.`,
    inplace: true,
    forward(t, dim, dtype) {
      const out = emptyLike(t, t.shape, dtype ?? intSum(t.dtype));
      const d = wrapDim(dim, t.shape.length);
      if (numelOf(t.shape) > 0) dispatch('scan', [out, t], { dim: d, kind });
      return out;
    },
    gradients: {
      input: from('input result', (s) => {
        if (s.input.shape.length === 0) return s.grad;
        if (kind === 'sum') return s.grad.flip([s.dim]).cumsum(s.dim).flip([s.dim]);
        return cumprodGradient(s.grad, s.input, s.dim);
      }),
    },
  });
}
/** Σ over k ≥ i of gₖ · Π of the others up to k, one place at a time so that zeros do no harm. */
function cumprodGradient(grad: Tensor, x: Tensor, dim: number): Tensor {
  const n = x.shape[wrapDim(dim, x.shape.length)]!;
  const parts: Tensor[] = [];
  for (let i = 0; i < n; i++) {
    const one = x.narrow(dim, i, 1).mul(0).add(1);
    const others = x
      .narrow(dim, 0, i)
      .cat_with([one, x.narrow(dim, i + 1, n - i - 1)], dim)
      .cumprod(dim);
    parts.push(
      others
        .mul(grad)
        .narrow(dim, i, n - i)
        .sum([dim], true),
    );
  }
  return parts.length ? parts[0]!.cat_with(parts.slice(1), dim) : x.mul(0);
}
operator('cat_with(Tensor input, Tensor[] others, int dim) -> Tensor', {
  doc: 'cat, as a method.',
  on: 'method',
  forward: (t, others, dim) => cat([t, ...others], dim),
});
const cat = operator('cat(Tensor[] tensors, int dim = 0) -> Tensor', {
  doc: 'Joins tensors along an existing dimension.',
  on: 'torch',
  aliases: ['concat', 'concatenate'],
  forward(tensors, dim) {
    const first = tensors[0];
    if (!first) throw new RuntimeError('torch.cat(): expected a non-empty list of Tensors');
    const parts = tensors.filter((t) => !(t.shape.length === 1 && t.shape[0] === 0));
    const like = parts[0] ?? first;
    if (like.shape.length === 0)
      throw new RuntimeError('zero-dimensional tensor (at position 0) cannot be concatenated');
    const d = wrapDim(dim, like.shape.length);
    parts.forEach((t, i) => {
      if (t.shape.length !== like.shape.length)
        throw new RuntimeError(
          `Tensors must have same number of dimensions: got ${like.shape.length} and ${t.shape.length}`,
        );
      t.shape.forEach((s, k) => {
        if (k !== d && s !== like.shape[k])
          throw new RuntimeError(
            `Sizes of tensors must match except in dimension ${d}. Expected size ${like.shape[k]} but got size ${s} for tensor number ${i} in the list.`,
          );
      });
    });
    const dtype = resultType(tensors);
    const out = emptyLike(
      like,
      like.shape.map((s, k) => (k === d ? parts.reduce((n, t) => n + t.shape[d]!, 0) : s)),
      dtype,
    );
    let at = 0;
    for (const t of parts) {
      copyInto(alias(out, t.shape, out.strides, out.offset + at * out.strides[d]!), t);
      at += t.shape[d]!;
    }
    return out;
  },
  gradients: {
    tensors: (s) => {
      let at = 0;
      return s.tensors.map((t) => {
        if (t.shape.length === 1 && t.shape[0] === 0 && s.grad.shape.length !== 1) return s.grad.new_zeros([0]);
        const size = t.shape[wrapDim(s.dim, t.shape.length)]!;
        at += size;
        return s.grad.narrow(s.dim, at - size, size);
      });
    },
  },
});
operator('stack(Tensor[] tensors, int dim = 0) -> Tensor', {
  doc: 'Joins tensors of one shape along a new dimension.',
  on: 'torch',
  node: 'Stack',
  forward(tensors, dim) {
    const first = tensors[0];
    if (!first) throw new RuntimeError('stack expects a non-empty TensorList');
    tensors.forEach((t, i) => {
      if (t.shape.join() !== first.shape.join())
        throw new RuntimeError(
          `stack expects each tensor to be equal size, but got [${first.shape.join(', ')}] at entry 0 and [${t.shape.join(', ')}] at entry ${i}`,
        );
    });
    return cat(
      tensors.map((t) => t.unsqueeze(dim)),
      dim,
    );
  },
});
