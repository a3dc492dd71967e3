import json
import sys

import torch
from torch import nn
from twin import load_partial

torch.manual_seed(int(sys.argv[1]))


def build(classes):
    encoder = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))
    return nn.ModuleDict({"encoder": encoder, "head": nn.Linear(4, classes)})


old, new = build(5), build(2)
state = {f"module.{k.replace('encoder.1', 'norm')}": v for k, v in old.state_dict().items()}
state["module.step"] = torch.tensor(7)
keys = load_partial(nn.DataParallel(new), state, strict=False, rename={"norm": "encoder.1"})
keys = [list(map(len, part)) for part in keys]

# With nothing to rename and no shape amiss, it says what load_state_dict says.
plain = {"0.bias": torch.zeros(2), "2.weight": torch.zeros(1), "step": torch.tensor(7)}
said = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 2)).load_state_dict(plain, strict=False)
_, missing, _, unexpected = load_partial(nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 2)), plain, strict=False)
assert (said.missing_keys, said.unexpected_keys) == (missing, unexpected)
print(json.dumps([keys, [v.double().flatten().tolist() for v in new.state_dict().values()]]))
