import json
import math
import sys

import torch
from torch.nn import functional as F
from twin import MSE, mse

torch.manual_seed(int(sys.argv[1]))
input = torch.randn(5, 3).requires_grad_(True)
target = torch.randn(5, 3)
weight = torch.rand(5, 3)
upstream = torch.randn(5, 3)
target[2, 1] = math.nan
weight[2, 1] = 0

losses = mse(input, target, weight, "none")
(losses * upstream).sum().backward()
assert input.grad[2, 1] == 0
mean = MSE()(input, target, weight)
counted = target.nan_to_num()
result = [losses, mean, input.grad]
for reduction in ("none", "sum", "mean"):
    plain = MSE(reduction)(input, counted)
    torch.testing.assert_close(plain, F.mse_loss(input, counted, reduction=reduction))
    result.append(plain)
try:
    mse(torch.zeros(4, 1), torch.zeros(4))
    raise AssertionError("broadcast")
except ValueError:
    pass
print(json.dumps([t.detach().flatten().tolist() for t in result]))
