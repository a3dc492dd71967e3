"""Writes pruning.json: masks, parameters and state_dict keys of real PyTorch's torch.nn.utils.prune after sequences of calls.
Run: python3 tests/golden/make-pruning.py"""
import json
import os

import torch
from torch import nn
from torch.nn.utils import prune

MODULES = {"linear": lambda: nn.Linear(6, 5), "conv": lambda: nn.Conv2d(3, 4, 2)}
CALLS = [
    [["identity", "weight"]],
    [["l1_unstructured", "weight", {"amount": 0.3}]],
    [["l1_unstructured", "weight", {"amount": 4}], ["l1_unstructured", "weight", {"amount": 0.5}]],
    [["l1_unstructured", "weight", {"amount": 0.25}], ["l1_unstructured", "bias", {"amount": 2}]],
    [["random_unstructured", "weight", {"amount": 0.4}], ["random_unstructured", "weight", {"amount": 3}]],
    [["random_structured", "weight", {"amount": 2, "dim": 0}], ["random_structured", "weight", {"amount": 0.5, "dim": 1}]],
    [["ln_structured", "weight", {"amount": 0.5, "n": 2, "dim": 0}]],
    [["ln_structured", "weight", {"amount": 1, "n": 1, "dim": 1}], ["ln_structured", "weight", {"amount": 1, "n": "inf", "dim": -1}]],
    [["ln_structured", "weight", {"amount": 1, "n": 2, "dim": 0}], ["l1_unstructured", "weight", {"amount": 0.2}],
     ["random_unstructured", "weight", {"amount": 0.2}]],
    [["l1_unstructured", "weight", {"amount": 0.5}], ["remove", "weight"]],
    [["l1_unstructured", "weight", {"amount": 0.5}], ["remove", "weight"], ["l1_unstructured", "weight", {"amount": 0.6}]],
    [["l1_unstructured", "weight", {"amount": 0}]],
]
ERRORS = [
    [["l1_unstructured", "weight", {"amount": 1.5}]],
    [["l1_unstructured", "weight", {"amount": -1}]],
    [["l1_unstructured", "weight", {"amount": 1000}]],
    [["ln_structured", "bias", {"amount": 1, "n": 2, "dim": 0}]],
    [["ln_structured", "weight", {"amount": 1, "n": 2, "dim": 7}]],
    [["remove", "weight"]],
]


def call(module, name, parameter, options=None):
    options = {k: float(v) if v == "inf" else v for k, v in (options or {}).items()}
    getattr(prune, name)(module, parameter, **options)


def numbers(t):
    return [float(x) for x in t.detach().reshape(-1)]


def state(module):
    return {"pruned": prune.is_pruned(module), "parameters": [n for n, _ in module.named_parameters()],
            "state": {k: numbers(v) for k, v in module.state_dict().items()}, "weight": numbers(module.weight)}


def run(kind, calls, seed):
    torch.manual_seed(seed)
    module = MODULES[kind]()
    states = []
    for one in calls:
        call(module, *one)
        states.append(state(module))
    return states


def gradients(calls):
    """Gradients reach `_orig` through the mask; a step of SGD moves pruned entries only in `_orig`."""
    torch.manual_seed(3)
    module = nn.Linear(6, 5)
    for one in calls:
        call(module, *one)
    optimizer = torch.optim.SGD(module.parameters(), lr=0.1, momentum=0.9, weight_decay=0.01)
    x = torch.randn(4, 6)
    losses = []
    for _ in range(5):
        optimizer.zero_grad()
        loss = module(x).pow(2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    module(x)
    return {"losses": losses, "grad": numbers(module.weight_orig.grad), **state(module)}


def whole(amounts, method, scores):
    torch.manual_seed(5)
    model = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 3))
    places = [(model[0], "weight"), (model[2], "weight"), (model[0], "bias")]
    given = {(model[2], "weight"): torch.arange(18.0).reshape(3, 6)} if scores else None
    for amount in amounts:
        prune.global_unstructured(places, getattr(prune, method), importance_scores=given, amount=amount)
    return {k: numbers(v) for k, v in model.state_dict().items()}


def failure(calls):
    torch.manual_seed(0)
    module = nn.Linear(6, 5)
    try:
        for one in calls:
            call(module, *one)
    except Exception as error:
        return {"type": type(error).__name__, "state": list(module.state_dict())}
    raise AssertionError(calls)


golden = {
    "version": torch.__version__,
    "sequences": [{"module": kind, "calls": calls, "seed": seed, "states": run(kind, calls, seed)}
                  for seed, calls in enumerate(CALLS) for kind in MODULES],
    "training": [{"calls": calls, **gradients(calls)} for calls in (CALLS[1], CALLS[2], CALLS[6])],
    "global": [{"amounts": amounts, "method": method, "scores": scores, "state": whole(amounts, method, scores)}
               for amounts, method, scores in [([0.5], "L1Unstructured", False), ([7, 0.5], "L1Unstructured", False),
                                               ([0.3], "RandomUnstructured", False), ([0.5], "L1Unstructured", True)]],
    "errors": [{"calls": calls, **failure(calls)} for calls in ERRORS],
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pruning.json")
with open(path, "w") as file:
    json.dump(golden, file, allow_nan=True)
    file.write("\n")
