import torch, { type Generator, type Tensor, utils } from 'torch';

export type Sample = [x: Tensor, y: Tensor];
export type Transform = (value: Tensor) => Tensor;

const { Dataset, random_split } = utils.data;
type Samples = utils.data.Dataset<Sample>;

// Every dataset here is a length and a function of the index.
class Lazy extends Dataset<Sample> {
  readonly size: number;
  readonly read: (index: number) => Sample;
  constructor(size: number, read: (index: number) => Sample) {
    super();
    this.size = size;
    this.read = read;
  }
  override __len__() {
    return this.size;
  }
  override __getitem__(index: number) {
    return this.read(index);
  }
}

export class LabelledDataset extends Lazy {
  constructor(inputs: Tensor, targets: Tensor, options?: { transform?: Transform; target_transform?: Transform }) {
    const n = inputs.shape[0] ?? 0;
    if (n !== targets.shape[0]) throw new RangeError('inputs and targets differ in length');
    const of = (data: Tensor, index: number, transform?: Transform) => {
      const value = data.select(0, index).detach().clone();
      return transform === undefined ? value : transform(value);
    };
    super(n, (index) => {
      if (index >= n || index < -n) throw new RangeError(`${index} of ${n}`);
      return [of(inputs, index, options?.transform), of(targets, index, options?.target_transform)];
    });
  }
}

export const compose =
  ([first, ...rest]: readonly Transform[]): Transform =>
  (value) =>
    first ? compose(rest)(first(value)) : value;

export const normalize =
  (mean: Tensor, std: Tensor): Transform =>
  (x) => {
    const centred = torch.sub(x, mean);
    return torch.where(std.gt(0), centred.div(std), centred);
  };

export function prepare(
  dataset: Samples,
  { val_size, augment, generator }: { val_size: number; augment: Transform; generator: Generator },
) {
  const n = dataset.length;
  if (![...Array(n).keys()].includes(val_size)) throw new RangeError('val_size');
  const halves = random_split(dataset, [n - val_size, val_size], { generator });
  const [train, val] = halves;
  if (!train || !val) throw new Error('two halves were asked for');

  const inputs: Tensor[] = [];
  for (let i = 0; i < train.length; i++) inputs.push(train.at(i)[0].unsqueeze(0));
  const all = torch.cat(inputs);
  const mean = all.mean(0);
  const std = all.var(0, { unbiased: false }).sqrt();

  const scaled = normalize(mean, std);
  const wrap = (half: Samples, transforms: Transform[]) =>
    new Lazy(half.length, (index) => {
      const [x, y] = half.at(index);
      return [compose(transforms)(x.clone()), y];
    });
  return { train: wrap(train, [augment, scaled]), val: wrap(val, [scaled]), mean, std };
}
