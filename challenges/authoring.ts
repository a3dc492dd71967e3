// What a challenge's `tests.ts` imports: the words its tests are written in.
// Tests run on the judge's side, synchronously. The submission lives in another, jailed process: what it gets and gives back is
// copied, or stays there and is known here by a handle. Nothing here decides a verdict, starts a process or compiles a submission.
//
//   export default tests(({ behaviour }) => {
//     behaviour('computes-the-loss', {
//       points: 2,
//       title: { en: 'Computes the loss', zh: '计算损失' },
//       says: { en: 'The loss is not the mean of the squared differences.', zh: '损失不是差的平方的平均值。' },
//     }, ({ sample, hidden }) => {
//       sample('two-values', { title: { en: 'two values', zh: '两个值' } }, ({ candidate, expect, torch }) => {
//         const loss = candidate.call('mse', torch.tensor([1, 2]), torch.tensor([0, 0]));
//         expect(loss).toBeClose(torch.tensor(2.5));
//       });
//       hidden('random-shapes', { title: { en: 'random shapes', zh: '随机形状' } }, ({ candidate, given, expect }) => {
//         for (const [name, x] of given.rng.cases({ shape: [4, 3] }))
//           expect(candidate.call('mse', x, x.mul(2)), `mse, ${name}`).toBeClose(x.pow(2).mean());
//       });
//     });
//   });
//
// Ask the submission
//   candidate.call('f', x)                                   an exported function
//   candidate.construct('Net', 4).module()                   an exported class, read as a module
//   candidate.get('Square').method('apply', x)               anything exported, then a static method of it
//   candidate.call('batches', data).iterate({ atMost: 10 })  a generator or iterable, to its end, which must come by then
//   candidate.call('endless').take(3)                        the first three items, no more is asked for
//   candidate.construct('Meter').method('update', 4)         a method
//   candidate.construct('Meter').field('total').number()     a field or getter
//   candidate.call('compose', candidate.get('square'))       a function of its own, given back to it
//
// Give it things that live on its side
//   given.tensor(x, { requires_grad: true, contiguous: false, dtype: 'float64', name: 'x' })
//   given.module('Sequential(Conv2d(1, 4, 3, padding=(1, 1)), BatchNorm2d(4), Flatten(), Linear(4, 2))')
//   given.module('CrossEntropyLoss(label_smoothing=0.1)')    losses are modules
//   given.optimizer('AdamW', model, { lr: 0.01, betas: [0.9, 0.99] })
//   given.optimizer('SGD', [{ params: [w], lr: 1 }, { params: [b] }], { lr: 0.1 })
//   given.scheduler('StepLR', optimizer, { step_size: 2 })
//   given.dataset([[x0, 0], [x1, 1]], { name: 'train' })     indexing it is seen by the judge
//   given.construct('utils.data.DataLoader', dataset, { batch_size: 2 })    any class of torch, by its dotted name
//   given.call('nn.functional.relu', x)                      any function of torch
//   given.spy((loss) => 0.5, { name: 'evaluate' })           a callback that runs here
//   given.sequence([3, 2, 1])                                a spy's body that answers in turn
//
// Draw inputs: given.rng.normal([2, 3], { dtype: 'float64' }), .integers, .shape, .cases (batch of one, ties, nan, …)
//
// Say what must be
//   expect(loss).toBeClose(torch.tensor(2.5))                assert_close's tolerances by dtype; lists and states of tensors too
//   expect(count).toBe(3); expect(list).toEqual([1, 2]); expect(x).toHaveShape([2, 3]); expect(x).toHaveDtype('int64')
//   expect(spy).calledTimes(3); expect(spy).calledWith([[0], [1]]); expect(given.callOrder()).toEqual(['train', 'evaluate'])
//   expect(() => candidate.call('f', bad)).toThrow({ type: 'ValueError', message: /shape/ })
//   expect((x, w) => candidate.call('f', x, w)).toHaveGradientsOf((x, w) => x.matmul(w).relu(), [x, w])
//   expect((x) => candidate.call('f', x)).toPassGradcheck([x])
//   expect(out).toReach(x)                                   its graph leads to x; evidence shows the graph
//   expect.unchanged(() => candidate.call('evaluate', model), { model, x, 'random state': given.randomState })
//   expect(given.meter(() => candidate.call('f', x))).toStayWithin({ savedBytesPeak: 4096, 'operators.matmul': 2 })
//   expect(meter.during('evaluate')).toStayWithin({ recorded: 0 })
import type torch from '#engine/index.ts';
import type { DType, Module, Tensor } from '#engine/index.ts';
import type { MeterReading } from '#engine/meters.ts';
import type { Graph, Text } from './authoring/evidence.ts';
import type { Bilingual } from './challenge.ts';

