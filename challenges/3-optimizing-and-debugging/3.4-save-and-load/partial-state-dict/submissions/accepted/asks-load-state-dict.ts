import { nn, type Tensor } from 'torch';

export type State = Record<string, Tensor>;
export interface Report {
  loaded_keys: string[];
  missing_keys: string[];
  mismatched_keys: string[];
  unexpected_keys: string[];
}

class DoesNotFit extends Error {}

// Brings the state to the model's own names first, then looks each of them up.
export const load_partial = (
  model: nn.Module,
  state: State,
  { strict = true, rename }: { strict?: boolean; rename?: Record<string, string> } = {},
): Report => {
  const own = new Map(Object.entries(model.state_dict()));
  const isWrapped = (keys: Iterable<string>) => Array.from(keys).every((key) => /^module\./.test(key));
  const [inside, outside] = [isWrapped(own.keys()), isWrapped(Object.keys(state))];

  const called = new Map<string, string>();
  for (const key of Object.keys(state)) {
    const parts = (outside ? key.replace(/^module\./, '') : key).split('.');
    let name = parts.join('.');
    for (let length = parts.length; length > 0; length--) {
      const fresh = rename?.[parts.slice(0, length).join('.')];
      if (fresh === undefined) continue;
      name = [...(fresh ? [fresh] : []), ...parts.slice(length)].join('.');
      break;
    }
    const full = inside ? `module.${name}` : name;
    if (called.has(full)) throw new DoesNotFit(`${full} twice`);
    called.set(full, key);
  }

  const report: Report = { loaded_keys: [], missing_keys: [], mismatched_keys: [], unexpected_keys: [] };
  const complete: State = {};
  for (const [key, present] of own) {
    const source = called.get(key);
    const value = source === undefined ? undefined : state[source];
    const list =
      value === undefined
        ? report.missing_keys
        : JSON.stringify(value.shape) === JSON.stringify(present.shape)
          ? report.loaded_keys
          : report.mismatched_keys;
    list.push(key);
    complete[key] = list === report.loaded_keys && value ? value : present;
  }
  for (const [full, key] of called) if (!own.has(full)) report.unexpected_keys.push(key);

  const { loaded_keys: _, ...amiss } = report;
  if (strict && Object.values(amiss).flat().length > 0) throw new DoesNotFit(JSON.stringify(amiss));
  model.load_state_dict(complete);
  return report;
};
