import itertools
import json
import sys

import torch
from twin import Layout, address, contiguous, is_contiguous, slice_, transpose, view

torch.manual_seed(int(sys.argv[1]))


def draw(low, high):
    return int(torch.randint(low, high + 1, []))


def addresses(layout):
    return [address(layout, index) for index in itertools.product(*map(range, layout.shape))]


def attempt(layout, shape):
    try:
        return addresses(view(layout, shape))
    except RuntimeError:
        return [-1]


def by_torch(x, shape):
    try:
        return x.view(shape).flatten().tolist()
    except RuntimeError:
        return [-1]


# Every value of x is its own address, so PyTorch says the same as the arithmetic.
result = []
for _ in range(40):
    shape = [draw(1, 4) for _ in range(3)]
    layout, x = contiguous(shape), torch.arange(shape[0] * shape[1] * shape[2]).view(shape)
    for _ in range(draw(0, 2)):
        a, b = draw(0, 2), draw(-3, -1)
        layout, x = transpose(layout, a, b), x.transpose(a, b)
    start, end, step = draw(-2, 2), draw(-2, 5), draw(1, 2)
    layout, x = slice_(layout, 1, start, end, step), x[:, start:end:step]
    n, m, k = layout.shape
    views = [[n * m, k], [n, m * k], [n, -1, 1, k], [n * m * k], [k, m, n]]
    ours = [addresses(layout), [int(is_contiguous(layout))], *[attempt(layout, v) for v in views]]
    theirs = [x.flatten().tolist(), [int(x.is_contiguous())], *[by_torch(x, v) for v in views]]
    assert ours == theirs, (layout, ours, theirs)
    result.append(ours)
print(json.dumps(result))
