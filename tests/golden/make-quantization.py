"""Writes quantization.json: codes, scales, zero points, losses and printed modules of real PyTorch's quantization.
Inputs are drawn from seeds that the engine draws alike. Run: node tests/golden/write-quantized.ts FILE && python3 tests/golden/make-quantization.py FILE"""
import base64
import hashlib
import io
import json
import os
import sys
import warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
Q = torch.ao.quantization
ENGINES = ["onednn", "qnnpack"]


def draw(seed, *shape, scale=1.0, shift=0.0):
    torch.manual_seed(seed)
    return torch.randn(*shape) * scale + shift


def flat(t):
    return t.detach().reshape(-1).tolist()


def codes(q):
    return {"scale": q.q_scale(), "zero_point": q.q_zero_point(), "shape": list(q.shape), "codes": flat(q.int_repr())}


DTYPES = {"quint8": torch.quint8, "qint8": torch.qint8, "qint32": torch.qint32}
SCHEMES = {name: getattr(torch, name) for name in
           ["per_tensor_affine", "per_tensor_symmetric", "per_channel_affine", "per_channel_symmetric",
            "per_channel_affine_float_qparams"]}


def named(options):
    """Dtypes and schemes by their names in JSON."""
    found = {**DTYPES, **SCHEMES}
    return {k: found[v] if isinstance(v, str) and v in found else v for k, v in options.items()}


# 1. Quantized tensors
TIES = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 1e9, -1e9, 0.0]


def tensors():
    out = []
    for scale, zero, dtype in [(0.1, 10, "quint8"), (0.037, 0, "qint8"), (0.5, 255, "quint8"), (1e-4, 5, "qint32"), (0.25, -7, "qint8")]:
        x = draw(1, 3, 4, scale=4)
        q = torch.quantize_per_tensor(x, scale, zero, DTYPES[dtype])
        out.append({"scale": scale, "zero_point": zero, "dtype": dtype, "codes": flat(q.int_repr()),
                    "values": flat(q.dequantize()), "text": str(q), "type": q.type()})
    for zero in (0, 1):
        q = torch.quantize_per_tensor(torch.tensor(TIES), 1.0, zero, torch.qint8)
        out.append({"given": TIES, "scale": 1.0, "zero_point": zero, "dtype": "qint8", "codes": flat(q.int_repr()),
                    "values": flat(q.dequantize()), "text": str(q), "type": q.type()})
    return out


def channels():
    out = []
    for axis, dtype, floating in [(0, "qint8", False), (1, "quint8", False), (2, "qint8", False), (0, "quint8", True)]:
        x = draw(2, 3, 4, 2, scale=3)
        n = x.shape[axis]
        scales = torch.arange(1, n + 1) * 0.031
        zeros = torch.arange(n) * 1.5 if floating else torch.arange(n) * 3
        q = torch.quantize_per_channel(x, scales, zeros, axis, DTYPES[dtype])
        out.append({"axis": axis, "dtype": dtype, "floating": floating, "codes": flat(q.int_repr()), "values": flat(q.dequantize()),
                    "scheme": str(q.qscheme()), "scales": q.q_per_channel_scales().tolist(),
                    "zero_points": q.q_per_channel_zero_points().tolist(), "text": str(q)})
    return out


def chosen():
    out = []
    for seed, scale, shift in [(3, 1, 0), (4, 5, 3), (5, 1, 10), (6, 1, -10), (7, 1e-6, 0), (8, 1e-6, 1e-6), (9, 0, 0), (10, 1e-5, 1)]:
        for reduce in (False, True):
            x = draw(seed, 50, scale=scale, shift=shift)
            s, z = torch._choose_qparams_per_tensor(x, reduce)
            q = torch.quantize_per_tensor_dynamic(x, torch.quint8, reduce)
            out.append({"seed": seed, "factor": scale, "shift": shift, "reduce": reduce, "scale": s, "zero_point": z,
                        "codes": flat(q.int_repr())})
    return out


