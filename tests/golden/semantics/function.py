### forward and backward
class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y
    @staticmethod
    def backward(ctx, g):
        y, = ctx.saved_tensors
        return g * y
x = torch.tensor([0., 1.], requires_grad=True)
y = Exp.apply(x)
show(y, y.grad_fn.name(), y.is_leaf)
y.sum().backward()
show(x.grad)
### several inputs and outputs
class Both(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b, k):
        ctx.save_for_backward(a, b)
        ctx.k = k
        return a * b * k, a + b
    @staticmethod
    def backward(ctx, g, h):
        a, b = ctx.saved_tensors
        show(ctx.needs_input_grad, ctx.k, g, h)
        return g * b * ctx.k + h, g * a * ctx.k + h, None
a = torch.tensor([2.], requires_grad=True)
b = torch.tensor([3.])
p, s = Both.apply(a, b, 10)
show(p, s, s.output_nr)
(p + 2 * s).backward()
show(a.grad, b.grad)
### gradients that nothing asked for are zeros
class Two(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2, x.sum().double()
    @staticmethod
    def backward(ctx, g, h):
        show(g, h)
        return g * 2
x = torch.tensor([1., 2.], requires_grad=True)
a, b = Two.apply(x)
a.sum().backward()
x.grad
### gradients that nothing asked for are None without materialising
class Two(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.set_materialize_grads(False)
        return x * 2, x * 3
    @staticmethod
    def backward(ctx, g, h):
        show(g, h)
        return g * 2
x = torch.tensor([1., 2.], requires_grad=True)
a, b = Two.apply(x)
a.sum().backward()
x.grad
### no gradient wanted
class Id(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        show(ctx.needs_input_grad, torch.is_grad_enabled())
        return x * 1
    @staticmethod
    def backward(ctx, g):
        return g
show(Id.apply(torch.ones(2)), Id.apply(torch.ones(2, requires_grad=True)).requires_grad)
with torch.no_grad():
    show(Id.apply(torch.ones(2, requires_grad=True)).requires_grad)
### too few gradients
#! returned an incorrect number of gradients (expected 2, got 1)
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        return a * b
    @staticmethod
    def backward(ctx, g):
        return g
a = torch.ones(1, requires_grad=True)
Bad.apply(a, a).backward()
### too many gradients
#! returned an incorrect number of gradients (expected 1, got 2)
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2
    @staticmethod
    def backward(ctx, g):
        return g, g
Bad.apply(torch.ones(1, requires_grad=True)).backward()
### None beyond the arguments is no harm
class Fine(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2
    @staticmethod
    def backward(ctx, g):
        return g * 2, None, None
a = torch.ones(1, requires_grad=True)
Fine.apply(a).backward()
a.grad
### a gradient for what is no tensor
#! returned a gradient different than None at position 2
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, k):
        return a * k
    @staticmethod
    def backward(ctx, g):
        return g, g
Bad.apply(torch.ones(1, requires_grad=True), 3).backward()
### a gradient of the wrong shape
#! Function BadBackward returned an invalid gradient at index 0 - got [3] but expected shape compatible with [2]
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2
    @staticmethod
    def backward(ctx, g):
        return torch.ones(3)
Bad.apply(torch.ones(2, requires_grad=True)).sum().backward()
### a gradient that is no tensor
#! expected
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2
    @staticmethod
    def backward(ctx, g):
        return 'two'
Bad.apply(torch.ones(2, requires_grad=True)).sum().backward()
### no gradient
class Stop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2
    @staticmethod
    def backward(ctx, g):
        return None
a = torch.ones(2, requires_grad=True)
Stop.apply(a).sum().backward()
a.grad
### mark_non_differentiable
class Sort(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        v, i = x.sort()
        f = i.float()
        ctx.mark_non_differentiable(f)
        ctx.save_for_backward(i)
        return v, f
    @staticmethod
    def backward(ctx, g, unused):
        i, = ctx.saved_tensors
        show(unused)
        out = torch.zeros(3)
        out[i] = g
        return out
x = torch.tensor([3., 1., 2.], requires_grad=True)
v, i = Sort.apply(x)
show(v, i, i.requires_grad)
(v * torch.tensor([1., 10., 100.])).sum().backward()
x.grad
### integers among the results have no gradient
class Top(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 1, x.argmax()
    @staticmethod
    def backward(ctx, g, unused):
        return g
y, i = Top.apply(torch.tensor([1., 3.], requires_grad=True))
show(y, i, i.requires_grad)
### mark_dirty
class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x
    @staticmethod
    def backward(ctx, g):
        return g * 2
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
z = Double.apply(y)
show(z is y, y, y._version)
z.sum().backward()
x.grad
### mark_dirty of a leaf
#! a leaf Variable that requires grad
class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x.mul_(2)
        ctx.mark_dirty(x)
        return x
    @staticmethod
    def backward(ctx, g):
        return g * 2
Double.apply(torch.ones(2, requires_grad=True))
### an input returned as it is
class Pass(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x
    @staticmethod
    def backward(ctx, g):
        return g * 10
x = torch.ones(2, requires_grad=True)
y = Pass.apply(x)
show(y is x, y, y.data_ptr() == x.data_ptr())
y.sum().backward()
x.grad
### changing a returned input in place
#! custom Function | cloning the output
class Pass(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x
    @staticmethod
    def backward(ctx, g):
        return g * 10
y = Pass.apply(torch.ones(2, requires_grad=True) * 1)
y.mul_(2)
### saved tensors after the graph is freed
#! second time
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
y = Sq.apply(torch.ones(2, requires_grad=True)).sum()
y.backward()
y.backward()
### saved tensors with the graph retained
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
x = torch.tensor([3.], requires_grad=True)
y = Sq.apply(x).sum()
y.backward(retain_graph=True)
y.backward()
x.grad
### saved tensors changed in place
#! modified by an inplace operation | is at version 1; expected version 0 instead
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
x = torch.ones(2, requires_grad=True) * 1
y = Sq.apply(x).sum()
x.add_(1)
y.backward()
### saving what is no tensor
#! save_for_backward can only save variables, but argument 0 is of type
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(3)
        return x * x
    @staticmethod
    def backward(ctx, g):
        return g
Bad.apply(torch.ones(2, requires_grad=True))
### saving None
class Half(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, b):
        ctx.save_for_backward(x, None)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, b = ctx.saved_tensors
        show(b)
        return 2 * x * g, None
x = torch.tensor([3.], requires_grad=True)
Half.apply(x, None).backward()
x.grad
### double backward
class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x ** 3
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 3 * x ** 2 * g
x = torch.tensor([2.], requires_grad=True)
g = torch.autograd.grad(Cube.apply(x), x, create_graph=True)[0]
show(g.detach())
torch.autograd.grad(g, x)[0]
### double backward through a saved result
class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y
    @staticmethod
    def backward(ctx, g):
        y, = ctx.saved_tensors
        return g * y
x = torch.tensor([0.5], requires_grad=True)
g = torch.autograd.grad(Exp.apply(x), x, create_graph=True)[0]
torch.autograd.grad(g, x)[0]
### once_differentiable
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx, g):
        x, = ctx.saved_tensors
        show(torch.is_grad_enabled())
        return 2 * x * g
x = torch.tensor([3.], requires_grad=True)
Sq.apply(x).backward()
x.grad
### once_differentiable, twice
#! differentiate twice a function that was marked with @once_differentiable
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
x = torch.tensor([3.], requires_grad=True)
y = Sq.apply(x)
g = torch.autograd.grad(y * y, x, create_graph=True)[0]
show(g.detach())
g.backward()
### no forward
#! You must implement the forward function
class Empty(torch.autograd.Function):
    pass
Empty.apply(torch.ones(1))
### no backward
#! You must implement either the backward or vjp method
class Half(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 1
Half.apply(torch.ones(1, requires_grad=True)).backward()
### gradcheck of a right one
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
x = torch.tensor([3., -1.], dtype=torch.float64, requires_grad=True)
show(torch.autograd.gradcheck(Sq.apply, (x,)), torch.autograd.gradgradcheck(Sq.apply, (x,)))
### gradcheck of a wrong one
#! Jacobian mismatch for output 0 with respect to input 0 | numerical | analytical
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 3 * x * g
torch.autograd.gradcheck(Sq.apply, (torch.tensor([3., -1.], dtype=torch.float64, requires_grad=True),))
### a straight-through estimator
class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()
    @staticmethod
    def backward(ctx, g):
        return g
x = torch.tensor([0.4, 1.6], requires_grad=True)
(Round.apply(x) * torch.tensor([2., 3.])).sum().backward()
x.grad
### gradient reversal with a number
class Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.k = k
        return x.view_as(x)
    @staticmethod
    def backward(ctx, g):
        return -ctx.k * g, None
x = torch.tensor([1., 2.], requires_grad=True)
Reverse.apply(x, 0.5).sum().backward()
x.grad
### under saved_tensors_hooks
class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g
x = torch.tensor([3.], requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t * 10):
    y = Sq.apply(x)
y.backward()
x.grad
### gradcheck wants something to check
#! at least one input tensor to require gradient | requires_grad=True
torch.autograd.gradcheck(lambda x: x * 2, (torch.ones(2, dtype=torch.float64),))
### gradcheck without raising
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
show(torch.autograd.gradcheck(lambda t: t * t.detach(), (x,), raise_exception=False), torch.autograd.gradcheck(lambda t: t * t, (x,)), torch.autograd.gradcheck(lambda t: t.sin().cos(), (x,), fast_mode=True), torch.autograd.gradcheck(lambda t: t * t.detach(), (x,), raise_exception=False, fast_mode=True))
### gradcheck of tolerance
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
show(torch.autograd.gradcheck(lambda t: t.exp(), (x,), eps=0.1, raise_exception=False), torch.autograd.gradcheck(lambda t: t.exp(), (x,), eps=0.1, atol=0.1))
### gradcheck finds nondeterminism
#! not reentrant
x = torch.tensor([1., 2.], dtype=torch.float64, requires_grad=True)
class Noise(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 1
    @staticmethod
    def backward(ctx, g):
        return g + torch.rand(2, dtype=torch.float64) * 1e-7
torch.autograd.gradcheck(Noise.apply, (x,))
### gradgradcheck of a wrong second derivative
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x.detach() * g
x = torch.tensor([3., -1.], dtype=torch.float64, requires_grad=True)
show(torch.autograd.gradcheck(Bad.apply, (x,)), torch.autograd.gradgradcheck(Bad.apply, (x,), raise_exception=False))
