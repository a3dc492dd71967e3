import { Dataset } from '../../data/dataset.ts';
import { IndexError } from '../../device/device.ts';
import { encodeNetpbm, Image } from '../image.ts';
import { digits } from './digits.generated.ts';

const perImage = 65;
const count = digits.length / perImage;
/** The first four fifths are for training: other people wrote the last ones. */
const trained = 1437;

export interface DatasetOptions<Input, Target> {
  transform?: ((image: Image) => Input) | null;
  target_transform?: ((target: number) => Target) | null;
}

/**
 * 1797 handwritten digits of 8 × 8 grey pixels (UCI, 1998): 1437 for training, 360 for testing. A sample is an image and the digit;
 * with `transforms.ToTensor()` a tensor [1, 8, 8] of 0 to 1.
 */
export class Digits<Input = Image, Target = number> extends Dataset<[Input, Target]> {
  readonly train: boolean;
  readonly classes: readonly string[] = Array.from({ length: 10 }, (_, digit) => String(digit));
  readonly transform: ((image: Image) => Input) | null;
  readonly target_transform: ((target: number) => Target) | null;
  readonly #first: number;
  readonly #count: number;
  constructor({
    train = true,
    transform = null,
    target_transform = null,
  }: { train?: boolean } & DatasetOptions<Input, Target> = {}) {
    super();
    this.train = train;
    this.transform = transform;
    this.target_transform = target_transform;
    this.#first = train ? 0 : trained;
    this.#count = train ? trained : count - trained;
  }
  /** The digits, in order. */
  get targets(): number[] {
    return Array.from({ length: this.#count }, (_, i) => this.#target(i));
  }
  override __len__(): number {
    return this.#count;
  }
  override __getitem__(index: number): [Input, Target] {
    const image = this.#image(index);
    const target = this.#target(index);
    // Without a transform the image is the input, which is what Input is by default.
    return [
      this.transform ? this.transform(image) : (image as Input),
      this.target_transform ? this.target_transform(target) : (target as Target),
    ];
  }
  /** The images as PGM files, by a path of folders named after the digits: what an ImageFolder is made of. */
  files(): Record<string, Uint8Array> {
    return Object.fromEntries(
      Array.from({ length: this.#count }, (_, i) => [
        `${this.#target(i)}/${String(this.#first + i).padStart(4, '0')}.pgm`,
        encodeNetpbm(this.#image(i)),
      ]),
    );
  }
  #place(index: number): number {
    if (!Number.isInteger(index) || index < -this.#count || index >= this.#count)
      throw new IndexError(`index ${index} is out of range for ${this.#count} digits`);
    return (this.#first + (index < 0 ? index + this.#count : index)) * perImage;
  }
  #image(index: number): Image {
    const at = this.#place(index);
    const pixels = Uint8Array.from({ length: 64 }, (_, i) => Math.round(((digits.charCodeAt(at + i) - 97) * 255) / 16));
    return new Image(8, 8, 1, pixels);
  }
  #target(index: number): number {
    return Number(digits[this.#place(index) + 64]);
  }
}
