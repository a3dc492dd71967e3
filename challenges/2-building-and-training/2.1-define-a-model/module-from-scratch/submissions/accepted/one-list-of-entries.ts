import { Tensor } from 'torch';

type Kind = 'parameter' | 'buffer' | 'module';
interface Entry {
  kind: Kind;
  name: string;
  value: Tensor | Module;
}

export class Module {
  training = true;
  private entries: Entry[] = [];

  private add(kind: Kind, name: string, value: Tensor | Module): void {
    if (kind === 'module' ? !(value instanceof Module) : !(value instanceof Tensor)) throw new Error(`not a ${kind}`);
    if (!/^[^.]+$/.test(name)) throw new Error('bad name');
    const there = this.entries.find((entry) => entry.name === name);
    if (!there) this.entries.push({ kind, name, value });
    else if (there.kind === kind) there.value = value;
    else throw new Error(`${name} is a ${there.kind}`);
  }
  register_parameter(name: string, value: Tensor): void {
    this.add('parameter', name, value);
  }
  register_buffer(name: string, value: Tensor): void {
    this.add('buffer', name, value);
  }
  register_module(name: string, module: Module): void {
    this.add('module', name, module);
  }

  private of(kind: Kind): Entry[] {
    return this.entries.filter((entry) => entry.kind === kind);
  }
  private collect(kinds: Kind[], prefix: string, into: [string, Tensor][]): [string, Tensor][] {
    for (const kind of kinds)
      for (const { name, value } of this.of(kind)) if (value instanceof Tensor) into.push([prefix + name, value]);
    for (const { name, value } of this.of('module'))
      if (value instanceof Module) value.collect(kinds, `${prefix}${name}.`, into);
    return into;
  }

  *named_parameters(): Generator<[string, Tensor]> {
    const seen: Tensor[] = [];
    for (const entry of this.collect(['parameter'], '', [])) {
      if (seen.includes(entry[1])) continue;
      seen.push(entry[1]);
      yield entry;
    }
  }

  state_dict(): Record<string, Tensor> {
    const state: Record<string, Tensor> = {};
    for (const [name, value] of this.collect(['parameter', 'buffer'], '', [])) state[name] = value.data;
    return state;
  }

  load_state_dict(state: Record<string, Tensor>, strict?: boolean) {
    const mine = this.state_dict(); // shares memory, so writing into it is writing into the module
    const [missing_keys, unexpected_keys] = [Object.keys(mine), Object.keys(state)].map((keys, i) =>
      keys.filter((key) => !(key in (i === 0 ? state : mine))),
    ) as [string[], string[]];
    if (strict !== false && missing_keys.length + unexpected_keys.length > 0)
      throw new Error(`missing: ${missing_keys.join(' ')}; unexpected: ${unexpected_keys.join(' ')}`);
    for (const key in mine) {
      const [to, from] = [mine[key], state[key]];
      if (!to || !from) continue;
      if (to.shape.length !== from.shape.length || to.shape.some((size, d) => size !== from.shape[d]))
        throw new Error(`${key}: ${from.shape} into ${to.shape}`);
      to.copy_(from.detach());
    }
    return { missing_keys, unexpected_keys };
  }

  train(mode = true): this {
    return this.apply((module) => {
      module.training = mode;
    });
  }
  eval(): this {
    return this.train(false);
  }
  apply(fn: (module: Module) => void): this {
    this.of('module').forEach(({ value }) => value instanceof Module && value.apply(fn));
    fn(this);
    return this;
  }
}
