import torch, { nn, optim } from 'torch';

torch.manual_seed(0);
const { datasets, transforms } = torch.vision;
const { DataLoader } = torch.utils.data;

const device = torch.cuda.is_available() ? 'cuda' : 'cpu';
console.log('device', device);

const transform = new transforms.ToTensor();
const training = new DataLoader(new datasets.Digits({ train: true, transform }), { batch_size: 64, shuffle: true });
const testing = new DataLoader(new datasets.Digits({ train: false, transform }), { batch_size: 360 });

const model = new nn.Sequential(
  new nn.Conv2d(1, 16, 3, { padding: 1 }),
  new nn.ReLU(),
  new nn.MaxPool2d(2),
  new nn.Flatten(),
  new nn.Linear(16 * 4 * 4, 10),
).to(device);
const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });

const losses: number[] = [];
for (let epoch = 1; epoch <= 3; epoch++) {
  for (const [images, labels] of training) {
    optimizer.zero_grad();
    const loss = nn.functional.cross_entropy(model.forward(images.to(device)), labels.to(device));
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  torch.no_grad(() => {
    for (const [images, labels] of testing) {
      const right = model.forward(images.to(device)).argmax(1).cpu().eq(labels).sum().item();
      console.log(`epoch ${epoch}  ${right} of ${labels.numel()} right`);
    }
  });
}
plot(losses, 'loss by batch');