export { tests, type TestSuite } from './authoring/suite.ts';
export type { Evidence, Graph, Text } from './authoring/evidence.ts';
export type { BehaviourOutline, Outline, TestOutline } from './authoring/outline.ts';

// ---- the shape of a test file -------------------------------------------------------------------------------------------------

export interface SuiteContext {
  /** Declares a behaviour: its points are earned when all its tests pass. Its tests share one fresh isolate. */
  behaviour(id: string, options: BehaviourOptions, define: (kinds: TestKinds) => void): void;
}

export interface BehaviourOptions {
  readonly points: number;
  readonly title: Bilingual;
  /** One plain sentence that names what is missing when a test of it fails. */
  readonly says: Bilingual;
}

export interface TestKinds {
  /** Shown with all it prints and throws; also run by the Run button. */
  sample(id: string, options: TestOptions, body: (context: TestContext) => void): void;
  /** Never shows its inputs, nor what the submission printed or threw. */
  hidden(id: string, options: TestOptions, body: (context: TestContext) => void): void;
}

export interface TestOptions {
  readonly title: Bilingual;
  /** Instead of the behaviour's sentence. */
  readonly says?: Bilingual;
}

export interface TestContext {
  readonly candidate: Candidate;
  readonly given: Given;
  readonly expect: Expect;
  /** The judge's own engine: for expected values and inputs. Its tensors are copied when given to the candidate. */
  readonly torch: typeof torch;
}

// ---- the submission -----------------------------------------------------------------------------------------------------------

/**
 * What may be given to the candidate: plain data (copied), the judge's tensors (copied as plain leaf tensors), dtypes, bytes, anything
 * that already lives on the candidate's side (`given.tensor(…)`, a module, a `Returned`…), and spies, at any depth of arrays and plain
 * objects.
 */
export type Argument =
  | null
  | undefined
  | boolean
  | number
  | string
  | Tensor
  | DType
  | Uint8Array
  | Returned
  | CandidateTensor
  | CandidateModule
  | CandidateOptimizer
  | CandidateScheduler
  | CandidateDataset
  | Spy
  | readonly Argument[]
  | { readonly [name: string]: Argument };

export interface Candidate {
  /** Calls an exported function: `candidate.call('first_graph', x, w)`. */
  call(name: string, ...args: readonly Argument[]): Returned;
  /** Makes an object of an exported class, usually an nn.Module: `candidate.construct('Net', 4, 8).module()`. */
  construct(name: string, ...args: readonly Argument[]): Returned;
  /** Whatever is exported under the name: to call its static methods, or to give it back as an argument. A missing one fails. */
  get(name: string): Returned;
}

/**
 * A value of the candidate's, not yet believed. Each reader checks the kind and fails the test with evidence
 * (“first_graph(…).loss: expected a tensor, got a number”) when it is another.
 */
export interface Returned {
  tensor(): CandidateTensor;
  number(): number;
  boolean(): boolean;
  string(): string;
  array(): readonly Returned[];
  /** Element of an array; a missing one fails. */
  at(index: number): Returned;
  /** Own or inherited property of an object; a missing one fails. */
  field(name: string): Returned;
  module(): CandidateModule;
  optimizer(): CandidateOptimizer;
  scheduler(): CandidateScheduler;
  /** A Uint8Array, such as what torch.save gives. */
  bytes(): Uint8Array;
  /** Every item, in order, of an array, a generator, or anything with an iterator; fails when there are more than `atMost`. */
  iterate(bound: { readonly atMost: number }): readonly Returned[];
  /** The first items, or fewer if it ends; no further one is asked for, and the iterator is closed. */
  take(count: number): readonly Returned[];
  /** Whether it is an object with this property, its own or inherited. */
  has(name: string): boolean;
  /** Sets a property. */
  set(name: string, value: Argument): void;
  /** Names of its own enumerable properties, in order. */
  keys(): readonly string[];
  /** Whether it is an instance of a class of torch, by its dotted name ('nn.Module'), or of one that the submission exports. */
  isInstanceOf(type: string): boolean;
  /** Whether it is the very same object as another thing on the candidate's side. */
  isSameAs(other: Argument): boolean;
  /** Calls it, when it is a function or a module. */
  call(...args: readonly Argument[]): Returned;
  /** Calls one of its methods: `meter.method('update', x)`. */
  method(name: string, ...args: readonly Argument[]): Returned;
  isNull(): boolean;
  /** Plain data as it is (numbers, strings, booleans, null, arrays and objects of them); fails on anything else. */
  value(): Plain;
  /** What it is, in words: 'a tensor', 'a number', 'null', 'a module'. */
  readonly kind: string;
  /** How evidence names it: `first_graph(…).loss`. */
  readonly label: Text;
}

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

