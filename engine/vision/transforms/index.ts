// `torch.vision.transforms`: torchvision's transforms of tensor images [.., C, H, W], with its random draws. ToTensor makes such a
// tensor of an Image. A transform is called like a function: `transform(image)`.
import { torch } from '../../core.ts';
import { ValueError } from '../../device/device.ts';
import { bindArguments, float, needed, repr } from '../../nn/arguments.ts';
import { Module } from '../../nn/module.ts';
import type { Tensor } from '../../tensor.ts';
import type { Image } from '../image.ts';
import * as functional from './functional.ts';

export { functional };
/** As Python prints a list. */
const list = (values: readonly unknown[]): string => `[${values.join(', ')}]`;
const shown = (size: functional.Size | null): string =>
  typeof size === 'object' && size !== null ? list(size) : repr(size);
type Transform = (value: never) => unknown;

/** One transform after the other. */
export class Compose extends Module {
  readonly transforms: readonly Transform[];
  constructor(transforms: readonly (Transform | Module)[]) {
    super();
    this.transforms = transforms as readonly Transform[]; // a Module is called like a function
  }
  forward(img: Image | Tensor): Tensor {
    return this.transforms.reduce<unknown>((value, t) => Reflect.apply(t, undefined, [value]), img) as Tensor; // the last one's result
  }
  override toString(): string {
    return `Compose(\n${this.transforms.map((t) => `    ${String(t)}\n`).join('')})`;
  }
}
/** An image of bytes → float32 [C, H, W] of 0 to 1. */
export class ToTensor extends Module {
  forward(pic: Image): Tensor {
    return functional.to_tensor(pic);
  }
}
/** A tensor image → an image of bytes. */
export class ToPILImage extends Module {
  forward(pic: Tensor): Image {
    return functional.to_pil_image(pic);
  }
}
/** (img − mean) / std for each channel. */
export class Normalize extends Module {
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly inplace: boolean;
  constructor(mean: readonly number[], std: readonly number[], inplace: boolean | { inplace?: boolean } = false) {
    super();
    this.mean = mean;
    this.std = std;
    this.inplace = typeof inplace === 'boolean' ? inplace : (inplace.inplace ?? false);
  }
  forward(img: Tensor): Tensor {
    return functional.normalize(img, this.mean, this.std, this.inplace);
  }
  override toString(): string {
    return `Normalize(mean=${list(this.mean.map(float))}, std=${list(this.std.map(float))})`;
  }
}
interface ResizeOptions {
  interpolation?: string;
  max_size?: number | null;
  antialias?: boolean | null;
}
/** To a size, or the smaller edge to a number. */
export class Resize extends Module {
  readonly size: functional.Size;
  readonly interpolation: string;
  readonly max_size: number | null;
  constructor(size: functional.Size, options?: ResizeOptions | string);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('Resize', args, {
      size: needed<functional.Size>(),
      interpolation: 'bilinear',
      max_size: null as number | null,
      antialias: null as boolean | null,
    });
    if (o.antialias) throw new ValueError('Resize: antialias is not offered');
    this.size = o.size;
    this.interpolation = o.interpolation;
    this.max_size = o.max_size;
  }
  forward(img: Tensor): Tensor {
    return functional.resize(img, this.size, this.interpolation, this.max_size);
  }
  override toString(): string {
    return `Resize(size=${shown(this.size)}, interpolation=${this.interpolation}, max_size=${repr(this.max_size)}, antialias=None)`;
  }
}
/** The middle of the image. */
export class CenterCrop extends Module {
  readonly size: readonly number[];
  readonly #given: functional.Size;
  constructor(size: functional.Size) {
    super();
    this.#given = size;
    this.size = functional.pair(size);
  }
  forward(img: Tensor): Tensor {
    return functional.center_crop(img, this.size);
  }
  override toString(): string {
    return `CenterCrop(size=${typeof this.#given === 'number' ? repr([...this.size]) : list(this.size)})`;
  }
}
interface CropOptions {
  padding?: functional.Size | null;
  pad_if_needed?: boolean;
  fill?: number;
  padding_mode?: string;
}
/** A part of that size, drawn anew each time. */
export class RandomCrop extends Module {
  readonly size: readonly [number, number];
  readonly padding: functional.Size | null;
  readonly pad_if_needed: boolean;
  readonly fill: number;
  readonly padding_mode: string;
  constructor(size: functional.Size, options?: functional.Size | null | CropOptions);
  constructor(...args: unknown[]) {
    super();
    const o = bindArguments('RandomCrop', args, {
      size: needed<functional.Size>(),
      padding: null as functional.Size | null,
      pad_if_needed: false,
      fill: 0,
      padding_mode: 'constant',
    });
    this.size = functional.pair(o.size);
    this.padding = o.padding;
    this.pad_if_needed = o.pad_if_needed;
    this.fill = o.fill;
    this.padding_mode = o.padding_mode;
  }
  forward(img: Tensor): Tensor {
    const [th, tw] = this.size;
    const around = (image: Tensor, padding: functional.Size): Tensor =>
      functional.pad(image, padding, this.fill, this.padding_mode);
    let image = this.padding === null ? img : around(img, this.padding);
    let [h, w] = functional.sizeOf(image);
    if (this.pad_if_needed && w < tw) image = around(image, [tw - w, 0]);
    if (this.pad_if_needed && h < th) image = around(image, [0, th - h]);
    [h, w] = functional.sizeOf(image);
    if (h < th || w < tw)
      throw new ValueError(`Required crop size (${th}, ${tw}) is larger than input image size (${h}, ${w})`);
    if (h === th && w === tw) return image;
    const top = Number(torch.randint(0, h - th + 1, [1]).item());
    const left = Number(torch.randint(0, w - tw + 1, [1]).item());
    return functional.crop(image, top, left, th, tw);
  }
  override toString(): string {
    return `RandomCrop(size=${repr([...this.size])}, padding=${shown(this.padding)})`;
  }
}
abstract class RandomFlip extends Module {
  readonly p: number;
  constructor(p: number | { p?: number } = 0.5) {
    super();
    this.p = typeof p === 'number' ? p : (p.p ?? 0.5);
  }
  /** @internal */
  abstract _flip(img: Tensor): Tensor;
  forward(img: Tensor): Tensor {
    return Number(torch.rand(1).item()) < this.p ? this._flip(img) : img;
  }
  override toString(): string {
    return `${this._get_name()}(p=${float(this.p)})`;
  }
}
/** Left and right exchanged, with probability p. */
export class RandomHorizontalFlip extends RandomFlip {
  override _flip(img: Tensor): Tensor {
    return functional.hflip(img);
  }
}
/** Top and bottom exchanged, with probability p. */
export class RandomVerticalFlip extends RandomFlip {
  override _flip(img: Tensor): Tensor {
    return functional.vflip(img);
  }
}
/** By an angle from −degrees to degrees (or from the first to the second), drawn anew each time. */
export class RandomRotation extends Module {
  readonly degrees: readonly [number, number];
  readonly interpolation: string;
  readonly fill: number;
  constructor(
    degrees: number | readonly [number, number],
    { interpolation = 'nearest', fill = 0 }: { interpolation?: string; fill?: number } = {},
  ) {
    super();
    if (typeof degrees === 'number' && degrees < 0)
      throw new ValueError('If degrees is a single number, it must be positive.');
    this.degrees = typeof degrees === 'number' ? [-degrees, degrees] : degrees;
    this.interpolation = interpolation;
    this.fill = fill;
  }
  forward(img: Tensor): Tensor {
    const angle = Number(
      torch
        .empty(1)
        .uniform_(...this.degrees)
        .item(),
    );
    return functional.rotate(img, angle, this.interpolation, this.fill);
  }
  override toString(): string {
    return `RandomRotation(degrees=[${this.degrees.map(float).join(', ')}], interpolation=${this.interpolation}, expand=False, fill=${this.fill})`;
  }
}
/** Any function as a transform. */
export class Lambda extends Module {
  readonly lambd: Transform;
  constructor(lambd: Transform) {
    super();
    this.lambd = lambd;
  }
  forward(img: unknown): unknown {
    return Reflect.apply(this.lambd, undefined, [img]);
  }
  override toString(): string {
    return 'Lambda()';
  }
}
