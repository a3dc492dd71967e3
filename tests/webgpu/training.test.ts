// The core's golden training runs on the GPU: the losses that real PyTorch recorded on the CPU, to 1e-3.
import { expect, test } from 'vitest';
import { clippedRuns, plainRuns, repeat } from '#tests/golden/training-runs.ts';
import { gpu } from './gpu.ts';

const runs = { ...plainRuns, ...clippedRuns };

test.each(Object.keys(runs))('%s', (name) => {
  const run = runs[name];
  if (!run) throw new Error(name);
  const { recorded } = run;
  const { losses, evaluated } = repeat(run, gpu.name);
  expect(losses).toHaveLength(50);
  recorded.losses.forEach((wanted, i) =>
    expect(Math.abs((losses[i] ?? Number.NaN) - wanted), `step ${i}: ${losses[i]}, PyTorch ${wanted}`).toBeLessThan(
      1e-3,
    ),
  );
  if (recorded.evaluated !== undefined) expect(Math.abs(evaluated - recorded.evaluated)).toBeLessThan(1e-3);
});
