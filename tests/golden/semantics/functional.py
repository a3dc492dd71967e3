### jacobian
torch.autograd.functional.jacobian(lambda x: x.exp() * x.sum(), torch.tensor([0., 1.]))
### jacobian of several inputs and outputs
def f(a, b):
    return a * b.sum(), a.sum()
show(torch.autograd.functional.jacobian(f, (torch.tensor([1., 2.]), torch.tensor([3., 4., 5.]))))
### jacobian of one output and several inputs
show(torch.autograd.functional.jacobian(lambda a, b: a @ b, (torch.ones(2, 2), torch.tensor([1., 2.]))))
### jacobian of shapes
j = torch.autograd.functional.jacobian(lambda x: x.sum(0), torch.ones(2, 3))
show(list(j.shape), j[0])
### jacobian of what does not depend
show(torch.autograd.functional.jacobian(lambda a, b: a * 2, (torch.ones(1), torch.ones(2))))
### jacobian strict
#! independent of input 1 | strict mode
torch.autograd.functional.jacobian(lambda a, b: a * 2, (torch.ones(1), torch.ones(2)), strict=True)
### jacobian strict of a constant
#! does not require gradients | strict mode
torch.autograd.functional.jacobian(lambda a: torch.ones(2), torch.ones(1), strict=True)
### jacobian with create_graph
x = torch.tensor([1., 2.], requires_grad=True)
j = torch.autograd.functional.jacobian(lambda t: t ** 3, x, create_graph=True)
show(j.requires_grad)
j.sum().backward()
x.grad
### jacobian leaves inputs alone
x = torch.tensor([1., 2.], requires_grad=True)
j = torch.autograd.functional.jacobian(lambda t: t ** 2, x)
show(j, x.grad, j.requires_grad)
### hessian
torch.autograd.functional.hessian(lambda x: (x ** 3).sum() + x[0] * x[1], torch.tensor([1., 2.]))
### hessian of several inputs
show(torch.autograd.functional.hessian(lambda a, b: (a * a * b).sum(), (torch.tensor([1., 2.]), torch.tensor([3., 4.]))))
### hessian of a vector
#! single element
torch.autograd.functional.hessian(lambda x: x * 2, torch.ones(2))
### hessian of a linear function
torch.autograd.functional.hessian(lambda x: (2 * x).sum(), torch.ones(2))
### hessian strict
#! strict mode
torch.autograd.functional.hessian(lambda x: (2 * x).sum(), torch.ones(2), strict=True)
### vjp
show(torch.autograd.functional.vjp(lambda x: x.exp(), torch.tensor([0., 1.]), torch.tensor([1., 2.])))
### vjp of a scalar needs no v
show(torch.autograd.functional.vjp(lambda x: (x * x).sum(), torch.tensor([3., 4.])))
### vjp of a vector needs v
#! v can only be None
torch.autograd.functional.vjp(lambda x: x * x, torch.tensor([3., 4.]))
### vjp with v of another shape
#! v has invalid size
torch.autograd.functional.vjp(lambda x: x * x, torch.tensor([3., 4.]), torch.ones(3))
### vjp of several
show(torch.autograd.functional.vjp(lambda a, b: (a * b, a + b), (torch.tensor([1.]), torch.tensor([2.])), (torch.tensor([10.]), torch.tensor([100.]))))
### jvp
show(torch.autograd.functional.jvp(lambda x: x.exp() * x.sum(), torch.tensor([0., 1.]), torch.tensor([1., 2.])))
### jvp of several
show(torch.autograd.functional.jvp(lambda a, b: (a * b, a.sum()), (torch.tensor([1., 2.]), torch.tensor([3., 4.])), (torch.tensor([1., 0.]), torch.tensor([0., 1.]))))
### jvp needs v
#! v can only be None
torch.autograd.functional.jvp(lambda x: x * x, torch.tensor([3., 4.]))
### vhp
show(torch.autograd.functional.vhp(lambda x: (x ** 3).sum() + x[0] * x[1], torch.tensor([1., 2.]), torch.tensor([1., 10.])))
### hvp
show(torch.autograd.functional.hvp(lambda x: (x ** 3).sum() + x[0] * x[1], torch.tensor([1., 2.]), torch.tensor([1., 10.])))
### hvp with create_graph
x = torch.tensor([1., 2.], requires_grad=True)
y, h = torch.autograd.functional.hvp(lambda t: (t ** 3).sum(), x, torch.ones(2), create_graph=True)
show(y.requires_grad, h.requires_grad)
h.sum().backward()
x.grad
### inputs that are no tensors
#! must be either a Tensor or a tuple of Tensors
torch.autograd.functional.jacobian(lambda x: x, 3)
### outputs that are no tensors
#! must be either a Tensor or a tuple of Tensors
torch.autograd.functional.jacobian(lambda x: 3, torch.ones(1))
### under no_grad
with torch.no_grad():
    j = torch.autograd.functional.jacobian(lambda x: x * x, torch.tensor([1., 2.]))
j
