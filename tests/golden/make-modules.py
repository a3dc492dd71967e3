"""Writes modules.json: every class of torch.nn of real PyTorch, made from a seed: attributes, text, state, outputs, gradients.
A case is Python text, which modules.test.ts evaluates against the engine. Run: python3 tests/golden/make-modules.py"""
import inspect
import json
import numbers
import os
import re
import warnings

import torch
import torch.nn.functional as F
from torch import nn
import torch.nn.utils.fusion as fusion
import torch.nn.utils.parametrizations

warnings.filterwarnings("ignore")
nn.utils.fuse_linear_bn_eval = fusion.fuse_linear_bn_eval  # public from PyTorch 2 on
torch.set_num_threads(1)


def short(v):
    v = float(f"{v:.9g}")
    return v if v == v and abs(v) != float("inf") else str(v)


def kept(t):
    v = t.detach().double().reshape(-1)
    finite = v[torch.isfinite(v)]
    return [list(t.shape), short(finite.sum().item()), short(finite.norm().item()), [short(x) for x in v[:6].tolist()]]


def tensors(result):
    if isinstance(result, torch.Tensor):
        return [result]
    if isinstance(result, nn.utils.rnn.PackedSequence):
        return [result.data]
    if result is None or not isinstance(result, (tuple, list)):
        return []
    return [t for part in result for t in tensors(part)]


def X(*shape, grad=True):
    return f"torch.randn({', '.join(map(str, shape))})" + (".requires_grad_()" if grad else "")


def U(*shape, grad=True):
    return f"torch.rand({', '.join(map(str, shape))})" + (".requires_grad_()" if grad else "")


def T(*shape):
    return X(*shape, grad=False)


def I(high, *shape):
    return f"torch.randint(0, {high}, [{', '.join(map(str, shape))}])"


