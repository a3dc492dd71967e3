import type torch from '#engine/index.ts';
import { TwoLayerClassifier } from './solution.ts';

/** agree.py computes the same with twin.py: weights, dropout's mask, logits and gradients follow from the seed. */
export default (engine: typeof torch, seed: number) => {
  engine.manual_seed(seed);
  const model = new TwoLayerClassifier(12, 20, 4, 0.3);
  const x = engine.randn(5, 1, 3, 4);
  const trained = model(x);
  trained.pow(2).mean().backward();
  model.eval();
  const tensors = [
    ...Object.values(model.state_dict()),
    trained,
    model(x),
    ...[...model.parameters()].map(({ grad }) => grad),
  ];
  return tensors.map((tensor) => tensor?.detach().flatten().tolist());
};
