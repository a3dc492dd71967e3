"""Writes semantics.json: what real PyTorch shows, and how it fails, for the small programs of tests/golden/semantics/*.py.

Run: python3 tests/golden/make-semantics.py
A program begins with a line `### its name`. It shows values with `show(...)`, and its last expression is shown too. A program that
must fail has a line `#! key words | more key words`: both PyTorch's message and the engine's hold each of them. `fails(f, 'words')`
does the same in the middle of a program. Beside the results stands the program as a tree, which the test runs on the engine.
"""
import ast
import json
import math
import pathlib
import re
import sys
import warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
torch.set_num_threads(1)
here = pathlib.Path(__file__).parent


def tree(node):
    """[kind, field, ...] in the order of Python's grammar, without contexts and type comments."""
    if isinstance(node, ast.AST):
        if isinstance(node, ast.Constant):
            v = node.value
            if v is Ellipsis:
                return ["Ellipsis"]
            if isinstance(v, float):
                return ["Float", repr(v)]
            return ["Constant", v]
        fields = [getattr(node, f, None) for f in node._fields if f not in ("ctx", "type_comment", "kind", "posonlyargs")]
        return [type(node).__name__, *map(tree, fields)]
    if isinstance(node, list):
        return ["list", *map(tree, node)]
    return node


def plain(x):
    if isinstance(x, torch.Tensor):
        return {"tensor": repr(x)}
    if isinstance(x, (bool, int, str, type(None))):
        return x
    if isinstance(x, float):
        return {"float": repr(x)}
    if isinstance(x, dict):
        return {"dict": [[k, plain(v)] for k, v in x.items()]}
    if isinstance(x, (list, tuple)):
        return [plain(v) for v in x]
    if isinstance(x, (torch.dtype, torch.device)):
        return str(x)
    raise TypeError(f"a program shows a {type(x).__name__}")


class Mistaken(Exception):
    """A program that does not do what it says."""


def words(message, keywords):
    for word in keywords:
        if word.lower() not in message.lower():
            raise Mistaken(f"'{word}' is not in: {message}")


def run(name, source):
    """The statements of a program, with what it showed and how it ended."""
    match = re.search(r"^#! (.*)$", source, re.M)
    keywords = [w.strip() for w in match.group(1).split("|")] if match else None
    module = ast.parse(source)
    shown = []

    def fails(f, *keywords):
        try:
            f()
        except Exception as error:
            words(str(error), keywords)
            shown.append({"error": type(error).__name__.lstrip("_")})
            return
        raise Mistaken("nothing failed")

    def show(*values):
        shown.extend(map(plain, values))

    body = list(module.body)
    if isinstance(body[-1], ast.Expr) and getattr(getattr(body[-1].value, "func", None), "id", None) not in ("show", "fails"):
        call = ast.Call(ast.Name("show", ast.Load()), [body[-1].value], [])
        body[-1] = ast.Expr(call)
    statements = ast.fix_missing_locations(ast.Module(body, []))
    torch.manual_seed(0)
    error = None
    scope = {"torch": torch, "nn": nn, "F": nn.functional, "math": math, "show": show, "fails": fails, "inf": math.inf, "nan": math.nan}
    try:
        exec(compile(statements, name, "exec"), scope)
    except Exception as e:
        if keywords is None or isinstance(e, Mistaken):
            raise
        words(str(e), keywords)
        error = {"class": type(e).__name__.lstrip("_"), "words": keywords}
    finally:
        torch.set_printoptions(profile="default")
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
        torch.autograd.set_detect_anomaly(False)
    if keywords is not None and error is None:
        raise Mistaken("did not fail")
    return {"program": [tree(s) for s in body], "shown": shown, **({"error": error} if error else {})}


golden = {"torch": torch.__version__, "python": ".".join(map(str, sys.version_info[:2])), "subjects": {}}
failed = 0
for file in sorted((here / "semantics").glob("*.py")):
    programs = golden["subjects"][file.stem] = {}
    for part in re.split(r"^### ", file.read_text(), flags=re.M)[1:]:
        name, _, source = part.partition("\n")
        assert name not in programs, f"{file.stem}: two programs are named '{name}'"
        try:
            programs[name] = run(name, source)
        except Exception as e:
            failed += 1
            print(f"{file.stem}: {name}: {type(e).__name__}: {e}", file=sys.stderr)
if failed:
    sys.exit(f"{failed} programs do not do in PyTorch what they say; nothing is written")
lines = [json.dumps(k) + ": {\n" + ",\n".join(json.dumps(n) + ": " + json.dumps(p, separators=(",", ":")) for n, p in v.items()) + "\n}" for k, v in golden["subjects"].items()]
head = json.dumps({k: golden[k] for k in ("torch", "python")})[:-1]
(here / "semantics.json").write_text(head + ', "subjects": {\n' + ",\n".join(lines) + "\n}}\n")
print(sum(map(len, golden["subjects"].values())), "programs")
