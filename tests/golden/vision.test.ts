// Transforms and ResNets beside torchvision's (make-vision.py); the shipped weights give torchvision's ResNet the same scores.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import torch, { type Module, type Tensor } from '#engine/index.ts';

const { datasets, models, transforms, Image } = torch.vision;

interface Golden {
  transforms: {
    name: string;
    args: unknown[];
    repr: string;
    results: Partial<Record<'float' | 'uint8', { shape: number[]; values: number[] }[]>>;
  }[];
  resnet18: { state: Record<string, number[]>; sums: Record<string, number>; output: number[] };
  resnet34: Record<string, number[]>;
  digits: { accuracy: number; scores: number[][] };
}
const golden: Golden = JSON.parse(readFileSync(new URL('vision.json', import.meta.url), 'utf8'));

function images(): Record<string, Tensor> {
  torch.manual_seed(0);
  return { float: torch.rand(3, 7, 9), uint8: torch.randint(0, 256, [3, 8, 6], { dtype: torch.uint8 }) };
}
const flat = (t: Tensor): number[] => t.reshape(-1).tolist() as number[];
const shapesOf = (model: Module): Record<string, readonly number[]> =>
  Object.fromEntries(Object.entries(model.state_dict()).map(([k, v]) => [k, v.shape]));

describe('transforms', () => {
  test.each(golden.transforms.map((t) => [t.repr, t] as const))('%s', (repr, { name, args, results }) => {
    const transform: (image: Tensor) => Tensor = Reflect.construct(
      Reflect.get(transforms, name) as new () => Module,
      args,
    ) as never;
    expect(String(transform)).toBe(repr);
    for (const [kind, image] of Object.entries(images())) {
      torch.manual_seed(3);
      for (const want of results[kind as 'float' | 'uint8'] ?? []) {
        const got = transform(image);
        expect([...got.shape]).toEqual(want.shape);
        expect(got.dtype).toBe(image.dtype);
        const worst = Math.max(...flat(got).map((v, i) => Math.abs(v - (want.values[i] ?? Number.NaN))));
        // Bytes are rounded from float32, where a half may fall on either side.
        expect(worst).toBeLessThan(kind === 'float' ? 2e-6 : name === 'Resize' ? 1.5 : 0.5);
      }
    }
  });
  test('ToTensor and ToPILImage go there and back; Compose chains, and prints its parts', () => {
    const image = new Image(
      2,
      2,
      3,
      Uint8Array.from({ length: 12 }, (_, i) => i * 20),
    );
    const t = new transforms.ToTensor()(image);
    expect([t.shape, t.dtype.name, t.at(1, 0, 1).item()]).toEqual([[3, 2, 2], 'float32', Math.fround(80 / 255)]);
    expect(new transforms.ToPILImage()(t).data).toEqual(image.data);
    const compose = new transforms.Compose([
      new transforms.ToTensor(),
      new transforms.Normalize([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]),
    ]);
    expect((compose(image) as Tensor).min().item()).toBe(-1);
    expect(String(compose)).toBe(
      'Compose(\n    ToTensor()\n    Normalize(mean=[0.5, 0.5, 0.5], std=[0.5, 0.5, 0.5])\n)',
    );
  });
  test('an image where a tensor is needed is refused with what to do', () => {
    const image = new Image(1, 1, 1, new Uint8Array(1));
    expect(() => new transforms.CenterCrop(1)(image as never)).toThrow('put ToTensor() before this transform');
    expect(() => new transforms.ToTensor()(torch.ones(1) as never)).toThrow('pic should be an Image. Got a tensor');
    expect(() => new transforms.RandomCrop(9)(torch.ones(1, 8, 8))).toThrow(
      'Required crop size (9, 9) is larger than input image size (8, 8)',
    );
  });
});

