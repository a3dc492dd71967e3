import type { Attack } from './attack.ts';
import { compiler } from './compiler.ts';
import { engine } from './engine.ts';
import { language } from './language.ts';
import { memory, output } from './memory.ts';
import { processor } from './processor.ts';
import { thrown } from './thrown.ts';
import { values } from './values.ts';

export type { Attack } from './attack.ts';

/** The challenge they are played on: filling memory takes a while, everything else is over soon or never. */
type Challenge = 'attacked' | 'filled';
export type Played = Attack & { readonly challenge: Challenge };
const on = (challenge: Challenge, attacks: readonly Attack[]): Played[] => attacks.map((a) => ({ ...a, challenge }));

/** By what they attack; the first four are those of the survey of isolated-vm, 112 of them. */
export const attacks: { readonly [group: string]: readonly Played[] } = {
  processor: on('attacked', processor),
  thrown: on('attacked', thrown),
  memory: on('filled', memory),
  output: on('filled', output),
  values: on('filled', values),
  engine: on('filled', engine),
  language: on('filled', language),
  compiler: on('attacked', compiler),
};
export const allAttacks: readonly Played[] = Object.values(attacks).flat();
