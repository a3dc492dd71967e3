import torch, { type Tensor } from '#engine/index.ts';
import type { Argument, CandidateModule, Given, Returned, Spy, State } from '../authoring.ts';
import { encodeState, moduleHandle, moduleId, optimizerHandle, returned, tensorHandle } from './candidate.ts';
import { buildDescription, parseDescription } from './description.ts';
import type { Described } from './described.ts';
import { ProtocolBroken } from './failure.ts';
import { seededRng } from './rng.ts';
import { encodeTensor, rememberSpy, type Session } from './session.ts';
import type { Wire } from './wire.ts';

/** What the judge makes for the candidate in one test. */
export function givenOf(session: Session, seed: number, testId: string): Given {
  const rng = seededRng(seed, testId);
  const spy: Given['spy'] = (body = () => undefined, options = {}) => {
    const name = options.name ?? 'callback';
    const calls: (readonly Returned[])[] = [];
    const made: Spy = { label: name, calls };
    rememberSpy(
      made,
      session.addSpy(name, (described) => {
        const args = described.map((d, i) => returned(session, d, `${name}(…)[${i}]`));
        calls.push(args);
        return body(...args) ?? null;
      }),
    );
    return made;
  };
  return {
    rng,
    spy,
    tensor: (values, { requires_grad = false, contiguous = true, name = 'tensor' } = {}) => {
      const made = session.request({ op: 'tensor', ...encodeTensor(values), requires_grad, contiguous }, name);
      if (made.t !== 'tensor') throw new ProtocolBroken('no tensor was made');
      return tensorHandle(session, made, name);
    },
    module: (source, { state, training = true, name = 'model' } = {}) => {
      const description = parseDescription(source);
      const drawn: Record<string, Tensor> = {};
      for (const [key, t] of Object.entries(buildDescription(description).state_dict()))
        drawn[key] = state?.[key] ?? rng.uniform([...t.shape], -1, 1);
      const made = session.request(
        {
          op: 'module',
          spec: { ...description, args: description.args.map(plainSpec), options: { ...description.options } },
          state: encodeState(drawn),
          training,
        },
        name,
      );
      return moduleHandle(session, idOf(made), name, description);
    },
    optimizer: (type, model, options = {}) => {
      const made = session.request({ op: 'optimizer', type, id: moduleId(model), options: { ...options } }, type);
      return optimizerHandle(session, idOf(made), 'optimizer', type);
    },
    sequence: (values) => {
      let next = 0;
      return (): Argument => values[Math.min(next++, values.length - 1)] ?? null;
    },
    scriptedTraining: (model) => scripted(model, rng, spy),
    table: <Row>(rows: { readonly [name: string]: Row }) => Object.entries(rows),
    manualSeed: (n) => void session.request({ op: 'seed', seed: n }, 'torch.manual_seed'),
  };
}

function plainSpec(arg: ReturnType<typeof parseDescription>['args'][number]): Wire {
  return typeof arg === 'object' ? { type: arg.type, args: arg.args.map(plainSpec), options: { ...arg.options } } : arg;
}

function idOf(made: Described): number {
  if (made.t !== 'other') throw new ProtocolBroken('nothing was made');
  return made.id;
}

function scripted(model: CandidateModule, rng: Given['rng'], spy: Given['spy']): ReturnType<Given['scriptedTraining']> {
  const states: State[] = [model.state_dict()];
  let epochs = 0;
  // Drawn when first asked for: also for epochs that the candidate never trains.
  const state_at = (epoch: number): State => {
    for (let last = states.at(-1) ?? {}; states.length <= epoch; states.push(last))
      last = Object.fromEntries(
        Object.entries(last).map(([name, t]) => [name, torch.add(t, rng.uniform([...t.shape], 0.5, 1))]),
      );
    return states[epoch] ?? {};
  };
  const advance = (): void => model.load_state_dict(state_at(++epochs));
  return {
    advance,
    state_at,
    train_epoch: spy(() => advance(), { name: 'train_epoch' }),
    get epochs() {
      return epochs;
    },
  };
}
