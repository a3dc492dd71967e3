// Training runs of 50 steps from manual_seed alone, each as real PyTorch made it (make-training.py, make-layers.py), for tests that make it
// again on some device.
import { readFileSync } from 'node:fs';
import torch, { nn, optim, type Tensor } from '#engine/index.ts';

interface Recorded {
  readonly losses: readonly number[];
  /** The loss of the trained model in `eval()`, where it was recorded. */
  readonly evaluated?: number;
  readonly keys: readonly string[];
}
interface Made {
  readonly model: nn.Module;
  readonly x: Tensor;
  readonly y: Tensor;
}
interface Trained {
  readonly optimizer: { zero_grad(): void; step(): unknown };
  readonly scheduler?: { step(): void };
}
interface Run {
  readonly recorded: Recorded;
  /** Draws weights and data from the seed. */
  make(): Made;
  train(parameters: Iterable<Tensor>): Trained;
  readonly loss: () => nn.Module;
  /** Of all gradients together, where they are clipped. */
  readonly normMax?: number;
}

function recordedIn(file: string): Record<string, Recorded> {
  const golden: { runs: Record<string, Recorded> } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return golden.runs;
}
const { CosineAnnealingLR, OneCycleLR } = optim.lr_scheduler;

const plain: Record<string, Omit<Run, 'recorded'>> = {
  mlp: {
    make() {
      torch.manual_seed(3);
      const model = new nn.Sequential(new nn.Linear(8, 16), new nn.ReLU(), new nn.Dropout(0.25), new nn.Linear(16, 3));
      return { model, x: torch.randn(32, 8), y: torch.randint(0, 3, [32]) };
    },
    train: (parameters) => ({ optimizer: new optim.SGD(parameters, { lr: 0.1, momentum: 0.9 }) }),
    loss: () => new nn.CrossEntropyLoss({ label_smoothing: 0.1 }),
  },
  regression: {
    make() {
      torch.manual_seed(4);
      const model = new nn.Sequential(
        new nn.Linear(5, 20),
        new nn.Tanh(),
        new nn.Linear(20, 20),
        new nn.GELU(),
        new nn.Linear(20, 1),
      );
      const x = torch.rand(64, 5);
      return { model, x, y: x.sum(1, true).sin() };
    },
    train(parameters) {
      const optimizer = new optim.AdamW(parameters, { lr: 1e-2 });
      return { optimizer, scheduler: new CosineAnnealingLR(optimizer, 50) };
    },
    loss: () => new nn.MSELoss(),
  },
  binary: {
    make() {
      torch.manual_seed(5);
      const model = new nn.Sequential(new nn.Linear(4, 8), new nn.LeakyReLU(), new nn.Linear(8, 1), new nn.Flatten(0));
      const x = torch.randn(40, 4);
      return { model, x, y: x.select(1, 0).mul(x.select(1, 1)).gt(0).float() };
    },
    train: (parameters) => ({ optimizer: new optim.Adam(parameters, { lr: 0.02 }) }),
    loss: () => new nn.BCEWithLogitsLoss({ pos_weight: torch.tensor(2) }),
  },
};

class Tagger extends nn.Module {
  embed = new nn.Embedding(12, 6);
  lstm = new nn.LSTM(6, 10, { batch_first: true });
  head = new nn.Linear(10, 3);
  forward(x: Tensor): Tensor {
    return this.head(this.lstm(this.embed(x))[0].select(1, -1));
  }
}
class Encoder extends nn.Module {
  body = new nn.TransformerEncoder(new nn.TransformerEncoderLayer(8, 2, 16, { dropout: 0.1, batch_first: true }), 2);
  head = new nn.Linear(8, 2);
  forward(x: Tensor): Tensor {
    return this.head(this.body(x).mean(1));
  }
}
const models: Record<string, () => Made> = {
  mlp() {
    torch.manual_seed(20);
    const model = new nn.Sequential(new nn.Linear(6, 16), new nn.ReLU(), new nn.Dropout(0.2), new nn.Linear(16, 3));
    return { model, x: torch.randn(24, 6), y: torch.randint(0, 3, [24]) };
  },
  cnn() {
    torch.manual_seed(21);
    const model = new nn.Sequential(
      new nn.Conv2d(1, 6, 3, { padding: 1 }),
      new nn.BatchNorm2d(6),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Conv2d(6, 8, 3),
      new nn.BatchNorm2d(8),
      new nn.ReLU(),
      new nn.Flatten(),
      new nn.Dropout(0.3),
      new nn.Linear(32, 4),
    );
    return { model, x: torch.randn(16, 1, 8, 8), y: torch.randint(0, 4, [16]) };
  },
  lstm() {
    torch.manual_seed(22);
    return { model: new Tagger(), x: torch.randint(0, 12, [10, 7]), y: torch.randint(0, 3, [10]) };
  },
  transformer() {
    torch.manual_seed(23);
    return { model: new Encoder(), x: torch.randn(8, 5, 8), y: torch.randint(0, 2, [8]) };
  },
};
const optimizers: Record<string, Run['train']> = {
  sgd: (parameters) => ({ optimizer: new optim.SGD(parameters, { lr: 0.01, momentum: 0.9 }) }),
  adamw(parameters) {
    const optimizer = new optim.AdamW(parameters, { lr: 0.01 });
    return { optimizer, scheduler: new OneCycleLR(optimizer, 0.01, { total_steps: 51 }) };
  },
};

function found<T>(table: Readonly<Record<string, T>>, name: string): T {
  const entry = table[name];
  if (entry === undefined) throw new Error(`PyTorch recorded a run of ${name}, which is not known here`);
  return entry;
}
/** Those of training.json. */
export const plainRuns: Record<string, Run> = Object.fromEntries(
  Object.entries(recordedIn('training.json')).map(([name, recorded]) => [name, { ...found(plain, name), recorded }]),
);
/** Those of layers.json: gradients are clipped, and the trained model is evaluated. */
export const clippedRuns: Record<string, Run> = Object.fromEntries(
  Object.entries(recordedIn('layers.json')).map(([name, recorded]) => {
    const [model = '', optimizer = ''] = name.split(' ');
    const loss = () => new nn.CrossEntropyLoss();
    return [name, { make: found(models, model), train: found(optimizers, optimizer), loss, normMax: 1, recorded }];
  }),
);

/** Makes the run again; weights and data are drawn on the CPU, as PyTorch did. */
export function repeat(run: Run, device = 'cpu'): Required<Recorded> {
  const made = run.make();
  const loss_fn = run.loss().to(device);
  const [x, y] = [made.x.to(device), made.y.to(device)];
  const model = made.model.to(device);
  const { optimizer, scheduler } = run.train(model.parameters());
  const losses = run.recorded.losses.map(() => {
    optimizer.zero_grad();
    const loss: Tensor = loss_fn(model(x), y);
    loss.backward();
    if (run.normMax !== undefined) nn.utils.clip_grad_norm_(model.parameters(), run.normMax);
    optimizer.step();
    scheduler?.step();
    return Number(loss.item());
  });
  model.eval();
  return { losses, evaluated: Number(loss_fn(model(x), y).item()), keys: Object.keys(model.state_dict()) };
}
