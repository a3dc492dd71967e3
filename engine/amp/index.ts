// `torch.amp`: mixed precision. autocast chooses dtypes operator by operator (policy.ts), GradScaler keeps float16 gradients alive.
export { autocast } from './autocast.ts';
export { GradScaler, type GradScalerOptions, type GradScalerState } from './grad-scaler.ts';