M3 = X(2, 3, 8)
IMG = X(2, 3, 6, 5)
VOL = X(1, 2, 4, 5, 4)
PACK = "nn.utils.rnn.pack_padded_sequence(torch.randn(5, 3, 3), [5, 3, 2])"
UNSORTED = "nn.utils.rnn.pack_padded_sequence(torch.randn(3, 5, 3), torch.tensor([2, 5, 3]), batch_first=True, enforce_sorted=False)"
ENC = "nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0)"
DEC = "nn.TransformerDecoderLayer(8, 2, 16, dropout=0.0)"
CAUSAL = "torch.ones(4, 4).triu(1).bool()"
PADDED = "torch.tensor([[False, False, False, True], [False, False, True, True]])"
# (module, inputs a b c …, call if not m(a, b, …))
CASES = [
    ("nn.Identity(54, unused=True)", [X(2, 3)]),
    ("nn.Linear(4, 3)", [X(2, 4)]),
    ("nn.Linear(4, 3, bias=False)", [X(4)]),
    ("nn.Linear(in_features=4, out_features=3, dtype=torch.float64)", ["torch.randn(2, 3, 4, dtype=torch.float64).requires_grad_()"]),
    ("nn.Bilinear(2, 3, 4)", [X(5, 2), X(5, 3)]),
    ("nn.Bilinear(2, 3, 4, bias=False)", [X(1, 5, 2), X(1, 5, 3)]),
    ("nn.Flatten()", [X(2, 3, 4)]),
    ("nn.Flatten(0, -2)", [X(2, 3, 4)]),
    ("nn.Unflatten(1, (2, 3))", [X(2, 6)]),
    ("nn.CELU(alpha=0.7)", [X(2, 3)]),
    ("nn.ELU(alpha=1.5)", [X(2, 3)]),
    ("nn.ELU(inplace=True)", [T(2, 3)]),
    ("nn.GELU()", [X(2, 3)]),
    ("nn.GELU(approximate='tanh')", [X(2, 3)]),
    ("nn.GLU()", [X(2, 4)]),
    ("nn.GLU(dim=0)", [X(2, 4)]),
    ("nn.Hardshrink()", [X(2, 3)]),
    ("nn.Hardshrink(0.9)", [X(2, 3)]),
    ("nn.Hardsigmoid()", [X(2, 3)]),
    ("nn.Hardswish()", [X(2, 3)]),
    ("nn.Hardtanh(-0.5, 0.8)", [X(2, 3)]),
    ("nn.Hardtanh()", [X(2, 3)]),
    ("nn.LeakyReLU()", [X(2, 3)]),
    ("nn.LeakyReLU(0.2, inplace=True)", [T(2, 3)]),
    ("nn.LogSigmoid()", [X(2, 3)]),
    ("nn.LogSoftmax(dim=1)", [X(2, 3)]),
    ("nn.LogSoftmax()", [X(2, 3)]),
    ("nn.Mish()", [X(2, 3)]),
    ("nn.PReLU()", [X(2, 3)]),
    ("nn.PReLU(3, 0.1)", [X(2, 3, 2)]),
    ("nn.RReLU()", [X(2, 3)]),
    ("nn.RReLU(0.2, 0.4, inplace=True)", [T(2, 3)]),
    ("nn.ReLU()", [X(2, 3)]),
    ("nn.ReLU6()", ["torch.randn(2, 3).mul(8).requires_grad_()"]),
    ("nn.ReLU6(inplace=True)", [T(2, 3)]),
    ("nn.SELU()", [X(2, 3)]),
    ("nn.SiLU()", [X(2, 3)]),
    ("nn.SiLU(inplace=True)", [T(2, 3)]),
    ("nn.Sigmoid()", [X(2, 3)]),
    ("nn.Softmax(dim=0)", [X(2, 3)]),
    ("nn.Softmax()", [X(2, 3)]),
    ("nn.Softmax2d()", [IMG]),
    ("nn.Softmin(dim=1)", [X(2, 3)]),
    ("nn.Softplus()", [X(2, 3)]),
    ("nn.Softplus(2, 1.5)", [X(2, 3)]),
    ("nn.Softshrink()", [X(2, 3)]),
    ("nn.Softshrink(0.8)", [X(2, 3)]),
    ("nn.Softsign()", [X(2, 3)]),
    ("nn.Tanh()", [X(2, 3)]),
    ("nn.Tanhshrink()", [X(2, 3)]),
    ("nn.Threshold(0.1, 20)", [X(2, 3)]),
    ("nn.Threshold(0.1, 0.5, inplace=True)", [T(2, 3)]),
    ("nn.Conv1d(4, 6, 3)", [X(2, 4, 9)]),
    ("nn.Conv1d(4, 6, 3, stride=2, padding=1, dilation=2, groups=2, padding_mode='circular')", [X(2, 4, 9)]),
    ("nn.Conv1d(4, 2, 3, padding='same', bias=False)", [X(4, 6)]),
    ("nn.Conv2d(3, 4, 3)", [IMG]),
    ("nn.Conv2d(3, 3, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=3, bias=False)", [IMG]),
    ("nn.Conv2d(3, 2, 3, padding=1, padding_mode='reflect')", [IMG]),
    ("nn.Conv2d(3, 2, 3, padding=(1, 2), padding_mode='replicate')", [X(3, 6, 5)]),
    ("nn.Conv2d(3, 2, 2, padding='valid')", [IMG]),
    ("nn.Conv3d(2, 3, 2, padding=1)", [VOL]),
    ("nn.Conv3d(2, 4, (1, 2, 3), stride=2, groups=2)", [VOL]),
    ("nn.ConvTranspose1d(4, 3, 3, stride=2)", [X(2, 4, 5)]),
    ("nn.ConvTranspose2d(4, 6, 3, stride=2, padding=1, output_padding=1, groups=2, dilation=2, bias=False)", [X(1, 4, 3, 2)]),
    ("nn.ConvTranspose2d(3, 2, 3, stride=2)", [X(1, 3, 3, 3)], "m(a, output_size=[8, 7])"),
    ("nn.ConvTranspose3d(2, 3, 2, padding=1)", [VOL]),
    ("nn.Unfold(2, padding=1)", [X(1, 2, 3, 4)]),
    ("nn.Unfold(kernel_size=(2, 1), dilation=2, stride=(1, 2))", [X(2, 4, 4)]),
    ("nn.Fold((3, 4), 2, padding=1)", [X(1, 8, 20)]),
    ("nn.Fold(output_size=4, kernel_size=2, stride=2)", [X(8, 4)]),
    ("nn.MaxPool1d(3)", [X(2, 3, 10)]),
    ("nn.MaxPool1d(2, stride=1, padding=1, dilation=2, ceil_mode=True, return_indices=True)", [X(3, 10)]),
    ("nn.MaxPool2d(3, stride=2, padding=1)", [IMG]),
    ("nn.MaxPool2d((2, 3), return_indices=True, ceil_mode=True)", [IMG]),
    ("nn.MaxPool3d(2, dilation=2)", [VOL]),
    ("nn.MaxUnpool1d(2)", ["torch.randn(1, 1, 4).requires_grad_()", "torch.tensor([[[1, 2, 5, 6]]])"]),
    ("nn.MaxUnpool1d(2, stride=2)", [X(1, 1, 3), "torch.tensor([[[1, 2, 5]]])"], "m(a, b, output_size=[1, 1, 7])"),
    ("nn.MaxUnpool2d(2, stride=2)", [X(1, 1, 2, 2), "torch.tensor([[[[5, 7], [8, 15]]]])"]),
    ("nn.MaxUnpool2d((2, 2), padding=(1, 0))", [X(2, 2, 2), "torch.tensor([[[1, 3], [4, 7]], [[0, 2], [5, 6]]])"]),
    ("nn.MaxUnpool3d(2)", [X(1, 1, 1, 2, 2), "torch.tensor([[[[[0, 7], [12, 30]]]]])"]),
    ("nn.AvgPool1d(2)", [X(2, 3, 8)]),
    ("nn.AvgPool1d(3, stride=2, padding=1, ceil_mode=True, count_include_pad=False)", [X(3, 8)]),
    ("nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)", [IMG]),
    ("nn.AvgPool2d((3, 2), divisor_override=2)", [IMG]),
    ("nn.AvgPool3d(2, ceil_mode=True)", [VOL]),
    ("nn.FractionalMaxPool2d(2, output_size=(3, 2))", [IMG]),
    ("nn.FractionalMaxPool2d((2, 3), output_ratio=0.5, return_indices=True)", [X(2, 8, 9)]),
    ("nn.FractionalMaxPool3d(2, output_size=(2, 3, 2))", [VOL]),
    ("nn.LPPool1d(2, 3)", [X(2, 3, 8)]),
    ("nn.LPPool1d(1.5, 2, stride=1, ceil_mode=True)", [U(3, 8)]),
    ("nn.LPPool2d(2, (2, 3), stride=2)", [IMG]),
    ("nn.AdaptiveAvgPool1d(3)", [X(2, 3, 7)]),
    ("nn.AdaptiveAvgPool2d((3, None))", [IMG]),
    ("nn.AdaptiveAvgPool2d(2)", [X(3, 5, 7)]),
    ("nn.AdaptiveAvgPool3d((2, 3, None))", [VOL]),
    ("nn.AdaptiveMaxPool1d(3)", [X(2, 3, 7)]),
    ("nn.AdaptiveMaxPool2d(2, return_indices=True)", [IMG]),
    ("nn.AdaptiveMaxPool3d((None, 2, 3))", [VOL]),
    ("nn.ReflectionPad1d((2, 1))", [X(2, 3, 5)]),
    ("nn.ReflectionPad2d(1)", [IMG]),
    ("nn.ReflectionPad3d(1)", [VOL]),
    ("nn.ReplicationPad1d(2)", [X(3, 5)]),
    ("nn.ReplicationPad2d((1, 0, 2, 3))", [IMG]),
    ("nn.ReplicationPad3d(1)", [VOL]),
    ("nn.ConstantPad1d(2, 3.5)", [X(2, 3)]),
    ("nn.ConstantPad2d((1, -1, 2, 0), -2)", [IMG]),
    ("nn.ConstantPad3d(1, 0.5)", [VOL]),
    ("nn.ZeroPad2d((1, 2, 0, 1))", [IMG]),
    ("nn.BatchNorm1d(3)", [X(4, 3)]),
    ("nn.BatchNorm1d(3, eps=0.001, momentum=None)", [X(2, 3, 5)]),
    ("nn.BatchNorm1d(3).eval()", [X(4, 3)]),
    ("nn.BatchNorm2d(3, momentum=0.3, affine=False)", [IMG]),
    ("nn.BatchNorm2d(3, track_running_stats=False).eval()", [IMG]),
    ("nn.BatchNorm3d(2)", [VOL]),
    ("nn.SyncBatchNorm(3)", [], None),
    ("nn.InstanceNorm1d(3)", [M3]),
    ("nn.InstanceNorm1d(3, affine=True, track_running_stats=True)", [X(3, 8)]),
    ("nn.InstanceNorm2d(3, affine=True, track_running_stats=True).eval()", [IMG]),
    ("nn.InstanceNorm3d(2, momentum=0.5, track_running_stats=True)", [VOL]),
    ("nn.LayerNorm(8)", [M3]),
    ("nn.LayerNorm([3, 8], elementwise_affine=False)", [M3]),
    ("nn.LayerNorm((8,), 0.001)", [M3]),
    ("nn.GroupNorm(3, 6)", [X(2, 6, 4)]),
    ("nn.GroupNorm(2, 6, affine=False)", [X(2, 6)]),
    ("nn.LocalResponseNorm(3)", [X(2, 6, 4)]),
    ("nn.LocalResponseNorm(2, alpha=0.1, beta=0.5, k=1.5)", [X(2, 6, 4, 2)]),
    ("nn.Dropout(0.3)", [X(4, 5)]),
    ("nn.Dropout(inplace=True)", [T(4, 5)]),
    ("nn.Dropout(0.3).eval()", [X(4, 5)]),
    ("nn.Dropout1d(0.4)", [X(3, 4, 2)]),
    ("nn.Dropout2d(0.4)", [X(3, 4, 2, 2)]),
    ("nn.Dropout3d(0.4)", [X(3, 4, 2, 1, 2)]),
    ("nn.AlphaDropout(0.3)", [X(4, 5)]),
    ("nn.FeatureAlphaDropout(0.3)", [X(4, 5, 2)]),
    ("nn.Embedding(10, 4)", [I(10, 3, 5)]),
    ("nn.Embedding(10, 4, padding_idx=0, scale_grad_by_freq=True)", [I(4, 3, 5)]),
    ("nn.Embedding(10, 4, padding_idx=-1)", [I(10, 3)]),
    ("nn.Embedding(10, 4, max_norm=1.5, norm_type=1)", [I(10, 3, 5)]),
    ("nn.Embedding.from_pretrained(torch.randn(5, 3), freeze=False, padding_idx=2)", [I(5, 4)]),
    ("nn.Embedding.from_pretrained(torch.randn(5, 3))", [I(5, 4)]),
    ("nn.EmbeddingBag(10, 3)", [I(10, 2, 4)]),
    ("nn.EmbeddingBag(10, 3, mode='sum', padding_idx=1)", [I(10, 7), "torch.tensor([0, 3, 3])"]),
    ("nn.EmbeddingBag(10, 3, mode='max')", [I(10, 7), "torch.tensor([0, 3])"]),
    ("nn.EmbeddingBag(10, 3, mode='sum', include_last_offset=True)", [I(10, 7), "torch.tensor([0, 3, 7])", U(7)], "m(a, b, per_sample_weights=c)"),
    ("nn.EmbeddingBag(10, 3, max_norm=1)", [I(10, 2, 4)]),
    ("nn.EmbeddingBag.from_pretrained(torch.randn(5, 3), freeze=False)", [I(5, 2, 2)]),
    ("nn.RNN(3, 4)", [X(5, 2, 3)]),
    ("nn.RNN(3, 4, 2, nonlinearity='relu', batch_first=True, bias=False)", [X(2, 5, 3)]),
    ("nn.RNN(3, 4, bidirectional=True, num_layers=2)", [X(5, 3)]),
    ("nn.RNN(3, 4)", [PACK]),
    ("nn.LSTM(3, 4)", [X(5, 2, 3)]),
    ("nn.LSTM(3, 4)", [X(5, 2, 3), X(1, 2, 4), X(1, 2, 4)], "m(a, (b, c))"),
    ("nn.LSTM(3, 4, num_layers=2, bidirectional=True, batch_first=True, proj_size=2)", [X(2, 5, 3)]),
    ("nn.LSTM(3, 4, 2, dropout=0.5)", [X(5, 2, 3)]),
    ("nn.LSTM(3, 4, 2, dropout=0.5).eval()", [X(5, 2, 3)]),
    ("nn.LSTM(3, 4, bias=False)", [X(5, 3)]),
    ("nn.LSTM(3, 4, 2, bidirectional=True)", [PACK]),
    ("nn.LSTM(3, 4, batch_first=True)", [UNSORTED, X(1, 3, 4), X(1, 3, 4)], "m(a, (b, c))"),
    ("nn.GRU(3, 4)", [X(5, 2, 3)]),
    ("nn.GRU(3, 4, num_layers=2, dropout=0.3, bidirectional=True)", [X(5, 2, 3), X(4, 2, 4)]),
    ("nn.GRU(3, 4, bidirectional=True, batch_first=True)", [UNSORTED]),
    ("nn.RNNCell(3, 4)", [X(2, 3)]),
    ("nn.RNNCell(3, 4, bias=False, nonlinearity='relu')", [X(3), X(4)]),
    ("nn.LSTMCell(3, 4)", [X(2, 3)]),
    ("nn.LSTMCell(3, 4)", [X(2, 3), X(2, 4), X(2, 4)], "m(a, (b, c))"),
    ("nn.LSTMCell(3, 4, bias=False)", [X(3)]),
    ("nn.GRUCell(3, 4)", [X(2, 3), X(2, 4)]),
    ("nn.GRUCell(3, 4, bias=False)", [X(3)]),
    ("nn.MultiheadAttention(8, 2)", [X(4, 2, 8)], "m(a, a, a)"),
    ("nn.MultiheadAttention(8, 2)", [X(4, 2, 8), X(5, 2, 8)], "m(a, b, b, need_weights=False)"),
    ("nn.MultiheadAttention(8, 2, bias=False, batch_first=True)", [X(2, 4, 8), CAUSAL], "m(a, a, a, attn_mask=b, average_attn_weights=False)"),
    ("nn.MultiheadAttention(8, 2)", [X(4, 2, 8), PADDED], "m(a, a, a, key_padding_mask=b)"),
    ("nn.MultiheadAttention(8, 2)", [X(4, 2, 8), PADDED, T(4, 4, 4)], "m(a, a, a, key_padding_mask=b, attn_mask=c)"),
    ("nn.MultiheadAttention(8, 2, dropout=0.3)", [X(4, 2, 8)], "m(a, a, a)"),
    ("nn.MultiheadAttention(8, 4, kdim=6, vdim=3, batch_first=True, add_bias_kv=True, add_zero_attn=True)", [X(2, 3, 8), X(2, 5, 6), X(2, 5, 3)]),
    ("nn.MultiheadAttention(8, 2)", [X(3, 8), X(5, 8)], "m(a, b, b)"),
    ("nn.MultiheadAttention(8, 2).eval()", [X(4, 2, 8)], "m(a, a, a)"),
    (ENC, [X(4, 2, 8)]),
    ("nn.TransformerEncoderLayer(8, 2, 16, 0.1, 'gelu', 0.001, True, True)", [X(2, 4, 8)]),
    (ENC, [X(4, 2, 8), CAUSAL, PADDED], "m(a, src_mask=b, src_key_padding_mask=c)"),
    ("nn.TransformerEncoderLayer(8, 2, dim_feedforward=16, dropout=0.0, activation=F.gelu).eval()", [X(4, 2, 8)]),
    (DEC, [X(4, 2, 8), X(3, 2, 8)]),
    ("nn.TransformerDecoderLayer(8, 2, 16, dropout=0.1, batch_first=True, norm_first=True)", [X(2, 4, 8), X(2, 3, 8), CAUSAL], "m(a, b, tgt_mask=c)"),
    (f"nn.TransformerEncoder({ENC}, 2)", [X(4, 2, 8)]),
    (f"nn.TransformerEncoder({ENC}, 2, nn.LayerNorm(8))", [X(4, 2, 8), CAUSAL], "m(a, mask=b)"),
    (f"nn.TransformerDecoder({DEC}, 2, norm=nn.LayerNorm(8))", [X(4, 2, 8), X(3, 2, 8), CAUSAL, PADDED], "m(a, b, tgt_mask=c, tgt_key_padding_mask=d)"),
    ("nn.Transformer(8, 2, 1, 1, 16, dropout=0.0)", [X(4, 2, 8), X(3, 2, 8)]),
    ("nn.Transformer(8, 2, 1, 2, 16, 0.1, batch_first=True, norm_first=True)", [X(2, 4, 8), X(2, 4, 8), CAUSAL], "m(a, b, tgt_mask=c, memory_mask=c)"),
    ("nn.Upsample(scale_factor=2, mode='bilinear', align_corners=False)", [X(1, 2, 3, 4)]),
    ("nn.Upsample(size=5)", [X(1, 2, 3)]),
    ("nn.Upsample((5, 3), mode='bicubic', align_corners=True)", [X(1, 2, 3, 4)]),
    ("nn.Upsample(scale_factor=1.5, mode='trilinear')", [VOL]),
    ("nn.Upsample(scale_factor=1.5, mode='linear', recompute_scale_factor=True)", [X(1, 2, 5)]),
    ("nn.Upsample(scale_factor=(1.5, 2.5), mode='nearest-exact')", [X(1, 2, 3, 4)]),
    ("nn.UpsamplingBilinear2d(scale_factor=2)", [X(1, 2, 3, 4)]),
    ("nn.UpsamplingNearest2d(size=(4, 6))", [X(1, 2, 3, 4)]),
    ("nn.PixelShuffle(2)", [X(1, 8, 3, 2)]),
    ("nn.PixelUnshuffle(2)", [X(1, 2, 4, 6)]),
    ("nn.ChannelShuffle(2)", [T(1, 4, 2, 2)]),
    ("nn.CosineSimilarity()", [X(4, 5), X(4, 5)]),
    ("nn.CosineSimilarity(dim=-1, eps=0.1)", [X(4, 5), X(4, 5)]),
    ("nn.PairwiseDistance()", [X(4, 5), X(4, 5)]),
    ("nn.PairwiseDistance(p=1, eps=0.01, keepdim=True)", [X(4, 5), X(4, 5)]),
    ("nn.L1Loss()", [X(3, 4), T(3, 4)]),
    ("nn.MSELoss(reduction='sum')", [X(3, 4), T(3, 4)]),
    ("nn.SmoothL1Loss(beta=0.5)", [X(3, 4), T(3, 4)]),
    ("nn.SmoothL1Loss(beta=0.0, reduction='none')", [X(3, 4), T(3, 4)]),
    ("nn.HuberLoss(delta=0.7)", [X(3, 4), T(3, 4)]),
    ("nn.BCELoss(weight=torch.tensor([0.5, 1.5, 2.5]))", [U(2, 3), U(2, 3, grad=False)]),
    ("nn.BCELoss(reduction='none')", [U(2, 3), U(2, 3, grad=False)]),
    ("nn.BCEWithLogitsLoss(pos_weight=torch.tensor([0.5, 1.5, 2.5]))", [X(2, 3), U(2, 3, grad=False)]),
    ("nn.BCEWithLogitsLoss(weight=torch.tensor([0.5, 1.5, 2.5]), reduction='sum')", [X(2, 3), U(2, 3, grad=False)]),
    ("nn.CrossEntropyLoss()", [X(3, 4), I(4, 3)]),
    ("nn.CrossEntropyLoss()", [X(4), "torch.tensor(2)"]),
    ("nn.CrossEntropyLoss(weight=torch.tensor([0.5, 1.5, 2.5, 0.25]), ignore_index=1, label_smoothing=0.2)", [X(5, 4), I(4, 5)]),
    ("nn.CrossEntropyLoss(weight=torch.tensor([0.5, 1.5, 2.5, 0.25]), label_smoothing=0.2)", [X(3, 4), "torch.rand(3, 4).softmax(1)"]),
    ("nn.CrossEntropyLoss(reduction='none')", [X(2, 4, 3), I(4, 2, 3)]),
    ("nn.CrossEntropyLoss(reduction='sum', label_smoothing=0.1)", [X(2, 4, 3), "torch.rand(2, 4, 3).softmax(1)"]),
    ("nn.NLLLoss(weight=torch.tensor([0.5, 1.5, 2.5, 0.25]))", [X(3, 4), I(4, 3)]),
    ("nn.NLLLoss(ignore_index=0, reduction='sum')", [X(2, 4, 2, 2), I(4, 2, 2, 2)]),
    ("nn.NLLLoss2d()", [X(2, 4, 2, 2), I(4, 2, 2, 2)]),
    ("nn.KLDivLoss()", [X(3, 4), U(3, 4, grad=False)]),
    ("nn.KLDivLoss(reduction='batchmean', log_target=True)", [X(3, 4), T(3, 4)]),
    ("nn.PoissonNLLLoss()", [X(3, 4), U(3, 4, grad=False)]),
    ("nn.PoissonNLLLoss(log_input=False, full=True, eps=0.001)", [U(3, 4), "torch.rand(3, 4).mul(4)"]),
    ("nn.GaussianNLLLoss(full=True)", [X(3, 4), T(3, 4), U(3, 4)]),
    ("nn.GaussianNLLLoss(reduction='none', eps=0.3)", [X(3, 4), T(3, 4), U(3)]),
    ("nn.HingeEmbeddingLoss(margin=0.5)", [X(3, 4), "torch.randint(0, 2, [3, 4]).mul(2).sub(1)"]),
    ("nn.MarginRankingLoss(margin=0.3)", [X(4), X(4), "torch.randint(0, 2, [4]).mul(2).sub(1)"]),
    ("nn.MultiLabelMarginLoss()", [X(2, 4), "torch.tensor([[3, 0, -1, 1], [1, -1, 0, 0]])"]),
    ("nn.MultiLabelSoftMarginLoss(weight=torch.tensor([0.5, 1.5, 2.5]))", [X(2, 3), I(2, 2, 3) + ".float()"]),
    ("nn.MultiMarginLoss(p=2, margin=0.7, weight=torch.tensor([0.5, 1.5, 2.5, 0.25]))", [X(3, 4), I(4, 3)]),
    ("nn.SoftMarginLoss()", [X(3, 4), "torch.randint(0, 2, [3, 4]).mul(2).sub(1).float()"]),
    ("nn.CosineEmbeddingLoss(margin=0.2)", [X(4, 5), X(4, 5), "torch.randint(0, 2, [4]).mul(2).sub(1)"]),
    ("nn.TripletMarginLoss(margin=0.5, p=3, swap=True)", [X(4, 5), X(4, 5), X(4, 5)]),
    ("nn.TripletMarginLoss(reduction='none')", [X(4, 5), X(4, 5), X(4, 5)]),
    ("nn.TripletMarginWithDistanceLoss(distance_function=nn.PairwiseDistance(), swap=True)", [X(4, 5), X(4, 5), X(4, 5)]),
    ("nn.TripletMarginWithDistanceLoss()", [X(4, 5), X(4, 5), X(4, 5)]),
    ("nn.CTCLoss()", ["torch.randn(6, 2, 4).log_softmax(2).requires_grad_()", "torch.tensor([[1, 2, 2], [3, 1, 1]])"], "m(a, b, torch.tensor([6, 5]), torch.tensor([3, 2]))"),
    ("nn.CTCLoss(blank=3, reduction='sum')", ["torch.randn(6, 2, 4).log_softmax(2).requires_grad_()", "torch.tensor([1, 2, 2, 0, 1])"], "m(a, b, (6, 6), (3, 2))"),
    ("nn.CTCLoss(reduction='none', zero_infinity=True)", ["torch.randn(3, 2, 4).log_softmax(2).requires_grad_()", "torch.tensor([[1, 1, 1], [3, 1, 2]])"], "m(a, b, (3, 3), (3, 2))"),
    ("nn.CTCLoss()", ["torch.randn(5, 4).log_softmax(1).requires_grad_()", "torch.tensor([1, 2])"], "m(a, b, torch.tensor(5), torch.tensor(2))"),
    ("nn.AdaptiveLogSoftmaxWithLoss(6, 10, [3, 6], div_value=2.0)", [X(5, 6), I(10, 5)], "[m(a, b).output, m(a, b).loss, m.log_prob(a), m.predict(a)]"),
    ("nn.AdaptiveLogSoftmaxWithLoss(6, 10, [4], head_bias=True)", [X(6), "torch.tensor(7)"], "[m(a, b).output, m(a, b).loss]"),
    ("nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 1), nn.Sigmoid()))", [X(4, 2)]),
    ("nn.Sequential(nn.LazyLinear(3), nn.ReLU())", [X(4, 2)]),
    ("nn.LazyConv1d(3, 2)", [X(2, 4, 5)]),
    ("nn.LazyConv2d(3, 2, padding=1)", [IMG]),
    ("nn.LazyConv3d(3, 2, bias=False)", [VOL]),
    ("nn.LazyConvTranspose1d(3, 2)", [X(2, 4, 5)]),
    ("nn.LazyConvTranspose2d(3, 2)", [IMG]),
    ("nn.LazyConvTranspose3d(3, 2)", [VOL]),
    ("nn.LazyBatchNorm1d()", [X(4, 3)]),
    ("nn.LazyBatchNorm2d(affine=False)", [IMG]),
    ("nn.LazyBatchNorm3d()", [VOL]),
    ("nn.LazyInstanceNorm1d()", [M3]),
    ("nn.LazyInstanceNorm2d(affine=True)", [IMG]),
    ("nn.LazyInstanceNorm3d()", [VOL]),
    ("nn.LazyLinear(3)", [X(2, 4)]),
    # Reparametrizations.
    ("nn.utils.weight_norm(nn.Linear(4, 3))", [X(2, 4)]),
    ("nn.utils.weight_norm(nn.Conv1d(4, 3, 2), dim=None)", [X(2, 4, 5)]),
    ("nn.utils.weight_norm(nn.ConvTranspose1d(4, 3, 2), name='weight', dim=1)", [X(2, 4, 5)]),
    ("nn.utils.remove_weight_norm(nn.utils.weight_norm(nn.Linear(4, 3)))", [X(2, 4)]),
    ("nn.utils.spectral_norm(nn.Linear(4, 3))", [X(2, 4)], "[m(a), m(a)]"),
    ("nn.utils.spectral_norm(nn.Linear(4, 3)).eval()", [X(2, 4)]),
    ("nn.utils.spectral_norm(nn.ConvTranspose2d(2, 3, 2), n_power_iterations=3)", [X(1, 2, 3, 3)]),
    ("nn.utils.remove_spectral_norm(nn.utils.spectral_norm(nn.Linear(4, 3)))", [X(2, 4)]),
    ("nn.utils.parametrizations.spectral_norm(nn.Linear(4, 3))", [X(2, 4)], "[m(a), m(a)]"),
    ("nn.utils.parametrizations.spectral_norm(nn.Conv2d(2, 3, 2), n_power_iterations=2, dim=1).eval()", [X(1, 2, 3, 3)]),
    ("nn.utils.parametrizations.orthogonal(nn.Linear(3, 3))", [X(2, 3)]),
    ("nn.utils.parametrizations.orthogonal(nn.Linear(3, 3), orthogonal_map='cayley')", [X(2, 3)]),
    ("nn.utils.parametrizations.orthogonal(nn.Linear(2, 4))", [X(2, 2)]),
    ("nn.utils.parametrizations.orthogonal(nn.Linear(4, 2), 'weight', 'matrix_exp')", [X(2, 4)]),
    ("nn.utils.parametrizations.orthogonal(nn.Linear(3, 3), use_trivialization=False)", [X(2, 3)]),
    ("nn.utils.parametrize.remove_parametrizations(nn.utils.parametrizations.orthogonal(nn.Linear(3, 3)), 'weight')", [X(2, 3)]),
    ("nn.utils.parametrize.remove_parametrizations(nn.utils.parametrizations.spectral_norm(nn.Linear(4, 3)), 'weight', leave_parametrized=False)", [X(2, 4)]),
    ("nn.utils.parametrize.register_parametrization(nn.Linear(3, 3), 'weight', nn.Tanh())", [X(2, 3)]),
    ("nn.utils.parametrize.register_parametrization(nn.utils.parametrize.register_parametrization(nn.Linear(3, 3), 'weight', nn.Tanh()), 'weight', nn.Softplus(2))", [X(2, 3)]),
    ("nn.utils.fuse_conv_bn_eval(nn.Conv2d(3, 2, 3).eval(), nn.BatchNorm2d(2, eps=0.1).eval())", [IMG]),
    ("nn.utils.fuse_linear_bn_eval(nn.Linear(4, 3, bias=False).eval(), nn.BatchNorm1d(3, eps=0.1).eval())", [X(2, 4)]),
    # Containers: only how they print and what they hold.
    ("nn.ModuleList([nn.Linear(2, 1), nn.ReLU()])", [], None),
    ("nn.ModuleDict({'a': nn.Linear(1, 2), 'b': nn.ModuleList([nn.Tanh()])})", [], None),
    ("nn.ParameterList([torch.randn(2), torch.randn(1, 3)])", [], None),
    ("nn.ParameterDict({'u': torch.randn(2), 'v': torch.randn(1, 3)})", [], None),
    ("nn.Sequential()", [], None),
]
# Base classes, those that need several processes or GPUs, and CrossMapLRN2d, which adds channel 0 to every window.
BASES = {"Container", "CrossMapLRN2d", "DataParallel", "Module", "RNNBase", "RNNCellBase"}

