// The candidate's values as test authors see them: readers that check before they believe, and handles on what stays over there.
import type { Module, Tensor } from '#engine/index.ts';
import { fromBytes } from '#engine/interop.ts';
import type {
  Argument,
  Candidate,
  CandidateModule,
  CandidateOptimizer,
  CandidateTensor,
  Plain,
  Returned,
  State,
} from '../authoring.ts';
import { type Described, type DescribedTensor, kindOf } from './described.ts';
import { buildDescription, type ModuleDescription } from './description.ts';
import type { Text } from './evidence.ts';
import { ProtocolBroken, TestFailure } from './failure.ts';
import { encodeTensor, rememberReference, type Session } from './session.ts';
import type { Wire, WireRecord } from './wire.ts';

export function candidateOf(session: Session): Candidate {
  const ask = (op: string, label: Text, name: string, args: readonly Argument[]): Returned =>
    returned(session, session.request({ op, name, args: args.map((a) => session.encode(a)) }, label), label);
  return {
    call: (name, ...args) => ask('call', `${name}(…)`, name, args),
    construct: (name, ...args) => ask('construct', `new ${name}(…)`, name, args),
  };
}

const join = (label: Text, more: string): Text =>
  typeof label === 'string' ? label + more : { en: label.en + more, zh: label.zh + more };

const described = new WeakMap<object, Described>();
/** What stands behind a `Returned`; undefined for anything else. */
export const describedOf = (x: object): Described | undefined => described.get(x);

export function wrongKind(label: Text, expected: string, actual: string): TestFailure {
  return new TestFailure([{ kind: 'value', label, expected, actual }]);
}

export function returned(session: Session, d: Described, label: Text): Returned {
  const wrong = (expected: string): TestFailure => wrongKind(label, expected, kindOf(d));
  const plain = (): undefined | null | boolean | number | bigint | string => (d.t === 'plain' ? d.value : undefined);
  const idOf = (expected: string): number => {
    if (d.t === 'plain') throw wrong(expected);
    return d.id;
  };
  const field = (name: string): Returned => {
    const inner = join(label, `.${name}`);
    const held = d.t === 'object' ? d.entries.get(name) : undefined;
    if (held) return returned(session, held, inner);
    return returned(session, session.request({ op: 'field', id: idOf(`an object with ${name}`), name }, inner), inner);
  };
  const self: Returned = {
    label,
    kind: kindOf(d),
    tensor: () => {
      if (d.t !== 'tensor') throw wrong('a tensor');
      return tensorHandle(session, d, label);
    },
    number: () => {
      const value = plain();
      if (typeof value !== 'number') throw wrong('a number');
      return value;
    },
    boolean: () => {
      const value = plain();
      if (typeof value !== 'boolean') throw wrong('a boolean');
      return value;
    },
    string: () => {
      const value = plain();
      if (typeof value !== 'string') throw wrong('a string');
      return value;
    },
    array: () => {
      if (d.t !== 'array') throw wrong('an array');
      return d.items.map((item, i) => returned(session, item, join(label, `[${i}]`)));
    },
    at: (index) => {
      const item = d.t === 'array' ? d.items[index] : undefined;
      if (!item) throw wrong(`an array of at least ${index + 1} items`);
      return returned(session, item, join(label, `[${index}]`));
    },
    field,
    module: () => {
      if (d.t !== 'other' || d.what !== 'module') throw wrong('a module');
      return moduleHandle(session, d.id, label, null);
    },
    optimizer: () => {
      if (d.t !== 'other' || d.what !== 'optimizer') throw wrong('an optimizer');
      return optimizerHandle(session, d.id, label, d.name);
    },
    call: (...args) => invoke(session, idOf('a function'), label, args),
    method: (name, ...args) => {
      const inner = join(label, `.${name}(…)`);
      const answer = session.request(
        { op: 'method', id: idOf('an object'), name, args: args.map((a) => session.encode(a)) },
        inner,
      );
      return returned(session, answer, inner);
    },
    isNull: () => d.t === 'plain' && (d.value === null || d.value === undefined),
    value: () => plainOf(d, label),
  };
  described.set(self, d);
  rememberReference(self, () => (d.t === 'plain' ? d.value : { t: 'ref', id: d.id }));
  return self;
}

function plainOf(d: Described, label: Text): Plain {
  switch (d.t) {
    case 'plain':
      if (d.value === undefined) return null;
      if (typeof d.value === 'bigint') throw wrongKind(label, 'plain data', 'a bigint');
      return d.value;
    case 'array':
      return d.items.map((item, i) => plainOf(item, join(label, `[${i}]`)));
    case 'object':
      return Object.fromEntries([...d.entries].map(([name, item]) => [name, plainOf(item, join(label, `.${name}`))]));
    default:
      throw wrongKind(label, 'plain data', kindOf(d));
  }
}

