// The walk back through the graph: latest operations first, each when all its gradients have arrived.
import { RuntimeError, storagesMade } from '../device/device.ts';
import { contiguousNow, gradientNode, metaOf, numelOf, sameShape, Tensor } from '../tensor.ts';
import { is_grad_enabled, record } from './modes.ts';
import { meters } from '../meters.ts';
import { AccumulateGrad, type Edge, edgeOf, type Gradients, type Node } from './node.ts';

export interface BackwardOptions {
  readonly retain_graph?: boolean | null;
  readonly create_graph?: boolean;
  readonly inputs?: Tensor | readonly Tensor[] | null;
}

interface Waiting {
  grads: Gradients;
  /** Whether the gradient's memory is nobody else's, so that a leaf may keep it. */
  owned: boolean[];
}

let anomaly = false;
export const detectAnomaly = (on: boolean): boolean => {
  const before = anomaly;
  anomaly = on;
  return before;
};

/** Brings a gradient to the shape and dtype of what it is the gradient of. */
function fit(grad: Tensor, want: { shape: readonly number[]; dtype: Tensor['dtype'] }, by: Node): Tensor {
  let fitted = grad;
  if (!sameShape(grad.shape, want.shape)) {
    if (!expandable(want.shape, grad.shape))
      throw new RuntimeError(
        `Function ${by.name()} returned an invalid gradient - got [${grad.shape}] but expected shape compatible with [${want.shape}]`,
      );
    fitted = grad.sum_to_size(want.shape);
  }
  return fitted.dtype === want.dtype ? fitted : fitted.to(want.dtype);
}
function expandable(from: readonly number[], to: readonly number[]): boolean {
  if (from.length > to.length) return false;
  return from.every((size, d) => size === 1 || size === to[to.length - from.length + d]);
}

interface Target {
  readonly node: Node;
  readonly output: number;
}

function walk(
  roots: readonly Edge[],
  seeds: readonly Tensor[],
  retain: boolean,
  create: boolean,
  targets: readonly Target[] | null,
  accumulate: boolean,
): Gradients {
  const uses = new Map<Node, number>();
  const stack: Node[] = [];
  const visit = (node: Node): void => {
    const n = uses.get(node);
    if (n === undefined) stack.push(node);
    uses.set(node, (n ?? 0) + 1);
  };
  for (const [node] of roots) visit(node);
  for (let node = stack.pop(); node; node = stack.pop()) for (const edge of node.edges) if (edge) visit(edge[0]);
  const needed = targets ? leadingTo(roots, new Set(targets.map((t) => t.node))) : null;

  const waiting = new Map<Node, Waiting>();
  const arrive = (node: Node, output: number, grad: Tensor, owned: boolean): void => {
    let w = waiting.get(node);
    if (!w) waiting.set(node, (w = { grads: new Array<null>(node.outputs.length).fill(null), owned: [] }));
    const there = w.grads[output];
    w.grads[output] = there ? there.add(grad) : grad;
    w.owned[output] = there ? true : owned;
  };
  const ready: Node[] = [];
  const release = (node: Node): void => {
    const left = (uses.get(node) ?? 0) - 1;
    uses.set(node, left);
    if (left > 0) return;
    let at = ready.length; // kept sorted, latest operation last
    while (at > 0 && (ready[at - 1]?.sequence ?? 0) > node.sequence) at--;
    ready.splice(at, 0, node);
  };
  const captured: Gradients = new Array<null>(targets?.length ?? 0).fill(null);
  const before = record(create);
  try {
    roots.forEach(([node, output], i) => {
      const seed = seeds[i];
      if (seed) arrive(node, output, fit(seed, node.outputs[output] ?? seed, node), false);
    });
    for (const [node] of roots) release(node);
    for (let node = ready.pop(); node; node = ready.pop()) {
      const w = waiting.get(node);
      waiting.delete(node);
      if (!w || (needed && !needed.has(node))) {
        for (const edge of node.edges) if (edge) release(edge[0]);
        continue;
      }
      runTensorHooks(node, w);
      if (node.pre_hooks) for (const hook of node.pre_hooks) w.grads = hook(w.grads) ?? w.grads;
      targets?.forEach((t, i) => {
        if (t.node === node) captured[i] = w.grads[t.output] ?? null;
      });
      if (node instanceof AccumulateGrad) {
        const grad = w.grads[0];
        if (grad && accumulate) accumulateInto(node.variable, grad, w.owned[0] ?? false, create);
        if (node.hooks) for (const hook of node.hooks) hook([], w.grads);
        continue;
      }
      if (targets && !accumulate && node.edges.every((e) => !e || !needed?.has(e[0]))) continue;
      const made = storagesMade();
      let results = w.grads.some((g) => g) ? node.apply(w.grads) : node.edges.map(() => null);
      if (anomaly) checkNumbers(node, results);
      if (node.hooks) for (const hook of node.hooks) results = hook(results, w.grads) ?? results;
      if (!retain) node.release();
      for (let i = 0; i < node.edges.length; i++) {
        const edge = node.edges[i];
        if (!edge) continue;
        const grad = results[i];
        if (grad) {
          const fitted = fit(grad, edge[0].outputs[edge[1]] ?? grad, node);
          const fresh =
            fitted.storage.id > made &&
            fitted.storage.length === numelOf(fitted.shape) &&
            contiguousNow(fitted) &&
            !results.some((r, j) => j !== i && r?.storage === fitted.storage);
          arrive(edge[0], edge[1], fitted, fresh);
        }
        release(edge[0]);
      }
    }
  } finally {
    record(before);
  }
  return captured;
}

