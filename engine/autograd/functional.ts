// torch.autograd.functional: Jacobians, Hessians and their products, by reverse mode.
import { RuntimeError } from '../device/device.ts';
import { numelOf, sameShape, Tensor } from '../tensor.ts';
import { grad } from './backward.ts';
import { enable_grad } from './modes.ts';

export interface FunctionalOptions {
  /** Record the results, so that they can be differentiated. */
  readonly create_graph?: boolean;
  /** Throw where a result does not depend on an input, instead of giving zeros. */
  readonly strict?: boolean;
  /** Accepted; the rows are computed one after another either way. */
  readonly vectorize?: boolean;
  readonly strategy?: 'reverse-mode' | 'forward-mode';
  readonly outer_jacobian_strategy?: 'reverse-mode' | 'forward-mode';
}
/** A tensor where one was given, a list where a list was. */
type Same<I> = I extends readonly Tensor[] ? Tensor[] : Tensor;
type Inputs = Tensor | readonly Tensor[];
type Of<I, O> = (...inputs: I extends readonly Tensor[] ? { -readonly [K in keyof I]: Tensor } : [Tensor]) => O;

const listed = (x: unknown, of: string): Tensor[] => {
  const list: unknown[] = Array.isArray(x) ? x : [x];
  return list.map((t, i) => {
    if (!(t instanceof Tensor))
      throw new TypeError(
        `The ${of} must be either a Tensor or a tuple of Tensors but the value at index ${i} has type ${t === null ? 'null' : typeof t}.`,
      );
    return t;
  });
};
const many = (x: unknown): x is readonly unknown[] => Array.isArray(x);
const shaped = <I>(like: I, list: readonly Tensor[]): Same<I> => (many(like) ? [...list] : list[0]) as Same<I>;

/** The inputs as the function sees them: leaves of a graph of its own, or behind the caller's with create_graph. */
const prepared = (inputs: readonly Tensor[], create: boolean): Tensor[] =>
  inputs.map((t) => (create ? t.view_as(t) : t.detach().requires_grad_(true)));
const finished = (list: readonly Tensor[], create: boolean): Tensor[] =>
  create ? [...list] : list.map((t) => t.detach());

function directions(v: unknown, like: readonly Tensor[], of: string): Tensor[] {
  if (v == null) {
    if (like.length === 1 && like[0] && numelOf(like[0].shape) === 1) return [like[0].detach().new_ones(like[0].shape)];
    throw new RuntimeError(`The vector v can only be None if ${of}`);
  }
  const list = listed(v, 'v');
  if (list.length !== like.length)
    throw new RuntimeError(`v is a tuple of invalid length: should be ${like.length} but got ${list.length}.`);
  list.forEach((t, i) => {
    if (!sameShape(t.shape, like[i]?.shape ?? []))
      throw new RuntimeError(
        `v has invalid size: should be [${like[i]?.shape.join(', ')}] but got [${t.shape.join(', ')}] (entry ${i}).`,
      );
  });
  return list;
}

function checkOutputs(outputs: readonly Tensor[], strict: boolean): void {
  outputs.forEach((t, i) => {
    if (strict && !t.requires_grad)
      throw new RuntimeError(
        `Output ${i} of the user-provided function does not require gradients. The outputs must be computed in a differentiable manner from the input when running in strict mode.`,
      );
  });
}

/** Gradients of outputs that may not depend on anything: zeros then, or an error in strict mode. */
function gradients(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  seeds: readonly (Tensor | null)[] | null,
  create: boolean,
  strict: string | null,
): Tensor[] {
  const used = outputs.map((t, i) => [t, seeds?.[i] ?? null] as const).filter(([t]) => t.requires_grad);
  const found: readonly (Tensor | null)[] =
    used.length === 0
      ? inputs.map(() => null)
      : grad(
          used.map(([t]) => t),
          inputs,
          used.map(([, s]) => s),
          { create_graph: create, retain_graph: true, allow_unused: true },
        );
  return inputs.map((t, i) => {
    const g = found[i];
    if (strict !== null && (!g || (create && !g.requires_grad)))
      throw new RuntimeError(
        g
          ? `The ${strict} of the user-provided function is independent of input ${i}. This is not allowed in strict mode when create_graph=True.`
          : `The output of the user-provided function is independent of input ${i}. This is not allowed in strict mode.`,
      );
    return g ?? t.detach().new_zeros(t.shape);
  });
}

/** Both kinds of list around the rows: [output][input], each level left out where a single tensor was. */
export type Jacobian<I, O> = O extends readonly Tensor[] ? Same<I>[] : Same<I>;

/** The Jacobian of `func` at `inputs`, of shape [...output, ...input]; a list of lists, outputs first, where there are several. */
export function jacobian<const I extends Inputs, O extends Inputs>(
  func: Of<I, O>,
  inputs: I,
  { create_graph = false, strict = false }: FunctionalOptions = {},
): Jacobian<I, O> {
  return enable_grad(() => {
    const xs = prepared(listed(inputs, 'inputs given to jacobian'), create_graph);
    const result = Reflect.apply(func, null, xs as never[]) as O; // as many tensors as the inputs say
    const ys = listed(result, 'outputs of the user-provided function given to jacobian');
    checkOutputs(ys, strict);
    const rows = ys.map((y) => {
      const flat = y.reshape([-1]);
      const n = numelOf(y.shape);
      const columns = Array.from({ length: n }, (_, j) =>
        gradients([flat.select(0, j)], xs, null, create_graph, strict ? 'jacobian' : null),
      );
      const full = xs.map((x, i) =>
        n === 0
          ? x.detach().new_zeros([...y.shape, ...x.shape])
          : columns[0]?.[i] && joined(columns.map((c) => c[i])).reshape([...y.shape, ...x.shape]),
      );
      return shaped(
        inputs,
        finished(
          full.filter((t) => t !== undefined),
          create_graph,
        ),
      );
    });
    return (many(result) ? rows : rows[0]) as Jacobian<I, O>;
  });
}
const joined = (rows: readonly (Tensor | undefined)[]): Tensor => {
  const [first, ...rest] = rows.filter((t) => t !== undefined).map((t) => t.unsqueeze(0));
  if (!first) throw new RuntimeError('no rows');
  return first.cat_with(rest, 0);
};

