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
//         const shape = given.rng.shape({ dims: [1, 3], sizes: [1, 5] });
//         const [a, b] = [given.rng.normal(shape), given.rng.normal(shape)];
//         expect(candidate.call('mse', a, b)).toBeClose(a.sub(b).pow(2).mean());
//       });
//     });
//   });
import type torch from '#engine/index.ts';
import type { Module, Tensor } from '#engine/index.ts';
import type { Text } from './authoring/evidence.ts';
import type { Bilingual } from './challenge.ts';

export { tests, type TestSuite } from './authoring/suite.ts';
export type { Evidence, Text } from './authoring/evidence.ts';
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
 * What may be given to the candidate: plain data (copied), the judge's tensors (copied as plain leaf tensors), anything that already
 * lives on the candidate's side (`given.tensor(…)`, a module, a `Returned`…), and spies, at any depth of arrays and plain objects.
 */
export type Argument =
  | null
  | undefined
  | boolean
  | number
  | string
  | Tensor
  | Returned
  | CandidateTensor
  | CandidateModule
  | CandidateOptimizer
  | Spy
  | readonly Argument[]
  | { readonly [name: string]: Argument };

export interface Candidate {
  /** Calls an exported function: `candidate.call('first_graph', x, w)`. */
  call(name: string, ...args: readonly Argument[]): Returned;
  /** Makes an object of an exported class, usually an nn.Module: `candidate.construct('Net', 4, 8).module()`. */
  construct(name: string, ...args: readonly Argument[]): Returned;
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
  step(): void;
  zero_grad(): void;
  /** Class name: 'SGD'. */
  readonly type: string;
  /** Options of each group without its parameters; `params` is their count. */
  param_groups(): readonly { readonly [option: string]: Plain }[];
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
      readonly name?: string;
    },
  ): CandidateTensor;
  /**
   * A model on the candidate's side, from a description in PyTorch's own notation:
   * `given.module('Sequential(Linear(4, 8), ReLU(), Linear(8, 2, bias=False))')`. Its weights are drawn here from `rng` and sent.
   * Known: Linear, ReLU, Tanh, Sigmoid, Flatten, Dropout, Identity, Sequential, MSELoss, CrossEntropyLoss.
   */
  module(
    description: string,
    options?: { readonly state?: State; readonly training?: boolean; readonly name?: string },
  ): CandidateModule;
  /** `given.optimizer('SGD', model, { lr: 0.1 })` on the candidate's side, over all the parameters of the model. */
  optimizer(
    type: 'SGD' | 'Adam',
    model: CandidateModule,
    options?: { readonly [option: string]: Plain },
  ): CandidateOptimizer;
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
  /** `torch.manual_seed(seed)` on the candidate's side. */
  manualSeed(seed: number): void;
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
  /** float32 from the standard normal distribution. */
  normal(shape: readonly number[]): Tensor;
  /** float32 from [low, high). */
  uniform(shape: readonly number[], low?: number, high?: number): Tensor;
  /** int64 from low to high − 1, as torch.randint. */
  integers(shape: readonly number[], low: number, high: number): Tensor;
}

// ---- expectations -------------------------------------------------------------------------------------------------------------

export interface ExpectOptions {
  /** What evidence calls the value; by default how it was come by: `first_graph(…).loss`. */
  readonly label?: Text;
  /** Said when it fails, instead of the test's or the behaviour's sentence. */
  readonly says?: Bilingual;
}

export type Expect = (actual: unknown, options?: ExpectOptions | Text) => Expectation;

/** The first expectation that fails ends the test, with evidence. */
export interface Expectation {
  /**
   * A tensor (or number, or a state: tensors by name, same names) close to the expected one, as torch.testing.assert_close:
   * |actual − expected| ≤ atol + rtol · |expected|, NaN equal to NaN, same shape and dtype. A tensor's default tolerances are those of
   * its dtype (float32: rtol 1.3e-6, atol 1e-5); pass the challenge's own where it says so.
   */
  toBeClose(expected: Tensor | number | State, tolerance?: { readonly rtol?: number; readonly atol?: number }): void;
  /** The same primitive (Object.is). Reads a `Returned` as plain data. */
  toBe(expected: Plain): void;
  /** The same plain data at every depth. */
  toEqual(expected: Plain): void;
  toHaveShape(expected: readonly number[]): void;
  toHaveDtype(expected: string): void;
  toBeNull(): void;
  notToBeNull(): void;
  toBeLessThan(bound: number): void;
  toBeGreaterThan(bound: number): void;
  /** Values over steps or epochs; evidence draws both curves. */
  toFollowCurve(
    expected: readonly number[],
    options: { readonly xLabel: Text; readonly rtol?: number; readonly atol?: number },
  ): void;
  /** Of a spy. */
  calledTimes(times: number): void;
  /** Of a function that calls the candidate: `expect(() => candidate.call('f', bad)).toThrow(/shape/)`. */
  toThrow(message?: RegExp): void;
}
