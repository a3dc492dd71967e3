// `torch.nn.parallel`: one module on several logical devices (DataParallel) or on several ranks (DistributedDataParallel).
export { DataParallel, data_parallel } from './data-parallel.ts';
export { DistributedDataParallel, type DDPOptions } from './distributed.ts';
export { gather, parallel_apply, replicate, scatter } from './replicas.ts';