/** The nodes from which one of the goals can be reached. */
function leadingTo(roots: readonly Edge[], goals: ReadonlySet<Node>): Set<Node> {
  const leads = new Map<Node, boolean>();
  const stack: [Node, boolean][] = roots.map(([n]) => [n, false]);
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, seen] = top;
    if (seen) leads.set(node, goals.has(node) || node.edges.some((e) => e && leads.get(e[0])));
    else if (!leads.has(node)) {
      leads.set(node, goals.has(node));
      stack.push([node, true]);
      for (const edge of node.edges) if (edge && !leads.has(edge[0])) stack.push([edge[0], false]);
    }
  }
  return new Set([...leads].flatMap(([n, yes]) => (yes ? [n] : [])));
}

function accumulateInto(variable: Tensor, grad: Tensor, owned: boolean, create: boolean): void {
  const meta = metaOf(variable);
  const there = meta.grad;
  if (create) meta.grad = there ? there.add(grad) : grad;
  else if (there) there.add_(grad);
  else meta.grad = owned && !grad.requires_grad ? grad : grad.detach().clone();
}

/** Hooks on tensors run on the complete gradient, before it goes on. */
const tensorHooks = new WeakMap<Node, Map<number, Set<Tensor>>>();
export function hookTensor(t: Tensor): void {
  const edge = edgeOf(t);
  if (!edge) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
  let outputs = tensorHooks.get(edge[0]);
  if (!outputs) tensorHooks.set(edge[0], (outputs = new Map()));
  const set = outputs.get(edge[1]) ?? new Set();
  set.add(t);
  outputs.set(edge[1], set);
}
function runTensorHooks(node: Node, w: Waiting): void {
  const outputs = tensorHooks.get(node);
  if (!outputs) return;
  for (const [output, set] of outputs)
    for (const t of set) {
      const first = w.grads[output];
      if (!first) continue;
      let grad: Tensor = first;
      for (const hook of t.autograd?.hooks?.values() ?? []) {
        const changed = hook(grad);
        if (changed instanceof Tensor) {
          grad = changed;
          w.owned[output] = false;
        }
      }
      w.grads[output] = grad;
      if (t.autograd?.retains_grad && gradientNode(t) === node)
        metaOf(t).grad = is_grad_enabled() ? grad : grad.clone();
    }
}

function checkNumbers(node: Node, grads: Gradients): void {
  grads.forEach((g, i) => {
    if (g && g.isnan().any().item())
      throw new RuntimeError(`Function '${node.name()}' returned nan values in its ${i}th output.`);
  });
}

