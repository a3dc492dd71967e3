import torch, { nn, no_grad, type Tensor, ValueError } from 'torch';

/** Stays on the module for good; once `active` is false it does nothing. */
class Pruning {
  active = true;
  readonly module: nn.Module;
  readonly name: string;
  constructor(module: nn.Module, name: string) {
    this.module = module;
    this.name = name;
    module.register_forward_pre_hook(() => {
      if (this.active) this.update();
    });
  }
  original(): nn.Parameter {
    return this.module.get_parameter(`${this.name}_orig`);
  }
  mask(): Tensor {
    return this.module.get_buffer(`${this.name}_mask`);
  }
  update(): void {
    Object.assign(this.module, { [this.name]: torch.where(this.mask().ne(0), this.original(), 0) });
  }
}
const prunings: Pruning[] = [];
const find = (module: nn.Module, name: string): Pruning | undefined =>
  prunings.find((p) => p.active && p.module === module && p.name === name);

export function l1_unstructured<M extends nn.Module>(module: M, name: string, amount: number): M {
  const old = find(module, name);
  const parameter = old ? old.original() : module.get_parameter(name);
  const shape = [...parameter.shape];
  const kept: number[] = old ? numbers(old.mask()) : Array.from({ length: parameter.numel() }, () => 1);
  const sizes = numbers(parameter).map(Math.abs);
  const candidates = [...kept.keys()].filter((i) => kept[i] === 1);
  candidates.sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  for (const index of candidates.slice(0, toCount(amount, candidates.length))) kept[index] = 0;
  const mask = torch.tensor(kept).reshape(shape).to(parameter.dtype);

  if (old) {
    no_grad(() => old.mask().copy_(mask));
    old.update();
    return module;
  }
  Reflect.deleteProperty(module, name);
  Object.assign(module, { [`${name}_orig`]: parameter });
  module.register_buffer(`${name}_mask`, mask);
  const pruning = new Pruning(module, name);
  prunings.push(pruning);
  pruning.update();
  return module;
}

export function remove<M extends nn.Module>(module: M, name: string): M {
  const pruning = find(module, name);
  if (!pruning) throw new ValueError(`'${name}' is not pruned`);
  pruning.active = false;
  const parameter = pruning.original();
  const mask = pruning.mask();
  no_grad(() => parameter.mul_(mask));
  for (const suffix of ['', '_orig', '_mask']) Reflect.deleteProperty(module, name + suffix);
  Reflect.set(module, name, parameter);
  return module;
}

const numbers = (t: Tensor): number[] => {
  const flat = t.detach().reshape(-1);
  return Array.from({ length: flat.numel() }, (_, i) => Number(flat.at(i).item()));
};

function toCount(amount: number, size: number): number {
  if (Number.isNaN(amount) || amount < 0) throw new ValueError('amount must not be negative');
  if (amount % 1 === 0) {
    if (amount > size) throw new ValueError('amount is larger than what is left');
    return amount;
  }
  if (amount > 1) throw new ValueError('a fraction is at most 1');
  const exact = amount * size;
  const [down, up] = [Math.floor(exact), Math.ceil(exact)];
  if (exact - down === up - exact) return down % 2 ? up : down;
  return exact - down < up - exact ? down : up;
}
