// fuse_modules: layers that follow each other become one; the first takes the fused module's place, Identity the others'.
import { AssertionError, NotImplementedError } from '../device/device.ts';
import { deepcopy } from '../nn/deepcopy.ts';
import { ReLU } from '../nn/layers/activations.ts';
import { Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from '../nn/layers/convolution.ts';
import { Identity, Linear } from '../nn/layers/linear.ts';
import { BatchNorm1d, BatchNorm2d, BatchNorm3d } from '../nn/layers/normalization.ts';
import type { Module } from '../nn/module.ts';
import { fuse_conv_bn_eval, fuse_linear_bn_eval } from '../nn/reparametrize/fusion.ts';
import * as nni from './modules/intrinsic.ts';

type Class = abstract new (...args: never[]) => Module;
type Fuse = (isQat: boolean, modules: readonly Module[]) => Module;
// biome-ignore lint/suspicious/noExplicitAny: modules of the classes beside which a maker stands in the table
type Fused = new (...modules: any[]) => Module;

function sameMode(modules: readonly Module[]): void {
  if (modules.some((m) => m.training !== modules[0]?.training))
    throw new AssertionError('Conv and BN both must be in the same mode (train or eval).');
}
function checkNorm(outputs: number, bn: BatchNorm1d | BatchNorm2d | BatchNorm3d): void {
  if (bn.num_features !== outputs)
    throw new AssertionError('Output channel of Conv must match num_features of BatchNorm');
  if (!bn.affine) throw new AssertionError('Only support fusing BatchNorm with affine set to True');
  if (!bn.track_running_stats)
    throw new AssertionError('Only support fusing BatchNorm with tracking_running_stats set to True');
}
/** Batch norm: folded into the weight in evaluation, kept beside it for training. */
const convBn =
  (trained: Fused, evaluated: Fused | null): Fuse =>
  (isQat, modules) => {
    sameMode(modules);
    // the classes are those that the table names
    const [conv, bn, relu] = modules as [Conv2d, BatchNorm2d, ReLU | undefined];
    if (isQat) {
      checkNorm(conv.out_channels, bn);
      return new trained(...modules);
    }
    const folded = fuse_conv_bn_eval(conv, bn);
    return evaluated ? new evaluated(folded, relu) : folded;
  };
const linearBn: Fuse = (isQat, modules) => {
  sameMode(modules);
  const [linear, bn] = modules as [Linear, BatchNorm1d]; // the classes are those that the table names
  if (!isQat) return fuse_linear_bn_eval(linear, bn);
  checkNorm(linear.out_features, bn);
  return new nni.LinearBn1d(linear, bn);
};
const transposedBn: Fuse = (isQat, modules) => {
  sameMode(modules);
  if (isQat) throw new NotImplementedError('Fusing ConvTranspose+BatchNorm not yet supported in QAT.');
  const [conv, bn] = modules as [ConvTranspose2d, BatchNorm2d]; // the classes are those that the table names
  return fuse_conv_bn_eval(conv, bn, true);
};
const together =
  (made: Fused): Fuse =>
  (_, modules) =>
    new made(...modules);

const table: readonly (readonly [classes: readonly Class[], fuse: Fuse])[] = [
  [[Conv1d, BatchNorm1d], convBn(nni.ConvBn1d, null)],
  [[Conv1d, BatchNorm1d, ReLU], convBn(nni.ConvBnReLU1d, nni.ConvReLU1d)],
  [[Conv2d, BatchNorm2d], convBn(nni.ConvBn2d, null)],
  [[Conv2d, BatchNorm2d, ReLU], convBn(nni.ConvBnReLU2d, nni.ConvReLU2d)],
  [[Conv3d, BatchNorm3d], convBn(nni.ConvBn3d, null)],
  [[Conv3d, BatchNorm3d, ReLU], convBn(nni.ConvBnReLU3d, nni.ConvReLU3d)],
  [[Conv1d, ReLU], together(nni.ConvReLU1d)],
  [[Conv2d, ReLU], together(nni.ConvReLU2d)],
  [[Conv3d, ReLU], together(nni.ConvReLU3d)],
  [[Linear, BatchNorm1d], linearBn],
  [[Linear, ReLU], together(nni.LinearReLU)],
  [[BatchNorm2d, ReLU], together(nni.BNReLU2d)],
  [[BatchNorm3d, ReLU], together(nni.BNReLU3d)],
  [[ConvTranspose1d, BatchNorm1d], transposedBn],
  [[ConvTranspose2d, BatchNorm2d], transposedBn],
  [[ConvTranspose3d, BatchNorm3d], transposedBn],
];

function fuseKnown(modules: readonly Module[], isQat: boolean): Module[] {
  const found = table.find(
    ([classes]) => classes.length === modules.length && classes.every((c, i) => modules[i]?.constructor === c),
  );
  const [first, last] = [modules[0], modules.at(-1)];
  if (!found || !first || !last)
    throw new AssertionError(`did not find fuser method for: (${modules.map((m) => m._get_name()).join(', ')})`);
  const fused = found[1](isQat, modules);
  const [pre, post] = [first._forward_hooks.pre, last._forward_hooks.post];
  for (const hook of pre.all()) {
    fused._forward_hooks.pre.add(hook);
    pre.discard(hook);
  }
  for (const hook of post.all()) {
    fused._forward_hooks.post.add(hook);
    post.discard(hook);
  }
  const others = modules.slice(1).map(() => {
    const identity = new Identity();
    identity.training = first.training;
    return identity;
  });
  return [fused, ...others];
}

function replace(model: Module, name: string, module: Module): void {
  const dot = name.lastIndexOf('.');
  Reflect.set(model.get_submodule(dot < 0 ? '' : name.slice(0, dot)), name.slice(dot + 1), module);
}
export type Names = readonly string[] | readonly (readonly string[])[];
const isList = (names: Names): names is readonly string[] => names.every((n) => typeof n === 'string');

function fuse(model: Module, modules_to_fuse: Names, isQat: boolean, inplace: boolean): Module {
  const target = inplace ? model : deepcopy(model);
  for (const names of isList(modules_to_fuse) ? [modules_to_fuse] : modules_to_fuse) {
    const fused = fuseKnown(
      names.map((n) => target.get_submodule(n)),
      isQat,
    );
    names.forEach((n, i) => {
      const one = fused[i];
      if (one) replace(target, n, one);
    });
  }
  return target;
}
export interface InPlace {
  /** Change the given model instead of a copy. Default: false. */
  inplace?: boolean;
}
export const isInPlace = (inplace: boolean | InPlace): boolean =>
  typeof inplace === 'boolean' ? inplace : (inplace.inplace ?? false);

/**
 * Fuses modules by name: one list of names, or a list of such lists. Known: conv + bn (+ relu), conv + relu, linear + relu,
 * linear + bn, bn + relu, transposed conv + bn. In evaluation mode batch norms are folded into weights.
 */
export function fuse_modules<M extends Module>(model: M, modules_to_fuse: Names, inplace?: boolean | InPlace): M;
export function fuse_modules(model: Module, modules_to_fuse: Names, inplace: boolean | InPlace = false): Module {
  return fuse(model, modules_to_fuse, false, isInPlace(inplace));
}
/** As fuse_modules, for a model in training mode that goes on training: batch norms stay beside their convolutions. */
export function fuse_modules_qat<M extends Module>(model: M, modules_to_fuse: Names, inplace?: boolean | InPlace): M;
export function fuse_modules_qat(model: Module, modules_to_fuse: Names, inplace: boolean | InPlace = false): Module {
  return fuse(model, modules_to_fuse, true, isInPlace(inplace));
}
