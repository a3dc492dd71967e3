import json
import sys

import torch
from torch.utils.data import DataLoader, random_split
from twin import LabelledDataset, prepare

seed = int(sys.argv[1])
torch.manual_seed(seed)
inputs, targets = torch.randn(9, 3), torch.arange(9)
inputs[:, 1] = 2
dataset = LabelledDataset(inputs, targets, transform=lambda x: x.mul_(2), target_transform=lambda y: y + 1)
generator = torch.Generator().manual_seed(seed)
train, val, mean, std = prepare(dataset, 3, lambda x: x + torch.randn(3), generator)
batches = [[x.flatten().tolist(), y.tolist()] for part in (train, val) for x, y in DataLoader(part, batch_size=4)]
parts = random_split(dataset, [6, 3], torch.Generator().manual_seed(seed))  # last: reading draws random numbers
assert [[int(y) for _, y in part] for part in parts] == [[int(y) for _, y in part] for part in (train, val)]
print(json.dumps([batches, mean.tolist(), std.tolist(), inputs.flatten().tolist()]))
