import { float32, int32 } from '../../../dtype.ts';
import type { Operand } from '../../device.ts';
import { type Accessors, float, inRow, type Launch, Parameters, threads, workgroupSize } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';

/** A product of matrices whose elements are found by WGSL: a convolution is one with the windows of an image. */
export interface Product {
  readonly key: string;
  /** The result, a, b and maybe a bias, which only `store` reads. */
  readonly operands: readonly Operand[];
  readonly parameters: Parameters;
  readonly batches: number;
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
  /** Whether the depth may be cut into shares that are summed apart: the sums are then of another order than on the CPU. */
  readonly maySplit: boolean;
  readonly functions?: (x: Accessors) => string;
  /** Statements once a thread: what all name, and what only `a` and `b` do. */
  readonly constants: string;
  readonly sources?: string;
  /** Statements once a batch `z`. */
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
  /** A statement that stores `sum` at `i`, `j`; the bias is the operand of this number. */
  readonly store: (x: Accessors, bias: number) => string;
}

const batchesMax = 32768;
const tile = 32;
const tileDepth = 16;
/** The depth from which a product with few results is cut into shares, of which each is at least so deep. */
const splitDepthMin = 1024;
const shareDepthMin = 256;
/** Workgroups that keep a large GPU busy. */
const workgroupsWanted = 256;

/** How many shares the depth of a product is cut into; 1 leaves it whole. */
function sharesOf(p: Product, isSmall: boolean): number {
  if (!p.maySplit || p.depth < splitDepthMin) return 1;
  const workgroups = isSmall
    ? (p.rows * p.columns * p.batches) / workgroupSize
    : Math.ceil(p.rows / tile) * Math.ceil(p.columns / tile) * p.batches;
  return Math.max(1, Math.floor(Math.min(p.depth / shareDepthMin, workgroupsWanted / workgroups)));
}

/**
 * Small products: a thread an element. Others: each of 64 threads computes 4 × 4 elements of a tile of 32 × 32, with both
 * operands' tiles in the workgroup's memory; where the GPU is the processor, whose barriers are slow, straight from memory.
 * Tall ones with few results: the same for shares of the depth, whose sums are added up in their order by a second kernel.
 */
