// Result dtypes under torch.autocast('cpu') and a training run in it, beside real PyTorch's (make-autocast.py).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';

interface Golden {
  version: string;
  calls: {
    name: string;
    shapes: number[][] | null;
    more: (number | number[])[];
    float32: string | null;
    bfloat16: string | null;
    mixed: string | null;
  }[];
  training: { losses: number[]; dtypes: string[] };
}
const golden: Golden = JSON.parse(readFileSync(new URL('autocast.json', import.meta.url), 'utf8'));

const resolve = (name: string): ((...args: unknown[]) => Tensor) => {
  let found: unknown = torch;
  for (const part of name.replace(/^torch\./, '').split('.')) found = Reflect.get(found as object, part);
  return found as (...args: unknown[]) => Tensor;
};
const { float32, bfloat16 } = torch;
const kinds = { float32: [float32, float32], bfloat16: [bfloat16, bfloat16], mixed: [bfloat16, float32] } as const;

describe('result dtypes', () => {
  // PyTorch 1.13 refuses some calls in bfloat16 for want of a kernel; there is nothing to compare then.
  const cases = golden.calls.flatMap((call) =>
    (['float32', 'bfloat16', 'mixed'] as const).flatMap((kind) =>
      call[kind] === null ? [] : [[call.name, kind, call] as const],
    ),
  );
  test.each(cases)('%s of %s', (name, kind, { shapes, more, [kind]: expected }) => {
    const given = (shapes ?? [[3], [3]]).map((shape, i) => torch.rand(...shape).to(kinds[kind][i % 2] ?? float32));
    const args = shapes === null ? [given] : given;
    const result = torch.autocast('cpu', { dtype: bfloat16 }, () => resolve(name)(...args, ...more));
    expect(String(result.dtype)).toBe(expected);
  });
});

test('a training run: the same dtypes, losses within what bfloat16 can tell', () => {
  torch.manual_seed(0);
  const first = new nn.Linear(8, 32);
  const model = new nn.Sequential(first, new nn.Tanh(), new nn.Linear(32, 3));
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
  const [x, y] = [torch.randn(64, 8), torch.randint(0, 3, [64])];
  let dtypes: string[] = [];
  for (const expected of golden.training.losses) {
    optimizer.zero_grad();
    const [output, loss] = torch.autocast('cpu', { dtype: bfloat16 }, () => {
      const scores = model(x) as Tensor;
      return [scores, nn.functional.cross_entropy(scores.float(), y)] as const;
    });
    loss.backward();
    optimizer.step();
    expect(Math.abs(loss.item() - expected)).toBeLessThan(4e-3 * expected);
    dtypes = [output, loss, first.weight.grad].map((t) => String(t?.dtype));
  }
  expect(dtypes).toEqual(golden.training.dtypes);
});
