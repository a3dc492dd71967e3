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
  });
});

export const catalogue: Catalogue = {
  suite: (id) => (id === 'handles' ? suite : undefined),
  limits: (id) => (id === 'handles' ? { timeLimitMs: 2000, memoryMibMax: 200 } : undefined),
};
