import torch, { type nn, type Tensor } from 'torch';

export type State = Record<string, Tensor>;

const PREFIX = 'module.';

// Works on lists of pairs and copies by itself.
export function load_partial(
  model: nn.Module,
  state: State,
  options: { strict?: boolean; rename?: Record<string, string> } = {},
) {
  const rules = Object.entries(options.rename ?? {}).toSorted(([a], [b]) => b.length - a.length);
  const plain = (keys: string[]) => {
    const all = keys.filter((key) => key.indexOf(PREFIX) === 0).length === keys.length;
    return keys.map((key) => ({ key, name: all ? key.substring(PREFIX.length) : key }));
  };
  const rename = (name: string): string => {
    for (const [old, fresh] of rules) {
      if (name === old) return fresh;
      if (name.startsWith(`${old}.`)) return fresh === '' ? name.slice(old.length + 1) : fresh + name.slice(old.length);
    }
    return name;
  };

  const offers = plain(Object.keys(state)).map(({ key, name }) => ({ key, name: rename(name), taken: false }));
  if (new Set(offers.map((offer) => offer.name)).size !== offers.length) throw new Error('two keys of one name');

  const copies: [Tensor, Tensor][] = [];
  const loaded_keys: string[] = [];
  const missing_keys: string[] = [];
  const mismatched_keys: string[] = [];
  const own = model.state_dict();
  for (const { key, name } of plain(Object.keys(own))) {
    const offer = offers.find((o) => o.name === name);
    const [into, value] = [own[key], offer && state[offer.key]];
    if (!into || !offer || !value) {
      missing_keys.push(key);
      continue;
    }
    offer.taken = true;
    const same = into.ndim === value.ndim && into.shape.every((size, d) => size === value.shape[d]);
    (same ? loaded_keys : mismatched_keys).push(key);
    if (same) copies.push([into, value]);
  }
  const unexpected_keys = offers.filter((offer) => !offer.taken).map((offer) => offer.key);

  const faults = [...missing_keys, ...mismatched_keys, ...unexpected_keys];
  if ((options.strict ?? true) && faults.length > 0) throw new Error(`the state does not fit: ${faults.join(' ')}`);
  torch.no_grad(() => {
    for (const [into, value] of copies) into.copy_(value);
  });
  return { loaded_keys, missing_keys, mismatched_keys, unexpected_keys };
}
