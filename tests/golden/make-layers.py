"""Writes layers.json: layers and losses of real PyTorch, made from a seed, with outputs, gradients and how they print.
Run: python3 tests/golden/make-layers.py"""
import json
import os
import warnings

import torch
from torch import nn, optim

warnings.filterwarnings("ignore")
torch.set_num_threads(1)


def kept(t):
    v = t.detach().double().reshape(-1)
    return {"shape": list(t.shape), "sum": v.sum().item(), "norm": v.norm().item(), "first": v[:24].tolist()}


def tensors(result):
    if isinstance(result, torch.Tensor):
        return [result]
    if result is None:
        return []
    return [t for part in result for t in tensors(part)]


IN = lambda *shape: lambda: torch.randn(*shape)
LONG = lambda high, *shape: lambda: torch.randint(0, high, shape)
# name: (constructor, inputs, training)
LAYERS = {
    "Conv1d": ("nn.Conv1d(4, 6, 3, stride=2, padding=1)", [IN(2, 4, 9)]),
    "Conv2d": ("nn.Conv2d(3, 8, 3)", [IN(2, 3, 7, 6)]),
    "Conv2d_options": ("nn.Conv2d(4, 8, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2, bias=False)", [IN(2, 4, 7, 8)]),
    "Conv2d_same": ("nn.Conv2d(3, 4, 3, padding='same', padding_mode='reflect')", [IN(1, 3, 5, 5)]),
    "Conv3d": ("nn.Conv3d(2, 3, 2)", [IN(1, 2, 3, 4, 4)]),
    "ConvTranspose1d": ("nn.ConvTranspose1d(4, 3, 3, stride=2)", [IN(2, 4, 5)]),
    "ConvTranspose2d": ("nn.ConvTranspose2d(4, 6, 3, stride=2, padding=1, output_padding=1, groups=2)", [IN(2, 4, 4, 5)]),
    "Unfold": ("nn.Unfold(2, padding=1)", [IN(1, 2, 3, 4)]),
    "MaxPool1d": ("nn.MaxPool1d(3)", [IN(2, 3, 10)]),
    "MaxPool2d": ("nn.MaxPool2d(3, stride=2, padding=1)", [IN(2, 3, 7, 8)]),
    "MaxPool2d_indices": ("nn.MaxPool2d(2, return_indices=True)", [IN(1, 2, 4, 6)]),
    "AvgPool2d": ("nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)", [IN(2, 3, 7, 8)]),
    "AvgPool1d": ("nn.AvgPool1d(2)", [IN(2, 3, 8)]),
    "AdaptiveAvgPool2d": ("nn.AdaptiveAvgPool2d((3, 1))", [IN(2, 3, 7, 8)]),
    "AdaptiveMaxPool2d": ("nn.AdaptiveMaxPool2d(2)", [IN(2, 3, 7, 8)]),
    "BatchNorm1d": ("nn.BatchNorm1d(5)", [IN(6, 5)]),
    "BatchNorm1d_3d": ("nn.BatchNorm1d(4, eps=1e-3, momentum=None)", [IN(3, 4, 7)]),
    "BatchNorm2d": ("nn.BatchNorm2d(3)", [IN(4, 3, 5, 5)]),
    "BatchNorm2d_plain": ("nn.BatchNorm2d(3, affine=False, track_running_stats=False)", [IN(4, 3, 5, 5)]),
    "InstanceNorm2d": ("nn.InstanceNorm2d(3, affine=True)", [IN(2, 3, 5, 5)]),
    "LayerNorm": ("nn.LayerNorm(8)", [IN(4, 3, 8)]),
    "LayerNorm_two": ("nn.LayerNorm((3, 8), elementwise_affine=False)", [IN(4, 3, 8)]),
    "GroupNorm": ("nn.GroupNorm(2, 6)", [IN(2, 6, 4)]),
    "LocalResponseNorm": ("nn.LocalResponseNorm(3)", [IN(2, 6, 4)]),
    "Embedding": ("nn.Embedding(10, 4, padding_idx=0)", [LONG(10, 3, 5)]),
    "RNN": ("nn.RNN(3, 5)", [IN(4, 2, 3)]),
    "RNN_relu": ("nn.RNN(3, 5, 2, nonlinearity='relu', batch_first=True, bias=False)", [IN(2, 4, 3)]),
    "LSTM": ("nn.LSTM(3, 5)", [IN(4, 2, 3)]),
    "LSTM_deep": ("nn.LSTM(3, 5, num_layers=2, bidirectional=True, batch_first=True)", [IN(2, 6, 3)]),
    "LSTM_dropout": ("nn.LSTM(3, 5, num_layers=2, dropout=0.5)", [IN(4, 2, 3)]),
    "LSTM_single": ("nn.LSTM(3, 5)", [IN(4, 3)]),
    "GRU": ("nn.GRU(3, 5, bidirectional=True)", [IN(4, 2, 3)]),
    "RNNCell": ("nn.RNNCell(3, 5)", [IN(2, 3)]),
    "LSTMCell": ("nn.LSTMCell(3, 5)", [IN(2, 3)]),
    "GRUCell": ("nn.GRUCell(3, 5)", [IN(2, 3)]),
    "MultiheadAttention": ("nn.MultiheadAttention(8, 2)", [IN(3, 2, 8), IN(5, 2, 8), IN(5, 2, 8)]),
    "MultiheadAttention_options": ("nn.MultiheadAttention(8, 4, kdim=6, vdim=3, batch_first=True, add_bias_kv=True, add_zero_attn=True)", [IN(2, 3, 8), IN(2, 5, 6), IN(2, 5, 3)]),
    "TransformerEncoderLayer": ("nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0)", [IN(4, 2, 8)]),
    "TransformerEncoderLayer_pre": ("nn.TransformerEncoderLayer(8, 2, 16, dropout=0.1, activation='gelu', batch_first=True, norm_first=True)", [IN(2, 4, 8)]),
    "TransformerEncoder": ("nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0), 2)", [IN(4, 2, 8)]),
    "TransformerDecoderLayer": ("nn.TransformerDecoderLayer(8, 2, 16, dropout=0.0)", [IN(4, 2, 8), IN(3, 2, 8)]),
    "Transformer": ("nn.Transformer(8, 2, 1, 1, 16, dropout=0.0)", [IN(4, 2, 8), IN(3, 2, 8)]),
    "Upsample": ("nn.Upsample(scale_factor=2, mode='bilinear', align_corners=False)", [IN(1, 2, 3, 4)]),
    "PixelShuffle": ("nn.PixelShuffle(2)", [IN(1, 8, 3, 2)]),
    "ReflectionPad2d": ("nn.ReflectionPad2d(1)", [IN(1, 2, 3, 4)]),
    "ZeroPad2d": ("nn.ZeroPad2d((1, 2, 0, 1))", [IN(1, 2, 3, 4)]),
    "ConstantPad1d": ("nn.ConstantPad1d(2, 3.5)", [IN(1, 2, 3)]),
    "CosineSimilarity": ("nn.CosineSimilarity(dim=1)", [IN(4, 5), IN(4, 5)]),
    "PairwiseDistance": ("nn.PairwiseDistance()", [IN(4, 5), IN(4, 5)]),
    "Dropout2d": ("nn.Dropout2d(0.4)", [IN(3, 4, 2, 2)]),
    "AlphaDropout": ("nn.AlphaDropout(0.3)", [IN(4, 5)]),
    "RReLU": ("nn.RReLU()", [IN(4, 5)]),
    "PReLU": ("nn.PReLU(3)", [IN(2, 3, 4)]),
    "CrossEntropyLoss": ("nn.CrossEntropyLoss(label_smoothing=0.2, ignore_index=1)", [IN(6, 4), LONG(4, 6)]),
    "CrossEntropyLoss_2d": ("nn.CrossEntropyLoss(reduction='none')", [IN(2, 4, 3), LONG(4, 2, 3)]),
    "CrossEntropyLoss_soft": ("nn.CrossEntropyLoss()", [IN(6, 4), lambda: torch.rand(6, 4).softmax(1)]),
    "CrossEntropyLoss_weight": ("nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 0.5, 0.0]))", [IN(6, 4), LONG(4, 6)]),
    "NLLLoss": ("nn.NLLLoss(weight=torch.tensor([1.0, 2.0, 0.5, 0.1]))", [lambda: torch.randn(6, 4).log_softmax(1), LONG(4, 6)]),
    "BCELoss": ("nn.BCELoss()", [lambda: torch.rand(5, 3), lambda: torch.rand(5, 3)]),
    "KLDivLoss": ("nn.KLDivLoss(reduction='batchmean')", [lambda: torch.randn(5, 3).log_softmax(1), lambda: torch.rand(5, 3).softmax(1)]),
    "SmoothL1Loss": ("nn.SmoothL1Loss(beta=0.5)", [IN(4, 5), IN(4, 5)]),
    "HuberLoss": ("nn.HuberLoss(delta=0.7, reduction='sum')", [IN(4, 5), IN(4, 5)]),
    "L1Loss": ("nn.L1Loss()", [IN(4, 5), IN(4, 5)]),
    "TripletMarginLoss": ("nn.TripletMarginLoss(swap=True)", [IN(4, 5), IN(4, 5), IN(4, 5)]),
    "CosineEmbeddingLoss": ("nn.CosineEmbeddingLoss(margin=0.2)", [IN(4, 5), IN(4, 5), lambda: torch.randint(0, 2, (4,)) * 2 - 1]),
    "MultiMarginLoss": ("nn.MultiMarginLoss()", [IN(4, 5), LONG(5, 4)]),
    "PoissonNLLLoss": ("nn.PoissonNLLLoss()", [IN(4, 5), lambda: torch.rand(4, 5)]),
}


