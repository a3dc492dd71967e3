"""Writes data.json: orders of samplers, splits and batches of loaders of real PyTorch, and the random numbers drawn after them.
Run: python3 tests/golden/make-data.py"""
import json
import os
import warnings

import torch
from torch.utils.data import (
    BatchSampler, ChainDataset, ConcatDataset, DataLoader, Dataset, IterableDataset, RandomSampler, Subset, SubsetRandomSampler,
    TensorDataset, WeightedRandomSampler, default_collate, get_worker_info, random_split,
)
from torch.utils.data.distributed import DistributedSampler

warnings.filterwarnings("ignore")
torch.set_num_threads(1)


def plain(value):
    if isinstance(value, torch.Tensor):
        return {"dtype": str(value.dtype)[6:], "shape": list(value.shape), "values": value.double().reshape(-1).tolist()}
    if isinstance(value, dict):
        return {"dict": [[k, plain(v)] for k, v in value.items()]}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value


class Count(Dataset):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return i


class Noise(Dataset):
    """A draw from the stream of whoever reads it."""

    def __len__(self):
        return 7

    def __getitem__(self, i):
        return torch.rand(()) + i


class Span(IterableDataset):
    def __init__(self, start, end):
        self.start, self.end = start, end

    def __iter__(self):
        info = get_worker_info()
        if info is None or getattr(self, "ready", False):
            return iter(range(self.start, self.end))
        return iter(range(self.start + info.id, self.end, info.num_workers))

    def __len__(self):
        return self.end - self.start


class Same(IterableDataset):
    """Every worker reads all of it."""

    def __iter__(self):
        return iter(range(5))


def halves(worker_id):
    info = get_worker_info()
    d = info.dataset
    share = -(-(d.end - d.start) // info.num_workers)
    d.start, d.end, d.ready = d.start + worker_id * share, min(d.start + (worker_id + 1) * share, d.end), True


def seeds(worker_id):
    get_worker_info().dataset.seed = get_worker_info().seed


class Seeded(Dataset):
    seed = 0

    def __len__(self):
        return 4

    def __getitem__(self, i):
        return str(self.seed)


def g(seed):
    return torch.Generator().manual_seed(seed)


SAMPLERS = {
    "random": lambda: RandomSampler(range(10)),
    "random_generator": lambda: RandomSampler(range(10), generator=g(3)),
    "random_more": lambda: RandomSampler(range(4), num_samples=11),
    "random_fewer": lambda: RandomSampler(range(10), num_samples=3),
    "random_replacement": lambda: RandomSampler(range(10), replacement=True),
    "random_replacement_70": lambda: RandomSampler(range(50), replacement=True, num_samples=70, generator=g(5)),
    "subset": lambda: SubsetRandomSampler([3, 1, 4, 15, 9]),
    "weighted": lambda: WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 12),
    "weighted_once": lambda: WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement=False, generator=g(1)),
    "batch": lambda: BatchSampler(RandomSampler(range(10)), 4, False),
    "batch_drop": lambda: BatchSampler(RandomSampler(range(10)), 4, True),
}


def samplers():
    out = {}
    for name, make in SAMPLERS.items():
        torch.manual_seed(0)
        s = make()
        out[name] = {"length": len(s), "epochs": [list(s), list(s)], "after": torch.randint(1000, (2,)).tolist()}
    return out


def distributed():
    out = []
    for n, replicas, shuffle, drop in [(10, 3, True, False), (10, 3, True, True), (10, 3, False, False), (2, 5, False, False), (11, 4, True, True), (3, 4, True, True), (12, 4, True, False)]:
        for rank in range(replicas):
            s = DistributedSampler(range(n), replicas, rank, shuffle=shuffle, seed=7, drop_last=drop)
            first = list(s)
            s.set_epoch(2)
            out.append({"n": n, "replicas": replicas, "rank": rank, "shuffle": shuffle, "drop_last": drop, "length": len(s), "epochs": [first, list(s)]})
    return out


def splits():
    out = []
    for n, lengths, seed in [(10, [3, 7], 42), (30, [0.3, 0.3, 0.4], 42), (11, [0.5, 0.5], 1), (7, [0.1, 0.2, 0.7], None), (5, [5, 0], 2)]:
        torch.manual_seed(9)
        parts = random_split(Count(n), lengths, **({} if seed is None else {"generator": g(seed)}))
        out.append({"n": n, "lengths": lengths, "seed": seed, "indices": [list(p.indices) for p in parts]})
    return out


