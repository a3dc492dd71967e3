### backward adds up
x = torch.tensor([1., 2.], requires_grad=True)
(x * 3).sum().backward()
(x * 3).sum().backward()
x.grad
### zero gradients
x = torch.tensor([1.], requires_grad=True)
(x * 3).sum().backward()
x.grad.zero_()
show(x.grad)
x.grad = None
show(x.grad)
### a diamond
x = torch.tensor([2.], requires_grad=True)
y = x * x
(y + y * x).backward()
x.grad
### is_leaf and requires_grad
x = torch.ones(2, requires_grad=True)
y = x * 2
show(x.is_leaf, y.is_leaf, y.requires_grad, torch.ones(2).is_leaf, y.detach().is_leaf, (torch.ones(2) * 2).is_leaf)
### grad_fn names and edges
x = torch.ones(2, requires_grad=True)
y = (x * 2 + 1).sum()
f = y.grad_fn
show(f.name(), f.next_functions[0][0].name(), len(f.next_functions), f.next_functions[0][1])
m = f.next_functions[0][0].next_functions
show(m[0][0].name(), m[0][0].next_functions[0][0].variable is x)
### the accumulator knows its variable
x = torch.ones(2, requires_grad=True)
a = (x * 2).grad_fn.next_functions[0][0]
show(a.variable is x, len(a.next_functions))
### metadata of a node
x = torch.ones(2, requires_grad=True)
f = (x * 2).grad_fn
f.metadata['note'] = 'kept'
f.metadata['note']
### sequence of multi-output nodes
x = torch.ones(4, requires_grad=True)
a, b = x.split(2)
show(a.grad_fn.name(), a.output_nr, b.output_nr)
### non-scalar backward
#! grad can be implicitly created only for scalar outputs
x = torch.ones(2, requires_grad=True)
(x * 2).backward()
### a vector needs its gradient
x = torch.ones(2, requires_grad=True)
(x * 2).backward(torch.tensor([1., 10.]))
x.grad
### the gradient has another shape
#! Mismatch in shape | grad_output[0] | [3] | [2]
x = torch.ones(2, requires_grad=True)
(x * 2).backward(torch.ones(3))
### no graph
#! element 0 of tensors does not require grad and does not have a grad_fn
torch.ones(1).sum().backward()
### backward twice
#! backward through the graph a second time | retain_graph=True
x = torch.tensor([3.], requires_grad=True)
y = (x * x).sum()
y.backward()
y.backward()
### retain_graph
x = torch.tensor([3.], requires_grad=True)
y = (x * x).sum()
y.backward(retain_graph=True)
y.backward()
x.grad
### a graph that saves nothing passes twice
x = torch.tensor([3.], requires_grad=True)
y = (x + 1).sum()
y.backward()
y.backward()
x.grad
### part of a graph freed
#! second time
x = torch.tensor([3.], requires_grad=True)
h = x.exp()
h.sum().backward()
(h * 2).sum().backward()
### backward with inputs
a = torch.tensor([1.], requires_grad=True)
b = torch.tensor([2.], requires_grad=True)
(a * b).backward(inputs=[a])
show(a.grad, b.grad)
### backward with inputs that are no leaves
a = torch.tensor([2.], requires_grad=True)
y = a * a
(y * y).backward(inputs=[y])
show(a.grad)
### backward with no inputs
#! cannot be empty
a = torch.tensor([2.], requires_grad=True)
(a * a).backward(inputs=[])
### autograd.backward of several
a = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.backward([(a * 2).sum(), a * 3], [None, torch.tensor([1., 10.])])
a.grad
### backward of a leaf
x = torch.tensor(2., requires_grad=True)
x.backward()
x.grad
### grad leaves .grad alone
x = torch.tensor([1., 2.], requires_grad=True)
g = torch.autograd.grad((x * x).sum(), x)
show(g, x.grad)
### grad of several inputs and outputs
x = torch.tensor([1.], requires_grad=True)
y = torch.tensor([2.], requires_grad=True)
show(torch.autograd.grad([x * y, x + y], [x, y]))
### grad_outputs
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.grad(x * x, x, grad_outputs=torch.tensor([1., 0.5]))[0]
### grad of unused inputs
#! appears to not have been used in the graph | allow_unused=True
x = torch.ones(1, requires_grad=True)
y = torch.ones(1, requires_grad=True)
torch.autograd.grad(x.sum(), y)
### grad of unused inputs, allowed
x = torch.ones(1, requires_grad=True)
y = torch.ones(1, requires_grad=True)
show(torch.autograd.grad(x.sum(), [x, y], allow_unused=True))
### grad with respect to something without gradient
#! does not require grad
x = torch.ones(1, requires_grad=True)
torch.autograd.grad(x.sum(), torch.ones(1))
### grad with respect to an inner tensor
x = torch.tensor([2.], requires_grad=True)
y = x * x
torch.autograd.grad(y * y, y)[0]
### grad twice
#! second time
x = torch.tensor([2.], requires_grad=True)
y = x * x
torch.autograd.grad(y, x)
torch.autograd.grad(y, x)
### create_graph
x = torch.tensor([3.], requires_grad=True)
g = torch.autograd.grad((x ** 3).sum(), x, create_graph=True)[0]
show(g, torch.autograd.grad(g.sum(), x, create_graph=True)[0])
### without create_graph gradients have no history
x = torch.tensor([3.], requires_grad=True)
g = torch.autograd.grad((x ** 3).sum(), x)[0]
show(g.requires_grad, g.is_leaf)
### create_graph implies retain_graph
x = torch.tensor([3.], requires_grad=True)
y = (x * x).sum()
g = torch.autograd.grad(y, x, create_graph=True)[0]
show(torch.autograd.grad(y, x)[0])
### backward with create_graph
x = torch.tensor([3.], requires_grad=True)
(x ** 3).sum().backward(create_graph=True)
show(x.grad.requires_grad, x.grad.detach())
g = x.grad
x.grad = None
g.sum().backward()
x.grad
### a gradient penalty
w = torch.tensor([2., -1.], requires_grad=True)
x = torch.tensor([1., 3.], requires_grad=True)
g = torch.autograd.grad((w * x * x).sum(), x, create_graph=True)[0]
(g.norm() - 1).pow(2).backward()
w.grad
### third derivatives
x = torch.tensor(2., requires_grad=True)
y = x ** 4
for i in range(3):
    y = torch.autograd.grad(y, x, create_graph=True)[0]
    show(y.detach())
