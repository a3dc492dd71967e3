import torch
from torch import nn
from torch.nn.utils.stateless import functional_call


class DataParallel(nn.Module):
    def __init__(self, module, device_ids, copy_to):
        super().__init__()
        self.module = module
        self.device_ids = device_ids
        self.copy_to = copy_to

    def forward(self, *inputs):
        pieces = self.scatter(inputs)  # a small batch leaves devices without work
        others = self.device_ids[1 : len(pieces)]
        replicas = [self.replicate(device) for device in others]  # anew each time: weights and mode may have changed
        outputs = [self.module(*pieces[0])]
        outputs += [functional_call(self.module, tensors, args) for tensors, args in zip(replicas, pieces[1:])]
        return self.gather(outputs)

    # The inputs of each device that gets any.
    def scatter(self, inputs):
        cut = zip(*(x.chunk(len(self.device_ids)) for x in inputs))
        return [
            tuple(x if i == 0 else self.copy_to(x, device) for x in args)
            for i, (device, args) in enumerate(zip(self.device_ids, cut))
        ]

    # Copies in the graph: each leads backward to the one parameter, where their gradients add up.
    def replicate(self, device):
        tensors = dict(self.module.named_parameters(), **dict(self.module.named_buffers()))
        return {name: self.copy_to(t, device) for name, t in tensors.items()}

    def gather(self, outputs):
        here = [output if i == 0 else self.copy_to(output, self.device_ids[0]) for i, output in enumerate(outputs)]
        return torch.stack(here) if here[0].dim() == 0 else torch.cat(here)
