import { type Generator, type Tensor, utils } from 'torch';

export type Sample = [x: Tensor, y: Tensor];
export type Transform = (value: Tensor) => Tensor;

export class LabelledDataset extends utils.data.Dataset<Sample> {
  constructor(inputs: Tensor, targets: Tensor, options: { transform?: Transform; target_transform?: Transform } = {}) {
    super();
  }

  override __len__(): number {
    throw new Error('__len__ is not written yet');
  }

  override __getitem__(index: number): Sample {
    throw new Error('__getitem__ is not written yet');
  }
}

export function compose(transforms: readonly Transform[]): Transform {
  return () => {
    throw new Error('compose is not written yet');
  };
}

export function normalize(mean: Tensor, std: Tensor): Transform {
  return () => {
    throw new Error('normalize is not written yet');
  };
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

export function prepare(dataset: utils.data.Dataset<Sample>, plan: Plan): Prepared | undefined {
  return undefined;
}