/** A tensor that lives on the candidate's side. The facts are those of the moment it came here; methods ask again. */
export interface CandidateTensor {
  readonly label: Text;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  /** 'cpu', 'cuda:0'. */
  readonly device: string;
  readonly requires_grad: boolean;
  readonly is_leaf: boolean;
  /** Name of the node that made it, as in PyTorch ('MulBackward0'); null for leaves. */
  readonly grad_fn: string | null;
  /** A copy of its values, at the moment it came here, as one of the judge's tensors. */
  readonly values: Tensor;
  /** A copy of its values now. */
  now(): Tensor;
  item(): number;
  /** A copy of its `.grad` now; null when it has none. */
  grad(): Tensor | null;
  /** `t.backward(gradient, { retain_graph })` in the candidate's isolate. What it throws is the candidate's error. */
  backward(gradient?: Tensor, options?: { readonly retain_graph?: boolean }): void;
  /** Whether both look at the same memory (views, detach(), .data). */
  sharesMemoryWith(other: CandidateTensor): boolean;
  /** Whether its gradient would reach the other: a leaf, or a tensor whose history this one's goes through. */
  leadsTo(other: CandidateTensor): boolean;
  /** Sets `.grad`; null clears it. */
  setGrad(gradient: Tensor | null): void;
  /** Overwrites its values in place, as `with torch.no_grad(): t.copy_(values)`. */
  setValues(values: Tensor): void;
  /** The autograd graph behind it. */
  graph(): Graph;
  /** Calls one of its methods over there: `x.method('retain_grad')`, `x.method('mul', 2).tensor()`. */
  method(name: string, ...args: readonly Argument[]): Returned;
  /** Reads an attribute over there, now: `x.field('_version').number()`. */
  field(name: string): Returned;
}

/** An nn.Module that lives on the candidate's side. Everything read from it is a copy. */
export interface CandidateModule {
  readonly label: Text;
  /** `model(…)`: hooks and forward. */
  call(...args: readonly Argument[]): Returned;
  named_parameters(): readonly ParameterFacts[];
  /** Every submodule with its dotted name ('' for itself), class name and mode. */
  named_modules(): readonly { readonly name: string; readonly type: string; readonly training: boolean }[];
  state_dict(): State;
  load_state_dict(state: State): void;
  /** One of its parameters or buffers itself, by dotted name: `model.tensor('0.weight').grad()`. A missing one fails. */
  tensor(name: string): CandidateTensor;
  /** A submodule by dotted name. */
  module(name: string): CandidateModule;
  /** Class name: 'Linear'. */
  type(): string;
  /** Calls one of its methods, or reads an attribute. */
  method(name: string, ...args: readonly Argument[]): Returned;
  field(name: string): Returned;
  /** Gradients by parameter name; null where there is none. */
  grads(): { readonly [name: string]: Tensor | null };
  train(mode?: boolean): void;
  eval(): void;
  /** `model.training` now. */
  training(): boolean;
  zero_grad(): void;
  requires_grad_(on: boolean): void;
  /** A copy of the module on the judge's side, built from the same description with its present state. Only for modules made by `given`. */
  twin(): Module;
}

export type State = { readonly [name: string]: Tensor };

export interface ParameterFacts {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly requires_grad: boolean;
}

export interface CandidateOptimizer {
  readonly label: Text;
  /** With a closure when one is given: a spy, or a function of the candidate's. */
  step(closure?: Argument): Returned;
  zero_grad(): void;
  /** Class name: 'SGD'. */
  readonly type: string;
  /** Options of each group without its parameters; `params` is their count. */
  param_groups(): readonly { readonly [option: string]: Plain }[];
  /** Learning rate of each group. */
  lrs(): readonly number[];
  /** Sets an option of a group (the first by default): `optimizer.set('lr', 0.1)`. */
  set(option: string, value: Argument, group?: number): void;
  /** Stays over there; `load_state_dict` takes it back. */
  state_dict(): Returned;
  load_state_dict(state: Argument): void;
  method(name: string, ...args: readonly Argument[]): Returned;
  field(name: string): Returned;
}

