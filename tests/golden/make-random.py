"""Writes random.json: streams of PyTorch's CPU generator. Run: python3 tests/golden/make-random.py"""
import json
import os

import torch

SEEDS = [0, 1, 42, 1234567, 2**32 + 5, -3]
SIZES = [1, 2, 3, 15, 16, 17, 31, 33, 1000]
DRAWS = {
    "rand": lambda n: torch.rand(n),
    "rand64": lambda n: torch.rand(n, dtype=torch.float64),
    "randbf16": lambda n: torch.empty(n, dtype=torch.bfloat16).uniform_(),
    "rand16": lambda n: torch.empty(n, dtype=torch.float16).uniform_(),
    "uniform": lambda n: torch.empty(n).uniform_(-0.577, 0.577),
    "uniform64": lambda n: torch.empty(n, dtype=torch.float64).uniform_(-0.577, 0.3),
    "randn": lambda n: torch.randn(n),
    "randn64": lambda n: torch.randn(n, dtype=torch.float64),
    "normal": lambda n: torch.empty(n).normal_(1.5, 0.3),
    "normal64": lambda n: torch.empty(n, dtype=torch.float64).normal_(1.5, 0.3),
    "normalbf16": lambda n: torch.empty(n, dtype=torch.bfloat16).normal_(),
    "randint": lambda n: torch.randint(-5, 1000, (n,)),
    "randint_wide": lambda n: torch.randint(0, 2**40, (n,)),
    "randint_uint8": lambda n: torch.randint(0, 200, (n,), dtype=torch.uint8),
    "random": lambda n: torch.empty(n).random_(),
    "random_int8": lambda n: torch.empty(n, dtype=torch.int8).random_(),
    "random_bool": lambda n: torch.empty(n, dtype=torch.bool).random_(),
    "randperm": lambda n: torch.randperm(n),
    "bernoulli": lambda n: torch.empty(n).bernoulli_(0.3),
    "bernoulli_each": lambda n: torch.bernoulli(torch.linspace(0, 1, n)),
    "bernoulli_each64": lambda n: torch.bernoulli(torch.linspace(0, 1, n, dtype=torch.float64)),
    "exponential": lambda n: torch.empty(n).exponential_(1.5),
    "geometric": lambda n: torch.empty(n).geometric_(0.2),
    "cauchy": lambda n: torch.empty(n).cauchy_(1, 2),
    "log_normal": lambda n: torch.empty(n).log_normal_(0.5, 0.25),
    "poisson": lambda n: torch.poisson(torch.linspace(0, 30, n)),
    "multinomial": lambda n: torch.multinomial(torch.linspace(0.1, 1, n), max(1, n // 2)),
    "multinomial_one": lambda n: torch.multinomial(torch.linspace(0.1, 1, n), 1),
    "multinomial_again": lambda n: torch.multinomial(torch.linspace(0.1, 1, n), n + 3, replacement=True),
    "dropout": lambda n: torch.nn.functional.dropout(torch.ones(n), 0.4),
}


def kept(values):
    """All values of short results; of long ones the ends and a sum over positions."""
    v = values.double().tolist()
    return v if len(v) <= 40 else v[:6] + v[-20:]


cases = []
for name, draw in DRAWS.items():
    for seed in SEEDS if name in ("rand", "randn", "normal", "randperm") else SEEDS[:2]:
        for n in SIZES:
            torch.manual_seed(seed)
            first = kept(draw(n))
            # What follows shows that the generator's state (cached normal included) is right too.
            cases.append([name, seed, n, first, torch.rand(1).item(), torch.randn(1).item()])

torch.manual_seed(7)
torch.randn(5)
state = torch.get_rng_state()
after = torch.randn(4).tolist()
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "random.json"), "w") as f:
    json.dump({"cases": cases, "state": bytes(state.tolist()).hex(), "after": after}, f, separators=(",", ":"))
