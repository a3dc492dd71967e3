import json
import sys

import torch
from torch import nn
from twin import BatchNorm


def run(make):
    torch.manual_seed(int(sys.argv[1]))
    result = []
    for shape, momentum in [([6, 3], 0.1), ([4, 3, 5], 0.3), ([2, 3, 4, 4], None)]:
        norm = make(len(shape), momentum)
        for _ in range(3):
            x = torch.randn(shape, requires_grad=True)
            y = norm(x)
            (y * torch.randn(shape)).sum().backward()
            result.append([t.flatten().tolist() for t in [y.detach(), x.grad, norm.weight.grad, norm.bias.grad]])
        norm.eval()
        result.append(norm(torch.randn(shape)).detach().flatten().tolist())
        result.append([float(v) for t in norm.state_dict().values() for v in t.flatten()])
    return result


def by_torch(dims, momentum):
    return {2: nn.BatchNorm1d, 3: nn.BatchNorm1d, 4: nn.BatchNorm2d}[dims](3, momentum=momentum)


# The same by the twin and by PyTorch's own layers.
print(json.dumps([run(lambda dims, momentum: BatchNorm(3, momentum=momentum)), run(by_torch)]))
