import { isKeywords } from '../schema.ts';
import { Module } from '../nn/module.ts';
import type { Tensor } from '../tensor.ts';
import type { QConfig } from './qconfig.ts';

abstract class Stub extends Module {
  constructor(qconfig: QConfig | null | { qconfig?: QConfig | null } = null) {
    super();
    const given = isKeywords(qconfig) ? qconfig.qconfig : (qconfig as QConfig | null);
    if (given) this.qconfig = given;
  }
  forward(x: Tensor): Tensor {
    return x;
  }
}
/** Where a model's floats enter its quantized part: observes them, and becomes a Quantize in `convert`. */
export class QuantStub extends Stub {}
/** Where they leave it: becomes a DeQuantize in `convert`. */
export class DeQuantStub extends Stub {}

/** A module between a QuantStub and a DeQuantStub. */
export class QuantWrapper extends Module {
  quant: Module;
  dequant: Module;
  module: Module;
  constructor(module: Module) {
    super();
    const qconfig = module.qconfig ?? null;
    this.quant = new QuantStub(qconfig);
    this.dequant = new DeQuantStub(qconfig);
    this.module = module;
    this.train(module.training);
  }
  forward(x: Tensor): Tensor {
    const run = (m: Module, t: Tensor): Tensor => (m as Module & { forward(x: Tensor): Tensor })(t); // tensors in, tensors out
    return run(this.dequant, run(this.module, run(this.quant, x)));
  }
}
