import json
import sys
import warnings

import torch
from torch import nn
from torch.ao import quantization as Q
from twin import evaluate, quantize

warnings.simplefilter("ignore")
torch.backends.quantized.engine = "qnnpack"
torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(
    nn.Conv2d(2, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(64, 12), nn.ReLU(), nn.Linear(12, 5)
)
calibration = [torch.randn(8, 2, 6, 6), torch.randn(8, 2, 6, 6) * 2]
x, y = torch.randn(10, 2, 6, 6), torch.randint(0, 5, (10,))
results = []
for qconfig in (Q.default_qconfig, Q.default_per_channel_qconfig):
    quantized = quantize(model, calibration, [["0", "1", "2"], ["4", "5"]], qconfig)
    assert model.training and next(model.parameters()).dtype == torch.float32
    assert not list(quantized.parameters())
    results += [quantized(x).flatten().tolist(), evaluate(quantized, [(x[:7], y[:7]), (x[7:], y[7:])])["accuracy"]]
results.append(evaluate(model, [(x[:7], y[:7]), (x[7:], y[7:])])["accuracy"])
print(json.dumps(results))
