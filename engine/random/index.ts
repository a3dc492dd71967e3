// Random numbers: PyTorch's CPU generator and its own algorithms, so that the same seed gives the same numbers.
// Not here: operators and shapes (ops/), initialisers (nn/init.ts).
//
// Each fill function writes a whole typed array in order and takes the generator explicitly; `drawMemory` brings the values
// into a tensor, in the order of its memory.
//
//   fillUniform(data, dtype, generator, from?, to?)              uniform_, rand
//   fillNormal(data, dtype, generator, mean?, std?, contiguous?) normal_, randn; `contiguous` is the target tensor's
//   fillIntegers(data, dtype, generator, from, to)               random_(from, to), randint
//   fillWhole(data, dtype, generator, from?)                     random_(), random_(from, null)
//   fillPermutation(data, dtype, generator)                      randperm
//   fillBernoulli(data, generator, p)                            bernoulli_(p), dropout masks (p = 1 − drop probability)
//   fillBernoulliEach(data, generator, p, pDtype)                bernoulli(p tensor)
//   fillExponential / fillGeometric / fillCauchy / fillLogNormal / fillPoisson / fillBinomial / fillGamma / fillDirichlet
//   fillMultinomial(out, weights, dtype, categories, samples, replacement, generator)
export { fillBinomial } from './binomial.ts';
export {
  fillBernoulli,
  fillBernoulliEach,
  fillCauchy,
  fillExponential,
  fillGeometric,
  fillLogNormal,
  fillPoisson,
} from './distributions.ts';
export { drawInto, drawMemory, type Fill, generatorOf } from './draw.ts';
export { fillDirichlet, fillGamma } from './gamma.ts';
export {
  default_generator,
  fork_rng,
  Generator,
  get_rng_state,
  initial_seed,
  manual_seed,
  seed,
  set_rng_state,
} from './generator.ts';
export { fillMultinomial } from './multinomial.ts';
export { fillNormal, normalScalar } from './normal.ts';
export { fillIntegers, fillPermutation, fillUniform, fillWhole, uniform01 } from './uniform.ts';
