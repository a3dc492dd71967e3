// HistogramObserver: counts values, and chooses the range whose quantization errs least, not the widest one. Sums and
// products are float32 where PyTorch's tensors are, for the search takes the last digit seriously.
import type { DType } from '../dtype.ts';
import { bindArguments } from '../nn/arguments.ts';
import { fromValues, type Tensor, valuesOf } from '../tensor.ts';
import { warn } from '../warnings.ts';
import {
  needPerTensor,
  observed,
  observerDefaults,
  type ObserverOptions,
  type QParams,
  shown,
  UniformQuantizationObserverBase,
} from './observer.ts';

export interface HistogramOptions extends ObserverOptions {
  /** Default: 2048. */
  bins?: number;
  /** How finely old counts are spread when the range grows. Default: 128. */
  upsample_rate?: number;
}
const round = Math.fround;

export class HistogramObserver extends UniformQuantizationObserverBase {
  readonly bins: number;
  readonly upsample_rate: number;
  readonly dst_nbins: number;
  declare histogram: Tensor;
  declare min_val: Tensor;
  declare max_val: Tensor;
  constructor(options?: HistogramOptions);
  constructor(...args: unknown[]) {
    const { bins, upsample_rate, ...o } = bindArguments('HistogramObserver', args, {
      bins: 2048,
      upsample_rate: 128,
      ...observerDefaults,
    });
    needPerTensor('HistogramObserver', o.qscheme);
    super(o);
    this.bins = bins;
    this.register_buffer('histogram', fromValues(new Float32Array(bins), [bins]));
    this.register_buffer('min_val', fromValues([Infinity], []));
    this.register_buffer('max_val', fromValues([-Infinity], []));
    this.dst_nbins = 2 ** (8 * (o.dtype as DType).itemsize);
    this.upsample_rate = upsample_rate;
  }
  override extra_repr(): string {
    return `min_val=${shown(this.min_val)}, max_val=${shown(this.max_val)}`;
  }

  forward(x_orig: Tensor): Tensor {
    if (x_orig.numel() === 0) return x_orig;
    const x = observed(x_orig);
    const [oldMin, oldMax] = [Number(this.min_val.item()), Number(this.max_val.item())];
    const [min, max] = x.aminmax().map((t) => Number(t.item())) as [number, number];
    if ((oldMin === Infinity && oldMax === -Infinity) || oldMin === oldMax) {
      this._keep(x.histc(this.bins, Math.trunc(min), Math.trunc(max)), min, max);
      return x_orig;
    }
    const low = Math.min(min, oldMin);
    const { high, downsample, start } = this._grid(low, Math.max(max, oldMax), oldMin, oldMax);
    // PyTorch counts between whole numbers; values outside them are left out.
    const counts = x.histc(this.bins, Math.trunc(low), Math.trunc(high));
    const whole = low === oldMin && high === oldMax;
    this._keep(counts.add(whole ? this.histogram : this._spread(downsample, start)), low, high);
    return x_orig;
  }
  _keep(histogram: Tensor, min: number, max: number): void {
    this.histogram.copy_(histogram);
    this.min_val.fill_(min);
    this.max_val.fill_(max);
  }
  /** The finer grid on which the old histogram and the new range both lie; it may reach a little beyond `max`. */
  _grid(min: number, max: number, oldMin: number, oldMax: number): { high: number; downsample: number; start: number } {
    const width = round(round(oldMax - oldMin) / (this.bins * this.upsample_rate));
    const bins = round(this.bins * width);
    const span = round(max - min);
    const downsample = Math.ceil(round(span / bins));
    const beyond = round(round(downsample * bins) - span);
    const position = round(round(oldMin - min) / width);
    const nearest = Math.round(position);
    const start = Math.abs(position % 1) === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
    return { high: round(max + beyond), downsample, start };
  }
  /** The old counts on the new grid. */
  _spread(downsample: number, start: number): Tensor {
    const { bins, upsample_rate: rate } = this;
    const old = valuesOf(this.histogram);
    const fine = new Float32Array(bins * downsample);
    for (let i = 0; i < bins * rate; i++) fine[start + i] = old[Math.floor(i / rate)]!;
    const counts = new Float32Array(bins);
    let sum = 0;
    let before = 0;
    for (let bin = 0; bin < bins; bin++) {
      for (let i = 0; i < downsample; i++) sum += fine[bin * downsample + i]!;
      counts[bin] = (sum - before) / rate;
      before = round(sum);
    }
    return fromValues(counts, [bins]);
  }

