import torch, { type Tensor } from 'torch';

// Every method asks its children for the same and puts their name before each answer; nothing is walked from outside.
export class Module {
  training = true;
  protected parameters = new Map<string, Tensor>();
  protected buffers = new Map<string, Tensor>();
  protected children = new Map<string, Module>();

  private free(name: string, ...others: Map<string, unknown>[]): void {
    if (!name || name.indexOf('.') >= 0 || others.some((map) => map.has(name)))
      throw new Error(`cannot be called ${name}`);
  }

  register_parameter(name: string, value: Tensor): void {
    this.free(name, this.buffers, this.children);
    if (!torch.is_tensor(value)) throw new Error('a parameter is a tensor');
    this.parameters.set(name, value);
  }
  register_buffer(name: string, value: Tensor): void {
    this.free(name, this.parameters, this.children);
    if (!torch.is_tensor(value)) throw new Error('a buffer is a tensor');
    this.buffers.set(name, value);
  }
  register_module(name: string, module: Module): void {
    this.free(name, this.parameters, this.buffers);
    if (!(module instanceof Module)) throw new Error('a child is a Module');
    this.children.set(name, module);
  }

  named_parameters(): [string, Tensor][] {
    const all: [string, Tensor][] = [...this.parameters];
    for (const [name, child] of this.children)
      all.push(...child.named_parameters().map(([path, value]): [string, Tensor] => [`${name}.${path}`, value]));
    return all.filter(([, value], i) => all.findIndex(([, other]) => other === value) === i);
  }

  state_dict(): Record<string, Tensor> {
    const state: Record<string, Tensor> = {};
    for (const [name, value] of this.parameters) state[name] = value.detach();
    for (const [name, value] of this.buffers) state[name] = value.detach();
    for (const [name, child] of this.children)
      for (const [path, value] of Object.entries(child.state_dict())) state[`${name}.${path}`] = value;
    return state;
  }

  load_state_dict(state: Record<string, Tensor>, strict = true) {
    const missing_keys: string[] = [];
    const wrong: string[] = [];
    const left = new Map(Object.entries(state));
    for (const [name, value] of Object.entries(this.state_dict())) {
      const given = left.get(name);
      left.delete(name);
      if (!given) missing_keys.push(name);
      else if (given.shape.join('×') !== value.shape.join('×')) wrong.push(name);
      else {
        using _ = torch.no_grad();
        value.copy_(given);
      }
    }
    const unexpected_keys = [...left.keys()];
    if (strict) wrong.push(...missing_keys, ...unexpected_keys);
    if (wrong.length > 0) throw new Error(`does not fit: ${wrong.join(', ')}`);
    return { missing_keys, unexpected_keys };
  }

  train(mode = true): this {
    this.training = mode;
    this.children.forEach((child) => child.train(mode));
    return this;
  }
  eval(): this {
    return this.train(false);
  }
  apply(fn: (module: Module) => void): this {
    this.children.forEach((child) => child.apply(fn));
    fn(this);
    return this;
  }
}