def tensors():
    return TensorDataset(torch.arange(20.0).reshape(10, 2), torch.arange(10))


LOADERS = {
    "plain": lambda: DataLoader(tensors(), batch_size=4),
    "default": lambda: DataLoader(Count(3)),
    "shuffle": lambda: DataLoader(tensors(), batch_size=4, shuffle=True),
    "shuffle_drop": lambda: DataLoader(tensors(), batch_size=4, shuffle=True, drop_last=True),
    "shuffle_generator": lambda: DataLoader(tensors(), batch_size=3, shuffle=True, generator=g(8)),
    "sampler": lambda: DataLoader(Count(8), batch_size=3, sampler=SubsetRandomSampler([7, 2, 5, 1])),
    "batch_sampler": lambda: DataLoader(Count(8), batch_sampler=BatchSampler(RandomSampler(range(8)), 3, True)),
    "unbatched": lambda: DataLoader(tensors(), batch_size=None, shuffle=True),
    "concat": lambda: DataLoader(ConcatDataset([Count(3), Subset(Count(9), [8, 7, 6])]), batch_size=4),
    "noise": lambda: DataLoader(Noise(), batch_size=2, shuffle=True),
    "workers": lambda: DataLoader(tensors(), batch_size=3, shuffle=True, num_workers=2),
    "workers_noise": lambda: DataLoader(Noise(), batch_size=2, shuffle=True, num_workers=3),
    "workers_noise_generator": lambda: DataLoader(Noise(), batch_size=2, shuffle=True, num_workers=2, generator=g(4), prefetch_factor=1),
    "workers_subset": lambda: DataLoader(Count(20), batch_size=2, sampler=SubsetRandomSampler(range(12)), num_workers=2),
    "workers_persistent": lambda: DataLoader(Noise(), batch_size=2, num_workers=2, persistent_workers=True, shuffle=True),
    "workers_seed": lambda: DataLoader(Seeded(), num_workers=2, worker_init_fn=seeds),
    "stream": lambda: DataLoader(Span(3, 14), batch_size=4),
    "stream_drop": lambda: DataLoader(Span(3, 14), batch_size=4, drop_last=True),
    "stream_unbatched": lambda: DataLoader(Span(3, 7), batch_size=None),
    "stream_chain": lambda: DataLoader(ChainDataset([Span(0, 3), Span(7, 9)]), batch_size=2),
    "stream_workers": lambda: DataLoader(Span(3, 14), batch_size=2, num_workers=3),
    "stream_workers_drop": lambda: DataLoader(Span(3, 14), batch_size=2, num_workers=2, drop_last=True),
    "stream_workers_same": lambda: DataLoader(Same(), batch_size=2, num_workers=2),
    "stream_workers_many": lambda: DataLoader(Span(3, 7), num_workers=12),
    "stream_workers_init": lambda: DataLoader(Span(3, 14), batch_size=2, num_workers=2, worker_init_fn=halves),
    "stream_workers_persistent": lambda: DataLoader(Span(3, 14), batch_size=2, num_workers=2, persistent_workers=True),
}


def loaders():
    out = {}
    for name, make in LOADERS.items():
        torch.manual_seed(0)
        loader = make()
        try:
            length = len(loader)
        except TypeError:
            length = None
        out[name] = {"length": length, "epochs": [[plain(b) for b in loader], [plain(b) for b in loader]], "after": torch.randint(1000, (2,)).tolist()}
    return out


COLLATE = {
    "whole": [0, 1, 2],
    "fractions": [0.5, 1.5],
    "bools": [True, False],
    "strings": ["a", "bc"],
    "lists": [[0, 1], [2, 3]],
    "nested": [[0, [0.5, "x"]], [1, [1.5, "y"]]],
    "dicts": [{"a": 0, "b": [1, 2.5]}, {"a": 100, "b": [3, 4.5]}],
}

golden = {
    "samplers": samplers(),
    "distributed": distributed(),
    "splits": splits(),
    "loaders": loaders(),
    "collate": {k: {"batch": v, "result": plain(default_collate(v))} for k, v in COLLATE.items()},
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "data.json"), "w") as f:
    json.dump(golden, f, separators=(",", ":"))
