"""Draws cases from PyTorch's operator database and writes them as run-case.ts reads them, one JSON file.

Usage: python3 tests/conformance/make-cases.py NAMES.json OUT.json [--seed 1] [--dtypes float32,float64] [--most 40]
         [--elements 4000] [--from sample|reference|error] [--grid]
NAMES.json holds [[label, name, call], ...]: `label` is the operator's name with its variant, `name` what is called, as a
'function' of torch or a 'method' of the first argument. --most caps the cases an operator and dtype has (evenly over
the samples), --elements the elements of all its arguments, --grid rounds floating inputs to 1/64 (small files).
drawn.json.br is, in this order and without repetitions: --seed 7 --grid --most 12 --elements 400; --seed 8 --grid --dtypes
float64 --most 3 --elements 200; --seed 9 with the integers and bool, --most 3 --elements 200; --from reference --seed 10 --grid
--most 10 --elements 150; --from reference --seed 11 with int64,int32,uint8,int8,bool, --most 4 --elements 100; --from error
--elements 300. Needs real PyTorch 1.13 with scipy; expecttest, which the database imports but never calls here, is stood in for.

What is recorded is the plain call torch.name(*args, **kwargs), also where the database wraps it in a lambda. Numbers are
given as JavaScript has them: 2.0 is 2.
"""
import argparse
import inspect
import json
import math
import random
import sys
import types
import unittest
import warnings

import numpy as np
import torch

stand_in = types.ModuleType("expecttest")
stand_in.ACCEPT, stand_in.TestCase = False, unittest.TestCase
sys.modules.setdefault("expecttest", stand_in)
from torch.testing._internal.common_methods_invocations import op_db  # noqa: E402

warnings.filterwarnings("ignore")
torch.set_num_threads(1)
parser = argparse.ArgumentParser()
parser.add_argument("names")
parser.add_argument("out")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--dtypes", default="float32")
parser.add_argument("--most", type=int, default=40)
parser.add_argument("--elements", type=int, default=4000)
parser.add_argument("--from", dest="source", default="sample")
parser.add_argument("--only", default="")
parser.add_argument("--grid", action="store_true")
options = parser.parse_args()

DTYPES = {getattr(torch, n): n for n in "float32 float64 float16 bfloat16 int64 int32 int16 int8 uint8 bool".split()}


class Left(Exception):
    """The sample says something a case cannot."""


def number(v, digits=None):
    if isinstance(v, bool) or isinstance(v, int):
        return v
    if math.isnan(v):
        return "nan"
    if math.isinf(v):
        return "inf" if v > 0 else "-inf"
    if digits:
        v = float(f"%.{digits}g" % v)
    return int(v) if v == int(v) and abs(v) < 1e15 and math.copysign(1, v) > 0 else v


def tensor(t, digits=None):
    if t.dtype not in DTYPES or t.layout != torch.strided:
        raise Left("dtype or layout")
    e = {"$t": [number(v, digits) for v in t.detach().reshape(-1).tolist()], "shape": list(t.shape), "dtype": DTYPES[t.dtype]}
    return e


def encode(v):
    if isinstance(v, torch.Tensor):
        e = tensor(v)
        if v.requires_grad:
            e["grad"] = True
        return e
    if isinstance(v, (list, tuple)):
        return [encode(x) for x in v]
    if v is None or isinstance(v, (bool, int, str)):
        return v
    if isinstance(v, float):
        n = number(v)
        return {"$n": n} if isinstance(n, str) else n
    if isinstance(v, torch.dtype) and v in DTYPES:
        return {"$dtype": DTYPES[v]}
    if isinstance(v, torch.device):
        return str(v)
    if isinstance(v, slice):
        return {"$slice": [v.start, v.stop, v.step]}
    if v is Ellipsis:
        return {"$ellipsis": True}
    raise Left(str(type(v)))


def fresh(v, leaves):
    """The argument as a user would make it: contiguous leaves, whole numbers as integers."""
    if isinstance(v, torch.Tensor):
        t = v.detach().contiguous().clone()
        if options.grid and t.dtype in (torch.float32, torch.float64):
            rounded = torch.round(t * 64) / 64
            t = torch.where(rounded == 0, t.sign() / 64, rounded)
        if v.requires_grad:
            t.requires_grad_(True)
            leaves.append(t)
        return t
    if isinstance(v, (list, tuple)) and not isinstance(v, torch.Size):
        return type(v)(fresh(x, leaves) for x in v)
    if isinstance(v, float) and math.isfinite(v) and v == int(v):
        return int(v)
    return v


def again(v, leaves):
    """The same argument for another call."""
    if isinstance(v, torch.Tensor):
        t = v.detach().clone()
        if v.requires_grad:
            t.requires_grad_(True)
            leaves.append(t)
        return t
    if isinstance(v, (list, tuple)) and not isinstance(v, torch.Size):
        return type(v)(again(x, leaves) for x in v)
    return v


def called(name, call):
    if call == "method":
        found = getattr(torch.Tensor, name)
        if callable(found):
            return found
        return lambda t: getattr(t, name)
    found = torch
    for part in name.split("."):
        found = getattr(found, part)
    return found


