import torch, { nn, optim, type Tensor } from 'torch';

torch.manual_seed(0);

const irises = new torch.vision.datasets.Iris();
const samples = Array.from({ length: irises.length }, (_, i) => irises.at(i));
const x = torch.stack(samples.map(([features]) => features));
const y = torch.tensor(samples.map(([, species]) => species));
const inputs = x.sub(x.mean(0)).div(x.std(0));

const model = new nn.Sequential(new nn.Linear(4, 16), new nn.Tanh(), new nn.Linear(16, 3));
const criterion = new nn.CrossEntropyLoss();
const optimizer = new optim.AdamW(model.parameters(), { lr: 0.02 });
console.log(model);

const losses: number[] = [];
for (let epoch = 1; epoch <= 100; epoch++) {
  optimizer.zero_grad();
  const loss: Tensor = criterion.forward(model.forward(inputs), y);
  loss.backward();
  optimizer.step();
  losses.push(loss.item());
  if (epoch % 20 === 0) console.log(`epoch ${epoch}  loss ${loss.item().toFixed(4)}`);
}

torch.no_grad(() => {
  const right = model.forward(inputs).argmax(1).eq(y);
  console.log(`${right.sum().item()} of ${y.numel()} right`);
});
plot(losses, 'loss');
