import type { Operand } from '../../device.ts';
import { int, Parameters, threads, Walk } from '../launch.ts';
import type { Typed } from '../wgsl.ts';
import type { WebGpu } from '../webgpu.ts';

const size = (x: Operand): number => x.shape.reduce((a, b) => a * b, 1);

/** operands: out (contiguous), x, index: each element of out from x at the index along dim. */
export function gather(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim } = given as { dim: number }; // the operator table dispatches it
  const [out, x, index] = operands;
  if (!out || !x || !index || size(index) === 0) return;
  const parameters = new Parameters();
  const total = parameters.u32(size(index));
  const starts = parameters.list([out.offset, x.offset, index.offset]);
  const along = parameters.list([x.shape[dim] ?? 1, x.strides[dim] ?? 0]);
  const base = x.shape.map((_, d) => (d === dim ? 0 : (x.strides[d] ?? 0)));
  const walk = new Walk(parameters, index.shape, [base, index.strides]);
  gpu.launch({
    key: `gather|${walk.rank}`,
    operands,
    outputs: 1,
    checks: true,
    parameters,
    groups: threads(size(index)),
    text: (access) => ({
      body: `
  if (id >= P[${total}]) { return; }
  var begin = P[${starts + 1}];
  var at = P[${starts + 2}];
  ${walk.advance('id', ['begin', 'at'])}
  let i = ${access.element(2, 'at')};
  if (i < 0 || i >= ${int(along)}) { fail(i, P[${along}]); return; }
  ${access.store(0, `P[${starts}] + id`, access.load(1, `begin + u32(i) * P[${along + 1}]`))}`,
    }),
  });
}

/** Statements that combine an element with a value, as scatter and put do. */
function combined(mode: string, old: Typed, value: Typed, type: 'f32' | 'i32'): Typed {
  const kind = type === 'f32' ? 'f' : 'i';
  const given = value.kind === kind ? value.text : `${type}(${value.text})`;
  const suffix = kind;
  const texts: Record<string, string> = {
    set: given,
    add: `${old.text} + ${given}`,
    multiply: `${old.text} * ${given}`,
    max: `max_${suffix}(${old.text}, ${given})`,
    min: `min_${suffix}(${old.text}, ${given})`,
  };
  const text = texts[mode];
  if (text === undefined) throw new Error(`no way to scatter named ${mode}`);
  return { text, kind };
}

/**
 * operands: out (changed), index, source. Elements that meet are of one line along dim, so a thread walks a line: sums have
 * one order, and of values written to one place the last stays, as on the CPU.
 */
export function scatter(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { dim, mode } = given as { dim: number; mode: string }; // the operator table dispatches it
  const [out, index, source] = operands;
  if (!out || !index || !source || size(index) === 0) return;
  const parameters = new Parameters();
  const others = index.shape.map((_, d) => d).filter((d) => d !== dim);
  const lines = others.reduce((n, d) => n * (index.shape[d] ?? 1), 1);
  const counts = parameters.list([lines, index.shape[dim] ?? 1]);
  const starts = parameters.list([out.offset, index.offset, source.offset]);
  const along = parameters.list([
    out.shape[dim] ?? 1,
    out.strides[dim] ?? 0,
    index.strides[dim] ?? 0,
    source.strides[dim] ?? 0,
  ]);
  const walk = new Walk(
    parameters,
    others.map((d) => index.shape[d] ?? 1),
    [out, index, source].map((x) => others.map((d) => x.strides[d] ?? 0)),
  );
  gpu.launch({
    key: `scatter|${mode}|${walk.rank}`,
    operands,
    outputs: 1,
    changes: true,
    checks: true,
    parameters,
    groups: threads(lines),
    text: (access) => ({
      body: `
  if (id >= P[${counts}]) { return; }
  var o = P[${starts}];
  var at = P[${starts + 1}];
  var s = P[${starts + 2}];
  ${walk.advance('id', ['o', 'at', 's'])}
  for (var j = 0u; j < P[${counts + 1}]; j++) {
    let i = ${access.element(1, 'at')};
    if (i < 0 || i >= ${int(along)}) { fail(i, P[${along}]); return; }
    let to = o + u32(i) * P[${along + 1}];
    ${access.store(0, 'to', combined(mode, access.load(0, 'to'), access.load(2, 's'), access.type(0)))}
    at += P[${along + 2}];
    s += P[${along + 3}];
  }`,
    }),
  });
}

/** operands: out (contiguous), x (contiguous), index of row-major places. */
export function take(gpu: WebGpu, operands: readonly Operand[]): void {
  const [out, x, index] = operands;
  if (!out || !x || !index || size(index) === 0) return;
  const parameters = new Parameters();
  const total = parameters.u32(size(index));
  const places = parameters.list([out.offset, x.offset, index.offset, size(x)]);
  const walk = new Walk(parameters, index.shape, [index.strides]);
  gpu.launch({
    key: `take|${walk.rank}`,
    operands,
    outputs: 1,
    checks: true,
    parameters,
    groups: threads(size(index)),
    text: (access) => ({
      body: `
  if (id >= P[${total}]) { return; }
  var at = P[${places + 2}];
  ${walk.advance('id', ['at'])}
  let i = ${access.element(2, 'at')};
  if (i < 0 || i >= ${int(places + 3)}) { fail(i, P[${places + 3}]); return; }
  ${access.store(0, `P[${places}] + id`, access.load(1, `P[${places + 1}] + u32(i)`))}`,
    }),
  });
}

/** operands: out (contiguous, changed), index of row-major places, source. One thread: places may repeat, and the order counts. */
export function put(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { mode } = given as { mode: string }; // the operator table dispatches it
  const [out, index, source] = operands;
  if (!out || !index || !source || size(index) === 0) return;
  const parameters = new Parameters();
  const total = parameters.u32(size(index));
  const places = parameters.list([out.offset, index.offset, source.offset, size(out)]);
  const walk = new Walk(parameters, index.shape, [index.strides, source.strides]);
  gpu.launch({
    key: `put|${mode}|${walk.rank}`,
    operands,
    outputs: 1,
    changes: true,
    checks: true,
    parameters,
    groups: [1, 1, 1],
    text: (access) => ({
      body: `
  if (id > 0u) { return; }
  for (var j = 0u; j < P[${total}]; j++) {
    var at = P[${places + 1}];
    var s = P[${places + 2}];
    ${walk.advance('j', ['at', 's'])}
    let i = ${access.element(1, 'at')};
    if (i < 0 || i >= ${int(places + 3)}) { fail(i, P[${places + 3}]); return; }
    let to = P[${places}] + u32(i);
    ${access.store(0, 'to', combined(mode, access.load(0, 'to'), access.load(2, 's'), access.type(0)))}
  }`,
    }),
  });
}
