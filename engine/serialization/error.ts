import { RuntimeError } from '../device/device.ts';

/** A file that cannot be read or an object that cannot be written: the only error that save and load throw. */
export class CheckpointError extends RuntimeError {}
