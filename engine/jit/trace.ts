// torch.jit.trace: runs a function or module once on example inputs, records it, and checks what was recorded.
import { no_grad } from '../autograd/modes.ts';
import { RuntimeError } from '../device/device.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import { Module } from '../nn/module.ts';
import { Parameter } from '../nn/parameter.ts';
import { isKeywords } from '../schema.ts';
import { Tensor } from '../tensor.ts';
import { assert_close } from '../testing.ts';
import { warn } from '../warnings.ts';
import { constantOf, isRandom } from './effects.ts';
import { inline } from './inline.ts';
import type { Graph } from './ir.ts';
import { outline } from './outline.ts';
import { bareText, nodeText } from './print.ts';
import { type Scripted, ScriptFunction, ScriptModule } from './script-module.ts';
import { parameterNames, record } from './tracer.ts';

export interface TraceOptions {
  /** Accepted: it has no effect in PyTorch either. */
  optimize?: boolean | null;
  /** Runs the trace and the function again and compares them. Default: true. */
  check_trace?: boolean;
  /** Lists of inputs to check with, instead of the example inputs. */
  check_inputs?: readonly unknown[] | null;
  /** The largest relative difference that a check lets pass. Default: 1e-5. */
  check_tolerance?: number;
  /** false allows a dict to be returned. Default: true. */
  strict?: boolean;
}

/** What was traced does not do what the function does. */
export class TracingCheckError extends Error {
  override name = 'TracingCheckError';
}
type AnyFunction = (...args: readonly unknown[]) => unknown;

/** A module of graphs over the same parameters and buffers; methods are still to come. */
export function shellOf(module: Module, traced: boolean, done = new Map<Module, ScriptModule>()): ScriptModule {
  const known = done.get(module);
  if (known) return known;
  const shell = new ScriptModule(module instanceof ScriptModule ? module.original_name : module._get_name(), traced);
  done.set(module, shell);
  shell.training = module.training;
  const persistent = new Set([...module._own_buffers(true)].map(([name]) => name));
  const buffers = new Map(module._own_buffers());
  for (const name of module._own_names()) {
    const value: unknown = Reflect.get(module, name);
    if (value instanceof Parameter) shell.register_parameter(name, value);
    else if (value instanceof Module) shell.add_module(name, shellOf(value, traced, done));
    else {
      const buffer = buffers.get(name);
      if (buffer) shell.register_buffer(name, buffer, persistent.has(name));
    }
  }
  if (module instanceof ScriptModule) for (const [name, graph] of module._methods) shell._methods.set(name, graph);
  return shell;
}

const inputList = (inputs: unknown): readonly unknown[] => (Array.isArray(inputs) ? inputs : [inputs]);

function cloned(value: unknown): unknown {
  if (value instanceof Tensor) {
    const copy = value.detach().clone();
    return value.requires_grad ? copy.requires_grad_(true) : copy;
  }
  if (Array.isArray(value)) return value.map(cloned);
  if (typeof value === 'object' && value !== null && isKeywords(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, cloned(v)]));
  return value;
}

function methodOf(module: Module, name: string): AnyFunction {
  const f: unknown = Reflect.get(module, name);
  if (typeof f !== 'function') throw new RuntimeError(`${module._get_name()} has no method '${name}'`);
  return f as AnyFunction;
}
function traced(
  module: Module,
  method: string,
  inputs: readonly unknown[],
  strict: boolean,
  shell: ScriptModule,
): void {
  const f = methodOf(module, method);
  const body: AnyFunction =
    method === 'forward' ? (...args) => module._call_impl(args) : (...args) => Reflect.apply(f, module, args);
  const recording = record(body, module, inputs, parameterNames(f, inputs.length), strict);
  outline(recording, shell, method);
}

/**
 * Runs a function or module once on example inputs (a tensor, or a list of the arguments) and gives what it computed as a graph:
 * a ScriptModule for a module, a ScriptFunction for a function. Only operators on tensors are recorded. What JavaScript itself
 * decides, an `if` on `x.item()`, a loop, is as it was for the example inputs; a TracerWarning says where a tensor's value left
 * the graph. Afterwards the trace and the function are run again and compared (`check_trace`): outputs that differ are warned
 * of, graphs that differ throw a TracingCheckError.
 */
