import type { Tensor } from '#engine/index.ts';
import { fromBytes } from '#engine/interop.ts';
import type { CandidateTensor } from '../authoring.ts';
import type { Described, DescribedTensor } from './described.ts';
import { graphSchema, type Text } from './evidence.ts';
import { ProtocolBroken } from './failure.ts';
import { ask, field, method, wrongKind } from './returned.ts';
import { encodeTensor, rememberReference, type Session } from './session.ts';
import type { WireRecord } from './wire.ts';

export const copyOf = (d: DescribedTensor): Tensor => fromBytes(d.dtype, d.shape, d.bytes);

const tensorIds = new WeakMap<object, number>();
export const isTensorHandle = (x: object): x is CandidateTensor => tensorIds.has(x);
export function tensorId(x: CandidateTensor): number {
  const id = tensorIds.get(x);
  if (id === undefined) throw new Error('not a tensor of the candidate');
  return id;
}

export function tensorHandle(session: Session, d: DescribedTensor, label: Text): CandidateTensor {
  const { id, dtype, shape, strides, device, requires_grad, is_leaf, grad_fn } = d;
  const request = (op: string, more: WireRecord = {}): Described => session.request({ op, id, ...more }, label);
  const now = (): Tensor => {
    const answer = request('now');
    if (answer.t !== 'tensor') throw new ProtocolBroken('a tensor that is none any more');
    return copyOf(answer);
  };
  const self: CandidateTensor = {
    label,
    dtype,
    shape,
    strides,
    device,
    requires_grad,
    is_leaf,
    grad_fn,
    now,
    values: copyOf(d),
    item: () => {
      if (d.shape.some((n) => n !== 1))
        throw wrongKind(label, 'a tensor of one element', `shape [${shape.join(', ')}]`);
      return Number(now().item());
    },
    grad: () => {
      const answer = request('grad');
      return answer.t === 'tensor' ? copyOf(answer) : null;
    },
    backward: (gradient, options) =>
      void request('backward', {
        gradient: gradient ? encodeTensor(gradient) : null,
        retain_graph: options?.retain_graph === true,
      }),
    sharesMemoryWith: (other) => {
      const answer = request('shares', { other: tensorId(other) });
      return answer.t === 'plain' && answer.value === true;
    },
    leadsTo: (other) => ask(session, 'leads_to', id, label, { other: tensorId(other) }).boolean(),
    setGrad: (gradient) => void request('set_grad', { gradient: gradient ? encodeTensor(gradient) : null }),
    setValues: (values) => void request('set_values', { values: encodeTensor(values) }),
    graph: () => {
      const names = [...session.names].map(([tensor, name]) => [tensor, name]);
      const told = ask(session, 'graph', id, label, { names }).value();
      const parsed = graphSchema.safeParse(told);
      if (!parsed.success) throw new ProtocolBroken('a graph of unknown shape');
      return parsed.data;
    },
    method: (name, ...args) => method(session, id, label, name, args),
    field: (name) => field(session, id, label, name),
  };
  tensorIds.set(self, id);
  rememberReference(self, () => ({ t: 'ref', id }));
  return self;
}
