// What the GPU's broker refuses must be what no operator asks for: PyTorch's samples of every operator, and their gradients, are computed
// on the CPU, and each dispatch that a GPU would be given is shown to the broker's checks.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cpu } from '#engine/device/cpu/cpu.ts';
import type { PointwiseParameters } from '#engine/device/cpu/pointwise.ts';
import type { Operand } from '#engine/device/device.ts';
import { kernels } from '#engine/device/webgpu/kernels.ts';
import { programBytesMax, rankMax } from '#engine/device/webgpu/remote/protocol.ts';
import { programParts } from '#engine/device/webgpu/remote/remote-gpu.ts';
import { sortsOnCpu } from '#engine/device/webgpu/sort-limit.ts';
import { dtypeNamed } from '#engine/dtype.ts';
import { workOf } from '#sandbox/gpu/checks.ts';
import { parseProgram } from '#sandbox/gpu/programs.ts';
import { type Operator, runCase } from './run-case.ts';

const operators: Record<string, Operator> = JSON.parse(
  brotliDecompressSync(readFileSync(new URL('cases.json.br', import.meta.url))).toString(),
);
const { dispatch } = cpu;
let current = '';
let shown = 0;
const refused = new Set<string>();

function show(kernel: string, operands: readonly Operand[], parameters: object): void {
  const { names, numbers, rest } = programParts(kernel, parameters);
  const text = JSON.stringify({ kernel, numbers: names, rest });
  const program = parseProgram(text, dtypeNamed);
  expect(text.length).toBeLessThan(programBytesMax);
  expect(workOf(program.kernel, operands, program.parameters(numbers)) * program.cost).toBeLessThan(2 ** 30);
  for (const { shape, strides } of operands) {
    expect(shape.length).toBeLessThanOrEqual(rankMax);
    expect(Math.min(0, ...strides)).toBe(0);
  }
}
beforeAll(() => {
  Object.assign(cpu, {
    dispatch(kernel: string, operands: readonly Operand[], parameters: object | PointwiseParameters) {
      if (kernel in kernels && !(kernel === 'sort' && sortsOnCpu(operands, parameters))) {
        shown++;
        try {
          show(kernel, operands, parameters);
        } catch (error) {
          refused.add(`${current}, ${kernel}: ${error instanceof Error ? error.message : error}`);
        }
      }
      dispatch.call(cpu, kernel, operands, parameters);
    },
  });
});
afterAll(() => void Object.assign(cpu, { dispatch }));

test('the broker takes every dispatch of every sample', () => {
  for (const [name, operator] of Object.entries(operators))
    for (const [i, sample] of operator.cases.entries()) {
      current = `${name}[${i}]`;
      try {
        runCase(operator, sample, {});
      } catch {
        // Whether the sample agrees, other tests say.
      }
    }
  expect(shown).toBeGreaterThan(20_000);
  expect([...refused]).toEqual([]);
});
