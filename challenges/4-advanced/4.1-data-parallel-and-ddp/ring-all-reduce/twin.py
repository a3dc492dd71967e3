import torch
import torch.distributed as dist


def ring_all_reduce(rank, world_size, tensors):
    own = tensors[rank]
    after = (rank + 1) % world_size
    before = (rank - 1) % world_size

    flat = own.flatten()
    pieces = flat.tensor_split(world_size)  # views, some of them empty when there are few elements

    def piece(index):
        return pieces[index % world_size]

    def exchange(out, into):
        sent = dist.isend(out, after)  # all ranks send at once, so nobody may wait before it receives
        dist.recv(into, before)
        sent.wait()

    # Reduce-scatter: a piece grows on its way round, and is complete on the last rank it reaches.
    for step in range(world_size - 1):
        mine = piece(rank - step - 1)
        theirs = torch.empty_like(mine)
        exchange(piece(rank - step), theirs)
        mine.add_(theirs)
    # All-gather: complete pieces go round once more.
    for step in range(world_size - 1):
        exchange(piece(rank + 1 - step), piece(rank - step))
    return flat.reshape(own.shape)
