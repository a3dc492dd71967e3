### shapes that do not broadcast
#! The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
torch.ones(2) + torch.ones(3)
### shapes that do not broadcast, two dimensions
#! The size of tensor a (4) must match the size of tensor b (3) at non-singleton dimension 1
torch.ones(2, 4) * torch.ones(2, 3)
### matrix product
#! mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
torch.ones(2, 3) @ torch.ones(2, 3)
### mm of vectors
#! self must be a matrix
torch.mm(torch.ones(3), torch.ones(3, 2))
### matrix times vector
#! size mismatch, got 2, 2x3,2
torch.ones(2, 3) @ torch.ones(2)
### dot of other sizes
#! inconsistent tensor size, expected tensor [2] and src [3] to have the same number of elements, but got 2 and 3 elements respectively
torch.dot(torch.ones(2), torch.ones(3))
### bmm
#! batch1 must be a 3D tensor
torch.bmm(torch.ones(2, 3), torch.ones(3, 2))
### bmm of other sizes
#! Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [2, 3].
torch.bmm(torch.ones(2, 3, 4), torch.ones(2, 3, 4))
### matmul batches
#! must match | non-singleton dimension 0
torch.ones(2, 3, 4) @ torch.ones(3, 4, 5)
### linear layer
#! mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)
nn.Linear(4, 5)(torch.ones(2, 3))
### dtypes of a product
#! expected
torch.ones(2, 2) @ torch.ones(2, 2, dtype=torch.float64)
### dtypes of a layer
#! dtype
nn.Linear(2, 2)(torch.ones(2, 2, dtype=torch.float64))
### dtype of dot
#! dot : expected both vectors to have same dtype, but found Float and Double
torch.dot(torch.ones(2), torch.ones(2, dtype=torch.float64))
### mean of integers
#! mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
torch.tensor([1, 2]).mean()
### softmax of integers
#! not implemented for 'Long'
torch.tensor([1, 2]).softmax(0)
### index out of range
#! index 3 is out of bounds for dimension 0 with size 3
torch.arange(3)[3]
### negative index out of range
#! index -4 is out of bounds for dimension 0 with size 3
torch.arange(3)[-4]
### index of the second dimension out of range
#! index 5 is out of bounds for dimension 1 with size 2
torch.ones(3, 2)[0, 5]
### too many indices
#! too many indices for tensor of dimension 1
torch.arange(3)[0, 0]
### index of a 0-d tensor
#! invalid index of a 0-dim tensor. Use `tensor.item()`
torch.tensor(3)[0]
### index tensor out of range
#! index 7 is out of bounds for dimension 0 with size 3
torch.arange(3)[torch.tensor([0, 7])]
### index tensor of floats
#! tensors used as indices must be long
torch.arange(3)[torch.tensor([0.5])]
### mask of another shape
#! The shape of the mask [2] at index 0 does not match the shape of the indexed tensor [3] at index 0
torch.arange(3)[torch.tensor([True, False])]
### index tensors that do not broadcast
#! shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]
torch.ones(3, 3)[torch.tensor([0, 1]), torch.tensor([0, 1, 2])]
### negative step
#! step must be greater than zero
torch.arange(3)[::-1]
### step zero
#! step
torch.arange(3)[::0]
### value that does not fit
#! shape mismatch | [3] | [2]
x = torch.zeros(4)
x[torch.tensor([0, 1])] = torch.ones(3)
### value that does not fit a slice
#! must match | (3) | (2)
x = torch.zeros(4)
x[0:2] = torch.ones(3)
### dimension out of range
#! Dimension out of range (expected to be in range of [-2, 1], but got 2)
torch.ones(2, 3).sum(2)
### dimension out of range of a 0-d tensor
#! Dimension out of range (expected to be in range of [-1, 0], but got 1)
torch.tensor(1.).sum(1)
### dimension out of range in several functions
x = torch.ones(2, 3)
fails(lambda: x.softmax(5), 'Dimension out of range (expected to be in range of [-2, 1], but got 5)')
fails(lambda: x.transpose(0, 5), 'Dimension out of range')
fails(lambda: x.squeeze(4), 'Dimension out of range')
fails(lambda: x.unsqueeze(4), 'Dimension out of range (expected to be in range of [-3, 2], but got 4)')
fails(lambda: x.max(3), 'Dimension out of range')
fails(lambda: x.argmax(3), 'Dimension out of range')
fails(lambda: x.size(2), 'Dimension out of range')
fails(lambda: x.cumsum(2), 'Dimension out of range')
fails(lambda: x.sort(2), 'Dimension out of range')
fails(lambda: x.flip(2), 'Dimension out of range')
fails(lambda: torch.cat([x, x], 2), 'Dimension out of range')
fails(lambda: torch.stack([x, x], 4), 'Dimension out of range')
fails(lambda: x.select(2, 0), 'Dimension out of range')
fails(lambda: x.narrow(2, 0, 1), 'Dimension out of range')
fails(lambda: x.chunk(2, 2), 'Dimension out of range')
fails(lambda: x.unbind(2), 'Dimension out of range')
fails(lambda: x.gather(2, torch.zeros(1, 1, dtype=torch.int64)), 'Dimension out of range')
fails(lambda: x.index_select(2, torch.tensor([0])), 'Dimension out of range')
fails(lambda: x.norm(2, 5), 'Dimension out of range')
fails(lambda: x.var(5), 'Dimension out of range')
### a dimension twice
#! dim 0 appears multiple times in the list of dims
torch.ones(2, 3).sum([0, 0])
### view sizes
#! shape '[4]' is invalid for input of size 6
torch.ones(2, 3).view(4)
### view with -1 that does not divide
#! shape '[4, -1]' is invalid for input of size 6
torch.ones(2, 3).view(4, -1)
### view with two unknown sizes
#! only one dimension can be inferred
torch.ones(2, 3).view(-1, -1)
### view with negative size
#! invalid shape dimension -2
torch.ones(2, 3).view(-2, 3)
### view of a transposed
#! view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
torch.ones(2, 3).t().view(6)
### reshape sizes
#! shape '[4, 2]' is invalid for input of size 6
torch.ones(2, 3).reshape(4, 2)
### reshape of nothing with -1
#! cannot reshape tensor of 0 elements into shape [0, -1] because the unspecified dimension size -1 can be any value and is ambiguous
torch.ones(0, 3).reshape(0, -1)
### expand
#! The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1. | Target sizes: [2, 4]. | Tensor sizes: [2, 3]
torch.ones(2, 3).expand(2, 4)
### expand to fewer dimensions
#! the number of sizes provided (1) must be greater or equal to the number of dimensions in the tensor (2)
torch.ones(2, 3).expand(3)
### permute
#! number of dimensions | input.dim() = 2 | len(dims) = 1
torch.ones(2, 3).permute(0)
### permute twice the same
#! dim
torch.ones(2, 3).permute(0, 0)
### t of three dimensions
#! t() expects a tensor with <= 2 dimensions, but self is 3D
torch.ones(1, 2, 3).t()
### cat sizes
#! Sizes of tensors must match except in dimension 0. Expected size 3 but got size 4 for tensor number 1 in the list.
torch.cat([torch.ones(2, 3), torch.ones(2, 4)])
### cat dimensions
#! Tensors must have same number of dimensions: got 1 and 2
torch.cat([torch.ones(3), torch.ones(2, 3)])
### cat of scalars
#! zero-dimensional tensor (at position 0) cannot be concatenated
torch.cat([torch.tensor(1.), torch.tensor(2.)])
### cat of nothing
#! expected a non-empty list of Tensors
torch.cat([])
### stack sizes
#! stack expects each tensor to be equal size, but got [3] at entry 0 and [2] at entry 1
torch.stack([torch.ones(3), torch.ones(2)])
### split sizes
#! split_with_sizes expects split_sizes to sum exactly to 5 (input tensor's size at dimension 0), but got split_sizes=[2, 2]
torch.arange(5).split([2, 2])
### narrow
#! start (1) + length (3) exceeds dimension size (3).
torch.arange(3).narrow(0, 1, 3)
### gather sizes
#! Size does not match at dimension 1 expected index [1, 4] to be smaller than self [2, 3] apart from dimension 0
torch.ones(2, 3).gather(0, torch.zeros(1, 4, dtype=torch.int64))
### gather out of range
#! index 5 is out of bounds for dimension 1 with size 3
torch.ones(2, 3).gather(1, torch.tensor([[5]]))
### gather with floats
#! Expected dtype int64 for index
torch.ones(3).gather(0, torch.tensor([0.]))
### scatter dtypes
#! Expected self.dtype to be equal to src.dtype
torch.ones(3).scatter(0, torch.tensor([0]), torch.ones(1, dtype=torch.float64))
### index_select out of range
#! index out of range in self
torch.ones(3).index_select(0, torch.tensor([3]))
### embedding out of range
#! index out of range in self
nn.Embedding(3, 2)(torch.tensor([3]))
### take out of range
#! out of range: tried to access index 9 on a tensor of 3 elements
torch.arange(3).take(torch.tensor([9]))
### topk too many
#! selected index k out of range
torch.arange(3).topk(4)
### truth of several
#! Boolean value of Tensor with more than one value is ambiguous
torch.is_nonzero(torch.ones(2))
### truth of none
#! Boolean value of Tensor with no values is ambiguous
torch.is_nonzero(torch.ones(0))
### length of a 0-d tensor
#! 0-d tensor
for row in torch.tensor(3):
    show(row)
