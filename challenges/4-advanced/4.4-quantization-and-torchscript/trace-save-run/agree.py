import io
import json
import sys

import torch
from torch import nn
from twin import export_model, largest_difference, run_model

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.5), nn.Linear(8, 2))
model(torch.randn(16, 3))
file = export_model(model, torch.randn(1, 3))
batches = [torch.randn(4, 3), torch.randn(1, 3)]
outputs = [out.tolist() for out in run_model(file, batches)]
before = largest_difference(model, file, batches)
model(torch.randn(16, 3) + 1)
statistics = [t.flatten().tolist() for t in model.state_dict().values()]
result = [outputs, before, largest_difference(model, file, batches), statistics, int(model.training)]

# what the challenge says of PyTorch
assert not any(module.training for module in torch.jit.load(io.BytesIO(file)).modules())
late = torch.jit.trace(nn.Sequential(nn.Dropout(0.5)), torch.ones(100), check_trace=False).eval()
assert not late.training and late(torch.ones(100)).eq(0).any()
script = torch.jit.script(nn.Sequential(nn.Dropout(0.5))).eval()
assert script(torch.ones(100)).eq(1).all()
norm = nn.Sequential(nn.BatchNorm1d(1))
torch.jit.trace(norm, torch.full([4, 1], 10.0), check_trace=False)
assert abs(norm[0].running_mean.item() - 1) < 1e-6
print(json.dumps(result))
