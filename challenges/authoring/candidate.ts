import type { Argument, Candidate, Returned } from '../authoring.ts';
import { returned } from './returned.ts';
import type { Session } from './session.ts';

/** The submission's exports. */
export function candidateOf(session: Session): Candidate {
  const ask = (op: string, label: string, name: string, args: readonly Argument[]): Returned =>
    returned(session, session.request({ op, name, args: session.encodeAll(args) }, label), label);
  return {
    call: (name, ...args) => ask('call', `${name}(…)`, name, args),
    construct: (name, ...args) => ask('construct', `new ${name}(…)`, name, args),
    get: (name) => ask('export', name, name, []),
  };
}