export interface CandidateScheduler {
  readonly label: Text;
  readonly type: string;
  /** With the metric for ReduceLROnPlateau. */
  step(metric?: number): void;
  get_last_lr(): readonly number[];
  state_dict(): Returned;
  load_state_dict(state: Argument): void;
  method(name: string, ...args: readonly Argument[]): Returned;
  field(name: string): Returned;
}

/** A dataset on the candidate's side whose items the judge holds: each access is seen here. */
export interface CandidateDataset {
  readonly label: Text;
  /** Indices that were asked for, in order. */
  readonly reads: readonly number[];
}

// ---- what the judge gives -----------------------------------------------------------------------------------------------------

export interface Given {
  /** Seeded by the run's seed and the test's id: drawn anew in each run, the same whatever else runs. */
  readonly rng: Rng;
  /** A tensor on the candidate's side, kept here by a handle: its gradient and later values can be read. */
  tensor(
    values: Tensor,
    options?: {
      readonly requires_grad?: boolean;
      /** `false` lays it out in column-major order, as a transpose would be; needs two dimensions or more. */
      readonly contiguous?: boolean;
      /** Any of torch's, by name; by default that of `values`. */
      readonly dtype?: string;
      /** By default 'cpu'. */
      readonly device?: string;
      /** An nn.Parameter; `requires_grad` is then true unless said otherwise. */
      readonly parameter?: boolean;
      readonly name?: string;
    },
  ): CandidateTensor;
  /**
   * A model on the candidate's side, from a description in PyTorch's own notation:
   * `given.module('Sequential(Linear(4, 8), ReLU(), Linear(8, 2, bias=False))')`. Any module of torch.nn, losses too; arguments by
   * position or keyword: numbers, True, False, None, 'text', (tuples), [lists], {'name': …} and modules. Its weights are drawn here from
   * `rng` (variances positive, counters zero) and sent.
   */
  module(
    description: string,
    options?: {
      /** Instead of drawn values; may name only some. */
      readonly state?: State;
      readonly training?: boolean;
      /** 'float64' for gradient checks. */
      readonly dtype?: string;
      readonly device?: string;
      readonly name?: string;
    },
  ): CandidateModule;
  /** An optimizer of torch.optim over the parameters of a model, over tensors, or over groups with options of their own. */
  optimizer(
    type: string,
    params: CandidateModule | readonly CandidateTensor[] | readonly ParameterGroup[],
    options?: { readonly [option: string]: Argument },
  ): CandidateOptimizer;
  /** A schedule of torch.optim.lr_scheduler; a function among its options is a spy. */
  scheduler(
    type: string,
    optimizer: CandidateOptimizer,
    options?: { readonly [option: string]: Argument },
  ): CandidateScheduler;
  /**
   * A Dataset: `length`, `at(index)` and `get(index)` (also `__len__` and `__getitem__`), negative indices from the end, an IndexError
   * beyond. Items are sent when they are read, and each read is recorded here.
   */
  dataset(items: readonly Argument[], options?: { readonly name?: string }): CandidateDataset;
  /** Makes an object of any class of torch on the candidate's side, by dotted name: `given.construct('utils.data.TensorDataset', x, y)`. */
  construct(path: string, ...args: readonly Argument[]): Returned;
  /** Calls any function of torch on the candidate's side: `given.call('nn.functional.relu', x)`. */
  call(path: string, ...args: readonly Argument[]): Returned;
  /** Any member of torch on the candidate's side, to be given as an argument: `given.get('nn.functional.relu')`. */
  get(path: string): Returned;
  /**
   * A function for the candidate to call. It runs here, so its calls are counted and recorded where they cannot be forged, and it may
   * act on the candidate's side while the candidate waits: `given.spy(() => { model.load_state_dict(next()); })`.
   */
  spy(body?: (...args: readonly Returned[]) => Argument | void, options?: { readonly name?: string }): Spy;
  /** A spy's body that answers with one value after the other; called once too often, it goes on with the last. */
  sequence(values: readonly Argument[]): (...args: readonly Returned[]) => Argument;
  /**
   * A model whose weights differ after every epoch: give `train_epoch` (or call `advance()` in a spy of your own) and compare with
   * `state_at(epoch)`; epoch 0 is the state before training.
   */
  scriptedTraining(model: CandidateModule): ScriptedTraining;
  /** Rows with a name each: `for (const [name, [losses, patience]] of given.table({ plateau: [[1, 1], 2] }))`. */
  table<Row>(rows: { readonly [name: string]: Row }): readonly (readonly [name: string, row: Row])[];
  /** `torch.manual_seed(seed)` on the candidate's side. Every test begins with a seed of its own. */
  manualSeed(seed: number): void;
  /** The candidate's global random state. */
  readonly randomState: RandomState;
  /** Whether operations are recorded over there now: what `torch.is_grad_enabled()` says. */
  gradEnabled(): boolean;
  /** Names of the spies in the order in which they were called, all together. */
  callOrder(): readonly string[];
  /**
   * What the candidate's engine did while the body ran. Counted over there by the sealed engine. With `budgetBytes` a tensor that does
   * not fit beside what is kept for backward throws torch.cuda.OutOfMemoryError in the candidate's code.
   */
  meter(body: () => void, options?: { readonly budgetBytes?: number }): Meter;
  /** Bytes of `torch.save` on the candidate's side. */
  save(value: Argument): Uint8Array;
  /** `torch.load` on the candidate's side. */
  load(bytes: Uint8Array): Returned;
}

