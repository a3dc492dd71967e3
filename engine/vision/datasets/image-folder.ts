import { Dataset } from '../../data/dataset.ts';
import { IndexError } from '../../device/device.ts';
import { decodeNetpbm, type Image } from '../image.ts';
import type { DatasetOptions } from './digits.ts';

/** Python's FileNotFoundError. */
class FileNotFoundError extends Error {
  override name = 'FileNotFoundError';
}

/**
 * Images in folders named after their classes, as torchvision's: classes are numbered in the order of their names, samples come
 * class by class in the order of their paths. There is no disk here, so the files are given: `{ 'cat/001.pgm': bytes, … }`.
 * Reads PGM and PPM files; another `loader` may read others.
 */
export class ImageFolder<Input = Image, Target = number> extends Dataset<[Input, Target]> {
  readonly classes: readonly string[];
  readonly class_to_idx: Readonly<Record<string, number>>;
  /** Path and class of each sample. */
  readonly samples: readonly (readonly [path: string, target: number])[];
  readonly transform: ((image: Image) => Input) | null;
  readonly target_transform: ((target: number) => Target) | null;
  readonly #files: Readonly<Record<string, Uint8Array>>;
  readonly #loader: (bytes: Uint8Array) => Image;
  constructor(
    files: Readonly<Record<string, Uint8Array>>,
    {
      transform = null,
      target_transform = null,
      loader = decodeNetpbm,
    }: DatasetOptions<Input, Target> & { loader?: (bytes: Uint8Array) => Image } = {},
  ) {
    super();
    const paths = Object.keys(files).filter((path) => path.includes('/'));
    const classOf = (path: string): string => path.slice(0, path.indexOf('/'));
    this.classes = [...new Set(paths.map(classOf))].toSorted();
    if (this.classes.length === 0) throw new FileNotFoundError("Couldn't find any class folder in the given files.");
    this.class_to_idx = Object.fromEntries(this.classes.map((name, i) => [name, i]));
    this.samples = this.classes.flatMap((name, target) =>
      paths
        .filter((path) => classOf(path) === name)
        .toSorted()
        .map((path) => [path, target] as const),
    );
    this.transform = transform;
    this.target_transform = target_transform;
    this.#files = files;
    this.#loader = loader;
  }
  get targets(): number[] {
    return this.samples.map(([, target]) => target);
  }
  override __len__(): number {
    return this.samples.length;
  }
  override __getitem__(index: number): [Input, Target] {
    const [path, target] = this.samples.at(index) ?? [];
    const bytes = path === undefined ? undefined : this.#files[path];
    if (bytes === undefined || target === undefined)
      throw new IndexError(`index ${index} is out of range for ${this.samples.length} images`);
    const image = this.#loader(bytes);
    return [
      this.transform ? this.transform(image) : (image as Input),
      this.target_transform ? this.target_transform(target) : (target as Target),
    ];
  }
}
