"""Writes training.json: optimizer trajectories, schedules, training runs, initialisers and printed modules of real PyTorch.
Run: python3 tests/golden/make-training.py"""
import json
import os
import warnings

import torch
from torch import nn, optim

warnings.filterwarnings("ignore")
torch.set_num_threads(1)


def flat(t):
    return [t.detach().double().reshape(-1).tolist(), list(t.shape)]


# One quadratic-like problem, every optimizer and its options.
OPTIMIZERS = {
    "sgd": lambda p: optim.SGD(p, lr=0.1),
    "sgd_momentum": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.1, weight_decay=0.01),
    "sgd_nesterov": lambda p: optim.SGD(p, lr=0.05, momentum=0.8, nesterov=True),
    "sgd_maximize": lambda p: optim.SGD(p, lr=0.01, maximize=True),
    "adam": lambda p: optim.Adam(p, lr=0.05),
    "adam_decay": lambda p: optim.Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1, amsgrad=True),
    "adamw": lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.1),
    "adamw_amsgrad": lambda p: optim.AdamW(p, lr=0.05, amsgrad=True),
    "rmsprop": lambda p: optim.RMSprop(p, lr=0.02),
    "rmsprop_centered": lambda p: optim.RMSprop(p, lr=0.02, alpha=0.9, momentum=0.5, centered=True, weight_decay=0.01),
    "adagrad": lambda p: optim.Adagrad(p, lr=0.1, lr_decay=0.01, initial_accumulator_value=0.1),
    "adadelta": lambda p: optim.Adadelta(p, lr=1.0),
    "adamax": lambda p: optim.Adamax(p, lr=0.02),
    # The plain path of 1.13 multiplies by mu once too often; its foreach path does as PyTorch 2.
    "nadam": lambda p: optim.NAdam(p, lr=0.02, foreach=True),
    "radam": lambda p: optim.RAdam(p, lr=0.05),
    "rprop": lambda p: optim.Rprop(p, lr=0.01),
    "asgd": lambda p: optim.ASGD(p, lr=0.05, t0=3),
    "lbfgs": lambda p: optim.LBFGS(p, lr=0.5, max_iter=4),
    "lbfgs_wolfe": lambda p: optim.LBFGS(p, max_iter=5, line_search_fn="strong_wolfe"),
}


def trajectory(make, dtype):
    torch.manual_seed(0)
    w = torch.randn(3, 4, dtype=dtype, requires_grad=True)
    b = torch.randn(4, dtype=dtype, requires_grad=True)
    x = torch.randn(8, 3, dtype=dtype)
    y = torch.randn(8, 4, dtype=dtype)
    opt = make([w, b])
    losses = []

    def closure():
        opt.zero_grad()
        loss = ((x @ w + b).tanh() - y).pow(2).mean()
        loss.backward()
        return loss

    for _ in range(12):
        losses.append(opt.step(closure).item())
    return {"losses": losses, "w": flat(w), "b": flat(b), "keys": list(opt.state_dict()["state"].get(0, {}).keys())}


def schedule(make, steps=25, metrics=None):
    opt = optim.SGD([{"params": [torch.zeros(1, requires_grad=True)], "lr": 0.5}, {"params": [torch.zeros(1, requires_grad=True)]}], lr=0.1, momentum=0.9)
    s = make(opt)
    out = [[g["lr"] for g in opt.param_groups] + [opt.param_groups[0]["momentum"]]]
    for i in range(steps):
        opt.step()
        s.step(metrics[i]) if metrics else s.step()
        out.append([g["lr"] for g in opt.param_groups] + [opt.param_groups[0]["momentum"]])
    return out


L = optim.lr_scheduler
SCHEDULES = {
    "step": lambda o: L.StepLR(o, 4, gamma=0.5),
    "multistep": lambda o: L.MultiStepLR(o, [3, 7, 7, 15], gamma=0.3),
    "exponential": lambda o: L.ExponentialLR(o, 0.9),
    "cosine": lambda o: L.CosineAnnealingLR(o, 10, eta_min=0.01),
    "lambda": lambda o: L.LambdaLR(o, [lambda e: 0.95**e, lambda e: 1 / (1 + e)]),
    "multiplicative": lambda o: L.MultiplicativeLR(o, lambda e: 0.9 if e % 2 else 1.0),
    "constant": lambda o: L.ConstantLR(o, factor=0.25, total_iters=4),
    "linear": lambda o: L.LinearLR(o, start_factor=0.1, end_factor=0.8, total_iters=9),
    "polynomial": lambda o: L.PolynomialLR(o, total_iters=12, power=2.0),
    "warm_restarts": lambda o: L.CosineAnnealingWarmRestarts(o, 4, T_mult=2, eta_min=0.001),
    "cyclic": lambda o: L.CyclicLR(o, 0.01, 0.2, step_size_up=4, step_size_down=6, mode="triangular2"),
    "cyclic_exp": lambda o: L.CyclicLR(o, 0.01, 0.2, step_size_up=5, mode="exp_range", gamma=0.95),
    "one_cycle": lambda o: L.OneCycleLR(o, max_lr=[0.6, 0.3], total_steps=26),
    "one_cycle_three": lambda o: L.OneCycleLR(o, max_lr=0.4, epochs=2, steps_per_epoch=13, three_phase=True, anneal_strategy="linear"),
    "sequential": lambda o: L.SequentialLR(o, [L.ConstantLR(o, factor=0.1, total_iters=3), L.ExponentialLR(o, 0.9), L.StepLR(o, 2)], [3, 12]),
    "chained": lambda o: L.ChainedScheduler([L.ConstantLR(o, factor=0.1, total_iters=2), L.ExponentialLR(o, 0.9)]),
}
METRICS = [1.0, 0.9, 0.89, 0.89, 0.89, 0.89, 0.89, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.79, 0.79, 0.79, 0.79, 0.79, 0.79, 0.79, 0.79, 0.79, 0.79, 0.79]


