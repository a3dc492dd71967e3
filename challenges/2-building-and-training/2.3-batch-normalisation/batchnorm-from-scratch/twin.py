import torch
from torch import nn


class BatchNorm(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))
        self.register_buffer("num_batches_tracked", torch.tensor(0))
        self.eps = eps
        self.momentum = momentum

    def forward(self, x):
        mean, variance = self.observe(x) if self.training else (self.running_mean, self.running_var)
        shape = [1, -1] + [1] * (x.dim() - 2)
        std = (variance + self.eps).sqrt()
        return (x - mean.view(shape)) / std.view(shape) * self.weight.view(shape) + self.bias.view(shape)

    def observe(self, x):
        """Mean and biased variance of the batch, as part of the graph; the buffers follow outside of it."""
        dims = [d for d in range(x.dim()) if d != 1]
        n = x.numel() // x.shape[1]
        if n == 1:
            raise ValueError("training needs more than one value for each channel")
        mean = x.mean(dims)
        variance = x.var(dims, unbiased=False)
        with torch.no_grad():
            self.num_batches_tracked += 1
            m = 1 / self.num_batches_tracked.item() if self.momentum is None else self.momentum
            self.running_mean.mul_(1 - m).add_(mean * m)
            self.running_var.mul_(1 - m).add_(variance * (m * n / (n - 1)))  # unbiased, for data not seen yet
        return mean, variance
