// torch.nn.functional as the layers see it.
export { functional as F } from '../../core.ts';
