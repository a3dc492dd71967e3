import type { Tensor } from '../../tensor.ts';
import { each, repr } from '../arguments.ts';
import { F } from '../functional/core.ts';
import { Module } from '../module.ts';
import type { Size } from './convolution.ts';

abstract class Pad extends Module {
  readonly padding: readonly number[];
  constructor(padding: Size, sides: number) {
    super();
    this.padding = each(padding, sides);
  }
  /** @internal */
  abstract _mode(): string;
  forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, this._mode());
  }
  override extra_repr(): string {
    return repr([...this.padding]);
  }
}
abstract class ConstantPad extends Pad {
  readonly value: number;
  constructor(padding: Size, value: number, sides: number) {
    super(padding, sides);
    this.value = value;
  }
  /** @internal */
  override _mode(): string {
    return 'constant';
  }
  override forward(input: Tensor): Tensor {
    return F.pad(input, this.padding, 'constant', this.value);
  }
  override extra_repr(): string {
    return `padding=${repr([...this.padding])}, value=${this.value}`;
  }
}
abstract class ReflectionPad extends Pad {
  /** @internal */
  override _mode(): string {
    return 'reflect';
  }
}
abstract class ReplicationPad extends Pad {
  /** @internal */
  override _mode(): string {
    return 'replicate';
  }
}
abstract class CircularPad extends Pad {
  /** @internal */
  override _mode(): string {
    return 'circular';
  }
}
abstract class ZeroPad extends ConstantPad {
  override extra_repr(): string {
    return repr([...this.padding]);
  }
}
/** A constant around the last dimension: [left, right]. */
export class ConstantPad1d extends ConstantPad {
  constructor(padding: Size, value: number) {
    super(padding, value, 2);
  }
}
/** A constant around the last two dimensions: [left, right, top, bottom]. */
export class ConstantPad2d extends ConstantPad {
  constructor(padding: Size, value: number) {
    super(padding, value, 4);
  }
}
/** A constant around the last three dimensions. */
export class ConstantPad3d extends ConstantPad {
  constructor(padding: Size, value: number) {
    super(padding, value, 6);
  }
}
/** Zeros around the last dimension. */
export class ZeroPad1d extends ZeroPad {
  constructor(padding: Size) {
    super(padding, 0, 2);
  }
}
/** Zeros around the last two dimensions. */
export class ZeroPad2d extends ZeroPad {
  constructor(padding: Size) {
    super(padding, 0, 4);
  }
}
/** Zeros around the last three dimensions. */
export class ZeroPad3d extends ZeroPad {
  constructor(padding: Size) {
    super(padding, 0, 6);
  }
}
/** The input mirrored at its borders, along the last dimension. */
export class ReflectionPad1d extends ReflectionPad {
  constructor(padding: Size) {
    super(padding, 2);
  }
}
/** The input mirrored at its borders, along the last two dimensions. */
export class ReflectionPad2d extends ReflectionPad {
  constructor(padding: Size) {
    super(padding, 4);
  }
}
/** The input mirrored at its borders, along the last three dimensions. */
export class ReflectionPad3d extends ReflectionPad {
  constructor(padding: Size) {
    super(padding, 6);
  }
}
/** The border repeated, along the last dimension. */
export class ReplicationPad1d extends ReplicationPad {
  constructor(padding: Size) {
    super(padding, 2);
  }
}
/** The border repeated, along the last two dimensions. */
export class ReplicationPad2d extends ReplicationPad {
  constructor(padding: Size) {
    super(padding, 4);
  }
}
/** The border repeated, along the last three dimensions. */
export class ReplicationPad3d extends ReplicationPad {
  constructor(padding: Size) {
    super(padding, 6);
  }
}
/** The opposite side goes on, along the last dimension. */
export class CircularPad1d extends CircularPad {
  constructor(padding: Size) {
    super(padding, 2);
  }
}
/** The opposite side goes on, along the last two dimensions. */
export class CircularPad2d extends CircularPad {
  constructor(padding: Size) {
    super(padding, 4);
  }
}
/** The opposite side goes on, along the last three dimensions. */
export class CircularPad3d extends CircularPad {
  constructor(padding: Size) {
    super(padding, 6);
  }
}
