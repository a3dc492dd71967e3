// What the snapshot is warmed up with: V8 keeps what it compiled meanwhile, so that the first submission finds compiled what most
// submissions and most tests use. A program, and requests as the judge makes them of it.
import { Down } from '../protocol/frame.ts';
import { encodeValue, type Value } from '../protocol/value.ts';

export interface Question {
  readonly kind: number;
  readonly payload: Uint8Array;
}

/** In the form that submissions have once compiled. */
const program = `
const { default: torch, nn, optim } = require('torch');
const F = nn.functional;
class Net extends nn.Module {
  constructor() {
    super();
    this.conv = new nn.Conv2d(1, 2, 3, { padding: 1 });
    this.norm = new nn.BatchNorm2d(2);
    this.drop = new nn.Dropout(0.1);
    this.head = new nn.Linear(32, 3);
    this.layers = new nn.ModuleList([new nn.Linear(3, 3), new nn.LayerNorm(3), new nn.Embedding(3, 3)]);
    this.scale = new nn.Parameter(torch.ones(3));
    this.register_buffer('seen', torch.zeros(1));
  }
  forward(x) {
    const h = F.max_pool2d(F.relu(this.norm.forward(this.conv.forward(x))), 1);
    const y = this.head.forward(this.drop.forward(h.flatten(1)));
    return this.layers[1].forward(this.layers[0].forward(y)).mul(this.scale);
  }
}
exports.layer = (x, w) => x.matmul(w.t()).add(1).tanh();
exports.each = (x, see) => {
  see(x.sum(), [1, 'a'], { x });
  const halves = torch.stack([x.mul(2), x.sub(1).div(3)]).chunk(2);
  return [torch.cat(halves, 0).mean(0), x.shape, x.argmax().item(), x.pow(2).sum().sqrt().exp().log().neg()];
};
exports.step = (model, optimizer, x, y) => {
  model.train();
  optimizer.zero_grad();
  const loss = F.mse_loss(model.forward(x), y);
  loss.backward();
  optimizer.step();
  model.eval();
  return torch.no_grad(() => F.softmax(model.forward(x), -1).detach());
};
exports.Net = Net;

torch.manual_seed(0);
const model = new Net();
const losses = [];
for (const make of [(p) => new optim.SGD(p, { lr: 0.1, momentum: 0.9 }), (p) => new optim.AdamW(p, { lr: 0.1 })]) {
  const optimizer = make(model.parameters());
  const scheduler = new optim.lr_scheduler.StepLR(optimizer, { step_size: 1 });
  for (let i = 0; i < 2; i++) {
    optimizer.zero_grad();
    const loss = F.cross_entropy(model.forward(torch.randn(2, 1, 4, 4)), torch.tensor([0, 2]));
    loss.backward();
    nn.utils.clip_grad_norm_(model.parameters(), 1);
    optimizer.step();
    scheduler.step();
    losses.push(loss.item());
  }
}
const state = model.state_dict();
model.load_state_dict(state);
const mlp = new nn.Sequential(new nn.Linear(2, 4), new nn.ReLU(), new nn.Linear(4, 1));
const data = new torch.utils.data.TensorDataset(torch.rand(6, 2), torch.rand(6, 1));
for (const [x, y] of new torch.utils.data.DataLoader(data, { batch_size: 4, shuffle: true }))
  F.mse_loss(mlp.forward(x), y).backward();
const x = torch.arange(12).reshape([3, 4]).to(torch.float32);
const picked = [x.at(':', '1:3'), x.index_select(1, torch.tensor([0, 2])), x.transpose(0, 1).contiguous(), x.max(1).values];
console.log(picked[0], losses, torch.allclose(x, x.clone()), torch.where(x.gt(2), x, torch.zeros_like(x)).std());
torch.no_grad(() => x.add_(1).clamp_(0, 5));
torch.autograd.grad(x.requires_grad_(true).sigmoid().sum(), x);
`;

const floats = (shape: readonly number[]): Value => {
  const count = shape.reduce((all, size) => all * size, 1);
  const bytes = new Uint8Array(Float32Array.from({ length: count }, (_, i) => i / 8).buffer);
  return { t: 'tensor', dtype: 'float32', shape: [...shape], bytes };
};
const reference = (id: number): Value => ({ t: 'ref', id });
const given = (shape: readonly number[], requires_grad = false): Value => ({
  ...(floats(shape) as Record<string, Value>), // a record, as written above
  op: 'tensor',
  contiguous: true,
  device: 'cpu',
  parameter: false,
  requires_grad,
});
/** The first values that are told have these numbers, in the order they are asked for. */
const [model, optimizer, x, w, y] = [0, 1, 2, 3, 4];

const requests: readonly Value[] = [
  {
    begin: { seed: 1 },
    op: 'module',
    source: 'Sequential(Linear(2, 4), ReLU(), Linear(4, 1))',
    dtype: 'float32',
    device: 'cpu',
    state: [
      ['0.weight', floats([4, 2])],
      ['0.bias', floats([4])],
      ['2.weight', floats([1, 4])],
      ['2.bias', floats([1])],
    ],
    training: true,
  },
  { op: 'optimizer', type: 'SGD', params: reference(model), options: { t: 'object', entries: [['lr', 0.1]] } },
  given([3, 2], true),
  given([2, 2]),
  { op: 'call', name: 'layer', args: [reference(x), reference(w)] },
  { op: 'graph', id: y, names: [[x, 'x']] },
  { op: 'backward', id: y, gradient: floats([3, 2]), retain_graph: true },
  { op: 'grad', id: x },
  { op: 'now', id: x },
  { op: 'meter_start' },
  { op: 'call', name: 'step', args: [reference(model), reference(optimizer), floats([3, 2]), floats([3, 1])] },
  { op: 'meter_stop' },
  ...['named_parameters', 'named_modules', 'state_dict', 'grads', 'training'].map((op): Value => ({ op, id: model })),
  { op: 'param_groups', id: optimizer },
  { op: 'call', name: 'each', args: [reference(x), { t: 'spy', id: 0, name: 'see' }] },
  { op: 'construct', name: 'Net', args: [] },
];

/** One after the other in one realm. */
export const warmUp: readonly Question[] = [
  { kind: Down.load, payload: encodeValue({ code: program, seed: 0 }) },
  ...requests.map((request) => ({ kind: Down.request, payload: encodeValue(request) })),
];
/** What calls of spies are answered with. */
export const spyReply: Question = { kind: Down.callbackReply, payload: encodeValue({ abort: false, value: null }) };
