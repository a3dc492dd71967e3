// What quantization is for, on handwritten digits: a file a quarter of the size, and the same answers.
import { describe, expect, test } from 'vitest';
import torch, { nn, no_grad, optim, type Tensor } from '../index.ts';

const { vision } = torch;
const Q = torch.ao.quantization;
function load(train: boolean): [images: Tensor, digits: Tensor] {
  const set = new vision.datasets.Digits({ train, transform: new vision.transforms.ToTensor() });
  const all = Array.from({ length: set.__len__() }, (_, i) => set.__getitem__(i));
  return [torch.stack(all.map(([image]) => image)), torch.tensor(set.targets)];
}
const [images, digits] = load(true);
const [unseen, answers] = load(false);

class Classifier extends nn.Module {
  quant = new Q.QuantStub();
  conv = new nn.Conv2d(1, 32, 3, { padding: 1 });
  bn = new nn.BatchNorm2d(32);
  relu = new nn.ReLU();
  pool = new nn.MaxPool2d(2);
  fc1 = new nn.Linear(512, 160);
  relu1 = new nn.ReLU();
  fc2 = new nn.Linear(160, 10);
  dequant = new Q.DeQuantStub();
  forward(input: Tensor): Tensor {
    const x = this.pool(this.relu(this.bn(this.conv(this.quant(input)))));
    return this.dequant(this.fc2(this.relu1(this.fc1(torch.flatten(x, 1)))));
  }
}
const layers = [
  ['conv', 'bn', 'relu'],
  ['fc1', 'relu1'],
];
function train(model: Classifier, steps: number, lr: number): void {
  const optimizer = new optim.Adam(model.parameters(), { lr });
  for (let step = 0; step < steps; step++) {
    const batch = torch.randint(0, images.shape[0] ?? 0, [64]);
    optimizer.zero_grad();
    nn.functional.cross_entropy(model(images.index_select(0, batch)), digits.index_select(0, batch)).backward();
    optimizer.step();
  }
}
/** Right answers in a hundred. */
const accuracy = (model: (x: Tensor) => Tensor): number =>
  no_grad(() => Number(model(unseen).argmax(1).eq(answers).float().mean().item()) * 100);
const bytes = (model: nn.Module): number => torch.save(model.state_dict()).length;

describe('a digits classifier', () => {
  torch.manual_seed(0);
  const model = new Classifier();
  train(model, 200, 2e-3);
  model.eval();
  const before = accuracy(model);
  test('learns', () => expect(before).toBeGreaterThan(92));
  test.each(['fbgemm', 'qnnpack'])(
    'keeps its accuracy within one point after static quantization for %s, in a file 3.5 times smaller',
    (backend) => {
      const fused = Q.fuse_modules(model, layers);
      fused.qconfig = Q.get_default_qconfig(backend);
      const prepared = Q.prepare(fused);
      no_grad(() => prepared(images.narrow(0, 0, 256)));
      const quantized = Q.convert(prepared);
      expect(Math.abs(accuracy(quantized) - before)).toBeLessThanOrEqual(1);
      expect(bytes(model) / bytes(quantized)).toBeGreaterThanOrEqual(3.5);
    },
  );
  test('keeps it after dynamic quantization of its linear layers', () => {
    const quantized = Q.quantize_dynamic(model, new Set([nn.Linear]));
    expect(Math.abs(accuracy(quantized) - before)).toBeLessThanOrEqual(1);
    expect(bytes(model) / bytes(quantized)).toBeGreaterThanOrEqual(3.5);
  });
  test('keeps it when it trains on with fake quantization', () => {
    const fused = Q.fuse_modules_qat(model.train(), layers);
    fused.qconfig = Q.get_default_qat_qconfig('fbgemm');
    const prepared = Q.prepare_qat(fused);
    train(prepared, 20, 5e-4);
    const quantized = Q.convert(prepared.eval());
    model.eval();
    expect(accuracy(quantized)).toBeGreaterThanOrEqual(before - 1);
  });
  test('keeps it after half of its weights were pruned and it trained on', () => {
    const { prune } = nn.utils;
    const pruned = new Classifier();
    pruned.load_state_dict(model.state_dict());
    const weights = [pruned.conv, pruned.fc1, pruned.fc2].map((layer): [nn.Module, string] => [layer, 'weight']);
    prune.global_unstructured(weights, prune.L1Unstructured, { amount: 0.5 });
    train(pruned.train(), 60, 5e-4);
    for (const [layer, name] of weights) prune.remove(layer, name);
    pruned.eval();
    const all = torch.cat([pruned.conv, pruned.fc1, pruned.fc2].map(({ weight }) => weight.detach().flatten()));
    expect(all.eq(0).float().mean().item()).toBeCloseTo(0.5, 3);
    expect(accuracy(pruned)).toBeGreaterThanOrEqual(before - 1);
  });
});
