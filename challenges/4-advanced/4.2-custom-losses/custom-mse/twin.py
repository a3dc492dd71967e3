from torch import nn


def mse(input, target, weight=None, reduction="mean"):
    check_reduction(reduction)
    check_shape(input, target)
    if weight is not None:
        check_shape(input, weight)

    difference = input - target
    if weight is not None:
        difference = difference.masked_fill(weight == 0, 0)  # before the square: 0 · NaN is NaN, forwards and backwards
    losses = difference**2
    if weight is not None:
        losses = losses * weight

    if reduction == "none":
        return losses
    total = losses.sum()
    return total if reduction == "sum" else total / (input.numel() if weight is None else weight.sum())


class MSE(nn.Module):
    def __init__(self, reduction="mean"):
        super().__init__()
        check_reduction(reduction)
        self.reduction = reduction

    def forward(self, input, target, weight=None):
        return mse(input, target, weight, self.reduction)


def check_reduction(reduction):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"{reduction} is not a valid value for reduction")


def check_shape(input, other):
    """Shapes that merely broadcast would give every pair of elements a loss."""
    if input.shape != other.shape:
        raise ValueError(f"shapes differ: {tuple(input.shape)} and {tuple(other.shape)}")
