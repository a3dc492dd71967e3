"""Writes vision.json: torchvision's transforms of tensor images, and its ResNets: names, initial weights, outputs. It also loads
engine/vision/models/digits-resnet.pth into a torchvision ResNet of that shape and records what it says of the first test digits.
Run: python3 tests/golden/make-vision.py"""
import json
import os
import warnings

import torch
import torchvision
from torch import nn
from torchvision import models, transforms
from torchvision.models.resnet import BasicBlock, ResNet

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
TRANSFORMS = {
    "Resize": [[4], [12], [[5, 11]], [[20, 6]], [6, {"max_size": 7}]],
    "CenterCrop": [[4], [[3, 6]], [12]],
    "RandomCrop": [[4], [[3, 6]], [7, {"padding": 2}], [[7, 6]], [[10, 12], {"pad_if_needed": True}],
                   [7, {"padding": 2, "padding_mode": "reflect"}], [7, {"padding": [1, 2, 3, 4], "fill": 5}]],
    "RandomHorizontalFlip": [[], [0.0], [1.0]],
    "RandomVerticalFlip": [[]],
    "RandomRotation": [[30], [[90, 90]], [[-10, 45]], [180, {"fill": 7}]],
    "Normalize": [[[0.5, 0.4, 0.3], [0.2, 0.5, 1.0]]],
}


def images():
    torch.manual_seed(0)
    return {"float": torch.rand(3, 7, 9), "uint8": torch.randint(0, 256, (3, 8, 6), dtype=torch.uint8)}


def transformed(name, args):
    keywords = args[-1] if args and isinstance(args[-1], dict) else {}
    transform = getattr(transforms, name)(*[a for a in args if not isinstance(a, dict)], **keywords)
    found = {}
    for kind, image in images().items():
        if name == "Normalize" and kind == "uint8":
            continue
        torch.manual_seed(3)
        result = [transform(image) for _ in range(3)]
        found[kind] = [{"shape": list(r.shape), "values": [round(float(v), 6) for v in r.reshape(-1)]} for r in result]
    return {"name": name, "args": args, "repr": repr(transform), "results": found}


def facts(model, x):
    state = {k: list(v.shape) for k, v in model.state_dict().items()}
    sums = {k: float(v.double().sum()) for k, v in model.state_dict().items() if v.dtype == torch.float32}
    model.eval()
    with torch.no_grad():
        output = model(x)
    return {"state": state, "sums": sums, "output": [float(v) for v in output.reshape(-1)]}


def resnet18():
    torch.manual_seed(0)
    model = models.resnet18(num_classes=5)
    return facts(model, torch.randn(1, 3, 40, 32))


def digits():
    model = ResNet(BasicBlock, [1, 1, 1, 1], num_classes=10)
    widths = [8, 12, 16, 24]
    model.conv1, model.bn1, model.maxpool = nn.Conv2d(1, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8), nn.Identity()
    for i, width in enumerate(widths):
        model.inplanes = widths[max(i - 1, 0)]
        setattr(model, f"layer{i + 1}", model._make_layer(BasicBlock, width, 1, stride=1 if i == 0 else 2))
    model.fc = nn.Linear(24, 10)
    model.load_state_dict(torch.load(os.path.join(HERE, "../../engine/vision/models/digits-resnet.pth")))
    with open(os.path.join(HERE, "../../engine/vision/data/digits.csv")) as file:
        rows = [[int(v) for v in line.split(",")] for line in file][1437:]
    pixels = torch.tensor([[round(v * 255 / 16) for v in row[:64]] for row in rows]).reshape(-1, 1, 8, 8).float() / 255
    model.eval()
    with torch.no_grad():
        scores = model(pixels)
    right = (scores.argmax(1) == torch.tensor([row[64] for row in rows])).float().mean().item()
    return {"accuracy": right, "scores": [[float(v) for v in row] for row in scores[:8]]}


golden = {
    "version": {"torch": torch.__version__, "torchvision": torchvision.__version__},
    "transforms": [transformed(name, args) for name, calls in TRANSFORMS.items() for args in calls],
    "resnet18": resnet18(),
    "resnet34": {k: list(v.shape) for k, v in models.resnet34().state_dict().items()},
    "digits": digits(),
}
with open(os.path.join(HERE, "vision.json"), "w") as file:
    json.dump(golden, file)
    file.write("\n")
