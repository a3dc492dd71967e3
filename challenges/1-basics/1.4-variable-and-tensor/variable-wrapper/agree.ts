import type torch from '#engine/index.ts';
import { evaluate, sgd_step, Variable } from './solution.ts';

/** agree.py computes the same with twin.py, and sees that PyTorch's own tensors agree, also on what detach and .data do. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const [a, b, c] = [engine.randn(4), engine.randn(4), engine.randn(4)];

  const [x, y] = [new Variable(a.clone(), { requires_grad: true }), new Variable(b.clone(), { requires_grad: true })];
  const z = new Variable(c.clone());
  const h = x.mul(y);
  h.add(h.mul(z)).mul(h.add(x)).sum().backward();

  const [w, operand] = [new Variable(a.clone(), { requires_grad: true }), new Variable(b.clone())];
  const out = w.mul(operand).sum();
  operand.data.fill_(2);
  out.backward();

  const model = new engine.nn.Linear(4, 2);
  engine.no_grad(() => {
    model.weight.copy_(engine.randn(2, 4));
    model.bias?.copy_(engine.randn(2));
  });
  model(a).sum().backward();
  const before = evaluate(model, [a, b, c]);
  sgd_step([...model.parameters()], 0.1);
  return [...[x, y, w].map((v) => v.grad?.data.tolist()), before, evaluate(model, [a, b, c])];
};
