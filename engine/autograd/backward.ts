// The walk back through the graph: latest operations first, each when all its gradients have arrived.
import { NotImplementedError, RuntimeError, storagesMade } from '../device/device.ts';
import { contiguousNow, gradientNode, type Hook, metaOf, numelOf, sameShape, Tensor, valuesLike } from '../tensor.ts';
import { forwardCallOf, is_anomaly_check_nan_enabled, is_anomaly_enabled } from './anomaly.ts';
import { is_grad_enabled, record } from './modes.ts';
import { meters } from '../meters.ts';
import { AccumulateGrad, type Edge, edgeOf, type Gradients, type Node, Task } from './node.ts';

export interface BackwardOptions {
  readonly retain_graph?: boolean | null;
  readonly create_graph?: boolean;
  readonly inputs?: Tensor | readonly Tensor[] | null;
}

/** Brings a gradient to the shape and dtype of what it is the gradient of. */
function fit(grad: Tensor, want: { shape: readonly number[]; dtype: Tensor['dtype'] }, by: Node, at = 0): Tensor {
  let fitted = grad;
  if (!sameShape(grad.shape, want.shape)) {
    if (!expandable(want.shape, grad.shape))
      throw new RuntimeError(
        `Function ${by.name()} returned an invalid gradient at index ${at} - got [${grad.shape.join(', ')}] but expected shape compatible with [${want.shape.join(', ')}]`,
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

/** Whether the innermost walk that runs now fills every leaf's `.grad`: what a recomputing backward needs. */
let fillsLeaves = true;
/** @internal PyTorch's _is_checkpoint_valid */
export const isCheckpointValid = (): boolean => fillsLeaves;

function walk(
  roots: readonly Edge[],
  seeds: readonly Tensor[],
  retain: boolean,
  create: boolean,
  targets: readonly Target[] | null,
  accumulate: boolean,
): Gradients {
  const tasks: Task[] = [];
  for (const [node] of roots) expect(node, tasks);
  for (let i = 0; i < tasks.length; i++) {
    const { edges } = tasks[i]!.node;
    for (let e = 0; e < edges.length; e++) {
      const edge = edges[e];
      if (edge) expect(edge[0], tasks);
    }
  }
  const needed = targets ? leadingTo(roots, new Set(targets.map((t) => t.node))) : null;
  const ready = new Ready();
  const captured: Gradients = new Array<null>(targets?.length ?? 0).fill(null);
  const before = record(create);
  const outerFills = fillsLeaves;
  fillsLeaves = targets === null;
  try {
    roots.forEach(([node, output], i) => {
      const seed = seeds[i];
      if (seed) arrive(taskOf(node), output, fit(seed, node.outputs[output] ?? seed, node), false);
    });
    for (const [node] of roots) ready.release(taskOf(node));
    for (let task = ready.pop(); task; task = ready.pop()) {
      const { node } = task;
      const { edges } = node;
      if (!task.grads || (needed && !needed.has(node))) {
        task.grads = null;
        for (const edge of edges) if (edge) ready.release(taskOf(edge[0]));
        continue;
      }
      if (node.tensorHooks) runTensorHooks(node.tensorHooks, node, task.grads);
      if (node.pre_hooks) for (const hook of node.pre_hooks) task.grads = hook(task.grads) ?? task.grads;
      // What a hook or the caller has seen may be held, and so may what is recorded.
      if (node.tensorHooks || node.pre_hooks || create || targets || node.outputs.length > 1) task.owned = false;
      const grads = task.grads;
      task.grads = null;
      targets?.forEach((t, i) => {
        if (t.node === node) captured[i] = grads[t.output] ?? null;
      });
      if (node instanceof AccumulateGrad) {
        const grad = grads[0];
        if (grad && accumulate) accumulateInto(node.variable, grad, task.owned, create);
        if (node.hooks) for (const hook of node.hooks) hook([], grads);
        continue;
      }
      if (targets && !accumulate && edges.every((e) => !e || !needed?.has(e[0]))) continue;
      const made = storagesMade();
      let results = grads.some(isThere) ? applied(node, grads) : edges.map(() => null);
      if (node.hooks) for (const hook of node.hooks) results = hook(results, grads) ?? results;
      if (!retain) node.release();
      for (let i = 0; i < edges.length; i++) {
        const edge = edges[i];
        if (!edge) continue;
        const next = taskOf(edge[0]);
        const grad = results[i];
        if (grad) {
          const fitted = fit(grad, edge[0].outputs[edge[1]] ?? grad, node, i);
          const fresh = fitted.storage.id > made;
          const passed = task.owned && node.lendsNothing && fitted.storage === grads[0]?.storage;
          const owned = (fresh || passed) && node.hooks === null && !sharedAmong(results, fitted, i);
          arrive(next, edge[1], fitted, owned);
        }
        ready.release(next);
      }
    }
  } finally {
    fillsLeaves = outerFills;
    record(before);
    for (const task of tasks) task.node.task = task.outer;
  }
  return captured;
}

/** Counts one more edge into the node. */
function expect(node: Node, tasks: Task[]): void {
  let task = node.task;
  if (task === null || task.walk !== tasks) {
    task = new Task(node, tasks);
    node.task = task;
    tasks.push(task);
  }
  task.awaited++;
}
function taskOf(node: Node): Task {
  if (!node.task) throw new Error(`${node.name()} is not part of this walk`);
  return node.task;
}
const isThere = (grad: Tensor | null): boolean => grad !== null;

function arrive(task: Task, output: number, grad: Tensor, owned: boolean): void {
  const grads = (task.grads ??= new Array<null>(task.node.outputs.length).fill(null));
  const there = grads[output];
  grads[output] = there ? there.add(grad) : grad;
  task.owned = there ? true : owned;
}

/** Whether the tensor is all of its memory, in order. */
const isWhole = (t: Tensor): boolean => t.storage.length === numelOf(t.shape) && contiguousNow(t);
function sharedAmong(results: Gradients, grad: Tensor, at: number): boolean {
  for (let j = 0; j < results.length; j++) if (j !== at && results[j]?.storage === grad.storage) return true;
  return false;
}

/** Tasks all of whose gradients have arrived: a heap, the latest operation first. */
class Ready {
  readonly #heap: Task[] = [];

  /** One of the task's edges has brought what it had. */
  release(task: Task): void {
    if (--task.awaited > 0) return;
    const heap = this.#heap;
    const { sequence } = task.node;
    let at = heap.length;
    heap.push(task);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up]!;
      if (parent.node.sequence >= sequence) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = task;
  }
  pop(): Task | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    const { sequence } = last.node;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1]!.node.sequence > heap[child]!.node.sequence) child++;
      if (heap[child]!.node.sequence <= sequence) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
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
  else meta.grad = owned && isWhole(grad) && !grad.requires_grad ? grad : grad.detach().clone();
  if (!create && meta.grad) meta.grad.cut = 'backward';
}

