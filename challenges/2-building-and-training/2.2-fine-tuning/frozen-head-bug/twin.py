import torch
from torch import nn


def fine_tune(model, classes, batches, epochs, lr):
    # Freeze everything, then release the last block: the method reaches its parameters, an assignment would not.
    model.requires_grad_(False)
    model.layer2.requires_grad_(True)

    # A new head for the new classes. New parameters require gradients.
    model.fc = nn.Linear(model.fc.in_features, classes)

    # Train what is not frozen.
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.SGD(trainable, lr=lr, momentum=0.9)

    model.train()
    history = []
    for epoch in range(epochs):
        total = 0.0
        for x, y in batches:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        history.append(total / len(batches))
    model.eval()
    return history
