// What the checkpoint that real PyTorch has read holds: one value for the writer and for the test.
import torch, { nn, optim } from '#engine/index.ts';

export const dtypeNames = [
  'float32',
  'float64',
  'float16',
  'bfloat16',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint8',
  'bool',
] as const;

/** The same bytes every time: nothing in it depends on the clock. */
export function checkpoints(): { readonly whole: Uint8Array; readonly weights: Uint8Array } {
  torch.manual_seed(0);
  const model = new nn.Sequential(new nn.Linear(3, 4), new nn.ReLU(), new nn.Linear(4, 2));
  const optimizer = new optim.Adam(model.parameters());
  const loss = model(torch.ones(2, 3)).sum();
  loss.backward();
  optimizer.step();
  const base = torch.arange(6).to(torch.float32).view(2, 3);
  const whole = torch.save({
    base,
    turned: base.t(),
    dtypes: Object.fromEntries(dtypeNames.map((name) => [name, torch.tensor([0, 1, 100]).to(torch[name])])),
    plain: { none: null, yes: true, n: -(2 ** 40), x: 0.1, s: 'é漢😀', list: [1, [2.5, 'a']] },
    model: model.state_dict(),
    optimizer: optimizer.state_dict(),
  });
  return { whole, weights: torch.save(model.state_dict()) };
}
