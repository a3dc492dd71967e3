import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'ddp-gradient-sync',
  version: 1,
  question: '4.1',
  title: { en: 'Gradient synchronisation of DDP', zh: 'DDP 的梯度同步' },
  kind: 'implement',
  difficulty: 3,
  minutes: 35,
  concepts: ['DistributedDataParallel', 'all_reduce', 'broadcast', 'init_process_group', 'buffers', 'rank'],
  prerequisites: ['training-loop'],
  entryPoints: [
    {
      name: 'train_rank',
      kind: 'function',
      signature: 'train_rank(rank: number, world_size: number, job: Job): nn.Module',
    },
  ],
  limits: { timeLimitMs: 5000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'All ranks take the same step only if they stand at the same point and walk in the same direction. Which of the two is settled once, and which in every step? And what else does a model hold that is not a parameter?',
      zh: '只有起点相同、方向也相同，所有 rank 才会迈出同一步。这两件事，哪一件只需做一次，哪一件每一步都要做？模型里除了参数，还有什么？',
    },
    {
      en: '`dist.broadcast(t.detach(), 0)` overwrites `t` with the values of rank 0. For the gradients, lay them end to end in one vector, `dist.all_reduce` it between `backward()` and `step()`, divide by `world_size`, and copy each piece back into its `.grad`.',
      zh: '`dist.broadcast(t.detach(), 0)` 会用 rank 0 的值覆盖 `t`。至于梯度：在 `backward()` 和 `step()` 之间，把它们首尾相接拼成一个向量，做一次 `dist.all_reduce`，除以 `world_size`，再把每一段拷回各自的 `.grad`。',
    },
    {
      en: '`const grads = [...model.parameters()].flatMap((p) => p.grad ?? [])`, `const flat = torch.cat(grads.map((g) => g.flatten())).div(world_size)`, `dist.all_reduce(flat)`, then with `flat.split(grads.map((g) => g.numel()))` the i-th part: `grads[i].copy_(part.view_as(grads[i]))`. Buffers are broadcast at the top of the loop, before `model(x)`.',
      zh: '`const grads = [...model.parameters()].flatMap((p) => p.grad ?? [])`，`const flat = torch.cat(grads.map((g) => g.flatten())).div(world_size)`，`dist.all_reduce(flat)`，然后对 `flat.split(grads.map((g) => g.numel()))` 的第 i 段执行 `grads[i].copy_(part.view_as(grads[i]))`。buffer 在循环开头、`model(x)` 之前广播。',
    },
  ],
} as const satisfies Challenge;
