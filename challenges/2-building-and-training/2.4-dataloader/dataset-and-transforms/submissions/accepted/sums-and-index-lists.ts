import torch, { type Generator, type Tensor, utils } from 'torch';

export type Sample = [x: Tensor, y: Tensor];
export type Transform = (value: Tensor) => Tensor;

export class LabelledDataset extends utils.data.Dataset<Sample> {
  // Slices with memory of their own, made once; each reader gets another copy.
  private rows: Sample[] = [];
  private options: { transform?: Transform; target_transform?: Transform };

  constructor(inputs: Tensor, targets: Tensor, options: { transform?: Transform; target_transform?: Transform } = {}) {
    super();
    this.options = options;
    const [xs, ys] = [[...inputs.clone()], [...targets.clone()]];
    if (xs.length !== ys.length) throw new Error(`${xs.length} is not ${ys.length}`);
    xs.forEach((x, i) => {
      const y = ys[i];
      if (y) this.rows.push([x, y]);
    });
  }

  override __len__(): number {
    return this.rows.length;
  }

  override __getitem__(index: number): Sample {
    const row = this.rows.at(index);
    if (row === undefined) throw new Error(`there is no sample ${index}`);
    const copy: Sample = [row[0].clone(), row[1].clone()];
    if (this.options.transform) copy[0] = this.options.transform(copy[0]);
    if (this.options.target_transform) copy[1] = this.options.target_transform(copy[1]);
    return copy;
  }
}

export function compose(transforms: readonly Transform[]): Transform {
  const steps = [...transforms];
  return (value) => {
    let result = value;
    for (const step of steps) result = step(result);
    return result;
  };
}

export function normalize(mean: Tensor, std: Tensor): Transform {
  const inverse = torch.ones_like(std).div(std.add(std.eq(0).to(std.dtype)));
  return (x) => x.sub(mean).mul(inverse);
}

class Part extends utils.data.Dataset<Sample> {
  private source: utils.data.Dataset<Sample>;
  private indices: number[];
  private transforms: Transform[];

  constructor(source: utils.data.Dataset<Sample>, indices: number[], transforms: Transform[]) {
    super();
    this.source = source;
    this.indices = indices;
    this.transforms = transforms;
  }

  override __len__(): number {
    return this.indices.length;
  }

  override __getitem__(index: number): Sample {
    const at = this.indices.at(index);
    if (at === undefined) throw new Error(`there is no sample ${index}`);
    const [x, y] = this.source.__getitem__(at);
    return [compose(this.transforms)(x.add(0)), y];
  }
}

export function prepare(
  dataset: utils.data.Dataset<Sample>,
  plan: { val_size: number; augment: Transform; generator: Generator },
) {
  const n = dataset.__len__();
  const kept = n - plan.val_size;
  if (plan.val_size % 1 !== 0 || kept < 1 || kept > n) throw new TypeError(`val_size ${plan.val_size}`);
  const order = Array.from(torch.randperm(n, { generator: plan.generator }), (i) => i.item());
  const [mine, theirs] = [order.slice(0, kept), order.slice(kept)];

  const xs = mine.map((i) => dataset.__getitem__(i)[0].double());
  const sum = (values: Tensor[]) => values.reduce((a, b) => a.add(b));
  const mean = sum(xs).div(kept);
  const std = sum(xs.map((x) => x.sub(mean).square()))
    .div(kept)
    .sqrt();

  const statistics = { mean: mean.float(), std: std.float() };
  const scale = normalize(statistics.mean, statistics.std);
  return {
    train: new Part(dataset, mine, [plan.augment, scale]),
    val: new Part(dataset, theirs, [scale]),
    ...statistics,
  };
}
