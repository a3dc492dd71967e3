// node --disable-wasm-trap-handler tests/bench/first-step.ts [ROUNDS]
// What a submission's first training step costs in an isolate that has run nothing yet: each round makes a new isolate from the
// jail's snapshot, connects the agent (which instantiates the WebAssembly kernels), and takes one step, then a second. Medians of
// the CPU time of the one thread that does it, which a busy machine does not stretch as it does time on the wall (last column);
// the aim is connect + first step ≤ 25 ms. Judges nothing.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type IVM from 'isolated-vm';
import { prepareJailFolder } from '#sandbox/jail/bundle.ts';
import { Down } from '#sandbox/protocol/frame.ts';
import { decodeValue, encodeValue, type Value } from '#sandbox/protocol/value.ts';

const rounds = Number(process.argv[2] ?? 15);
const cases: readonly (readonly [batch: number, inputs: number, hidden: number, classes: number])[] = [
  [16, 4, 16, 3],
  [32, 64, 32, 10],
  [64, 784, 128, 10],
];
const submission = (sizes: readonly number[]): string => `
const torch = require('torch').default;
const { nn, optim } = torch;
const [batch, inputs, hidden, classes] = ${JSON.stringify(sizes)};
let model, optimizer, x, y;
exports.setup = () => {
  model = new nn.Sequential(new nn.Linear(inputs, hidden), new nn.ReLU(), new nn.Linear(hidden, classes));
  optimizer = new optim.Adam(model.parameters());
  x = torch.randn(batch, inputs);
  y = torch.randint(0, classes, [batch]);
};
exports.step = () => {
  optimizer.zero_grad();
  const loss = nn.functional.cross_entropy(model(x), y);
  loss.backward();
  optimizer.step();
  return loss.item();
};`;

const { folder } = await prepareJailFolder({ unprivileged: false });
const { ivm }: { ivm: typeof IVM } = createRequire(import.meta.url)(path.join(folder, 'isolated_vm.node'));
const snapshot = new ivm.ExternalCopy(Uint8Array.from(readFileSync(path.join(folder, 'agent.snapshot'))).buffer);

type Handle = (kind: number, payload: Uint8Array) => Uint8Array;

function round(code: string): readonly number[] {
  const marks: number[] = [];
  const walls: number[] = [];
  const mark = () => {
    const { user, system } = process.threadCpuUsage();
    marks.push((user + system) / 1000);
    walls.push(performance.now());
  };
  mark();
  const isolate = new ivm.Isolate({ memoryLimit: 128, snapshot });
  const context = isolate.createContextSync();
  mark();
  const handle = context.global
    .getSync('gradgymConnect', { reference: true })
    .applySync(undefined, [new ivm.Callback(() => new Uint8Array(1))], {
      result: { reference: true },
    }) as IVM.Reference<Handle>; // what connect gives back
  mark();
  const ask = (kind: number, value: Value): void => {
    const answer = handle.applySync(undefined, [kind, encodeValue(value)], {
      arguments: { copy: true },
      result: { copy: true },
    });
    if (JSON.stringify(decodeValue(answer)).includes('threw')) throw new Error(JSON.stringify(decodeValue(answer)));
  };
  const call = (name: string): void => ask(Down.request, { op: 'call', name, args: [] });
  ask(Down.load, { code, seed: 1 });
  call('setup');
  mark();
  call('step');
  mark();
  call('step');
  mark();
  isolate.dispose();
  const between = (list: readonly number[]): number[] => list.slice(1).map((t, i) => t - (list[i] ?? t));
  const [, connect = 0, , first = 0] = between(walls);
  return [...between(marks), connect + first];
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
console.log('ms                  isolate  connect   setup  1st step  2nd step  connect + 1st step  on the wall');
for (const sizes of cases) {
  const all = Array.from({ length: rounds }, () => round(submission(sizes)));
  const medians = [0, 1, 2, 3, 4].map((i) => median(all.map((times) => times[i] ?? 0)));
  const both = median(all.map(([, connect = 0, , first = 0]) => connect + first));
  const [batch, ...rest] = sizes;
  const wall = median(all.map((times) => times[5] ?? 0));
  const columns = [...medians, both, wall].map((ms, i) => ms.toFixed(1).padStart([8, 9, 8, 10, 10, 20, 13][i] ?? 8));
  console.log(`${`${batch}x${rest.join('-')}`.padEnd(19)}${columns.join('')}`);
}