export function trace<M extends Module>(func: M, example_inputs: unknown, options?: TraceOptions): ScriptModule<M>;
export function trace<A extends readonly unknown[], R>(
  func: (...args: A) => R,
  example_inputs: unknown,
  options?: TraceOptions,
): Scripted<A, R>;
export function trace(...given: unknown[]): unknown {
  const o = bindArguments('trace', given, {
    func: needed<Module | AnyFunction>(),
    example_inputs: needed<unknown>(),
    optimize: null as boolean | null,
    check_trace: true,
    check_inputs: null as readonly unknown[] | null,
    check_tolerance: 1e-5,
    strict: true,
  });
  if (o.func instanceof ScriptModule || o.func instanceof ScriptFunction) {
    warn('The input to trace is already a ScriptModule, tracing it is a no-op. Returning the object as is.');
    return o.func;
  }
  if (o.func instanceof Module) {
    const inputs = o.check_inputs?.map((i) => ({ forward: i })) ?? null;
    return trace_module(o.func, { forward: o.example_inputs }, { ...o, check_inputs: inputs });
  }
  if (typeof o.func !== 'function') throw new TypeError('trace() takes a function or a Module');
  const f: AnyFunction = o.func;
  const traceOnce = (given: readonly unknown[]): ScriptFunction =>
    new ScriptFunction(
      f.name || 'forward',
      outline(record(f, null, given, parameterNames(f, given.length), o.strict), null),
    );
  const inputs = inputList(o.example_inputs);
  const made = traceOnce(inputs);
  if (o.check_trace)
    for (const one of o.check_inputs ?? [inputs]) {
      const list = inputList(one);
      check(
        list,
        f,
        made,
        o.check_tolerance,
        () => {
          const again = traceOnce(list.map(cloned));
          return { graph: again.graph, run: again };
        },
        made.graph,
      );
    }
  return made;
}

/** As trace, for several methods of a module: `trace_module(m, { forward: x, encode: [x, y] })`. */
export function trace_module<M extends Module>(
  mod: M,
  inputs: Readonly<Record<string, unknown>>,
  options: TraceOptions = {},
): ScriptModule<M> {
  const { check_trace = true, check_inputs = null, check_tolerance = 1e-5, strict = true } = options;
  if (!(mod instanceof Module)) throw new TypeError('expected torch.nn.Module as first argument');
  if (typeof inputs !== 'object' || inputs === null || inputs instanceof Tensor || Array.isArray(inputs))
    throw new TypeError('expected a dictionary of (method_name, input) pairs');
  const shell = shellOf(mod, true);
  for (const [method, given] of Object.entries(inputs)) traced(mod, method, inputList(given), strict, shell);
  if (check_trace)
    for (const one of check_inputs ?? [inputs])
      for (const [method, given] of Object.entries(Object(one) as Record<string, unknown>)) {
        const list = inputList(given);
        const graph = shell._methods.get(method);
        if (!graph) continue;
        const f = (...args: readonly unknown[]): unknown =>
          method === 'forward' ? mod._call_impl(args) : Reflect.apply(methodOf(mod, method), mod, args);
        check(
          list,
          f,
          (...args) => runMethod(shell, method, args),
          check_tolerance,
          () => {
            const again = shellOf(mod, true);
            traced(mod, method, list.map(cloned), strict, again);
            const next = again._methods.get(method);
            return { graph: next ? inline(next, again) : graph, run: (...args) => runMethod(again, method, args) };
          },
          inline(graph, shell),
        );
      }
  for (const method of Object.keys(inputs)) if (method !== 'forward') addMethod(shell, method);
  return shell as ScriptModule<M>;
}
const runMethod = (module: ScriptModule, name: string, args: readonly unknown[]): unknown => module._run(name, args);
/** Makes a method callable by its name. */
export function addMethod(module: ScriptModule, name: string): void {
  if (name in module) return;
  Object.defineProperty(module, name, {
    value: (...args: readonly unknown[]) => module._run(name, args),
    enumerable: false,
    configurable: true,
  });
}

