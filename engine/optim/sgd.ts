import { ValueError } from '../device/device.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import {
  atLeastZero,
  held,
  type ImplementationOptions,
  Optimizer,
  type ParamGroup,
  type Params,
  step,
  zerosLike,
} from './optimizer.ts';

export interface SGDOptions extends ImplementationOptions {
  /** Learning rate. Default: 1e-3. */
  lr?: number;
  /** Share of the last step that is kept. Default: 0. */
  momentum?: number;
  /** Share of the gradient that momentum leaves out. Default: 0. */
  dampening?: number;
  /** L2 penalty, added to the gradient. Default: 0. */
  weight_decay?: number;
  /** Looks one momentum step ahead. Default: false. */
  nesterov?: boolean;
  /** Climbs instead of descending. Default: false. */
  maximize?: boolean;
}
type Options = Required<SGDOptions>;

/**
 * Stochastic gradient descent: p ← p − lr · d, with d = g + weight_decay · p and, with momentum,
 * b ← momentum · b + (1 − dampening) · d (b starts as d), d = b, or d + momentum · b with nesterov.
 */
export class SGD extends Optimizer<Options> {
  constructor(params: Params<SGDOptions>, lr?: number | SGDOptions, options?: SGDOptions);
  constructor(
    params: Params<SGDOptions>,
    lr: number,
    momentum: number,
    dampening?: number,
    weight_decay?: number,
    nesterov?: boolean,
    options?: SGDOptions,
  );
  constructor(...args: unknown[]) {
    const { params, ...options } = bindArguments('SGD', args, {
      params: needed<Params<Options>>(),
      lr: 1e-3,
      momentum: 0,
      dampening: 0,
      weight_decay: 0,
      nesterov: false,
      maximize: false,
      foreach: null as boolean | null,
      differentiable: false,
      fused: null as boolean | null,
    });
    atLeastZero(
      { lr: options.lr, momentum: options.momentum, weight_decay: options.weight_decay },
      { lr: 'learning rate', momentum: 'momentum value', weight_decay: 'weight_decay value' },
    );
    if (options.nesterov && (options.momentum <= 0 || options.dampening !== 0))
      throw new ValueError('Nesterov momentum requires a momentum and zero dampening');
    super(params, options as Options);
  }
  override _update(group: ParamGroup<Options>): void {
    const { lr, momentum, dampening, weight_decay, nesterov, maximize } = group;
    for (const [p, grad, state] of this._ready(group)) {
      const first = momentum !== 0 && !state['momentum_buffer'];
      if (first) state['momentum_buffer'] = zerosLike(p);
      const changing = momentum === 0 ? [] : [held(state, 'momentum_buffer')];
      step('sgd_step', p, grad, changing, { lr, weight_decay, momentum, dampening, nesterov, maximize, first });
    }
  }
}
