// torch.nn.utils.parametrize: a parameter or buffer that is a function of others, computed whenever it is read.
import { no_grad } from '../../autograd/modes.ts';
import { NotImplementedError, ValueError } from '../../device/device.ts';
import { Tensor } from '../../tensor.ts';
import { ModuleDict, ModuleList } from '../layers/containers.ts';
import type { Module } from '../module.ts';
import { Parameter } from '../parameter.ts';

type Inverse = (value: Tensor) => Tensor | readonly Tensor[];
/** What a parametrization may have beside `forward`: the tensors (one or several) that `forward` maps to a given value. */
const inverseOf = (module: Module): Inverse | null => {
  const found: unknown = Reflect.get(module, 'right_inverse');
  return typeof found === 'function' ? (value) => Reflect.apply(found, module, [value]) : null;
};
const call = (module: Module, ...args: unknown[]): Tensor => module._call_impl(args) as Tensor;
function register(module: Module, name: string, value: Tensor): void {
  if (value instanceof Parameter) module.register_parameter(name, value);
  else module.register_buffer(name, value);
}
function same(before: Tensor, after: unknown, what: string, how: string): void {
  if (!(after instanceof Tensor)) throw new ValueError(`A parametrization must return a tensor. Got ${typeof after}.`);
  for (const property of ['dtype', 'shape'] as const) {
    if (String(before[property]) === String(after[property])) continue;
    throw new ValueError(
      `Registering a parametrization may not change the ${property} of the tensor, unless ${how}.\n${what}`,
    );
  }
}

/** The parametrizations of one tensor, and the tensors it is computed from: `original`, or `original0`, `original1`, … */
export class ParametrizationList extends ModuleList {
  unsafe: boolean;
  readonly is_tensor: boolean;
  readonly ntensors: number;
  constructor(modules: Iterable<Module>, original: Tensor, unsafe = false) {
    super(modules);
    this.unsafe = unsafe;
    if (this.length === 0) throw new ValueError('ParametrizationList requires one or more modules.');
    const { dtype, shape } = original;
    const before = original.detach().clone();
    let made: Tensor | readonly Tensor[] = original;
    no_grad(() => {
      for (const module of this._list().toReversed()) {
        const inverse = inverseOf(module);
        if (!inverse) continue;
        try {
          made = inverse(made as Tensor);
        } catch (cause) {
          if (!(cause instanceof NotImplementedError)) throw cause;
        }
      }
    });
    const result = made as Tensor | readonly Tensor[];
    this.is_tensor = result instanceof Tensor;
    this.ntensors = result instanceof Tensor ? 1 : result.length;
    if (result instanceof Tensor) {
      if (result.dtype !== dtype)
        throw new ValueError(
          `When \`right_inverse\` outputs one tensor, it may not change the dtype.\noriginal.dtype: ${dtype}\nright_inverse(original).dtype: ${result.dtype}`,
        );
      // The same object, so that an optimizer that has it goes on with it.
      if (result !== original) original.data = result.detach();
      register(this, 'original', original);
    } else if (Array.isArray(result))
      result.forEach((t: Tensor, i) => {
        const part = original instanceof Parameter ? new Parameter(t.detach(), original.requires_grad) : t;
        register(this, `original${i}`, part);
      });
    else throw new ValueError("'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...).");
    if (!this.unsafe)
      same(before, call(this), `unparametrized shape: [${shape.join(', ')}]`, '`unsafe` flag is enabled');
  }
  /** @internal */
  _originals(): Tensor[] {
    const names = this.is_tensor ? ['original'] : Array.from({ length: this.ntensors }, (_, i) => `original${i}`);
    return names.map((name) => Reflect.get(this, name) as Tensor);
  }
  forward(): Tensor {
    const [first, ...rest] = this._list();
    if (!first) throw new ValueError('ParametrizationList requires one or more modules.');
    return rest.reduce((x, module) => call(module, x), call(first, ...this._originals()));
  }
  /** Sets the originals so that the parametrized tensor becomes the value. */
  right_inverse(value: Tensor): void {
    no_grad(() => {
      let made: Tensor | readonly Tensor[] = value;
      for (const module of this._list().toReversed()) {
        const inverse = inverseOf(module);
        if (!inverse) throw new ValueError(`parametrization ${module._get_name()} does not implement right_inverse.`);
        made = inverse(made as Tensor);
      }
      const parts = (Array.isArray(made) ? made : [made]) as readonly Tensor[];
      const originals = this._originals();
      if (parts.length !== originals.length)
        throw new ValueError(
          `'right_inverse' must return a sequence of tensors of length ${this.ntensors}. Got a sequence of length ${parts.length}.`,
        );
      originals.forEach((original, i) => {
        const part = parts[i];
        if (part?.dtype !== original.dtype)
          throw new ValueError(
            `The tensor returned by \`right_inverse\` has dtype ${part?.dtype} while \`original\` has dtype ${original.dtype}`,
          );
        original.data = part.detach();
      });
    });
  }
  /** As a ModuleList of other names prints: each by itself. */
  override _child_lines(): string[] {
    return this._list().map((m, i) => `(${i}): ${String(m).split('\n').join('\n  ')}`);
  }
}

