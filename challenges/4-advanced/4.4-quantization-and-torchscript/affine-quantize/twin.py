import torch

RANGES = {"quint8": (0, 255, torch.uint8), "qint8": (-128, 127, torch.int8)}
EPS = 2.0**-23


def choose_qparams(x, dtype, axis=None):
    low, high, _ = RANGES[dtype]
    values = x.reshape(-1) if axis is None else x.movedim(axis, 0).reshape(x.size(axis), -1)
    # 0 belongs to the range, so that a step falls on it
    lowest = values.amin(-1).clamp(max=0)
    highest = values.amax(-1).clamp(min=0)
    scale = ((highest - lowest) / (high - low)).clamp(min=EPS)
    zero_point = (low - (lowest / scale).round()).clamp(low, high).to(torch.int32)
    return scale, zero_point


def quantize(x, qparams, dtype, axis=None):
    low, high, stored = RANGES[dtype]
    scale, zero_point = (along(t, axis, x.dim()) for t in qparams)
    return ((x / scale).round() + zero_point).clamp(low, high).to(stored)


def dequantize(q, qparams, axis=None):
    scale, zero_point = (along(t, axis, q.dim()) for t in qparams)
    return (q.to(torch.int32) - zero_point) * scale  # in uint8, 3 - 5 would be 254


def along(values, axis, dims):
    """One value for each channel, to be broadcast against a tensor of so many dimensions."""
    return values if axis is None else values.reshape([-1 if d == axis else 1 for d in range(dims)])
