import type * as engine from '#engine/index.ts';
import type { Value } from '../protocol/value.ts';

/** Builds a parsed description (`challenges/authoring/description.ts`): only classes of torch.nn by name, their arguments plain. */
export function buildModule(spec: Value, { nn }: Pick<typeof engine, 'nn'>): engine.Module {
  if (typeof spec !== 'object' || spec === null || !('type' in spec))
    throw new TypeError('not a description of a module');
  const { type, args, options } = spec;
  const Class: unknown = Reflect.get(nn, String(type));
  if (typeof Class !== 'function' || !Array.isArray(args)) throw new TypeError(`torch.nn has no ${String(type)}`);
  const built: unknown[] = args.map((arg: Value) =>
    typeof arg === 'object' && arg !== null ? buildModule(arg, { nn }) : arg,
  );
  if (typeof options === 'object' && options !== null && Object.keys(options).length > 0) built.push({ ...options });
  const made: unknown = Reflect.construct(Class, built);
  if (!(made instanceof nn.Module)) throw new TypeError(`${String(type)} is no module`);
  return made;
}