# 2. Operators on quantized tensors
OPERATIONS = {
    "relu": lambda q: q.relu(), "relu6": lambda q: nn.functional.relu6(q), "hardtanh": lambda q: nn.functional.hardtanh(q, -0.5, 1.5),
    "clamp": lambda q: q.clamp(-0.3, 0.9), "max_pool2d": lambda q: nn.functional.max_pool2d(q, 2),
    "max_pool2d(3, 2, 1)": lambda q: nn.functional.max_pool2d(q, 3, 2, 1), "avg_pool2d": lambda q: nn.functional.avg_pool2d(q, 2),
    "avg_pool2d(3, 2, 1)": lambda q: nn.functional.avg_pool2d(q, 3, 2, 1),
    "adaptive_avg_pool2d(1)": lambda q: nn.functional.adaptive_avg_pool2d(q, 1),
    "adaptive_avg_pool2d(3, 2)": lambda q: nn.functional.adaptive_avg_pool2d(q, (3, 2)),
    "mean": lambda q: q.mean([2, 3]), "flatten": lambda q: torch.flatten(q, 1), "permute": lambda q: q.permute(0, 2, 3, 1).contiguous(),
    "slice": lambda q: q[:, 1:, ::2], "sigmoid": lambda q: torch.sigmoid(q), "tanh": lambda q: torch.tanh(q),
    "cat": lambda q: torch.cat([q, q], 1), "clone": lambda q: q.clone(), "unsqueeze": lambda q: q.unsqueeze(0).squeeze(0),
}


def operations():
    torch.backends.quantized.engine = "onednn"
    out = []
    for zero in (100, 7):
        q = torch.quantize_per_tensor(draw(11, 2, 3, 7, 7, scale=2), 0.037, zero, torch.quint8)
        out += [{"name": name, "input_zero": zero, **codes(f(q))} for name, f in OPERATIONS.items()]
    return out


def functional():
    torch.backends.quantized.engine = "onednn"
    a = torch.quantize_per_tensor(draw(12, 3, 40), 0.031, 80, torch.quint8)
    b = torch.quantize_per_tensor(draw(13, 3, 40), 0.027, 141, torch.quint8)
    f = nn.quantized.QFunctional()
    f.scale, f.zero_point = 0.045, 121
    calls = {"add": lambda: f.add(a, b), "mul": lambda: f.mul(a, b), "cat": lambda: f.cat([a, b], 1), "add_relu": lambda: f.add_relu(a, b),
             "add_scalar": lambda: f.add_scalar(a, 0.5), "mul_scalar": lambda: f.mul_scalar(a, 1.7), "mul_negative": lambda: f.mul_scalar(a, -1.7),
             "add_far": lambda: f.add_scalar(a, 9.5)}
    return [{"name": name, **codes(call())} for name, call in calls.items()]


# 3. Fake quantization
def fakes():
    out = []
    for scale, zero, low, high in [(0.1, 3, 0, 255), (0.02, 0, -128, 127), (0.05, 64, 0, 127)]:
        x = draw(14, 4, 5, scale=3).requires_grad_()
        y = torch.fake_quantize_per_tensor_affine(x, scale, zero, low, high)
        (y * draw(15, 4, 5)).sum().backward()
        out.append({"arguments": [scale, zero, low, high], "values": flat(y), "grad": flat(x.grad), "node": y.grad_fn.name()})
    for axis in (0, 1):
        x = draw(16, 4, 5, scale=3).requires_grad_()
        n = x.shape[axis]
        scale = torch.arange(1, n + 1) * 0.017
        zero = torch.arange(n, dtype=torch.int32)
        y = torch.fake_quantize_per_channel_affine(x, scale, zero, axis, -128, 127)
        (y * draw(15, 4, 5)).sum().backward()
        out.append({"axis": axis, "values": flat(y), "grad": flat(x.grad), "node": y.grad_fn.name()})
    x = torch.tensor([[-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]] * 2)
    out.append({"ties": flat(torch.fake_quantize_per_channel_affine(x, torch.ones(2), torch.tensor([0, 1], dtype=torch.int32), 0, -100, 100))})
    return out


