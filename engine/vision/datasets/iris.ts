import { Dataset } from '../../data/dataset.ts';
import { IndexError } from '../../device/device.ts';
import { fromValues, type Tensor } from '../../tensor.ts';
import { iris } from './iris.generated.ts';

const rows = iris.split(';').map((row) => row.split(',').map(Number));

/**
 * Fisher's 150 irises: a sample is [sepal length, sepal width, petal length, petal width] in cm, a float32 tensor [4], and the species
 * (0 setosa, 1 versicolor, 2 virginica). Sorted by species: shuffle before you split.
 */
export class Iris extends Dataset<[features: Tensor, species: number]> {
  readonly classes = ['setosa', 'versicolor', 'virginica'] as const;
  readonly feature_names = ['sepal length', 'sepal width', 'petal length', 'petal width'] as const;
  override __len__(): number {
    return rows.length;
  }
  override __getitem__(index: number): [Tensor, number] {
    const row = rows.at(index);
    if (!row || index < -rows.length) throw new IndexError(`index ${index} is out of range for ${rows.length} irises`);
    return [fromValues(row.slice(0, 4), [4]), row[4] ?? 0];
  }
}
