import torch


class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, beta):
        ctx.save_for_backward(x, beta)
        return x * torch.sigmoid(x * beta)

    @staticmethod
    def backward(ctx, grad):
        x, beta = ctx.saved_tensors
        for_x, for_beta = ctx.needs_input_grad
        s = torch.sigmoid(x * beta)  # computed again: cheaper to compute than to keep
        curve = x * s * (1 - s)
        return (
            grad * (s + beta * curve) if for_x else None,
            (grad * x * curve).sum() if for_beta else None,  # beta reaches every element
        )
