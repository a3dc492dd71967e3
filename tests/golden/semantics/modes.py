### no_grad
x = torch.ones(1, requires_grad=True)
with torch.no_grad():
    y = x * 2
    show(torch.is_grad_enabled(), y.requires_grad, y.is_leaf)
show(torch.is_grad_enabled(), (x * 2).requires_grad)
### no_grad after an error
def f():
    with torch.no_grad():
        torch.ones(2).view(3)
fails(f)
torch.is_grad_enabled()
### enable_grad inside no_grad
x = torch.ones(1, requires_grad=True)
with torch.no_grad():
    with torch.enable_grad():
        y = x * 2
    z = x * 2
show(y.requires_grad, z.requires_grad)
### set_grad_enabled as a context
x = torch.ones(1, requires_grad=True)
with torch.set_grad_enabled(False):
    y = x * 2
show(y.requires_grad, torch.is_grad_enabled())
### set_grad_enabled as a function
torch.set_grad_enabled(False)
show(torch.is_grad_enabled(), (torch.ones(1, requires_grad=True) * 2).requires_grad)
torch.set_grad_enabled(True)
torch.is_grad_enabled()
### no_grad as a decorator
@torch.no_grad()
def f(x):
    return x * 2
x = torch.ones(1, requires_grad=True)
show(f(x).requires_grad, torch.is_grad_enabled())
### enable_grad as a decorator
@torch.enable_grad()
def f(x):
    return x * 2
x = torch.ones(1, requires_grad=True)
with torch.no_grad():
    y = f(x)
y.requires_grad
### inference_mode as a decorator
@torch.inference_mode()
def f(x):
    return x * 2
y = f(torch.ones(1, requires_grad=True))
show(y.is_inference(), y.requires_grad, torch.is_inference_mode_enabled())
### factories under no_grad may require gradients
with torch.no_grad():
    x = torch.ones(1, requires_grad=True)
show(x.requires_grad, (x * 2).requires_grad)
### inference mode
x = torch.ones(2, requires_grad=True)
with torch.inference_mode():
    y = x * 2
    show(torch.is_inference_mode_enabled(), torch.is_grad_enabled(), y.requires_grad, y.is_inference(), x.is_inference())
show(torch.is_inference_mode_enabled(), y.is_inference(), y.requires_grad)
### inference tensors have no version
#! Inference tensors do not track version counter
with torch.inference_mode():
    y = torch.ones(2)
y._version
### inference tensors in place outside
#! Inplace update to inference tensor outside InferenceMode is not allowed
with torch.inference_mode():
    y = torch.ones(2)
y.add_(1)
### inference tensors in place inside
with torch.inference_mode():
    y = torch.ones(2)
    y.add_(1)
    y[0] = 5.
show(y)
### inference tensors saved for backward
#! Inference tensors cannot be saved for backward
with torch.inference_mode():
    y = torch.ones(2)
x = torch.ones(2, requires_grad=True)
x * y
### inference tensors that are not saved
with torch.inference_mode():
    y = torch.ones(2)
x = torch.ones(2, requires_grad=True)
(x + y).sum().backward()
x.grad
### inference tensors cloned
with torch.inference_mode():
    y = torch.ones(2)
z = y.clone()
x = torch.ones(2, requires_grad=True)
(x * z).sum().backward()
show(x.grad, z.is_inference())
### inference tensors cannot require gradients outside
#! Setting requires_grad=True on inference tensor outside InferenceMode is not allowed
with torch.inference_mode():
    y = torch.ones(2)
y.requires_grad = True
### views of inference tensors
with torch.inference_mode():
    y = torch.ones(2)
show(y[0].is_inference(), y.view(2, 1).is_inference(), (y * 2).is_inference())
### views of ordinary tensors inside
x = torch.ones(2)
with torch.inference_mode():
    v = x[0:1]
    show(v.is_inference())
    x.add_(1)
show(x)
### inference_mode off inside
with torch.inference_mode():
    with torch.inference_mode(False):
        x = torch.ones(2, requires_grad=True)
        show(x.is_inference(), (x * 2).requires_grad, torch.is_grad_enabled())
### anomaly: nan
#! Function 'SqrtBackward0' returned nan values in its 0th output
with torch.autograd.detect_anomaly():
    x = torch.tensor([-1.], requires_grad=True)
    x.sqrt().sum().backward()
### anomaly: none
with torch.autograd.detect_anomaly():
    x = torch.tensor([4.], requires_grad=True)
    x.sqrt().sum().backward()
x.grad
### anomaly: nan is not checked
with torch.autograd.detect_anomaly(check_nan=False):
    x = torch.tensor([-1.], requires_grad=True)
    x.sqrt().sum().backward()
x.grad
### anomaly: on and off
with torch.autograd.set_detect_anomaly(True):
    show(torch.is_anomaly_enabled())
show(torch.is_anomaly_enabled())
### anomaly: log of zero times zero
#! Function 'LogBackward0' returned nan values
torch.autograd.set_detect_anomaly(True)
x = torch.tensor([0., 1.], requires_grad=True)
(x.log() * 0).sum().backward()
### saved_tensors_hooks
seen = []
x = torch.tensor([2., 3.], requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: (show(t), 7)[1], lambda n: torch.tensor([n * 1.5, 1.])):
    y = x * x
y.sum().backward()
x.grad
### saved_tensors_hooks that fail
#! unpack
def bad(t):
    raise_error = torch.ones(2).view(3)
x = torch.tensor([2.], requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: 3):
    y = x * x
y.backward()
### saved_tensors_hooks nest
x = torch.tensor([2.], requires_grad=True)
with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t * 10):
    with torch.autograd.graph.saved_tensors_hooks(lambda t: t, lambda t: t * 100):
        y = x.exp()
    z = x.exp()
show(torch.autograd.grad(y, x)[0], torch.autograd.grad(z, x)[0])
### save_on_cpu
x = torch.tensor([2.], requires_grad=True)
with torch.autograd.graph.save_on_cpu():
    y = x * x
y.backward()
x.grad
### default dtype
torch.set_default_dtype(torch.float64)
show(torch.ones(1), torch.tensor([0.5]), torch.get_default_dtype(), torch.arange(0.5, 2), torch.tensor([1]) / 2, torch.randn(1).dtype)
### default dtype must be floating point
#! only floating-point types are supported as the default type
torch.set_default_dtype(torch.int64)
### no_grad keeps views writable
x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    x[0] = 5.
    x.mul_(2)
show(x, x._version)