export interface ParameterGroup {
  readonly params: CandidateModule | readonly CandidateTensor[];
  readonly [option: string]: Argument;
}

export interface RandomState {
  readonly label: Text;
  now(): Tensor;
  set(state: Tensor): void;
}

/** What a stretch of work cost; see `engine/meters.ts` for what each number counts. */
export interface Reading extends MeterReading {
  readonly label: Text;
}

export interface Meter extends Reading {
  /** The part between the calls of a spy, by its name, and its answers: what the judge's callback did over there. */
  during(spy: string): Reading;
  /** All of it but what happened during spies: the submission's own work. */
  outside(): Reading;
}

export interface ScriptedTraining {
  readonly train_epoch: Spy;
  /** Moves the weights on, as one epoch would. */
  advance(): void;
  /** Epochs so far. */
  readonly epochs: number;
  /** After that many epochs, whether they were trained or not. */
  state_at(epoch: number): State;
}

export interface Spy {
  readonly label: Text;
  /** Arguments of each call, in order. */
  readonly calls: readonly (readonly Returned[])[];
}

export interface Rng {
  /** An integer, both ends included. */
  integer(low: number, high: number): number;
  /** A number in [low, high). */
  number(low?: number, high?: number): number;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): readonly T[];
  /** A random shape: how many dimensions, and how large each is, both ends included. */
  shape(bounds: {
    readonly dims: readonly [number, number];
    readonly sizes: readonly [number, number];
  }): readonly number[];
  /** From the standard normal distribution; float32 unless said otherwise. */
  normal(shape: readonly number[], options?: { readonly dtype?: string }): Tensor;
  /** From [low, high). */
  uniform(shape: readonly number[], low?: number, high?: number, options?: { readonly dtype?: string }): Tensor;
  /** int64 from low to high − 1, as torch.randint. */
  integers(shape: readonly number[], low: number, high: number): Tensor;
  /** bool, true with this probability. */
  booleans(shape: readonly number[], probability?: number): Tensor;
  /** A tensor of the kind named: see InputKind. */
  input(kind: InputKind, shape: readonly number[], options?: { readonly dtype?: string }): Tensor;
  /** One of each kind, with its name: `for (const [name, x] of given.rng.cases({ shape: [4, 3] }))`. */
  cases(options: {
    readonly shape: readonly number[];
    /** By default ordinary, batch of one, ties, constant, large. */
    readonly of?: readonly InputKind[];
    readonly dtype?: string;
  }): readonly (readonly [name: InputKind, input: Tensor])[];
}

/**
 * ordinary: normal · batch of one: the first size is 1 · empty: the first size is 0 · ties: few distinct values · constant: one value ·
 * zeros · large: of size 1e4 · tiny: of size 1e-4 · nan: one element is NaN · inf: one is infinite
 */
export type InputKind =
  | 'ordinary'
  | 'batch of one'
  | 'empty'
  | 'ties'
  | 'constant'
  | 'zeros'
  | 'large'
  | 'tiny'
  | 'nan'
  | 'inf';