# 4. Observers
OBSERVERS = [
    ["MinMaxObserver", {}], ["MinMaxObserver", {"reduce_range": True}], ["MinMaxObserver", {"dtype": "qint8"}],
    ["MinMaxObserver", {"dtype": "qint8", "reduce_range": True}], ["MinMaxObserver", {"dtype": "qint32"}],
    ["MinMaxObserver", {"qscheme": "per_tensor_symmetric"}], ["MinMaxObserver", {"dtype": "qint8", "qscheme": "per_tensor_symmetric"}],
    ["MinMaxObserver", {"quant_min": 0, "quant_max": 127}], ["MinMaxObserver", {"quant_min": 0, "quant_max": 255, "reduce_range": True}],
    ["MinMaxObserver", {"qscheme": "per_tensor_symmetric", "quant_min": 0, "quant_max": 127}],
    ["MinMaxObserver", {"dtype": "qint8", "quant_min": -127, "quant_max": 127, "qscheme": "per_tensor_symmetric", "eps": 2 ** -12}],
    ["MinMaxObserver", {"eps": 0.5}],
    ["MovingAverageMinMaxObserver", {}], ["MovingAverageMinMaxObserver", {"averaging_constant": 0.3, "reduce_range": True}],
    ["MovingAverageMinMaxObserver", {"dtype": "qint8", "qscheme": "per_tensor_symmetric"}],
    ["PerChannelMinMaxObserver", {}], ["PerChannelMinMaxObserver", {"ch_axis": 1, "reduce_range": True}],
    ["PerChannelMinMaxObserver", {"dtype": "qint8", "qscheme": "per_channel_symmetric"}],
    ["PerChannelMinMaxObserver", {"qscheme": "per_channel_affine_float_qparams"}],
    ["MovingAveragePerChannelMinMaxObserver", {"averaging_constant": 0.1}],
    ["MovingAveragePerChannelMinMaxObserver", {"ch_axis": 2, "dtype": "qint8", "qscheme": "per_channel_symmetric"}],
    ["HistogramObserver", {}], ["HistogramObserver", {"reduce_range": True}], ["HistogramObserver", {"dtype": "qint8", "qscheme": "per_tensor_symmetric"}],
    ["HistogramObserver", {"bins": 256, "upsample_rate": 16}], ["HistogramObserver", {"dtype": "qint8", "eps": 2 ** -12}],
]
FEEDS = {"centred": [(21, 1, 0), (22, 2, 0), (23, 0.5, 0)], "positive": [(24, 1, 9), (25, 1, 12)], "negative": [(26, 2, -20), (27, 3, -30)],
         "constant": [(28, 0, 0)], "wide": [(29, 30, 5), (30, 100, -8), (31, 7, 40), (32, 1, 0)], "small": [(33, 1e-4, 0)]}


def observers():
    out = []
    for name, options in OBSERVERS:
        for feed, draws in FEEDS.items():
            observer = getattr(Q, name)(**named(options))
            for seed, scale, shift in draws:
                observer(draw(seed, 2, 3, 20, scale=scale, shift=shift))
            s, z = observer.calculate_qparams()
            out.append({"name": name, "options": options, "feed": feed, "scale": s.tolist(), "zero_point": z.tolist(),
                        "dtypes": [str(s.dtype), str(z.dtype)], "text": str(observer) if name != "HistogramObserver" and s.numel() < 4 else None})
    return out


