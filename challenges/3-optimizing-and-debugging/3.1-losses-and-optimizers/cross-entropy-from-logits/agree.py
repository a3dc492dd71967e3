import json
import sys

import torch
from torch.nn import functional as F
from twin import cross_entropy

torch.manual_seed(int(sys.argv[1]))
logits = torch.randn(6, 5, 3).mul(40).requires_grad_(True)
target = torch.randint(0, 5, (6, 3))
target[2, 1] = -100
weights = torch.randn(6, 3)

losses = cross_entropy(logits, target, reduction="none")
(losses * weights).sum().backward()
mean = cross_entropy(logits, target)
padded = cross_entropy(logits, target.clamp(min=0), reduction="sum", ignore_index=0)
torch.testing.assert_close(mean, F.cross_entropy(logits, target))
torch.testing.assert_close(padded, F.cross_entropy(logits, target.clamp(min=0), reduction="sum", ignore_index=0))
print(json.dumps([t.detach().flatten().tolist() for t in (losses, mean, padded, logits.grad)]))
