// mistake: buffers-not-saved
// en: state_dict has the parameters only; buffers such as running statistics are lost.
// zh: state_dict 里只有参数，缓冲区（例如滑动统计量）丢失了。
// fails: gives-its-state, loads-in-place, strict-about-keys
import torch, { type Tensor } from 'torch';

export class Module {
  training = true;
  // Maps keep the order of registration; a plain object would put '0' before '1' before 'weight'.
  readonly #parameters = new Map<string, Tensor>();
  readonly #buffers = new Map<string, Tensor>();
  readonly #modules = new Map<string, Module>();

  register_parameter(name: string, value: Tensor): void {
    if (!(value instanceof torch.Tensor)) throw new TypeError(`parameter ${name} is not a tensor`);
    this.#claim(name, this.#parameters).set(name, value);
  }

  register_buffer(name: string, value: Tensor): void {
    if (!(value instanceof torch.Tensor)) throw new TypeError(`buffer ${name} is not a tensor`);
    this.#claim(name, this.#buffers).set(name, value);
  }

  register_module(name: string, module: Module): void {
    if (!(module instanceof Module)) throw new TypeError(`${name} is not a Module`);
    this.#claim(name, this.#modules).set(name, module);
  }

  named_parameters(): [string, Tensor][] {
    const names = new Map<Tensor, string>();
    for (const [prefix, module] of this.#walk())
      for (const [name, value] of module.#parameters) if (!names.has(value)) names.set(value, prefix + name);
    return [...names].map(([value, name]) => [name, value]);
  }

  state_dict(): Record<string, Tensor> {
    return Object.fromEntries([...this.#tensors()].map(([name, value]) => [name, value.detach()]));
  }

  load_state_dict(state: Record<string, Tensor>, strict = true) {
    const own = new Map(this.#tensors());
    const missing_keys = [...own.keys()].filter((name) => !Object.hasOwn(state, name));
    const unexpected_keys = Object.keys(state).filter((name) => !own.has(name));
    const problems = strict
      ? [...missing_keys.map((name) => `${name} is missing`), ...unexpected_keys.map((name) => `${name} is unexpected`)]
      : [];
    for (const [name, value] of own)
      if (state[name] && String(state[name].shape) !== String(value.shape)) problems.push(`${name} has another shape`);
    if (problems.length > 0) throw new Error(`cannot load: ${problems.join(', ')}`);

    torch.no_grad(() => {
      for (const [name, value] of own) if (state[name]) value.copy_(state[name]);
    });
    return { missing_keys, unexpected_keys };
  }

  train(mode = true): this {
    for (const [, module] of this.#walk()) module.training = mode;
    return this;
  }

  eval(): this {
    return this.train(false);
  }

  apply(fn: (module: Module) => void): this {
    for (const child of this.#modules.values()) child.apply(fn);
    fn(this);
    return this;
  }

  /** Every module with the prefix of its names, a parent before its children. */
  *#walk(prefix = ''): Generator<[string, Module]> {
    yield [prefix, this];
    for (const [name, child] of this.#modules) yield* child.#walk(`${prefix}${name}.`);
  }

  *#tensors(): Generator<[string, Tensor]> {
    for (const [prefix, module] of this.#walk())
      for (const [name, value] of [...module.#parameters]) yield [prefix + name, value];
  }

  /** The map of one kind, once it is clear that the name may be used in it. */
  #claim<T>(name: string, kind: Map<string, T>): Map<string, T> {
    if (name === '' || name.includes('.')) throw new Error(`a module cannot have a ${JSON.stringify(name)}`);
    const kinds: unknown[] = [this.#parameters, this.#buffers, this.#modules];
    const taken = [this.#parameters, this.#buffers, this.#modules].findIndex((map) => map.has(name));
    if (taken >= 0 && kinds[taken] !== kind) throw new Error(`${name} is already something else`);
    return kind;
  }
}
