// Convolutions and their gradients: products of matrices whose elements are looked up in the image, so no columns are
// written out, and every element is summed in one order. What the operands are: ../../cpu/convolve.ts.
import type { Convolution } from '../../cpu/convolve.ts';
import type { Operand } from '../../device.ts';
import { type Accessors, Parameters } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';
import { multiply } from './gemm.ts';
import { windowFunctions, windowPlaces, windowValue } from './windows.ts';

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

function prepared(operands: readonly Operand[], p: Convolution) {
  const parameters = new Parameters();
  const places = windowPlaces(parameters, p);
  const perGroup = p.channels / p.groups;
  const outs = p.outChannels / p.groups;
  const elements = product(p.kernel);
  const windows = product(p.out);
  const plane = product(p.size);
  const own = parameters.list([perGroup, outs, elements, windows, plane, p.groups, p.channels, p.outChannels]);
  const starts = parameters.list(operands.map((x) => x.offset));
  const names = 'perGroup outs elements windows plane groupCount channels outChannels'.split(' ');
  const constants = names.map((name, i) => `let ${name} = P[${own + i}];`).join(' ');
  const isFloat = operands[0]?.dtype.category === 2;
  return {
    parameters,
    ...{ perGroup, outs, elements, windows, plane },
    constants,
    sources: windowValue(places),
    beginInGroup: 'let n = z / groupCount; let g = z % groupCount;',
    /** Of operand k, which a kernel may know by another number. */
    load: (x: Accessors, k: number, at: string, known = k) =>
      isFloat ? x.float(known, `P[${starts + k}] + ${at}`) : x.element(known, `P[${starts + k}] + ${at}`),
    store: (x: Accessors, at: string, text: string) =>
      x.store(0, `P[${starts}] + ${at}`, { text, kind: isFloat ? 'f' : 'i' }),
    /** A function that looks an element up, or gives 0 outside. */
    lookup: (x: Accessors, name: string, k: number, at: string) => `
fn ${name}(spot: u32, base: u32) -> ${isFloat ? 'f32' : 'i32'} {
  if (spot == outside) { return ${isFloat ? '0.0' : '0'}; }
  return ${isFloat ? x.float(k, `P[${starts + k}] + ${at}`) : x.element(k, `P[${starts + k}] + ${at}`)};
}
`,
  };
}

export function convolve(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as Convolution; // the operator table dispatches it
  const c = prepared(operands, p);
  const hasBias = operands.length > 3;
  multiply(gpu, {
    key: `convolve|${hasBias}`,
    operands,
    parameters: c.parameters,
    batches: p.batch * p.groups,
    rows: c.outs,
    depth: c.perGroup * c.elements,
    columns: c.windows,
    functions: (x) => windowFunctions + c.lookup(x, 'image', 1, 'base + spot'),
    maySplit: p.maySplit,
    constants: c.constants,
    sources: c.sources,
    begin: c.beginInGroup,
    a: (x) => c.load(x, 2, '(g * outs + i) * perGroup * elements + k'),
    across: 'start_of(j, w)',
    deep: 'reach_of(k % elements, w)',
    b: () => 'image(seen(across, deep, w), (n * channels + g * perGroup + k / elements) * plane)',
    aAlongDepth: true,
    bAlongDepth: false,
    store: (x, bias) =>
      c.store(
        x,
        '(n * outChannels + g * outs + i) * windows + j',
        hasBias ? `sum + ${c.load(x, 3, 'g * outs + i', bias)}` : 'sum',
      ),
  });
}

export function convolveInput(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as Convolution; // the operator table dispatches it
  const c = prepared(operands, p);
  multiply(gpu, {
    key: 'convolve_input',
    operands,
    parameters: c.parameters,
    batches: p.batch * p.groups,
    rows: c.perGroup,
    depth: c.outs * c.elements,
    columns: c.plane,
    functions: (x) => windowFunctions + c.lookup(x, 'result', 1, 'base + spot'),
    maySplit: p.maySplit,
    constants: c.constants,
    sources: c.sources,
    begin: c.beginInGroup,
    a: (x) => c.load(x, 2, '((g * outs + k / elements) * perGroup + i) * elements + k % elements'),
    across: 'padded_of(j, w)',
    deep: 'reach_of(k % elements, w)',
    b: () => 'result(showing(across, deep, w), (n * outChannels + g * outs + k / elements) * windows)',
    aAlongDepth: true,
    bAlongDepth: false,
    store: (x) => c.store(x, '(n * channels + g * perGroup + i) * plane + j', 'sum'),
  });
}

export function convolveWeight(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as Convolution; // the operator table dispatches it
  const c = prepared(operands, p);
  multiply(gpu, {
    key: 'convolve_weight',
    operands,
    parameters: c.parameters,
    batches: p.groups,
    rows: c.outs,
    depth: p.batch * c.windows,
    columns: c.perGroup * c.elements,
    functions: (x) => windowFunctions + c.lookup(x, 'image', 2, 'base + spot'),
    maySplit: p.maySplit,
    constants: c.constants,
    sources: c.sources,
    a: (x) => c.load(x, 1, '(k / windows * outChannels + z * outs + i) * windows + k % windows'),
    across: 'reach_of(j % elements, w)',
    deep: 'start_of(k % windows, w)',
    b: () => 'image(seen(deep, across, w), (k / windows * channels + z * perGroup + j / elements) * plane)',
    aAlongDepth: true,
    bAlongDepth: false,
    store: (x) => c.store(x, '(z * outs + i) * perGroup * elements + j', 'sum'),
  });
}
