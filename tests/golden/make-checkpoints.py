"""Writes checkpoints.json: files that torch.save of real PyTorch made (base64) and what is in them, and digests of files of
ours that real PyTorch has read, with and without weights_only, and found to hold what we say.

Usage: node tests/golden/write-checkpoint.ts FOLDER && /usr/bin/python3 tests/golden/make-checkpoints.py FOLDER
A test without Python can tell by the digests that the bytes we write are still those that PyTorch has read.
"""
import base64
import collections
import hashlib
import io
import json
import math
import pathlib
import pickle
import struct
import sys
import warnings

import numpy
import torch
from torch import nn

warnings.simplefilter("ignore")
folder = pathlib.Path(sys.argv[1])


def scalar(x):
    if isinstance(x, int) and not isinstance(x, bool) and abs(x) > 2**53 - 1:
        return {"int": str(x)}
    if isinstance(x, float) and not math.isfinite(x):
        return "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"
    return x


def text(x):
    """As JSON.stringify: a whole float has no '.0'."""
    if isinstance(x, float) and x.is_integer():
        x = int(x)
    return json.dumps(x, ensure_ascii=False, separators=(",", ":"))


def describe(value, storages=None):
    """A value as JSON that shows dtypes, strides and shared memory; checkpoint.ts says the same of our values."""
    storages = [] if storages is None else storages
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, (int, float)):
        return scalar(value)
    if isinstance(value, torch.dtype):
        return {"dtype": str(value)}
    if isinstance(value, torch.device):
        return str(value)
    if isinstance(value, bytes):
        return {"bytes": list(value)}
    if isinstance(value, (list, tuple)):
        return [describe(item, storages) for item in value]
    if isinstance(value, set):
        return {"set": sorted(text(describe(item, storages)) for item in value)}
    if isinstance(value, dict):
        pairs = sorted(((text(describe(k)), v) for k, v in value.items()), key=lambda pair: pair[0])
        return {"dict": [[k, describe(v, storages)] for k, v in pairs]}
    assert isinstance(value, torch.Tensor), type(value)
    storage = value.storage()
    pointer = storage.data_ptr() if storage.size() > 0 else id(storage)
    if pointer not in storages:
        storages.append(pointer)
    data = value.detach()
    data = data if data.dtype == torch.int64 else data.double()
    return {
        "tensor": [float(x) if not math.isfinite(x) else x for x in data.flatten().tolist()],
        "dtype": str(value.dtype),
        "shape": list(value.shape),
        "stride": list(value.stride()),
        "offset": value.storage_offset(),
        "storage": [storages.index(pointer), storage.size()],
        "requires_grad": value.requires_grad,
        "parameter": isinstance(value, nn.Parameter),
    }


def rounded(value):
    """Numbers as JavaScript holds them, so that both sides compare."""
    if isinstance(value, dict):
        return {k: rounded(v) if k != "tensor" else [number(x) for x in v] for k, v in value.items()}
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return value


def number(x):
    x = float(x)
    return scalar(x) if not math.isfinite(x) else x if abs(x) < 2**53 else {"int": str(int(x))}


