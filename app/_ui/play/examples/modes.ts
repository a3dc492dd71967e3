import torch, { nn } from 'torch';

torch.manual_seed(0);
const model = new nn.Sequential(new nn.BatchNorm1d(3), new nn.Dropout(0.5));
const x = torch.randn(4, 3).mul(2).add(5);

// Training: statistics of the batch, and half of the values dropped.
console.log(model.train().forward(x));
console.log('running mean', model.state_dict()['0.running_mean']);

// Evaluation: the running statistics, and nothing dropped. After one batch they are far from the data's.
console.log(model.eval().forward(x));

for (let i = 0; i < 50; i++) model.train().forward(torch.randn(64, 3).mul(2).add(5));
console.log(model.eval().forward(x));
