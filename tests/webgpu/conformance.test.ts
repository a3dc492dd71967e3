// PyTorch's own samples on the GPU: of every kernel the operators that reach it. All samples: README, "WebGPU".
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Case, type Operator, runCase } from '#tests/conformance/run-case.ts';
import { gpu } from './gpu.ts';

const operators: Record<string, Operator> = JSON.parse(
  brotliDecompressSync(readFileSync(new URL('../conformance/cases.json.br', import.meta.url))).toString(),
);
interface Exceptions {
  readonly [operator: string]: { readonly [sample: string]: string };
}
const exceptions: Exceptions = JSON.parse(readFileSync(new URL('exceptions.json', import.meta.url), 'utf8'));

const chosen: Record<string, readonly string[]> = {
  pointwise: [
    'add',
    'where',
    'pow',
    'remainder',
    'floor_divide',
    'erfinv',
    'digamma',
    'atan2',
    'lgamma',
    'bitwise_and',
  ],
  'dtypes and float64': ['bincount', 'double', 'float_power', 'zeros_like', 'bfloat16', 'long'],
  reductions: ['sum', 'amax', 'argmin', 'any', 'prod', 'std', 'count_nonzero', 'nansum'],
  'scans and sorts': ['cumsum', 'cummax', 'logcumsumexp', 'sort', 'topk', 'kthvalue', 'unique'],
  indexing: [
    'gather',
    'scatter_add',
    'scatter_reduce.amax',
    'index_add',
    'take',
    'put',
    'index_put',
    'nn.functional.embedding',
  ],
  products: ['mm', 'baddbmm', 'matmul', 'addmv', 'einsum', 'nn.functional.linear'],
  convolutions: [
    'nn.functional.conv1d',
    'nn.functional.conv2d',
    'nn.functional.conv_transpose2d',
    'nn.functional.unfold',
  ],
  losses: ['nn.functional.cross_entropy', 'nn.functional.nll_loss', 'nn.functional.huber_loss'],
  lines: ['softmax', 'log_softmax', 'nn.functional.layer_norm', 'nn.functional.batch_norm', 'logsumexp'],
};

const asksFloat64 = (c: Case): boolean => JSON.stringify(c).includes('float64');
function outcome(op: Operator, c: Case): string {
  try {
    return runCase(op, c, { device: gpu.name }) ?? 'agrees';
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return asksFloat64(c) && message.startsWith('float64 tensors cannot be on the GPU') ? 'refused' : message;
  }
}

describe.each(Object.keys(chosen))('%s', (group) => {
  test.each(chosen[group] ?? [])('%s', (name) => {
    const op = operators[name];
    if (!op) throw new Error(`there are no samples of ${name}`);
    const wrong = op.cases
      .map((c, i) => [i, outcome(op, c)] as const)
      .filter(([i, found]) => found !== 'agrees' && found !== 'refused' && !exceptions[name]?.[i]);
    expect(wrong).toEqual([]);
  });
});

test('an exception that is none any more leaves the list', () => {
  const agreeing = Object.entries(exceptions).flatMap(([name, samples]) =>
    Object.keys(samples).filter((i) => {
      const [op, c] = [operators[name], operators[name]?.cases[Number(i)]];
      return !op || !c || outcome(op, c) === 'agrees';
    }),
  );
  expect(agreeing).toEqual([]);
});
