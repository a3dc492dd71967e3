"""Writes random-operators.json: random operators, initialisers and dropouts. Run: /usr/bin/python3 tests/golden/make-random-operators.py"""
from calls import FLOATS, HALVES, INTEGERS, case, dtype, empty, ramp, refuse, tensor, write

SIZES = [*range(1, 41), 100, 1000, 4099]
for n in SIZES:
    case("torch", "rand", n)
    case("torch", "randn", n, seed=n)
for name in ["float64", "bfloat16", "float16"]:
    for n in [1, 5, 15, 16, 17, 31, 40, 100, 1000]:
        case("torch", "rand", n, dtype=dtype(name))
        if name != "float16":
            case("torch", "randn", n, dtype=dtype(name))
case("torch", "rand", 3, 5, 2)
case("torch", "randn", [4, 5])
case("torch", "randn", 0)
for n in [7, 20]:
    case("torch", "rand_like", empty([3, n], "float64"))
    case("torch", "randn_like", empty([3, n]))
    case("torch", "randn_like", empty([3, n], transposed=True))
    case("torch", "rand_like", empty([3, n], transposed=True))
    case("torch", "randn_like", empty([3, n], "int64"), dtype=dtype("float64"))
    case("torch", "randint_like", empty([3, n]), 10)
    case("torch", "randint_like", empty([3, n], "int64"), -5, 2**20)
    case("torch", "randint_like", empty([3, n], "int64"), 3, 50, dtype=dtype("float32"))

for size in [[5], [4, 6]]:
    for low, high in [(0, 1), (0, 2), (-5, 1000), (0, 2**31), (0, 2**32 - 1), (0, 2**32), (-3, 2**32), (0, 2**40), (-(2**45), 2**50), (0, 2**53)]:
        case("torch", "randint", low, high, size)
        if high <= 2**32:
            case("torch", "randint", low, high, size, dtype=dtype("float64"))
    case("torch", "randint", 10, size)
    case("torch", "randint", 0, 2**24, size, dtype=dtype("float32"))
    case("torch", "randint", -(2**31), 2**31 - 1, size, dtype=dtype("int32"))
    case("torch", "randint", -100, 100, size, dtype=dtype("int16"))
    case("torch", "randint", -128, 127, size, dtype=dtype("int8"))
    case("torch", "randint", 0, 256, size, dtype=dtype("uint8"))
    case("torch", "randint", 0, 2, size, dtype=dtype("bool"))
    case("torch", "randint", -9, 2**11, size, dtype=dtype("float16"))
    case("torch", "randint", -9, 2**8, size, dtype=dtype("bfloat16"))
for n in [0, 1, 2, 3, 7, 20, 100, 32767, 32768, 32769, 70000]:
    case("torch", "randperm", n)
for name in ["int32", "float32", "float64"]:
    case("torch", "randperm", 50, dtype=dtype(name))
case("torch", "randperm", 100, dtype=dtype("int8"))
case("torch", "randperm", 200, dtype=dtype("uint8"))
case("torch", "randperm", 200, dtype=dtype("int16"))

for n in [5, 16, 40]:
    for name in FLOATS:
        case("torch", "bernoulli", ramp(n, 0.0, 1.0, name))
        case("torch", "bernoulli", empty([n], name), 0.3)
        case("torch", "bernoulli", empty([n], name), p=0.7)
    for name in FLOATS + INTEGERS + ["bool"]:
        case("method", "bernoulli_", empty([n], name), 0.25)
        case("method", "bernoulli_", empty([n], name))
        case("method", "bernoulli_", empty([n], name), ramp(n, 0.0, 1.0))
        case("method", "bernoulli_", empty([n], name), ramp(n, 0.0, 1.0, "float64"))
case("method", "bernoulli_", empty([3, 7], "float32", True), 0.25)
case("method", "bernoulli_", empty([3, 7]), tensor([0.1, 0.9, 0.5, 0.0, 1.0, 0.3, 0.6]))
case("method", "bernoulli_", empty([3, 7], "float32", True), tensor([[0.2], [0.5], [0.8]]))