### integers cannot require gradients
#! Only Tensors of floating point | require gradients
torch.tensor([1], requires_grad=True)
### integers cannot require gradients later
#! only Tensors of floating point | can require gradients
torch.tensor([1]).requires_grad_()
### booleans cannot require gradients
#! floating point
torch.tensor([True]).requires_grad = True
### requires_grad of an inner tensor stays
#! leaf variables | detach()
x = torch.ones(1, requires_grad=True)
(x * 2).requires_grad_(False)
### grad of an inner tensor is not kept
x = torch.ones(1, requires_grad=True)
y = x * 2
y.sum().backward()
show(y.grad, x.grad)
### retain_grad
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
y.retain_grad()
show(y.retains_grad, x.retains_grad)
y.pow(2).sum().backward()
show(y.grad)
### retain_grad of a leaf does nothing
x = torch.tensor([1.], requires_grad=True)
x.retain_grad()
x.sum().backward()
show(x.grad, x.retains_grad)
### retain_grad without gradient
#! can't retain_grad on Tensor that has requires_grad=False
torch.ones(1).retain_grad()
### retain_grad twice adds up no more than once
x = torch.tensor([1.], requires_grad=True)
y = x * 2
y.retain_grad()
y.retain_grad()
y.sum().backward()
y.grad
### hooks see and replace gradients
x = torch.tensor([1.], requires_grad=True)
seen = []
h = x.register_hook(lambda g: g * 10)
k = x.register_hook(lambda g: show(g))
(x * 2).backward()
h.remove()
(x * 2).backward()
x.grad
### hooks on inner tensors
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.register_hook(lambda g: g * torch.tensor([0., 1.]))
(y * y).sum().backward()
x.grad
### hooks return nothing
x = torch.tensor([1.], requires_grad=True)
x.register_hook(lambda g: None)
(x * 2).backward()
x.grad
### a hook that returns another shape
#! hook | size
x = torch.tensor([1., 2.], requires_grad=True)
x.register_hook(lambda g: g.sum())
(x * 2).sum().backward()
### a hook that returns no tensor
#! hook
x = torch.tensor([1., 2.], requires_grad=True)
x.register_hook(lambda g: 3)
(x * 2).sum().backward()
### a hook without gradient
#! cannot register a hook on a tensor that doesn't require gradient
torch.ones(1).register_hook(lambda g: g)
### hooks in order of registration
x = torch.tensor([1.], requires_grad=True)
x.register_hook(lambda g: g + 1)
x.register_hook(lambda g: g * 10)
x.sum().backward()
x.grad
### hooks run before retained gradients
x = torch.tensor([1.], requires_grad=True)
y = x * 2
y.register_hook(lambda g: g * 3)
y.retain_grad()
y.sum().backward()
show(y.grad, x.grad)
### hooks on nodes
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
y.grad_fn.register_hook(lambda inputs, outputs: show(inputs[0], outputs[0]))
y.sum().backward()
x.grad
### hooks on nodes replace gradients
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
h = y.grad_fn.register_hook(lambda inputs, outputs: (inputs[0] * 100, None))
y.sum().backward(retain_graph=True)
h.remove()
y.sum().backward()
x.grad
### prehooks on nodes
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
h = y.grad_fn.register_prehook(lambda outputs: (outputs[0] * 10,))
y.sum().backward(retain_graph=True)
h.remove()
y.sum().backward()
x.grad
### hooks on the accumulator
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 3
y.grad_fn.next_functions[0][0].register_hook(lambda inputs, outputs: show(len(inputs), outputs[0]))
y.sum().backward()
x.grad
### assigning .grad
x = torch.ones(2, requires_grad=True)
x.grad = torch.tensor([5., 6.])
(x * 1).sum().backward()
x.grad
### assigning .grad of another shape
#! assigned grad has data of a different size
x = torch.ones(2, requires_grad=True)
x.grad = torch.ones(3)
### assigning .grad of another dtype
#! assigned grad has data of a different type
x = torch.ones(2, requires_grad=True)
x.grad = torch.ones(2, dtype=torch.float64)
### gradients have the dtype of the leaf
x = torch.ones(2, dtype=torch.float16, requires_grad=True)
y = torch.ones(2, dtype=torch.float64, requires_grad=True)
(x.float() * y).sum().backward()
show(x.grad, y.grad)
### gradients of broadcast operands
a = torch.ones(2, 3, requires_grad=True)
b = torch.ones(3, requires_grad=True)
c = torch.ones(2, 1, requires_grad=True)
d = torch.tensor(2., requires_grad=True)
(a * b * c * d).sum().backward()
show(a.grad, b.grad, c.grad, d.grad)
### gradients at kinks
x = torch.tensor([-1., 0., 1.], requires_grad=True)
def slope(f):
    return torch.autograd.grad(f(x).sum(), x)[0]
