// Trains digits_resnet on the training digits and writes models/digits-resnet.pth: node engine/vision/train-digits.ts
// Deterministic: the same file each time on one kind of processor. Run build-data.ts afterwards.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';
import { ResNet } from './models/resnet.ts';

const { transforms, datasets } = torch.vision;
const epochs = 30;
const batch_size = 64;

torch.manual_seed(0);
const model = new ResNet([1, 1, 1, 1], {
  num_classes: 10,
  in_channels: 1,
  widths: [8, 12, 16, 24],
  small_images: true,
});
const augment = new transforms.Compose([new transforms.ToTensor(), new transforms.RandomCrop(8, { padding: 1 })]);
const loader = new torch.utils.data.DataLoader(
  new datasets.Digits({ transform: (image) => augment(image) as Tensor }),
  { batch_size, shuffle: true },
);
const test = new datasets.Digits({ train: false, transform: (image) => new transforms.ToTensor()(image) as Tensor });
const optimizer = new optim.AdamW(model.parameters(), { lr: 3e-3, weight_decay: 1e-2 });
const schedule = new optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, { total_steps: epochs * loader.length });
const criterion = new nn.CrossEntropyLoss({ label_smoothing: 0.05 });

function accuracy(): number {
  model.eval();
  const samples = Array.from({ length: test.length }, (_, i) => test.at(i));
  const scores = torch.no_grad(() => model(torch.stack(samples.map(([image]) => image))) as Tensor);
  model.train();
  return Number(
    scores
      .argmax(1)
      .eq(torch.tensor(samples.map(([, digit]) => digit)))
      .float()
      .mean()
      .item(),
  );
}
for (let epoch = 1; epoch <= epochs; epoch++) {
  let sum = 0;
  for (const [images, digits] of loader as Iterable<[Tensor, Tensor]>) {
    optimizer.zero_grad();
    const loss = criterion(model(images) as Tensor, digits);
    loss.backward();
    optimizer.step();
    schedule.step();
    sum += loss.item();
  }
  console.log(
    `epoch ${epoch}: loss ${(sum / loader.length).toFixed(4)}, right on ${(100 * accuracy()).toFixed(1)} % of the test digits`,
  );
}
writeFileSync(path.join(import.meta.dirname, 'models/digits-resnet.pth'), torch.save(model.state_dict()));
