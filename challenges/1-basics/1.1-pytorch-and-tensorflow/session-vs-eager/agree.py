import json
import sys

import torch
from twin import Session, assign, constant, eager_model, graph_model

torch.manual_seed(int(sys.argv[1]))
w = torch.randn(3, 4)
inputs = [torch.randn(5, 3) for _ in range(6)]

x, weight, out = graph_model(w)
step = assign(weight, weight.mul(constant(torch.tensor(-0.9))))
session = Session()
result = []
for value in inputs:
    before = session.run([weight])[0]
    from_graph, _ = session.run([out, step], [(x, value)])
    leaf = before.clone().requires_grad_(True)
    eager = eager_model(value, leaf)
    eager.backward()
    torch.testing.assert_close(from_graph, eager.detach())
    result += [t.detach().flatten().tolist() for t in (from_graph, before, leaf.grad)]
print(json.dumps(result))
