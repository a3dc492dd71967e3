import torch
from torch.utils.data import Dataset, Subset


class LabelledDataset(Dataset):
    def __init__(self, inputs, targets, transform=None, target_transform=None):
        if len(inputs) != len(targets):
            raise ValueError(f"{len(inputs)} inputs, but {len(targets)} targets")
        self.inputs, self.targets = inputs, targets
        self.transform, self.target_transform = transform, target_transform

    def __len__(self):
        return len(self.inputs)

    def __getitem__(self, index):
        # indexing gives a view: without clone() a transform in place would change the data, more with every epoch
        x, y = self.inputs[index].clone(), self.targets[index].clone()
        return (self.transform(x) if self.transform else x, self.target_transform(y) if self.target_transform else y)


def compose(transforms):
    def composed(value):
        for transform in transforms:
            value = transform(value)
        return value

    return composed


def normalize(mean, std):
    scale = std.masked_fill(std == 0, 1)
    return lambda x: (x - mean) / scale


class Transformed(Dataset):
    def __init__(self, dataset, transform):
        self.dataset, self.transform = dataset, transform

    def __len__(self):
        return len(self.dataset)

    def __getitem__(self, index):
        x, y = self.dataset[index]
        return self.transform(x.clone()), y


def prepare(dataset, val_size, augment, generator):
    n = len(dataset)
    if not isinstance(val_size, int) or not 0 <= val_size < n:
        raise ValueError(f"val_size should be from 0 to {n - 1}, but got {val_size}")

    order = torch.randperm(n, generator=generator).tolist()
    train, val = Subset(dataset, order[: n - val_size]), Subset(dataset, order[n - val_size :])

    # What validation is normalized with must come from the training data alone.
    x = torch.stack([train[index][0] for index in range(len(train))])
    mean, std = x.mean(0), x.std(0, unbiased=False)
    normalized = normalize(mean, std)
    return Transformed(train, compose([augment, normalized])), Transformed(val, normalized), mean, std
