import type { Challenge } from '#challenges/challenge.ts';

export default {
  id: 'partial-state-dict',
  version: 1,
  question: '3.4',
  title: { en: 'Loading what fits', zh: '能加载多少就加载多少' },
  kind: 'implement',
  difficulty: 2,
  minutes: 30,
  concepts: [
    'state_dict',
    'load_state_dict',
    'strict',
    'missing_keys',
    'unexpected_keys',
    'DataParallel',
    'fine-tuning',
  ],
  prerequisites: [],
  entryPoints: [
    {
      name: 'load_partial',
      kind: 'function',
      signature: 'load_partial(model: nn.Module, state: State, options?: Options): Report',
    },
  ],
  limits: { timeLimitMs: 3000, memoryMibMax: 256 },
  tolerance: { rtol: 0, atol: 0 },
  hints: [
    {
      en: 'Decide everything about keys before you touch a single value. What do you have to remember of a key of the state, once it has got another name?',
      zh: '在碰任何一个数值之前，先把键的事情全部定下来。state 里的一个键改名之后，还要记住它的什么？',
    },
    {
      en: 'Two maps from the comparable name to the original key, one for the state and one for the model. For the wrapper ask `every`, not one key at a time; for old names compare with `old` and `old + "."`. Shapes are compared here: `load_state_dict` throws at another shape even with `strict: false`, and by then it has loaded the rest.',
      zh: '用两张表，从“可比较的名字”映射到原来的键，state 一张，模型一张。判断包装要用 `every`，不能一个键一个键地看；旧名要与 `old` 和 `old + "."` 比较。形状在这里就要比较：即使 `strict: false`，`load_state_dict` 遇到形状不同也会抛出错误，而那时其余的已经加载了。',
    },
    {
      en: 'Walk over the keys of the model: no entry, missing; another shape, mismatched; else `fitting[key] = value`. What is left of the state is unexpected. Throw if `strict` and something is listed, and only then `model.load_state_dict({ ...model.state_dict(), ...fitting })`, which copies in place.',
      zh: '遍历模型的键：没有对应项就是 missing，形状不同就是 mismatched，否则 `fitting[key] = value`。state 里剩下的就是 unexpected。如果 `strict` 且列表不空就抛出错误，最后才执行 `model.load_state_dict({ ...model.state_dict(), ...fitting })`，它会原地复制。',
    },
  ],
} as const satisfies Challenge;
