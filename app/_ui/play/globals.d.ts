/**
 * Draws the autograd graph behind a tensor.
 * @param options.params names for its leaves: `{ w, b }`, or `model.named_parameters()`
 */
declare function make_dot(
  result: import('torch').Tensor,
  options?: {
    params?: Iterable<readonly [string, import('torch').Tensor]> | { readonly [name: string]: import('torch').Tensor };
  },
): void;
/** Draws a curve through the values, one a step. */
declare function plot(values: Iterable<number> | import('torch').Tensor, label?: string): void;
