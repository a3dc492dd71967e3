import copy
import json
import sys

import torch
from torch import nn
from twin import Adam

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 2))
other = copy.deepcopy(model)
x, y = torch.randn(8, 4), torch.randn(8, 2)
options = {"lr": 0.03, "betas": (0.8, 0.95), "eps": 1e-3, "weight_decay": 0.1}


def train(model, optimizer):
    losses = []
    for _ in range(20):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


losses = train(model, Adam(model.parameters(), **options))
train(other, torch.optim.Adam(other.parameters(), **options))
weights = [p.detach().flatten().tolist() for p in model.parameters()]
for ours, theirs in zip(model.parameters(), other.parameters()):
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-6)
print(json.dumps([losses, *weights]))