NAMES = "abcdefg"


def plain(v):
    return v is None or isinstance(v, (bool, str, numbers.Number)) or (isinstance(v, (tuple, list)) and all(map(plain, v)))


def attributes(m):
    hidden = {"training", "transposed", "output_padding", "process_group", "enable_nested_tensor", "mask_check", "activation_relu_or_gelu"}
    if isinstance(m, nn.Upsample):
        hidden.add("name")
    return {k: v for k, v in vars(m).items() if not k.startswith("_") and k not in hidden and plain(v)}


def case(text, inputs, call="m(%s)"):
    torch.manual_seed(0)
    scope = {"nn": nn, "torch": torch, "F": F}
    m = eval(text, scope)
    out = {"text": text, "inputs": inputs, "printed": repr(m), "attributes": attributes(m)}
    if call is not None:
        given = [eval(t, scope) for t in inputs]
        names = NAMES[: len(inputs)]
        out["call"] = call.replace("%s", ", ".join(names))
        outputs = tensors(eval(out["call"], {**scope, "m": m, **dict(zip(names, given))}))
        graded = [t for t in outputs if t.is_floating_point() and t.requires_grad]
        if graded:
            sum((t * t.detach().cos()).sum() for t in graded).backward()
        out["outputs"] = [kept(t) for t in outputs]
        out["input_grads"] = [kept(t.grad) if isinstance(t, torch.Tensor) and t.grad is not None else None for t in given]
        out["grads"] = {k: kept(p.grad) for k, p in m.named_parameters() if p.grad is not None}
        out["after"] = repr(m) if "Lazy" in text else None
    out["state"] = {k: kept(v) for k, v in m.state_dict().items()}
    return out


def clean(v):
    if isinstance(v, float) and (v != v or abs(v) == float("inf")):
        return str(v)
    if isinstance(v, dict):
        return {k: clean(x) for k, x in v.items()}
    return [clean(x) for x in v] if isinstance(v, (list, tuple)) else v


classes = {n for n, c in vars(nn).items() if inspect.isclass(c) and issubclass(c, nn.Module)} - BASES
shown = {n for c in CASES for n in re.findall(r"nn\.(\w+)", c[0])}
assert classes <= shown, f"no case for {sorted(classes - shown)}"
golden = [clean(case(*c)) for c in CASES]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "modules.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(g, separators=(",", ":")) for g in golden) + "\n]\n")
