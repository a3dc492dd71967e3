"""The other side of engine.ts: reads the name of a case a line, prints milliseconds of CPU time a repeat."""
import os
import re
import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(0)


def training_step(batch, inputs, hidden, classes):
    model = nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, classes))
    optimizer = torch.optim.Adam(model.parameters())
    x, y = torch.randn(batch, inputs), torch.randint(0, classes, (batch,))

    def step():
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        loss.item()

    return step


def matmul(n):
    a, b = torch.randn(n, n), torch.randn(n, n)
    return lambda: a.matmul(b)


def pointwise(n):
    a, b = torch.randn(n), torch.randn(n)
    return lambda: a.add(b).relu()


def convolution():
    x, layer = torch.randn(8, 16, 16, 16), nn.Conv2d(16, 32, 3, padding=1)
    return lambda: layer(x).sum().backward()


cases = {
    "step 16x4-16-3": training_step(16, 4, 16, 3),
    "step 32x64-32-10": training_step(32, 64, 32, 10),
    "step 64x784-128-10": training_step(64, 784, 128, 10),
    "matmul 64": matmul(64),
    "matmul 256": matmul(256),
    "matmul 512": matmul(512),
    "add+relu 1e6": pointwise(1_000_000),
    "conv 3x3 + backward": convolution(),
}


def blas():
    """The BLAS this process loaded: Debian's torch takes whichever libblas.so.3 the machine has."""
    torch.randn(64, 64) @ torch.randn(64, 64)
    with open("/proc/self/maps") as maps:
        loaded = {os.path.basename(line.split()[-1]) for line in maps if re.search("blas|libmkl", line.lower())}
    return ", ".join(sorted(loaded)) or "built in"


print(f"PyTorch {torch.__version__}, one thread, BLAS: {blas()}", flush=True)
for line in sys.stdin:
    name, repeats = line.rstrip("\n").split("\t")
    run = cases[name]
    start = time.process_time()
    for _ in range(int(repeats)):
        run()
    print((time.process_time() - start) * 1000 / int(repeats), flush=True)
