"""Writes checkpoints.json: files that torch.save of real PyTorch made (base64), and what is in them.

Usage: python3 tests/golden/make-checkpoints.py OURS.pt
OURS.pt is what `node tests/golden/write-checkpoint.ts OURS.pt` wrote: real PyTorch reads it here, and its digest goes into
the golden file, so that a test without Python can tell that the bytes are still those PyTorch has read.
"""
import base64
import hashlib
import io
import json
import pathlib
import sys

import torch
from torch import nn


def saved(value):
    buffer = io.BytesIO()
    torch.save(value, buffer)
    return base64.b64encode(buffer.getvalue()).decode()


torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
x = torch.randn(5, 3)
model(x).pow(2).sum().backward()
optimizer.step()
with torch.no_grad():
    model.eval()
    output = model(x)

base = torch.arange(12.0).reshape(3, 4)
dtypes = ["float32", "float64", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool"]
cases = {
    "views": saved({"base": base, "turned": base.t(), "row": base[1], "step": base[:, ::2]}),
    "dtypes": saved({name: torch.tensor([0, 1, 100]).to(getattr(torch, name)) for name in dtypes}),
    "plain": saved({"none": None, "yes": True, "n": -(2**40), "x": 0.1, "s": "é漢😀", "list": [1, (2.5, "a")], "e": {}}),
    "training": saved({"model": model.state_dict(), "optimizer": optimizer.state_dict()}),
}

ours = pathlib.Path(sys.argv[1]).read_bytes()
read = torch.load(io.BytesIO(ours))
assert read["turned"].tolist() == [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]
read["base"].zero_()
assert read["turned"].sum() == 0, "shared memory is shared"
assert {n: (str(t.dtype), t.tolist()) for n, t in read["dtypes"].items()} == {
    n: ("torch." + n, torch.tensor([0, 1, 100]).to(getattr(torch, n)).tolist()) for n in dtypes
}
assert read["plain"] == {"none": None, "yes": True, "n": -(2**40), "x": 0.1, "s": "é漢😀", "list": [1, [2.5, "a"]]}
fresh = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
fresh.load_state_dict(read["model"])
adam = torch.optim.Adam(fresh.parameters())
adam.load_state_dict(read["optimizer"])
fresh(x).sum().backward()
adam.step()
weights = pathlib.Path(sys.argv[1] + ".weights").read_bytes()
assert torch.load(io.BytesIO(weights), weights_only=True).keys() == read["model"].keys()

golden = {
    "torch": torch.__version__,
    "files": cases,
    "x": x.tolist(),
    "output": output.tolist(),
    "weight": model[0].weight.tolist(),
    "exp_avg": optimizer.state_dict()["state"][0]["exp_avg"].tolist(),
    "read_by_torch": {"whole": hashlib.sha256(ours).hexdigest(), "weights": hashlib.sha256(weights).hexdigest()},
}
pathlib.Path(__file__).with_name("checkpoints.json").write_text(json.dumps(golden) + "\n")
