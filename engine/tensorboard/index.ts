// `torch.utils.tensorboard`. Writes real event files, as bytes: there is no disk here. Not for: images, audio, video and meshes.
export { SummaryWriter } from './writer.ts';
