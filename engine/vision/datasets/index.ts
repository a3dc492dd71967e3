// `torch.vision.datasets`: small real data, shipped with the engine (../data says where it is from), and folders of images.
export { Digits } from './digits.ts';
export { ImageFolder } from './image-folder.ts';
export { Iris } from './iris.ts';