def printed():
    made = {"default_fake_quant": Q.default_fake_quant(), "default_per_channel_weight_fake_quant": Q.default_per_channel_weight_fake_quant(),
            "default_fixed_qparams_range_0to1_fake_quant": Q.default_fixed_qparams_range_0to1_fake_quant(),
            "default_observer": Q.default_observer(), "default_fused_act_fake_quant": Q.default_fused_act_fake_quant(),
            "default_histogram_observer": Q.default_histogram_observer()}
    return {name: {"text": str(m), "state": list(m.state_dict())} for name, m in made.items()}


MAKERS = ["default_fake_quant", "default_weight_fake_quant", "default_per_channel_weight_fake_quant", "default_fused_act_fake_quant",
          "default_fused_wt_fake_quant", "default_fused_per_channel_wt_fake_quant"]


def trained_fakes():
    """Outputs and gradients of fake quantizations over several inputs, observer and rounding switched off in turn."""
    out = []
    for name in MAKERS:
        fake = getattr(Q, name)()
        steps = []
        for i in range(6):
            if i == 3:
                fake.disable_observer()
            if i == 4:
                fake.disable_fake_quant()
            if i == 5:
                fake.enable_observer()
            x = draw(40 + i, 3, 8, scale=1 + i).requires_grad_()
            y = fake(x)
            y.pow(2).sum().backward()
            steps.append({"values": flat(y), "grad": flat(x.grad), "scale": flat(fake.scale), "zero_point": flat(fake.zero_point)})
        out.append({"name": name, "steps": steps})
    return out


