import json
import sys

import torch
from twin import Value, squared_error

torch.manual_seed(int(sys.argv[1]))
a, b, w, bias, *points = torch.randn(44, dtype=torch.float64).tolist()
xs, ys = points[:20], points[20:]


def run(leaf, error):
    """A graph whose values have several uses, run backward twice, and a loss."""
    x, y, weight, offset = leaf(a), leaf(b), leaf(w), leaf(bias)
    shared = (x * y + x).tanh()
    out = shared * shared * y + (shared + 2) ** 3 + x * x
    for _ in range(2):
        backward(out)
    loss = error(weight, offset)
    backward(loss)
    return [number(out), number(loss), *[float(v.grad) for v in (x, y, weight, offset)]]


def backward(value):
    if isinstance(value, torch.Tensor):
        value.backward(retain_graph=True)
    else:
        value.backward()


def number(value):
    return value.item() if isinstance(value, torch.Tensor) else value.data


def torch_leaf(x):
    return torch.tensor(x, dtype=torch.float64, requires_grad=True)


def torch_error(weight, offset):
    x, y = torch.tensor(xs, dtype=torch.float64), torch.tensor(ys, dtype=torch.float64)
    return ((weight * x + offset).tanh() - y).pow(2).sum()


# The same by the twin and by PyTorch itself.
print(json.dumps([run(Value, lambda weight, offset: squared_error(weight, offset, xs, ys)), run(torch_leaf, torch_error)]))
