// The collectives of `torch.distributed`. Each makes an offer (this rank's numbers, what must agree), meets the others, and
// writes the answer into the caller's tensors. Bytes sent are those of the usual algorithms: rings for all_reduce, all_gather
// and reduce_scatter (2(N−1)/N, N−1 and (N−1)/N of the data), a chain for broadcast and reduce, direct sends for the rest.
import { no_grad } from '../autograd/modes.ts';
import { RuntimeError, ValueError } from '../device/device.ts';
import { deepcopy } from '../nn/deepcopy.ts';
import { bindArguments, needed } from '../nn/arguments.ts';
import { fromValues, numelOf, sameShape, type Tensor, valuesOf } from '../tensor.ts';
import { type Group, groupOf, type ProcessGroup } from './groups.ts';
import { checkOp, ReduceOp, reduceValues } from './reduce.ts';
import { type Answer, meet, type Offer, rankIndex, type Waiting } from './world.ts';

/** What `async_op: true` gives: the tensors hold the result after `wait()`. */
export class Work {
  readonly #waiting: Waiting;
  readonly #take: (answer: Answer) => void;
  #taken = false;
  constructor(waiting: Waiting, take: (answer: Answer) => void) {
    this.#waiting = waiting;
    this.#take = take;
  }
  is_completed(): boolean {
    return this.#taken || this.#waiting.complete();
  }
  is_success(): boolean {
    return this.is_completed();
  }
  wait(): boolean {
    if (!this.#taken) this.#take(this.#waiting.answer());
    this.#taken = true;
    return true;
  }
}

interface Options {
  group?: Group;
  async_op?: boolean;
}
interface ReduceOptions extends Options {
  op?: ReduceOp;
}

const copyOf = (t: Tensor): ArrayLike<number> => Array.from(valuesOf(t.detach()));
const bytesOf = (t: Tensor): number => numelOf(t.shape) * t.dtype.itemsize;
const facts = (t: Tensor): string => `TensorShape=[${t.shape.join(', ')}], TensorDtypes=${t.dtype}`;
function write(into: Tensor | undefined, values: ArrayLike<number> | undefined): void {
  if (!into || !values) return;
  no_grad(() => into.detach().copy_(fromValues(values, into.shape, into.dtype, into.storage.device)));
}

/** Nothing to do for a rank outside the group, as PyTorch, which warns. */
function together(
  group: ProcessGroup | null,
  async_op: boolean,
  offer: (group: ProcessGroup) => Offer,
  take: (answer: Answer) => void,
): Work | null {
  if (!group) return null;
  const work = new Work(meet(group.name, group.ranks, offer(group)), take);
  if (async_op) return work;
  work.wait();
  return null;
}
function placeOf(group: ProcessGroup, rank: number, what: string): number {
  const place = group.ranks.indexOf(rank);
  if (place < 0) throw new ValueError(`${what} ${rank} is not in the group of ranks ${group.ranks.join(', ')}`);
  return place;
}
/** Sizes of N nearly equal pieces, as a ring cuts its data. */
export const pieces = (length: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => Math.floor(((i + 1) * length) / n) - Math.floor((i * length) / n));
/** What place `at` of a ring sends in N−1 steps: every piece but one. */
const ringStep = (length: number, size: number, at: number): number =>
  length - (pieces(length, size)[(at + 1) % size] ?? 0);

/** Every rank's tensor becomes the sum (or what `op` says) of all. */
export function all_reduce(
  tensor: Tensor,
  op?: ReduceOp | ReduceOptions,
  group?: Group | ReduceOptions,
  async_op?: boolean,
): Work | null;
export function all_reduce(...args: unknown[]): Work | null {
  const o = bindArguments('all_reduce', args, {
    tensor: needed<Tensor>(),
    op: ReduceOp.SUM as ReduceOp,
    group: null as Group,
    async_op: false,
  });
  const { tensor, op } = o;
  return together(
    groupOf(o.group),
    o.async_op,
    ({ backend }) => {
      checkOp(op, backend, tensor.dtype);
      return {
        name: 'ALLREDUCE',
        agreed: `${facts(tensor)}, ${op}`,
        values: [copyOf(tensor)],
        combine: (offers) => ({
          values: [
            reduceValues(
              op,
              offers.flatMap((x) => x.values.slice(0, 1)),
              tensor.dtype,
            ),
          ],
        }),
        bytesSent: (place, size) =>
          size === 1
            ? 0
            : tensor.dtype.itemsize *
              (ringStep(tensor.numel(), size, place) + ringStep(tensor.numel(), size, place + 1)),
      };
    },
    ({ values }) => write(tensor, values[0]),
  );
}

/** The sum of all on rank `dst`; what the others' tensors hold afterwards is not defined, and here unchanged. */
export function reduce(
  tensor: Tensor,
  dst: number | (ReduceOptions & { dst: number }),
  op?: ReduceOp | ReduceOptions,
  group?: Group | ReduceOptions,
  async_op?: boolean,
): Work | null;
export function reduce(...args: unknown[]): Work | null {
  const o = bindArguments('reduce', args, {
    tensor: needed<Tensor>(),
    dst: needed<number>(),
    op: ReduceOp.SUM as ReduceOp,
    group: null as Group,
    async_op: false,
  });
  const { tensor, op, dst } = o;
  return together(
    groupOf(o.group),
    o.async_op,
    (group) => {
      checkOp(op, group.backend, tensor.dtype);
      const root = placeOf(group, dst, 'dst');
      return {
        name: 'REDUCE',
        agreed: `${facts(tensor)}, ${op}, dst=${dst}`,
        values: [copyOf(tensor)],
        combine: (offers, place) =>
          place === root
            ? {
                values: [
                  reduceValues(
                    op,
                    offers.flatMap((x) => x.values.slice(0, 1)),
                    tensor.dtype,
                  ),
                ],
              }
            : { values: [] },
        bytesSent: (place) => (place === root ? 0 : bytesOf(tensor)),
      };
    },
    ({ values }) => write(tensor, values[0]),
  );
}

/** Every rank's tensor becomes that of rank `src`. */
export function broadcast(
  tensor: Tensor,
  src: number | (Options & { src: number }),
  group?: Group | Options,
  async_op?: boolean,
): Work | null;
export function broadcast(...args: unknown[]): Work | null {
  const o = bindArguments('broadcast', args, {
    tensor: needed<Tensor>(),
    src: needed<number>(),
    group: null as Group,
    async_op: false,
  });
  const { tensor, src } = o;
  return together(
    groupOf(o.group),
    o.async_op,
    (group) => {
      const root = placeOf(group, src, 'src');
      return {
        name: 'BROADCAST',
        agreed: `${facts(tensor)}, src=${src}`,
        values: group.rank() === root ? [copyOf(tensor)] : [],
        combine: (offers) => ({ values: offers[root]?.values ?? [] }),
        // A chain from the root on: everyone passes it to the next, but the last.
        bytesSent: (place, size) => ((place - root + size) % size === size - 1 ? 0 : bytesOf(tensor)),
      };
    },
    ({ values }) => write(tensor, values[0]),
  );
}

function checkList(list: readonly Tensor[], size: number, what: string): void {
  if (list.length !== size)
    throw new RuntimeError(`${what} has ${list.length} tensors, one for each of the ${size} ranks is needed`);
}

/** The tensors of all ranks, in their order, into `tensor_list`. */
export function all_gather(
  tensor_list: readonly Tensor[],
  tensor: Tensor,
  group?: Group | Options,
  async_op?: boolean,
): Work | null;
export function all_gather(...args: unknown[]): Work | null {
  const o = bindArguments('all_gather', args, {
    tensor_list: needed<readonly Tensor[]>(),
    tensor: needed<Tensor>(),
    group: null as Group,
    async_op: false,
  });
  return gatherAll(o.tensor_list, o.tensor, groupOf(o.group), o.async_op, (size) => {
    checkList(o.tensor_list, size, 'tensor_list');
    for (const t of o.tensor_list)
      if (!sameShape(t.shape, o.tensor.shape) || t.dtype !== o.tensor.dtype)
        throw new RuntimeError(`tensor_list holds ${facts(t)}, this rank's tensor is ${facts(o.tensor)}`);
  });
}
function gatherAll(
  into: readonly Tensor[],
  tensor: Tensor,
  group: ProcessGroup | null,
  async_op: boolean,
  check: (size: number) => void,
): Work | null {
  return together(
    group,
    async_op,
    ({ ranks }) => {
      check(ranks.length);
      return {
        name: 'ALLGATHER',
        agreed: facts(tensor),
        values: [copyOf(tensor)],
        combine: (offers) => ({ values: offers.flatMap((x) => x.values.slice(0, 1)) }),
        bytesSent: (_, size) => (size - 1) * bytesOf(tensor),
      };
    },
    ({ values }) => into.forEach((t, i) => write(t, values[i])),
  );
}
const split = (t: Tensor, n: number): Tensor[] => {
  const flat = t.detach().reshape([-1]);
  const each = flat.numel() / n;
  return Array.from({ length: n }, (_, i) => flat.narrow(0, i * each, each));
};
/** As all_gather, into one tensor. */
export function all_gather_into_tensor(
  output_tensor: Tensor,
  input_tensor: Tensor,
  group?: Group | Options,
  async_op?: boolean,
): Work | null;
export function all_gather_into_tensor(...args: unknown[]): Work | null {
  const o = bindArguments('all_gather_into_tensor', args, {
    output_tensor: needed<Tensor>(),
    input_tensor: needed<Tensor>(),
    group: null as Group,
    async_op: false,
  });
  const group = groupOf(o.group);
  const size = group?.size() ?? 1;
  if (o.output_tensor.numel() !== size * o.input_tensor.numel())
    throw new RuntimeError('output tensor size must be equal to world_size times input tensor size');
  return gatherAll(split(o.output_tensor, size), o.input_tensor.detach().reshape([-1]), group, o.async_op, () => {});
}

/** Rank i gets the sum of everyone's i-th tensor. */
export function reduce_scatter(
  output: Tensor,
  input_list: readonly Tensor[],
  op?: ReduceOp | ReduceOptions,
  group?: Group | ReduceOptions,
  async_op?: boolean,
): Work | null;
export function reduce_scatter(...args: unknown[]): Work | null {
  const o = bindArguments('reduce_scatter', args, {
    output: needed<Tensor>(),
    input_list: needed<readonly Tensor[]>(),
    op: ReduceOp.SUM as ReduceOp,
    group: null as Group,
    async_op: false,
  });
  return scatterSum(o.output, o.input_list, o.op, groupOf(o.group), o.async_op);
}
/** As reduce_scatter, from one tensor. */
export function reduce_scatter_tensor(
  output: Tensor,
  input: Tensor,
  op?: ReduceOp | ReduceOptions,
  group?: Group | ReduceOptions,
  async_op?: boolean,
): Work | null;
export function reduce_scatter_tensor(...args: unknown[]): Work | null {
  const o = bindArguments('reduce_scatter_tensor', args, {
    output: needed<Tensor>(),
    input: needed<Tensor>(),
    op: ReduceOp.SUM as ReduceOp,
    group: null as Group,
    async_op: false,
  });
  const group = groupOf(o.group);
  const size = group?.size() ?? 1;
  if (o.input.numel() !== size * o.output.numel())
    throw new RuntimeError('input tensor must be the same size as output size times world size');
  return scatterSum(o.output, split(o.input, size), o.op, group, o.async_op);
}
function scatterSum(
  output: Tensor,
  list: readonly Tensor[],
  op: ReduceOp,
  group: ProcessGroup | null,
  async_op: boolean,
): Work | null {
  return together(
    group,
    async_op,
    ({ backend, ranks }) => {
      checkOp(op, backend, output.dtype);
      checkList(list, ranks.length, 'input_list');
      if (list.some((t) => t.numel() !== output.numel()))
        throw new RuntimeError('every tensor of input_list must have the size of output');
      return {
        name: 'REDUCE_SCATTER',
        agreed: `TensorShape=[${output.numel()}], TensorDtypes=${output.dtype}, ${op}`,
        values: list.map(copyOf),
        combine: (offers, place) => ({
          values: [
            reduceValues(
              op,
              offers.flatMap((x) => x.values.slice(place, place + 1)),
              output.dtype,
            ),
          ],
        }),
        bytesSent: (_, size) => (size - 1) * bytesOf(output),
      };
    },
    ({ values }) => write(output, values[0]),
  );
}

/** Rank i gets the i-th tensor of rank `src`. */
export function scatter(
  tensor: Tensor,
  scatter_list?: readonly Tensor[] | null | (Options & { scatter_list?: readonly Tensor[] | null; src?: number }),
  src?: number | (Options & { src?: number }),
  group?: Group | Options,
  async_op?: boolean,
): Work | null;
export function scatter(...args: unknown[]): Work | null {
  const o = bindArguments('scatter', args, {
    tensor: needed<Tensor>(),
    scatter_list: null as readonly Tensor[] | null,
    src: 0,
    group: null as Group,
    async_op: false,
  });
  const { tensor, src } = o;
  const list = o.scatter_list ?? [];
  return together(
    groupOf(o.group),
    o.async_op,
    (group) => {
      const root = placeOf(group, src, 'src');
      const mine = group.rank() === root;
      if (mine && list.length === 0) throw new ValueError('Argument `scatter_list` must be specified on source rank.');
      if (!mine && list.length > 0)
        throw new ValueError('Argument `scatter_list` must NOT be specified on non-source ranks.');
      if (mine) checkList(list, group.size(), 'scatter_list');
      return {
        name: 'SCATTER',
        agreed: `${facts(tensor)}, src=${src}`,
        values: list.map(copyOf),
        combine: (offers, place) => ({ values: (offers[root]?.values ?? []).slice(place, place + 1) }),
        bytesSent: (place, size) => (place === root ? (size - 1) * bytesOf(tensor) : 0),
      };
    },
    ({ values }) => write(tensor, values[0]),
  );
}

/** Rank `dst` gets everyone's tensor, in the order of the ranks. */
export function gather(
  tensor: Tensor,
  gather_list?: readonly Tensor[] | null | (Options & { gather_list?: readonly Tensor[] | null; dst?: number }),
  dst?: number | (Options & { dst?: number }),
  group?: Group | Options,
  async_op?: boolean,
): Work | null;
export function gather(...args: unknown[]): Work | null {
  const o = bindArguments('gather', args, {
    tensor: needed<Tensor>(),
    gather_list: null as readonly Tensor[] | null,
    dst: 0,
    group: null as Group,
    async_op: false,
  });
  const { tensor, dst } = o;
  const list = o.gather_list ?? [];
  return together(
    groupOf(o.group),
    o.async_op,
    (group) => {
      const root = placeOf(group, dst, 'dst');
      const mine = group.rank() === root;
      if (mine && list.length === 0)
        throw new ValueError('Argument `gather_list` must be specified on destination rank.');
      if (!mine && list.length > 0)
        throw new ValueError('Argument `gather_list` must NOT be specified on non-destination ranks.');
      if (mine) checkList(list, group.size(), 'gather_list');
      return {
        name: 'GATHER',
        agreed: `${facts(tensor)}, dst=${dst}`,
        values: [copyOf(tensor)],
        combine: (offers, place) => ({ values: place === root ? offers.flatMap((x) => x.values.slice(0, 1)) : [] }),
        bytesSent: (place) => (place === root ? 0 : bytesOf(tensor)),
      };
    },
    ({ values }) => list.forEach((t, i) => write(t, values[i])),
  );
}

/** Rank i's j-th input becomes rank j's i-th output. */
export function all_to_all(
  output_tensor_list: readonly Tensor[],
  input_tensor_list: readonly Tensor[],
  group?: Group | Options,
  async_op?: boolean,
): Work | null;
export function all_to_all(...args: unknown[]): Work | null {
  const o = bindArguments('all_to_all', args, {
    output_tensor_list: needed<readonly Tensor[]>(),
    input_tensor_list: needed<readonly Tensor[]>(),
    group: null as Group,
    async_op: false,
  });
  const [outputs, inputs] = [o.output_tensor_list, o.input_tensor_list];
  return together(
    groupOf(o.group),
    o.async_op,
    ({ ranks }) => {
      checkList(inputs, ranks.length, 'input_tensor_list');
      checkList(outputs, ranks.length, 'output_tensor_list');
      return {
        name: 'ALLTOALL',
        agreed: `TensorDtypes=${inputs[0]?.dtype}`,
        values: inputs.map(copyOf),
        combine: (offers, place) => {
          const values = offers.flatMap((x) => x.values.slice(place, place + 1));
          values.forEach((list, i) => {
            if (list.length !== outputs[i]?.numel())
              throw new RuntimeError(
                `rank ${ranks[i]} sends ${list.length} elements, the output has ${outputs[i]?.numel()}`,
              );
          });
          return { values };
        },
        bytesSent: (place) => inputs.reduce((sum, t, i) => sum + (i === place ? 0 : bytesOf(t)), 0),
      };
    },
    ({ values }) => outputs.forEach((t, i) => write(t, values[i])),
  );
}

/** Waits until every rank of the group is here. */
export function barrier(group?: Group | Options, async_op?: boolean): Work | null;
export function barrier(...args: unknown[]): Work | null {
  const o = bindArguments('barrier', args, { group: null as Group, async_op: false });
  const offer: Offer = {
    name: 'BARRIER',
    agreed: 'no tensor',
    values: [],
    combine: () => ({ values: [] }),
    bytesSent: () => 0,
  };
  return together(
    groupOf(o.group),
    o.async_op,
    () => offer,
    () => {},
  );
}

interface PeerOptions {
  group?: Group;
  tag?: number;
}
function exchange(
  tensor: Tensor,
  from: number,
  to: number,
  group: ProcessGroup,
  tag: number,
  take: (answer: Answer) => void,
): Work {
  const me = rankIndex();
  if (from === to)
    throw new RuntimeError(
      'Invalid destination rank: destination rank should not be the same as the rank of the current process.',
    );
  placeOf(group, from, 'src');
  placeOf(group, to, 'dst');
  const offer: Offer = {
    name: me === from ? 'SEND' : 'RECV',
    agreed: `${tensor.numel()} elements, TensorDtypes=${tensor.dtype}`,
    values: me === from ? [copyOf(tensor)] : [],
    combine: (offers) => ({ values: offers[0]?.values ?? [] }),
    bytesSent: (place) => (place === 0 ? bytesOf(tensor) : 0),
    ...(me === from ? { to } : {}),
  };
  return new Work(
    meet(`messages from ${from} to ${to}, tag ${tag}, of ${group.name}`, [from, to], { ...offer, name: 'SEND/RECV' }),
    take,
  );
}
function peer(
  what: string,
  args: readonly unknown[],
): { tensor: Tensor; other: number; group: ProcessGroup | null; tag: number } {
  const name = what.endsWith('send') ? 'dst' : 'src';
  const o: Record<string, unknown> = bindArguments(what, args, {
    tensor: needed<Tensor>(),
    [name]: needed<number>(),
    group: null,
    tag: 0,
  });
  const other = o[name];
  if (typeof other !== 'number') throw new ValueError(`${what}: ${name} must be a rank`);
  return { tensor: o['tensor'] as Tensor, other, group: groupOf(o['group'] as Group), tag: Number(o['tag']) };
}
/** Sends to a rank; returns when it has received. */
export function send(
  tensor: Tensor,
  dst: number | (PeerOptions & { dst: number }),
  group?: Group | PeerOptions,
  tag?: number,
): void;
export function send(...args: unknown[]): void {
  const { tensor, other, group, tag } = peer('send', args);
  if (group) exchange(tensor, rankIndex(), other, group, tag, () => {}).wait();
}
/** Receives from a rank, which it returns. */
export function recv(
  tensor: Tensor,
  src: number | (PeerOptions & { src: number }),
  group?: Group | PeerOptions,
  tag?: number,
): number;
export function recv(...args: unknown[]): number {
  const { tensor, other, group, tag } = peer('recv', args);
  if (!group) return -1;
  exchange(tensor, other, rankIndex(), group, tag, ({ values }) => write(tensor, values[0])).wait();
  return other;
}
export function isend(
  tensor: Tensor,
  dst: number | (PeerOptions & { dst: number }),
  group?: Group | PeerOptions,
  tag?: number,
): Work | null;
export function isend(...args: unknown[]): Work | null {
  const { tensor, other, group, tag } = peer('isend', args);
  return group && exchange(tensor, rankIndex(), other, group, tag, () => {});
}
export function irecv(
  tensor: Tensor,
  src: number | (PeerOptions & { src: number }),
  group?: Group | PeerOptions,
  tag?: number,
): Work | null;
export function irecv(...args: unknown[]): Work | null {
  const { tensor, other, group, tag } = peer('irecv', args);
  return group && exchange(tensor, other, rankIndex(), group, tag, ({ values }) => write(tensor, values[0]));
}

// ---- plain objects: copied as by pickle ---------------------------------------------------------------------------------------

function objects(
  group: ProcessGroup | null,
  name: string,
  agreed: string,
  object: unknown,
  pick: (objects: readonly unknown[], place: number) => unknown,
): unknown {
  let found: unknown;
  together(
    group,
    false,
    () => ({
      name,
      agreed,
      values: [],
      object: deepcopy(object),
      combine: (offers, place) => ({
        values: [],
        object: pick(
          offers.map((x) => x.object),
          place,
        ),
      }),
      bytesSent: () => 0,
    }),
    (answer) => (found = deepcopy(answer.object)),
  );
  return found;
}
/** Everyone's object, in the order of the ranks, into `object_list`. */
export function all_gather_object(object_list: unknown[], obj: unknown, group: Group = null): void {
  const found = objects(groupOf(group), 'ALLGATHER_OBJECT', 'objects', [obj], (all) => all.flat());
  if (Array.isArray(found)) found.forEach((one, i) => (object_list[i] = one));
}
/** The objects of rank `src` replace those of the others. */
export function broadcast_object_list(object_list: unknown[], src = 0, group: Group = null): void {
  const within = groupOf(group);
  const root = within ? placeOf(within, src, 'src') : 0;
  const found = objects(
    within,
    'BROADCAST_OBJECT',
    `${object_list.length} objects, src=${src}`,
    object_list,
    (all) => all[root],
  );
  if (Array.isArray(found)) found.forEach((one, i) => (object_list[i] = one));
}
/** Rank `dst` gets everyone's object. */
export function gather_object(
  obj: unknown,
  object_gather_list: unknown[] | null = null,
  dst = 0,
  group: Group = null,
): void {
  const found = objects(groupOf(group), 'GATHER_OBJECT', `dst=${dst}`, [obj], (all) => all.flat());
  if (rankIndex() === dst && Array.isArray(found))
    found.forEach((one, i) => object_gather_list && (object_gather_list[i] = one));
}
/** Rank i gets the i-th object of rank `src`, as the one element of its output list. */
export function scatter_object_list(
  scatter_object_output_list: unknown[],
  scatter_object_input_list: readonly unknown[] | null,
  src = 0,
  group: Group = null,
): void {
  const within = groupOf(group);
  const root = within ? placeOf(within, src, 'src') : 0;
  scatter_object_output_list[0] = objects(
    within,
    'SCATTER_OBJECT',
    `src=${src}`,
    scatter_object_input_list ?? [],
    (all, place) => {
      const list = all[root];
      return Array.isArray(list) ? list[place] : undefined;
    },
  );
}
