import type { Operand } from '../../device.ts';
import { type Accessors, float, type Groups, type Launch, Parameters } from '../launch.ts';
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
  /** Statements once a workgroup; `z` is the batch. */
  readonly begin?: (x: Accessors) => string;
  /** Expressions of `i`, `k`, `j` (all within the sizes) in `type`. */
  readonly a: (x: Accessors) => string;
  readonly b: (x: Accessors) => string;
  /** Whether neighbouring threads should read neighbours along the depth. */
  readonly aAlongDepth: boolean;
  readonly bAlongDepth: boolean;
  readonly functions?: (x: Accessors) => string;
  /** A statement that stores `sum` at `i`, `j`. */
  readonly store: (x: Accessors) => string;
}

const batchesMax = 32768;

/** Each of the 64 threads computes 4 × 4 elements of a tile of 32 × 32; both operands' tiles are in the workgroup's memory. */
export function multiply(gpu: WebGpu, p: Product): void {
  if (p.batches * p.rows * p.columns === 0) return;
  const { parameters } = p;
  const sizes = parameters.list([p.rows, p.depth, p.columns, p.batches]);
  const isSmall = p.rows < 8 && p.columns < 8;
  const tilesAcross = Math.ceil(p.columns / 32);
  const tilesDown = Math.ceil(p.rows / 32);
  const flat = p.rows * p.columns * p.batches;
  const groups: Groups = isSmall
    ? rowOf(Math.ceil(flat / 64))
    : [tilesAcross, tilesDown, Math.min(p.batches, batchesMax)];
  const common: Omit<Launch, 'text' | 'key'> = { operands: p.operands, outputs: 1, parameters, groups };
  const type = p.operands[0]?.dtype.category === 2 ? 'f32' : 'i32';
  const declared = (x: Accessors): string => `
fn element_a(z: u32, i: u32, k: u32) -> ${type} { ${p.begin?.(x) ?? ''} return ${p.a(x)}; }
fn element_b(z: u32, k: u32, j: u32) -> ${type} { ${p.begin?.(x) ?? ''} return ${p.b(x)}; }
`;
  if (isSmall)
    return gpu.launch({
      ...common,
      key: `product-small|${p.key}`,
      text: (x) => ({
        declarations: (p.functions?.(x) ?? '') + declared(x),
        body: `
  let columns = P[${sizes + 2}];
  let z = id / (P[${sizes}] * columns);
  let i = id / columns % P[${sizes}];
  let j = id % columns;
  if (z >= P[${sizes + 3}]) { return; }
  ${p.begin?.(x) ?? ''}
  var sum = ${type}(0);
  for (var k = 0u; k < P[${sizes + 1}]; k++) { sum += element_a(z, i, k) * element_b(z, k, j); }
  ${p.store(x)}`,
      }),
    });
  const depth = 16;
  const fill = (name: string, alongDepth: boolean, element: string, limit: number): string => `
    for (var t = lane; t < ${32 * depth}u; t += 64u) {
      let across = ${alongDepth ? `t / ${depth}u` : 't % 32u'};
      let deep = ${alongDepth ? `t % ${depth}u` : 't / 32u'};
      var v = ${type}(0);
      if (start + deep < P[${sizes + 1}] && ${name === 'a' ? 'top' : 'left'} + across < P[${sizes + limit}]) { v = ${element}; }
      tile_${name}[deep * 32u + across] = v;
    }`;
  gpu.launch({
    ...common,
    key: `product|${p.aAlongDepth}|${p.bAlongDepth}|${p.key}`,
    text: (x) => ({
      declarations: `${(p.functions?.(x) ?? '') + declared(x)}
var<workgroup> tile_a: array<${type}, ${32 * depth}>;
var<workgroup> tile_b: array<${type}, ${32 * depth}>;
`,
      body: `
  let top = place.y * 32u;
  let left = place.x * 32u;
  let row = (lane / 8u) * 4u;
  let column = (lane % 8u) * 4u;
  for (var z = place.z; z < P[${sizes + 3}]; z += groups.z) {
    var sums: array<vec4<${type}>, 4>;
    for (var start = 0u; start < P[${sizes + 1}]; start += ${depth}u) {
      workgroupBarrier();
      ${fill('a', p.aAlongDepth, 'element_a(z, top + across, start + deep)', 0)}
      ${fill('b', p.bAlongDepth, 'element_b(z, start + deep, left + across)', 2)}
      workgroupBarrier();
      for (var k = 0u; k < ${depth}u; k++) {
        let at = k * 32u;
        let b = vec4<${type}>(tile_b[at + column], tile_b[at + column + 1u], tile_b[at + column + 2u], tile_b[at + column + 3u]);
        sums[0] += tile_a[at + row] * b;
        sums[1] += tile_a[at + row + 1u] * b;
        sums[2] += tile_a[at + row + 2u] * b;
        sums[3] += tile_a[at + row + 3u] * b;
      }
    }
    ${p.begin?.(x) ?? ''}
    for (var r = 0u; r < 4u; r++) {
      for (var c = 0u; c < 4u; c++) {
        let i = top + row + r;
        let j = left + column + c;
        if (i < P[${sizes}] && j < P[${sizes + 2}]) { let sum = sums[r][c]; ${p.store(x)} }
      }
    }
  }`,
    }),
  });
}
const rowOf = (count: number): Groups =>
  count <= batchesMax ? [count, 1, 1] : [batchesMax, Math.ceil(count / batchesMax), 1];

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
  const shape = parameters.list([rows, columns]);
  const place = (from: number, i: string, j: string): string =>
    `P[${from}] + z * P[${from + 1}] + ${i} * P[${from + 2}] + ${j} * P[${from + 3}]`;
  const kind = isFloat ? 'f' : 'i';
  const as = (x: Accessors, k: number, where: string): string => (isFloat ? x.float(k, where) : x.element(k, where));
  multiply(gpu, {
    key: `gemm|${hasBias}`,
    operands: hasBias ? [out, a, b, bias] : [out, a, b],
    parameters,
    batches,
    rows,
    depth,
    columns,
    a: (x) => as(x, 1, place(aAt, 'i', 'k')),
    b: (x) => as(x, 2, place(bAt, 'k', 'j')),
    aAlongDepth: a.strides[2] === 1,
    bAlongDepth: b.strides[2] !== 1 && b.strides[1] === 1,
    store: (x) =>
      x.store(0, `P[${outAt}] + (z * P[${shape}] + i) * P[${shape + 1}] + j`, {
        text: `${times} * sum${hasBias ? ` + ${plus} * ${as(x, 3, place(biasAt, 'i', 'j'))}` : ''}`,
        kind,
      }),
  });
}
