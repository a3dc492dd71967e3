### a leaf in place
#! a leaf Variable that requires grad is being used in an in-place operation
x = torch.ones(2, requires_grad=True)
x += 1
### a view of a leaf in place
#! a view of a leaf Variable that requires grad is being used in an in-place operation
x = torch.ones(2, requires_grad=True)
x[0].add_(1)
### an element of a leaf assigned
#! a view of a leaf Variable that requires grad is being used in an in-place operation
x = torch.ones(2, requires_grad=True)
x[0] = 1.
### all of a leaf filled
#! a leaf Variable that requires grad
x = torch.ones(2, requires_grad=True)
x.zero_()
### versions
x = torch.zeros(3)
show(x._version)
x.add_(1)
x[0] = 5.
show(x._version)
v = x[1:]
v.mul_(2)
show(x._version, v._version, x.detach()._version, x.data._version)
x.copy_(torch.ones(3))
x.zero_()
show(x._version)
x.resize_(3)
show(x._version)
### saved and then changed
#! modified by an inplace operation | torch.FloatTensor [2] | is at version 1; expected version 0 instead
x = torch.ones(2, requires_grad=True)
y = x * 1
z = y * y
y.add_(1)
z.sum().backward()
### the result saved and then changed
#! modified by an inplace operation | which is output 0 of ExpBackward0 | is at version 1; expected version 0 instead
x = torch.ones(2, requires_grad=True)
y = x.exp()
z = y.sum()
with torch.no_grad():
    y.add_(1)
z.backward()
### the message names the operation that saved its result
#! which is output 0 of ExpBackward0 | is at version 1; expected version 0 instead
x = torch.ones(2, requires_grad=True)
y = x.exp()
y += 1
y.sum().backward()
### changed twice
#! is at version 2; expected version 0 instead
x = torch.ones(2, requires_grad=True)
y = torch.zeros(2)
z = x * y
y.add_(1).mul_(2)
z.sum().backward()
### changed by way of a view
#! is at version 1; expected version 0 instead
x = torch.ones(2, requires_grad=True)
y = x.sigmoid()
y[0] = 0.
y.sum().backward()
### an optimizer step between forward and backward
#! modified by an inplace operation
w = torch.ones(2, 2, requires_grad=True)
x = torch.ones(2, 2, requires_grad=True)
y = (x @ w).sum()
with torch.no_grad():
    w -= 0.1
y.backward()
### what is not saved may change
x = torch.ones(2, requires_grad=True)
y = x + 1
z = y * 3
y.mul_(2)
z.sum().backward()
x.grad
### changed through .data goes unseen
x = torch.ones(2, requires_grad=True)
y = x.exp()
z = y.sum()
y.data.zero_()
z.backward()
x.grad
### in place continues the history
x = torch.tensor([1., 2.], requires_grad=True)
y = x.clone()
y.mul_(3).add_(1)
show(y)
y.sum().backward()
x.grad
### in place with an operand that needs a gradient
x = torch.tensor([1., 2.], requires_grad=True)
y = torch.ones(2)
y.mul_(x)
show(y, y.requires_grad)
y.sum().backward()
x.grad
### in place on a base after a view was made
x = torch.tensor([1., 2., 3.], requires_grad=True)
b = x * 1
v = b[1:]
b.mul_(10)
show(v)
v.sum().backward()
x.grad
### in place on a view changes the base
x = torch.tensor([1., 2., 3.], requires_grad=True)
b = x * 1
v = b[1:]
v.mul_(10)
show(b, v)
(b.sum() + v.sum()).backward()
x.grad
### in place on a view of a view
x = torch.arange(6., requires_grad=True)
b = x * 1
v = b.view(2, 3)[1]
v[0:2].mul_(5)
show(b, v)
b.sum().backward()
x.grad
### in place on a transposed view
x = torch.arange(4.).reshape(2, 2).requires_grad_()
b = x * 1
b.t()[0].mul_(3)
show(b)
b.sum().backward()
x.grad
### writing a gradient into a part of a buffer
x = torch.tensor([2., 3.], requires_grad=True)
b = torch.zeros(3)
b[1:] = x
show(b)
(b * b).sum().backward()
x.grad
### writing into a column
x = torch.tensor([2., 3.], requires_grad=True)
b = torch.zeros(2, 2)
b[:, 0] = x
b[:, 1] = x * x
show(b)
b.sum().backward()
x.grad
### writing by an index tensor
x = torch.tensor([2., 3.], requires_grad=True)
b = torch.zeros(3)
b[torch.tensor([2, 0])] = x
show(b)
(b * torch.tensor([1., 10., 100.])).sum().backward()
x.grad
### writing by a mask
x = torch.tensor(2., requires_grad=True)
b = torch.ones(3)
b[torch.tensor([True, False, True])] = x
show(b)
b.sum().backward()
x.grad
### relu_ and others record
x = torch.tensor([-1., 2.], requires_grad=True)
show((x * 1).relu_(), (x * 1).sigmoid_(), (x * 1).clamp_(0, 1), (x * 1).exp_(), (x * 1).neg_(), (x * 1).sqrt_(), (x * 1).zero_())
### fill_ cuts the gradient
x = torch.tensor([-1., 2.], requires_grad=True)
y = x * 1
y[0] = 7.
y.sum().backward()
x.grad
### masked_fill_
x = torch.tensor([-1., 2.], requires_grad=True)
y = (x * 1).masked_fill_(x > 0, 0.)
show(y)
y.sum().backward()
x.grad
### a view made under no_grad
#! view was created in no_grad mode and is being modified inplace with grad mode enabled
x = torch.ones(2, requires_grad=True)
b = x * 1
with torch.no_grad():
    v = b[0:1]
