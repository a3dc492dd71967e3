// torch.utils.data: datasets, samplers, and the DataLoader that makes batches of them. Synchronous, as PyTorch; the random
// draws are PyTorch's own, so that a seed gives the same order. Start reading at dataloader.ts.
// Not here: real data sets and transforms of images.
export {
  ChainDataset,
  ConcatDataset,
  Dataset,
  IterableDataset,
  type MapStyle,
  random_split,
  Subset,
  TensorDataset,
} from './dataset.ts';
export {
  BatchSampler,
  DistributedSampler,
  RandomSampler,
  Sampler,
  SequentialSampler,
  SubsetRandomSampler,
  WeightedRandomSampler,
} from './sampler.ts';
export { type Collated, type Converted, default_collate, default_convert } from './collate.ts';
export { get_worker_info, type WorkerInfo } from './worker.ts';
export { DataLoader, type DataLoaderOptions } from './dataloader.ts';
