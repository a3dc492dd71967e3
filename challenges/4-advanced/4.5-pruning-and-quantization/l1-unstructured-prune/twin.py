import torch


def l1_unstructured(module, name, amount):
    pruned = hasattr(module, f"{name}_mask")
    original = getattr(module, f"{name}_orig" if pruned else name)
    before = getattr(module, f"{name}_mask") if pruned else torch.ones_like(original)

    mask = before.detach().clone(memory_format=torch.contiguous_format)
    left = mask.view(-1).nonzero().squeeze(1)
    count = count_of(amount, left.numel())
    importance = original.detach().reshape(-1)[left].abs()
    mask.view(-1)[left[importance.argsort()[:count]]] = 0

    # Nothing of the module has changed so far: a bad amount has raised by now.
    if not pruned:
        del module._parameters[name]
        module.register_parameter(f"{name}_orig", original)  # the same Parameter: optimizers that hold it go on with it
        handle = module.register_forward_pre_hook(lambda m, _: setattr(m, name, masked(m, name)))
        module.__dict__.setdefault("_handles", {})[name] = handle
    module.register_buffer(f"{name}_mask", mask)
    setattr(module, name, masked(module, name))
    return module


def remove(module, name):
    if not hasattr(module, f"{name}_mask"):
        raise ValueError(f"{name} has to be pruned before pruning can be removed")
    original = getattr(module, f"{name}_orig")
    original.data = masked(module, name).detach()
    module._handles.pop(name).remove()
    for gone in (name, f"{name}_orig", f"{name}_mask"):
        delattr(module, gone)
    module.register_parameter(name, original)
    return module


def masked(module, name):
    return getattr(module, f"{name}_orig") * getattr(module, f"{name}_mask")


def count_of(amount, size):
    whole = isinstance(amount, int)
    if amount < 0 or (not whole and amount > 1):
        raise ValueError(f"amount={amount} is no fraction and no count")
    count = amount if whole else round(amount * size)
    if count > size:
        raise ValueError(f"amount={count} is more than the {size} elements that are left")
    return count
