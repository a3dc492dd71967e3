// mistake: fills-a-copy
// en: The zeros are written into a flat copy of the mask, which for a parameter that is not contiguous is lost.
// zh: 零写进了掩码展平后的副本，参数内存不连续时就丢失了。
// fails: prunes-the-smallest
import torch, { nn, type Tensor, ValueError } from 'torch';

type Handle = ReturnType<nn.Module['register_forward_pre_hook']>;
const hooks = new WeakMap<nn.Module, Map<string, Handle>>();

export function l1_unstructured<M extends nn.Module>(module: M, name: string, amount: number): M {
  const pruned = hooks.get(module)?.has(name) ?? false;
  const original = module.get_parameter(pruned ? `${name}_orig` : name);

  const mask = pruned ? module.get_buffer(`${name}_mask`).clone() : torch.ones_like(original).detach();
  const left = mask.reshape(-1).nonzero().squeeze(1);
  const count = countOf(amount, left.numel());
  const importance = original.detach().reshape(-1).index_select(0, left).abs();
  mask.reshape(-1).index_fill_(0, left.index_select(0, importance.argsort().narrow(0, 0, count)), 0);

  // Nothing of the module has changed so far: a bad amount has thrown by now.
  if (!pruned) {
    Reflect.deleteProperty(module, name);
    module.register_parameter(`${name}_orig`, original); // the same Parameter: optimizers that hold it go on with it
    const handles = hooks.get(module) ?? new Map<string, Handle>();
    hooks.set(module, handles);
    handles.set(
      name,
      module.register_forward_pre_hook(() => set(module, name, masked(module, name))),
    );
  }
  module.register_buffer(`${name}_mask`, mask);
  set(module, name, masked(module, name));
  return module;
}

export function remove<M extends nn.Module>(module: M, name: string): M {
  const handle = hooks.get(module)?.get(name);
  if (!handle) throw new ValueError(`${name} has to be pruned before pruning can be removed`);
  const original = module.get_parameter(`${name}_orig`);
  original.data = masked(module, name).detach();
  handle.remove();
  hooks.get(module)?.delete(name);
  for (const gone of [name, `${name}_orig`, `${name}_mask`]) Reflect.deleteProperty(module, gone);
  module.register_parameter(name, original);
  return module;
}

/** Read from the module each time: load_state_dict() and double() may have changed both. */
function masked(module: nn.Module, name: string): Tensor {
  return module.get_parameter(`${name}_orig`).mul(module.get_buffer(`${name}_mask`));
}

function set(module: nn.Module, name: string, value: Tensor): void {
  Reflect.set(module, name, value);
}

function countOf(amount: number, size: number): number {
  const whole = Number.isInteger(amount);
  if (amount < 0 || (!whole && amount > 1)) throw new ValueError(`amount=${amount} is no fraction and no count`);
  const count = whole ? amount : roundHalfToEven(amount * size);
  if (count > size) throw new ValueError(`amount=${count} is more than the ${size} elements that are left`);
  return count;
}

function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
