// Attacks on and through the tensor engine inside the isolate.
import {
  attack,
  type Attack,
  call,
  finishesOnFast,
  givesBack,
  heapOrMemory,
  inCall,
  whicheverFirst,
} from './attack.ts';

const refusedOr = `an error of the engine's; ${heapOrMemory}`;
const leaf = 'const a = torch.ones([2], { requires_grad: true });';
/** Bytes of a pickle, made by hand. */
const pickled = (bytes: string): string => `torch.load(new Uint8Array([${bytes}]));`;

export const engine: readonly Attack[] = [
  call('torch.zeros.huge', ['RE', 'MLE'], 'torch.zeros(1e9);', refusedOr),
  call('torch.zeros.overflow', 'RE', 'torch.zeros(2 ** 40, 2 ** 40);'),
  call('torch.zeros.not-a-size', 'RE', 'torch.zeros([Number.NaN, -1, 1.5]);'),
  call(
    'torch.zeros.many',
    ['RE', 'MLE', 'TLE'],
    'const a = []; for (;;) a.push(torch.ones(1_000_000));',
    whicheverFirst,
  ),
  call('torch.arange.endless', ['RE', 'MLE'], 'torch.arange(0, Number.POSITIVE_INFINITY);', refusedOr),
  call('torch.arange.tiny-step', ['RE', 'MLE'], 'torch.arange(0, 1, 1e-12);', refusedOr),
  call('torch.eye.huge', ['RE', 'MLE'], 'torch.eye(1_000_000);', refusedOr),
  call('torch.cat.self', ['RE', 'MLE', 'TLE'], 'let y = x.flatten(); for (;;) y = torch.cat([y, y]);', whicheverFirst),
  call('torch.expand.contiguous', ['RE', 'MLE'], 'x.sum().expand(100_000, 100_000).contiguous();', refusedOr),
  call(
    'torch.expand.sum',
    ['TLE', 'WA'],
    'for (let i = 0; i < 20; i++) torch.ones(1).expand(2_000_000_000).sum();',
    finishesOnFast,
  ),
  call(
    'torch.expand.inplace',
    ['RE', 'WA'],
    'torch.ones(1).expand(1000).add_(1);',
    'refused as PyTorch does, or harmless',
  ),
  call('torch.as_strided.negative', 'RE', 'x.as_strided([2], [-1]);'),
  call('torch.as_strided.out-of-range', 'RE', 'x.as_strided([1000, 1000], [1000, 1], 1_000_000).sum().item();'),
  call('torch.as_strided.write-out-of-range', 'RE', 'x.as_strided([10_000], [1]).fill_(7);'),
  call('torch.as_strided.offset', 'RE', 'x.as_strided([1], [1], -5).add_(1);'),
  call('torch.as_strided.huge', ['RE', 'MLE', 'TLE'], 'x.as_strided([2 ** 31, 2 ** 20], [0, 0]).clone();', refusedOr),
  call('torch.index.out-of-range', 'RE', 'x.flatten().gather(0, torch.tensor([1_000_000]));'),
  call('torch.index_put.out-of-range', 'RE', 'x.flatten().index_put_([torch.tensor([-99_999])], torch.tensor([1]));'),
  call('torch.scatter.out-of-range', 'RE', 'torch.zeros(4).scatter_(0, torch.tensor([2 ** 31]), 1);'),
  call(
    'torch.embedding.out-of-range',
    'RE',
    'torch.nn.functional.embedding(torch.tensor([123456]), torch.zeros(2, 2));',
  ),
  call('torch.resize.huge', ['RE', 'MLE'], 'torch.zeros(1).resize_([1e9]).sum();', refusedOr),
  call(
    'torch.matmul.long',
    ['TLE', 'RE', 'MLE'],
    'const a = torch.ones(2000, 1500); for (;;) a.mm(a.t());',
    whicheverFirst,
  ),
  call(
    'torch.conv.long',
    ['TLE', 'RE', 'MLE'],
    'for (;;) torch.nn.functional.conv2d(torch.ones(1, 16, 200, 200), torch.ones(16, 16, 9, 9));',
    whicheverFirst,
  ),
  call(
    'torch.einsum.letters',
    ['RE', 'TLE', 'MLE'],
    "torch.einsum('abcdefghijklmnop->', torch.ones(new Array(16).fill(4)));",
    whicheverFirst,
  ),
  call(
    'torch.print.huge',
    ['WA', 'OLE'],
    'torch.set_printoptions({ threshold: 1e9, edgeitems: 1e6, linewidth: 1e6, precision: 30 }); console.log(torch.zeros(100_000));',
    'printed or refused',
  ),
  call(
    'torch.print.options',
    ['RE', 'WA'],
    'torch.set_printoptions({ threshold: Number.NaN, edgeitems: -5, precision: 1e9, linewidth: 0 }); String(torch.rand(2000));',
    'refused or harmless',
  ),
  call(
    'torch.print.deep',
    ['WA', 'OLE', 'RE'],
    'console.log(torch.zeros(new Array(60).fill(1)));',
    'as the engine allows',
  ),
  call(
    'torch.seed.odd',
    ['WA', 'RE'],
    'torch.manual_seed(Number.NaN); torch.manual_seed(-1); torch.rand(3);',
    'refused or harmless',
  ),
  call(
    'torch.generator.state',
    ['WA', 'RE'],
    'torch.set_rng_state(torch.zeros(5056, { dtype: torch.uint8 })); torch.rand(3);',
    'refused or harmless',
  ),
  call('torch.default-dtype', 'WA', 'torch.set_default_dtype(torch.float64); torch.set_grad_enabled(false);'),

  // Autograd.
  call(
    'autograd.cycle',
    ['RE', 'WA'],
    `${leaf} a.grad = a; a.mul(2).sum().backward(); for (let i = 0; i < 99; i++) a.grad.add_(a.grad);`,
    'refused or harmless',
  ),
  call(
    'autograd.leaf-in-itself',
    ['RE', 'WA'],
    `${leaf} torch.no_grad(() => a.copy_(a)); a.mul(a).sum().backward(null, { create_graph: true }); a.grad.sum().backward();`,
    'refused or harmless',
  ),
  call(
    'autograd.million-nodes',
    ['RE', 'TLE', 'MLE'],
    `${leaf} let y = a; for (let i = 0; i < 1_000_000; i++) y = y.add(1); y.sum().backward();`,
    `${whicheverFirst}, or the stack ends`,
  ),
  call(
    'autograd.million-edges',
    ['RE', 'TLE', 'MLE', 'WA'],
    `${leaf} torch.stack(Array(100_000).fill(a)).sum().backward();`,
    `${whicheverFirst}; ${finishesOnFast}`,
  ),
  call(
    'autograd.diamond',
    ['WA', 'TLE'],
    `${leaf} let y = a; for (let i = 0; i < 500; i++) y = y.add(y).div(2); y.sum().backward();`,
    '500 diamonds in a row take no exponential time',
  ),
  call(
    'autograd.hook.recursive',
    ['RE', 'TLE', 'MLE'],
    `${leaf} const hook = (g) => { const b = a.mul(2); b.register_hook(hook); b.sum().backward(); return g; }; const b = a.mul(2); b.register_hook(hook); b.sum().backward();`,
    'the stack ends, or the clock rings',
  ),
  call('autograd.hook.throws', 'RE', `${leaf} a.register_hook(() => { throw new Error('AC'); }); a.sum().backward();`),
  call('autograd.hook.loops', 'TLE', `${leaf} a.register_hook(() => { for (;;); }); a.sum().backward();`),
  call(
    'autograd.hook.garbage',
    ['RE', 'WA'],
    `${leaf} a.register_hook(() => ({ shape: [2], dtype: 'float32' })); a.sum().backward();`,
    'refused or ignored',
  ),
  call(
    'autograd.hook.wrong-shape',
    ['RE', 'WA'],
    `${leaf} a.register_hook(() => torch.zeros(7, 7)); a.mul(2).sum().backward();`,
    'refused or its own affair',
  ),
  call(
    'autograd.hook.backward',
    ['RE', 'WA'],
    `${leaf} const y = a.mul(2); a.register_hook((g) => { y.sum().backward(); return g; }); y.sum().backward();`,
    'refused as a freed graph, or harmless',
  ),
  call(
    'autograd.hook.million',
    ['RE', 'TLE', 'MLE', 'WA'],
    `${leaf} for (let i = 0; i < 1_000_000; i++) a.register_hook((g) => g); a.sum().backward();`,
    `${whicheverFirst}; ${finishesOnFast}`,
  ),
  call(
    'autograd.function.garbage',
    'RE',
    `${leaf} class F extends torch.autograd.Function { static forward() { return 'AC'; } static backward() { return 7; } } F.apply(a).sum().backward();`,
  ),
  call(
    'autograd.function.backward-garbage',
    'RE',
    `${leaf} class F extends torch.autograd.Function { static forward(ctx, t) { return t.clone(); } static backward() { return [1, 2, 3, { shape: [2] }]; } } F.apply(a).sum().backward();`,
  ),
  call(
    'autograd.function.recursive',
    'RE',
    `${leaf} class F extends torch.autograd.Function { static forward(ctx, t) { return F.apply(t); } static backward(ctx, g) { return g; } } F.apply(a);`,
  ),
  call(
    'autograd.function.backward-recursive',
    ['RE', 'TLE'],
    `${leaf} class F extends torch.autograd.Function { static forward(ctx, t) { return t.clone(); } static backward(ctx, g) { torch.enable_grad(() => F.apply(torch.ones([1], { requires_grad: true })).sum().backward()); return g; } } F.apply(a).sum().backward();`,
    'the stack ends, or the clock rings',
  ),
  call(
    'autograd.grad-of-grad',
    ['WA', 'TLE', 'MLE', 'RE'],
    `const a = torch.tensor([1.1], { requires_grad: true }); let y = a.sin().exp(); for (let i = 0; i < 60; i++) [y] = [torch.autograd.grad(y.sum(), a, { create_graph: true })].flat(9);`,
    `the graph doubles each time: ${whicheverFirst}`,
  ),
  call(
    'autograd.node.tampered',
    ['RE', 'WA'],
    `${leaf} const y = a.mul(2); for (const k of Reflect.ownKeys(y.grad_fn)) try { y.grad_fn[k] = y.grad_fn; } catch {} y.sum().backward();`,
    'refused or its own affair',
  ),
  call(
    'autograd.cyclic-graph',
    ['RE', 'TLE', 'WA', 'MLE'],
    `${leaf} const y = a.mul(2); for (const k of Object.keys(y.grad_fn)) if (Array.isArray(y.grad_fn[k])) try { y.grad_fn[k][0] = [y.grad_fn, 0]; } catch {} y.sum().backward();`,
    'frozen, or its own affair',
  ),
  call(
    'autograd.jacobian.large',
    ['RE', 'TLE', 'MLE'],
    'torch.autograd.functional.jacobian((v) => v.mul(2), torch.ones(20_000));',
    whicheverFirst,
  ),
  call(
    'autograd.modes.unbalanced',
    'WA',
    'try { torch.no_grad(() => { throw 1; }); } catch {} torch.inference_mode(() => { torch.set_grad_enabled(true); });',
  ),

  // Modules and optimizers.
  call(
    'nn.contains-itself',
    ['RE', 'TLE', 'WA'],
    'const m = new torch.nn.Sequential(); m.add_module("m", m); m.state_dict(); m.to("cpu"); String(m); [...m.modules()];',
    'the stack ends',
  ),
  call(
    'nn.two-in-each-other',
    ['RE', 'TLE', 'WA'],
    'const [p, q] = [new torch.nn.Module(), new torch.nn.Module()]; p.q = q; q.p = p; p.train(); p.apply(() => {}); p.zero_grad();',
    'the stack ends',
  ),
  call(
    'nn.forward-recursive',
    'RE',
    'class M extends torch.nn.Module { forward(t) { return this.call ? this.call(t) : this.forward(t); } } new M().forward(x);',
  ),
  call(
    'nn.proxy-module',
    ['WA', 'RE'],
    'const m = new Proxy(new torch.nn.Linear(2, 2), { get(t, k) { if (k === "forward") throw new Error("AC"); return Reflect.get(t, k); } }); String(m); m.state_dict();',
    'refused or harmless',
  ),
  call(
    'nn.million-children',
    ['RE', 'TLE', 'MLE'],
    'const m = new torch.nn.Sequential(); for (let i = 0; ; i++) m.add_module(`m${i}`, new torch.nn.ReLU());',
    whicheverFirst,
  ),
  call('nn.linear.huge', ['RE', 'MLE'], 'new torch.nn.Linear(100_000, 100_000);', refusedOr),
  call(
    'nn.state_dict.getter',
    'TLE',
    'const m = new torch.nn.Linear(2, 2); m.load_state_dict({ get weight() { for (;;); }, bias: torch.zeros(2) });',
  ),
  call(
    'nn.state_dict.throws',
    'RE',
    'new torch.nn.Linear(2, 2).load_state_dict({ get weight() { throw new Error("AC"); } });',
  ),
  call(
    'nn.state_dict.garbage',
    'RE',
    'new torch.nn.Linear(2, 2).load_state_dict({ weight: { shape: [2, 2], dtype: torch.float32, storage: null }, bias: 7 });',
  ),
  call(
    'nn.parameter.getter',
    ['WA', 'RE', 'TLE'],
    'class M extends torch.nn.Module { get weight() { for (;;); } forward(t) { return t; } } const m = new M(); m.state_dict(); String(m);',
    'accessors are looked at, or not',
  ),
  call(
    'nn.hook.recursive',
    'RE',
    'const m = new torch.nn.ReLU(); m.register_forward_hook((self, args) => { self.call ? self.call(args[0]) : self(args[0]); }); m.call ? m.call(x) : m(x);',
  ),
  call(
    'optim.closure-loops',
    'TLE',
    'const p = torch.ones([1], { requires_grad: true }); new torch.optim.LBFGS([p]).step(() => { for (;;); });',
  ),
  call(
    'optim.garbage',
    'RE',
    'new torch.optim.SGD([{ params: [{ requires_grad: true, grad: x, shape: [2] }] }], { lr: Number.NaN }).step();',
  ),
  call(
    'optim.scheduler-loops',
    'TLE',
    'const p = torch.ones([1], { requires_grad: true }); new torch.optim.lr_scheduler.LambdaLR(new torch.optim.SGD([p], { lr: 1 }), () => { for (;;); });',
  ),

  // Data, files, ranks.
  call(
    'data.endless',
    ['TLE', 'MLE'],
    'class D extends torch.utils.data.IterableDataset { *[Symbol.iterator]() { for (;;) yield torch.ones(1); } } for (const _ of new torch.utils.data.DataLoader(new D(), { batch_size: 2 }));',
    whicheverFirst,
  ),
  call(
    'data.length-lies',
    ['TLE', 'RE', 'MLE'],
    'class D extends torch.utils.data.Dataset { get length() { return 2 ** 31; } at() { return torch.ones(1); } get() { return torch.ones(1); } } for (const _ of new torch.utils.data.DataLoader(new D(), { shuffle: true }));',
    whicheverFirst,
  ),
  call(
    'data.batch-endless',
    ['TLE', 'MLE', 'RE'],
    'class D extends torch.utils.data.IterableDataset { *[Symbol.iterator]() { for (;;) yield [torch.ones(100)]; } } for (const _ of new torch.utils.data.DataLoader(new D(), { batch_size: 1e9 }));',
    whicheverFirst,
  ),
  call(
    'data.collate-deep',
    ['RE', 'TLE'],
    'let o = 1; for (let i = 0; i < 100_000; i++) o = [o]; torch.utils.data.default_collate([o, o]);',
    'the stack ends',
  ),
  call('load.garbage', 'RE', 'torch.load(new Uint8Array(1000).fill(80));'),
  call('load.empty', 'RE', 'torch.load(new Uint8Array(0));'),
  call(
    'load.pickle.global',
    'RE',
    pickled('128, 2, 99, 111, 115, 10, 115, 121, 115, 116, 101, 109, 10, 40, 116, 82, 46'),
  ),
  call(
    'load.pickle.deep',
    'RE',
    'const b = new Uint8Array(300_003).fill(93); b.set([128, 2]); b[b.length - 1] = 46; torch.load(b);',
  ),
  call(
    'load.zip.bomb',
    'RE',
    'const b = torch.save({ a: torch.zeros(4) }); for (let i = 0; i + 4 < b.length; i++) if (b[i] === 80 && b[i + 1] === 75) b.fill(255, i + 18, i + 26); torch.load(b);',
  ),
  call(
    'load.storage-claims',
    'RE',
    'const b = torch.save({ a: torch.zeros(300) }); for (let i = 0; i + 2 < b.length; i++) if (b[i] === 74 && b[i + 1] === 44 && b[i + 2] === 1) b.set([255, 255, 255, 127], i + 1); torch.load(b);',
  ),
  call(
    'load.every-bit',
    ['RE', 'WA', 'TLE', 'MLE'],
    'const b = torch.save({ a: torch.zeros(4), b: [1, "x"] }); for (let i = 0; i < b.length; i++) { const c = b.slice(); c[i] ^= 255; try { torch.load(c); } catch {} }',
    'each is an error of its own, caught here',
  ),
  call(
    'load.safetensors.claims',
    'RE',
    'const h = `{"a":{"dtype":"F32","shape":[1000000000,1000000000],"data_offsets":[0,4000000000]}}`; const b = new Uint8Array(8 + h.length); b[0] = h.length; for (let i = 0; i < h.length; i++) b[8 + i] = h.charCodeAt(i); torch.safetensors.load(b);',
  ),
  call('save.cyclic', ['RE', 'WA', 'MLE'], 'const o = {}; o.o = o; torch.save(o);', 'refused, or kept by its memo'),
  call('save.getter', 'TLE', 'torch.save({ get a() { for (;;); } });'),
  call('distributed.rank-loops', 'TLE', 'torch.multiprocessing.spawn(() => { for (;;); }, { nprocs: 2 });'),
  call(
    'distributed.million-ranks',
    ['RE', 'TLE', 'MLE', 'WA'],
    'torch.multiprocessing.spawn((r) => r, { nprocs: 1_000_000 });',
    `${whicheverFirst}; ${finishesOnFast}`,
  ),
  call(
    'distributed.deadlock',
    'RE',
    "torch.multiprocessing.spawn((r) => { const d = torch.distributed; d.init_process_group('gloo', { rank: r, world_size: 2 }); if (r === 0) d.recv(torch.zeros(1), 1); else d.recv(torch.zeros(1), 0); }, { nprocs: 2 });",
  ),
  call(
    'distributed.one-missing',
    'RE',
    "torch.multiprocessing.spawn((r) => { const d = torch.distributed; d.init_process_group('gloo', { rank: r, world_size: 2 }); if (r === 0) d.all_reduce(torch.zeros(1)); }, { nprocs: 2 });",
  ),
  call(
    'distributed.mismatched',
    ['RE', 'WA'],
    "torch.multiprocessing.spawn((r) => { const d = torch.distributed; d.init_process_group('gloo', { rank: r, world_size: 2 }); d.all_reduce(torch.zeros(r + 1)); }, { nprocs: 2 });",
    'refused, or its own affair',
  ),
  call(
    'checkpoint.recursive',
    'RE',
    `${leaf} const { checkpoint } = torch.utils.checkpoint; const f = (t) => checkpoint(f, t); f(a);`,
  ),
  call(
    'checkpoint.changes',
    ['RE', 'WA'],
    `${leaf} let n = 0; torch.utils.checkpoint.checkpoint((t) => n++ ? t.sum() : t.mul(2), a).sum().backward();`,
    'refused, or its own affair',
  ),

  // Between tests.
  attack(
    'tensor.kept-across-calls',
    'WA',
    inCall(
      'globalThis.kept ??= []; globalThis.kept.push(x); for (const k of globalThis.kept) k.mul_(0); globalThis.kept[0].requires_grad;',
    ),
  ),
  attack('tensor.kept-and-given-back', 'WA', givesBack('(globalThis.kept ??= x.mul(2))')),
];
