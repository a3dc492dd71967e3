import { type Operand, RuntimeError } from './device/device.ts';
import { meters } from './meters.ts';

/** Runs a kernel on the device that holds the operands. */
export function dispatch(kernel: string, operands: readonly Operand[], parameters: object): void {
  const device = operands[0]?.storage.device;
  for (let i = 1; i < operands.length; i++) {
    const other = operands[i]?.storage.device;
    if (other !== device)
      throw new RuntimeError(
        `Expected all tensors to be on the same device, but found at least two devices, ${device?.name} and ${other?.name}!`,
      );
  }
  if (meters.on) meters.launched(kernel, operands);
  device?.dispatch(kernel, operands, parameters);
}