def layer(text, makers):
    torch.manual_seed(0)
    module = eval(text)
    inputs = [m() for m in makers]
    first = inputs[0]
    if first.is_floating_point():
        first.requires_grad_()
    outputs = [t for t in tensors(module(*inputs))]
    loss = sum((t * t.detach().cos()).sum() for t in outputs if t.is_floating_point() and t.requires_grad)
    if isinstance(loss, torch.Tensor):
        loss.backward()
    return {
        "text": text,
        "printed": repr(module),
        "state": {k: kept(v) for k, v in module.state_dict().items()},
        "outputs": [kept(t) for t in outputs],
        "input_grad": kept(first.grad) if first.grad is not None else None,
        "grads": {k: kept(p.grad) for k, p in module.named_parameters() if p.grad is not None},
    }


def run(model, opt, x, y, loss_fn, scheduler=None, out=lambda t: t):
    losses = []
    for _ in range(50):
        opt.zero_grad()
        loss = loss_fn(out(model(x)), y)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        if scheduler:
            scheduler.step()
        losses.append(loss.item())
    model.eval()
    return {"losses": losses, "evaluated": loss_fn(out(model(x)), y).item(), "keys": list(model.state_dict())}


def mlp():
    torch.manual_seed(20)
    model = nn.Sequential(nn.Linear(6, 16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 3))
    return model, torch.randn(24, 6), torch.randint(0, 3, (24,))


