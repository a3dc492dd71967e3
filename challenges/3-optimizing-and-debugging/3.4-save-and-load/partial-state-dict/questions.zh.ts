import type { QuestionSet } from '#challenges/questions.ts';

export default [
  {
    id: 'what-strict-allows',
    stage: 'concept',
    kind: 'multiple',
    prompt: '`model.load_state_dict(state, strict=False)` 遇到下面哪些情况不会报错？',
    options: [
      { text: '模型有、state 没有的键。', right: true, why: '作为 missing_keys 返回。' },
      { text: 'state 有、模型没有的键。', right: true, why: '作为 unexpected_keys 返回。' },
      {
        text: '两边都有的键，但张量形状不同。',
        right: false,
        why: '无论如何都会抛出 RuntimeError：strict 只管键。这样的项要事先去掉。',
      },
      { text: 'float32 的参数对应一个 float16 的张量。', right: true, why: '`copy_` 会转换。strict=True 时也一样。' },
    ],
  },
  {
    id: 'where-module-comes-from',
    stage: 'concept',
    kind: 'single',
    prompt: '为什么一个检查点的所有键都以 `module.` 开头？',
    options: [
      { text: '是 torch.save 加上去的。', right: false, why: '保存不会改变任何键。' },
      {
        text: '保存的是包装的 state：DataParallel 和 DDP 把模型放在名为 module 的属性里。',
        right: true,
        why: '保存 `model.module.state_dict()`，一开始就不会有这个问题。',
      },
      {
        text: '表示这些键属于 nn.Module，而不是优化器。',
        right: false,
        why: '模块的键以它自己的属性名开头。',
      },
      { text: '模型是在 GPU 上训练的。', right: false, why: '键里没有设备。单块 GPU 不需要包装。' },
    ],
  },
  {
    id: 'after-the-error',
    stage: 'deep-dive',
    kind: 'numeric',
    runIt: true,
    prompt:
      '`m = nn.Linear(2, 1)`，两个权重都是 0。`m.load_state_dict({ weight: torch.ones(1, 2), bias: torch.zeros(3) })` 抛出错误，异常被捕获。这时 `m.weight.sum()` 是多少？',
    answer: 2,
    tolerance: 0,
    why: '它一边复制一边收集问题，到最后才一起报告。所以权重已经加载了；捕获异常后继续往下走，手里就是半个模型。',
  },
  {
    id: 'silent-failure',
    stage: 'deep-dive',
    kind: 'single',
    prompt: '微调时用 `strict=False` 加载了一个 DDP 检查点，没有报错，可是验证一开始就和瞎猜一样。最可能的原因是什么？',
    options: [
      {
        text: '没有一个键对得上：全部缺少，也全部多余，而没有人看返回值。',
        right: true,
        why: '每个键前面都有 `module.`，什么都没加载，strict=False 又一声不吭。要检查加载的键是不是太少。',
      },
      { text: '没有加载优化器。', right: false, why: '第一次验证还用不到它。' },
      { text: '模型停留在训练模式。', right: false, why: '那只会损失一些准确率，不至于全部。' },
      { text: '检查点在另一个设备上。', right: false, why: '数值会跨设备复制，否则加载就会失败。' },
    ],
  },
  {
    id: 'three-places',
    stage: 'deep-dive',
    kind: 'numeric',
    prompt:
      '`DataParallel(model)` 用 `strict=False` 加载未包装模型的 state，共 62 个键。missing_keys 和 unexpected_keys 加起来有多少项？',
    answer: 124,
    tolerance: 0,
    why: '包装的键以 `module.` 开头，state 的键没有：62 个缺少，62 个多余。',
  },
  {
    id: 'strict-or-not',
    stage: 'trade-off',
    kind: 'short',
    prompt: '什么时候用 `strict=False` 加载？怎样避免它掩盖错误？',
    rubric: [
      { points: 1, says: '某些部分本来就应该不同：换了输出层，去掉或新增了某个部分。' },
      { points: 1, says: '其他时候用 strict：恢复训练和部署必须完全对上。' },
      { points: 1, says: '检查返回值：缺少和多余的键必须恰好是预期的那些，出现别的就报错。' },
    ],
    model:
      '恢复训练和部署时我用 strict，对不上就是错误。微调时我知道输出层会缺少，所以用 strict=False，并断言 missing_keys 恰好是新输出层的键，unexpected_keys 恰好是旧输出层的键。改名在加载之前显式完成，集中在一处并且有测试，同时把加载了多少个键写进日志。',
  },
] as const satisfies QuestionSet;
