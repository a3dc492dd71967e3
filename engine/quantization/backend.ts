// `torch.backends.quantized`: whose arithmetic quantized layers follow, to the last rounding.
import { RuntimeError } from '../device/device.ts';
import { inverse, nearest } from './arithmetic.ts';

const engines = ['fbgemm', 'onednn', 'qnnpack'] as const;
type Engine = (typeof engines)[number];
let current: Engine = 'fbgemm';

export const quantized = {
  /** 'fbgemm' (x86, the default), 'onednn' or 'qnnpack' (ARM). */
  get engine(): string {
    return current;
  },
  set engine(name: string) {
    const found = engines.find((e) => e === name);
    if (!found) throw new RuntimeError(`quantized engine ${name} is not supported`);
    current = found;
  },
  get supported_engines(): readonly string[] {
    return engines;
  },
};

const round = Math.fround;
/** How a kernel library turns 32-bit sums into codes: float32 throughout, but each in its own order. */
export interface Rules {
  /** What one unit of a sum is worth: input scale · weight scale; or its inverse, for oneDNN keeps inverses. */
  unit(input: number, weight: number): number;
  /** What a sum is multiplied with to get the output's code. */
  factor(unit: number, output: number): number;
  /** A bias in the sums' units. */
  bias(value: number, unit: number): number;
  /** Whether sum and bias are added as integers. */
  readonly wholeBias: boolean;
}
const rulesOf: Record<Engine, Rules> = {
  fbgemm: {
    unit: (input, weight) => round(input * weight),
    factor: (unit, output) => round(unit / round(output)),
    bias: (value, unit) => round(value / unit),
    wholeBias: false,
  },
  onednn: {
    unit: (input, weight) => round(inverse(input) * inverse(weight)),
    factor: (unit, output) => round(inverse(output) / unit),
    bias: (value, unit) => round(value * unit),
    wholeBias: false,
  },
  qnnpack: {
    unit: (input, weight) => round(input * weight),
    factor: (unit, output) => round(unit * inverse(output)),
    bias: (value, unit) => nearest(round(value * inverse(unit))),
    wholeBias: true,
  },
};
export const requantizationRules = (): Rules => rulesOf[current];
/** QNNPACK rounds a mean before it adds the zero point, the others after it, unless channels come last in memory. */
export const roundsBeforeZeroPoint = (channelsLast: boolean): boolean => channelsLast || current === 'qnnpack';
/** QNNPACK uses all codes where dynamic quantization asks for one bit less. */
export const ignoresReduceRange = (): boolean => current === 'qnnpack';
/** QNNPACK knows no layer without a bias: it gets one of zeros, which prints and saves. */
export const alwaysBias = (): boolean => current === 'qnnpack';
