import type { Module } from '#engine/index.ts';
import type { CandidateModule, Returned, State } from '../authoring.ts';
import { buildDescription, type ModuleDescription } from './description.ts';
import type { Text } from './evidence.ts';
import { ask, describedOf, field, join, method, returned, wrongKind } from './returned.ts';
import { encodeTensor, rememberReference, type Session } from './session.ts';
import type { Wire, WireRecord } from './wire.ts';

const moduleIds = new WeakMap<object, number>();
export const isModuleHandle = (x: object): x is CandidateModule => moduleIds.has(x);
export function moduleId(m: CandidateModule): number {
  const id = moduleIds.get(m);
  if (id === undefined) throw new Error('not a module of the candidate');
  return id;
}

export const encodeState = (state: State): Wire => Object.entries(state).map(([name, t]) => [name, encodeTensor(t)]);

export function moduleHandle(
  session: Session,
  id: number,
  label: Text,
  description: ModuleDescription | null,
): CandidateModule {
  const request = (op: string, more: WireRecord = {}): Returned => ask(session, op, id, join(label, `.${op}()`), more);
  const named = (op: string): (readonly [string, Returned])[] => {
    const answer = request(op);
    const held = describedOf(answer);
    if (held?.t !== 'object') throw wrongKind(answer.label, 'tensors by name', answer.kind);
    return [...held.entries].map(([name, d]) => [name, returned(session, d, join(label, `.${name}`))]);
  };
  const member = (name: string): Returned => ask(session, 'member', id, join(label, `.${name}`), { name });
  const state_dict = (): State =>
    Object.fromEntries(named('state_dict').map(([name, value]) => [name, value.tensor().values]));
  const self: CandidateModule = {
    label,
    state_dict,
    call: (...args) => ask(session, 'invoke', id, join(label, '(…)'), { args: session.encodeAll(args) }),
    tensor: (name) => member(name).tensor(),
    module: (name) => member(name).module(),
    type: () => request('type').string(),
    method: (name, ...args) => method(session, id, label, name, args),
    field: (name) => field(session, id, label, name),
    named_parameters: () =>
      request('named_parameters')
        .array()
        .map((p) => ({
          name: p.field('name').string(),
          shape: p
            .field('shape')
            .array()
            .map((n) => n.number()),
          dtype: p.field('dtype').string(),
          requires_grad: p.field('requires_grad').boolean(),
        })),
    named_modules: () =>
      request('named_modules')
        .array()
        .map((m) => ({
          name: m.field('name').string(),
          type: m.field('type').string(),
          training: m.field('training').boolean(),
        })),
    load_state_dict: (state) => void request('load_state_dict', { state: encodeState(state) }),
    grads: () =>
      Object.fromEntries(named('grads').map(([name, value]) => [name, value.isNull() ? null : value.tensor().values])),
    train: (mode = true) => void request('train', { mode }),
    eval: () => void request('train', { mode: false }),
    training: () => request('training').boolean(),
    zero_grad: () => void request('zero_grad'),
    requires_grad_: (on) => void request('requires_grad_', { on }),
    twin: (): Module => {
      if (description === null) throw new Error('only a module made by `given` has a twin');
      const state = state_dict();
      const twin = buildDescription(description);
      const [first] = Object.values(state).filter((t) => t.is_floating_point());
      if (first) twin.to(first.dtype);
      twin.load_state_dict(state);
      twin.train(self.training());
      return twin;
    },
  };
  moduleIds.set(self, id);
  rememberReference(self, () => ({ t: 'ref', id }));
  return self;
}
