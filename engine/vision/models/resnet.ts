import { torch } from '../../core.ts';
import { ValueError } from '../../device/device.ts';
import { AdaptiveAvgPool2d, MaxPool2d } from '../../nn/layers/pooling.ts';
import { Conv2d } from '../../nn/layers/convolution.ts';
import { Identity, Linear } from '../../nn/layers/linear.ts';
import { BatchNorm2d } from '../../nn/layers/normalization.ts';
import { ReLU } from '../../nn/layers/activations.ts';
import { Sequential } from '../../nn/layers/containers.ts';
import { constant_, kaiming_normal_ } from '../../nn/init.ts';
import { Module } from '../../nn/module.ts';
import { load } from '../../serialization/index.ts';
import type { Tensor } from '../../tensor.ts';
import { checkpoint } from './digits-resnet.generated.ts';

const conv3x3 = (from: number, to: number, stride = 1): Conv2d =>
  new Conv2d(from, to, 3, { stride, padding: 1, bias: false });

/** Two 3 × 3 convolutions around which the input is added: `relu(f(x) + x)`, or `downsample(x)` where the shape changes. */
export class BasicBlock extends Module {
  readonly conv1: Conv2d;
  readonly bn1: BatchNorm2d;
  readonly relu = new ReLU({ inplace: true });
  readonly conv2: Conv2d;
  readonly bn2: BatchNorm2d;
  readonly downsample: Module | null;
  constructor(inplanes: number, planes: number, stride = 1, downsample: Module | null = null) {
    super();
    this.conv1 = conv3x3(inplanes, planes, stride);
    this.bn1 = new BatchNorm2d(planes);
    this.conv2 = conv3x3(planes, planes);
    this.bn2 = new BatchNorm2d(planes);
    this.downsample = downsample;
  }
  forward(x: Tensor): Tensor {
    const identity: Tensor = this.downsample ? (this.downsample(x) as Tensor) : x;
    let out = this.relu(this.bn1(this.conv1(x)));
    out = this.bn2(this.conv2(out));
    return this.relu(out.add_(identity));
  }
}

export interface ResNetOptions {
  /** Default: 1000. */
  num_classes?: number;
  /** Starts every block as the identity. Default: false. */
  zero_init_residual?: boolean;
  /** Channels of the input. Default: 3. */
  in_channels?: number;
  /** Channels of the four layers. Default: 64, 128, 256, 512. */
  widths?: readonly [number, number, number, number];
  /** For images of 8 to 32 pixels: a 3 × 3 convolution of stride 1 and no pooling at the start. Default: false. */
  small_images?: boolean;
}

