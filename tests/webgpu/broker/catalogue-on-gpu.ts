// The same, but that everything the judge gives, and everything a submission makes without naming a device, is on the GPU.
import { giveOn } from '#challenges/authoring/given-device.ts';

giveOn('cuda');
export { catalogue } from './catalogue-patient.ts';
