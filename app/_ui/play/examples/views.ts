import torch from 'torch';

const a = torch.arange(6).reshape(2, 3);
const t = a.t();
console.log(a, a.stride());
console.log(t, t.stride(), t.is_contiguous());

// A view shares the memory: both change.
t.at(0).fill_(-1);
console.log(a);

// Shapes are aligned from the right.
const row = torch.tensor([10, 20, 30]);
const column = torch.tensor([[1], [2]]);
console.log(row.add(column));

// Slices, masks and None, as in Python.
console.log(a.at(':', '1:'));
console.log(a.at(a.gt(2)));
console.log(a.at(null).shape);
