"""Writes creation.json: operators that make tensors. Run: /usr/bin/python3 tests/golden/make-creation.py"""
from calls import FLOATS, HALVES, INTEGERS, case, dtype, empty, refuse, write

ranges = [(5,), (0.5,), (1, 5), (1, 2.5, 0.5), (0, 1, 0.1), (1, 0, -0.3), (-2, 2, 0.3), (0,), (10, 0, -3), (0, 100, 7), (0, 10, 0.1), (1e-3, 1, 0.0123)]
for given in ranges:
    case("torch", "arange", *given)
    for name in FLOATS + HALVES:
        case("torch", "arange", *given, dtype=dtype(name))
for name in INTEGERS:
    case("torch", "arange", 3, 20, 4, dtype=dtype(name))
    case("torch", "arange", 0.5, 6.7, 1.3, dtype=dtype(name))
spaced = [(0, 1, 5), (0, 10, 11), (0, 1, 1), (0, 1, 0), (3, 10, 2), (0.1, 0.9, 33), (10, 0, 7), (1, 1, 3), (0, 1, 100), (0, 127, 17)]
for name in FLOATS + HALVES + INTEGERS:
    for given in spaced:
        case("torch", "linspace", *given, dtype=dtype(name))
    if name != "uint8":
        case("torch", "linspace", -3, 7, 4, dtype=dtype(name))
        case("torch", "linspace", -10, 10, 1000, dtype=dtype(name))
for name in FLOATS:
    for given in [(0, 2, 5), (-1, 1, 4), (0, 1, 1), (0, 1, 0), (0, 3, 7, 2.0), (-10, 10, 21)]:
        case("torch", "logspace", *given, dtype=dtype(name))
case("torch", "logspace", 0, 5, 6, 2, dtype=dtype("int64"))
for given in [(3,), (2, 4), (4, 2), (0,), (0, 3)]:
    case("torch", "eye", *given)
    case("torch", "eye", *given, dtype=dtype("int64"))
for value in [0, 1, -2, 2.5, True, False, 1e30]:
    case("torch", "full", [2, 3], value)
    for name in FLOATS:
        case("torch", "full", [2], value, dtype=dtype(name))
case("torch", "full", [], 3)
case("torch", "full", [2], 7, dtype=dtype("bool"))
case("torch", "full", [2], -1, dtype=dtype("int8"))
for name in ["zeros", "ones"]:
    case("torch", name, 2, 3)
    case("torch", name, [])
    case("torch", name, [1, 0, 2], dtype=dtype("int16"))
    case("torch", f"{name}_like", empty([2, 3], "int64"))
    case("torch", f"{name}_like", empty([2, 3]), dtype=dtype("float64"))
    case("method", f"new_{name}", empty([2], "float64"), 2, 2)
    case("method", f"new_{name}", empty([2], "float64"), [3], dtype=dtype("int32"))
for name in ["int64", "float32", "bool"]:
    case("torch", "full_like", empty([2, 3], name), 7.9)
    case("method", "new_full", empty([2], name), [2], 7.9)
case("method", "new_tensor", empty([2], "float64"), [1, 2])
case("method", "new_tensor", empty([2], "int64"), [1.5, 2.5])
for data in [1, 1.5, True, [1, 2], [True, False], [True, 2], [1, 2.5], [[1, 2], [3, 4]], [], [[]], [[], []], [[[1]]], [1e40], 2**40, [2**31, 1]]:
    case("torch", "tensor", data)
    for name in FLOATS + HALVES + ["bool"]:
        case("torch", "tensor", data, dtype=dtype(name))
case("torch", "as_tensor", [1, 2], dtype=dtype("float32"))
for value in [1, 2.5, True]:
    case("torch", "scalar_tensor", value)
for name in ["tril_indices", "triu_indices"]:
    for given in [(3, 3), (3, 4, 1), (4, 3, -1), (2, 5, -3), (0, 3), (3, 3, 5)]:
        case("torch", name, *given)

for given in [(-5,), (0, 5, -1), (5, 0, 0.5), (0, 5, 0)]:
    refuse("torch", "arange", *given)
for name in ["linspace", "logspace"]:
    refuse("torch", name, 0, 1, -1)
refuse("torch", "eye", -1)
refuse("torch", "eye", 2, -1)
refuse("torch", "zeros", -1)
refuse("torch", "full", [-1], 2)
refuse("torch", "tensor", [[1, 2], [3]])
for name, value in [("uint8", 300), ("uint8", -256), ("int8", 128), ("int16", -(2**15) - 1), ("int32", 2**31)]:
    refuse("torch", "tensor", [value], dtype=dtype(name))
refuse("torch", "full", [2], 300, dtype=dtype("uint8"))
refuse("torch", "tril_indices", -1, 2)

write("creation.json")
