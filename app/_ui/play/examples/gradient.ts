import torch from 'torch';

const x = torch.tensor([1, 2, 3], { dtype: torch.float32, requires_grad: true });
const w = torch.tensor([0.5, -1, 2], { requires_grad: true });

const y = x.mul(w).add(1);
const loss = y.pow(2).mean();
loss.backward();

console.log(loss);
console.log('x.grad', x.grad);
console.log('w.grad', w.grad);

// Draws the graph with these names on its leaves.
make_dot(loss, { params: { x, w } });
