// The challenges as they are, with time for a processor that plays the GPU, on which the first launch of a kernel takes as long as many steps.
import { catalogue as real } from '#sandbox/judge/catalogue.ts';
import type { Catalogue } from '#sandbox/judge/catalogue.ts';

const slower = 8;
export const catalogue: Catalogue = {
  ...real,
  limits: (id) => {
    const limits = real.limits(id);
    return limits && { ...limits, timeLimitMs: limits.timeLimitMs * slower };
  },
};
