import json
import sys

import torch
from torch import nn
from twin import Variable, evaluate, sgd_step

torch.manual_seed(int(sys.argv[1]))
a, b, c = (torch.randn(4) for _ in range(3))


def graph(x, y, z):
    h = x.mul(y)
    return h.add(h.mul(z)).mul(h.add(x)).sum()


def spoilt(through, make):
    """What backward says after an operand was filled with 2: its gradient, or None where it throws."""
    w, x = make(a, True), make(b, False)
    out = w.mul(x).sum()
    (x.detach() if through == "detach" else x.data).fill_(2)
    try:
        out.backward()
    except RuntimeError:
        return None
    return (w.grad.data if isinstance(w, Variable) else w.grad).tolist()


old = lambda t, requires_grad: Variable(t.clone(), requires_grad)
new = lambda t, requires_grad: t.clone().requires_grad_(requires_grad)
x, y, z = old(a, True), old(b, True), old(c, False)
graph(x, y, z).backward()
own = [new(a, True), new(b, True), new(c, False)]
graph(*own).backward()
torch.testing.assert_close(x.grad.data, own[0].grad)
torch.testing.assert_close(y.grad.data, own[1].grad)
outcomes = [spoilt(through, old) for through in ("detach", "data")]
assert outcomes == [spoilt(through, new) for through in ("detach", "data")], outcomes

model = nn.Linear(4, 2)
with torch.no_grad():
    model.weight.copy_(torch.randn(2, 4))
    model.bias.copy_(torch.randn(2))
model(a).sum().backward()
before = evaluate(model, [a, b, c])
sgd_step(model.parameters(), 0.1)
print(json.dumps([x.grad.data.tolist(), y.grad.data.tolist(), outcomes[1], before, evaluate(model, [a, b, c])]))
