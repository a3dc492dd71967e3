// The challenges as they are, but that everything the judge gives, and everything a submission makes without naming a device, is on the GPU.
import { giveOn } from '#challenges/authoring/given-device.ts';
import { catalogue as real } from '#sandbox/judge/catalogue.ts';
import type { Catalogue } from '#sandbox/judge/catalogue.ts';

giveOn('cuda');

/** On a processor that plays the GPU, the first launch of a kernel takes as long as many steps. */
const slower = 8;
export const catalogue: Catalogue = {
  ...real,
  limits: (id) => {
    const limits = real.limits(id);
    return limits && { ...limits, timeLimitMs: limits.timeLimitMs * slower };
  },
};
