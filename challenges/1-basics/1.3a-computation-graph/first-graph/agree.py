import json
import sys

import torch
from twin import first_graph

torch.manual_seed(int(sys.argv[1]))
result = []
for shape in [[], [3], [2, 5], [4, 4, 2]]:
    nodes = first_graph(torch.randn(shape))
    result.append([nodes[name].detach().flatten().tolist() for name in ["y", "z", "out", "grad"]])
print(json.dumps(result))
