import { RuntimeError } from '../device/device.ts';
import type { DType, DTypeName } from '../dtype.ts';

/** PyTorch's C++ names of dtypes, which its messages show. */
export const scalarTypes: Record<DTypeName, string> = {
  float32: 'Float',
  float64: 'Double',
  float16: 'Half',
  bfloat16: 'BFloat16',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
  quint8: 'QUInt8',
  qint8: 'QInt8',
  qint32: 'QInt32',
};
/** Refuses a kernel to dtypes that are not floating point. */
export function requireFloat(dtype: DType, kernel: string): void {
  if (dtype.category !== 2) throw new RuntimeError(`"${kernel}" not implemented for '${scalarTypes[dtype.name]}'`);
}
