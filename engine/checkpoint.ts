// `torch.utils.checkpoint`: keeps only the inputs of a part of the network and runs that part again in backward.
import { inTheseModes } from './amp/autocast.ts';
import { backward, isCheckpointValid } from './autograd/backward.ts';
import { CustomFunction, type FunctionCtx } from './autograd/function.ts';
import { saved_tensors_hooks } from './autograd/graph.ts';
import { enable_grad, no_grad } from './autograd/modes.ts';
import { RuntimeError, ValueError } from './device/device.ts';
import { Module } from './nn/module.ts';
import { Sequential } from './nn/layers/containers.ts';
import { fork_rng, get_rng_state, set_rng_state } from './random/index.ts';
import { isKeywords } from './schema.ts';
import { Tensor } from './tensor.ts';
import { warn } from './warnings.ts';

export interface CheckpointOptions {
  /**
   * true (the default): backward runs the part inside a backward of its own, so at least one input must require a gradient.
   * false: what is saved for backward is replaced by a note to recompute it; any input will do.
   */
  use_reentrant?: boolean;
  /** Draws the same random numbers again: dropout masks are those of the first run. Default: true. */
  preserve_rng_state?: boolean;
}
type Run = (...args: never[]) => unknown;
const optionNames = new Set(['use_reentrant', 'preserve_rng_state']);

/** Runs the body with the random state of then, and leaves the stream as it was. */
function replay<R>(state: Tensor | null, body: () => R): R {
  if (state === null) return body();
  return fork_rng(() => {
    set_rng_state(state);
    return body();
  });
}
const detached = (value: unknown): unknown => {
  if (!(value instanceof Tensor)) return value;
  const t = value.detach();
  t.requires_grad = value.requires_grad;
  return t;
};

class CheckpointFunction extends CustomFunction {
  static override forward(ctx: FunctionCtx, run: Run, state: Tensor | null, ...args: unknown[]): unknown {
    if (!args.some((a) => a instanceof Tensor && a.requires_grad))
      warn('None of the inputs have requires_grad=True. Gradients will be None');
    ctx['run'] = run;
    ctx['state'] = state;
    ctx['modes'] = inTheseModes();
    ctx['others'] = args.map((a) => (a instanceof Tensor ? null : a));
    ctx['places'] = args.map((a) => a instanceof Tensor);
    ctx.save_for_backward(...args.filter((a) => a instanceof Tensor));
    return no_grad(() => Reflect.apply(run, undefined, args));
  }
  static override backward(ctx: FunctionCtx, ...grads: Tensor[]): unknown {
    if (!isCheckpointValid())
      throw new RuntimeError(
        'Checkpointing is not compatible with .grad() or when an `inputs` parameter is passed to .backward(). Please use .backward() and do not pass its `inputs` argument.',
      );
    const tensors = ctx.saved_tensors;
    const places: unknown[] = ctx['places'];
    const others: unknown[] = ctx['others'];
    const run: Run = ctx['run'];
    let next = 0;
    const inputs = others.map((other, i) => (places[i] ? detached(tensors[next++]) : other));
    const outputs = replay(ctx['state'], () =>
      ctx['modes'](() => enable_grad(() => Reflect.apply(run, undefined, inputs))),
    );
    const wanted = (Array.isArray(outputs) ? outputs : [outputs]).flatMap((t: unknown, i) =>
      t instanceof Tensor && t.requires_grad ? [[t, grads[i] ?? null] as const] : [],
    );
    if (wanted.length === 0)
      throw new RuntimeError('none of output has requires_grad=True, this checkpoint() is not necessary');
    backward(
      wanted.map(([t]) => t),
      wanted.map(([, g]) => g),
    );
    return [null, null, ...inputs.map((input) => (input instanceof Tensor ? input.grad : null))];
  }
}

/** A tensor that backward will need and that is not kept. */
class Holder {}

function withoutReentrant(run: Run, state: Tensor | null, args: readonly unknown[]): unknown {
  const modes = inTheseModes();
  const holders: Holder[] = [];
  const recomputed = new Map<Holder, Tensor>();
  const recompute = (): void => {
    let at = 0;
    const pack = (t: Tensor): null => {
      const holder = holders[at++];
      if (holder) recomputed.set(holder, t.detach());
      return null;
    };
    const unpack = (): never => {
      throw new RuntimeError('You are calling backwards on a tensor that is never exposed.');
    };
    replay(state, () =>
      modes(() => enable_grad(() => saved_tensors_hooks(pack, unpack, () => Reflect.apply(run, undefined, args)))),
    );
    if (at !== holders.length)
      throw new RuntimeError(
        `A different number of tensors was saved during the original forward and recomputation. Number of tensors saved during forward: ${holders.length}, recomputation: ${at}`,
      );
  };
  const pack = (): Holder => {
    const holder = new Holder();
    holders.push(holder);
    return holder;
  };
  const unpack = (holder: Holder): Tensor => {
    if (recomputed.size === 0) recompute();
    const found = recomputed.get(holder);
    if (!found)
      throw new RuntimeError(
        'Attempt to retrieve a tensor saved by autograd multiple times without checkpoint recomputation being triggered in between, this is not currently supported.',
      );
    recomputed.delete(holder); // nothing of the part is held once backward has walked through it
    return found;
  };
  return saved_tensors_hooks(pack, unpack, () => Reflect.apply(run, undefined, args));
}

/**
 * `checkpoint(fn, ...inputs)`: the result of `fn(...inputs)`, without what its operations save for backward: that is computed
 * again when backward needs it. A trailing `{ use_reentrant, preserve_rng_state }` is for checkpoint, everything else for `fn`.
 */
export function checkpoint(fn: Run | Module, ...args: unknown[]): unknown {
  const last = args.at(-1);
  const options: CheckpointOptions =
    isKeywords(last) && Object.keys(last).length > 0 && Object.keys(last).every((name) => optionNames.has(name))
      ? last
      : {};
  const inputs = options === last ? args.slice(0, -1) : args;
  const run: Run = (...given) => Reflect.apply(fn, undefined, given);
  const state = (options.preserve_rng_state ?? true) ? get_rng_state() : null;
  if (options.use_reentrant === false) return withoutReentrant(run, state, inputs);
  const unknown = isKeywords(last) && options !== last ? Object.keys(last) : [];
  if (unknown.length > 0 && !(fn instanceof Module))
    throw new ValueError(`Unexpected keyword arguments: ${unknown.join(',')}`);
  return CheckpointFunction.apply(run, state, ...inputs);
}

/** A Sequential (or a list of modules) in `segments` parts, all but the last of which are checkpointed. */
export function checkpoint_sequential(
  functions: Sequential | readonly (Module | Run)[],
  segments: number,
  input: Tensor,
  options: CheckpointOptions = {},
): Tensor {
  const all: readonly (Module | Run)[] = functions instanceof Sequential ? [...functions.children()] : functions;
  const part = (from: number, to: number) => (x: Tensor) =>
    all.slice(from, to).reduce((value, f) => Reflect.apply(f, undefined, [value]), x);
  const size = Math.floor(all.length / segments);
  let x = input;
  let start = 0;
  for (; start < size * (segments - 1); start += size) x = checkpoint(part(start, start + size), x, options) as Tensor; // part's result
  return part(start, all.length)(x);
}
