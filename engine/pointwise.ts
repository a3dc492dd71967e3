import { copyInto } from './copy.ts';
import { RuntimeError } from './device/device.ts';
import { dispatch } from './dispatch.ts';
import { bool, canCast, type DType, get_default_dtype } from './dtype.ts';
import { type Entry, type Operator, operator } from './operator.ts';
import { broadcastShape, floating, resultType } from './promotion.ts';
import { type ArgsOf, parseSchema } from './schema.ts';
import { empty, sameShape, Tensor } from './tensor.ts';

/** The result's dtype: the common one, the common one made floating, bool, or the first tensor's. */
export type Promotion = 'common' | 'float' | 'bool' | 'input';

/** Computes an expression over tensors (broadcast together) and numbers, by name. */
export function compute(
  expression: string,
  names: readonly string[],
  values: readonly unknown[],
  promotes: Promotion,
  into: Tensor | null = null,
  family = `${expression}|${names.join()}|`,
): Tensor {
  const operands: Tensor[] = [];
  const operandNames: string[] = [];
  const scalars: number[] = [];
  const scalarNames: string[] = [];
  let shape: readonly number[] | null = null;
  let common: DType | null = null;
  let same = true;
  let tensors = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i];
    if (v instanceof Tensor) {
      operands.push(v);
      operandNames.push(names[i]!);
      tensors += 1 << i;
      shape = shape === null ? v.shape : broadcastShape(shape, v.shape);
      if (common === null) common = v.dtype;
      else if (common !== v.dtype) same = false;
    } else if (typeof v === 'number' || typeof v === 'boolean') {
      scalars.push(Number(v));
      scalarNames.push(names[i]!);
    }
  }
  const computing = same && common !== null && common.category === 2 ? common : resultType(values);
  const final =
    promotes === 'bool'
      ? bool
      : promotes === 'float'
        ? floating(computing)
        : promotes === 'input'
          ? (common ?? get_default_dtype())
          : computing;
  const precision = promotes === 'float' ? final : computing;
  if (precision.name === 'float32') for (let i = 0; i < scalars.length; i++) scalars[i] = Math.fround(scalars[i]!);
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
      copyInto(into, compute(expression, names, values, promotes, null, family));
      return into;
    }
  }
  const result = into ?? empty(shape ?? [], final, operands[0]?.storage.device);
  dispatch('pointwise', [result, ...operands], {
    expression,
    key: family + tensors,
    operands: operandNames,
    scalarNames,
    scalars,
    compute: precision,
  });
  return result;
}

interface Pointwise<S extends string> extends Omit<Entry<S>, 'forward'> {
  /** Over the argument names; or chosen by the dtype computed in. */
  readonly expression: string | ((compute: DType) => string);
  readonly promotes?: Promotion;
}

/** An operator whose every element is one expression of its arguments' elements. */
export function pointwise<const S extends string>(schemaText: S, entry: Pointwise<S>): Operator<S> {
  const names = parseSchema(schemaText).params.map((p) => p.name);
  const { expression, promotes = 'common' } = entry;
  const choose =
    typeof expression === 'string' ? () => expression : (values: readonly unknown[]) => expression(resultType(values));
  const list = names.join();
  const families = new Map<string, string>();
  const run = (values: readonly unknown[], into: Tensor | null): Tensor => {
    const chosen = choose(values);
    let family = families.get(chosen);
    if (family === undefined) families.set(chosen, (family = `${chosen}|${list}|`));
    return compute(chosen, names, values, promotes, into, family);
  };
  const self = names.indexOf('input');
  return operator(schemaText, {
    ...entry,
    forward: ((...values: unknown[]) => run(values, null)) as unknown as Entry<S>['forward'],
    ...(entry.inplace === true
      ? {
          inplace: (...values: ArgsOf<S>) => void run(values, values[self] as unknown as Tensor),
        }
      : {}),
  } as Entry<S>);
}
