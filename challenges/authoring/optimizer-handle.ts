import type { CandidateOptimizer, CandidateScheduler, Plain } from '../authoring.ts';
import type { Text } from './evidence.ts';
import { ask, field, join, method, wrongKind } from './returned.ts';
import { rememberReference, type Session } from './session.ts';

const isList = (x: object): x is readonly Plain[] => Array.isArray(x);
const optimizers = new WeakSet<object>();
export const isOptimizerHandle = (x: object): x is CandidateOptimizer => optimizers.has(x);

export function optimizerHandle(session: Session, id: number, label: Text, type: string): CandidateOptimizer {
  const param_groups: CandidateOptimizer['param_groups'] = () =>
    ask(session, 'param_groups', id, join(label, '.param_groups'))
      .array()
      .map((group) => {
        const value = group.value();
        if (typeof value !== 'object' || value === null || isList(value))
          throw wrongKind(group.label, 'a parameter group', group.kind);
        return value;
      });
  const self: CandidateOptimizer = {
    label,
    type,
    step: (closure) => method(session, id, label, 'step', closure === undefined ? [] : [closure]),
    zero_grad: () => void method(session, id, label, 'zero_grad', []),
    param_groups,
    lrs: () => param_groups().map((group) => Number(group['lr'])),
    set: (name, value, group = 0) =>
      void ask(session, 'set_option', id, label, { name, value: session.encode(value), group }),
    state_dict: () => method(session, id, label, 'state_dict', []),
    load_state_dict: (state) => void method(session, id, label, 'load_state_dict', [state]),
    method: (name, ...args) => method(session, id, label, name, args),
    field: (name) => field(session, id, label, name),
  };
  optimizers.add(self);
  rememberReference(self, () => ({ t: 'ref', id }));
  return self;
}

export function schedulerHandle(session: Session, id: number, label: Text, type: string): CandidateScheduler {
  const self: CandidateScheduler = {
    label,
    type,
    step: (metric) => void method(session, id, label, 'step', metric === undefined ? [] : [metric]),
    get_last_lr: () =>
      method(session, id, label, 'get_last_lr', [])
        .array()
        .map((lr) => lr.number()),
    state_dict: () => method(session, id, label, 'state_dict', []),
    load_state_dict: (state) => void method(session, id, label, 'load_state_dict', [state]),
    method: (name, ...args) => method(session, id, label, name, args),
    field: (name) => field(session, id, label, name),
  };
  rememberReference(self, () => ({ t: 'ref', id }));
  return self;
}