const listOf = (module: Module, name: string): ParametrizationList | null => {
  const all: unknown = Reflect.get(module, 'parametrizations');
  const found: unknown = all instanceof ModuleDict && all.has(name) ? all.get(name) : null;
  return found instanceof ParametrizationList ? found : null;
};
/** Whether a tensor of the module is parametrized; without a name, whether any is. */
export function is_parametrized(module: Module, tensor_name: string | null = null): boolean {
  const all: unknown = Reflect.get(module, 'parametrizations');
  if (!(all instanceof ModuleDict)) return false;
  return tensor_name === null ? all.length > 0 : all.has(tensor_name);
}
/** The module's class before its tensors were parametrized. */
export function type_before_parametrizations(module: Module): unknown {
  const prototype: object = Object.getPrototypeOf(module);
  const plain: unknown = is_parametrized(module) ? Object.getPrototypeOf(prototype) : prototype;
  return Reflect.get(plain as object, 'constructor');
}

let cache: Map<Module, Map<string, Tensor>> | null = null;
/** Inside the function each parametrized tensor is computed once. */
export function cached<R>(body: () => R): R {
  const before = cache;
  cache ??= new Map();
  try {
    return body();
  } finally {
    cache = before;
  }
}
function read(module: Module, name: string): Tensor {
  const list = listOf(module, name);
  if (!list) throw new ValueError(`${name} is not parametrized`);
  if (!cache) return call(list);
  const own = cache.get(module) ?? new Map<string, Tensor>();
  cache.set(module, own);
  const known = own.get(name) ?? call(list);
  own.set(name, known);
  return known;
}
/** A class of its own for a parametrized module, named as PyTorch names it. */
function parametrizedClass(module: Module): object {
  const plain: object = Object.getPrototypeOf(module);
  const name = `Parametrized${module._get_name()}`;
  const named = { [name]: () => {} }[name];
  return Object.create(plain, { constructor: { value: named, configurable: true, writable: true } });
}

/**
 * Makes a parameter or buffer a function of what it was: reading `module[tensor_name]` runs `parametrization` on the original
 * tensor, which stays the parameter. A second parametrization is applied after the first. Where the parametrization has a
 * `right_inverse(value)`, the tensor can be assigned to. `unsafe` allows another shape or dtype. Returns the module.
 */
export function register_parametrization<M extends Module>(
  module: M,
  tensor_name: string,
  parametrization: Module,
  options: { unsafe?: boolean } = {},
): M {
  const unsafe = options.unsafe ?? false;
  parametrization.train(module.training);
  const list = listOf(module, tensor_name);
  if (list) {
    if (!unsafe) {
      const before = read(module, tensor_name);
      const how = 'the `unsafe` flag is enabled';
      const after = call(parametrization, before);
      same(before, after, `module.${tensor_name}.shape: [${before.shape.join(', ')}]`, how);
    }
    list.append(parametrization);
    list.unsafe ||= unsafe;
    return module;
  }
  const original = [...module._own_parameters(), ...module._own_buffers()].find(([name]) => name === tensor_name)?.[1];
  if (!original)
    throw new ValueError(
      `Module '${String(module)}' does not have a parameter, a buffer, or a parametrized element with name '${tensor_name}'`,
    );
  const made = new ParametrizationList([parametrization], original, unsafe);
  Reflect.deleteProperty(module, tensor_name);
  if (!is_parametrized(module)) {
    Object.setPrototypeOf(module, parametrizedClass(module));
    Reflect.set(module, 'parametrizations', new ModuleDict());
  }
  Object.defineProperty(module, tensor_name, {
    configurable: true,
    enumerable: false,
    get(this: Module) {
      return read(this, tensor_name);
    },
    set(this: Module, value: Tensor) {
      listOf(this, tensor_name)?.right_inverse(value);
    },
  });
  (Reflect.get(module, 'parametrizations') as ModuleDict).set(tensor_name, made);
  return module;
}
/** Makes a tensor plain again: with its parametrized value, or with `leave_parametrized: false` with its original's. */
export function remove_parametrizations<M extends Module>(
  module: M,
  tensor_name: string,
  leave_parametrized: boolean | { leave_parametrized?: boolean } = true,
): M {
  const leave =
    typeof leave_parametrized === 'boolean' ? leave_parametrized : (leave_parametrized.leave_parametrized ?? true);
  const list = listOf(module, tensor_name);
  if (!list) throw new ValueError(`Module ${String(module)} does not have a parametrization on ${tensor_name}`);
  let original = list._originals()[0] as Tensor;
  if (list.is_tensor) {
    if (leave) original.data = no_grad(() => read(module, tensor_name)).detach();
  } else {
    if (!leave)
      throw new ValueError(
        'Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of a sequence of tensors.',
      );
    const value = read(module, tensor_name);
    original = value.requires_grad ? new Parameter(value.detach()) : value;
  }
  const all = Reflect.get(module, 'parametrizations') as ModuleDict;
  Reflect.deleteProperty(module, tensor_name);
  all.pop(tensor_name);
  register(module, tensor_name, original);
  if (all.length === 0) {
    Reflect.deleteProperty(module, 'parametrizations');
    Object.setPrototypeOf(module, Object.getPrototypeOf(Object.getPrototypeOf(module)));
  }
  return module;
}
