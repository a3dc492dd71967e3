import json
import sys

import torch
from torch import nn
from twin import load_checkpoint, save_checkpoint

seed = int(sys.argv[1])
torch.manual_seed(seed)
x, y = torch.randn(9, 4), torch.randn(9, 2)


def build():
    model = nn.Sequential(nn.Linear(4, 8, bias=False), nn.BatchNorm1d(8), nn.Tanh(), nn.Dropout(0.25), nn.Linear(8, 2))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.05)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
    return model, optimizer, scheduler, torch.Generator().manual_seed(seed + 1)


def epoch(model, optimizer, scheduler, generator):
    total = 0.0
    for rows in torch.randperm(9, generator=generator).split(3):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
        total += loss.item()
    scheduler.step()
    return total


run = build()
losses = [epoch(*run) for _ in range(3)]
data = save_checkpoint(*run, 3)
losses += [epoch(*run) for _ in range(3)]
other = build()
done = load_checkpoint(data, *other)
again = [epoch(*other) for _ in range(3)]
print(json.dumps([losses, done, again, *[t.detach().flatten().tolist() for t in other[0].state_dict().values()]]))
