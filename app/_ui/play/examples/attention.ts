import torch, { nn, type Tensor } from 'torch';

torch.manual_seed(0);

class SelfAttention extends nn.Module {
  query = new nn.Linear(8, 8);
  key = new nn.Linear(8, 8);
  value = new nn.Linear(8, 8);

  forward(x: Tensor): [Tensor, Tensor] {
    const [q, k, v] = [this.query.forward(x), this.key.forward(x), this.value.forward(x)];
    const length = x.size(1);
    const future = torch.ones(length, length).triu(1).bool();
    const scores = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(8)).masked_fill(future, -Infinity);
    const weights = scores.softmax(-1);
    return [weights.matmul(v), weights];
  }
}

const attention = new SelfAttention();
const [out, weights] = attention.forward(torch.randn(1, 4, 8));
console.log(out.shape);
// No position looks at a later one.
console.log(weights);

make_dot(out.mean(), { params: attention.named_parameters() });
