import json
import sys

import numpy as np
import torch
from twin import as_tensor, from_numpy, numpy, standardize_

torch.manual_seed(int(sys.argv[1]))
flat = torch.randn(24, dtype=torch.float64)
array = (flat.numpy(), [3, 4], [40, 8], 16)
view = np.ndarray(shape=array[1], dtype=np.float64, buffer=array[0], offset=array[3], strides=array[2])

t = from_numpy(*array)
assert (t.numpy() == view).all() and t.data_ptr() == view.ctypes.data
result = [t.tolist(), as_tensor(array, torch.float32).tolist()]

data, shape, strides, offset = numpy(t.t())
assert strides == list(view.T.strides)
assert (np.ndarray(shape=shape, dtype=np.float64, buffer=data, offset=offset, strides=strides) == view.T).all()
result += [shape, strides]

wanted = (view - view.mean(0)) / view.std(0)
standardize_(array)
assert np.allclose(view, wanted)
result.append(flat.tolist())
for refused in ([-8], [12]):
    try:
        from_numpy(array[0], [2], refused, 80)
        raise AssertionError(refused)
    except ValueError:
        pass
try:
    torch.from_numpy(array[0][::-1])
    raise AssertionError("reversed")
except ValueError:
    pass
print(json.dumps(result))
