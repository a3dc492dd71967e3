import torch


def from_numpy(data, shape, strides, offset):
    """A flat NumPy array with shape, strides and offset in bytes, as a tensor on the same memory."""
    steps = [stride / data.itemsize for stride in strides]
    if any(step < 0 for step in steps):
        raise ValueError("tensors have no negative strides: copy the array first")
    if any(step != int(step) for step in steps):
        raise ValueError("a stride is no multiple of the element size")
    return torch.from_numpy(data).as_strided(shape, [int(step) for step in steps], offset // data.itemsize)


def as_tensor(array, dtype=None):
    shared = from_numpy(*array)
    return shared.to(dtype) if dtype else shared  # the tensor itself where nothing is to be converted


def numpy(t, force=False):
    if t.requires_grad and not force:
        raise RuntimeError("the array would have no history: use t.detach()")
    # From the first element to the last: one flat view, contiguous whatever t is.
    span = 1 + sum((size - 1) * step for size, step in zip(t.shape, t.stride())) if t.numel() else 0
    data = t.detach().as_strided([span], [1]).numpy()
    return data, list(t.shape), [step * data.itemsize for step in t.stride()], 0


def standardize_(array):
    x = from_numpy(*array)
    x.sub_(x.mean(0)).div_(x.std(0, unbiased=False))  # NumPy's std divides by n, PyTorch's by n − 1
