import { tests } from '#challenges/authoring.ts';
import type { Catalogue } from '#sandbox/judge/catalogue.ts';

const title = { en: 'it', zh: '它' };

const suite = tests(({ behaviour }) => {
  behaviour('handles', { points: 1, title, says: title }, ({ sample }) => {
    sample('constructs-and-reads', { title }, ({ candidate, given, expect, torch }) => {
      const net = candidate.construct('Net', 3).module();
      expect(net.named_parameters()).toEqual([
        { name: 'fc.weight', shape: [2, 3], dtype: 'float32', requires_grad: true },
        { name: 'fc.bias', shape: [2], dtype: 'float32', requires_grad: true },
      ]);
      expect(net.named_modules()).toEqual([
        { name: '', type: 'Net', training: true },
        { name: 'fc', type: 'Linear', training: true },
      ]);
      const state = { 'fc.weight': given.rng.normal([2, 3]), 'fc.bias': given.rng.normal([2]) };
      net.load_state_dict(state);
      expect(net).toBeClose(state);
      const x = given.rng.normal([4, 3]);
      const out = net.call(x).tensor();
      expect(out).toBeClose(x.matmul(state['fc.weight'].t()).add(state['fc.bias']).relu());
      expect(out.requires_grad).toBe(true);
      expect(out.grad_fn).toBe('ReluBackward0');
      out.backward(torch.ones([4, 2]));
      expect(net.grads()['fc.weight']).toHaveShape([2, 3]);
      net.zero_grad();
      net.eval();
      expect(net.training()).toBe(false);
    });
    sample('trains-a-given-model', { title }, ({ candidate, given, expect, torch }) => {
      const model = given.module('Sequential(Linear(3, 4), Tanh(), Linear(4, 1, bias=False))');
      const twin = model.twin();
      const optimizer = candidate.call('make_optimizer', model).optimizer();
      expect(optimizer.type).toBe('SGD');
      expect(optimizer.param_groups()[0]?.['lr']).toBe(0.5);
      const x = given.rng.normal([5, 3]);
      const losses: number[] = [];
      const own = new torch.optim.SGD(twin.parameters(), { lr: 0.5 });
      for (let i = 0; i < 3; i++) {
        own.zero_grad();
        const loss = twin(x).pow(2).mean();
        loss.backward();
        own.step();
        losses.push(loss.item());
      }
      expect(candidate.call('train', model, optimizer, x)).toFollowCurve(losses, { xLabel: 'step', rtol: 1e-4 });
      expect(model).toBeClose(twin.state_dict(), { rtol: 1e-4 });
      const second = given.optimizer('Adam', model, { lr: 0.1 });
      second.step();
      second.zero_grad();
    });
    sample('asks-and-prints-once-from-ranks-that-are-run-again', { title }, ({ candidate, given, expect }) => {
      const seen = given.spy((rank, step) => (rank?.number() ?? 0) * 10 + (step?.number() ?? 0), { name: 'seen' });
      const told = candidate.call('in_ranks', seen);
      expect(told).toEqual([
        [1, 2],
        [11, 12],
      ]);
      expect(seen).calledTimes(4);
    });
    sample('moves-weights-from-a-spy', { title }, ({ candidate, given, expect }) => {
      const model = given.module('Linear(4, 2)');
      const training = given.scriptedTraining(model);
      const best = candidate.call('best_of', model, training.train_epoch, 5);
      expect(training.train_epoch).calledTimes(5);
      expect(best).toBeClose(training.state_at(3));
      expect(model).toBeClose(training.state_at(5));
    });
    sample('asks-inside-a-spy', { title }, ({ candidate, given, expect }) => {
      const model = given.module('Linear(2, 1)');
      const seen: string[] = [];
      candidate.call(
        'best_of',
        model,
        given.spy((m) => {
          seen.push(
            ...(m
              ?.module()
              .named_parameters()
              .map((p) => p.name) ?? []),
          );
        }),
        3,
      );
      expect(seen).toEqual(['weight', 'bias', 'weight', 'bias', 'weight', 'bias']);
    });
    sample('sees-aliases-and-data', { title }, ({ candidate, given, expect }) => {
      const x = given.tensor(given.rng.normal([3, 2]), { requires_grad: true, name: 'x' });
      const parts = candidate.call('parts', x);
      expect(parts.field('view').tensor().sharesMemoryWith(x)).toBe(true);
      expect(parts.field('copy').tensor().sharesMemoryWith(x)).toBe(false);
      expect(parts.field('tagged')).toEqual({ list: [1, 'a', null, true] });
      expect(parts.field('most').array().length).toBe(2);
      expect(parts.field('most').field('values')).toBeClose(x.values.max(0).values);
      parts.field('copy').tensor().backward(x.values);
      expect(x.grad()).toBeClose(x.values);
    });
    sample('keeps-an-object', { title }, ({ candidate, expect }) => {
      const meter = candidate.construct('Meter');
      meter.method('update', 4).method('update', 5);
      expect(meter.field('total')).toBe(9);
      expect(meter.kind).toBe('a Meter');
    });
    sample('sees-an-error', { title }, ({ candidate, given, expect }) => {
      expect(() => candidate.construct('Net', 3).call(given.rng.normal([4, 5]))).toThrow();
    });
    sample('drives-optimizers-and-schedules', { title }, ({ candidate, given, expect, torch }) => {
      for (const [type, options] of [
        ['AdamW', { lr: 0.01, betas: [0.8, 0.9], weight_decay: 0.1 }],
        ['RMSprop', { lr: 0.01, momentum: 0.9 }],
        ['SGD', { lr: 0.1, momentum: 0.9, nesterov: true }],
      ] as const) {
        const w = given.tensor(given.rng.normal([3]), { parameter: true, name: 'w' });
        const b = given.tensor(given.rng.normal([2]), { requires_grad: true, name: 'b' });
        const optimizer = given.optimizer(type, [{ params: [w], lr: 0.5 }, { params: [b] }], options);
        expect(optimizer.lrs()).toEqual([0.5, options.lr]);
        const scheduler = given.scheduler('StepLR', optimizer, { step_size: 1, gamma: 0.5 });
        const mine = [w.values, b.values].map((t) => t.clone().requires_grad_(true));
        const [v, c] = mine;
        if (!v || !c) throw new Error('two parameters');
        const groups = [{ params: [v], lr: 0.5 }, { params: [c] }];
        const own =
          type === 'AdamW'
            ? new torch.optim.AdamW(groups, { lr: 0.01, betas: [0.8, 0.9], weight_decay: 0.1 })
            : type === 'RMSprop'
              ? new torch.optim.RMSprop(groups, { lr: 0.01, momentum: 0.9 })
              : new torch.optim.SGD(groups, { lr: 0.1, momentum: 0.9, nesterov: true });
        for (let i = 0; i < 2; i++) {
          const grads = [given.rng.normal([3]), given.rng.normal([2])];
          [w, b].forEach((t, k) => t.setGrad(grads[k] ?? null));
          mine.forEach((t, k) => (t.grad = grads[k]));
          candidate.call('step', optimizer, scheduler);
          own.step();
          own.param_groups.forEach((g) => (g.lr *= 0.5));
        }
        expect(scheduler.get_last_lr()).toEqual([0.125, options.lr / 4]);
        expect(w.now()).toBeClose(v.detach());
        expect(b.now()).toBeClose(c.detach());
        optimizer.set('lr', 1, 1);
        expect(optimizer.lrs()).toEqual([0.125, 1]);
        const saved = optimizer.state_dict();
        optimizer.load_state_dict(saved);
      }
      const factor = given.spy((epoch) => 1 / (1 + (epoch?.number() ?? 0)), { name: 'factor' });
      const w = given.tensor(torch.ones([1]), { parameter: true });
      const optimizer = given.optimizer('SGD', [w], { lr: 1 });
      const schedule = given.scheduler('LambdaLR', optimizer, { lr_lambda: factor });
      schedule.step();
      expect(schedule.get_last_lr()).toBeClose([0.5]);
      const plateau = given.scheduler('ReduceLROnPlateau', optimizer, { patience: 0, factor: 0.1 });
      [1, 1, 1].forEach((metric) => plateau.step(metric));
      expect(optimizer.lrs()[0]).toBeLessThan(0.5);
    });
    sample('iterates-lazily', { title }, ({ candidate, expect, given }) => {
      expect(
        candidate
          .call('count', 4)
          .iterate({ atMost: 4 })
          .map((n) => n.number()),
      ).toEqual([0, 1, 2, 3]);
      expect(
        candidate
          .call('count', 1e9)
          .take(2)
          .map((n) => n.number()),
      ).toEqual([0, 1]);
      const seen = given.spy(() => undefined, { name: 'seen' });
      candidate.call('telling', seen).take(2);
      expect(seen).calledWith([[0], [1]]);
      candidate.call('telling', seen).iterate({ atMost: 3 });
      expect(
        candidate
          .construct('Bag', [7, 8])
          .iterate({ atMost: 9 })
          .map((n) => n.number()),
      ).toEqual([7, 8]);
      expect(candidate.construct('Bag', [7, 8]).has('items')).toBe(true);
      expect(candidate.construct('Bag', [7, 8]).isInstanceOf('Bag')).toBe(true);
      expect(candidate.construct('Net', 3).isInstanceOf('nn.Module')).toBe(true);
    });
    sample('gives-closures-back', { title }, ({ candidate, expect, given }) => {
      const twice = candidate.call('compose', candidate.get('square'), given.get('nn.functional.relu'));
      const x = given.rng.normal([3]);
      expect(twice.call(x)).toBeClose(x.relu().pow(2));
      expect(candidate.get('square').call(x)).toBeClose(x.pow(2));
      expect(candidate.call('identity', twice).isSameAs(twice)).toBe(true);
    });
    sample('reads-a-dataset', { title }, ({ candidate, expect, given }) => {
      const data = given.dataset(
        [0, 1, 2].map((i) => [given.rng.normal([2]), i]),
        { name: 'train' },
      );
      expect(candidate.call('labels', data)).toEqual([2, 1, 0]);
      expect(data.reads).toEqual([2, 1, 0]);
      expect(() => candidate.call('item', data, 3)).toThrow({ type: 'IndexError' });
      expect(candidate.call('item', data, -1).at(1)).toBe(2);
      expect(given.callOrder()).toEqual(['train', 'train', 'train', 'train']);
    });
    sample('checks-gradients', { title }, ({ candidate, expect, given }) => {
      const [x, w] = [given.rng.normal([4, 3]), given.rng.normal([3, 2])];
      expect((a, b) => candidate.call('layer', a, b), 'layer(x, w)').toHaveGradientsOf(
        (a, b) => a.matmul(b).tanh(),
        [x, w],
        { names: ['x', 'w'], rtol: 1e-4 },
      );
      expect((a, b) => candidate.call('layer', a, b), 'layer(x, w)').toPassGradcheck([x, w], { names: ['x', 'w'] });
      const a = given.tensor(x, { requires_grad: true, name: 'x' });
      const out = candidate.call('layer', a, w).tensor();
      expect(out).toReach(a);
      const graph = out.graph();
      expect(graph.nodes[0]?.name).toBe('TanhBackward0');
      expect(graph.nodes.at(-1)?.leaf).toBe('x');
      expect(graph.cut).toBe(null);
      expect(given.tensor(x, { requires_grad: true }).method('detach').tensor().graph().cut).toBe('detach');
    });
    sample('meters-work', { title }, ({ candidate, expect, given }) => {
      const model = given.module('Sequential(Linear(4, 8), ReLU(), Linear(8, 2))');
      const x = given.tensor(given.rng.normal([5, 4]));
      const evaluate = given.spy((m) => void m?.module().call(x), { name: 'evaluate' });
      const meter = given.meter(() => void candidate.call('train_once', model, x, evaluate));
      expect(meter).toStayWithin({
        backwards: { atLeast: 1, atMost: 1 },
        'operators.linear': { atLeast: 4, atMost: 4 },
      });
      expect(meter.during('evaluate')).toStayWithin({ recorded: 0, savedBytes: 0, 'operators.linear': 2 });
      expect(meter.outside()).toStayWithin({ 'operators.linear': 2, savedBytes: { atLeast: 160 } });
      expect(meter.flops).toBeGreaterThan(2 * 2 * 5 * (4 * 8 + 8 * 2));
      const train = () => candidate.call('train_once', model, x, evaluate);
      given.meter(() => void train(), { budgetBytes: 4096 });
      given.meter(() => expect(train).toThrow({ type: 'OutOfMemoryError', message: /Tried to allocate 160 bytes/ }), {
        budgetBytes: 150,
      });
    });
    sample('sees-what-stays', { title }, ({ candidate, expect, given }) => {
      const model = given.module('Sequential(BatchNorm1d(4), Linear(4, 2), Dropout(p=0.5))', { training: true });
      const x = given.tensor(given.rng.normal([5, 4]), { requires_grad: true, name: 'x' });
      const optimizer = given.optimizer('Adam', model, { lr: 0.1 });
      const things = { model, x, optimizer, 'random state': given.randomState };
      const result = expect.unchanged(() => candidate.call('peek', model, x), things);
      expect(result).toHaveShape([5, 2]);
      expect(given.gradEnabled()).toBe(true);
    });
    sample('takes-any-module-dtype-and-file', { title }, ({ candidate, expect, given, torch }) => {
      const conv = given.module(
        "Sequential(Conv2d(1, 2, 3, padding=(1, 1), padding_mode='zeros'), BatchNorm2d(2), Flatten(1))",
        {
          dtype: 'float64',
          training: false,
        },
      );
      const image = given.rng.normal([2, 1, 4, 4], { dtype: 'float64' });
      expect(conv.call(image)).toBeClose(conv.twin()(image));
      const loss = given.module('CrossEntropyLoss(label_smoothing=0.1)', { name: 'loss' });
      const [logits, targets] = [given.rng.normal([4, 3]), given.rng.integers([4], 0, 3)];
      expect(loss.call(logits, targets)).toBeClose(
        torch.nn.functional.cross_entropy(logits, targets, { label_smoothing: 0.1 }),
      );
      for (const dtype of ['float64', 'float16', 'bfloat16', 'int32', 'int8', 'uint8', 'bool']) {
        const t = given.tensor(torch.tensor([0, 1, 1]), { dtype });
        expect(candidate.call('identity', t)).toHaveDtype(dtype);
      }
      const quantized = given.call('quantize_per_tensor', torch.ones([2]), 0.5, 0, given.get('quint8'));
      expect(candidate.call('identity', quantized).kind).toBe('a quantized tensor');
      expect(quantized.method('dequantize')).toBeClose(torch.ones([2]));
      const strided = given.tensor(given.rng.normal([2, 3]), { contiguous: false });
      expect(strided.strides).toEqual([1, 2]);
      expect(strided).toBeOn('cpu');
      const bytes = candidate.call('pack', { a: torch.ones([2]), n: 3 }).bytes();
      expect(torch.load(bytes)).toBeClose({ a: torch.ones([2]), n: 3 });
      expect(candidate.call('unpack', torch.save({ a: torch.ones([2]) })).field('a')).toBeClose(torch.ones([2]));
      expect(candidate.call('cast', torch.ones([1]), torch.float64)).toHaveDtype('float64');
    });
    sample('reaches-into-models', { title }, ({ candidate, expect, given }) => {
      const net = candidate.construct('Net', 3).module();
      expect(net.type()).toBe('Net');
      const weight = net.tensor('fc.weight');
      net
        .call(given.rng.normal([4, 3]))
        .tensor()
        .method('sum')
        .tensor()
        .backward();
      expect(weight.grad()).toHaveShape([2, 3]);
      expect(net.module('fc').type()).toBe('Linear');
      expect(net.field('fc').field('in_features')).toBe(3);
      weight.setValues(weight.values.mul(0));
      expect(net.state_dict()['fc.weight']).toBeClose(weight.values.mul(0));
    });
    sample('draws-the-same-each-time', { title }, ({ candidate, expect, given }) => {
      given.manualSeed(3);
      const first = candidate.call('draw').tensor().values;
      const state = given.randomState.now();
      given.manualSeed(3);
      expect(candidate.call('draw')).toBeClose(first);
      expect(given.randomState.now()).toBeClose(state);
    });
    sample('extends-the-library', { title }, ({ candidate, given, expect, torch }) => {
      // A DataLoader of torch over items that the judge holds.
      const data = given.dataset(
        [0, 1, 2, 3, 4].map((i) => torch.tensor([i])),
        { name: 'data' },
      );
      const loader = given.construct('utils.data.DataLoader', data, { batch_size: 2, drop_last: true });
      expect(candidate.call('epoch', loader)).toBeClose([torch.tensor([[0], [1]]), torch.tensor([[2], [3]])]);
      expect(data.reads).toEqual([0, 1, 2, 3]);
      // A Dataset, an Optimizer and an autograd.Function of the submission's.
      const squares = candidate.construct('Squares', 4);
      expect(squares.isInstanceOf('utils.data.Dataset')).toBe(true);
      expect(squares.field('length')).toBe(4);
      const batches = given.construct('utils.data.DataLoader', squares, { batch_size: 3 }).iterate({ atMost: 2 });
      expect(batches).toBeClose([torch.tensor([0, 1, 4]), torch.tensor([9])]);
      const w = given.tensor(torch.ones([2]), { parameter: true, name: 'w' });
      const optimizer = candidate.construct('SignSGD', [w], 0.5).optimizer();
      w.setGrad(torch.tensor([3, -2]).float());
      optimizer.step();
      expect(w.now()).toBeClose(torch.tensor([0.5, 1.5]));
      const Cube = candidate.get('Cube');
      expect((x) => Cube.method('apply', x), 'Cube.apply(x)').toPassGradcheck([given.rng.normal([3])]);
      // Checkpointing keeps less.
      const x = given.tensor(given.rng.normal([8, 16]), { requires_grad: true });
      const kept = (name: string) => given.meter(() => candidate.call(name, x).tensor().backward()).savedBytesPeak;
      const [plain, checkpointed] = [kept('deep'), kept('checkpointed')];
      expect(plain).toBe(5 * 8 * 16 * 4);
      expect(checkpointed, 'bytes kept').toBeLessThan(plain);
    });
  });
});

export const catalogue: Catalogue = {
  suite: (id) => (id === 'handles' ? suite : undefined),
  limits: (id) => (id === 'handles' ? { timeLimitMs: 2000, memoryMibMax: 200 } : undefined),
};
