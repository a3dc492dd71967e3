import type { Operand } from '../../device.ts';
import { type Accessors, float, type Launch, Parameters, threads } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';

/** A product of matrices whose elements are found by WGSL: a convolution is one with the windows of an image. */
export interface Product {
  readonly key: string;
  readonly operands: readonly Operand[];
  readonly parameters: Parameters;
  readonly batches: number;
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
  readonly functions?: (x: Accessors) => string;
  /** Statements once a thread, and once a batch `z`. */
  readonly constants: string;
  readonly begin?: string;
  /** Expressions of `j` alone and of `k` alone (vec3u) that b names `across` and `deep`: not computed anew for each of its elements. */
  readonly across?: string;
  readonly deep?: string;
  /** Expressions of `i`, `k`, `j` (all within the sizes) in the result's type. */
  readonly a: (x: Accessors) => string;
  readonly b: (x: Accessors) => string;
  /** Whether neighbouring threads should read neighbours along the depth. */
  readonly aAlongDepth: boolean;
  readonly bAlongDepth: boolean;
  /** A statement that stores `sum` at `i`, `j`. */
  readonly store: (x: Accessors) => string;
}

const batchesMax = 32768;
const tile = 32;
const tileDepth = 16;

/**
 * Small products: a thread an element. Others: each of 64 threads computes 4 × 4 elements of a tile of 32 × 32, with both
 * operands' tiles in the workgroup's memory; where the GPU is the processor, whose barriers are slow, straight from memory.
 */
export function multiply(gpu: WebGpu, p: Product): void {
  if (p.batches * p.rows * p.columns === 0) return;
  const { parameters } = p;
  const sizes = parameters.list([p.rows, p.depth, p.columns, p.batches]);
  const type = p.operands[0]?.dtype.category === 2 ? 'f32' : 'i32';
  const named = `let rows = P[${sizes}]; let depth = P[${sizes + 1}]; let columns = P[${sizes + 2}]; let batches = P[${sizes + 3}];
  ${p.constants}`;
  const begin = p.begin ?? '';
  const common: Omit<Launch, 'text' | 'key' | 'groups'> = { operands: p.operands, outputs: 1, parameters };
  if (p.rows < 8 && p.columns < 8)
    return gpu.launch({
      ...common,
      key: `product-small|${p.key}`,
      groups: threads(p.rows * p.columns * p.batches),
      text: (x) => ({
        ...declarations(p, x),
        body: `
  ${named}
  let z = id / (rows * columns);
  let i = id / columns % rows;
  let j = id % columns;
  if (z >= batches) { return; }
  ${begin}
  var sum = ${type}(0);
  ${named3('across', p.across)}
  for (var k = 0u; k < depth; k++) { ${named3('deep', p.deep)} sum += ${p.a(x)} * ${p.b(x)}; }
  ${p.store(x)}`,
      }),
    });
  const way = gpu.usesTiles ? tiled : direct;
  gpu.launch({
    ...common,
    key: `product|${way.name}|${p.aAlongDepth}|${p.bAlongDepth}|${p.key}`,
    groups: [Math.ceil(p.columns / tile), Math.ceil(p.rows / tile), Math.min(p.batches, batchesMax)],
    text(x) {
      const { shared, sums } = way(p, x, type);
      return {
        declarations: `${p.functions?.(x) ?? ''}${shared}`,
        body: `
  ${named}
  let top = place.y * ${tile}u;
  let left = place.x * ${tile}u;
  let row = (lane / 8u) * 4u;
  let column = (lane % 8u) * 4u;
  for (var z = place.z; z < batches; z += groups.z) {
    ${begin}
    var sums: array<vec4<${type}>, 4>;
    ${sums}
    for (var r = 0u; r < 4u; r++) {
      for (var c = 0u; c < 4u; c++) {
        let i = top + row + r;
        let j = left + column + c;
        if (i < rows && j < columns) { let sum = sums[r][c]; ${p.store(x)} }
      }
    }
  }`,
      };
    },
  });
}

/** A statement that gives a vec3u its name, where there is one. */
const named3 = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `let ${name} = ${value};`;
const declarations = (p: Product, x: Accessors): { declarations: string } => ({ declarations: p.functions?.(x) ?? '' });
/** What a thread adds up: memory that its workgroup shares, and statements. */
interface Way {
  readonly shared: string;
  readonly sums: string;
}