export function multiply(gpu: WebGpu, p: Product): void {
  if (p.batches * p.rows * p.columns === 0) return;
  const { parameters } = p;
  const isSmall = p.rows < 8 && p.columns < 8;
  const shares = sharesOf(p, isSmall);
  const sizes = parameters.list([p.rows, p.depth, p.columns, p.batches]);
  const cuts = shares > 1 ? parameters.list([shares, Math.ceil(p.depth / shares)]) : 0;
  const isFloat = p.operands[0]?.dtype.category === 2;
  const type = isFloat ? 'f32' : 'i32';
  const named = `let rows = P[${sizes}]; let depth = P[${sizes + 1}]; let columns = P[${sizes + 2}]; let batches = P[${sizes + 3}];
  ${p.constants}`;
  const begin = p.begin ?? '';
  const [target, a, b, bias] = p.operands;
  if (!target || !a || !b) return;
  const partial = shares > 1 ? gpu.temporary(isFloat ? float32 : int32, [shares, p.batches, p.rows, p.columns]) : null;
  // What the loops over z and k run through, and where a sum goes.
  const layers = partial ? `batches * P[${cuts}]` : 'batches';
  const cut = partial
    ? `let share = layer / batches; let z = layer % batches; let first = share * P[${cuts + 1}]; let last = min(first + P[${cuts + 1}], depth);`
    : 'let z = layer; let first = 0u; let last = depth;';
  const store = (x: Accessors): string =>
    partial
      ? x.store(0, '(layer * rows + i) * columns + j', { text: 'sum', kind: isFloat ? 'f' : 'i' })
      : p.store(x, 3);
  const common: Omit<Launch, 'text' | 'key' | 'groups'> = {
    operands: partial ? [partial, a, b] : p.operands,
    outputs: 1,
    parameters,
  };
  const kind = partial ? 'shares|' : '';
  if (isSmall)
    gpu.launch({
      ...common,
      key: `product-small|${kind}${p.key}`,
      groups: threads(p.rows * p.columns * p.batches * shares),
      text: (x) => ({
        ...declarations(p, x),
        body: `
  ${named}
  ${p.sources ?? ''}
  let layer = id / (rows * columns);
  let i = id / columns % rows;
  let j = id % columns;
  if (layer >= ${layers}) { return; }
  ${cut}
  ${begin}
  var sum = ${type}(0);
  ${named3('across', p.across)}
  for (var k = first; k < last; k++) { ${named3('deep', p.deep)} sum += ${p.a(x)} * ${p.b(x)}; }
  ${store(x)}`,
      }),
    });
  else {
    const way = gpu.usesTiles ? tiled : direct;
    const [x, y] = inRow(Math.ceil(p.columns / tile) * Math.ceil(p.rows / tile));
    gpu.launch({
      ...common,
      key: `product|${kind}${way.name}|${p.aAlongDepth}|${p.bAlongDepth}|${p.key}`,
      groups: [x, y, Math.min(p.batches * shares, batchesMax)],
      text(x) {
        const { shared, sums } = way(p, x, type);
        return {
          declarations: `${p.functions?.(x) ?? ''}${shared}`,
          body: `
  ${named}
  ${p.sources ?? ''}
  let across_tiles = (columns + ${tile - 1}u) / ${tile}u;
  let top = group / across_tiles * ${tile}u;
  let left = group % across_tiles * ${tile}u;
  if (top >= rows) { return; }
  let row = (lane / 8u) * 4u;
  let column = (lane % 8u) * 4u;
  for (var layer = place.z; layer < ${layers}; layer += groups.z) {
    ${cut}
    ${begin}
    var sums: array<vec4<${type}>, 4>;
    ${sums}
    for (var r = 0u; r < 4u; r++) {
      for (var c = 0u; c < 4u; c++) {
        let i = top + row + r;
        let j = left + column + c;
        if (i < rows && j < columns) { let sum = sums[r][c]; ${store(x)} }
      }
    }
  }`,
        };
      },
    });
  }
  if (!partial) return;
  gpu.launch({
    key: `product-joined|${p.key}`,
    operands: bias ? [target, partial, bias] : [target, partial],
    outputs: 1,
    parameters,
    groups: threads(p.rows * p.columns * p.batches),
    text: (x) => ({
      body: `
  ${named}
  let results = rows * columns;
  let z = id / results;
  let i = id / columns % rows;
  let j = id % columns;
  if (z >= batches) { return; }
  ${begin}
  var sum = ${type}(0);
  for (var share = 0u; share < P[${cuts}]; share++) { sum += ${x.element(1, 'share * batches * results + id')}; }
  ${p.store(x, 2)}`,
    }),
  });
  gpu.free(partial.storage.buffer);
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
        if (k < last && ${name === 'a' ? 'i < rows' : 'j < columns'}) {
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
    for (var start = first; start < last; start += ${tileDepth}u) {
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
    for (var k = first; k < last; k++) {
      var b: vec4<${type}>;
      ${named3('deep', p.deep)}
      ${each((n) => `{ ${column(n)} ${hasAcross ? `let across = across${n};` : ''} b[${n}] = ${p.b(x)}; }`)}
      ${each((n) => `{ let i = min(top + row + ${n}u, rows - 1u); sums[${n}] += ${p.a(x)} * b; }`)}
    }`,
  };
}

/** operands: out [B, M, N] contiguous, a [B, M, K], b [B, K, N], and maybe a bias that broadcasts. */
export function gemm(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const { alpha, beta, maySplit } = given as { alpha: number; beta: number; maySplit: boolean }; // the operator table dispatches it
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
    maySplit,
    constants: `${steps('a', aAt)} ${steps('b', bAt)} ${hasBias ? steps('c', biasAt) : ''} let times = ${times}; let plus = ${plus};`,
    a: (x) => as(x, 1, where('a', 'i', 'k')),
    b: (x) => as(x, 2, where('b', 'k', 'j')),
    aAlongDepth: a.strides[2] === 1,
    bAlongDepth: b.strides[2] !== 1 && b.strides[1] === 1,
    store: (x, bias) =>
      x.store(0, `P[${outAt}] + (z * rows + i) * columns + j`, {
        text: `times * sum${hasBias ? ` + plus * ${as(x, bias, where('c', 'i', 'j'))}` : ''}`,
        kind,
      }),
  });
}
