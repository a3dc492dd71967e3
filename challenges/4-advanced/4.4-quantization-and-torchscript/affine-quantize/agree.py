import json
import sys

import torch
from torch.ao.quantization import MinMaxObserver, PerChannelMinMaxObserver
from twin import choose_qparams, dequantize, quantize

torch.manual_seed(int(sys.argv[1]))
x = torch.randn(5, 4, 3) * 3 + 0.5
result = []
for dtype in ("quint8", "qint8"):
    kind = getattr(torch, dtype)
    for axis in (None, 0, 1, 2):
        qparams = choose_qparams(x, dtype, axis)
        q = quantize(x, qparams, dtype, axis)
        back = dequantize(q, qparams, axis)
        result.append([t.flatten().tolist() for t in (*qparams, q, back)])

        if axis is None:
            observer = MinMaxObserver(dtype=kind, qscheme=torch.per_tensor_affine)
        else:
            observer = PerChannelMinMaxObserver(ch_axis=axis, dtype=kind, qscheme=torch.per_channel_affine)
        observer(x)
        scale, zero_point = observer.calculate_qparams()
        torch.testing.assert_close(scale.reshape(qparams[0].shape), qparams[0])
        assert zero_point.reshape(qparams[1].shape).tolist() == qparams[1].tolist()
        if axis is None:
            real = torch.quantize_per_tensor(x, qparams[0].item(), qparams[1].item(), kind)
        else:
            real = torch.quantize_per_channel(x, *qparams, axis, kind)
        assert real.int_repr().equal(q)
        torch.testing.assert_close(real.dequantize(), back)

# what the challenge says of PyTorch: half to even before the zero point, and all zeros
ties = torch.tensor([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5])
for dtype, kind in (("quint8", torch.quint8), ("qint8", torch.qint8)):
    for zero_point in (7, 8):
        real = torch.quantize_per_tensor(ties, 1.0, zero_point, kind).int_repr()
        assert real.tolist() == [zero_point + k for k in (-2, -2, 0, 0, 2, 2)], real
        assert quantize(ties, (torch.tensor(1.0), torch.tensor(zero_point)), dtype).equal(real)
    for constant in (0.0, 3.0, -3.0):
        observer = MinMaxObserver(dtype=kind, qscheme=torch.per_tensor_affine)
        observer(torch.full([4], constant))
        scale, zero_point = observer.calculate_qparams()
        ours = choose_qparams(torch.full([4], constant), dtype)
        assert scale.item() == ours[0].item() and zero_point.item() == ours[1].item(), (constant, scale, ours)
print(json.dumps(result))
