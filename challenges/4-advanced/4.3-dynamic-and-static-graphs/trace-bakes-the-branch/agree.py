import contextlib
import io
import json
import sys
import warnings

import torch
from twin import Scorer, export_scorer

torch.manual_seed(int(sys.argv[1]))
scorer = Scorer(4, 6, 3, 1.5)
example = torch.randn(5, 4) * 0.2
with contextlib.redirect_stdout(io.StringIO()):
    data = export_scorer(scorer, example)
assert scorer.training
program = torch.jit.load(io.BytesIO(data))
result = []
for scale in (0.1, 1, 4, -4):
    x = (torch.randn(3, 4) * scale).requires_grad_(True)
    out = program(x)
    out.pow(2).sum().backward()
    torch.testing.assert_close(out, scorer.eval()(x))
    result.append([out.tolist(), x.grad.tolist()])

# what the challenge says of PyTorch: a trace warns, passes its own check, and is wrong elsewhere
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    traced = torch.jit.trace(scorer, example)
assert any("Python float" in str(w.message) or "Python number" in str(w.message) for w in caught), [str(w.message) for w in caught]
assert not torch.allclose(traced(example * 50), scorer(example * 50))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    try:
        torch.jit.trace(scorer, example, check_inputs=[example * 50])
        raise SystemExit("check_inputs found nothing")
    except torch.jit.TracingCheckError:
        pass
print(json.dumps(result))