/** The Hessian of a scalar function: of shape [...input, ...input], a list of lists where there are several inputs. */
export function hessian<const I extends Inputs>(
  func: Of<I, Tensor>,
  inputs: I,
  options: FunctionalOptions = {},
): I extends readonly Tensor[] ? Tensor[][] : Tensor {
  const { create_graph = false, strict = false } = options;
  const xs = listed(inputs, 'inputs given to hessian');
  const slopes = (...given: Tensor[]): Tensor[] => {
    const y = scalar(Reflect.apply(func, null, given as never[]), 'hessian');
    checkOutputs([y], strict);
    return gradients([y], given, null, true, strict ? 'jacobian' : null);
  };
  const rows = jacobian((...given: Tensor[]) => slopes(...given), xs, { create_graph, strict });
  return (many(inputs) ? rows : rows[0]?.[0]) as never; // its type follows from the inputs, as said above
}
function scalar(y: unknown, of: string): Tensor {
  if (!(y instanceof Tensor)) throw new RuntimeError(`The function given to ${of} should return a single Tensor`);
  if (numelOf(y.shape) !== 1)
    throw new RuntimeError(`The Tensor returned by the function given to ${of} should contain a single element`);
  return y.reshape([]);
}

/** [func(inputs), vᵀ · J]: the gradient with v, shaped as the outputs; v may be left out where the output is one number. */
export function vjp<const I extends Inputs, O extends Inputs>(
  func: Of<I, O>,
  inputs: I,
  v: Inputs | null = null,
  { create_graph = false, strict = false }: FunctionalOptions = {},
): [O, Same<I>] {
  return enable_grad(() => {
    const xs = prepared(listed(inputs, 'inputs given to vjp'), create_graph);
    const result = Reflect.apply(func, null, xs as never[]) as O;
    const ys = listed(result, 'outputs of the user-provided function given to vjp');
    checkOutputs(ys, strict);
    const vs = directions(v, ys, 'the user-provided function returns a single Tensor with a single element.');
    const found = gradients(ys, xs, vs, create_graph, strict ? 'vjp' : null);
    return [shaped(result, finished(ys, create_graph)) as unknown as O, shaped(inputs, finished(found, create_graph))];
  });
}

/** [func(inputs), J · v]: the directional derivative along v, shaped as the inputs. Computed by differentiating vᵀJ once more. */
export function jvp<const I extends Inputs, O extends Inputs>(
  func: Of<I, O>,
  inputs: I,
  v: Inputs | null = null,
  { create_graph = false, strict = false }: FunctionalOptions = {},
): [O, O] {
  return enable_grad(() => {
    const given = listed(inputs, 'inputs given to jvp');
    const xs = prepared(given, create_graph);
    const vs = directions(
      v,
      given,
      'the input to the user-provided function is a single Tensor with a single element.',
    );
    const result = Reflect.apply(func, null, xs as never[]) as O;
    const ys = listed(result, 'outputs of the user-provided function given to jvp');
    checkOutputs(ys, strict);
    const seeds = ys.map((y) => y.detach().new_zeros(y.shape).requires_grad_(true));
    const transposed = gradients(ys, xs, seeds, true, strict ? 'jacobian' : null);
    const found = gradients(transposed, seeds, vs, create_graph, null);
    return [
      shaped(result, finished(ys, create_graph)) as unknown as O,
      shaped(result, finished(found, create_graph)) as unknown as O,
    ];
  });
}

/** [func(inputs), vᵀ · H] for a scalar function; v is shaped as the inputs. */
export function vhp<const I extends Inputs>(
  func: Of<I, Tensor>,
  inputs: I,
  v: Inputs | null = null,
  { create_graph = false, strict = false }: FunctionalOptions = {},
): [Tensor, Same<I>] {
  return enable_grad(() => {
    const given = listed(inputs, 'inputs given to vhp');
    const xs = prepared(given, create_graph);
    const vs = directions(
      v,
      given,
      'the input to the user-provided function is a single Tensor with a single element.',
    );
    const result: unknown = Reflect.apply(func, null, xs as never[]);
    const y = scalar(result, 'vhp');
    checkOutputs([y], strict);
    const slopes = gradients([y], xs, null, true, strict ? 'jacobian' : null);
    const found = gradients(slopes, xs, vs, create_graph, strict ? 'hessian' : null);
    const [value = y] = finished(listed(result, 'output'), create_graph);
    return [value, shaped(inputs, finished(found, create_graph))];
  });
}
/** [func(inputs), H · v] for a scalar function; v is shaped as the inputs. Hessians are symmetric: as vhp. */
export function hvp<const I extends Inputs>(
  func: Of<I, Tensor>,
  inputs: I,
  v: Inputs | null = null,
  options: FunctionalOptions = {},
): [Tensor, Same<I>] {
  return vhp(func, inputs, v, options);
}
