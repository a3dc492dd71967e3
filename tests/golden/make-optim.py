"""Writes optim.json: every optimizer over 20 steps and every schedule over 30 of real PyTorch, with their text and state.
A case is Python text, which optim.test.ts evaluates against the engine. Run: python3 tests/golden/make-optim.py"""
import inspect
import json
import os
import re
import warnings

import torch
from torch import nn, optim
from torch.optim import lr_scheduler as S
from torch.optim import swa_utils

warnings.filterwarnings("ignore")
torch.set_num_threads(1)


def short(v):
    return float(f"{v:.9g}")


def plain(v):
    if isinstance(v, torch.Tensor):
        return {"shape": list(v.shape), "first": [short(x) for x in v.double().reshape(-1)[:3].tolist()]}
    if isinstance(v, dict):
        return {str(k): plain(x) for k, x in v.items()}
    if isinstance(v, (list, tuple)):
        return [plain(x) for x in v]
    if isinstance(v, float):
        return short(v) if abs(v) != float("inf") else str(v)
    return v if v is None or isinstance(v, (bool, int, str)) else "object"


OPTIMIZERS = """
optim.SGD([w, b], lr=0.1)
optim.SGD([w, b], lr=0.1, momentum=0.9, dampening=0.1, weight_decay=0.01)
optim.SGD([w, b], lr=0.05, momentum=0.8, nesterov=True, maximize=True)
optim.SGD([{'params': [w], 'lr': 0.5}, {'params': b, 'momentum': 0.5}], lr=0.1, momentum=0.9)
optim.Adam([w, b])
optim.Adam([w, b], lr=0.05, betas=(0.8, 0.95), eps=0.000001, weight_decay=0.1, amsgrad=True)
optim.Adam([{'params': [w], 'betas': (0.5, 0.9)}, {'params': [b], 'weight_decay': 0.3}], lr=0.02, maximize=True)
optim.AdamW([w, b], lr=0.05)
optim.AdamW([w, b], lr=0.05, weight_decay=0.1, amsgrad=True)
optim.AdamW([{'params': [w]}, {'params': [b], 'lr': 0.5}], 0.05, (0.7, 0.99), 0.0001, 0.2, maximize=True)
optim.RMSprop([w, b], lr=0.02)
optim.RMSprop([w, b], lr=0.02, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.01)
optim.RMSprop([w, b], 0.02, 0.8, 0.001, 0.1, 0.3, maximize=True)
optim.Adagrad([w, b])
optim.Adagrad([w, b], lr=0.1, lr_decay=0.01, initial_accumulator_value=0.1, weight_decay=0.2)
optim.Adagrad([w, b], 0.1, eps=0.001, maximize=True)
optim.Adadelta([w, b], lr=0.5)
optim.Adadelta([w, b], lr=2.5, rho=0.8, eps=0.0001, weight_decay=0.1)
optim.Adadelta([w, b], lr=0.5, maximize=True)
optim.Adamax([w, b])
optim.Adamax([w, b], lr=0.02, betas=(0.8, 0.95), weight_decay=0.1)
optim.Adamax([w, b], lr=0.02, eps=0.01, maximize=True)
optim.NAdam([w, b], foreach=True)
optim.NAdam([w, b], lr=0.02, betas=(0.8, 0.95), weight_decay=0.1, foreach=True)
optim.NAdam([w, b], lr=0.02, momentum_decay=0.1, eps=0.001, foreach=True)
optim.RAdam([w, b])
optim.RAdam([w, b], lr=0.05, betas=(0.8, 0.95), weight_decay=0.1)
optim.RAdam([w, b], lr=0.05, eps=0.01)
optim.Rprop([w, b])
optim.Rprop([w, b], lr=0.02, etas=(0.4, 1.3), step_sizes=(0.001, 0.5))
optim.Rprop([w, b], lr=0.02, maximize=True)
optim.ASGD([w, b])
optim.ASGD([w, b], lr=0.05, lambd=0.01, alpha=0.5, t0=3)
optim.ASGD([w, b], lr=0.05, weight_decay=0.1, maximize=True)
optim.LBFGS([w, b], lr=0.5, max_iter=4)
optim.LBFGS([w, b], max_iter=5, line_search_fn='strong_wolfe')
optim.LBFGS([w, b], lr=0.3, max_iter=3, max_eval=5, tolerance_grad=0.001, tolerance_change=0.0001, history_size=2)
""".strip().split("\n")
SCHEDULES = """
S.StepLR(o, 4, gamma=0.5)
S.StepLR(o, 3)
S.MultiStepLR(o, [3, 7, 7, 15], gamma=0.3)
S.MultiStepLR(o, [5])
S.ExponentialLR(o, 0.9)
S.CosineAnnealingLR(o, 10, eta_min=0.01)
S.CosineAnnealingLR(o, 30)
S.LambdaLR(o, [decay, inverse])
S.LambdaLR(o, decay)
S.MultiplicativeLR(o, alternate)
S.ConstantLR(o)
S.ConstantLR(o, factor=0.25, total_iters=4)
S.LinearLR(o)
S.LinearLR(o, start_factor=0.1, end_factor=0.8, total_iters=9)
S.PolynomialLR(o)
S.PolynomialLR(o, total_iters=12, power=2.5)
S.CosineAnnealingWarmRestarts(o, 4, T_mult=2, eta_min=0.001)
S.CosineAnnealingWarmRestarts(o, 7)
S.CyclicLR(o, 0.01, 0.2, step_size_up=4)
S.CyclicLR(o, [0.01, 0.02], [0.2, 0.4], step_size_up=4, step_size_down=6, mode='triangular2', base_momentum=0.7, max_momentum=0.95)
S.CyclicLR(o, 0.01, 0.2, step_size_up=5, mode='exp_range', gamma=0.95, cycle_momentum=False)
S.CyclicLR(o, 0.01, 0.2, step_size_up=5, scale_fn=inverse, scale_mode='iterations')
S.OneCycleLR(o, [0.6, 0.3], total_steps=31)
S.OneCycleLR(o, 0.4, epochs=3, steps_per_epoch=13, three_phase=True, anneal_strategy='linear', pct_start=0.2)
S.OneCycleLR(o, 0.4, total_steps=40, cycle_momentum=False, div_factor=10, final_div_factor=100)
S.OneCycleLR(a, 0.4, total_steps=40)
S.SequentialLR(o, [S.ConstantLR(o, factor=0.1, total_iters=3), S.ExponentialLR(o, 0.9), S.StepLR(o, 2)], [3, 12])
S.SequentialLR(o, [S.LinearLR(o, start_factor=0.1, total_iters=5), S.CosineAnnealingLR(o, 20)], milestones=[5])
S.ChainedScheduler([S.ConstantLR(o, factor=0.1, total_iters=2), S.ExponentialLR(o, 0.9)])
S.ReduceLROnPlateau(o)
S.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=0.02)
S.ReduceLROnPlateau(o, 'max', 0.7, 1, threshold=0.05, threshold_mode='abs', min_lr=[0.01, 0.03], eps=0.001)
swa_utils.SWALR(o, swa_lr=0.05)
swa_utils.SWALR(o, swa_lr=[0.05, 0.02], anneal_epochs=4, anneal_strategy='linear')
""".strip().split("\n")
METRICS = [1.0, 0.9, 0.89, 0.89, 0.89, 0.89, 0.89, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.79] + [0.79] * 15
FUNCTIONS = {"decay": lambda e: 0.95**e, "inverse": lambda e: 1 / (1 + e), "alternate": lambda e: 0.9 if e % 2 else 1.0}


