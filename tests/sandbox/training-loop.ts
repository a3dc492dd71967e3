// node tests/sandbox/training-loop.ts STEPS [keep]
// One synchronous loop of training steps in an isolate of 128 MiB; prints, as JSON, what the isolate holds every 100 steps:
// bytes of its heap and of arrays outside it. With `keep` every step's loss is kept, and with it the whole graph.
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type IVM from 'isolated-vm';
import { prepareJailFolder } from '#sandbox/jail/bundle.ts';

const [steps = '10000', keep] = process.argv.slice(2);
const { folder } = await prepareJailFolder({ unprivileged: false });
const { ivm }: { ivm: typeof IVM } = createRequire(import.meta.url)(path.join(folder, 'isolated_vm.node'));
const engine = await build({
  stdin: {
    contents: "export * from '../../engine/index.ts'; export { default } from '../../engine/index.ts';",
    resolveDir: import.meta.dirname,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'engine',
  platform: 'neutral',
  target: 'es2024',
});
const isolate = new ivm.Isolate({ memoryLimit: 128 });
const context = isolate.createContextSync();
const held: number[] = [];
context.global.setSync(
  'checkpoint',
  new ivm.Callback(() => {
    const heap = isolate.getHeapStatisticsSync();
    held.push(heap.used_heap_size + heap.externally_allocated_size);
  }),
);
context.evalSync(`${engine.outputFiles[0]?.text}
const { default: torch, nn, optim } = engine;
const model = new nn.Sequential(new nn.Linear(32, 64), new nn.ReLU(), new nn.Dropout(0.1), new nn.Linear(64, 10));
const optimizer = new optim.Adam(model.parameters());
const x = torch.randn(16, 32);
const y = torch.randint(0, 10, [16]);
const kept = [];
for (let i = 1; i <= ${Number(steps)}; i++) {
  optimizer.zero_grad();
  const loss = nn.functional.cross_entropy(model(x), y);
  loss.backward(${keep ? '{ retain_graph: true }' : ''});
  optimizer.step();
  loss.item();
  ${keep ? 'kept.push(loss);' : ''}
  if (i % 100 === 0) checkpoint();
}`);
console.log(JSON.stringify(held));
