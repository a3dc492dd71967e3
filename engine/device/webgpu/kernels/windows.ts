import type { Windows } from '../../cpu/windows.ts';
import type { Operand } from '../../device.ts';
import { Parameters, threads } from '../launch.ts';
import type { WebGpu } from '../webgpu.ts';

/** Places in P of what describes windows: lists of depth, height, width. */
export interface WindowPlaces {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly out: number;
  readonly size: number;
}
export const windowPlaces = (parameters: Parameters, p: Windows): WindowPlaces => ({
  kernel: parameters.list(p.kernel),
  stride: parameters.list(p.stride),
  padding: parameters.list(p.padding),
  dilation: parameters.list(p.dilation),
  out: parameters.list(p.out),
  size: parameters.list(p.size),
});

const vector = (at: number): string => `vec3u(P[${at}], P[${at + 1}], P[${at + 2}])`;
/** `outside` is no place of an image. */
export const windowFunctions = (w: WindowPlaces): string => `
const outside = 0xffffffffu;
fn split(i: u32, sizes: vec3u) -> vec3u { return vec3u(i / (sizes.y * sizes.z), i / sizes.z % sizes.y, i % sizes.z); }
fn volume(sizes: vec3u) -> u32 { return sizes.x * sizes.y * sizes.z; }
fn joined(at: vec3u, sizes: vec3u) -> u32 { return (at.x * sizes.y + at.y) * sizes.z + at.z; }
// Where in a channel's plane the window shows its given element.
fn seen_at(window: u32, element: u32) -> u32 {
  let size = ${vector(w.size)};
  let at = split(window, ${vector(w.out)}) * ${vector(w.stride)} + split(element, ${vector(w.kernel)}) * ${vector(w.dilation)} - ${vector(w.padding)};
  if (any(at >= size)) { return outside; } // a negative place is a great unsigned one
  return joined(at, size);
}
// The window that shows a place of the plane as its given element.
fn window_of(spot: u32, element: u32) -> u32 {
  let moved = split(spot, ${vector(w.size)}) + ${vector(w.padding)} - split(element, ${vector(w.kernel)}) * ${vector(w.dilation)};
  let stride = ${vector(w.stride)};
  let at = moved / stride;
  if (any(moved >= vec3u(0x80000000u)) || any(at * stride != moved) || any(at >= ${vector(w.out)})) { return outside; }
  return joined(at, ${vector(w.out)});
}
`;

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

/** operands: columns [batch · channels · kernel, windows], image; both contiguous. */
export function imageToColumns(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as Windows; // the operator table dispatches it
  const [columns, image] = operands;
  if (!columns || !image) return;
  const parameters = new Parameters();
  const places = windowPlaces(parameters, p);
  const total = p.batch * p.channels * product(p.kernel) * product(p.out);
  if (total === 0) return;
  const own = parameters.list([total, columns.offset, image.offset]);
  gpu.launch({
    key: 'image_to_columns',
    operands,
    outputs: 1,
    parameters,
    groups: threads(total),
    text: (x) => ({
      declarations: windowFunctions(places),
      body: `
  if (id >= P[${own}]) { return; }
  let windows = volume(${vector(places.out)});
  let elements = volume(${vector(places.kernel)});
  let row = id / windows;
  let spot = seen_at(id % windows, row % elements);
  var v = ${x.type(1)}(0);
  if (spot != outside) { v = ${x.element(1, `P[${own + 2}] + row / elements * volume(${vector(places.size)}) + spot`)}; }
  ${x.store(0, `P[${own + 1}] + id`, { text: 'v', kind: x.type(1) === 'f32' ? 'f' : 'i' })}`,
    }),
  });
}

/** operands: image, columns: each place of the image adds up what the windows that show it have. */
export function columnsToImage(gpu: WebGpu, operands: readonly Operand[], given: object): void {
  const p = given as Windows; // the operator table dispatches it
  const [image, columns] = operands;
  if (!image || !columns) return;
  const parameters = new Parameters();
  const places = windowPlaces(parameters, p);
  const total = p.batch * p.channels * product(p.size);
  if (total === 0) return;
  const own = parameters.list([total, image.offset, columns.offset]);
  gpu.launch({
    key: 'columns_to_image',
    operands,
    outputs: 1,
    parameters,
    groups: threads(total),
    text: (x) => ({
      declarations: windowFunctions(places),
      body: `
  if (id >= P[${own}]) { return; }
  let windows = volume(${vector(places.out)});
  let elements = volume(${vector(places.kernel)});
  let plane = id / volume(${vector(places.size)});
  let spot = id % volume(${vector(places.size)});
  var sum = ${x.type(1)}(0);
  for (var e = 0u; e < elements; e++) {
    let window = window_of(spot, e);
    if (window != outside) { sum += ${x.element(1, `P[${own + 2}] + (plane * elements + e) * windows + window`)}; }
  }
  ${x.store(0, `P[${own + 1}] + id`, { text: 'sum', kind: x.type(1) === 'f32' ? 'f' : 'i' })}`,
    }),
  });
}
