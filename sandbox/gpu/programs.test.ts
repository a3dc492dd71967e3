import { expect, test } from 'vitest';
import { dtypeNamed } from '#engine/dtype.ts';
import { kernels } from '#engine/device/webgpu/kernels.ts';
import { parseProgram } from './programs.ts';

const parse = (program: unknown) => parseProgram(JSON.stringify(program), dtypeNamed);

test('every kernel of the GPU may be asked for: one that is new needs its parameters here and its shapes in checks.ts', () => {
  const unknown = Object.keys(kernels).filter((kernel) => {
    try {
      parse({ kernel, numbers: [], rest: {} });
      return false;
    } catch (error) {
      return String(error).includes('there is no kernel');
    }
  });
  expect(unknown).toEqual([]);
});

test('an expression costs what is in it, and its key says all that its text depends on', () => {
  const program = (expression: string) =>
    parse({ kernel: 'pointwise', numbers: ['alpha'], rest: { expression, operands: ['x', 'y'], compute: 'float32' } });
  const [sum, power] = [program('x + alpha * y'), program('pow(x, y) + alpha')];
  expect(power.cost).toBeGreaterThan(sum.cost);
  const [one, other] = [sum, power].map(({ parameters }) => Object(parameters([0.5])));
  expect(one.scalars).toEqual([0.5]);
  expect(one.key).not.toBe(other.key);
});

test('numbers come by their names, in the order they were named', () => {
  const { parameters, numberCount } = parse({ kernel: 'gemm', numbers: ['beta', 'alpha'], rest: { maySplit: false } });
  expect(numberCount).toBe(2);
  expect(parameters([1, 2])).toEqual({ beta: 1, alpha: 2, maySplit: false });
  expect(() => parse({ kernel: 'gemm', numbers: ['alpha'], rest: { maySplit: false } })).toThrow('takes the numbers');
});
