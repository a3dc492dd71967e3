// `torch.autograd.Variable`, which was the tensor that records until PyTorch 0.4 made every tensor one.
import { RuntimeError } from '../device/device.ts';
import { isKeywords } from '../schema.ts';
import { setRequiresGrad, Tensor } from '../tensor.ts';

export interface VariableOptions {
  requires_grad?: boolean;
  volatile?: boolean;
}
const gone =
  'volatile was removed in PyTorch 0.4: it marked a whole graph as not to be recorded. Run the code inside torch.no_grad() instead, which does the same for everything computed in it.';

function make(data: unknown, requires_grad: boolean | VariableOptions = false): Tensor {
  if (!(data instanceof Tensor))
    throw new TypeError(`Variable data has to be a tensor, but got ${data === null ? 'None' : typeof data}`);
  const options = isKeywords(requires_grad)
    ? (requires_grad as VariableOptions)
    : { requires_grad: requires_grad === true };
  if (options.volatile) throw new RuntimeError(gone);
  const t = data.detach();
  setRequiresGrad(t, options.requires_grad ?? false);
  return t;
}

/**
 * As it is today: `Variable(t, requires_grad)` gives a tensor on the same memory, and every tensor is an instance of it. Works with
 * and without `new`. `volatile`, which switched recording off, is an error that says what to use instead.
 */
export const Variable: {
  new (data: Tensor, requires_grad?: boolean | VariableOptions): Tensor;
  (data: Tensor, requires_grad?: boolean | VariableOptions): Tensor;
} = new Proxy(class Variable {} as never, {
  apply: (_, __, [data, requires_grad]: [unknown, boolean?]) => make(data, requires_grad),
  construct: (_, [data, requires_grad]: [unknown, boolean?]) => make(data, requires_grad),
  get: (target, name, receiver) =>
    name === Symbol.hasInstance ? (x: unknown) => x instanceof Tensor : Reflect.get(target, name, receiver),
});