/** Hooks on tensors run on the complete gradient, before it goes on. */
export function hookTensor(t: Tensor): void {
  const edge = edgeOf(t);
  if (!edge) throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
  const outputs = (edge[0].tensorHooks ??= new Map());
  const set = outputs.get(edge[1]) ?? new Set();
  set.add(t);
  outputs.set(edge[1], set);
}
function runTensorHooks(outputs: ReadonlyMap<number, ReadonlySet<Tensor>>, node: Node, grads: Gradients): void {
  for (const [output, set] of outputs)
    for (const t of set) {
      const first = grads[output];
      if (!first) continue;
      let grad: Tensor = first;
      for (const hook of t.autograd?.hooks?.values() ?? []) {
        const changed = hook(grad);
        if (changed == null) continue;
        checkHook(hook, changed, grad);
        grad = changed;
      }
      grads[output] = grad;
      if (t.autograd?.retains_grad && gradientNode(t) === node)
        metaOf(t).grad = is_grad_enabled() ? grad : grad.clone();
    }
}

function checkHook(hook: Hook, changed: unknown, grad: Tensor): asserts changed is Tensor {
  if (!(changed instanceof Tensor)) throw new TypeError(`expected Tensor, but hook returned '${typeof changed}'`);
  if (!sameShape(changed.shape, grad.shape))
    throw new RuntimeError(`hook '${hook.name || '<lambda>'}' has changed the size of value`);
}

/** The node's gradients; in anomaly mode its failures, and NaN, say where its operation was called. */
function applied(node: Node, grads: Gradients): Gradients {
  if (!is_anomaly_enabled()) return node.apply(grads);
  let results: Gradients;
  try {
    results = node.apply(grads);
  } catch (error) {
    if (error instanceof Error) error.message += forwardCallOf(node, node.name());
    throw error;
  }
  if (is_anomaly_check_nan_enabled())
    results.forEach((g, i) => {
      if (g?.isnan().any().item())
        throw new RuntimeError(
          `Function '${node.name()}' returned nan values in its ${i}th output.${forwardCallOf(node, node.name())}`,
        );
    });
  return results;
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
  return [edge, valuesLike(t, [1], t.shape)];
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
  /** Only false: there is no vmap here. */
  readonly is_grads_batched?: boolean;
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
  if (options.is_grads_batched)
    throw new NotImplementedError(
      'autograd.grad: is_grads_batched needs vmap, which is not here; call grad once for each row of grad_outputs with retain_graph',
    );
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
    if (g) {
      if (!create && !given.includes(g)) g.cut = 'backward';
      return g;
    }
    const input = wanted[i];
    if (options.materialize_grads && input) return input.detach().new_zeros(input.shape);
    if (!options.allow_unused)
      throw new RuntimeError(
        'One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.',
      );
    return null as unknown as Tensor; // PyTorch's None, which the caller asked for with allow_unused
  });
}
