// `torch.vision.models`: architectures with torchvision's names of parameters.
export { BasicBlock, digits_resnet, ResNet, resnet18, resnet34, type ResNetOptions } from './resnet.ts';
export { LeNet, MLP } from './small.ts';
