import math


class Value:
    def __init__(self, data, edges=()):
        self.data = data
        self.grad = 0.0
        self.edges = edges  # (operand, derivative of this value with respect to it)

    def __add__(self, other):
        right = wrap(other)
        return Value(self.data + right.data, ((self, 1.0), (right, 1.0)))

    def __mul__(self, other):
        right = wrap(other)
        return Value(self.data * right.data, ((self, right.data), (right, self.data)))

    def __pow__(self, n):
        local = 0.0 if n == 0 else n * self.data ** (n - 1)
        return Value(self.data**n, ((self, local),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, ((self, 1 - t * t),))

    def backward(self):
        arrived = {self: 1.0}  # of this call alone: .grad may hold older gradients
        for value in reversed(operands_first(self)):
            gradient = arrived[value]
            value.grad += gradient
            for operand, local in value.edges:
                arrived[operand] = arrived.get(operand, 0.0) + gradient * local


def squared_error(w, b, xs, ys):
    total = Value(0.0)
    for x, y in zip(xs, ys):
        total = total + ((w * x + b).tanh() + -y) ** 2
    return total


def wrap(x):
    return x if isinstance(x, Value) else Value(float(x))


def operands_first(root):
    """Every value that root was computed from, each after its operands. A stack instead of recursion: chains may be long."""
    order, seen, stack = [], {root}, [(root, iter(root.edges))]
    while stack:
        value, edges = stack[-1]
        for operand, _ in edges:
            if operand not in seen:
                seen.add(operand)
                stack.append((operand, iter(operand.edges)))
                break
        else:
            order.append(value)
            stack.pop()
    return order
