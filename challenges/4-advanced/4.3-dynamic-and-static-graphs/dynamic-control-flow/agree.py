import json
import sys

import torch
from twin import TreeNet

torch.manual_seed(int(sys.argv[1]))
model = TreeNet(6, 4, 3, 0.9)
logits = model([2, (0,), ((1, 2), ((3,), 4)), ((((5, 0),),), 1)])
logits.pow(2).sum().backward()
used = [p for p in model.parameters() if p.grad is not None]
fresh = TreeNet(6, 4, 3, 1e9)
fresh([(3,), 0]).sum().backward()
print(json.dumps([logits.tolist(), [p.grad.tolist() for p in used], [int(p.grad is not None) for p in fresh.parameters()]]))
