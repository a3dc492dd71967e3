// What users ask of a tensor beyond computing with it.
import { operator } from '../operator.ts';

operator('is_inference(Tensor input) -> bool', {
  doc: 'Whether it was made in inference mode.',
  forward: (t) => t.storage.inference,
});
