import type { DTypeName } from '../dtype.ts';

/** PyTorch's name of the storage class of each dtype. */
export const storageNames: Record<DTypeName, string> = {
  float32: 'FloatStorage',
  float64: 'DoubleStorage',
  float16: 'HalfStorage',
  bfloat16: 'BFloat16Storage',
  int64: 'LongStorage',
  int32: 'IntStorage',
  int16: 'ShortStorage',
  int8: 'CharStorage',
  uint8: 'ByteStorage',
  bool: 'BoolStorage',
  quint8: 'QUInt8Storage',
  qint8: 'QInt8Storage',
  qint32: 'QInt32Storage',
};
