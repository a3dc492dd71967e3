import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'ring-all-reduce',
  version: 2,
  question: '4.1',
  title: { en: 'Ring all-reduce', zh: '环形 all-reduce' },
  kind: 'implement',
  difficulty: 3,
  minutes: 35,
  concepts: ['all_reduce', 'reduce-scatter', 'all-gather', 'isend', 'recv', 'tensor_split', 'rank'],
  prerequisites: ['ddp-gradient-sync'],
  entryPoints: [
    {
      name: 'ring_all_reduce',
      kind: 'function',
      signature: 'ring_all_reduce(rank: number, world_size: number, tensors: Tensor[]): Tensor',
    },
  ],
  limits: { timeLimitMs: 5000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-5, atol: 1e-5 },
  hints: [
    {
      en: 'Cut the data into as many pieces as there are ranks. If every piece starts at another rank and moves on by one rank in each step, all ranks are busy all the time. How many steps until a piece has been everywhere once?',
      zh: '把数据切成与 rank 数一样多的块。如果每一块从不同的 rank 出发，每一步都往前走一个 rank，所有 rank 就一直都在忙。一块数据要走多少步，才能把每个 rank 都走到一次？',
    },
    {
      en: 'In step $s$ of the first phase, rank $r$ sends piece $r - s$ and receives piece $r - s - 1$, which it adds to its own (indices modulo $N$). After $N - 1$ steps piece $r + 1$ is complete on rank $r$. The second phase goes the same way round and copies instead of adding. And if every rank sends before it receives, who receives?',
      zh: '第一阶段的第 $s$ 步，rank $r$ 发送第 $r - s$ 块，接收第 $r - s - 1$ 块并加到自己的上面（下标对 $N$ 取模）。$N - 1$ 步之后，第 $r + 1$ 块在 rank $r$ 上就完整了。第二阶段方向相同，只是把相加换成拷贝。另外：如果每个 rank 都先发送再接收，谁来接收？',
    },
    {
      en: '`const pieces = flat.tensor_split(world_size)` gives views, empty ones too. Exchange: `const sent = dist.isend(out, next)`, `dist.recv(into, previous)`, `sent?.wait()`. First phase: `into` is `torch.empty_like(piece)`, then `piece.add_(into)`. Second phase: send piece $r + 1 - s$, receive right into piece $r - s$.',
      zh: '`const pieces = flat.tensor_split(world_size)` 得到的是视图，也可以有空块。一次交换：`const sent = dist.isend(out, next)`、`dist.recv(into, previous)`、`sent?.wait()`。第一阶段：`into` 是 `torch.empty_like(piece)`，之后 `piece.add_(into)`。第二阶段：发送第 $r + 1 - s$ 块，直接接收到第 $r - s$ 块里。',
    },
  ],
} as const satisfies Challenge;
