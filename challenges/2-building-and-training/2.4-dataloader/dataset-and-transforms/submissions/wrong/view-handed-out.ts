// mistake: view-handed-out
// en: The sample is a view of the data, so changes in place reach it.
// zh: 样本是数据的视图，原地修改会改到数据。
// fails: keeps-its-data
import torch, { type Generator, type Tensor, utils, ValueError } from 'torch';

export type Sample = [x: Tensor, y: Tensor];
export type Transform = (value: Tensor) => Tensor;

export class LabelledDataset extends utils.data.Dataset<Sample> {
  readonly #inputs: Tensor;
  readonly #targets: Tensor;
  readonly #transform: Transform;
  readonly #target_transform: Transform;

  constructor(
    inputs: Tensor,
    targets: Tensor,
    { transform = same, target_transform = same }: { transform?: Transform; target_transform?: Transform } = {},
  ) {
    super();
    if (inputs.size(0) !== targets.size(0))
      throw new ValueError(`${inputs.size(0)} inputs, but ${targets.size(0)} targets`);
    this.#inputs = inputs;
    this.#targets = targets;
    this.#transform = transform;
    this.#target_transform = target_transform;
  }

  override __len__(): number {
    return this.#inputs.size(0);
  }

  override __getitem__(index: number): Sample {
    const [x, y] = [this.#inputs.at(index), this.#targets.at(index)];
    return [this.#transform(x), this.#target_transform(y)];
  }
}

const same: Transform = (value) => value;

export function compose(transforms: readonly Transform[]): Transform {
  return (value) => transforms.reduce((result, transform) => transform(result), value);
}

export function normalize(mean: Tensor, std: Tensor): Transform {
  const scale = std.masked_fill(std.eq(0), 1);
  return (x) => x.sub(mean).div(scale);
}

/** Another dataset, with a transform of its own for the inputs. */
class Transformed extends utils.data.Dataset<Sample> {
  readonly #dataset: utils.data.Dataset<Sample>;
  readonly #transform: Transform;

  constructor(dataset: utils.data.Dataset<Sample>, transform: Transform) {
    super();
    this.#dataset = dataset;
    this.#transform = transform;
  }

  override __len__(): number {
    return this.#dataset.__len__();
  }

  override __getitem__(index: number): Sample {
    const [x, y] = this.#dataset.__getitem__(index);
    return [this.#transform(x.clone()), y];
  }
}

export interface Plan {
  val_size: number;
  augment: Transform;
  generator: Generator;
}

export interface Prepared {
  train: utils.data.Dataset<Sample>;
  val: utils.data.Dataset<Sample>;
  mean: Tensor;
  std: Tensor;
}

export function prepare(dataset: utils.data.Dataset<Sample>, { val_size, augment, generator }: Plan): Prepared {
  const n = dataset.__len__();
  if (!Number.isInteger(val_size) || val_size < 0 || val_size >= n)
    throw new ValueError(`val_size should be from 0 to ${n - 1}, but got ${val_size}`);

  const order: number[] = torch.randperm(n, { generator }).tolist();
  const train = new utils.data.Subset(dataset, order.slice(0, n - val_size));
  const val = new utils.data.Subset(dataset, order.slice(n - val_size));

  // What validation is normalized with must come from the training data alone.
  const x = torch.stack(Array.from({ length: train.__len__() }, (_, index) => train.__getitem__(index)[0]));
  const [mean, std] = [x.mean(0), x.std(0, { unbiased: false })];
  const normalized = normalize(mean, std);
  return {
    train: new Transformed(train, compose([augment, normalized])),
    val: new Transformed(val, normalized),
    mean,
    std,
  };
}