describe('models', () => {
  test('resnet18 has torchvision’s names, initial weights and output', () => {
    torch.manual_seed(0);
    const model = models.resnet18({ num_classes: 5 });
    expect(shapesOf(model)).toEqual(golden.resnet18.state);
    for (const [name, sum] of Object.entries(golden.resnet18.sums))
      expect(Math.abs(Number(model.state_dict()[name]?.double().sum().item()) - sum), name).toBeLessThan(1e-3);
    const x = torch.randn(1, 3, 40, 32);
    model.eval();
    const output = flat(torch.no_grad(() => model(x) as Tensor));
    golden.resnet18.output.forEach((v, i) => expect(Math.abs((output[i] ?? Number.NaN) - v)).toBeLessThan(1e-4));
  });
  test('resnet34 has torchvision’s names; weights of ImageNet are refused', () => {
    expect(shapesOf(models.resnet34())).toEqual(golden.resnet34);
    expect(() => models.resnet18({ pretrained: true })).toThrow('digits_resnet({ pretrained: true })');
  });
  test('the shipped weights: the scores and the accuracy that PyTorch finds with them', () => {
    const model = models.digits_resnet({ pretrained: true });
    model.eval();
    const toTensor = new transforms.ToTensor();
    const test = new datasets.Digits({ train: false, transform: (image) => toTensor(image) });
    const samples = Array.from({ length: test.length }, (_, i) => test.at(i));
    const scores = torch.no_grad(() => model(torch.stack(samples.map(([x]) => x))) as Tensor);
    golden.digits.scores.forEach((row, i) =>
      flat(scores.at(i)).forEach((v, k) => expect(Math.abs(v - (row[k] ?? Number.NaN))).toBeLessThan(1e-4)),
    );
    const right = Number(
      scores
        .argmax(1)
        .eq(torch.tensor(samples.map(([, y]) => y)))
        .float()
        .mean()
        .item(),
    );
    expect(right).toBeCloseTo(golden.digits.accuracy, 6);
    expect(right).toBeGreaterThan(0.96);
  });
  test('LeNet and MLP', () => {
    expect((new models.LeNet()(torch.zeros(2, 1, 32, 32)) as Tensor).shape).toEqual([2, 10]);
    expect((new models.MLP(4, [8, 3])(torch.zeros(2, 4)) as Tensor).shape).toEqual([2, 3]);
  });
});

describe('datasets', () => {
  test('digits: sizes, classes, an ImageFolder made of them', () => {
    const [train, held] = [new datasets.Digits(), new datasets.Digits({ train: false })];
    expect([train.length, held.length]).toEqual([1437, 360]);
    expect(train.targets.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const folder = new datasets.ImageFolder(held.files());
    expect([folder.length, folder.classes, folder.class_to_idx['7']]).toEqual([360, train.classes, 7]);
    expect(folder.targets).toEqual(held.targets.toSorted((a, b) => a - b));
    const first = folder.samples[0]?.[0] ?? '';
    expect(folder.at(0)[0].data).toEqual(held.at(Number(first.slice(2, 6)) - 1437)[0].data);
    expect(() => train.at(1437)).toThrow('index 1437 is out of range for 1437 digits');
    expect(() => new datasets.ImageFolder({ 'readme.txt': new Uint8Array() })).toThrow(
      "Couldn't find any class folder",
    );
    expect(() => new datasets.ImageFolder({ 'a/b.png': Uint8Array.of(137, 80) }).at(0)).toThrow(
      'not a PGM or PPM file',
    );
  });
  test('iris: 50 of each species, features as they were measured', () => {
    const iris = new datasets.Iris();
    const species = Array.from({ length: iris.length }, (_, i) => iris.at(i)[1]);
    expect([0, 1, 2].map((s) => species.filter((x) => x === s).length)).toEqual([50, 50, 50]);
    expect(
      iris
        .at(0)[0]
        .tolist()
        .map((v: unknown) => Math.round(Number(v) * 10)),
    ).toEqual([51, 35, 14, 2]);
  });
});
