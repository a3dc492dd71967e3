import json
import sys

import torch
from torch import nn
from twin import Module


def run(make):
    torch.manual_seed(int(sys.argv[1]))
    root, encoder, norm, head = make(), make(), make(), make()
    shared = nn.Parameter(torch.randn(2, 2))
    root.register_module("1", encoder)
    root.register_module("0", head)
    encoder.register_buffer("mean", torch.randn(2))
    encoder.register_parameter("weight", shared)
    encoder.register_module("norm", norm)
    norm.register_parameter("bias", nn.Parameter(torch.randn(3)))
    head.register_parameter("weight", shared)
    root.register_parameter("scale", nn.Parameter(torch.randn(1)))

    order = [root, encoder, norm, head]
    visited = []
    root.apply(lambda module: visited.append(order.index(module)))
    state = root.state_dict()
    names = list(state)
    listed = [names.index(name) for name, _ in root.named_parameters()]
    root.load_state_dict({name: torch.randn(value.shape) for name, value in state.items()})
    del state["1.mean"]
    missing, unexpected = root.load_state_dict({**state, "more": torch.zeros(1)}, strict=False)
    encoder.eval()
    modes = [int(module.training) for module in order]
    values = [value.flatten().tolist() for value in root.state_dict().values()]
    return [visited, listed, modes, [len(missing), len(unexpected)], *values]


# The same by the twin and by PyTorch's own Module.
ours, theirs = run(Module), run(nn.Module)
assert ours == theirs, (ours, theirs)
print(json.dumps(ours))
