import torch, { type Tensor } from '#engine/index.ts';
import type {
  Argument,
  CandidateDataset,
  CandidateModule,
  CandidateTensor,
  Given,
  ParameterGroup,
  Returned,
  Spy,
  State,
} from '../authoring.ts';
import { buildDescription, parseDescription } from './description.ts';
import type { Described } from './described.ts';
import { ProtocolBroken } from './failure.ts';
import { givenDevice } from './given-device.ts';
import { meterOf } from './meter.ts';
import { encodeState, isModuleHandle, moduleHandle } from './module-handle.ts';
import { optimizerHandle, schedulerHandle } from './optimizer-handle.ts';
import { returned } from './returned.ts';
import { dtypeNamed, seededRng } from './rng.ts';
import { encodeTensor, rememberReference, rememberSpy, type Session } from './session.ts';
import { copyOf, tensorHandle } from './tensor-handle.ts';
import type { WireRecord } from './wire.ts';

/** What the judge makes for the candidate in one test. */
export function givenOf(session: Session, seed: number, testId: string): Given {
  const rng = seededRng(seed, testId);
  const ask = (message: WireRecord, label: string): Returned =>
    returned(session, session.request(message, label), label);
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
  const onTorch = (op: string, path: string, args: readonly Argument[]): Returned =>
    ask({ op, path, args: session.encodeAll(args) }, `torch.${path}`);
  return {
    rng,
    spy,
    tensor: (values, options = {}) => {
      const {
        requires_grad,
        contiguous = true,
        dtype,
        device = givenDevice(dtype ?? values.dtype.name),
        parameter = false,
        name = 'tensor',
      } = options;
      const sent = dtype === undefined ? values : values.to(dtypeNamed(dtype));
      const made = session.request(
        {
          op: 'tensor',
          ...encodeTensor(sent),
          contiguous,
          device,
          parameter,
          requires_grad: requires_grad ?? parameter,
        },
        name,
      );
      if (made.t !== 'tensor') throw new ProtocolBroken('no tensor was made');
      session.names.set(made.id, name);
      return tensorHandle(session, made, name);
    },
    module: (
      source,
      { state, training = true, dtype = 'float32', device = givenDevice(dtype), name = 'model' } = {},
    ) => {
      const description = parseDescription(source);
      const twin = buildDescription(description).to(dtypeNamed(dtype));
      const drawn: Record<string, Tensor> = {};
      for (const [key, t] of Object.entries(twin.state_dict())) drawn[key] = state?.[key] ?? draw(rng, key, t);
      const made = session.request({ op: 'module', source, dtype, device, state: encodeState(drawn), training }, name);
      return moduleHandle(session, idOf(made), name, description);
    },
    optimizer: (type, params, options = {}) => {
      const made = session.request(
        {
          op: 'optimizer',
          type,
          params: session.encode(isModuleHandle(params) ? params : params.map(groupOf)),
          options: session.encode(options),
        },
        'optimizer',
      );
      return optimizerHandle(session, idOf(made), 'optimizer', type);
    },
    scheduler: (type, optimizer, options = {}) => {
      const made = session.request(
        {
          op: 'make',
          path: `optim.lr_scheduler.${type}`,
          args: session.encodeAll(Object.keys(options).length > 0 ? [optimizer, options] : [optimizer]),
        },
        'scheduler',
      );
      return schedulerHandle(session, idOf(made), 'scheduler', type);
    },
    dataset: (items, { name = 'dataset' } = {}) => {
      const reads: number[] = [];
      const read = spy(
        (index) => {
          const at = index?.number() ?? 0;
          reads.push(at);
          return items[at < 0 ? at + items.length : at] ?? null;
        },
        { name },
      );
      const made = session.request({ op: 'dataset', length: items.length, read: session.encode(read) }, name);
      const self: CandidateDataset = { label: name, reads };
      rememberReference(self, () => ({ t: 'ref', id: idOf(made) }));
      return self;
    },
    construct: (path, ...args) => onTorch('make', path, args),
    call: (path, ...args) => onTorch('torch_call', path, args),
    get: (path) => onTorch('torch_get', path, []),
    sequence: (values) => {
      let next = 0;
      return (): Argument => values[Math.min(next++, values.length - 1)] ?? null;
    },
    scriptedTraining: (model) => scripted(model, rng, spy),
    table: <Row>(rows: { readonly [name: string]: Row }) => Object.entries(rows),
    manualSeed: (n) => void session.request({ op: 'seed', seed: n }, 'torch.manual_seed'),
    randomState: {
      label: { en: 'the random state', zh: '随机数状态' },
      now: () => {
        const state = session.request({ op: 'torch_call', path: 'get_rng_state', args: [] }, 'torch.get_rng_state()');
        if (state.t !== 'tensor') throw new ProtocolBroken('no random state');
        return copyOf(state);
      },
      set: (state) => void onTorch('torch_call', 'set_rng_state', [state]),
    },
    gradEnabled: () => onTorch('torch_call', 'is_grad_enabled', []).boolean(),
    callOrder: () => [...session.callOrder],
    meter: (body, options) => meterOf(session, body, options),
    save: (value) => onTorch('torch_call', 'save', [value]).bytes(),
    load: (bytes) => onTorch('torch_call', 'load', [bytes]),
  };
}

/** A group's parameters are given as they are, a model as its own. */
const groupOf = (given: CandidateTensor | ParameterGroup): Argument => ('params' in given ? { ...given } : given);

function idOf(made: Described): number {
  if (made.t === 'plain') throw new ProtocolBroken('nothing was made');
  return made.id;
}

/** Values that every layer can work with: variances positive, counters as they start. */
function draw(rng: Given['rng'], name: string, like: Tensor): Tensor {
  if (!like.is_floating_point()) return like;
  const low = name.endsWith('running_var') ? 0.5 : -1;
  return rng.uniform([...like.shape], low, low + 2, { dtype: like.dtype.name });
}

function scripted(model: CandidateModule, rng: Given['rng'], spy: Given['spy']): ReturnType<Given['scriptedTraining']> {
  const states: State[] = [model.state_dict()];
  let epochs = 0;
  // Drawn when first asked for: also for epochs that the candidate never trains.
  const state_at = (epoch: number): State => {
    for (let last = states.at(-1) ?? {}; states.length <= epoch; states.push(last))
      last = Object.fromEntries(
        Object.entries(last).map(([name, t]) => [
          name,
          t.is_floating_point() ? torch.add(t, rng.uniform([...t.shape], 0.5, 1, { dtype: t.dtype.name })) : t,
        ]),
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