### ragged lists
#! expected sequence of length 2 at dim 1 (got 1)
torch.tensor([[1, 2], [3]])
### text is no data
#! invalid data type 'str'
torch.tensor('a')
### negative sizes
#! negative dimension -1: [-1]
torch.ones(-1)
### arange the wrong way
#! upper bound and larger bound inconsistent with step sign
torch.arange(3, 0)
### arange without step
#! step must be nonzero
torch.arange(0, 3, 0)
### max of nothing
#! Expected reduction dim to be specified for input.numel() == 0
torch.ones(0).max()
### argmax of nothing
#! Expected reduction dim to be specified for input.numel() == 0
torch.ones(0).argmax()
### max of nothing along a dimension
#! Expected reduction dim 0 to have non-zero size
torch.ones(0, 2).max(0)
### targets out of range
#! Target 5 is out of bounds.
F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 5]))
### batch sizes of targets
#! Expected input batch_size (2) to match target batch_size (3).
F.cross_entropy(torch.ones(2, 3), torch.tensor([0, 1, 2]))
### targets of floats
#! expected
F.nll_loss(torch.ones(2, 3), torch.ones(2))
### binary targets of another shape
#! Target size | must be the same as input size
F.binary_cross_entropy_with_logits(torch.ones(2, 3), torch.ones(2))
### binary input out of range
#! all elements of input should be between 0 and 1
F.binary_cross_entropy(torch.tensor([2.]), torch.ones(1))
### convolution channels
#! Given groups=1, weight of size [4, 3, 2, 2], expected input[1, 2, 5, 5] to have 3 channels, but got 2 channels instead
F.conv2d(torch.ones(1, 2, 5, 5), torch.ones(4, 3, 2, 2))
### convolution kernel too large
#! Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size
F.conv2d(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 3, 3))
### convolution of two dimensions
#! Expected | conv2d
F.conv2d(torch.ones(5, 5), torch.ones(1, 1, 3, 3))
### batch norm of one value
#! Expected more than 1 value per channel when training
nn.BatchNorm1d(3)(torch.ones(1, 3))
### batch norm of other channels
#! running_mean should contain 4 elements not 3
nn.BatchNorm1d(3)(torch.ones(2, 4))
### layer norm shape
#! Given normalized_shape=[3], expected input with shape [*, 3], but got input of size[2, 4]
nn.LayerNorm(3)(torch.ones(2, 4))
### dropout probability
#! dropout probability has to be between 0 and 1
F.dropout(torch.ones(2), 2.)
### inverse of a singular matrix
#! singular
torch.linalg.inv(torch.zeros(2, 2))
### cholesky of what is not positive
#! not positive-definite
torch.linalg.cholesky(-torch.eye(2))
### where without broadcast
#! The size of tensor a (2) must match the size of tensor b (3)
torch.where(torch.tensor([True, False]), torch.ones(3), torch.zeros(3))
### masked_fill with several values
#! masked_fill_ only supports a 0-dimensional value tensor, but got tensor with 1 dimension(s)
torch.ones(2).masked_fill_(torch.tensor([True, False]), torch.ones(2))
### bitwise operators of floats
#! not implemented for 'Float'
torch.ones(2) & torch.ones(2)
### subtraction of booleans
#! Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
torch.tensor([True]) - torch.tensor([True])
### negation of booleans
#! Negation, the `-` operator, on a bool tensor is not supported
-torch.tensor([True])
### integers to negative powers
#! Integers to negative integer powers are not allowed
torch.tensor([2]) ** -1
### clamp without bounds
#! At least one of 'min' or 'max' must not be None
torch.ones(2).clamp()
### one_hot of negative classes
#! Class values must be non-negative
F.one_hot(torch.tensor([-1]))
### one_hot of too few classes
#! Class values must be smaller than num_classes
F.one_hot(torch.tensor([3]), 2)
### multinomial of negative weights
#! probability tensor contains either `inf`, `nan` or element < 0
torch.multinomial(torch.tensor([-1., 2.]), 1)
### multinomial of too many
#! cannot sample n_sample > prob_dist.size(-1) samples without replacement
torch.multinomial(torch.tensor([1., 2.]), 3)
### as_strided out of memory
#! out of bounds for storage
torch.ones(2).as_strided([3], [1])
### unfold too large
#! maximum size for tensor at dimension 0 is 3 but size is 4
torch.ones(3).unfold(0, 4, 1)
### einsum operands
#! einsum()
torch.einsum('ij,jk->ik', torch.ones(2, 3))
### einsum sizes
#! einsum(): | j
torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(4, 5))
### reduction of a loss
#! foo is not a valid value for reduction
F.mse_loss(torch.ones(2), torch.ones(2), reduction='foo')
### repeat with too few numbers
#! Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor
torch.ones(2, 3).repeat(2)
### outer of matrices
#! Expected 1-D argument
torch.outer(torch.ones(2, 2), torch.ones(2))
### diagonal of one dimension
#! dim
torch.ones(3).diagonal()
### allclose of dtypes
#! did not match
torch.allclose(torch.ones(2), torch.ones(2, dtype=torch.float64))
### linspace without steps
#! number of steps must be non-negative
torch.linspace(0, 1, -1)
