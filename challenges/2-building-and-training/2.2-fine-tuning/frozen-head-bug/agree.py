import json
import sys
from collections import OrderedDict

import torch
from torch import nn
from twin import fine_tune

torch.manual_seed(int(sys.argv[1]))
layer1 = nn.Sequential(nn.Linear(6, 8), nn.Tanh())
layer2 = nn.Sequential(nn.Linear(8, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.25))
model = nn.Sequential(OrderedDict(layer1=layer1, layer2=layer2, fc=nn.Linear(8, 5)))
batches = [(torch.randn(n, 6), torch.randint(0, 3, (n,))) for n in (6, 5, 3)]
history = fine_tune(model, 3, batches, epochs=4, lr=0.1)
flags = [float(parameter.requires_grad) for parameter in model.parameters()]
print(json.dumps([history, flags, *[t.detach().flatten().tolist() for t in model.state_dict().values()]]))
