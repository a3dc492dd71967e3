// What a failed expectation shows: plain data, the one shape that the judge, the database and the pages share. Never the inputs of a
// hidden test as such, never what a submission printed or threw in one.
import { z } from 'zod';
import { graphNodesMax } from './graph.ts';

/** Shown as it is when a string (code, a parameter's name); otherwise in the reader's language. */
export const textSchema = z.union([z.string(), z.object({ en: z.string(), zh: z.string() })]);
export type Text = z.infer<typeof textSchema>;

export const excerptValuesMax = 144;
export const callsMax = 30;
const curveMax = 1000;

/** Non-finite numbers as text: JSON has none. */
const numberSchema = z.union([z.number(), z.enum(['nan', 'inf', '-inf'])]);
const sizesSchema = z.array(z.number().int().nonnegative());

/** A box cut out of a tensor: from index `start`, of sizes `size`, values row-major. Both are empty when it begins at its first element. */
export const tensorExcerptSchema = z.object({
  dtype: z.string(),
  shape: sizesSchema,
  values: z.array(z.union([numberSchema, z.boolean()])).max(excerptValuesMax),
  /** Whether the tensor holds more than is shown. */
  truncated: z.boolean(),
  start: sizesSchema.default([]),
  size: sizesSchema.default([]),
});
export type TensorExcerpt = z.infer<typeof tensorExcerptSchema>;

const cutSchema = z.enum(['detach', 'data', 'no_grad', 'tensor', 'backward']);

/** The autograd graph from one tensor backward, the tensor's own node first; no node when the tensor has no history. */
export const graphSchema = z.object({
  nodes: z
    .array(
      z.object({
        /** As PyTorch calls it: 'MulBackward0', 'AccumulateGrad'. */
        name: z.string().max(80),
        shape: sizesSchema.max(64),
        /** Positions of the nodes that its gradients go to; null where no gradient is wanted. */
        inputs: z.array(z.number().int().nonnegative().nullable()).max(200),
        /** Of a leaf, what the test calls it; null when it has no name, and for other nodes. */
        leaf: z.string().max(80).nullable(),
        /** By input, what cut the history of one that comes from tensors that require a gradient; null for the others. */
        cuts: z.array(cutSchema.nullable()).max(200).default([]),
      }),
    )
    .max(graphNodesMax),
  truncated: z.boolean(),
  /** Why there is no node, where the tensor's history was cut. */
  cut: cutSchema.nullable().default(null),
});
export type Graph = z.infer<typeof graphSchema>;
export type Cut = z.infer<typeof cutSchema>;

export const evidenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tensor'),
    label: textSchema,
    expected: tensorExcerptSchema,
    actual: tensorExcerptSchema,
    /** Index of the first element out of tolerance; null when shapes or dtypes differ already. */
    firstWrong: z.array(z.number().int()).nullable(),
    /** Largest |actual − expected|; null when not comparable. */
    maxError: z.union([z.number(), z.enum(['nan', 'inf'])]).nullable(),
    /** Largest |actual − expected| / |expected|. */
    maxRelative: z
      .union([z.number(), z.enum(['nan', 'inf'])])
      .nullable()
      .default(null),
    /** How many elements are out of tolerance; null when not comparable. */
    wrong: z.number().int().nullable().default(null),
    rtol: z.number(),
    atol: z.number(),
  }),
  /** Anything with a short printed form: a number, a list of names, a dtype. */
  z.object({ kind: z.literal('value'), label: textSchema, expected: z.string(), actual: z.string() }),
  /** One series over steps or epochs, expected beside actual. */
  z.object({
    kind: z.literal('curve'),
    label: textSchema,
    xLabel: textSchema,
    expected: z.array(z.number().nullable()).max(curveMax),
    actual: z.array(z.number().nullable()).max(curveMax),
  }),
  /** The calls that the submission made of a function of the judge's, in words; `expected` says what was wanted. */
  z.object({
    kind: z.literal('calls'),
    label: textSchema,
    expected: textSchema,
    /** All of them; `calls` lists the first. */
    count: z.number().int().nonnegative(),
    calls: z.array(z.object({ name: z.string(), args: z.array(z.string()) })).max(callsMax),
    /** Position of the first call that is not as it should be. */
    firstWrong: z.number().int().nullable(),
  }),
  /** What was measured of the submission, beside what it may use. */
  z.object({
    kind: z.literal('meter'),
    label: textSchema,
    readings: z
      .array(
        z.object({
          /** 'flops', 'savedBytesPeak', 'operators.matmul'. */
          name: z.string(),
          actual: z.number(),
          atMost: z.number().nullable(),
          atLeast: z.number().nullable(),
        }),
      )
      .max(20),
  }),
  /** The graph behind a result; `expected` is null where the challenge has no one graph to show. */
  z.object({ kind: z.literal('graph'), label: textSchema, actual: graphSchema, expected: graphSchema.nullable() }),
  /** Things that a call had to leave alone, and what it changed. */
  z.object({
    kind: z.literal('changed'),
    label: textSchema,
    changes: z.array(z.object({ what: textSchema, before: z.string(), after: z.string() })).max(20),
  }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;