/** Residual network (He et al., 2015), with torchvision's names: its state_dict has the same keys. Input [N, C, H, W]. */
export class ResNet extends Module {
  readonly conv1: Conv2d;
  readonly bn1: BatchNorm2d;
  readonly relu = new ReLU({ inplace: true });
  readonly maxpool: Module;
  readonly layer1: Sequential;
  readonly layer2: Sequential;
  readonly layer3: Sequential;
  readonly layer4: Sequential;
  readonly avgpool = new AdaptiveAvgPool2d(1);
  fc: Module;
  /** @param layers blocks in each of the four layers: [2, 2, 2, 2] is resnet18 */
  constructor(layers: readonly number[], options: ResNetOptions = {}) {
    super();
    const { num_classes = 1000, in_channels = 3, widths = [64, 128, 256, 512], small_images = false } = options;
    if (layers.length !== 4) throw new ValueError(`a ResNet has four layers, got ${layers.length}`);
    this.conv1 = small_images
      ? conv3x3(in_channels, widths[0])
      : new Conv2d(in_channels, widths[0], 7, { stride: 2, padding: 3, bias: false });
    this.bn1 = new BatchNorm2d(widths[0]);
    this.maxpool = small_images ? new Identity() : new MaxPool2d(3, { stride: 2, padding: 1 });
    const made = widths.map((planes, i) =>
      layerOf(i === 0 ? widths[0] : (widths[i - 1] ?? 0), planes, layers[i] ?? 0, i === 0 ? 1 : 2),
    );
    [this.layer1, this.layer2, this.layer3, this.layer4] = made as [Sequential, Sequential, Sequential, Sequential];
    this.fc = new Linear(widths[3], num_classes);
    for (const module of this.modules()) {
      if (module instanceof Conv2d) kaiming_normal_(module.weight, { mode: 'fan_out', nonlinearity: 'relu' });
      else if (module instanceof BatchNorm2d && module.weight && module.bias) {
        constant_(module.weight, 1);
        constant_(module.bias, 0);
      }
    }
    if (options.zero_init_residual)
      for (const module of this.modules())
        if (module instanceof BasicBlock && module.bn2.weight) constant_(module.bn2.weight, 0);
  }
  forward(x: Tensor): Tensor {
    let y = this.maxpool(this.relu(this.bn1(this.conv1(x)))) as Tensor;
    for (const layer of [this.layer1, this.layer2, this.layer3, this.layer4]) y = layer(y) as Tensor;
    return this.fc(torch.flatten(this.avgpool(y), 1)) as Tensor;
  }
}
function layerOf(inplanes: number, planes: number, blocks: number, stride: number): Sequential {
  const changes = stride !== 1 || inplanes !== planes;
  const downsample = changes
    ? new Sequential(new Conv2d(inplanes, planes, 1, { stride, bias: false }), new BatchNorm2d(planes))
    : null;
  const rest = Array.from({ length: blocks - 1 }, () => new BasicBlock(planes, planes));
  return new Sequential(new BasicBlock(inplanes, planes, stride, downsample), ...rest);
}

interface Pretrained {
  /** Old name of `weights`. */
  pretrained?: boolean;
  weights?: string | null;
}
function refusePretrained(name: string, { pretrained = false, weights = null }: Pretrained): void {
  if (pretrained || weights !== null)
    throw new ValueError(
      `${name}: no weights of ImageNet are shipped; digits_resnet({ pretrained: true }) has weights, trained on the digits`,
    );
}
export function resnet18({ pretrained, weights, ...options }: ResNetOptions & Pretrained = {}): ResNet {
  refusePretrained('resnet18', { pretrained: pretrained ?? false, weights: weights ?? null });
  return new ResNet([2, 2, 2, 2], options);
}
export function resnet34({ pretrained, weights, ...options }: ResNetOptions & Pretrained = {}): ResNet {
  refusePretrained('resnet34', { pretrained: pretrained ?? false, weights: weights ?? null });
  return new ResNet([3, 4, 6, 3], options);
}
/** A ResNet of 17,000 parameters for 8 × 8 images of one channel; pretrained on the digits it is right on 97 % of the test images. */
export function digits_resnet({ pretrained = false }: { pretrained?: boolean } = {}): ResNet {
  const model = new ResNet([1, 1, 1, 1], {
    num_classes: 10,
    in_channels: 1,
    widths: [8, 12, 16, 24],
    small_images: true,
  });
  if (pretrained) model.load_state_dict(load(fromBase64(checkpoint)) as Record<string, Tensor>); // a state_dict was saved
  return model;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** An isolate has no atob. */
function fromBase64(text: string): Uint8Array {
  const codes = new Uint8Array(128);
  [...alphabet].forEach((c, i) => (codes[c.charCodeAt(0)] = i));
  const length = (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array(length);
  for (let i = 0, at = 0; at < length; i += 4) {
    const code = (k: number): number => codes[text.charCodeAt(i + k)] ?? 0;
    const word = (code(0) << 18) | (code(1) << 12) | (code(2) << 6) | code(3);
    bytes[at++] = word >> 16;
    bytes[at++] = word >> 8;
    bytes[at++] = word;
  }
  return bytes;
}
