import json
import sys
from collections import OrderedDict

import torch
from torch import nn
from twin import prepare, train_epoch

torch.manual_seed(int(sys.argv[1]))
block = nn.Sequential(nn.Linear(6, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.3))
model = nn.Sequential(OrderedDict(block=block, fc=nn.Linear(8, 5)))
block(torch.randn(16, 6))
batches = [(torch.randn(n, 6), torch.randint(0, 3, (n,))) for n in (6, 5, 1)]
optimizer = prepare(model, in_features=8, classes=3, p=0.25, lr=0.1)
losses = []
for epoch in range(3):
    losses.append(train_epoch(model, optimizer, batches))
    model.train()
print(json.dumps([losses, *[t.detach().flatten().tolist() for t in model.state_dict().values()]]))
