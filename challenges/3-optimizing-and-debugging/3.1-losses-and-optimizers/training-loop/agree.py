import json
import sys

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from twin import train

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Dropout(0.2), nn.Linear(8, 2))
data = TensorDataset(torch.randn(10, 3), torch.randint(0, 2, (10,)))
loader = DataLoader(data, batch_size=4, shuffle=True)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, 0.5)
losses = train(model, loader, nn.CrossEntropyLoss(), optimizer, scheduler, 4)
print(json.dumps([losses, scheduler.get_last_lr(), *[p.detach().flatten().tolist() for p in model.parameters()]]))
