import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'data-parallel-by-hand',
  version: 1,
  question: '3.5',
  title: { en: 'DataParallel by hand', zh: '手写 DataParallel' },
  kind: 'implement',
  difficulty: 3,
  minutes: 35,
  concepts: ['DataParallel', 'scatter', 'replicate', 'parallel_apply', 'gather', 'chunk', 'functional_call', 'buffers'],
  prerequisites: ['module-from-scratch'],
  entryPoints: [
    {
      name: 'DataParallel',
      kind: 'class',
      signature:
        'class DataParallel extends nn.Module { constructor(module: nn.Module, device_ids: number[], copy_to: CopyTo); forward(...inputs: Tensor[]): Tensor }',
    },
  ],
  limits: { timeLimitMs: 5000, memoryMibMax: 256 },
  tolerance: { rtol: 1e-4, atol: 1e-5 },
  hints: [
    {
      en: 'A replica is the same network with other tensors in the places of its parameters and buffers. How can the copies stay in the graph, so that backward leads from each of them to the one parameter? Compare `p`, `p.detach()` and an entry of `state_dict()`.',
      zh: '副本就是同一个网络，只是参数和 buffer 的位置上换成了别的张量。怎样让这些拷贝留在计算图里，使反向传播能从每份拷贝回到唯一的那个参数？比较一下 `p`、`p.detach()` 和 `state_dict()` 里的条目。',
    },
    {
      en: '`nn.utils.stateless.functional_call(module, tensors, inputs)` runs a module with the tensors of a record `{ "0.weight": … }` in place of its own. The pieces come from `x.chunk(device_ids.length)`, which may give fewer than you ask for. The first device needs no replica at all.',
      zh: '`nn.utils.stateless.functional_call(module, tensors, inputs)` 会用记录 `{ "0.weight": … }` 里的张量代替模块自己的张量来运行。各个分块来自 `x.chunk(device_ids.length)`，块数可能比要求的少。第一个设备根本不需要副本。',
    },
    {
      en: 'For each further device: `Object.fromEntries([...module.named_parameters(), ...module.named_buffers()].map(([name, t]) => [name, copy_to(t, device)]))`, the pieces through `copy_to` as well, `functional_call`, and `copy_to(output, device_ids[0])`. At the end `torch.cat(outputs)`, or `torch.stack(outputs)` when they are 0-d.',
      zh: '对其余每个设备：`Object.fromEntries([...module.named_parameters(), ...module.named_buffers()].map(([name, t]) => [name, copy_to(t, device)]))`，分块同样经过 `copy_to`，然后 `functional_call`，再 `copy_to(output, device_ids[0])`。最后 `torch.cat(outputs)`；如果输出是 0 维的，就用 `torch.stack(outputs)`。',
    },
  ],
} as const satisfies Challenge;
