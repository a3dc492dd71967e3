import json
import sys

import torch
from torch import nn
from twin import train_with_early_stopping

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Dropout(0.1), nn.Linear(16, 1))
x, noise, x_val = torch.randn(8, 2), torch.randn(8, 1), torch.randn(32, 2)
y = x.sum(1, True) + noise
y_val = x_val.sum(1, True)
loss = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def train_epoch(model):
    optimizer.zero_grad()
    loss(model(x), y).backward()
    optimizer.step()


def evaluate(model):
    return loss(model(x_val), y_val).item()


run = train_with_early_stopping(model, train_epoch, evaluate, patience=3, min_delta=0.001, max_epochs=60)
weights = [t.detach().flatten().tolist() for t in model.state_dict().values()]
print(json.dumps([run["best_epoch"], run["best_loss"], run["val_losses"], *weights]))
