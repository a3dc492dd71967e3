// `torch.vision`: what torchvision is to PyTorch, as far as small real images need it.
export * as datasets from './datasets/index.ts';
export { Image } from './image.ts';
export * as models from './models/index.ts';
export * as transforms from './transforms/index.ts';