v.mul_(2)
### several views of unbind
#! returns multiple views | is a view and is being modified inplace
x = torch.ones(2, 2, requires_grad=True)
a, b = (x * 1).unbind(0)
a.mul_(2)
### several views of split
#! multiple views | modified inplace
x = torch.ones(4, requires_grad=True)
a, b = (x * 1).split(2)
a.mul_(2)
### several views of chunk
#! multiple views | modified inplace
x = torch.ones(4, requires_grad=True)
(x * 1).chunk(2)[0].add_(1)
### several views without gradient
x = torch.zeros(4)
a, b = x.split(2)
a.add_(1)
x
### the result does not fit
#! output with shape [2] doesn't match the broadcast shape [3, 2]
torch.ones(2).add_(torch.ones(3, 2))
### the dtype does not fit
#! result type Float can't be cast to the desired output type Long
torch.ones(2, dtype=torch.int64).add_(0.5)
### in-place division of integers
#! can't be cast
torch.ones(2, dtype=torch.int64).div_(2)
### in-place comparison keeps the dtype
x = torch.tensor([1., 2.])
show(x.eq_(1.), x.gt_(0.5))
### in place on expanded memory
#! more than one element of the written-to tensor refers to a single memory location
torch.ones(1).expand(3).add_(1)
### in place between overlapping parts
#! some elements of the input tensor and the written-to tensor refer to a single memory location
x = torch.arange(4.)
x[1:].add_(x[:-1])
### in place with itself
x = torch.arange(4.)
x.add_(x)
x
### in-place results are the tensor itself
x = torch.ones(2)
show(x.add_(1) is x, x.zero_() is x, x.copy_(torch.ones(2)) is x, x.t_() is x)
### shape changes in place
x = torch.arange(6).reshape(2, 3)
x.t_()
show(x, list(x.stride()))
x.unsqueeze_(0)
show(list(x.shape))
x.squeeze_()
x.transpose_(0, 1)
show(x, x._version)
### copy_ broadcasts and converts
x = torch.zeros(2, 2, dtype=torch.int64)
x.copy_(torch.tensor([1.7, -2.7]))
x
### copy_ that does not fit
#! (2) must match | (3)
torch.zeros(2).copy_(torch.ones(3))
### augmented assignment of an element
x = torch.arange(4.)
x[1] += 10
x[2:] *= 2
x
### swapping through a clone
x = torch.arange(4.)
a = x[0].clone()
x[0] = x[3]
x[3] = a
x
### out of a shared memory
x = torch.arange(4.)
y = x.view(2, 2)
y[0, 0] = 9.
show(x, x.data_ptr() == y.data_ptr(), x[1:].data_ptr() - x.data_ptr())
### set_ data
x = torch.ones(2, requires_grad=True)
x.data = torch.zeros(3)
show(x, x.is_leaf)
### random fills in place
x = torch.ones(3, requires_grad=True)
y = (x * 2)
y.normal_()
show(y.requires_grad, y.grad_fn.name())
### a view made and changed under no_grad is not usable afterwards
#! created in no_grad mode and its base or another view of its base has been modified inplace
w = torch.ones(2, requires_grad=True) * 1
with torch.no_grad():
    v = w[0:1]
    v.add_(1)
v * 2
### one of several views after the base changed
#! UnbindBackward0 is a view and its base or another view of its base has been modified inplace
w = torch.ones(2, requires_grad=True) * 1
a, b = w.unbind(0)
w.add_(1)
a * 2
