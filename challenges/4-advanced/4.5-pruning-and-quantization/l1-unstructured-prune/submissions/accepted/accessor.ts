import torch, { nn, type Tensor, ValueError } from 'torch';

/** Straight from the property: get_parameter() would look at every other one, the accessor among them. */
const member = (module: nn.Module, key: string): Tensor => Reflect.get(module, key);
const product = (module: nn.Module, name: string): Tensor =>
  member(module, `${name}_mask`).mul(member(module, `${name}_orig`));
const isPruned = (module: nn.Module, name: string): boolean => Object.hasOwn(module, `${name}_mask`);

/** Reading module[name] multiplies: there is nothing to bring up to date before a forward. */
export function l1_unstructured<M extends nn.Module>(module: M, name: string, amount: number): M {
  const again = isPruned(module, name);
  const parameter = member(module, again ? `${name}_orig` : name);
  const before = again ? member(module, `${name}_mask`) : torch.ones(parameter.shape, { dtype: parameter.dtype });
  const size = before.sum().item();

  let count = amount;
  if (!Number.isInteger(amount)) {
    if (!(amount > 0 && amount < 1)) throw new ValueError('amount');
    count = Math.floor(amount * size);
    const rest = amount * size - count;
    if (rest > 0.5 || (rest === 0.5 && count % 2 === 1)) count++;
  }
  if (count < 0 || count > size) throw new ValueError('amount');

  // What is pruned already is never among the smallest.
  const scores = parameter.detach().abs().masked_fill(before.eq(0), Infinity).flatten();
  const chosen = count === 0 ? torch.zeros([0]).long() : scores.topk(count, { largest: false })[1];
  const gone = torch.zeros([before.numel()]).index_fill_(0, chosen, 1).reshape(parameter.shape);
  const mask = before.masked_fill(gone.bool(), 0);

  if (!again) {
    Reflect.deleteProperty(module, name);
    Object.assign(module, { [`${name}_orig`]: parameter });
    Object.defineProperty(module, name, {
      get: () => product(module, name),
      enumerable: true,
      configurable: true,
    });
  }
  module.register_buffer(`${name}_mask`, mask);
  return module;
}

export function remove<M extends nn.Module>(module: M, name: string): M {
  if (!isPruned(module, name)) throw new ValueError(`${name} is not pruned`);
  const parameter = member(module, `${name}_orig`);
  parameter.data = product(module, name).data;
  for (const key of [name, `${name}_orig`, `${name}_mask`]) Reflect.deleteProperty(module, key);
  Object.assign(module, { [name]: parameter });
  return module;
}
