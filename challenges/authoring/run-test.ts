// Runs one declared test over a port and says what came of it. The sandbox asks for this; test files don't.
import torch from '#engine/index.ts';
import type { MeterReading } from '#engine/meters.ts';
import type { Bilingual } from '../challenge.ts';
import { candidateOf } from './candidate.ts';
import type { Evidence } from './evidence.ts';
import { expectOf } from './expect.ts';
import { CandidateThrew, TestFailure, type Thrown } from './failure.ts';
import { givenOf } from './given.ts';
import { givenDevice } from './given-device.ts';
import { seedEngine, seededRng, seedOf } from './rng.ts';
import { Session } from './session.ts';
import type { DeclaredBehaviour, DeclaredTest } from './suite.ts';
import type { Port } from './wire.ts';

export type TestOutcome =
  | { readonly status: 'passed'; readonly readings: readonly MeterReading[] }
  | { readonly status: 'failed'; readonly says: Bilingual; readonly evidence: readonly Evidence[] }
  | { readonly status: 'error'; readonly says: Bilingual; readonly thrown: Thrown };

/** Throws CandidateStopped and ProtocolBroken through; anything else that is thrown is a fault of the test itself. */
export function runTest(port: Port, behaviour: DeclaredBehaviour, test: DeclaredTest, seed: number): TestOutcome {
  const device = givenDevice();
  const session = new Session(port, { seed: seedOf(seed, test.id), ...(device === 'cpu' ? {} : { device }) });
  seedEngine(seededRng(seed, `${test.id} engine`));
  try {
    const given = givenOf(session, seed, test.id);
    test.body({ candidate: candidateOf(session), given, expect: expectOf(given, test.visibility === 'hidden'), torch });
    return { status: 'passed', readings: session.readings };
  } catch (error) {
    const sentence = test.options.says ?? behaviour.options.says;
    if (error instanceof TestFailure)
      return { status: 'failed', says: error.says ?? sentence, evidence: error.evidence.slice(0, 8) };
    if (error instanceof CandidateThrew)
      return {
        status: 'error',
        says: { en: 'Your code threw an error.', zh: '你的代码抛出了错误。' },
        thrown: error.thrown,
      };
    throw error;
  }
}