for name in FLOATS[:2]:
    for n in [1, 2, 5, 17, 100]:
        weights = ramp(n, 0.1, 1.0, name)
        case("torch", "multinomial", weights, 1)
        case("torch", "multinomial", weights, 1, True)
        case("torch", "multinomial", weights, max(1, n // 2))
        case("torch", "multinomial", weights, n, replacement=False)
        case("torch", "multinomial", weights, n + 3, True)
    rows = tensor([[0.1, 0.0, 3.0, 2.0], [5.0, 1.0, 1.0, 0.0], [1.0, 1.0, 1.0, 1.0]], name)
    for k, again in [(1, False), (1, True), (3, False), (9, True)]:
        case("torch", "multinomial", rows, k, again)
case("torch", "multinomial", ramp(40, 0.1, 1.0, "bfloat16"), 5, True)
case("torch", "multinomial", tensor([0.0, 1.0, 0.0, 2.0]), 2)
case("torch", "multinomial", tensor([0.0, 0.0, 0.0, 2.0]), 6, True)

for n in [5, 16, 17, 40]:
    for name in FLOATS[:2]:
        case("torch", "normal", ramp(n, -3.0, 3.0, name), ramp(n, 0.0, 2.0, name))
        case("torch", "normal", ramp(n, -3.0, 3.0, name), 0.7)
        case("torch", "normal", ramp(n, -3.0, 3.0, name))
        case("torch", "normal", 1.5, ramp(n, 0.0, 2.0, name))
    case("torch", "normal", ramp(n, -3.0, 3.0), std=0.25)
    case("torch", "normal", 1.5, 0.3, [n])
    case("torch", "normal", mean=-1.0, std=2.0, size=[n, 2])
    case("torch", "normal", 1.5, 0.3, [n], dtype=dtype("float64"))
case("torch", "normal", tensor([[0.0], [10.0], [100.0]]), ramp(7, 0.1, 2.0))
case("torch", "normal", tensor([[0.0], [10.0], [100.0]]), ramp(7, 0.1, 2.0, "float64"))

for n in [5, 16, 17, 40]:
    for name in FLOATS:
        case("method", "normal_", empty([n], name))
        case("method", "normal_", empty([n], name), 1.5, 0.3)
    for name in FLOATS + HALVES:
        case("method", "uniform_", empty([n], name))
        case("method", "uniform_", empty([n], name), -0.577, 0.3)
        case("method", "exponential_", empty([n], name))
        case("method", "exponential_", empty([n], name), 2.5)
        case("method", "geometric_", empty([n], name), 0.2)
        case("method", "log_normal_", empty([n], name))
        case("method", "log_normal_", empty([n], name), 0.5, 0.25)
        case("method", "cauchy_", empty([n], name))
        case("method", "cauchy_", empty([n], name), 1.0, 2.0)
    for name in INTEGERS:
        case("method", "geometric_", empty([n], name), 0.3)
    for name in FLOATS + HALVES + INTEGERS + ["bool"]:
        if name not in ("int64", "float64"):
            case("method", "random_", empty([n], name))
        if name != "bool":
            case("method", "random_", empty([n], name), 100)
            case("method", "random_", empty([n], name), 3, 90)
    case("method", "random_", empty([n], "float64"))
    case("method", "random_", empty([n], "int64"), 2**50)
    case("method", "random_", empty([n], "int64"), -(2**40), 2**40)
    case("method", "random_", empty([n], "int64"), 0, 5)
    case("method", "random_", empty([n], "bool"), 0, 2)
for shape in [[3, 4], [3, 7], [5, 8]]:
    for name in FLOATS[:2]:
        target = empty(shape, name, True)
        case("method", "normal_", target)
        case("method", "normal_", target, 2.0, 0.5)
        case("method", "uniform_", target)
        case("method", "exponential_", target)
        case("method", "geometric_", target, 0.5)
        case("method", "cauchy_", target)
        case("method", "log_normal_", target)
        case("method", "random_", target, 1000)

for n in [5, 40]:
    for name in FLOATS[:2]:
        case("torch", "poisson", ramp(n, 0.0, 30.0, name))
        case("torch", "poisson", ramp(n, 100.0, 1000.0, name))
        case("torch", "binomial", ramp(n, 0.0, 40.0, name), ramp(n, 0.0, 1.0, name))
        case("torch", "binomial", ramp(n, 50.0, 400.0, name), ramp(n, 1.0, 0.1, name))
        case("torch", "_standard_gamma", ramp(n, 0.05, 5.0, name))
        case("torch", "_standard_gamma", ramp(n, 3.0, 90.0, name))
    case("torch", "_sample_dirichlet", {"tensor": [[0.5 + i, 1.0, 2.0, 0.1] for i in range(n)], "dtype": "float32"})
    case("torch", "_sample_dirichlet", {"tensor": [[0.5 + i, 1.0, 2.0, 0.1] for i in range(n)], "dtype": "float64"})

turned = {**tensor([[float(1 + i * j) for i in range(7)] for j in range(5)]), "transposed": True}
for name in ["dropout", "alpha_dropout", "feature_dropout", "feature_alpha_dropout"]:
    case("torch", name, turned, 0.5, True)
case("functional", "rrelu", turned, training=True)
case("torch", "poisson", turned)
case("torch", "bernoulli", {**tensor([[0.1, 0.5, 0.9], [0.3, 0.6, 0.2]]), "transposed": True})
case("torch", "multinomial", {**tensor([[0.1, 0.5, 0.9], [0.3, 0.6, 0.2], [3.0, 1.0, 2.0]]), "transposed": True}, 2)
case("torch", "multinomial", {**tensor([[0.1, 0.5, 0.9], [0.3, 0.6, 0.2], [3.0, 1.0, 2.0]]), "transposed": True}, 2, True)
case("torch", "normal", turned, 1.0)
case("torch", "normal", turned, turned)
case("functional", "gumbel_softmax", turned)
image = tensor([[[[float(1 + i + j) for i in range(3)] for j in range(2)] for _ in range(4)] for _ in range(2)])
clip = tensor([[[[[float(1 + i)] * 2] * 2 for i in range(3)] for j in range(4)]])
signal = tensor([[[float(1 + i + j) for i in range(3)] for j in range(4)] for _ in range(2)])
for p in [0.3, 0.5]:
    for on in ["torch", "functional"]:
        given = {} if on == "torch" else {"training": True}
        extra = [True] if on == "torch" else []
        for name in ["dropout", "alpha_dropout"]:
            case(on, name, ramp(40, -2.0, 2.0), p, *extra, **given)
            case(on, name, ramp(9, -2.0, 2.0, "float64"), p, *extra, **given)
        case(on, "dropout", ramp(40, -2.0, 2.0, "bfloat16"), p, *extra, **given)
        case(on, "feature_alpha_dropout", image, p, *extra, **given)
    case("torch", "feature_dropout", image, p, True)
    case("functional", "dropout1d", signal, p, True)
    case("functional", "dropout2d", image, p, True)
    case("functional", "dropout3d", clip, p, True)
for p in [0.0, 1.0]:
    case("functional", "dropout", ramp(9, -2.0, 2.0), p, True)
    case("functional", "alpha_dropout", ramp(9, -2.0, 2.0), p, True)
for name in FLOATS[:2]:
    case("functional", "rrelu", ramp(40, -2.0, 2.0, name), training=True)
    case("functional", "rrelu", ramp(41, -2.0, 2.0, name), 0.05, 0.9, True)
    case("functional", "gumbel_softmax", tensor([[float(i * j % 5) for i in range(6)] for j in range(4)], name))
    case("functional", "gumbel_softmax", tensor([[float(i * j % 5) for i in range(6)] for j in range(4)], name), tau=0.5, hard=True)
    case("functional", "gumbel_softmax", tensor([[float(i * j % 5) for i in range(6)] for j in range(4)], name), dim=0)

for shape in [[3, 4], [6, 5], [4, 3, 2, 2]]:
    for name in FLOATS[:2]:
        for transposed in [False, True] if len(shape) == 2 else [False]:
            t = empty(shape, name, transposed)
            case("init", "uniform_", t)
            case("init", "uniform_", t, -0.5, 0.25)
            case("init", "normal_", t, 1.0, 0.02)
            case("init", "trunc_normal_", t)
            case("init", "trunc_normal_", t, 0.5, 0.02, 0.45, 0.6)
            case("init", "xavier_uniform_", t)
            case("init", "xavier_uniform_", t, gain=5 / 3)
            case("init", "xavier_normal_", t)
            case("init", "xavier_normal_", t, 2.0)
            case("init", "orthogonal_", t)
            case("init", "orthogonal_", t, gain=2**0.5)
            for mode in ["fan_in", "fan_out"]:
                for slope, kind in [(0.0, "leaky_relu"), (5**0.5, "leaky_relu"), (0.0, "relu"), (0.0, "linear"), (0.0, "tanh"), (0.0, "selu"), (0.0, "sigmoid")]:
                    case("init", "kaiming_uniform_", t, slope, mode, kind)
                    case("init", "kaiming_normal_", t, a=slope, mode=mode, nonlinearity=kind)
            if len(shape) == 2:
                case("init", "eye_", t)
                case("init", "sparse_", t, 0.3)
                case("init", "sparse_", t, 0.75, std=2.0)
            else:
                case("init", "dirac_", t)
case("init", "dirac_", empty([6, 2, 3]), groups=2)
case("init", "dirac_", empty([2, 4, 3, 3, 3]))
case("init", "normal_", empty([40, 30]))
case("init", "trunc_normal_", empty([40, 30]))
case("init", "orthogonal_", empty([20, 30]))

for name in ["float32", "bfloat16", "float64"]:
    for n in [5, 40]:
        case("method", "random_", empty([n], name), **{"to": 2**10})
        case("method", "random_", empty([n], name), **{"from": -3, "to": 2**10})
        case("method", "random_", empty([n], name), 5, None)
case("method", "random_", empty([9], "uint8"), 5, None)
case("method", "random_", empty([9], "int32"), 2**31 - 9, None)
case("method", "uniform_", empty([9]), **{"from": -3.0, "to": -1.0})
for low, high in [(0, 2**26), (2**24 + 1, 2**24 + 9), (-(2**25) - 1, 2**25 + 1), (-(2**24) - 3, 5)]:
    case("method", "random_", empty([9]), low, high)
    case("method", "random_", empty([9], "float64"), low, high)
    case("method", "random_", empty([9], "bfloat16"), low // 2**14, high // 2**14 + 9)
case("method", "exponential_", empty([3]), 0.0)
case("method", "cauchy_", empty([3]), 0.0, -1.0)
case("torch", "multinomial", tensor([0.0, 2.0]), 2)

for name, low, high in [("uint8", 0, 300), ("uint8", -1, 3), ("int32", 0, 2**31 + 1), ("bool", 0, 3), ("int8", 0, 129), ("int16", -(2**15) - 1, 0)]:
    refuse("torch", "randint", low, high, [3], dtype=dtype(name))
refuse("torch", "randint", 5, 5, [3])
refuse("method", "random_", empty([3]), 0)
refuse("method", "random_", empty([3]), 7, 5)
refuse("torch", "randperm", 3000, dtype=dtype("float16"))
for n, name in [(257, "uint8"), (129, "int8"), (2**15 + 1, "int16"), (1, "bool")]:
    refuse("torch", "randperm", n, dtype=dtype(name))
refuse("torch", "randperm", -1)
refuse("torch", "rand", -1)
refuse("torch", "rand", 2, dtype=dtype("int64"))
refuse("torch", "randn", 2, dtype=dtype("int32"))
refuse("torch", "multinomial", tensor([1, 2], "int64"), 1)
refuse("torch", "multinomial", tensor([0.0, 0.0]), 1)
refuse("torch", "multinomial", tensor([-1.0, 2.0]), 1)
refuse("torch", "multinomial", tensor([-1.0, 2.0]), 3, True)
refuse("torch", "multinomial", tensor([float("inf"), 2.0]), 3, True)
refuse("torch", "multinomial", tensor([0.0, 0.0]), 3, True)
refuse("torch", "multinomial", tensor([[1.0, 2.0], [0.0, 0.0]]), 1)
refuse("torch", "multinomial", tensor([1.0, 2.0]), 0)
refuse("torch", "multinomial", tensor([1.0, 2.0]), 3)
refuse("torch", "multinomial", empty([2, 2, 2]), 3)
refuse("torch", "bernoulli", tensor([1.5]))
refuse("torch", "bernoulli", empty([2], "int64"))
refuse("method", "bernoulli_", empty([3]), 1.5)
refuse("method", "bernoulli_", empty([3]), tensor([1, 0, 1], "int64"))
refuse("torch", "normal", 0.0, -1.0, [3])
refuse("torch", "normal", tensor([0.0, 1.0]), tensor([-1.0, 1.0]))
refuse("torch", "normal", tensor([0.0, 1.0]), -1.0)
refuse("method", "normal_", empty([3]), 0.0, -1.0)
refuse("method", "uniform_", empty([3]), 2.0, 1.0)
refuse("method", "exponential_", empty([3]), -1.0)
refuse("method", "log_normal_", empty([3]), 0.0, -1.0)
refuse("method", "geometric_", empty([3]), 1.0)
refuse("method", "geometric_", empty([3]), 0.0)
for name in ["normal_", "uniform_", "exponential_", "cauchy_", "log_normal_"]:
    refuse("method", name, empty([3], "int64"))
refuse("torch", "poisson", tensor([-1.0]))
refuse("functional", "dropout", tensor([1.0]), 1.5)
refuse("functional", "alpha_dropout", tensor([1.0]), -0.5)
refuse("torch", "dropout", tensor([1.0]), 1.5, True)
refuse("torch", "feature_dropout", tensor([1.0]), 0.5, True)
refuse("functional", "dropout1d", tensor([1.0]), 0.5)
for name in ["xavier_uniform_", "kaiming_normal_", "orthogonal_", "eye_", "dirac_"]:
    refuse("init", name, empty([3]))
refuse("init", "sparse_", empty([3]), 0.1)
refuse("init", "dirac_", empty([3, 2, 2]), 2)
refuse("init", "kaiming_uniform_", empty([3, 2]), mode="fan")
refuse("init", "kaiming_uniform_", empty([3, 2]), nonlinearity="swish")

write("random-operators.json")
