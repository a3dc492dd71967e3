import { torch } from '../../core.ts';
import { Sequential } from '../../nn/layers/containers.ts';
import { Conv2d } from '../../nn/layers/convolution.ts';
import { Linear } from '../../nn/layers/linear.ts';
import { Dropout } from '../../nn/layers/dropout.ts';
import { ReLU } from '../../nn/layers/activations.ts';
import { AvgPool2d } from '../../nn/layers/pooling.ts';
import { Tanh } from '../../nn/layers/activations.ts';
import { Module } from '../../nn/module.ts';
import type { Tensor } from '../../tensor.ts';

/** LeNet-5 (LeCun et al., 1998), with tanh and average pooling. Input [N, 1, 32, 32] → [N, num_classes]. */
export class LeNet extends Module {
  readonly conv1 = new Conv2d(1, 6, 5);
  readonly conv2 = new Conv2d(6, 16, 5);
  readonly pool = new AvgPool2d(2);
  readonly tanh = new Tanh();
  readonly fc1 = new Linear(400, 120);
  readonly fc2 = new Linear(120, 84);
  readonly fc3: Linear;
  constructor(num_classes = 10) {
    super();
    this.fc3 = new Linear(84, num_classes);
  }
  forward(x: Tensor): Tensor {
    let y = this.pool(this.tanh(this.conv1(x)));
    y = this.pool(this.tanh(this.conv2(y)));
    y = torch.flatten(y, 1);
    return this.fc3(this.tanh(this.fc2(this.tanh(this.fc1(y)))));
  }
}

/** torchvision.ops.MLP: Linear, ReLU, Dropout for each hidden size; the last is Linear and Dropout. Input [N, in_channels]. */
export class MLP extends Sequential {
  constructor(in_channels: number, hidden_channels: readonly number[], { dropout = 0 }: { dropout?: number } = {}) {
    const layers: Module[] = [];
    let from = in_channels;
    hidden_channels.forEach((to, i) => {
      layers.push(new Linear(from, to));
      if (i < hidden_channels.length - 1) layers.push(new ReLU());
      layers.push(new Dropout(dropout));
      from = to;
    });
    super(...layers);
  }
}
