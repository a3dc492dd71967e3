import torch, { autograd, type FunctionCtx, type Tensor } from 'torch';

export interface Options {
  reduction?: 'none' | 'mean' | 'sum';
  ignore_index?: number;
}

// An operation of its own: forward keeps the probabilities, backward is softmax minus one-hot.
class CrossEntropy extends autograd.Function {
  static override forward(ctx: FunctionCtx, logits: Tensor, target: Tensor, ignore_index: number): Tensor {
    const max = logits.amax(1, true);
    const exps = logits.sub(max).exp();
    const sums = exps.sum(1, true);
    const counts = target.ne(ignore_index);
    const hot = torch
      .arange(logits.size(1))
      .reshape([1, -1, ...target.shape.slice(1).map(() => 1)])
      .eq(target.unsqueeze(1))
      .logical_and(counts.unsqueeze(1));
    ctx.save_for_backward(exps.div(sums), hot, counts);
    const scores = logits.sub(max).where(hot, torch.zeros_like(logits)).sum(1);
    return sums.log().squeeze(1).sub(scores).where(counts, torch.zeros_like(scores));
  }

  static override backward(ctx: FunctionCtx, grad: Tensor) {
    const [probs, hot, counts] = ctx.saved_tensors;
    if (!probs || !hot || !counts) throw new Error('forward kept three tensors');
    return [probs.sub(hot.to(probs.dtype)).mul(grad.mul(counts).unsqueeze(1)), null, null];
  }
}

export const cross_entropy = (logits: Tensor, target: Tensor, options: Options = {}): Tensor => {
  const ignore_index = options.ignore_index ?? -100;
  const losses = CrossEntropy.apply(logits, target, ignore_index);
  switch (options.reduction ?? 'mean') {
    case 'none':
      return losses;
    case 'sum':
      return losses.sum();
    default:
      return losses.sum().div(target.ne(ignore_index).sum().item());
  }
};
