import json
import sys

import torch
from torch.utils.data import DataLoader as Finished
from torch.utils.data import default_collate as finished_collate
from twin import DataLoader, Sharded, default_collate

seed = int(sys.argv[1])
torch.manual_seed(seed)
rows = torch.randn(11, 3)
data = [{"x": row, "y": index, "z": [index + 0.5, index % 2 == 0]} for index, row in enumerate(rows)]
torch.testing.assert_close(default_collate(data), finished_collate(data))

generator = torch.Generator().manual_seed(seed)
loader = DataLoader(data, batch_size=4, shuffle=True, drop_last=True, generator=generator)
epochs = [[[b["x"], b["y"], *b["z"]] for b in loader] for _ in range(2)]

# The finished loader first draws a seed for its workers; then its order is the same.
generator.manual_seed(seed)
finished = Finished(data, batch_size=4, shuffle=True, drop_last=True, generator=generator)
other = torch.Generator().manual_seed(seed)
loader = DataLoader(data, batch_size=4, shuffle=True, drop_last=True, generator=other)
torch.empty((), dtype=torch.int64).random_(generator=other)
assert [b["y"].tolist() for b in loader] == [b["y"].tolist() for b in finished]

streams = [[int(i) for i in Finished(Sharded(range(11)), batch_size=None, num_workers=w)] for w in (0, 2)]
flat = [[[t.double().flatten().tolist() for t in batch] for batch in epoch] for epoch in epochs]
print(json.dumps([len(loader), flat, streams]))
