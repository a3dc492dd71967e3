// mistake: loaded-before-it-throws
// en: What fits is loaded first, then it throws.
// zh: 先加载能对上的，然后才抛出错误。
// fails: loads-all-or-nothing
import { type nn, RuntimeError, type Tensor, ValueError } from 'torch';

export type State = Record<string, Tensor>;

export interface Options {
  strict?: boolean;
  rename?: Record<string, string>;
}

export interface Report {
  loaded_keys: string[];
  missing_keys: string[];
  mismatched_keys: string[];
  unexpected_keys: string[];
}

export function load_partial(
  model: nn.Module,
  state: Readonly<State>,
  { strict = true, rename = {} }: Options = {},
): Report {
  const waiting = new Map<string, string>(); // the name it would have in the model, and its key in the state
  for (const [name, key] of unwrapped(Object.keys(state))) {
    const target = renamed(name, rename);
    if (waiting.has(target)) throw new ValueError(`${waiting.get(target)} and ${key} are both called ${target}`);
    waiting.set(target, key);
  }

  const own = model.state_dict();
  const report: Report = { loaded_keys: [], missing_keys: [], mismatched_keys: [], unexpected_keys: [] };
  const fitting: State = {};
  for (const [name, key] of unwrapped(Object.keys(own))) {
    const value = state[waiting.get(name) ?? ''];
    waiting.delete(name);
    if (!value) report.missing_keys.push(key);
    else if (String(value.shape) !== String(own[key]?.shape)) report.mismatched_keys.push(key);
    else {
      fitting[key] = value;
      report.loaded_keys.push(key);
    }
  }
  report.unexpected_keys.push(...waiting.values());

  model.load_state_dict({ ...own, ...fitting });
  const { missing_keys, mismatched_keys, unexpected_keys } = report;
  if (strict && missing_keys.length + mismatched_keys.length + unexpected_keys.length > 0)
    throw new RuntimeError(
      `missing: ${missing_keys.join(', ')}; other shape: ${mismatched_keys.join(', ')}; unexpected: ${unexpected_keys.join(', ')}`,
    );
  return report;
}

/** Pairs of a key without the `module.` of a wrapper, and the key itself. */
function unwrapped(keys: readonly string[]): [name: string, key: string][] {
  const wrapped = keys.every((key) => key.startsWith('module.'));
  return keys.map((key) => [wrapped ? key.slice('module.'.length) : key, key]);
}

/** By the longest old name that is the whole key or ends at one of its dots. */
function renamed(name: string, rename: Record<string, string>): string {
  const [old] = Object.keys(rename)
    .filter((prefix) => name === prefix || name.startsWith(`${prefix}.`))
    .sort((a, b) => b.length - a.length);
  if (old === undefined) return name;
  return [rename[old], name.slice(old.length + 1)].filter((part) => part !== '').join('.');
}
