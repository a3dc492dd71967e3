import copy
import json
import sys
import tempfile

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import nn
from torch.nn import functional as F
from torch.nn.parallel import DistributedDataParallel
from twin import train_rank

RANKS = 3


def job(seed):
    torch.manual_seed(seed)
    models = [nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2)) for _ in range(RANKS)]
    for model in models:
        model[0].bias.requires_grad_(False)
    batches = [[(torch.randn(n, 3), torch.randn(n, 2)) for n in (4, 3 + rank)] for rank in range(RANKS)]
    return models, batches


def run(rank, seed, folder):
    torch.set_num_threads(1)
    dist.init_process_group("gloo", init_method=f"file://{folder}/meet", rank=rank, world_size=RANKS)
    models, batches = job(seed)
    other = copy.deepcopy(models[rank])
    model = train_rank(rank, RANKS, models, batches, 0.1)

    replica = DistributedDataParallel(other)
    optimizer = torch.optim.SGD(other.parameters(), lr=0.1)
    for x, y in batches[rank]:
        optimizer.zero_grad()
        F.mse_loss(replica(x), y).backward()
        optimizer.step()
    for ours, theirs in zip(model.state_dict().values(), other.state_dict().values()):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)
    for ours, theirs in zip(model.parameters(), other.parameters()):
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-4, atol=1e-5)

    numbers = [t.flatten().tolist() for t in model.state_dict().values()]
    numbers += [p.grad.flatten().tolist() for p in model.parameters() if p.grad is not None]
    with open(f"{folder}/{rank}", "w") as file:
        json.dump(numbers, file)
    dist.barrier()  # whoever leaves while others still talk makes them fail
    dist.destroy_process_group()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        mp.spawn(run, (int(sys.argv[1]), folder), RANKS)
        print(json.dumps([json.load(open(f"{folder}/{rank}")) for rank in range(RANKS)]))
