import torch, { type Tensor } from 'torch';

export class Module {
  training = false;

  register_parameter(name: string, value: Tensor): void {
    throw new Error('register_parameter is not written yet');
  }

  register_buffer(name: string, value: Tensor): void {
    throw new Error('register_buffer is not written yet');
  }

  register_module(name: string, module: Module): void {
    throw new Error('register_module is not written yet');
  }

  named_parameters(): Iterable<[string, Tensor]> {
    throw new Error('named_parameters is not written yet');
  }

  state_dict(): Record<string, Tensor> {
    throw new Error('state_dict is not written yet');
  }

  load_state_dict(state: Record<string, Tensor>, strict = true): { missing_keys: string[]; unexpected_keys: string[] } {
    throw new Error('load_state_dict is not written yet');
  }

  train(mode = true): this {
    throw new Error('train is not written yet');
  }

  eval(): this {
    throw new Error('eval is not written yet');
  }

  apply(fn: (module: Module) => void): this {
    throw new Error('apply is not written yet');
  }
}
