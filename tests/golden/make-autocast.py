"""Writes autocast.json: the dtype of the result of many calls under torch.autocast('cpu') of real PyTorch, and a training run in it.
Run: python3 tests/golden/make-autocast.py"""
import json
import os
import warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
V, M, B, I = [4], [4, 4], [2, 4, 4], [2, 3, 6, 6]
V3 = [1, 2, 8, 8, 8]
# name, shapes of the tensor arguments, further arguments
CALLS = [
    ("torch.mm", [M, M], []), ("torch.matmul", [M, M], []), ("torch.bmm", [B, B], []), ("torch.addmm", [M, M, M], []),
    ("torch.baddbmm", [B, B, B], []), ("torch.addbmm", [M, B, B], []), ("torch.mv", [M, V], []), ("torch.addmv", [V, M, V], []),
    ("torch.dot", [V, V], []), ("torch.outer", [V, V], []), ("torch.tensordot", [M, M], [1]),
    ("nn.functional.linear", [M, M, V], []),
    ("nn.functional.conv1d", [[2, 3, 8], [4, 3, 3]], []), ("nn.functional.conv2d", [I, [4, 3, 3, 3]], []),
    ("nn.functional.conv3d", [V3, [2, 2, 3, 3, 3]], []), ("nn.functional.conv_transpose1d", [[2, 3, 8], [3, 4, 3]], []),
    ("nn.functional.conv_transpose2d", [I, [3, 4, 3, 3]], []), ("nn.functional.conv_transpose3d", [V3, [2, 2, 3, 3, 3]], []),
    ("torch.add", [M, M], []), ("torch.mul", [M, M], []), ("torch.exp", [M], []), ("torch.sigmoid", [M], []), ("torch.relu", [M], []),
    ("torch.tanh", [M], []), ("torch.pow", [M], [2]), ("torch.sum", [M], []), ("torch.mean", [M], []), ("torch.prod", [M], []),
    ("torch.cumsum", [M], [0]), ("torch.softmax", [M], [1]), ("torch.log_softmax", [M], [1]), ("torch.norm", [M], []),
    ("torch.trace", [M], []), ("torch.quantile", [M], [0.5]), ("torch.nanquantile", [M], [0.5]), ("torch.cdist", [M, M], []),
    ("torch.cat", None, []), ("torch.stack", None, []),
    ("torch.inverse", [M], []), ("torch.pinverse", [M], []), ("torch.linalg.inv", [M], []), ("torch.linalg.solve", [M, V], []),
    ("torch.linalg.svdvals", [M], []), ("torch.linalg.matrix_norm", [M], []),
    ("nn.functional.layer_norm", [M], [[4]]), ("nn.functional.group_norm", [I], [3]), ("nn.functional.mse_loss", [M, M], []),
    ("nn.functional.l1_loss", [M, M], []), ("nn.functional.smooth_l1_loss", [M, M], []), ("nn.functional.kl_div", [M, M], []),
    ("nn.functional.binary_cross_entropy", [M, M], []), ("nn.functional.binary_cross_entropy_with_logits", [M, M], []),
    ("nn.functional.max_pool2d", [I], [2]), ("nn.functional.avg_pool2d", [I], [2]), ("nn.functional.max_pool3d", [V3], [2]),
    ("nn.functional.avg_pool3d", [V3], [2]), ("nn.functional.adaptive_avg_pool2d", [I], [2]),
    ("nn.functional.adaptive_avg_pool3d", [V3], [2]), ("nn.functional.gelu", [M], []), ("nn.functional.dropout", [M], [0.0]),
]


def resolve(name):
    found = torch
    for part in name.split(".") if not name.startswith("torch.") else name.split(".")[1:]:
        found = getattr(found, part)
    return found


def tensors(shapes, dtypes):
    torch.manual_seed(0)
    return [torch.rand(shape).to(dtype) for shape, dtype in zip(shapes, dtypes)]


def dtype_of(name, shapes, more, dtypes):
    if shapes is None:
        given = [tensors([[3], [3]], dtypes)]
    else:
        given = tensors(shapes, (dtypes * len(shapes))[: len(shapes)])
    try:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return str(resolve(name)(*given, *more).dtype)
    except RuntimeError:
        return None


def training():
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    x, y = torch.randn(64, 8), torch.randint(0, 3, (64,))
    losses, kinds = [], None
    for _ in range(20):
        optimizer.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            output = model(x)
            loss = nn.functional.cross_entropy(output.float(), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        kinds = [str(output.dtype), str(loss.dtype), str(model[0].weight.grad.dtype)]
    return {"losses": losses, "dtypes": kinds}


F, L = torch.float32, torch.bfloat16
golden = {
    "version": torch.__version__,
    "calls": [{"name": name, "shapes": shapes, "more": more, "float32": dtype_of(name, shapes, more, [F, F]),
               "bfloat16": dtype_of(name, shapes, more, [L, L]), "mixed": dtype_of(name, shapes, more, [L, F])}
              for name, shapes, more in CALLS],
    "training": training(),
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "autocast.json")
with open(path, "w") as file:
    json.dump(golden, file, indent=1)
    file.write("\n")
