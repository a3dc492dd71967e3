import { no_grad } from '../../autograd/modes.ts';
import type { Tensor as TensorOf } from '../../tensor.ts';
import { Tensor } from '../../tensor.ts';
import { argument, constantOf, touched } from '../effects.ts';
import { operatorOf, paramsOf } from '../interpreter.ts';
import { type Block, type Constant, type Graph, Node, replaceUses, typeOfTensor, usesIn, type Value } from '../ir.ts';

/**
 * Folds a batch norm of evaluation into the convolution before it: W′ = W · γ/√(σ² + ε) for each output channel and
 * b′ = (b − μ) · γ/√(σ² + ε) + β. Weights must be constants, as in a frozen module. (PyTorch's
 * torch._C._jit_pass_fold_frozen_conv_bn.)
 */
export const fold_conv_batch_norm = (graph: Graph): Graph => foldAll(graph, /^aten::conv[123]d$/);
/** The same for a linear layer before a batch norm. */
export const fold_linear_batch_norm = (graph: Graph): Graph => foldAll(graph, /^aten::linear$/);

function foldAll(graph: Graph, kind: RegExp): Graph {
  const swap = new Map<Value, Value>();
  fold(graph, kind, usesIn(graph), touched(graph), swap);
  replaceUses(graph, swap);
  return graph;
}
function fold(
  block: Block,
  kind: RegExp,
  uses: ReadonlyMap<Value, number>,
  unsafe: ReadonlySet<Value>,
  swap: Map<Value, Value>,
): void {
  const replaced = new Map<Node, readonly Node[]>();
  for (const norm of block.list) {
    for (const inner of norm.blocks) fold(inner, kind, uses, unsafe, swap);
    const layer = norm.op === 'aten::batch_norm' ? norm.ins[0]?.maker : null;
    if (!layer || !kind.test(layer.op) || !block.list.includes(layer) || replaced.has(layer)) continue;
    if (uses.get(layer.out) !== 1 || layer.attributes.call?.by !== 'schema') continue;
    if (layer.op === 'aten::linear' && !isMatrix(layer)) continue;
    if ([...layer.ins.slice(1), ...norm.ins.slice(1)].some((v) => unsafe.has(v))) continue;
    const folded = foldedWeights(layer, norm);
    if (!folded) continue;
    const op = operatorOf(layer.attributes.call.schema);
    const params = op ? paramsOf(op).map((p) => p.name) : [];
    const constants = folded.map((t) => {
      const node = new Node('prim::Constant', [], { value: t });
      node.add(typeOfTensor(t));
      return node;
    });
    const [weight, bias] = constants;
    if (!weight || !bias) continue;
    const ins = params.map((name, i) => (name === 'weight' ? weight.out : name === 'bias' ? bias.out : layer.ins[i]));
    const made = new Node(
      layer.op,
      ins.filter((v) => v !== undefined),
      layer.attributes,
    );
    made.scope = layer.scope;
    swap.set(norm.out, made.add(norm.out.of, norm.out.hint));
    // Where the layer stood: what is written in place after it reads and writes in the same order as before.
    replaced.set(layer, [...constants, made]);
    replaced.set(norm, []);
  }
  block.list = block.list.flatMap((node) => replaced.get(node) ?? [node]);
}
/** A batch norm after a linear layer is over its features only where its output is [N, C]. */
const isMatrix = (layer: Node): boolean => typeof layer.out.of !== 'string' && layer.out.of.shape.length === 2;

function foldedWeights(layer: Node, norm: Node): [weight: TensorOf, bias: TensorOf] | null {
  const constant = (node: Node, name: string): Constant | undefined => constantOf(argument(node, name));
  const tensor = (node: Node, name: string): TensorOf | null | undefined => {
    const value = constant(node, name);
    return value === null || value instanceof Tensor ? value : undefined;
  };
  const [mean, variance, weight] = [tensor(norm, 'running_mean'), tensor(norm, 'running_var'), tensor(layer, 'weight')];
  const [gamma, beta, bias] = [tensor(norm, 'weight'), tensor(norm, 'bias'), tensor(layer, 'bias')];
  const eps = constant(norm, 'eps');
  if (constant(norm, 'training') !== false || typeof eps !== 'number') return null;
  if (!mean || !variance || !weight || gamma === undefined || beta === undefined || bias === undefined) return null;
  return no_grad(() => {
    const scale = variance
      .add(eps)
      .rsqrt()
      .mul(gamma ?? 1);
    const shape = weight.shape.map((_, d) => (d === 0 ? -1 : 1));
    const shifted = (bias ?? mean.mul(0))
      .sub(mean)
      .mul(scale)
      .add(beta ?? 0);
    return [weight.mul(scale.view(shape)), shifted];
  });
}
