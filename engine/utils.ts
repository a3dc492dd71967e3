// `torch.utils`, PyTorch's namespace of that name.
export * as data from './data/index.ts';