function invoke(session: Session, id: number, label: Text, args: readonly Argument[]): Returned {
  const inner = join(label, '(…)');
  return returned(
    session,
    session.request({ op: 'invoke', id, args: args.map((a) => session.encode(a)) }, inner),
    inner,
  );
}

const copyOf = (d: DescribedTensor): Tensor => fromBytes(d.dtype, d.shape, d.bytes);

export function tensorHandle(session: Session, d: DescribedTensor, label: Text): CandidateTensor {
  const { id, dtype, shape, requires_grad, is_leaf, grad_fn } = d;
  const ask = (op: string, more: WireRecord = {}): Described => session.request({ op, id, ...more }, label);
  const now = (): Tensor => {
    const answer = ask('now');
    if (answer.t !== 'tensor') throw new ProtocolBroken('a tensor that is none any more');
    return copyOf(answer);
  };
  const self: CandidateTensor = {
    label,
    dtype,
    shape,
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
      const answer = ask('grad');
      return answer.t === 'tensor' ? copyOf(answer) : null;
    },
    backward: (gradient, options) =>
      void ask('backward', {
        gradient: gradient ? encodeTensor(gradient) : null,
        retain_graph: options?.retain_graph === true,
      }),
    sharesMemoryWith: (other) => {
      const theirs = tensorIds.get(other);
      if (theirs === undefined) throw new Error('not a tensor of the candidate');
      const answer = ask('shares', { other: theirs });
      return answer.t === 'plain' && answer.value === true;
    },
  };
  tensorIds.set(self, id);
  rememberReference(self, () => ({ t: 'ref', id }));
  return self;
}
const tensorIds = new WeakMap<object, number>();
export const isTensorHandle = (x: object): x is CandidateTensor => tensorIds.has(x);

const moduleIds = new WeakMap<CandidateModule, number>();
export const moduleId = (m: CandidateModule): number => {
  const id = moduleIds.get(m);
  if (id === undefined) throw new Error('not a module of the candidate');
  return id;
};

export const encodeState = (state: State): Wire => Object.entries(state).map(([name, t]) => [name, encodeTensor(t)]);

export function moduleHandle(
  session: Session,
  id: number,
  label: Text,
  description: ModuleDescription | null,
): CandidateModule {
  const ask = (op: string, more: WireRecord = {}): Returned => {
    const inner = join(label, `.${op}()`);
    return returned(session, session.request({ op, id, ...more }, inner), inner);
  };
  const named = (op: string): (readonly [string, Returned])[] => {
    const answer = ask(op);
    const held = describedOf(answer);
    if (held?.t !== 'object') throw wrongKind(answer.label, 'tensors by name', answer.kind);
    return [...held.entries].map(([name, d]) => [name, returned(session, d, join(label, `.${name}`))]);
  };
  const state_dict = (): State =>
    Object.fromEntries(named('state_dict').map(([name, value]) => [name, value.tensor().values]));
  const self: CandidateModule = {
    label,
    state_dict,
    call: (...args) => invoke(session, id, label, args),
    named_parameters: () =>
      ask('named_parameters')
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
      ask('named_modules')
        .array()
        .map((m) => ({
          name: m.field('name').string(),
          type: m.field('type').string(),
          training: m.field('training').boolean(),
        })),
    load_state_dict: (state) => void ask('load_state_dict', { state: encodeState(state) }),
    grads: () =>
      Object.fromEntries(named('grads').map(([name, value]) => [name, value.isNull() ? null : value.tensor().values])),
    train: (mode = true) => void ask('train', { mode }),
    eval: () => void ask('train', { mode: false }),
    training: () => ask('training').boolean(),
    zero_grad: () => void ask('zero_grad'),
    requires_grad_: (on) => void ask('requires_grad_', { on }),
    twin: (): Module => {
      if (description === null) throw new Error('only a module made by `given` has a twin');
      const twin = buildDescription(description);
      twin.load_state_dict(state_dict());
      twin.train(self.training());
      return twin;
    },
  };
  moduleIds.set(self, id);
  rememberReference(self, () => ({ t: 'ref', id }));
  return self;
}

export function optimizerHandle(session: Session, id: number, label: Text, type: string): CandidateOptimizer {
  const ask = (op: string): Returned =>
    returned(session, session.request({ op, id }, join(label, `.${op}()`)), join(label, `.${op}()`));
  const self: CandidateOptimizer = {
    label,
    type,
    step: () => void ask('step'),
    zero_grad: () => void ask('zero_grad'),
    param_groups: () =>
      ask('param_groups')
        .array()
        .map((group) => {
          const value = group.value();
          if (typeof value !== 'object' || value === null || isList(value))
            throw wrongKind(group.label, 'a parameter group', group.kind);
          return value;
        }),
  };
  rememberReference(self, () => ({ t: 'ref', id }));
  return self;
}
const isList = (x: object): x is readonly Plain[] => Array.isArray(x);
