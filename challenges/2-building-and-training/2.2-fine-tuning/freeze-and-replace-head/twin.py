import torch
from torch import nn


def prepare(model, in_features, classes, p, lr):
    model.requires_grad_(False)
    model.fc = nn.Sequential(nn.Dropout(p), nn.Linear(in_features, classes))  # new parameters require gradients
    return torch.optim.SGD(model.fc.parameters(), lr=lr, momentum=0.9)


def train_epoch(model, optimizer, batches):
    # A frozen body with a moving mean is no longer the body that was trained: only the head is in training mode.
    model.eval()
    model.fc.train()

    total, samples = 0.0, 0
    for x, y in batches:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * y.numel()
        samples += y.numel()
    return total / samples
