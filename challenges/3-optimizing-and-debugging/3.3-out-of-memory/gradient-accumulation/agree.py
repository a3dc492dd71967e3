import copy
import json
import sys

import torch
from torch import nn
from twin import train_accumulated

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 2))
other = copy.deepcopy(model)
batches = [(torch.randn(n, 3), torch.randn(n, 2)) for n in (4, 4, 3, 4, 2)]
loss_fn = nn.MSELoss()
losses = train_accumulated(model, batches, loss_fn, torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9), 3)

optimizer = torch.optim.SGD(other.parameters(), lr=0.1, momentum=0.9)
for group in (batches[:3], batches[3:]):
    optimizer.zero_grad()
    loss_fn(other(torch.cat([x for x, _ in group])), torch.cat([y for _, y in group])).backward()
    optimizer.step()
for ours, theirs in zip(model.parameters(), other.parameters()):
    torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)
print(json.dumps([losses, *[p.detach().flatten().tolist() for p in model.parameters()]]))