# 5. Quantized layers: the same weights and inputs under each kernel library
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.quant = Q.QuantStub()
        self.conv1 = nn.Conv2d(3, 8, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(8)
        self.relu1 = nn.ReLU()
        self.pool = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(8, 6, 3, stride=2, groups=2, bias=False)
        self.relu2 = nn.ReLU()
        self.skip = nn.quantized.FloatFunctional()
        self.conv3 = nn.Conv2d(6, 6, 1)
        self.gap = nn.AdaptiveAvgPool2d((2, 1))
        self.drop = nn.Dropout(0.3)
        self.fc1 = nn.Linear(12, 10)
        self.relu3 = nn.ReLU()
        self.fc2 = nn.Linear(10, 4)
        self.dequant = Q.DeQuantStub()

    def forward(self, x):
        x = self.pool(self.relu1(self.bn1(self.conv1(self.quant(x)))))
        x = self.relu2(self.conv2(x))
        x = self.skip.add(x, self.conv3(x))
        x = torch.flatten(self.gap(x), 1)
        return self.dequant(self.fc2(self.relu3(self.fc1(self.drop(x)))))


FUSED = [["conv1", "bn1", "relu1"], ["conv2", "relu2"], ["fc1", "relu3"]]
QCONFIGS = ["fbgemm", "qnnpack", "onednn", "default"]


def small(seed):
    torch.manual_seed(seed)
    model = Small()
    for i in range(2):
        model(draw(seed + 1 + i, 4, 3, 12, 12, scale=1.5, shift=0.3))
    return model


def static():
    """Every layer's quantized output, as hooks see it."""
    out = []
    for engine in ENGINES:
        for qconfig in QCONFIGS:
            if engine == "qnnpack" and qconfig == "onednn":
                continue
            torch.backends.quantized.engine = engine
            model = small(50).eval()
            fused = Q.fuse_modules(model, FUSED)
            before = fused(draw(55, 2, 3, 12, 12))
            fused.qconfig = Q.default_qconfig if qconfig == "default" else Q.get_default_qconfig(qconfig)
            prepared = Q.prepare(fused)
            for i in range(3):
                prepared(draw(60 + i, 4, 3, 12, 12, scale=1 + i * 0.5))
            converted = Q.convert(prepared)
            seen = {}
            for name, module in converted.named_modules():
                if name and "_packed" not in name and "activation_post" not in name:
                    module.register_forward_hook(lambda m, i, o, name=name: seen.update({name: codes(o)} if o.is_quantized else {}))
            y = converted(draw(70, 2, 3, 12, 12))
            out.append({"engine": engine, "qconfig": qconfig, "float": flat(before), "outputs": seen, "result": flat(y), "text": str(converted),
                        "prepared": list(prepared.state_dict()), "state": list(converted.state_dict())})
    return out


def conv1d():
    torch.backends.quantized.engine = "qnnpack"
    torch.manual_seed(80)
    model = Q.QuantWrapper(nn.Sequential(nn.Conv1d(2, 4, 3, padding=1, stride=2), nn.ReLU(), nn.Conv1d(4, 3, 2, dilation=2), nn.ReLU6())).eval()
    model.qconfig = Q.get_default_qconfig("qnnpack")
    prepared = Q.prepare(Q.fuse_modules(model, [["module.0", "module.1"]]))
    prepared(draw(81, 3, 2, 11))
    converted = Q.convert(prepared)
    return {"result": flat(converted(draw(82, 3, 2, 11))), "text": str(converted)}


# 6. Dynamic quantization
class Reader(nn.Module):
    def __init__(self, kind, **options):
        super().__init__()
        self.rnn = getattr(nn, kind)(5, 6, **options)
        self.fc = nn.Linear(6 * (2 if options.get("bidirectional") else 1), 3)

    def forward(self, x):
        y, state = self.rnn(x)
        return self.fc(y), state


READERS = [["LSTM", {}], ["LSTM", {"num_layers": 2, "batch_first": True}], ["LSTM", {"bidirectional": True}], ["GRU", {}],
           ["GRU", {"num_layers": 2, "bidirectional": True}], ["GRU", {"batch_first": True}]]


def dynamic():
    out = {"linear": [], "recurrent": []}
    for engine in ENGINES:
        torch.backends.quantized.engine = engine
        for per_channel in (False, True):
            torch.manual_seed(90)
            model = nn.Sequential(nn.Linear(7, 9), nn.ReLU(), nn.Linear(9, 4, bias=False))
            spec = {nn.Linear: Q.per_channel_dynamic_qconfig} if per_channel else {nn.Linear}
            quantized = Q.quantize_dynamic(model, spec, dtype=torch.qint8)
            out["linear"].append({"engine": engine, "per_channel": per_channel, "result": flat(quantized(draw(91, 3, 2, 7, scale=3))),
                                  "text": str(quantized), "state": list(quantized.state_dict()), "weight": flat(quantized[0].weight().int_repr())})
        for kind, options in READERS:
            torch.manual_seed(92)
            quantized = Q.quantize_dynamic(Reader(kind, **options))
            y, state = quantized(draw(93, 4, 3, 5))
            states = state if isinstance(state, tuple) else (state,)
            out["recurrent"].append({"engine": engine, "kind": kind, "options": options, "result": flat(y),
                                     "states": [flat(s) for s in states], "text": str(quantized)})
    return out


# 7. Quantization-aware training
def trained():
    out = []
    for backend, version in [("fbgemm", 0), ("fbgemm", 1), ("qnnpack", 0), ("qnnpack", 1)]:
        torch.backends.quantized.engine = "qnnpack" if backend == "qnnpack" else "onednn"
        model = small(100).train()
        fused = Q.fuse_modules_qat(model, FUSED)
        fused.qconfig = Q.get_default_qat_qconfig(backend, version)
        prepared = Q.prepare_qat(fused)
        prepared.drop.p = 0.0
        optimizer = torch.optim.SGD(prepared.parameters(), lr=0.05, momentum=0.9)
        losses = []
        for step in range(20):
            x = draw(110 + step, 8, 3, 12, 12)
            target = (x.mean((1, 2, 3)) > 0).long() + 2 * (x[:, 0].mean((1, 2)) > 0).long()
            if step == 12:
                prepared.apply(Q.disable_observer)
            if step == 15:
                prepared.apply(nn.intrinsic.qat.freeze_bn_stats)
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(prepared(x), target)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        text = str(prepared)
        prepared.eval()
        converted = Q.convert(prepared)
        out.append({"backend": backend, "version": version, "losses": losses, "parameters": [n for n, _ in prepared.named_parameters()],
                    "state": list(prepared.state_dict()), "names": text.split("\n")[0:3],
                    "evaluated": flat(prepared(draw(140, 2, 3, 12, 12))), "result": flat(converted(draw(140, 2, 3, 12, 12))), "text": str(converted)})
    return out


def fusions():
    """Fused modules of every kind, printed, and what they compute."""
    cases = {
        "conv1d bn relu": [nn.Conv1d(2, 3, 3), nn.BatchNorm1d(3), nn.ReLU()], "conv2d bn": [nn.Conv2d(2, 3, 3, bias=False), nn.BatchNorm2d(3)],
        "conv2d bn relu": [nn.Conv2d(2, 3, 3), nn.BatchNorm2d(3), nn.ReLU()], "conv2d relu": [nn.Conv2d(2, 3, 3), nn.ReLU()],
        "linear relu": [nn.Linear(2, 3), nn.ReLU()], "linear bn": [nn.Linear(2, 3), nn.BatchNorm1d(3)], "bn2d relu": [nn.BatchNorm2d(2), nn.ReLU()],
        "conv3d relu": [nn.Conv3d(2, 3, 2), nn.ReLU()],
    }
    shapes = {"conv1d": [4, 2, 6], "conv2d": [4, 2, 5, 5], "linear": [4, 2], "bn2d": [4, 2, 3, 3], "conv3d": [2, 2, 3, 3, 3]}
    out = []
    for name, modules in cases.items():
        shape = shapes[name.split()[0]]
        names = [str(i) for i in range(len(modules))]
        torch.manual_seed(150)
        for m in modules:
            if hasattr(m, "reset_parameters"):
                m.reset_parameters()
        model = nn.Sequential(*modules)
        model(draw(151, *shape, scale=2, shift=1))
        trained = Q.fuse_modules_qat(model, names)
        fused = Q.fuse_modules(model.eval(), names)
        out.append({"name": name, "text": str(fused), "trained": str(trained), "result": flat(fused(draw(152, *shape)))})
    return out


# 8. Files: of ours read here, of PyTorch's read there
def pair(seed):
    torch.backends.quantized.engine = "onednn"
    torch.manual_seed(seed)
    model = Q.QuantWrapper(nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(8, 3))).eval()
    model.qconfig = Q.get_default_qconfig("fbgemm")
    prepared = Q.prepare(model)
    prepared(draw(seed + 1, 4, 1, 4, 4))
    return Q.convert(prepared)


