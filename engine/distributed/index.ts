// `torch.distributed`: ranks that exchange tensors. Start them with `torch.multiprocessing.spawn`; how they run is in world.ts,
// what they exchange in collectives.ts. Modules and optimizers on top: ../nn/parallel, zero.ts.
export * from './collectives.ts';
export {
  destroy_process_group,
  get_backend,
  get_global_rank,
  get_group_rank,
  get_rank,
  get_world_size,
  init_process_group,
  is_available,
  is_initialized,
  new_group,
  ProcessGroup,
} from './groups.ts';
export { ReduceOp } from './reduce.ts';
export type { Traffic } from './traffic.ts';
import type { Traffic } from './traffic.ts';
import { trafficHere } from './world.ts';

/** This rank's collectives so far: calls by name, bytes sent, and messages by receiver. PyTorch has no such function. */
export const traffic = (): Pick<Traffic, 'calls' | 'bytes_sent' | 'messages'> => {
  const { calls, bytes_sent, messages } = trafficHere();
  return { calls: { ...calls }, bytes_sent, messages: { ...messages } };
};
export * as optim from './zero.ts';
