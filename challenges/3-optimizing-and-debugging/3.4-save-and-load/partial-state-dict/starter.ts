import { type nn, type Tensor } from 'torch';

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

export function load_partial(model: nn.Module, state: Readonly<State>, options: Options = {}): Report | undefined {
  return undefined;
}
