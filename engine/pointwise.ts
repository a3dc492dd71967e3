import { copyInto } from './copy.ts';
import { RuntimeError } from './device/device.ts';
import { dispatch } from './dispatch.ts';
import { bool, canCast, type DType, float64, get_default_dtype, int64 } from './dtype.ts';
import { type Entry, type Operator, operator } from './operator.ts';
import { broadcastShape, floating, resultType } from './promotion.ts';
import { type ArgsOf, parseSchema } from './schema.ts';
import { empty, sameShape, Tensor } from './tensor.ts';

/** The result's dtype: the common one, the common one made floating or no bool, bool, or the first tensor's. */
export type Promotion = 'common' | 'float' | 'number' | 'bool' | 'input';

/** A number as kernels of that precision see it: 16-bit floats compute in float32. */
const kept = (precision: DType, value: number): number =>
  precision.category === 2 ? Math.fround(value) : precision.category === 1 ? precision.keep(value) : value;

/** What calls of one expression share whose arguments are tensors in the same places and numbers in the others. */
interface Variant {
  readonly expression: string;
  readonly key: string;
  readonly operands: readonly string[];
  readonly scalarNames: readonly string[];
}
/** An expression and the names in it, in the order of the values it is given. */
class Program {
  readonly expression: string;
  readonly names: readonly string[];
  /** By which values are tensors, one bit each. */
  readonly #variants = new Map<number, Variant>();
  #last = -1;
  #lastVariant: Variant | undefined;
  constructor(expression: string, names: readonly string[]) {
    this.expression = expression;
    this.names = names;
  }
  variant(tensors: number): Variant {
    if (tensors === this.#last && this.#lastVariant) return this.#lastVariant;
    let found = this.#variants.get(tensors);
    if (!found) {
      found = {
        expression: this.expression,
        key: `${this.expression}|${this.names.join()}|${tensors}`,
        operands: this.names.filter((_, i) => tensors & (1 << i)),
        scalarNames: this.names.filter((_, i) => !(tensors & (1 << i))),
      };
      this.#variants.set(tensors, found);
    }
    this.#last = tensors;
    this.#lastVariant = found;
    return found;
  }
}
const programs = new Map<string, Program>();

/** Computes an expression over tensors (broadcast together) and numbers, by name. */
export function compute(
  expression: string,
  names: readonly string[],
  values: readonly unknown[],
  promotes: Promotion,
  into: Tensor | null = null,
): Tensor {
  const key = `${expression}|${names.join()}`;
  let program = programs.get(key);
  if (!program) programs.set(key, (program = new Program(expression, names)));
  return run(() => program, values, promotes, into);
}

function run(
  choose: (computing: DType) => Program,
  values: readonly unknown[],
  promotes: Promotion,
  into: Tensor | null,
  /** How many of the values decide the dtype: alpha and its like do not. */
  deciding = values.length,
): Tensor {
  const operands: Tensor[] = [];
  const scalars: number[] = [];
  let shape: readonly number[] | null = null;
  let common: DType | null = null;
  let same = true;
  let tensors = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    if (v instanceof Tensor) {
      operands.push(v);
      tensors |= 1 << i;
      shape = shape === null ? v.shape : broadcastShape(shape, v.shape);
      if (common === null) common = v.storage.dtype;
      else if (common !== v.storage.dtype) same = false;
    } else if (typeof v === 'number' || typeof v === 'boolean') scalars.push(Number(v));
  }
  const computing =
    same && common !== null && common.category === 2
      ? common
      : common === null && values.some((v) => typeof v === 'number' && !Number.isInteger(v))
        ? float64 // of numbers alone, as in PyTorch
        : resultType(deciding < values.length ? values.slice(0, deciding) : values);
  const final =
    promotes === 'bool'
      ? bool
      : promotes === 'float'
        ? floating(computing)
        : promotes === 'input'
          ? (common ?? get_default_dtype())
          : promotes === 'number' && computing === bool
            ? int64
            : computing;
  const precision = promotes === 'float' ? final : computing;
  if (precision !== float64) for (let i = 0; i < scalars.length; i++) scalars[i] = kept(precision, scalars[i]!);
  if (into) {
    if (!canCast(final, into.dtype))
      throw new RuntimeError(
        `result type ${final.typeName} can't be cast to the desired output type ${into.dtype.typeName}`,
      );
    if (!sameShape(shape ?? [], into.shape))
      throw new RuntimeError(
        `output with shape [${into.shape.join(', ')}] doesn't match the broadcast shape [${(shape ?? []).join(', ')}]`,
      );
    const overlaps = operands.some(
      (x) =>
        x.storage === into.storage && x !== into && !(x.offset === into.offset && sameShape(x.strides, into.strides)),
    );
    if (overlaps) {
      copyInto(into, run(choose, values, promotes, null, deciding));
      return into;
    }
  }
  const result = into ?? empty(shape ?? [], final, operands[0]?.storage.device);
  const { expression, key, operands: names, scalarNames } = choose(computing).variant(tensors);
  operands.unshift(result);
  dispatch('pointwise', operands, { expression, key, operands: names, scalarNames, scalars, compute: precision });
  return result;
}

interface Pointwise<S extends string> extends Omit<Entry<S>, 'forward' | 'expression'> {
  /** Over the argument names; or chosen by the dtype computed in. */
  readonly expression: string | ((compute: DType) => string);
  readonly promotes?: Promotion;
  /** Throws for arguments that PyTorch refuses. */
  readonly check?: (...args: ArgsOf<S>) => void;
}

/** An operator whose every element is one expression of its arguments' elements. */
export function pointwise<const S extends string>(schemaText: S, entry: Pointwise<S>): Operator<S> {
  const { params } = parseSchema(schemaText);
  const names = params.map((p) => p.name);
  // Numbers that stand for a tensor have a say in the result's dtype; factors, bounds and options after them have none.
  const deciding = params.findLastIndex((p) => p.type.includes('Tensor')) + 1;
  const { expression, promotes = 'common' } = entry;
  const byDtype: (Program | undefined)[] = [];
  const only = typeof expression === 'string' ? new Program(expression, names) : null;
  const choose = (computing: DType): Program =>
    only ??
    (byDtype[computing.index] ??= new Program(
      typeof expression === 'string' ? expression : expression(computing),
      names,
    ));
  const check = entry.check as ((...values: readonly unknown[]) => void) | undefined;
  const checked = (values: readonly unknown[], into: Tensor | null): Tensor => {
    check?.(...values);
    return run(choose, values, promotes, into, deciding);
  };
  const self = names.indexOf('input');
  return operator(schemaText, {
    ...entry,
    forward: ((...values: unknown[]) => checked(values, null)) as unknown as Entry<S>['forward'],
    ...(entry.inplace === true
      ? {
          inplace: (...values: ArgsOf<S>) => void checked(values, values[self] as unknown as Tensor),
        }
      : {}),
  } as Entry<S>);
}
