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
/** The value `w` that windowFunctions take. */
export const windowValue = (w: WindowPlaces): string =>
  `let w = Windows(${[w.kernel, w.stride, w.padding, w.dilation, w.out, w.size].map(vector).join(', ')});`;
/** `outside` is no place of an image. */
export const windowFunctions = `
const outside = 0xffffffffu;
struct Windows { kernel: vec3u, stride: vec3u, padding: vec3u, dilation: vec3u, count: vec3u, size: vec3u }
fn split(i: u32, sizes: vec3u) -> vec3u { return vec3u(i / (sizes.y * sizes.z), i / sizes.z % sizes.y, i % sizes.z); }
fn volume(sizes: vec3u) -> u32 { return sizes.x * sizes.y * sizes.z; }
fn joined(at: vec3u, sizes: vec3u) -> u32 { return (at.x * sizes.y + at.y) * sizes.z + at.z; }
// Where a window begins, and how far from there it shows an element.
fn start_of(window: u32, w: Windows) -> vec3u { return split(window, w.count) * w.stride - w.padding; }
fn reach_of(element: u32, w: Windows) -> vec3u { return split(element, w.kernel) * w.dilation; }
// That place in a channel's plane.
fn seen(start: vec3u, reach: vec3u, w: Windows) -> u32 {
  let at = start + reach;
  if (any(at >= w.size)) { return outside; } // a negative place is a great unsigned one
  return joined(at, w.size);
}
fn seen_at(window: u32, element: u32, w: Windows) -> u32 { return seen(start_of(window, w), reach_of(element, w), w); }
// The window that shows a place of the plane, padding counted, as the element of a reach.
fn padded_of(spot: u32, w: Windows) -> vec3u { return split(spot, w.size) + w.padding; }
fn showing(padded: vec3u, reach: vec3u, w: Windows) -> u32 {
  let moved = padded - reach;
  var at = moved;
  if (any(w.stride != vec3u(1u))) {
    at = moved / w.stride;
    if (any(moved >= vec3u(0x80000000u)) || any(at * w.stride != moved)) { return outside; }
  }
  if (any(at >= w.count)) { return outside; }
  return joined(at, w.count);
}
fn window_of(spot: u32, element: u32, w: Windows) -> u32 { return showing(padded_of(spot, w), reach_of(element, w), w); }
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
      declarations: windowFunctions,
      body: `
  if (id >= P[${own}]) { return; }
  ${windowValue(places)}
  let windows = volume(w.count);
  let elements = volume(w.kernel);
  let row = id / windows;
  let spot = seen_at(id % windows, row % elements, w);
  var v = ${x.type(1)}(0);
  if (spot != outside) { v = ${x.element(1, `P[${own + 2}] + row / elements * volume(w.size) + spot`)}; }
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
      declarations: windowFunctions,
      body: `
  if (id >= P[${own}]) { return; }
  ${windowValue(places)}
  let windows = volume(w.count);
  let elements = volume(w.kernel);
  let plane = id / volume(w.size);
  let spot = id % volume(w.size);
  var sum = ${x.type(1)}(0);
  for (var e = 0u; e < elements; e++) {
    let window = window_of(spot, e, w);
    if (window != outside) { sum += ${x.element(1, `P[${own + 2}] + (plane * elements + e) * windows + window`)}; }
  }
  ${x.store(0, `P[${own + 1}] + id`, { text: 'sum', kind: x.type(1) === 'f32' ? 'f' : 'i' })}`,
    }),
  });
}