def optimizer(text):
    torch.manual_seed(0)
    w = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)
    b = torch.randn(4, dtype=torch.float64, requires_grad=True)
    x, y = torch.randn(8, 3, dtype=torch.float64), torch.randn(8, 4, dtype=torch.float64)
    opt = eval(text, {"optim": optim, "w": w, "b": b})
    printed = repr(opt)

    def closure():
        opt.zero_grad()
        loss = ((x @ w + b).tanh() - y).pow(2).mean()
        loss.backward()
        return loss

    losses = [short(opt.step(closure).item()) for _ in range(20)]
    return {"text": text, "printed": printed, "losses": losses, "w": plain(w), "b": plain(b), "state_dict": plain(opt.state_dict())}


def schedule(text):
    p, q = torch.zeros(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    o = optim.SGD([{"params": [p], "lr": 0.5}, {"params": [q]}], lr=0.1, momentum=0.9)
    a = optim.Adam([p, q], lr=0.1)
    s = eval(text, {"S": S, "swa_utils": swa_utils, "o": o, "a": a, **FUNCTIONS})
    used = a if "(a," in text else o
    now = lambda: [short(v) for g in used.param_groups for v in (g["lr"], g["momentum"] if "momentum" in g else g["betas"][0])]
    rates = [now()]
    for m in METRICS:
        used.step()
        s.step(m) if isinstance(s, S.ReduceLROnPlateau) else s.step()
        rates.append(now())
    return {"text": text, "rates": rates, "last": plain(s._last_lr), "state_dict": plain(s.state_dict())}


names = {n for n, c in vars(optim).items() if inspect.isclass(c)} - {"Optimizer", "SparseAdam"}
assert names <= set(re.findall(r"optim\.(\w+)", "\n".join(OPTIMIZERS))), names
names = {n for n, c in vars(S).items() if inspect.isclass(c) and n[0] != "_" and c.__module__ == S.__name__} - {"LRScheduler"}
assert names <= set(re.findall(r"S\.(\w+)", "\n".join(SCHEDULES))), names


def averaged(average):
    torch.manual_seed(7)
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 1))
    swa = swa_utils.AveragedModel(model, avg_fn=average)
    opt = optim.SGD(model.parameters(), lr=0.1)
    x, y = torch.randn(8, 3), torch.randn(8, 1)
    for _ in range(4):
        opt.zero_grad()
        (model(x) - y).square().mean().backward()
        opt.step()
        swa.update_parameters(model)
    before = plain(swa.state_dict())
    swa_utils.update_bn([x[:4], x[4:]], swa)
    return {"before": before, "after": plain(swa.state_dict()), "printed": repr(swa), "output": plain(swa.eval()(x))}


golden = {
    "optimizers": [optimizer(t) for t in OPTIMIZERS],
    "schedules": [schedule(t) for t in SCHEDULES],
    "metrics": METRICS,
    "averaged": {"equal": averaged(None), "exponential": averaged(lambda avg, p, n: 0.9 * avg + 0.1 * p)},
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "optim.json"), "w") as f:
    f.write(json.dumps(golden, separators=(",", ":")) + "\n")
