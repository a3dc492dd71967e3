import { Module } from '../../nn/module.ts';
import { type Scripted, ScriptFunction, ScriptModule } from '../script-module.ts';
import { shellOf } from '../trace.ts';
import { Program } from './program.ts';

export interface ScriptOptions {
  /** What names in the source mean that are not the function's own: numbers, tensors, other functions. */
  globals?: Readonly<Record<string, unknown>>;
}

/**
 * Compiles a function, or a module's `forward` and the methods it calls, from their source to graphs that keep `if` and loops:
 * what runs depends on the data, unlike in a trace. The source may use
 *
 * - `let` and `const` (also with `[a, b] = …`), assignments, `+=`, `i++`, `return`, `throw new Error('…')`;
 * - numbers, booleans, strings, `null`, arrays (`list.push(x)`, `list[i]`, `list.length`), plain objects as results;
 * - arithmetic and comparisons of numbers, `!`, `&&`, `||`, `??`, `? :`, `Math.floor` and its like, `Number(x)`, `Boolean(x)`;
 * - methods of tensors, `x.shape`, `x.dtype`, `x.ndim`, `x.T`; functions of `torch`, `F`, `torch.linalg`, with named arguments;
 * - `if`/`else`, `while`, `for (let i = …; …; …)`, `for (const x of tensorOrList)`, loops over containers of modules;
 * - in methods: parameters, buffers, submodules and constants of `this`, `this.training`, other methods of it;
 * - arguments with defaults. Without one, an argument is a tensor.
 *
 * Anything else (closures, classes, `break`, `return` in a loop, `try`, regular expressions, …) throws a NotSupportedError that shows
 * the line. What the source is closed over is not part of it and is given as `globals`. A layer of torch.nn that cannot be
 * scripted, such as LSTM, can be traced and then be a submodule.
 */
export function script<M extends Module>(obj: M, options?: ScriptOptions): ScriptModule<M>;
export function script<A extends readonly unknown[], R>(
  obj: (...args: A) => R,
  options?: ScriptOptions,
): Scripted<A, R>;
export function script(obj: unknown, options: ScriptOptions = {}): unknown {
  if (obj instanceof ScriptModule || obj instanceof ScriptFunction) return obj;
  const { globals = {} } = options;
  if (obj instanceof Module) {
    const shells = new Map<Module, ScriptModule>();
    const shell = shellOf(obj, false, shells);
    new Program(shells, globals).method(obj, 'forward');
    return shell;
  }
  if (typeof obj !== 'function') throw new TypeError('script() takes a function or a Module');
  const name = obj.name === '' ? 'forward' : obj.name;
  return new ScriptFunction(name, new Program(new Map(), globals).function(obj, name));
}