function tiled(p: Product, x: Accessors, type: string): Way {
  const fill = (name: 'a' | 'b', alongDepth: boolean): string => `
      for (var t = lane; t < ${tile * tileDepth}u; t += 64u) {
        let across = ${alongDepth ? `t / ${tileDepth}u` : `t % ${tile}u`};
        let deep = ${alongDepth ? `t % ${tileDepth}u` : `t / ${tile}u`};
        let k = start + deep;
        let ${name === 'a' ? 'i = top' : 'j = left'} + across;
        var v = ${type}(0);
        if (k < depth && ${name === 'a' ? 'i < rows' : 'j < columns'}) {
          ${name === 'a' ? '' : named3('across', p.across) + named3('deep', p.deep)}
          v = ${name === 'a' ? p.a(x) : p.b(x)};
        }
        tile_${name}[deep * ${tile}u + across] = v;
      }`;
  return {
    shared: `
var<workgroup> tile_a: array<${type}, ${tile * tileDepth}>;
var<workgroup> tile_b: array<${type}, ${tile * tileDepth}>;
`,
    sums: `
    for (var start = 0u; start < depth; start += ${tileDepth}u) {
      workgroupBarrier();
      ${fill('a', p.aAlongDepth)}
      ${fill('b', p.bAlongDepth)}
      workgroupBarrier();
      for (var k = 0u; k < ${tileDepth}u; k++) {
        let at = k * ${tile}u;
        let b = vec4<${type}>(tile_b[at + column], tile_b[at + column + 1u], tile_b[at + column + 2u], tile_b[at + column + 3u]);
        sums[0] += tile_a[at + row] * b;
        sums[1] += tile_a[at + row + 1u] * b;
        sums[2] += tile_a[at + row + 2u] * b;
        sums[3] += tile_a[at + row + 3u] * b;
      }
    }`,
  };
}

function direct(p: Product, x: Accessors, type: string): Way {
  // Beyond the edge the last row or column is computed again, and not stored.
  const each = (text: (n: number) => string): string => [0, 1, 2, 3].map(text).join('\n      ');
  const column = (n: number): string => `let j = min(left + column + ${n}u, columns - 1u);`;
  const hasAcross = p.across !== undefined;
  return {
    shared: '',
    sums: `
    ${hasAcross ? each((n) => `var across${n}: vec3u; { ${column(n)} across${n} = ${p.across}; }`) : ''}
    for (var k = 0u; k < depth; k++) {
      var b: vec4<${type}>;
      ${named3('deep', p.deep)}
      ${each((n) => `{ ${column(n)} ${hasAcross ? `let across = across${n};` : ''} b[${n}] = ${p.b(x)}; }`)}
      ${each((n) => `{ let i = min(top + row + ${n}u, rows - 1u); sums[${n}] += ${p.a(x)} * b; }`)}
    }`,
  };
}

/** operands: out [B, M, N] contiguous, a [B, M, K], b [B, K, N], and maybe a bias that broadcasts. */
export function gemm(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { alpha, beta } = given as { alpha: number; beta: number }; // the operator table dispatches it
  const [out, a, b, bias] = operands;
  if (!out || !a || !b) return;
  const [batches = 0, rows = 0, depth = 0] = a.shape;
  const columns = b.shape[2] ?? 0;
  const parameters = new Parameters();
  const isFloat = out.dtype.category === 2;
  const hasBias = bias !== undefined && beta !== 0;
  const number = (value: number): string => {
    const place = isFloat ? parameters.f32(value) : parameters.u32(value >>> 0);
    return isFloat ? float(place) : `bitcast<i32>(P[${place}])`;
  };
  const [times, plus] = [number(alpha), number(beta)];
  const at = (x: Operand): number =>
    parameters.list([
      x.offset,
      ...x.shape.map((size, d) => (size === 1 && (out.shape[d] ?? 1) !== 1 && x === bias ? 0 : (x.strides[d] ?? 0))),
    ]);
  const [aAt, bAt] = [at(a), at(b)];
  const biasAt = hasBias ? at(bias) : 0;
  const outAt = parameters.u32(out.offset);
  const kind = isFloat ? 'f' : 'i';
  const as = (x: Accessors, k: number, where: string): string => (isFloat ? x.float(k, where) : x.element(k, where));
  const steps = (name: string, from: number): string =>
    ['start', 'z', 'i', 'j'].map((part, n) => `let ${name}_${part} = P[${from + n}];`).join(' ');
  const where = (name: string, i: string, j: string): string =>
    `${name}_start + z * ${name}_z + ${i} * ${name}_i + ${j} * ${name}_j`;
  multiply(gpu, {
    key: `gemm|${hasBias}`,
    operands: hasBias ? [out, a, b, bias] : [out, a, b],
    parameters,
    batches,
    rows,
    depth,
    columns,
    constants: `${steps('a', aAt)} ${steps('b', bAt)} ${hasBias ? steps('c', biasAt) : ''} let times = ${times}; let plus = ${plus};`,
    a: (x) => as(x, 1, where('a', 'i', 'k')),
    b: (x) => as(x, 2, where('b', 'k', 'j')),
    aAlongDepth: a.strides[2] === 1,
    bAlongDepth: b.strides[2] !== 1 && b.strides[1] === 1,
    store: (x) =>
      x.store(0, `P[${outAt}] + (z * rows + i) * columns + j`, {
        text: `times * sum${hasBias ? ` + plus * ${as(x, 3, where('c', 'i', 'j'))}` : ''}`,
        kind,
      }),
  });
}