  calculate_qparams(): QParams {
    if (this.min_val.item() === Infinity && this.max_val.item() === -Infinity) {
      warn('must run observer before calling calculate_qparams. Returning default scale and zero point ');
      return [fromValues([1], [1]), fromValues([0], [1])];
    }
    const [min, max] = this._search();
    return this._calculate_qparams(fromValues([min], []), fromValues([max], []));
  }
  /** Narrows the range from whichever end loses fewer values, as long as the error gets smaller. */
  _search(): [min: number, max: number] {
    const { bins } = this;
    const [min, max] = [Number(this.min_val.item()), Number(this.max_val.item())];
    const width = round(round(max - min) / bins);
    const counts = valuesOf(this.histogram);
    const sums = new Float32Array(bins);
    let total = 0;
    for (let i = 0; i < bins; i++) sums[i] = total += counts[i]!;
    total = round(total);
    const step = 1e-5;
    let [alpha, beta] = [0, 1];
    let [first, last] = [0, bins - 1];
    let least = Infinity;
    while (alpha < beta) {
      const [nextAlpha, nextBeta] = [alpha + step, beta - step];
      let [left, right] = [first, last];
      while (left < last && sums[left]! < round(nextAlpha * total)) left++;
      while (right > first && sums[right]! > round(nextBeta * total)) right--;
      let [nextFirst, nextLast] = [first, last];
      if (left - first > last - right) {
        nextFirst = left;
        alpha = nextAlpha;
      } else {
        nextLast = right;
        beta = nextBeta;
      }
      if (nextFirst === first && nextLast === last) continue;
      const error = this._error(counts, min, max, nextFirst, nextLast);
      if (error > least) break;
      least = error;
      [first, last] = [nextFirst, nextLast];
    }
    return [round(min + round(width * first)), round(min + round(width * (last + 1)))];
  }
  /** Σ density · ∫ (distance to the nearest code)² over all bins. */
  _error(counts: ArrayLike<number>, min: number, max: number, first: number, last: number): number {
    const { bins, dst_nbins: codes } = this;
    const width = (max - min) / bins;
    const step = (width * (last - first + 1)) / codes;
    if (step === 0) return 0;
    const [width32, step32, half32] = [round(width), round(step), round(step / 2)];
    const cube = (v: number): number => round(round(v * v) * v);
    const third = (end: number, begin: number): number => round(round(cube(end) - cube(begin)) / 3);
    const whole = third(half32, -half32);
    const clamp = (v: number): number => Math.max(0, Math.min(codes - 1, v));
    const norms = new Float32Array(bins);
    for (let i = 0; i < bins; i++) {
      const begin = round((i - first) * width32);
      const end = round(begin + width32);
      const codeBegin = clamp(floorDivide(begin, step32));
      const codeEnd = clamp(floorDivide(end, step32));
      const density = round(counts[i]! / width32);
      const fromCentre = round(begin - round(round(codeBegin + 0.5) * step32));
      const toCentre = round(end - round(round(codeEnd * step32) + half32));
      let norm = round(density * third(half32, fromCentre));
      norm = round(norm + round(round(codeEnd - codeBegin - 1) * round(density * whole)));
      norms[i] = norm + round(density * third(toCentre, -half32));
    }
    return Number(fromValues(norms, [bins]).sum().item());
  }
}
/** torch.div with rounding_mode 'floor', in float32. */
function floorDivide(a: number, b: number): number {
  const rest = a % b;
  let quotient = round(round(a - rest) / b);
  if (rest !== 0 && b < 0 !== rest < 0) quotient = round(quotient - 1);
  const floor = Math.floor(quotient);
  return round(quotient - floor) > 0.5 ? floor + 1 : floor;
}
