"""Writes hooks.json: in which order real PyTorch calls the hooks of modules, and what modules tell of themselves.
hooks.test.ts does the same with the engine. Run: python3 tests/golden/make-hooks.py"""
import copy
import json
import os
import warnings

import torch
from torch import nn, optim

warnings.filterwarnings("ignore")
log = []


def short(t):
    return "None" if t is None else f"{t.double().sum().item():.4f}"


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2, 3)
        self.b = nn.Linear(3, 2)

    def forward(self, x):
        return self.b(self.a(x).relu())


def watched(net):
    handles = []
    for name, m in [("net", net), ("a", net.a), ("b", net.b)]:
        handles.append(m.register_forward_pre_hook(lambda m, args, name=name: log.append(f"{name} pre {short(args[0])}")))
        handles.append(m.register_forward_hook(lambda m, args, out, name=name: log.append(f"{name} post {short(args[0])} {short(out)}")))
        handles.append(m.register_full_backward_hook(lambda m, gi, go, name=name: log.append(f"{name} back {short(gi[0])} {short(go[0])}")))
    return handles


torch.manual_seed(0)
net = Net()
x = torch.randn(4, 2)
handles = watched(net)
net(x).square().sum().backward()
log.append("-- input with gradient")
y = torch.randn(4, 2, requires_grad=True)
net(y).square().sum().backward()
log.append(f"y {short(y.grad)}")
log.append("-- replaced")
extra = [
    net.a.register_forward_pre_hook(lambda m, args: args[0] * 2),
    net.a.register_forward_pre_hook(lambda m, args: (args[0] + 1,)),
    net.a.register_forward_hook(lambda m, args, out: out * 3),
    net.b.register_full_backward_hook(lambda m, gi, go: (gi[0] * 10,)),
    net.b.register_full_backward_hook(lambda m, gi, go: log.append(f"b again {short(gi[0])}")),
]
net.zero_grad()
net(y).square().sum().backward()
log.append(f"a.weight {short(net.a.weight.grad)}")
log.append("-- removed")
for h in extra + handles[:4]:
    h.remove()
net(x).sum().backward()
log.append("-- copied")
twin = copy.deepcopy(net)
twin(x)
log.append("-- no grad")
with torch.no_grad():
    net(x)

log.append("-- state")
for name, m in [("net", net), ("a", net.a), ("b", net.b)]:
    m._register_state_dict_hook(lambda m, state, prefix, meta, name=name: log.append(f"{name} saved '{prefix}' {list(state)}"))
    m._register_load_state_dict_pre_hook(lambda state, prefix, meta, strict, missing, unexpected, errors, name=name: log.append(f"{name} load '{prefix}' {missing} {unexpected}"))
    m.register_load_state_dict_post_hook(lambda m, keys, name=name: log.append(f"{name} loaded {keys.missing_keys} {keys.unexpected_keys}"))
state = dict(net.state_dict())
del state["a.bias"]
state["b.more"] = torch.ones(1)
log.append(str(net.load_state_dict(state, strict=False)))
log.append(str(net.load_state_dict(net.state_dict())))

log.append("-- walking")
shared = nn.Linear(1, 1)
tree = nn.Module()
tree.one = shared
tree.two = nn.Sequential(shared, nn.ReLU())
tree.three = nn.ModuleDict({"x": shared, "y": nn.BatchNorm1d(2)})
tree.register_buffer("kept", torch.ones(1))
tree.register_buffer("lost", torch.ones(1), persistent=False)
tree.register_parameter("none", None)
log.append(str([n for n, _ in tree.named_parameters()]))
log.append(str([n for n, _ in tree.named_parameters(prefix="p", recurse=False)]))
log.append(str([n for n, _ in tree.named_buffers()]))
log.append(str([n for n, _ in tree.named_modules()]))
log.append(str([n for n, _ in tree.named_modules(remove_duplicate=False)]))
log.append(str([n for n, _ in tree.named_children()]))
log.append(str(list(tree.state_dict())))
log.append(str(list(tree.state_dict(prefix="q."))))
order = []
tree.apply(lambda m: order.append(type(m).__name__))
log.append(str(order))

log.append("-- containers")
s = nn.Sequential(nn.ReLU(), nn.Tanh())
s.append(nn.Sigmoid())
s.insert(1, nn.ELU())
log.append(repr(s))
log.append(repr(s[1:3]))
del s[0]
log.append(str(list(s.state_dict()) + [n for n, _ in s.named_children()]))
s[0] = nn.GELU()
log.append(repr(s[-1]) + repr(s[0]))
m = nn.ModuleList([nn.ReLU()])
m.extend([nn.Tanh(), nn.ELU()])
m.insert(0, nn.GELU())
log.append(str([type(c).__name__ for c in m]) + str(len(m)) + type(m.pop(1)).__name__ + str([n for n, _ in m.named_children()]))

log.append("-- groups")
p = [nn.Parameter(torch.ones(1)) for _ in range(4)]
opt = optim.SGD([{"params": p[:2]}, {"params": [p[2]], "lr": 0.5}], lr=0.1, momentum=0.9)
opt.add_param_group({"params": p[3], "momentum": 0.3})
sum((q * q).sum() for q in p[1:]).backward()
opt.step()
d = opt.state_dict()
log.append(str([g["params"] for g in d["param_groups"]]) + str([g["lr"] for g in d["param_groups"]]) + str([g["momentum"] for g in d["param_groups"]]))
log.append(str(list(d["state"])))
for bad in ({"params": [p[0]]}, {"params": [p[3], p[3]]}, {"params": [1]}, {"params": (p[0] * 2,)}, {"params": {p[0]}}):
    try:
        opt.add_param_group(bad)
        log.append("added")
    except Exception as e:
        log.append(f"{type(e).__name__}: {e}")
for other in (optim.SGD(p, lr=0.1), optim.SGD([{"params": p[:1]}, {"params": p[1:3]}, {"params": p[3:]}], lr=0.1)):
    try:
        other.load_state_dict(d)
    except Exception as e:
        log.append(f"{type(e).__name__}: {e}")

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "hooks.json"), "w") as f:
    json.dump(log, f, indent=0)
    f.write("\n")
