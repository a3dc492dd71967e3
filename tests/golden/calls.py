"""Calls of operators and what real PyTorch makes of them, for golden files whose tests make the same calls (calls.ts).

Each case holds its own call: where the function lives ('torch', 'functional', 'init' or 'method', whose first argument is
the tensor), its name, arguments and keywords. A tensor is written {"tensor": values, "dtype": ...}, one to be filled
{"empty": shape, "dtype": ..., "transposed": true}, a dtype {"dtype": ...}. After the call follow one torch.rand and one
torch.randn: they show that the stream is where PyTorch's is.
"""
import json
import math
import pathlib
import warnings

import torch

ROOM = {"torch": torch, "functional": torch.nn.functional, "init": torch.nn.init}
FLOATS = ["float32", "float64", "bfloat16"]
HALVES = ["float16"]
INTEGERS = ["int64", "int32", "int16", "int8", "uint8"]
cases = []
warnings.simplefilter("ignore")  # of ranges that a float dtype holds only in steps


def made(argument):
    if isinstance(argument, dict):
        if "tensor" in argument:
            given = torch.tensor(argument["tensor"], dtype=getattr(torch, argument["dtype"]))
            return given.t() if argument.get("transposed") else given
        if "empty" in argument:
            zeros = torch.zeros(argument["empty"], dtype=getattr(torch, argument["dtype"]))
            return zeros.t().contiguous().t() if argument.get("transposed") else zeros
        return getattr(torch, argument["dtype"])
    return argument


def plain(value, dtype):
    """JSON has no infinities; of a float32 nine digits say all, the test rounds them back."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value if dtype == torch.float64 else float(f"{value:.9g}") if dtype.is_floating_point else int(value)


def case(on, name, *args, seed=0, **kwargs):
    torch.manual_seed(seed)
    given = [made(a) for a in args]
    named = {k: made(v) for k, v in kwargs.items()}
    row = {"on": on, "name": name, "seed": seed, "args": args, "kwargs": kwargs}
    with torch.no_grad():
        result = getattr(given[0], name)(*given[1:], **named) if on == "method" else getattr(ROOM[on], name)(*given, **named)
    values = [plain(v, result.dtype) for v in result.double().flatten().tolist()]
    row["dtype"] = str(result.dtype).removeprefix("torch.")
    row["shape"] = list(result.shape)
    row["values"] = values if len(values) <= 40 else values[:4] + values[-18:]
    row["next"] = [torch.rand(1).item(), torch.randn(1).item()]
    cases.append(row)


def dtype(name):
    return {"dtype": name}


def empty(shape, name="float32", transposed=False):
    return {"empty": shape, "dtype": name, **({"transposed": True} if transposed else {})}


def tensor(values, name="float32"):
    return {"tensor": values, "dtype": name}


def ramp(n, low, high, name="float32"):
    return tensor([round(low + (high - low) * i / max(1, n - 1), 4) for i in range(n)], name)


refused = []


def refuse(on, name, *args, **kwargs):
    given = [made(a) for a in args]
    named = {k: made(v) for k, v in kwargs.items()}
    try:
        getattr(given[0], name)(*given[1:], **named) if on == "method" else getattr(ROOM[on], name)(*given, **named)
    except (RuntimeError, TypeError, ValueError) as error:
        refused.append({"on": on, "name": name, "args": args, "kwargs": kwargs, "says": str(error).splitlines()[0].split("  (Could this")[0].split(" Note that")[0]})
    else:
        raise AssertionError(f"PyTorch takes {on}.{name}{args}{kwargs}")


def write(name):
    def rows(of):
        return ",\n".join(json.dumps(row, separators=(",", ":")) for row in of).replace("[Infinity,", "[1e999,")

    target = pathlib.Path(__file__).with_name(name)
    target.write_text('{"torch":%s,"cases":[\n%s\n],"refused":[\n%s\n]}\n' % (json.dumps(torch.__version__), rows(cases), rows(refused)))
    print(len(cases), "cases,", len(refused), "refusals")
