import torch
from torch import nn


class TreeNet(nn.Module):
    """A tree is a token (int), (child,) or (left, right)."""

    def __init__(self, vocab, dim, classes, limit):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim)
        self.unary = nn.Linear(dim, dim)
        self.binary = nn.Linear(2 * dim, dim)
        self.settle = nn.Linear(dim, dim)
        self.head = nn.Linear(dim, classes)
        self.limit = limit

    def forward(self, trees):
        return self.head(torch.stack([self.calm(self.encode(tree)) for tree in trees]))

    def encode(self, tree):
        """The state of a node, from those of its children."""
        if isinstance(tree, int):
            return self.embed(torch.tensor(tree))
        if len(tree) == 1:
            return self.unary(self.encode(tree[0])).tanh()
        return self.binary(torch.cat([self.encode(child) for child in tree])).tanh()

    def calm(self, h):
        """Steps until the state is small enough: how many, its values decide."""
        steps = 0
        while steps < 10 and h.norm() > self.limit:
            h = self.settle(h).tanh()
            steps += 1
        return h