// ---- expectations -------------------------------------------------------------------------------------------------------------

export interface ExpectOptions {
  /** What evidence calls the value; by default how it was come by: `first_graph(…).loss`. */
  readonly label?: Text;
  /** Said when it fails, instead of the test's or the behaviour's sentence. */
  readonly says?: Bilingual;
}

export interface Expect {
  (actual: (...inputs: CandidateTensor[]) => Returned | CandidateTensor, options?: ExpectOptions | Text): Expectation;
  (actual: unknown, options?: ExpectOptions | Text): Expectation;
  /**
   * Runs the body and compares before and after: values, requires_grad and gradients of tensors; of modules also the modes; state and
   * options of optimizers; the random state. Gives back what the body gives.
   */
  unchanged<R>(
    body: () => R,
    things: { readonly [name: string]: CandidateTensor | CandidateModule | CandidateOptimizer | RandomState },
    options?: { readonly says?: Bilingual },
  ): R;
}

export interface Tolerance {
  readonly rtol?: number;
  readonly atol?: number;
}
/** Tensors, numbers, and lists and records of them. */
export type Expected = Tensor | number | readonly Expected[] | { readonly [name: string]: Expected };

/** The first expectation that fails ends the test, with evidence. */
export interface Expectation {
  /**
   * A tensor (or number, a list, or a state: tensors by name, same names) close to the expected one, as torch.testing.assert_close:
   * |actual − expected| ≤ atol + rtol · |expected|, NaN equal to NaN, same shape and dtype. A tensor's default tolerances are those of
   * its dtype (float32: rtol 1.3e-6, atol 1e-5); pass the challenge's own where it says so.
   */
  toBeClose(expected: Expected, tolerance?: Tolerance): void;
  /** The same primitive (Object.is). Reads a `Returned` as plain data. */
  toBe(expected: Plain): void;
  /** The same plain data at every depth. */
  toEqual(expected: Plain): void;
  toHaveShape(expected: readonly number[]): void;
  toHaveDtype(expected: string): void;
  /** On this kind of device: 'cpu', 'cuda' (any of them), 'cuda:1'. */
  toBeOn(device: string): void;
  toBeNull(): void;
  notToBeNull(): void;
  toBeLessThan(bound: number): void;
  toBeGreaterThan(bound: number): void;
  toBeAtMost(bound: number): void;
  toBeAtLeast(bound: number): void;
  /** Values over steps or epochs; evidence draws both curves. */
  toFollowCurve(
    expected: readonly number[],
    options: { readonly xLabel: Text; readonly rtol?: number; readonly atol?: number },
  ): void;
  /** Of a spy. */
  calledTimes(times: number): void;
  /** Of a spy: the arguments of every call. Tensors are compared with toBeClose, all else with toEqual; `undefined` fits anything. */
  calledWith(expected: readonly (readonly (Expected | Plain | undefined)[])[]): void;
  /** Of a function that calls the candidate: `expect(() => candidate.call('f', bad)).toThrow(/shape/)`. `type` is the error's name. */
  toThrow(error?: RegExp | { readonly type?: string; readonly message?: RegExp }): void;
  /** Of a tensor of the candidate's: its graph leads to each of these leaves (or tensors whose history it goes through). */
  toReach(...leaves: readonly CandidateTensor[]): void;
  /**
   * Of a function of the candidate's tensors to one tensor: output and every input's `.grad` as the reference gives on the judge's own
   * engine, with a gradient of the output that is drawn, not one.
   */
  toHaveGradientsOf(
    reference: (...inputs: Tensor[]) => Tensor,
    inputs: readonly Tensor[],
    options?: Tolerance & { readonly names?: readonly string[] },
  ): void;
  /**
   * Of a function of the candidate's tensors to one tensor: `.grad` of every input equals central differences of the function itself, in
   * float64. Two calls for each element: keep inputs small.
   */
  toPassGradcheck(
    inputs: readonly Tensor[],
    options?: Tolerance & { readonly eps?: number; readonly names?: readonly string[] },
  ): void;
  /**
   * Of a reading of `given.meter`: each number at most what is said, or between two bounds. Names are fields of Reading,
   * 'operators' (all of them), 'operators.matmul', 'collectives', 'collectives.all_reduce'.
   */
  toStayWithin(budget: {
    readonly [name: string]: number | { readonly atLeast?: number; readonly atMost?: number };
  }): void;
}
