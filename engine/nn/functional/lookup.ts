import { run, table } from '../../operator.ts';
import type { Tensor } from '../../tensor.ts';

/** An operator of the table by name, for files that are read before the namespaces are filled. */
export function functionalOf(name: string): (...args: unknown[]) => Tensor {
  return (...args) => {
    const found = table.get(name)?.[0];
    if (!found) throw new Error(`there is no operator ${name}`);
    return run(found, args) as Tensor;
  };
}