def call_of(info, name, call, s):
    """The arguments with which the database's wrapper calls torch.name."""
    args, kwargs = [s.input, *s.args], dict(s.kwargs)
    if name == "__getitem__" and isinstance(args[1], list) and all(isinstance(i, int) for i in args[1]):
        args[1] = (args[1],)  # x[[1, 2]], which as bare [1, 2] would read x[1, 2]
    plain = called(name, call)
    if call == "method" or info.op is plain:
        return args, kwargs
    *path, last = name.split(".")
    owner = torch
    for part in path:
        owner = getattr(owner, part)
    seen = []

    def spy(*a, **k):
        seen.append((list(a), k))
        raise Left("seen")

    setattr(owner, last, spy)
    try:
        info.op(*args, **kwargs)
    except Left:
        return seen[0]
    except Exception:
        pass
    finally:
        setattr(owner, last, plain)
    return args, kwargs


def tensors(out):
    if isinstance(out, torch.Tensor):
        return [out]
    return [t for o in out for t in tensors(o)] if isinstance(out, (list, tuple)) else []


def result(v):
    if isinstance(v, torch.Tensor):
        return tensor(v, 9 if v.dtype == torch.float64 else 7)
    if isinstance(v, (list, tuple)):
        return {"$list": [result(x) for x in v]}
    return encode(v)


def weighted(out):
    loss = None
    for t in tensors(out):
        if t.requires_grad:
            w = torch.cos(torch.arange(1, t.numel() + 1, dtype=torch.float64)).to(t.dtype)
            term = (t.reshape(-1) * w).sum()
            loss = term if loss is None else loss + term
    return loss


def record(function, args, kwargs):
    leaves = []
    args, kwargs = [fresh(a, leaves) for a in args], {k: fresh(a, leaves) for k, a in kwargs.items()}
    case = {"args": [encode(a) for a in args], "kwargs": {k: encode(v) for k, v in kwargs.items()}}
    if sum(t.numel() for t in tensors(args) + tensors(list(kwargs.values()))) > options.elements:
        raise Left("size")
    used = []
    args, kwargs = [again(a, used) for a in args], {k: again(a, used) for k, a in kwargs.items()}
    out = function(*args, **kwargs)
    case["out"] = result(out)
    if sum(t.numel() for t in tensors(out)) > 4 * options.elements:
        raise Left("size")
    loss = weighted(out)
    if loss is not None and used:
        loss.backward()
        case["grads"] = [None if t.grad is None else tensor(t.grad, 9 if t.dtype == torch.float64 else 7) for t in used]
    return case


def evenly(items, most):
    return items if len(items) <= most else [items[i * len(items) // most] for i in range(most)]


def draw(info, name, call, dtype):
    function = called(name, call)
    floating = dtype.is_floating_point
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    np.random.seed(options.seed)
    cases = []
    if options.source == "error":
        if info.error_inputs_func is None:
            return cases
        for e in info.error_inputs("cpu"):
            s = e.sample_input
            try:
                args, kwargs = call_of(info, name, call, s)
                if any(isinstance(v, float) and v == int(v) for v in args):
                    continue  # refused for being 1.0 and not 1, which JavaScript does not tell apart
                case = {"args": [encode(a) for a in args], "kwargs": {k: encode(v) for k, v in kwargs.items()}}
                function(*args, **kwargs)
            except Left:
                continue
            except Exception as error:
                case["error"] = f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else ''}"
                cases.append(case)
        return cases
    if options.source == "reference" and info.reference_inputs_func is None:
        return cases
    inputs = info.reference_inputs if options.source == "reference" else info.sample_inputs
    samples = []
    try:
        for s in inputs("cpu", dtype, requires_grad=floating and info.supports_autograd):
            if sum(t.numel() for t in tensors([s.input, *s.args, *s.kwargs.values()])) <= options.elements:
                samples.append(s)
    except Exception as error:
        print(f"{name} {dtype}: {error}".splitlines()[0], file=sys.stderr)
    for s in evenly(samples, options.most):
        try:
            cases.append(record(function, *call_of(info, name, call, s)))
        except Left:
            pass
        except Exception as error:
            print(f"{name} {dtype}: {type(error).__name__} {error}".splitlines()[0][:150], file=sys.stderr)
    return cases


by_label = {o.name + ("." + o.variant_test_name if o.variant_test_name else ""): o for o in op_db}
found = {}
for label, name, call in json.load(open(options.names)):
    info = by_label.get(label)
    if info is None or (options.only and label not in options.only.split(",")):
        continue
    cases = []
    for dtype_name in options.dtypes.split(","):
        dtype = getattr(torch, dtype_name)
        if options.source == "error" or dtype in info.supported_dtypes("cpu"):
            cases += draw(info, name, call, dtype)
    if cases:
        found[label] = {
            "name": name,
            "call": call,
            # where is asked of the condition as a function, of the input as a method
            "method": call == "function" and name != "where" and callable(getattr(torch.Tensor, name, None)),
            "inplace": callable(getattr(torch.Tensor, name + "_", None)),
            "cases": cases,
        }
json.dump(found, open(options.out, "w"), separators=(",", ":"))
print(len(found), "operators,", sum(len(o["cases"]) for o in found.values()), "cases")
