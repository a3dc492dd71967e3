import copy
import json
import sys

import torch
from torch import nn
from twin import DataParallel

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
normalized = nn.Sequential(nn.BatchNorm1d(3), nn.Linear(3, 2))
x = torch.randn(8, 3)
weights = torch.randn(8, 2)


def copy_to(tensor, device):
    return tensor.clone()  # on a machine with GPUs: tensor.to(f"cuda:{device}")


alone = copy.deepcopy(model)
output = DataParallel(model, [2, 0, 1], copy_to)(x)
(output * weights).sum().backward()
expected = alone(x)
(expected * weights).sum().backward()
torch.testing.assert_close(output, expected, rtol=1e-4, atol=1e-5)
for ours, theirs in zip(model.parameters(), alone.parameters()):
    torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-4, atol=1e-5)

first = copy.deepcopy(normalized)
first(x.chunk(3)[0])
other = DataParallel(normalized, [2, 0, 1], copy_to)(x)
for ours, theirs in zip(normalized.buffers(), first.buffers()):
    torch.testing.assert_close(ours, theirs)
losses = DataParallel(nn.MSELoss(), [0, 1, 2], copy_to)(x, x.flip(0))

results = [output, other, losses, *normalized.buffers(), *(p.grad for p in model.parameters())]
print(json.dumps([t.detach().flatten().tolist() for t in results]))