function startOf(t: Tensor, gradient: Tensor | null | undefined): [Edge, Tensor] {
  const edge = edgeOf(t);
  if (!edge) throw new RuntimeError('element 0 of tensors does not require grad and does not have a grad_fn');
  if (gradient) {
    if (!sameShape(gradient.shape, t.shape))
      throw new RuntimeError(
        `Mismatch in shape: grad_output[0] has a shape of [${gradient.shape.join(', ')}] and output[0] has a shape of [${t.shape.join(', ')}].`,
      );
    return [edge, gradient];
  }
  if (numelOf(t.shape) !== 1) throw new RuntimeError('grad can be implicitly created only for scalar outputs');
  return [edge, t.detach().new_ones(t.shape)];
}

export const listOf = <T>(x: T | readonly T[] | null | undefined): readonly T[] =>
  x == null ? [] : Array.isArray(x) ? x : [x as T];

/** `torch.autograd.backward`: adds the gradients of the leaves into their `.grad`. */
export function backward(
  tensors: Tensor | readonly Tensor[],
  gradients?: Tensor | readonly (Tensor | null)[] | null,
  options: BackwardOptions = {},
): void {
  if (meters.on) meters.walked();
  const given = listOf(gradients as Tensor | readonly Tensor[] | null);
  const starts = listOf(tensors).map((t, i) => startOf(t, given[i]));
  const create = options.create_graph ?? false;
  const inputs = options.inputs == null ? null : listOf(options.inputs);
  if (inputs && inputs.length === 0) throw new RuntimeError("'inputs' argument to backward cannot be empty.");
  const targets = inputs?.map((t) => target(t)) ?? null;
  const seeds = starts.map((s) => s[1]);
  const edges = starts.map((s) => s[0]);
  const found = walk(edges, seeds, options.retain_graph ?? create, create, targets, !targets);
  inputs?.forEach((t, i) => {
    const grad = found[i];
    if (grad) accumulateInto(t, grad, false, create);
  });
}
function target(t: Tensor): Target {
  const edge = edgeOf(t);
  if (!edge) throw new RuntimeError('One of the differentiated Tensors does not require grad');
  return { node: edge[0], output: edge[1] };
}

export interface GradOptions {
  readonly grad_outputs?: Tensor | readonly (Tensor | null)[] | null;
  readonly retain_graph?: boolean | null;
  readonly create_graph?: boolean;
  readonly allow_unused?: boolean | null;
  readonly materialize_grads?: boolean;
}

/** One gradient an input; a single input gives a list of one. */
export type GradsOf<I> = I extends readonly Tensor[] ? { -readonly [K in keyof I]: Tensor } : [Tensor];

/** `torch.autograd.grad`: the gradients of outputs with respect to inputs, without touching any `.grad`. */
export function grad<const I extends Tensor | readonly Tensor[]>(
  outputs: Tensor | readonly Tensor[],
  inputs: I,
  grad_outputs?: Tensor | readonly (Tensor | null)[] | null | GradOptions,
  more?: GradOptions,
): GradsOf<I>;
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  grad_outputs?: Tensor | readonly (Tensor | null)[] | null | GradOptions,
  more: GradOptions = {},
): unknown {
  if (meters.on) meters.walked();
  const named = grad_outputs != null && !(grad_outputs instanceof Tensor) && !Array.isArray(grad_outputs);
  const options = named ? (grad_outputs as GradOptions) : more;
  const given = listOf(
    (named ? options.grad_outputs : (grad_outputs ?? options.grad_outputs)) as
      | Tensor
      | readonly Tensor[]
      | null
      | undefined,
  );
  const starts = listOf(outputs).map((t, i) => startOf(t, given[i]));
  const wanted = listOf(inputs);
  const targets = wanted.map(target);
  const create = options.create_graph ?? false;
  const found = walk(
    starts.map((s) => s[0]),
    starts.map((s) => s[1]),
    options.retain_graph ?? create,
    create,
    targets,
    false,
  );
  return found.map((g, i) => {
    if (g) return g;
    const input = wanted[i];
    if (options.materialize_grads && input) return input.detach().new_zeros(input.shape);
    if (!options.allow_unused)
      throw new RuntimeError(
        'One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.',
      );
    return null as unknown as Tensor; // PyTorch's None, which the caller asked for with allow_unused
  });
}
