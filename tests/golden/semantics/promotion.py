### dtypes of sums of every pair
names = ['uint8', 'int8', 'int16', 'int32', 'int64', 'float16', 'bfloat16', 'float32', 'float64', 'bool']
for a in names:
    for b in names:
        x = torch.ones(2).to(getattr(torch, a))
        y = torch.ones(2).to(getattr(torch, b))
        show((x + y).dtype)
### dtypes with 0-d tensors
names = ['uint8', 'int64', 'float16', 'float32', 'float64', 'bool']
for a in names:
    for b in names:
        show((torch.ones(2).to(getattr(torch, a)) * torch.tensor(1).to(getattr(torch, b))).dtype)
### dtypes with numbers
for a in ['uint8', 'int32', 'int64', 'float16', 'bfloat16', 'float32', 'float64', 'bool']:
    x = torch.ones(2).to(getattr(torch, a))
    show((x + 1).dtype, (x + 1.5).dtype, (x * True).dtype, (x / 2).dtype, (1.5 * x).dtype)
### division, floor division, remainder
a = torch.tensor([7, -7])
show(a / 2, a // 2, a % 3, a.true_divide(2), torch.div(a, 2, rounding_mode='trunc'), torch.div(a, 2, rounding_mode='floor'), torch.fmod(a, 3))
### reductions
for a in ['uint8', 'int32', 'int64', 'float32', 'float64', 'bool']:
    x = torch.ones(2).to(getattr(torch, a))
    show(x.sum().dtype, x.prod().dtype, x.cumsum(0).dtype, x.max().dtype, x.any().dtype)
### sums with another dtype
show(torch.ones(2, dtype=torch.int32).sum(dtype=torch.float64), torch.tensor([0.6, 0.6]).sum(dtype=torch.int64), torch.tensor([True, True]).sum())
### functions of integers
x = torch.tensor([1, 4])
show(x.sqrt(), x.exp().dtype, x.sigmoid().dtype, x.abs().dtype, x.neg().dtype, x.square().dtype, x.reciprocal(), x.float().mean(), x.sin().dtype)
### comparisons
x = torch.tensor([1, 2, 3])
show(x == 2, x > 1.5, x != x, x.eq(torch.tensor([1., 5., 3.])), (x > 1) & (x < 3), ~(x > 1), (x > 1) | (x == 1), (x > 1) ^ (x < 3))
### powers
x = torch.tensor([2, 3])
show(x ** 2, x ** 2.5, 2 ** x, x.float() ** 2, x ** torch.tensor([2, 0]), torch.tensor([2.]) ** -1, (x ** 0.5).dtype)
### wrapping of integers
show(torch.tensor([250], dtype=torch.uint8) + 10, torch.tensor([127], dtype=torch.int8) + 1, torch.tensor([2 ** 31 - 1], dtype=torch.int32) + 1, -torch.tensor([1], dtype=torch.uint8))
### conversions
x = torch.tensor([-1.7, 0., 2.5])
show(x.int(), x.long(), x.bool(), x.to(torch.int8), x.double(), x.half(), torch.tensor([300]).to(torch.uint8), torch.tensor([-1]).to(torch.uint8), torch.tensor([True, False]).float())
### what torch.tensor infers
show(torch.tensor([1, 2.5]).dtype, torch.tensor([1, 2]).dtype, torch.tensor([True, False]).dtype, torch.tensor([True, 2]).dtype, torch.tensor([]).dtype, torch.tensor([[]]).dtype, torch.tensor(2).dtype, torch.tensor(2.5).dtype)
### factories
show(torch.zeros(1).dtype, torch.arange(3).dtype, torch.arange(0.5, 3).dtype, torch.full((2,), 3).dtype, torch.full((2,), 0.5).dtype, torch.full((2,), True).dtype, torch.linspace(0, 1, 3).dtype, torch.eye(2).dtype, torch.randint(0, 3, (2,)).dtype, torch.randperm(3).dtype, torch.rand(2).dtype, torch.ones_like(torch.tensor([1])).dtype)
### result_type, promote_types, can_cast
show(torch.result_type(torch.tensor([1]), 1.5), torch.result_type(torch.tensor([1.]), torch.tensor(1, dtype=torch.float64)), torch.promote_types(torch.int32, torch.float16), torch.promote_types(torch.uint8, torch.int8), torch.can_cast(torch.float32, torch.int64), torch.can_cast(torch.int64, torch.float32), torch.can_cast(torch.bool, torch.uint8))
### broadcasting
a = torch.arange(3).reshape(3, 1)
b = torch.arange(2)
show(a + b, a * torch.tensor(10), (torch.ones(2, 1, 3) + torch.ones(4, 1)).shape, (torch.ones(0, 1) + torch.ones(1, 5)).shape, torch.broadcast_shapes((2, 1), (3,)), torch.broadcast_tensors(a, b))
### where promotes
show(torch.where(torch.tensor([True, False]), torch.tensor([1, 2]), torch.tensor([0.5, 1.5])), torch.where(torch.tensor([True, False]), torch.tensor([1., 2.]), torch.tensor(0., dtype=torch.float64)))
### cat promotes
show(torch.cat([torch.tensor([1]), torch.tensor([0.5])]), torch.stack([torch.tensor(1.5), torch.tensor(2.5)]))
### nan and infinity
x = torch.tensor([nan, inf, -inf, 1.])
show(x.isnan(), x.isinf(), x.isfinite(), x.nan_to_num(), x.max(), x == x, x.sum(), x.sort().values, x.argmax(), torch.tensor([nan, 1.]).min(), torch.maximum(x, torch.tensor(0.)))
### rounding
show(torch.tensor([0.5, 1.5, 2.5, -0.5]).round(), torch.tensor([-1.5, 1.5]).trunc(), torch.tensor([-1.5]).floor(), torch.tensor([-1.5]).ceil(), torch.tensor([1.25]).frac())
### finfo and iinfo
f = torch.finfo(torch.float32)
show(f.eps, f.max, f.min, f.tiny, f.bits, torch.finfo(torch.float64).eps, torch.finfo(torch.float16).max, torch.finfo(torch.bfloat16).eps, torch.finfo(torch.float16).tiny, torch.finfo(torch.bfloat16).max)
i = torch.iinfo(torch.int32)
show(i.max, i.min, i.bits, torch.iinfo(torch.uint8).max, torch.iinfo(torch.int8).min, torch.iinfo(torch.int16).max)
### finfo of integers
fails(lambda: torch.finfo(torch.int64), 'finfo')
fails(lambda: torch.iinfo(torch.float32), 'iinfo')
