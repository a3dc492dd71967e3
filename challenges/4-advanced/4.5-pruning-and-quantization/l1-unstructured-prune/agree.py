import copy
import json
import sys

import torch
from torch import nn
from torch.nn.utils import prune
from twin import l1_unstructured, remove

torch.manual_seed(int(sys.argv[1]))
model = nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 3))
x, y = torch.randn(8, 5), torch.randn(8, 3)


def run(model, l1_unstructured, remove):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=0.01)
    results = []

    def train():
        for _ in range(3):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            results.append(loss.item())
        model(x)  # PyTorch ranks by the weight of the last forward

    for name, amount in (("weight", 0.5), ("bias", 3), ("weight", 0.25), ("weight", 4)):
        l1_unstructured(model[0], name, amount)
        train()
    results.append(model[0].weight_orig.grad.flatten().tolist())
    remove(model[0], "weight")
    train()
    return results + [sorted(model.state_dict())] + [t.flatten().tolist() for _, t in sorted(model.state_dict().items())]


ours = run(copy.deepcopy(model), l1_unstructured, remove)
theirs = run(model, prune.l1_unstructured, prune.remove)
assert ours == theirs
print(json.dumps([r for r in ours if not (isinstance(r, list) and isinstance(r[0], str))]))