show(slope(lambda t: t.relu()), slope(lambda t: t.abs()), slope(lambda t: t.clamp(0., 1.)), slope(lambda t: t.sign()), slope(lambda t: F.hardtanh(t)), slope(lambda t: t.clamp(min=0.)), slope(lambda t: F.leaky_relu(t)), slope(lambda t: t.round()))
### gradients of ties
x = torch.tensor([2., 2., 1.], requires_grad=True)
def slope(f):
    return torch.autograd.grad(f(x).sum(), x)[0]
show(slope(lambda t: t.max()), slope(lambda t: t.amax()), slope(lambda t: t.max(0).values), slope(lambda t: torch.maximum(t, t.detach())), slope(lambda t: t.median()), slope(lambda t: t.sort().values[0]))
### gradients at special points
x = torch.tensor([0., 1.], requires_grad=True)
def slope(f):
    return torch.autograd.grad(f(x).sum(), x)[0]
show(slope(lambda t: t.sqrt()), slope(lambda t: t.norm()), slope(lambda t: (t * 0).norm()), slope(lambda t: t.prod()), slope(lambda t: t ** 0), slope(lambda t: t ** 1.5), slope(lambda t: t.log()), slope(lambda t: 1 / t), slope(lambda t: t.pow(t.detach())))
### where stops no nan
x = torch.tensor([0., 4.], requires_grad=True)
torch.where(x > 0, x.sqrt(), torch.zeros(2)).sum().backward()
x.grad
### a leaf changed under no_grad
w = torch.tensor([1., 2.], requires_grad=True)
(w * w).sum().backward()
with torch.no_grad():
    w -= 0.5 * w.grad
show(w, w.is_leaf, w._version)
### detach shares memory
x = torch.tensor([1., 2.], requires_grad=True)
d = x.detach()
d[0] = 10.
show(x, d.requires_grad, d._version, x._version)
### data shares memory but not the version
x = torch.tensor([1., 2.], requires_grad=True)
x.data[0] = 10.
show(x, x._version, x.data.requires_grad)
### detach_ forgets
x = torch.tensor([1., 2.], requires_grad=True)
y = x * 2
y.detach_()
show(y, y.is_leaf, y.requires_grad, y.grad_fn)
### detach_ of a view
#! Can't detach views in-place
x = torch.ones(2, requires_grad=True)
(x * 2)[0:1].detach_()
### item and numpy of what requires gradients
x = torch.tensor([1.5], requires_grad=True)
show(x.item(), x.tolist(), x.detach().numpy().tolist() == [1.5] if hasattr(x, 'nope') else True)
### numpy of what requires gradients
#! requires grad | detach().numpy()
torch.ones(2, requires_grad=True).numpy()
### set requires_grad on results of no_grad
with torch.no_grad():
    y = torch.ones(2, requires_grad=True) * 2
show(y.requires_grad, y.is_leaf)
y.requires_grad = True
(y * 3).sum().backward()
y.grad
### gradients accumulate through a loop
w = torch.tensor(0.5, requires_grad=True)
h = torch.tensor(1.)
for i in range(5):
    h = torch.tanh(w * h)
h.backward()
w.grad
### gradients are not aliases
a = torch.tensor([1.], requires_grad=True)
b = torch.tensor([1.], requires_grad=True)
(a + b).sum().backward()
a.grad.mul_(100)
b.grad
### grad_outputs of ones
x = torch.tensor([1., 2.], requires_grad=True)
torch.autograd.grad([x * 2, x.sum()], x, grad_outputs=[torch.ones(2), None])
### the gradient of an expanded leaf
x = torch.tensor([1.], requires_grad=True)
x.expand(3).sum().backward()
x.grad
### a leaf used as its own gradient
x = torch.tensor([2.], requires_grad=True)
y = x.clone()
y.backward(x)
show(x.grad)
### deep chains
x = torch.tensor(1., requires_grad=True)
y = x
for i in range(3000):
    y = y + x
y.backward()
x.grad
