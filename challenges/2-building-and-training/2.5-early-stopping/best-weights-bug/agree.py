import json
import sys

import torch
from torch import nn
from twin import fit

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(2, 16), nn.BatchNorm1d(16), nn.Tanh(), nn.Linear(16, 1))
x, noise, x_val = torch.randn(8, 2), torch.randn(8, 1), torch.randn(32, 2)
y = x.sum(1, True) + noise
y_val = x_val.sum(1, True)
loss = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)


def train_epoch():
    optimizer.zero_grad()
    loss(model(x), y).backward()
    optimizer.step()


def validate():
    return loss(model(x_val), y_val).item()


report = fit(model, train_epoch, validate, epochs=30)
assert abs(validate() - report["best_loss"]) < 1e-6
state = [t.flatten().tolist() for t in report["best_state"].values()]
print(json.dumps([report["best_epoch"], report["best_loss"], report["val_losses"], *state]))