function check(
  inputs: readonly unknown[],
  f: AnyFunction,
  made: AnyFunction,
  tolerance: number,
  again: () => { graph: Graph; run: AnyFunction },
  graph: Graph,
): void {
  no_grad(() => {
    const second = again();
    const run = (g: AnyFunction, what: string): readonly Tensor[] => {
      try {
        const result = g(...inputs.map(cloned));
        return (Array.isArray(result) ? result : [result]).filter((t): t is Tensor => t instanceof Tensor);
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new TracingCheckError(
          `Tracing failed sanity checks!\nencountered an exception while running the ${what} with test inputs.\nException:\n\t${why}${difference(graph, second.graph) ?? ''}`,
          { cause },
        );
      }
    };
    let warned = false;
    const agree = (ours: readonly Tensor[], theirs: readonly Tensor[], what: string): boolean => {
      let same = true;
      ours.forEach((t, i) => {
        const other = theirs[i];
        if (!other) return;
        try {
          assert_close(t.cpu().double(), other.cpu().double(), { rtol: tolerance, atol: 1e-5, equal_nan: true });
        } catch (cause) {
          if (!warned) warnRandom(graph);
          warned = true;
          same = false;
          warn(
            `Output nr ${i + 1}. of the traced function does not match the corresponding output of the ${what}. Detailed error:\n${cause instanceof Error ? cause.message : String(cause)}`,
            'TracerWarning',
          );
        }
      });
      return same;
    };
    const ours = run(made, 'trace');
    if (agree(ours, run(f, 'function'), 'original function'))
      agree(ours, run(second.run, 'repeated trace'), 'repeated trace');
    const differs = difference(graph, second.graph);
    if (differs !== null) throw new TracingCheckError(`Tracing failed sanity checks!\n${differs}`);
  });
}
function warnRandom(graph: Graph): void {
  const nodes = [...graph.everyNode()].filter(isRandom).slice(0, 20);
  if (nodes.length === 0) return;
  warn(
    `Trace had nondeterministic nodes. Did you forget call .eval() on your model? Nodes:\n${nodes.map((n) => `\t${nodeText(n)}`).join('\n')}\nThis may cause errors in trace checking. To disable trace checking, pass check_trace: false to torch.jit.trace()`,
    'TracerWarning',
  );
}

/** How two traces of the same function differ; null where they do not. */
function difference(one: Graph, other: Graph): string | null {
  const [a, b] = [bareText(one).split('\n'), bareText(other).split('\n')];
  const first = a.findIndex((line, i) => line !== b[i]);
  const text = (): string => {
    let end = 0;
    while (end < Math.min(a.length, b.length) - first && a.at(-1 - end) === b.at(-1 - end)) end++;
    const cut = (list: readonly string[], mark: string): string[] =>
      list.slice(first, list.length - end).map((line) => `\t\t${mark} ${line}`);
    const around = a.slice(Math.max(0, first - 3), first).map((line) => `\t\t  ${line}`);
    return [...around, ...cut(a, '-'), ...cut(b, '+')].join('\n');
  };
  if (first >= 0 || a.length !== b.length)
    return `ERROR: Graphs differed across invocations!\n\tGraph diff:\n${text()}\n\tFirst diverging operator:\n\t\t- ${(a[first] ?? '').trim()}\n\t\t+ ${(b[first] ?? '').trim()}`;
  const [nodes, others] = [[...one.everyNode()], [...other.everyNode()]];
  for (const [i, node] of nodes.entries()) {
    const [mine, its] = [node, others[i]].map((n) => (n?.outs[0] ? constantOf(n.outs[0]) : undefined));
    if (!(mine instanceof Tensor) || !(its instanceof Tensor)) continue;
    try {
      assert_close(mine, its, { equal_nan: true });
    } catch (cause) {
      return `ERROR: Tensor-valued Constant nodes differed in value across invocations. This often indicates that the tracer has encountered untraceable code.\n\tNode:\n\t\t${nodeText(node)}\n\tComparison exception: ${cause instanceof Error ? cause.message : String(cause)}`;
    }
  }
  return null;
}