def cnn():
    torch.manual_seed(21)
    model = nn.Sequential(
        nn.Conv2d(1, 6, 3, padding=1), nn.BatchNorm2d(6), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.Flatten(), nn.Dropout(0.3), nn.Linear(32, 4)
    )
    return model, torch.randn(16, 1, 8, 8), torch.randint(0, 4, (16,))


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(12, 6)
        self.lstm = nn.LSTM(6, 10, batch_first=True)
        self.head = nn.Linear(10, 3)

    def forward(self, x):
        return self.head(self.lstm(self.embed(x))[0][:, -1])


def lstm():
    torch.manual_seed(22)
    model = Tagger()
    return model, torch.randint(0, 12, (10, 7)), torch.randint(0, 3, (10,))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, dropout=0.1, batch_first=True), 2)
        self.head = nn.Linear(8, 2)

    def forward(self, x):
        return self.head(self.body(x).mean(1))


def transformer():
    torch.manual_seed(23)
    model = Encoder()
    return model, torch.randn(8, 5, 8), torch.randint(0, 2, (8,))


def runs():
    out = {}
    for make in (mlp, cnn, lstm, transformer):
        model, x, y = make()
        # Small enough that no loss falls to where float32's own steps are 1e-4 of it.
        out[f"{make.__name__} sgd"] = run(model, optim.SGD(model.parameters(), lr=0.01, momentum=0.9), x, y, nn.CrossEntropyLoss())
        model, x, y = make()
        opt = optim.AdamW(model.parameters(), lr=0.01)
        out[f"{make.__name__} adamw"] = run(model, opt, x, y, nn.CrossEntropyLoss(), optim.lr_scheduler.OneCycleLR(opt, 0.01, total_steps=51))
    return out


def packed():
    torch.manual_seed(9)
    rnn = nn.GRU(3, 4, bidirectional=True)
    x = torch.randn(5, 3, 3)
    p = nn.utils.rnn.pack_padded_sequence(x, torch.tensor([3, 5, 2]), enforce_sorted=False)
    out, h = rnn(p)
    padded, lengths = nn.utils.rnn.pad_packed_sequence(out)
    return {"padded": padded.reshape(-1).tolist(), "lengths": lengths.tolist(), "h": h.reshape(-1).tolist(), "batch_sizes": p.batch_sizes.tolist()}


golden = {"layers": {k: layer(*v) for k, v in LAYERS.items()}, "runs": runs(), "packed": packed()}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "layers.json"), "w") as f:
    json.dump(golden, f, separators=(",", ":"))
