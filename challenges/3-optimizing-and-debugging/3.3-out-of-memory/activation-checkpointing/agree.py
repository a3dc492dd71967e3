import copy
import json
import sys

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint
from twin import Checkpoint


def run(parts, x, upstream, apply):
    torch.manual_seed(1)
    h = x = x.clone().requires_grad_(True)
    for part in parts:
        h = apply(part, h)
    h.backward(upstream)
    grads = [p.grad for part in parts for p in part.parameters()]
    return [h, x.grad, *grads, torch.rand(3)]


torch.manual_seed(int(sys.argv[1]))
parts = [nn.Sequential(nn.Linear(5, 5), nn.Tanh(), nn.Dropout(0.5)) for _ in range(3)]
x, upstream = torch.randn(4, 5), torch.randn(4, 5)
ours = run(copy.deepcopy(parts), x, upstream, lambda part, h: Checkpoint.apply(part, True, h))
for other in (lambda part, h: part(h), lambda part, h: checkpoint(part, h)):
    for mine, theirs in zip(ours, run(copy.deepcopy(parts), x, upstream, other)):
        torch.testing.assert_close(mine, theirs)
normalized = nn.BatchNorm1d(5)
Checkpoint.apply(normalized, True, x.clone().requires_grad_(True)).sum().backward()
results = [*ours, *normalized.buffers()]
print(json.dumps([t.detach().flatten().tolist() for t in results]))
