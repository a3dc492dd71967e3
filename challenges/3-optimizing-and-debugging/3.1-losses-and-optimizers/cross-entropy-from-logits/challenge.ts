import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'cross-entropy-from-logits',
  version: 1,
  question: '3.1',
  title: { en: 'Cross-entropy from logits', zh: '从 logits 计算交叉熵' },
  kind: 'implement',
  difficulty: 2,
  minutes: 20,
  concepts: ['cross_entropy', 'log_softmax', 'logsumexp', 'amax', 'gather', 'ignore_index', 'reduction'],
  prerequisites: ['first-graph'],
  entryPoints: [
    {
      name: 'cross_entropy',
      kind: 'function',
      signature:
        "cross_entropy(logits: Tensor, target: Tensor, options?: { reduction?: 'none' | 'mean' | 'sum'; ignore_index?: number }): Tensor",
    },
  ],
  limits: { timeLimitMs: 1000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: '`exp(10000)` is infinite, and so is every quotient and logarithm after it. What can you subtract from all logits of a sample without changing its softmax?',
      zh: '`exp(10000)` 是无穷大，之后的除法和对数也就都坏了。从一个样本的所有 logits 里减去什么，softmax 不会变？',
    },
    {
      en: 'Never make a probability and then its logarithm: a probability of $e^{-200}$ is 0 in float32, and `log(0)` is −∞. Stay with logarithms: `x - max - log(sum(exp(x - max)))`, all along dimension 1. And an ignored label may be no index at all: what can stand in its place while you gather?',
      zh: '不要先求概率再取对数：$e^{-200}$ 在 float32 里就是 0，`log(0)` 是 −∞。始终停留在对数域：`x - max - log(sum(exp(x - max)))`，全部沿第 1 维计算。另外，被忽略的标签可能根本不是合法的下标，gather 的时候可以用什么顶替它？',
    },
    {
      en: '`const ignored = target.eq(ignore_index)`, then `log_probs.gather(1, target.masked_fill(ignored, 0).unsqueeze(1)).squeeze(1)`, negated, with `masked_fill(ignored, 0)`. The mean is its sum divided by the number of labels that are not ignored.',
      zh: '先 `const ignored = target.eq(ignore_index)`，再 `log_probs.gather(1, target.masked_fill(ignored, 0).unsqueeze(1)).squeeze(1)`，取负，最后 `masked_fill(ignored, 0)`。均值等于它的和除以没有被忽略的标签数。',
    },
  ],
} as const satisfies Challenge;