def files():
    ours = sys.argv[1]
    model = pair(170)
    state = torch.load(ours)
    wanted = pair(160)
    assert list(state) == list(wanted.state_dict())
    for version in model.state_dict()._metadata.values():
        assert version["version"] in (1, 3)
    ordered = model.state_dict()
    for key, value in state.items():
        ordered[key] = tuple(value) if isinstance(value, list) else value
    model.load_state_dict(ordered)
    x = draw(180, 2, 1, 4, 4)
    assert torch.allclose(model(x), wanted(x), atol=1e-6), "our file gives our model's outputs"
    buffer = io.BytesIO()
    torch.save(wanted.state_dict(), buffer)
    with open(ours, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return {"digest": digest, "pytorch": base64.b64encode(buffer.getvalue()).decode(), "result": flat(wanted(x))}


def failure(run):
    try:
        run()
    except Exception as error:
        return [type(error).__name__, str(error)[:60]]
    raise AssertionError("no error")


def errors():
    x = torch.tensor([-1.0, 0.0, 0.5, 2.0])
    q = torch.quantize_per_tensor(x, 0.1, 10, torch.quint8)
    c = torch.quantize_per_channel(torch.zeros(2, 3), torch.ones(2), torch.zeros(2), 0, torch.qint8)
    linear, conv = nn.quantized.Linear(4, 2), nn.quantized.Conv2d(1, 2, 3)
    calls = {
        "double": lambda: torch.quantize_per_tensor(x.double(), 0.1, 10, torch.quint8),
        "above": lambda: torch.quantize_per_tensor(x, 0.1, 300, torch.quint8), "below": lambda: torch.quantize_per_tensor(x, 0.1, -3, torch.quint8),
        "int8": lambda: torch.quantize_per_tensor(x, 0.1, 0, torch.int8), "lengths": lambda: torch.quantize_per_channel(torch.zeros(2, 3), torch.ones(3), torch.zeros(3), 0, torch.qint8),
        "add": lambda: q + q, "exp": lambda: q.exp(), "sum": lambda: q.sum(), "q_scale of floats": lambda: x.q_scale(), "int_repr of floats": lambda: x.int_repr(),
        "q_scale of channels": lambda: c.q_scale(), "channels of a tensor": lambda: q.q_per_channel_scales(), "transposed channels": lambda: c.t(),
        "linear": lambda: linear(x[None]), "conv": lambda: conv(torch.zeros(1, 1, 4, 4)), "conv shape": lambda: conv(q), "numpy": lambda: q.numpy(),
        "fake zero": lambda: torch.fake_quantize_per_tensor_affine(x, 0.1, 300, 0, 255),
        "fake range": lambda: torch.fake_quantize_per_tensor_affine(x, 0.1, 3, 255, 0),
        "fake integers": lambda: torch.fake_quantize_per_tensor_affine(x.int(), 0.1, 3, 0, 255),
        "fake lengths": lambda: torch.fake_quantize_per_channel_affine(torch.zeros(2, 3), torch.ones(1), torch.zeros(1, dtype=torch.int32), 0, 0, 255),
        "fake zero dtype": lambda: torch.fake_quantize_per_channel_affine(torch.zeros(2, 3), torch.ones(2), torch.zeros(2, dtype=torch.long), 0, 0, 255),
        "scheme": lambda: Q.MinMaxObserver(qscheme=torch.per_channel_affine), "range": lambda: Q.MinMaxObserver(quant_min=5, quant_max=10),
        "reduced": lambda: Q.MinMaxObserver(qscheme=torch.per_tensor_symmetric, reduce_range=True),
        "placeholder": lambda: Q.PlaceholderObserver().calculate_qparams(), "instance": lambda: Q.QConfig(activation=Q.MinMaxObserver(), weight=Q.MinMaxObserver),
        "eval": lambda: Q.prepare_qat(nn.Linear(2, 2).eval()), "fuser": lambda: Q.fuse_modules(nn.Sequential(nn.ReLU(), nn.Linear(1, 1)), ["0", "1"]),
        "modes": lambda: Q.fuse_modules(nn.Sequential(nn.Conv2d(1, 1, 1), nn.BatchNorm2d(1).eval()), ["0", "1"]),
        "functional": lambda: nn.quantized.FloatFunctional()(x), "bound": lambda: Q.FakeQuantize(quant_min=0, quant_max=300),
    }
    return {name: failure(call) for name, call in calls.items()}


SECTIONS = {"tensors": tensors, "channels": channels, "chosen": chosen, "operations": operations, "functional": functional, "fakes": fakes,
            "observers": observers, "printed": printed, "trained_fakes": trained_fakes,
            "static": static, "conv1d": conv1d, "dynamic": dynamic, "trained": trained, "fusions": fusions, "files": files, "errors": errors}


def shorter(value):
    """float32 values with the digits that tell them apart."""
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [shorter(v) for v in value]
    return {k: shorter(v) for k, v in value.items()} if isinstance(value, dict) else value


if __name__ == "__main__":
    golden = {"version": torch.__version__, **{name: shorter(make()) for name, make in SECTIONS.items()}}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "quantization.json")
    with open(path, "w") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")
