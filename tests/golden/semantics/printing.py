### 0-d tensors
show(torch.tensor(3.), torch.tensor(3), torch.tensor(True), torch.tensor(1e-7), torch.tensor(123456789.), torch.tensor(-0.5))
show(torch.tensor(nan), torch.tensor(inf), torch.tensor(-inf), torch.tensor(1e10), torch.tensor(0.), torch.tensor(100000.))
show(torch.tensor(12345.678), torch.tensor(1000000.5), torch.tensor(7, dtype=torch.int8), torch.tensor(1.5, dtype=torch.float64))
### floats of one size
torch.tensor([1.5, 2.25, -3.125])
### whole floats
show(torch.tensor([1., 2., 3.]), torch.tensor([-1., 20., 300.]), torch.tensor([1., 1001.]), torch.tensor([1., 1000.]))
### whole floats that need the scientific form
show(torch.tensor([1., 100000.]), torch.tensor([1e9, 1.]), torch.tensor([1e9]), torch.tensor([1e8]), torch.tensor([100000000., 200000000.]))
### small floats
show(torch.tensor([1e-5]), torch.tensor([1e-4]), torch.tensor([0.00012, 0.5]), torch.tensor([0.001, 1.]), torch.tensor([0.0009, 1.]))
### floats of very different sizes
show(torch.tensor([1e-5, 1.]), torch.tensor([1.5, 1500.5]), torch.tensor([1.5, 1499.5]), torch.tensor([1e-3, 1e3]), torch.tensor([1e20, 1e-20]))
### three digits in the exponent
show(torch.tensor([1e-100, 1e100], dtype=torch.float64), torch.tensor([1e300], dtype=torch.float64), torch.tensor([1e-45]))
### nan and inf among fractions
show(torch.tensor([nan, inf, -inf, 1.25]), torch.tensor([nan, 1.]), torch.tensor([inf, 1.]), torch.tensor([-inf, 10.5]))
### nan and inf alone
show(torch.tensor([nan]), torch.tensor([inf, -inf]), torch.tensor([nan, nan, inf]), torch.tensor([[nan, -inf]]))
### nan and inf in wide columns
show(torch.tensor([1e-5, nan]), torch.tensor([1000.5, inf]), torch.tensor([1e5, nan, -inf, 2.]))
### zeros and negative zeros
show(torch.zeros(3), torch.tensor([0., -0.]), torch.tensor([-0., 1.5]), torch.zeros(2, 2), torch.tensor([0., 0.5]))
### zeros do not count for the scale
show(torch.tensor([0., 1e-5]), torch.tensor([0., 12345.5]), torch.tensor([0., 1e9]))
### integers align
show(torch.tensor([1, 10, -100]), torch.tensor([[1, 2], [300, 4]]), torch.tensor([-1]), torch.arange(12).reshape(3, 4))
### integers of other widths
show(torch.tensor([1, -2], dtype=torch.int8), torch.tensor([255], dtype=torch.uint8), torch.tensor([1, 2], dtype=torch.int32), torch.tensor([7], dtype=torch.int16))
### booleans align
show(torch.tensor([True, False]), torch.tensor([True]), torch.tensor([[True, True], [False, True]]), torch.tensor([False]))
### 16-bit floats
show(torch.tensor([1., 2.5], dtype=torch.float16), torch.tensor([0.1, 100.], dtype=torch.bfloat16), torch.tensor([65504.], dtype=torch.float16), torch.tensor(0.1, dtype=torch.bfloat16))
### empty tensors
show(torch.zeros(0), torch.zeros(2, 0), torch.zeros(0, 3), torch.zeros(0, dtype=torch.int64), torch.zeros(2, 0, dtype=torch.int32), torch.zeros(0, dtype=torch.bool))
### empty tensors with gradients
show(torch.zeros(0, requires_grad=True), torch.zeros(2, 0, requires_grad=True), torch.zeros(2, 0, requires_grad=True).mul(2))
### requires_grad
show(torch.ones(2, requires_grad=True), torch.tensor(1., requires_grad=True), torch.ones(2, dtype=torch.float64, requires_grad=True))
### grad_fn
x = torch.ones(2, 2, requires_grad=True)
show(x + 1, x - 1, 1 - x, x * 2, x / 2, 2 / x, x ** 2, 2 ** x, -x, x @ x, x.sum(), x.mean(), x.t(), x[0], x[:, 1:], x[x > 0])
### grad_fn of functions
x = torch.rand(2, 3, requires_grad=True)
show(x.exp(), x.log(), x.sigmoid(), x.tanh(), x.relu(), x.abs(), x.sqrt(), x.sin(), x.softmax(1), x.log_softmax(1), x.clamp(0, 1), x.clamp(min=0.))
### grad_fn of shapes
x = torch.arange(6.).reshape(2, 3).requires_grad_()
show(x.view(6), x.transpose(0, 1), x.permute(1, 0), x.unsqueeze(0), x[None].squeeze(0), x[None].squeeze(), x.expand(2, 2, 3), x.t().reshape(6), x.repeat(1, 2))
### grad_fn of selections
x = torch.arange(6.).reshape(2, 3).requires_grad_()
show(x.select(0, 1), x.narrow(1, 0, 2), x.index_select(1, torch.tensor([0, 2])), x.gather(1, torch.tensor([[0], [1]])), x.masked_fill(x > 2, 0.), x[torch.tensor([1, 0])], x.diagonal(), x.unbind(0)[0], x.split(2, 1)[1], x.chunk(3, 1)[0])
### grad_fn of reductions
x = torch.arange(6.).reshape(2, 3).requires_grad_()
show(x.sum(1), x.mean(0), x.max(), x.max(1).values, x.min(), x.min(0).values, x.prod(), x.prod(1), x.var(), x.std(), x.logsumexp(1), x.cumsum(0), x.amax(1), x.median())
### grad_fn of joins
x = torch.ones(2, requires_grad=True)
show(torch.cat([x, x]), torch.stack([x, x]), torch.where(x > 0, x, -x), torch.outer(x, x), torch.dot(x, x))
### grad_fn of products
a = torch.ones(2, 2, requires_grad=True)
v = torch.ones(2, requires_grad=True)
show(a.mm(a), a @ v, v @ v, a.mv(v), a[None].bmm(a[None]), torch.addmm(v, a, a), F.linear(v[None], a, v), F.linear(v[None], a))
### grad_fn of losses
x = torch.zeros(2, 3, requires_grad=True)
t = torch.tensor([0, 2])
show(F.mse_loss(x, torch.ones(2, 3)), F.l1_loss(x, torch.ones(2, 3)), F.cross_entropy(x, t), F.nll_loss(x, t), F.binary_cross_entropy_with_logits(x, torch.ones(2, 3)), F.smooth_l1_loss(x, torch.ones(2, 3)), F.binary_cross_entropy(x.sigmoid(), torch.ones(2, 3)), F.kl_div(x, torch.ones(2, 3), reduction='sum'), F.huber_loss(x, torch.ones(2, 3)))
### grad_fn of layers
torch.manual_seed(0)
x = torch.ones(1, 2, 4, 4)
c = nn.Conv2d(2, 2, 3)
show(c(x).grad_fn.name(), nn.BatchNorm2d(2)(x).grad_fn.name(), nn.LayerNorm(4)(x).grad_fn.name(), F.max_pool2d(c(x), 2).grad_fn.name(), F.avg_pool2d(c(x), 2).grad_fn.name(), F.gelu(c(x)).grad_fn.name(), F.silu(c(x)).grad_fn.name(), F.elu(c(x)).grad_fn.name(), F.leaky_relu(c(x)).grad_fn.name(), F.softplus(c(x)).grad_fn.name(), nn.Embedding(3, 2)(torch.tensor([1])).grad_fn.name(), nn.GroupNorm(1, 2)(x).grad_fn.name(), F.pad(c(x), (1, 1)).grad_fn.name(), F.adaptive_avg_pool2d(c(x), 1).grad_fn.name())
### grad_fn of conversions
x = torch.ones(2, requires_grad=True)
show(x.double(), x.to(torch.float16), x.clone(), x.contiguous(), x.t(), x.detach(), x.clone().detach().requires_grad_())
### a slice of a leaf
x = torch.ones(4, requires_grad=True)
show(x[1], x[1:3], x[::2], x[...], x[None, 1:], x[-1])
### lines of a long vector
show(torch.arange(50), torch.arange(30) / 7, torch.arange(40) % 2 == 0)
### lines of a long row in a matrix
torch.arange(60).reshape(2, 30)
### lines of a long row with fractions and negative numbers
torch.arange(-20, 21) / 16
### 3 dimensions
torch.arange(24).reshape(2, 3, 4)
### 4 dimensions
torch.ones(2, 2, 2, 2)
### 5 dimensions
torch.ones(2, 1, 2, 1, 2, dtype=torch.int64)
### a dimension of size 1
show(torch.ones(1, 1, 1), torch.ones(3, 1), torch.ones(1, 3, 1))
### summary of a vector
show(torch.arange(1001), torch.arange(1000.)[:5], torch.arange(1001.) / 3, torch.ones(2000, dtype=torch.bool))
### no summary at 1000 elements
torch.zeros(1000)[::1].reshape(10, 100)[:2]
### exactly 1000 elements
torch.ones(1000, dtype=torch.int64)
### summary of a matrix
show(torch.arange(10000).reshape(100, 100), torch.arange(2000).reshape(2, 1000), torch.arange(2000).reshape(1000, 2))
### summary of 3 dimensions
torch.arange(8000).reshape(20, 20, 20)
### summary where one dimension is small
show(torch.zeros(4, 300), torch.zeros(7, 300), torch.zeros(6, 300))
### summary measures only what it shows
x = torch.zeros(2000)
x[1000] = 123456.5
show(x, torch.arange(2000.) * 1e-3)
### summary with grad_fn and dtype
x = torch.ones(1200, requires_grad=True)
show(x, x * 2, torch.ones(1200, dtype=torch.float64), torch.ones(50, 50, dtype=torch.float64, requires_grad=True) * 2)
### suffixes that do not fit the line
x = torch.ones(18, requires_grad=True)
show(x, x * 2, torch.ones(14, requires_grad=True) * 1.5, torch.ones(7, dtype=torch.float64, requires_grad=True) * 1.5, torch.ones(13, dtype=torch.float64))
### suffixes after several lines
torch.ones(3, 20, dtype=torch.float64, requires_grad=True) + 1
### views print as what they show
x = torch.arange(12).reshape(3, 4)
show(x.t(), x[:, ::2], x[1], x.t()[1:], x.flip(0), x[:, None, 0])
### expanded
torch.tensor([1.5]).expand(2, 3)
### a parameter
show(str(nn.Parameter(torch.ones(2))), str(nn.Parameter(torch.ones(1, 2), requires_grad=False)), str(nn.Parameter(torch.zeros(0))))
### a parameter of a layer
torch.manual_seed(0)
layer = nn.Linear(3, 2)
show(str(layer.weight), str(layer.bias), layer.weight.detach())
### str and format
show(str(torch.tensor([1, 2])), str(torch.tensor(2.5)), repr(torch.tensor([True])))
### default dtype float64
torch.set_default_dtype(torch.float64)
show(torch.ones(2), torch.ones(2, dtype=torch.float32), torch.zeros(0), torch.zeros(0, dtype=torch.float32), torch.tensor(1.5))
### precision
torch.set_printoptions(precision=2)
show(torch.tensor([1.23456, 10.]), torch.tensor(3.14159), torch.tensor([1e-5]))
torch.set_printoptions(precision=8)
show(torch.tensor([1.23456, 10.]), torch.tensor(1 / 3, dtype=torch.float64), torch.tensor([1., 2.]))
### precision 0
torch.set_printoptions(precision=0)
show(torch.tensor([1.5, 2.25]), torch.tensor([1., 2.]))
### threshold and edgeitems
torch.set_printoptions(threshold=5, edgeitems=2)
show(torch.arange(6), torch.arange(5), torch.arange(36).reshape(6, 6), torch.arange(16).reshape(4, 4), torch.arange(1.5, 12))
### edgeitems 1
torch.set_printoptions(threshold=3, edgeitems=1)
show(torch.arange(6), torch.arange(9).reshape(3, 3))
### linewidth
torch.set_printoptions(linewidth=40)
show(torch.arange(30), torch.ones(4, 12), torch.ones(5, requires_grad=True) * 2, torch.arange(20) / 3)
### a wide line
torch.set_printoptions(linewidth=200)
show(torch.arange(60), torch.ones(30, requires_grad=True) * 2)
### sci_mode on
torch.set_printoptions(sci_mode=True)
show(torch.tensor([1.5, 2.]), torch.tensor([1., 2.]), torch.tensor([1, 2]), torch.tensor(0.5), torch.tensor([nan, 1.]))
### sci_mode off
torch.set_printoptions(sci_mode=False)
show(torch.tensor([1e-6, 1.]), torch.tensor([1e9, 0.5]), torch.tensor([123456789., 1.]))
### profile short
torch.set_printoptions(profile='short')
show(torch.arange(2000) / 3, torch.tensor([1.23456]))
### profile full
torch.set_printoptions(profile='full')
torch.arange(1010)
### profile default restores
torch.set_printoptions(profile='short')
torch.set_printoptions(profile='default')
show(torch.arange(2000) / 3, torch.tensor([1.23456]))
### profile with another option
torch.set_printoptions(profile='short', precision=3)
show(torch.tensor([1.23456]), torch.arange(1200))
### rounding of halves
show(torch.tensor([0.5, 1.5, 2.5]), torch.tensor([0.00005, 0.12345]), torch.tensor([2.67895, 1.00005], dtype=torch.float64))
### large integers
show(torch.tensor([2 ** 40, -1]), torch.tensor([1000000]))
### large whole floats are written exactly
show(torch.tensor([16777216., 1e5 * 166.]), torch.tensor([2. ** 70]), torch.tensor(2. ** 70))
### gradients print
x = torch.tensor([1., 2.], requires_grad=True)
(x * x).sum().backward()
show(x.grad, x)
### several results
x = torch.tensor([[1., 3.], [4., 2.]])
show(x.max(1).indices, x.sort(1).values, x.topk(1).values)
### meta attributes
x = torch.zeros(2, 3)
show(list(x.shape), list(x.size()), str(x.dtype), x.device)