def same(theirs, ours, where="object"):
    if isinstance(ours, dict) and isinstance(theirs, dict) and ours.keys() == theirs.keys():
        for k in ours:
            same(theirs[k], ours[k], f"{where}.{k}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for i, (a, b) in enumerate(zip(theirs, ours)):
            same(a, b, f"{where}[{i}]")
    elif theirs != ours or isinstance(theirs, bool) != isinstance(ours, bool):
        raise AssertionError(f"{where}: PyTorch reads {theirs}, written was {ours}")


def saved(value, **options):
    buffer = io.BytesIO()
    torch.save(value, buffer, **options)
    return base64.b64encode(buffer.getvalue()).decode()


torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
x = torch.randn(5, 3)
parameters = list(model.parameters())
optimizers = {
    "adam": torch.optim.Adam(parameters, lr=0.01),
    "sgd": torch.optim.SGD(parameters, lr=0.0, momentum=0.9),
    "adagrad": torch.optim.Adagrad([{"params": parameters[:1], "lr": 0.0}, {"params": parameters[1:], "lr": 0.0}]),
}
schedulers = {
    "step": torch.optim.lr_scheduler.StepLR(optimizers["sgd"], 2),
    "multi": torch.optim.lr_scheduler.MultiStepLR(optimizers["sgd"], [2, 5, 5]),
    "plateau": torch.optim.lr_scheduler.ReduceLROnPlateau(optimizers["sgd"]),
    "lambda": torch.optim.lr_scheduler.LambdaLR(optimizers["sgd"], lambda epoch: 0.0),
}
model(x).pow(2).sum().backward()
for optimizer in optimizers.values():
    optimizer.step()
with torch.no_grad():
    model.eval()
    output = model(x)

base = torch.arange(12.0).reshape(3, 4)
dtypes = ["float32", "float64", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool"]
floats = torch.tensor([0.1, -1.5, 1e-7, 65504.0, 3e38, float("inf"), -float("inf"), float("nan"), -0.0, 6e-8])
views = {
    "base": base,
    "turned": base.t(),
    "row": base[1],
    "step": base[:, ::2],
    "repeated": base[2].expand(3, 4),
    "one": base[2, 3],
    "none": base[3:],
}
values = {
    "views": views,
    "dtypes": {name: torch.tensor([0, 1, 100]).to(getattr(torch, name)) for name in dtypes},
    "floats": {name: floats.to(getattr(torch, name)) for name in dtypes[:4]},
    "integers": {
        "int64": torch.tensor([2**53, -(2**53), 2**53 + 1, 2**63 - 1, -(2**63)]),
        "int32": torch.tensor([2**31 - 1, -(2**31)], dtype=torch.int32),
        "int16": torch.tensor([2**15 - 1, -(2**15)], dtype=torch.int16),
        "int8": torch.tensor([127, -128], dtype=torch.int8),
        "uint8": torch.tensor([0, 255], dtype=torch.uint8),
    },
    "shapes": [torch.tensor(7), torch.zeros(0), torch.zeros(2, 0, 3), torch.ones(1, 1), torch.tensor(True)],
    "plain": {
        "none": None,
        "yes": True,
        "n": -(2**40),
        "huge": [2**53, 2**63 - 1, -(2**63), 2**100],
        "x": [0.1, float("nan"), float("inf"), -0.0, 1e300],
        "s": "é漢😀\0\"",
        "list": [1, (2.5, "a", ()), []],
        "dict": {},
        "ints": {0: "a", 7: {1: None}},
        "mixed": {-1: "x", "k": 2, (1, 2): 3},
        "ordered": collections.OrderedDict([("b", 1), ("a", torch.ones(1))]),
        "counter": collections.Counter("abca"),
        "proto": {"__proto__": {"polluted": True}, "constructor": 1},
        "size": torch.Size([2, 3]),
        "dtype": torch.float16,
        "device": torch.device("cuda", 1),
        "set": {1, "a"},
        "bytes": bytes([0, 127, 128, 255]),
    },
    "parameters": {
        "weight": nn.Parameter(torch.ones(2, 2)),
        "frozen": nn.Parameter(base, requires_grad=False),
        "leaf": torch.ones(2, requires_grad=True),
        "state": nn.Linear(2, 2).state_dict(),
    },
    "training": {"model": model.state_dict(), "optimizer": optimizers["adam"].state_dict()},
    "optimizers": {name: o.state_dict() for name, o in optimizers.items()},
    "schedulers": {name: s.state_dict() for name, s in schedulers.items()},
}
attributed = nn.Parameter(torch.ones(3))
attributed.note = "kept in Python only"
values["attributes"] = [attributed]
files = {name: saved(value) for name, value in values.items()}
for name in ["views", "plain", "training"]:
    values[f"{name}_legacy"] = values[name]
    files[f"{name}_legacy"] = saved(values[name], _use_new_zipfile_serialization=False)
for protocol in [3, 4, 5]:
    values[f"plain_{protocol}"] = values["plain"]
    files[f"plain_{protocol}"] = saved(values["plain"], pickle_protocol=protocol)
    values[f"views_{protocol}"] = views
    files[f"views_{protocol}"] = saved(views, pickle_protocol=protocol)
holds = {name: rounded(describe(value)) for name, value in values.items()}


def scripted():
    buffer = io.BytesIO()
    torch.jit.save(torch.jit.script(nn.Linear(1, 1)), buffer)
    return base64.b64encode(buffer.getvalue()).decode()


refused = {
    "module": [saved(nn.Linear(1, 1)), "torch.nn.modules.linear.Linear"],
    "module_legacy": [saved(nn.Linear(1, 1), _use_new_zipfile_serialization=False), "torch.nn.modules.linear.Linear"],
    "complex": [saved(torch.zeros(1, dtype=torch.complex64)), "ComplexFloatStorage"],
    "sparse": [saved(torch.eye(2).to_sparse()), "_rebuild_sparse_tensor"],
    "numpy": [saved(numpy.float64(1.5)), "numpy.core.multiarray.scalar"],
    "function": [saved(print), "__builtin__.print"],
    "storage": [saved(torch.ones(2).storage()), "storage"],
    "script": [scripted(), "TorchScript"],
}

digests, strictly = {}, []
for described in sorted(folder.glob("*.json")):
    name = described.stem
    wanted = rounded(json.loads(described.read_text()))
    if name.endswith(".safetensors"):
        content = (folder / name).read_bytes()
        (length,) = struct.unpack("<Q", content[:8])
        header = json.loads(content[8 : 8 + length])
        assert length % 8 == 0 and header.pop("__metadata__") == wanted["metadata"]
        kinds = {"F32": "float32", "F64": "float64", "F16": "float16", "BF16": "bfloat16", "I64": "int64", "I32": "int32", "I16": "int16", "I8": "int8", "U8": "uint8", "BOOL": "bool"}
        data = content[8 + length :]
        tensors, at = {}, 0
        for key, entry in header.items():
            start, end = entry["data_offsets"]
            assert start == at, "in order, without holes"
            at, kind = end, getattr(torch, kinds[entry["dtype"]])
            tensors[key] = torch.frombuffer(bytearray(data[start:end]), dtype=kind).reshape(entry["shape"]) if end > start else torch.zeros(entry["shape"], dtype=kind)
        assert at == len(data)
        same(rounded(describe(tensors)), wanted["tensors"], name)
        digests[name] = hashlib.sha256(content).hexdigest()
        continue
    content = (folder / f"{name}.pt").read_bytes()
    same(rounded(describe(torch.load(io.BytesIO(content)))), wanted, name)
    if name != "full_only":
        try:
            same(rounded(describe(torch.load(io.BytesIO(content), weights_only=True))), wanted, name)
            strictly.append(name)
        except pickle.UnpicklingError as error:
            # weights_only of 1.13 reads no float outside a tensor, not even its own; later versions do.
            assert "Unsupported operand 71" in str(error), error
    digests[name] = hashlib.sha256(content).hexdigest()

read = torch.load(folder / "model.pt")
model.load_state_dict(read)
assert set(read) == set(model.state_dict())
states, schedules = torch.load(folder / "optimizers.pt"), torch.load(folder / "schedulers.pt")
fresh = {
    "adam": torch.optim.Adam(parameters, lr=0.01),
    "sgd": torch.optim.SGD(parameters, lr=0.1, momentum=0.9, weight_decay=0.001),
    "rmsprop": torch.optim.RMSprop([{"params": parameters[:1]}, {"params": parameters[1:]}]),
}
waiting = {
    "step": torch.optim.lr_scheduler.StepLR(fresh["adam"], 2, 0.5),
    "cosine": torch.optim.lr_scheduler.CosineAnnealingLR(fresh["sgd"], 10),
    "exponential": torch.optim.lr_scheduler.ExponentialLR(fresh["rmsprop"], 0.9),
}
for name, optimizer in fresh.items():
    optimizer.load_state_dict(states[name])
    model(x).sum().backward()
    optimizer.step()
for name, scheduler in waiting.items():
    scheduler.load_state_dict(schedules[name])
    scheduler.step()
torch.set_rng_state(torch.load(folder / "random.pt")["state"])
assert torch.equal(torch.randn(5), torch.randn(5, generator=torch.Generator().manual_seed(7)))

golden = {
    "torch": torch.__version__,
    "files": files,
    "holds": holds,
    "refused": refused,
    "x": x.tolist(),
    "output": output.tolist(),
    "exp_avg": optimizers["adam"].state_dict()["state"][0]["exp_avg"].tolist(),
    "read_by_torch": digests,
}
pathlib.Path(__file__).with_name("checkpoints.json").write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n")
print("with weights_only too:", ", ".join(strictly))
print(len(files), "files,", len(refused), "refused ones,", len(digests), "of ours read")
