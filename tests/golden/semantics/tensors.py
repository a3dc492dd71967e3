### shape attributes
x = torch.zeros(2, 3, 4)
show(x.shape, x.size(), x.size(1), x.size(-1), x.dim(), x.ndim, x.numel(), x.nelement(), torch.numel(x), x.stride(), x.stride(0), x.storage_offset(), len(x), x.itemsize if hasattr(x, 'itemsize') else 4, x.element_size(), x.ndimension())
### strides of views
x = torch.arange(24).reshape(2, 3, 4)
show(x.t().stride() if x.dim() == 2 else 0, x.transpose(0, 2).stride(), x.permute(2, 0, 1).stride(), x[1].storage_offset(), x[:, 1].stride(), x[..., ::2].stride(), x[:, 1:, 2].storage_offset(), x.unsqueeze(1).stride(), x.expand(5, 2, 3, 4).stride(), x.narrow(1, 1, 2).storage_offset(), x.unfold(2, 2, 1).stride(), x.diagonal(0, 1, 2).stride(), x.select(1, 2).stride(), x[None].stride(), x.squeeze().stride(), x.view(6, 4).stride(), x.as_strided((2, 2), (1, 2), 3))
### is_contiguous
x = torch.zeros(2, 3)
show(x.is_contiguous(), x.t().is_contiguous(), x.t().contiguous().is_contiguous(), x[:, :2].is_contiguous(), x[0].is_contiguous(), x.expand(2, 2, 3).is_contiguous(), torch.zeros(1, 3).t().is_contiguous(), torch.zeros(0, 3).t().is_contiguous(), x[:, :1].is_contiguous())
### T, mT, H, mH
x = torch.arange(6).reshape(2, 3)
show(x.T, x.mT, x.H, x.mH, torch.arange(6).reshape(1, 2, 3).mT, torch.arange(3).T)
### adjoint
torch.arange(6).reshape(1, 2, 3).adjoint()
### mT of a vector
#! tensor.mT is only supported on matrices or batches of matrices. Got 1-D tensor.
torch.arange(3).mT
### dtype predicates
x = torch.zeros(2)
show(x.is_floating_point(), torch.is_floating_point(x), x.is_complex(), x.is_signed(), torch.tensor([1], dtype=torch.uint8).is_signed(), torch.is_tensor(x), torch.is_tensor(3), x.dtype.is_floating_point, x.dtype.itemsize if hasattr(x.dtype, 'itemsize') else 4, torch.int64.is_floating_point, x.is_cuda, x.is_sparse, x.is_quantized, x.is_meta, x.layout is torch.strided)
### type
show(torch.zeros(1).type(), torch.tensor([1]).type(), torch.zeros(1).type(torch.float64), torch.zeros(1).type('torch.LongTensor'), torch.tensor([True]).type())
### item and tolist
show(torch.tensor(2.5).item(), torch.tensor([[3]]).item(), torch.tensor(True).item(), torch.tensor([1, 2]).tolist(), torch.tensor([[1.5, 2.], [3., 4.]]).tolist(), torch.tensor(7).tolist(), torch.tensor([True]).tolist(), torch.zeros(2, 0).tolist())
### conversions to Python
show(float(torch.tensor(2.5)), int(torch.tensor(3.7)), bool(torch.tensor(0)), bool(torch.tensor([2.])), torch.is_nonzero(torch.tensor([0.])))
### iteration
show([row for row in torch.arange(4).reshape(2, 2)], [int(v) for v in torch.tensor([5, 6])])
### equality
a = torch.tensor([1, 2])
show(torch.equal(a, torch.tensor([1, 2])), torch.equal(a, torch.tensor([1, 3])), torch.equal(a, torch.tensor([[1, 2]])), a.equal(a), torch.allclose(torch.tensor([1.]), torch.tensor([1. + 1e-6])), torch.allclose(torch.tensor([1.]), torch.tensor([1.1])), torch.allclose(torch.tensor([nan]), torch.tensor([nan])), torch.allclose(torch.tensor([nan]), torch.tensor([nan]), equal_nan=True), torch.allclose(torch.tensor([1.]), torch.tensor([1.1]), atol=0.2), torch.isclose(torch.tensor([1., inf]), torch.tensor([1.00001, inf])))
### assert_close holds
torch.testing.assert_close(torch.tensor([1., 2.]), torch.tensor([1., 2.000001]))
torch.testing.assert_close([torch.ones(1), torch.zeros(2)], [torch.ones(1), torch.zeros(2)])
torch.testing.assert_close(1.0, 1.0)
torch.testing.assert_close({'a': torch.ones(1)}, {'a': torch.ones(1)})
torch.testing.assert_close(torch.tensor([nan]), torch.tensor([nan]), equal_nan=True)
torch.testing.assert_close(torch.tensor([1.]), torch.tensor([1.1]), rtol=0.2, atol=0)
show(True)
### assert_close: values
#! Tensor-likes are not close! | Mismatched elements: 1 / 2 (50.0%) | Greatest absolute difference: 1.0 at index (1,) (up to 1e-05 allowed) | Greatest relative difference: 0.5 at index (1,) (up to 1.3e-06 allowed)
torch.testing.assert_close(torch.tensor([1., 3.]), torch.tensor([1., 2.]))
### assert_close: integers
#! Tensor-likes are not equal! | Mismatched elements: 1 / 2 (50.0%)
torch.testing.assert_close(torch.tensor([1, 3]), torch.tensor([1, 2]))
### assert_close: shapes
#! The values for attribute 'shape' do not match: torch.Size([2]) != torch.Size([3])
torch.testing.assert_close(torch.ones(2), torch.ones(3))
### assert_close: dtypes
#! The values for attribute 'dtype' do not match: torch.float32 != torch.float64
torch.testing.assert_close(torch.ones(2), torch.ones(2, dtype=torch.float64))
### assert_close: without dtypes
torch.testing.assert_close(torch.ones(2), torch.ones(2, dtype=torch.float64), check_dtype=False)
show(True)
### assert_close: scalars
#! Scalars are not close! | Absolute difference: 1.0 | Relative difference: 0.5
torch.testing.assert_close(torch.tensor(3.), torch.tensor(2.))
### assert_close: nan
#! not close | Mismatched elements: 1 / 2 (50.0%)
torch.testing.assert_close(torch.tensor([nan, 1.]), torch.tensor([nan, 1.]))
### assert_close: lists
#! The length of the sequences mismatch: 1 != 2
torch.testing.assert_close([torch.ones(1)], [torch.ones(1), torch.ones(1)])
### assert_close: a message
#! my words
torch.testing.assert_close(torch.ones(1), torch.zeros(1), msg='my words')
### assert_close: an item of a list
#! not close | The failure occurred for item [1]
torch.testing.assert_close([torch.ones(1), torch.ones(2)], [torch.ones(1), torch.zeros(2)])
### assert_close: tolerances come together
#! Both
torch.testing.assert_close(torch.ones(1), torch.ones(1), rtol=0.1)
### make_tensor is reproducible shape
x = torch.testing.make_tensor((2, 3), dtype=torch.float32, device='cpu', low=-1, high=1)
show(x.shape, bool((x.abs() <= 1).all()), x.dtype)
### new_*
x = torch.zeros(2, dtype=torch.float64)
show(x.new_ones(2), x.new_zeros(1, 2), x.new_full((2,), 3), x.new_tensor([1, 2]), x.new_empty(2).shape, x.new_ones(1, dtype=torch.int64))
### *_like
x = torch.zeros(2, dtype=torch.int32)
show(torch.ones_like(x), torch.zeros_like(x, dtype=torch.float32), torch.full_like(x, 7), torch.empty_like(x).shape, torch.rand_like(x, dtype=torch.float32).shape, torch.ones_like(torch.ones(2, requires_grad=True)).requires_grad)
### copies and shared memory
x = torch.zeros(2, 2)
show(x.view(4).data_ptr() == x.data_ptr(), x.clone().data_ptr() == x.data_ptr(), x.t().data_ptr() == x.data_ptr(), x.contiguous().data_ptr() == x.data_ptr(), x.t().contiguous().data_ptr() == x.data_ptr(), x.reshape(4).data_ptr() == x.data_ptr(), x.t().reshape(4).data_ptr() == x.data_ptr(), x.to(torch.float32) is x, x.to(torch.float64) is x, x.float() is x, x.flatten().data_ptr() == x.data_ptr(), x.expand(2, 2, 2).data_ptr() == x.data_ptr(), x.detach().data_ptr() == x.data_ptr(), x.cpu() is x, x.type_as(x) is x, x[0].data_ptr() == x.data_ptr(), x[1].data_ptr() == x.data_ptr() + 8)
### what shares and what copies
x = torch.arange(6)
v = x.view(2, 3)
a = x[1:3]
b = x[[1, 2]]
c = x[x > 3]
v[0, 1] = 100
x[4] = -1
show(x, v, a, b, c)
### splits share
x = torch.arange(6)
a, b = x.split(3)
c = x.chunk(2)[0]
a[0] = 50
b += 1
show(x, c, x.unbind(0)[0], torch.tensor_split(x, 3)[0])
### views of expanded memory write to one place
x = torch.zeros(1)
y = x.expand(3)
x.fill_(5.)
y
### indexing
x = torch.arange(24).reshape(2, 3, 4)
show(x[1], x[1, 2], x[1, 2, 3], x[-1, -1], x[:, 1], x[..., 0], x[0, ..., 1:3], x[:, None].shape, x[None, ..., None].shape, x[0, :, ::2], x[1:, :, 1:2].shape, x[:, -2:], x[0:0].shape, x[5:].shape, x[:100].shape, x[-100:].shape)
### advanced indexing
x = torch.arange(12).reshape(3, 4)
i = torch.tensor([0, 2])
show(x[i], x[:, i], x[i, i], x[i[:, None], torch.tensor([1, 3])], x[[0, 2]], x[[0, 2], [1, 3]], x[i, 1:3], x[torch.tensor([[0, 1], [2, 0]])].shape, x[-i - 1], x[1, i], x[torch.tensor(1)], x[i, None].shape, x[None, i].shape)
### advanced indices apart
x = torch.arange(24).reshape(2, 3, 4)
i = torch.tensor([0, 1])
show(x[i, :, i].shape, x[:, i, i].shape, x[i, :, i], x[0, :, i].shape, x[i, ..., i].shape)
### masks
x = torch.arange(6).reshape(2, 3)
show(x[x > 2], x[torch.tensor([True, False])], x[:, torch.tensor([True, False, True])], x[x > 100], x[torch.tensor([True, False]), 1], torch.masked_select(x, x % 2 == 0), x[x.bool()])
### writing
x = torch.zeros(3, 4)
x[0] = 1.
x[1, 2:] = torch.tensor([5., 6.])
x[:, 0] = torch.tensor([7., 8., 9.])
x[torch.tensor([2]), torch.tensor([3])] = -1.
x[x == 0] = 0.5
x[..., 1] += 10.
x
### writing a broadcast value
x = torch.zeros(2, 3)
x[:, 1:] = torch.tensor([1., 2.])
x[torch.tensor([0, 1])] *= 2
x[[0]] = torch.tensor([[9., 9., 9.]])
x
### writing converts
x = torch.zeros(3, dtype=torch.int64)
x[0] = 2.7
x[1] = True
x[2:] = torch.tensor([3.9])
x
### writing at places that repeat
x = torch.zeros(3)
x[torch.tensor([0, 0, 1])] += 1.
y = torch.zeros(3).index_put_((torch.tensor([0, 0, 1]),), torch.ones(3), accumulate=True)
z = torch.zeros(3).index_add_(0, torch.tensor([0, 0, 1]), torch.ones(3))
show(x, y, z)
### nonzero and where
x = torch.tensor([[0, 3], [4, 0]])
show(x.nonzero(), torch.nonzero(x, as_tuple=True), torch.where(x > 0), torch.argwhere(x), x.count_nonzero())
### fill_diagonal_
x = torch.zeros(3, 3)
x.fill_diagonal_(5.)
show(x, torch.zeros(4, 2).fill_diagonal_(1., wrap=True))
### map_ and apply_
x = torch.tensor([1., 2.])
x.apply_(lambda v: v * 10)
x.map_(torch.tensor([1., 2.]), lambda a, b: a + b)
x
### as_strided_scatter and friends
x = torch.zeros(4)
show(x.as_strided_scatter(torch.ones(2), (2,), (2,), 1), x.select_scatter(torch.tensor(3.), 0, 1), torch.zeros(2, 2).diagonal_scatter(torch.ones(2)))
### device
x = torch.zeros(1)
show(x.device, x.cpu().device, x.to('cpu').device, torch.zeros(1, device='cpu').device, x.get_device(), torch.device('cpu'), x.is_cpu)
### is_same_size, is_set_to, is_shared
x = torch.zeros(2)
show(x.is_same_size(torch.ones(2)), x.is_set_to(x), x.is_set_to(torch.zeros(2)), x.is_pinned(), x.is_neg(), x.is_conj(), torch.is_same_size(x, x) if hasattr(torch, 'is_same_size') else True)
### float_power and kron
show(torch.tensor([2, 3]).float_power(2), torch.float_power(torch.tensor([2.]), 0.5), torch.kron(torch.eye(2), torch.ones(1, 2)))
### typename and storage
show(torch.typename(torch.zeros(1)), torch.is_storage(torch.zeros(1)))
### vander, range and others
show(torch.vander(torch.tensor([1, 2, 3])), torch.vander(torch.tensor([1, 2, 3]), 2, increasing=True), torch.chain_matmul(torch.eye(2), torch.ones(2, 2)), torch.empty_strided((2, 2), (1, 2)).stride())
### windows
show(torch.hann_window(4), torch.hann_window(4, periodic=False), torch.hamming_window(4), torch.bartlett_window(4))
### old constructors
show(torch.FloatTensor([1, 2]), torch.LongTensor([1, 2]), torch.DoubleTensor(2).shape, torch.BoolTensor([True]), torch.IntTensor([1]).dtype)
### threads and determinism
torch.use_deterministic_algorithms(True)
show(torch.are_deterministic_algorithms_enabled())
torch.use_deterministic_algorithms(False)
show(torch.are_deterministic_algorithms_enabled(), torch.get_num_threads() >= 1)
### post-processing of squeeze and unsqueeze
x = torch.zeros(1, 2, 1)
show(x.squeeze().shape, x.squeeze(0).shape, x.squeeze(1).shape, x.unsqueeze(-1).shape, x.unsqueeze(1).shape, x.flatten().shape, x.flatten(1).shape, x.unflatten(1, (2, 1)).shape, x.movedim(0, 2).shape, x.swapaxes(0, 1).shape)
### name and requires_grad flags
x = torch.zeros(1)
show(x.requires_grad, x.grad, x.grad_fn, x.is_leaf, x.output_nr, x._version, x.retains_grad)