def train(model, opt, x, y, loss_fn, steps=50, scheduler=None):
    losses = []
    for _ in range(steps):
        opt.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        if scheduler:
            scheduler.step()
        losses.append(loss.item())
    return {"losses": losses, "keys": list(model.state_dict().keys())}


def mlp():
    torch.manual_seed(3)
    model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Dropout(0.25), nn.Linear(16, 3))
    x, y = torch.randn(32, 8), torch.randint(0, 3, (32,))
    return train(model, optim.SGD(model.parameters(), lr=0.1, momentum=0.9), x, y, nn.CrossEntropyLoss(label_smoothing=0.1))


def regression():
    torch.manual_seed(4)
    model = nn.Sequential(nn.Linear(5, 20), nn.Tanh(), nn.Linear(20, 20), nn.GELU(), nn.Linear(20, 1))
    x = torch.rand(64, 5)
    y = x.sum(1, keepdim=True).sin()
    opt = optim.AdamW(model.parameters(), lr=1e-2)
    return train(model, opt, x, y, nn.MSELoss(), scheduler=L.CosineAnnealingLR(opt, 50))


def binary():
    torch.manual_seed(5)
    model = nn.Sequential(nn.Linear(4, 8), nn.LeakyReLU(), nn.Linear(8, 1), nn.Flatten(0))
    x = torch.randn(40, 4)
    y = (x[:, 0] * x[:, 1] > 0).float()
    return train(model, optim.Adam(model.parameters(), lr=0.02), x, y, nn.BCEWithLogitsLoss(pos_weight=torch.tensor(2.0)))


I = nn.init
INITS = {
    "uniform": lambda t: I.uniform_(t, -1, 2),
    "normal": lambda t: I.normal_(t, 1, 0.5),
    "trunc_normal": lambda t: I.trunc_normal_(t, 0.1, 0.5, -0.6, 0.8),
    "xavier_uniform": lambda t: I.xavier_uniform_(t, gain=I.calculate_gain("tanh")),
    "xavier_normal": lambda t: I.xavier_normal_(t),
    "kaiming_uniform": lambda t: I.kaiming_uniform_(t, nonlinearity="relu"),
    "kaiming_normal": lambda t: I.kaiming_normal_(t, mode="fan_out"),
    "orthogonal": lambda t: I.orthogonal_(t, gain=1.5),
    "sparse": lambda t: I.sparse_(t, 0.4),
    "eye": lambda t: I.eye_(t),
}


def inits():
    out = []
    for name, f in INITS.items():
        for shape in [(3, 5), (6, 4), (17, 3)]:
            torch.manual_seed(11)
            t = torch.empty(*shape)
            f(t)
            out.append([name, list(shape), flat(t)[0]])
    t = torch.empty(4, 2, 3, 3)
    out.append(["dirac", [4, 2, 3, 3], flat(I.dirac_(t))[0]])
    return out


MODULES = [
    "nn.Linear(4, 2)", "nn.Linear(4, 2, bias=False)", "nn.Identity()", "nn.Flatten()", "nn.Unflatten(1, (2, 5))", "nn.ReLU()", "nn.ReLU(inplace=True)",
    "nn.Tanh()", "nn.GELU()", "nn.LeakyReLU(0.2)", "nn.Softmax(dim=1)", "nn.LogSoftmax(dim=-1)", "nn.Dropout(0.3)", "nn.MSELoss()", "nn.CrossEntropyLoss()",
    "nn.Bilinear(2, 3, 4)", "nn.PReLU()", "nn.ELU()", "nn.Hardtanh()", "nn.Threshold(0.1, 20)", "nn.Softshrink()", "nn.GLU()", "nn.RReLU(0.1, 0.3)", "nn.SELU()",
    "nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 1), nn.Sigmoid()))", "nn.Sequential()", "nn.ModuleList([nn.Linear(2, 2), nn.ReLU()])",
    "nn.ModuleDict({'a': nn.Linear(1, 2), 'b': nn.ModuleList([nn.Tanh()])})",
]


def printed():
    return {text: repr(eval(text)) for text in MODULES}


LAYERS = ["nn.Linear(3, 2)", "nn.Linear(64, 32)", "nn.Bilinear(3, 4, 5)"]


def weights():
    out = {}
    for text in LAYERS:
        torch.manual_seed(0)
        out[text] = {k: flat(v)[0] for k, v in eval(text).state_dict().items()}
    return out


golden = {
    "trajectories": {k: trajectory(v, torch.float64 if k.startswith("lbfgs") else torch.float32) for k, v in OPTIMIZERS.items()},
    "schedules": {**{k: schedule(v) for k, v in SCHEDULES.items()}, "plateau": schedule(lambda o: L.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=0.02), metrics=METRICS)},
    "metrics": METRICS,
    "runs": {"mlp": mlp(), "regression": regression(), "binary": binary()},
    "inits": inits(),
    "printed": printed(),
    "weights": weights(),
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "training.json"), "w") as f:
    json.dump(golden, f, separators=(",", ":"))
