import json
import sys

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from twin import fit

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(2, 6), nn.BatchNorm1d(6), nn.Tanh(), nn.Linear(6, 3))
train = TensorDataset(torch.randn(10, 2), torch.randint(0, 3, (10,)))
val = TensorDataset(torch.randn(7, 2), torch.randint(0, 3, (7,)))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, 0.5)


class Writer:
    points = {}

    def add_scalar(self, tag, value, global_step):
        self.points.setdefault(tag, []).append([global_step, value])


fit(model, DataLoader(train, 4), DataLoader(val, 4), nn.CrossEntropyLoss(), optimizer, scheduler, 3, Writer())
print(json.dumps([Writer.points[tag] for tag in sorted(Writer.points)]))
