import torch


class Variable:
    def __init__(self, data, requires_grad=False, volatile=False):
        if requires_grad and volatile:
            raise ValueError("a Variable cannot be volatile and require a gradient")
        self.data, self.requires_grad, self.volatile, self.grad = data, requires_grad, volatile, None
        self._inputs, self._backward = (), None
        self._version = [0]  # one object for all that is detached from one another

    def add(self, other):
        return self._record([self, other], torch.add, lambda grad: [grad, grad])

    def mul(self, other):
        kept = [(v, v._version[0]) for v in (self, other)]

        def backward(grad):
            if any(v._version[0] != version for v, version in kept):
                raise RuntimeError("a Variable needed for the gradient was changed by an in-place operation")
            return [grad * other.data, grad * self.data]

        return self._record([self, other], torch.mul, backward)

    def sum(self):
        return self._record([self], torch.sum, lambda grad: [grad.expand_as(self.data)])

    def fill_(self, value):
        if self.requires_grad:
            raise RuntimeError("a leaf that requires a gradient is changed in place")
        self.data.fill_(value)
        self._version[0] += 1
        return self

    def detach(self):
        result = Variable(self.data, volatile=self.volatile)
        result._version = self._version
        return result

    def backward(self):
        if not self.requires_grad:
            raise RuntimeError("nothing requires a gradient, or it is volatile")
        order, seen = [], set()

        def visit(v):
            if v.requires_grad and v not in seen:
                seen.add(v)
                for source in v._inputs:
                    visit(source)
                order.append(v)

        visit(self)
        grads = {self: torch.ones_like(self.data)}
        for v in reversed(order):
            grad = grads[v]
            if v._backward is None:
                v.grad = Variable(grad.clone() if v.grad is None else v.grad.data + grad)
                continue
            for source, part in zip(v._inputs, v._backward(grad)):
                grads[source] = grads[source] + part if source in grads else part

    def _record(self, inputs, forward, backward):
        if not all(isinstance(v, Variable) for v in inputs):
            raise TypeError("operands must be Variables")
        volatile = any(v.volatile for v in inputs)
        requires_grad = not volatile and any(v.requires_grad for v in inputs)
        result = Variable(forward(*(v.data for v in inputs)), requires_grad, volatile)
        if requires_grad:
            result._inputs, result._backward = inputs, backward
        return result


@torch.no_grad()
def evaluate(model, inputs):
    return sum(model(x).sum().item() for x in inputs)


@torch.no_grad()
def sgd_step(params, lr):
    for p in params:
        if p.grad is not None:
            p -= lr * p.grad  # not p.data: a graph that still needs the old value must hear of it
