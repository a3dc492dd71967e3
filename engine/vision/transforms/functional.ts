import { no_grad } from '../../autograd/modes.ts';
import { functional as F, torch } from '../../core.ts';
import { RuntimeError, ValueError } from '../../device/device.ts';
import { float32, uint8 } from '../../dtype.ts';
import { fromValues, isTensor, type Tensor, valuesOf } from '../../tensor.ts';
import { Image } from '../image.ts';

export type Size = number | readonly number[];

/** [.., H, W]: the last two sizes. */
export function sizeOf(img: Tensor): [height: number, width: number] {
  if (!isTensor(img))
    throw new TypeError(`a tensor image is needed, not ${String(img)}: put ToTensor() before this transform`);
  if (img.shape.length < 2) throw new TypeError('Tensor is not a torch image.');
  return [img.shape.at(-2) ?? 0, img.shape.at(-1) ?? 0];
}

/** An image of bytes → float32 [C, H, W] of 0 to 1. */
export function to_tensor(pic: Image): Tensor {
  if (!(pic instanceof Image))
    throw new TypeError(`pic should be an Image. Got ${isTensor(pic) ? 'a tensor' : typeof pic}`);
  const { width, height, channels, data } = pic;
  return fromValues(data, [height, width, channels], uint8).permute([2, 0, 1]).contiguous().to(float32).div(255);
}
/** float [C, H, W] of 0 to 1, or bytes → an image of bytes. */
export function to_pil_image(pic: Tensor): Image {
  const [height, width] = sizeOf(pic);
  const bytes = pic.dtype.is_floating_point ? pic.mul(255).to(uint8) : pic.to(uint8);
  const channels = pic.shape.length === 2 ? 1 : (pic.shape[0] ?? 1);
  const rows = bytes.reshape([channels, height, width]).permute([1, 2, 0]).contiguous();
  return new Image(width, height, channels, Uint8Array.from(valuesOf(rows)));
}
/** (img − mean) / std for each channel. */
export function normalize(img: Tensor, mean: readonly number[], std: readonly number[], inplace = false): Tensor {
  sizeOf(img);
  if (!img.dtype.is_floating_point) throw new TypeError(`Input tensor should be a float tensor. Got ${img.dtype}.`);
  if (img.shape.length < 3)
    throw new ValueError(
      `Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = [${img.shape.join(', ')}]`,
    );
  if (std.some((s) => s === 0)) throw new ValueError('std evaluated to zero, leading to division by zero.');
  const column = (values: readonly number[]): Tensor => fromValues(values, [values.length, 1, 1], img.dtype);
  return (inplace ? img : img.clone()).sub_(column(mean)).div_(column(std));
}
/** A window of the image; zeros where it reaches beyond. */
export function crop(img: Tensor, top: number, left: number, height: number, width: number): Tensor {
  const [h, w] = sizeOf(img);
  const inside = top >= 0 && left >= 0 && top + height <= h && left + width <= w;
  if (inside) return img.narrow(-2, top, height).narrow(-1, left, width);
  const around = [Math.max(-left, 0), Math.max(left + width - w, 0), Math.max(-top, 0), Math.max(top + height - h, 0)];
  const padded = F.pad(img, around);
  return padded.narrow(-2, Math.max(top, 0), height).narrow(-1, Math.max(left, 0), width);
}
export function pair(size: Size): [height: number, width: number] {
  if (typeof size === 'number') return [size, size];
  const [height = 0, width = height] = size;
  return [height, width];
}
/** Python's round: halves to the even neighbour. */
const roundEven = (x: number): number => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));
/** The middle of the image, with zeros around it where it is smaller. */
export function center_crop(img: Tensor, output_size: Size): Tensor {
  const [height, width] = pair(output_size);
  let [h, w] = sizeOf(img);
  let image = img;
  if (width > w || height > h) {
    const [dw, dh] = [Math.max(width - w, 0), Math.max(height - h, 0)];
    image = F.pad(img, [dw >> 1, (dw + 1) >> 1, dh >> 1, (dh + 1) >> 1]);
    [h, w] = sizeOf(image);
  }
  return crop(image, roundEven((h - height) / 2), roundEven((w - width) / 2), height, width);
}
/** Around the image: one number, or (left and right, top and bottom), or (left, top, right, bottom). */
export function pad(img: Tensor, padding: Size, fill = 0, padding_mode = 'constant'): Tensor {
  sizeOf(img);
  const p = typeof padding === 'number' ? [padding] : padding;
  const [left = 0, top = left, right = left, bottom = top] = p;
  if (p.length !== 1 && p.length !== 2 && p.length !== 4)
    throw new ValueError(`Padding must be an int or a 1, 2, or 4 element tuple, not a ${p.length} element tuple`);
  const sides = [left, right, top, bottom];
  if (padding_mode === 'constant') return F.pad(img, sides, 'constant', fill);
  return F.pad(img.unsqueeze(0), sides, padding_mode === 'edge' ? 'replicate' : padding_mode).squeeze(0);
}
/** Bilinear (or 'nearest'); a single number is the smaller edge. As torchvision's on tensors, without antialiasing. */
export function resize(img: Tensor, size: Size, interpolation = 'bilinear', max_size: number | null = null): Tensor {
  const [h, w] = sizeOf(img);
  const wanted = outputSize(h, w, size, max_size);
  if (wanted[0] === h && wanted[1] === w) return img;
  const lead = img.shape.slice(0, -2);
  const isFloat = img.dtype.is_floating_point;
  const batch = img.reshape([1, -1, h, w]).to(isFloat ? img.dtype : float32);
  const options = interpolation === 'bilinear' ? { mode: 'bilinear', align_corners: false } : { mode: interpolation };
  const made = F.interpolate(batch, { size: wanted, ...options });
  return (isFloat ? made : made.round().to(img.dtype)).reshape([...lead, ...wanted]);
}
function outputSize(h: number, w: number, size: Size, max_size: number | null): [number, number] {
  if (typeof size !== 'number' && size.length !== 1) return pair(size);
  const [short] = pair(size);
  let [newShort, newLong] = [short, Math.trunc((short * Math.max(h, w)) / Math.min(h, w))];
  if (max_size !== null) {
    if (max_size <= short)
      throw new ValueError(
        `max_size = ${max_size} must be strictly greater than the requested size for the smaller edge size = ${short}`,
      );
    if (newLong > max_size) [newShort, newLong] = [Math.trunc((max_size * newShort) / newLong), max_size];
  }
  return w <= h ? [newLong, newShort] : [newShort, newLong];
}
export function hflip(img: Tensor): Tensor {
  sizeOf(img);
  return img.flip([-1]);
}
export function vflip(img: Tensor): Tensor {
  sizeOf(img);
  return img.flip([-2]);
}
/** Counter-clockwise by `angle` degrees around the middle. */
export function rotate(img: Tensor, angle: number, interpolation = 'nearest', fill = 0): Tensor {
  const [h, w] = sizeOf(img);
  if (interpolation !== 'nearest' && interpolation !== 'bilinear')
    throw new RuntimeError(`rotate: interpolation must be 'nearest' or 'bilinear', got '${interpolation}'`);
  const isFloat = img.dtype.is_floating_point;
  const dtype = isFloat ? img.dtype : float32;
  // Where each pixel of the result comes from, first in pixels from the middle, then in halves of the image.
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const ys = torch
    .linspace(-h * 0.5 + 0.5, h * 0.5 - 0.5, h, { dtype })
    .unsqueeze(1)
    .expand([h, w]);
  const xs = torch
    .linspace(-w * 0.5 + 0.5, w * 0.5 - 0.5, w, { dtype })
    .unsqueeze(0)
    .expand([h, w]);
  const from = fromValues([cos / (0.5 * w), sin / (0.5 * h), -sin / (0.5 * w), cos / (0.5 * h)], [2, 2], dtype);
  const grid = torch
    .stack([xs, ys], -1)
    .reshape([h * w, 2])
    .mm(from)
    .reshape([1, h, w, 2]);
  return no_grad(() => {
    const batch = img.detach().to(dtype).reshape([1, -1, h, w]);
    const options = { mode: interpolation, padding_mode: 'zeros', align_corners: false };
    let made = F.grid_sample(batch, grid, options);
    if (fill !== 0) {
      const covered = F.grid_sample(torch.ones([1, 1, h, w], { dtype }), grid, options);
      made =
        interpolation === 'nearest'
          ? torch.where(covered.lt(0.5), fromValues([fill], [], dtype), made)
          : made.mul(covered).add(covered.rsub(1).mul(fill));
    }
    return (isFloat ? made : made.round().to(img.dtype)).reshape([...img.shape]);
  });
}
