// Changes in place and views: the base's history takes in what happened to a part of it.
import { offsetsOf } from '../device/cpu/reduce.ts';
import { int64 } from '../dtype.ts';
import { contiguousNow, fromValues, metaOf, onStaleView, type Tensor } from '../tensor.ts';
import { refuseView } from './inplace.ts';
import { edgeOf, type Gradients, Node, setHistory } from './node.ts';

/** Which of the base's elements, row-major, the view shows. */
export function placesIn(base: Tensor, view: Tensor): Tensor {
  const places = offsetsOf(view.shape, view.strides, view.offset);
  if (contiguousNow(base)) for (let i = 0; i < places.length; i++) places[i]! -= base.offset;
  else {
    const order = new Map<number, number>();
    offsetsOf(base.shape, base.strides, base.offset).forEach((place, i) => order.set(place, i));
    for (let i = 0; i < places.length; i++) places[i] = order.get(places[i]!) ?? 0;
  }
  return fromValues(places, view.shape, int64, base.storage.device);
}

/** The gradient of a view of a changed base. */
class AsStrided extends Node {
  readonly #places: Tensor;
  readonly #shape: readonly number[];
  constructor(base: Tensor, view: Tensor) {
    super('AsStridedBackward0', [edgeOf(base)]);
    this.#places = placesIn(base, view);
    this.#shape = base.shape;
  }
  apply([grad]: Gradients): Gradients {
    return [grad ? grad.new_zeros(this.#shape).put(this.#places, grad, true) : null];
  }
}

/** A base after an operation changed one of its views in place. */
class CopySlices extends Node {
  readonly #places: Tensor;
  readonly #operation: Node;
  readonly #self: number;
  constructor(base: Tensor, view: Tensor, operation: Node, self: number) {
    super('CopySlices', [edgeOf(base), ...operation.edges.filter((_, i) => i !== self)]);
    this.#places = placesIn(base, view);
    this.#operation = operation;
    this.#self = self;
  }
  apply([grad]: Gradients): Gradients {
    if (!grad) return this.edges.map(() => null);
    const found = this.#operation.apply([grad.take(this.#places)]);
    const slice = found[this.#self] ?? grad.new_zeros(this.#places.shape);
    return [grad.put(this.#places, slice.expand(this.#places.shape)), ...found.filter((_, i) => i !== this.#self)];
  }
  override release(): void {
    this.#operation.release();
  }
}

/** `t` was changed in place by what `node` records, its first edge being t's own past. */
export function rebaseHistory(t: Tensor, node: Node, self = 0): void {
  const view = t.autograd?.view;
  if (!view) {
    node.outputs.length = 0;
    setHistory(t, node);
    return;
  }
  node.outputs.push({ shape: t.shape, dtype: t.dtype });
  const slices = new CopySlices(view.base, t, node, self);
  setHistory(view.base, slices);
}

onStaleView((t, meta, view) => {
  if (!view.base.requires_grad) {
    view.version = t.storage.version;
    return;
  }
  refuseView(t, view, 'base was modified');
  view.version = t.storage.version;
  const node = new AsStrided(view.base, t);
  metaOf(t);
  meta.grad_fn = node;
  meta.output_nr = 0;
  node.outputs.push({ shape: t.shape, dtype: t.dtype });
});
