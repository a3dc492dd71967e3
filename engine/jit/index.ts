// `torch.jit`: functions and modules as graphs that are inspected, changed, saved, and run without the code they came from.
// Not here: compiling to machine code. A graph runs on the same operators and kernels as everything else.
import * as passes from './passes/index.ts';

export { freeze, optimize_for_inference } from './freeze.ts';
export { Graph, Node, Value } from './ir.ts';
export { load, save } from './archive.ts';
export { script, type ScriptOptions } from './script/index.ts';
export { NotSupportedError } from './script/error.ts';
export { type Scripted, ScriptFunction, ScriptModule } from './script-module.ts';
export { trace, trace_module, TracingCheckError, type TraceOptions } from './trace.ts';
export { isTracing as is_tracing } from './tracer.ts';
export { passes };
