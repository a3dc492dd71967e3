import io
import math
from contextlib import contextmanager

import torch


@contextmanager
def evaluating(model):
    """The model in evaluation mode; afterwards every module is in the mode it was in."""
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        for module, training in modes:
            module.training = training


def export_model(model, example):
    """The model in evaluation mode as a file that needs none of its code."""
    file = io.BytesIO()
    with evaluating(model):
        torch.jit.save(torch.jit.trace(model, example), file)
    return file.getvalue()


def run_model(file, batches):
    """What the program in the file gives for each batch."""
    program = torch.jit.load(io.BytesIO(file))
    with torch.no_grad():
        return [program(batch) for batch in batches]


def largest_difference(model, file, batches):
    """The largest absolute difference between the file and the model in evaluation mode; NaN where there is one."""
    outputs = run_model(file, batches)
    with evaluating(model):
        differences = [(model(batch) - out).abs().max().item() for batch, out in zip(batches, outputs)]
    return math.nan if any(map(math.isnan, differences)) else max(differences, default=0)
