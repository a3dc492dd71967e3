import type { Bilingual } from '../challenge.ts';
import type { Evidence } from './evidence.ts';

/** An expectation did not hold: ends the test, with what shows it. */
export class TestFailure extends Error {
  override readonly name = 'TestFailure';
  readonly evidence: readonly Evidence[];
  readonly says: Bilingual | null;
  constructor(evidence: readonly Evidence[], says: Bilingual | null = null) {
    super('an expectation does not hold');
    this.evidence = evidence;
    this.says = says;
  }
}

/** The submission threw while the judge waited for it. Everything in it is the submission's word. */
export class CandidateThrew extends Error {
  override readonly name = 'CandidateThrew';
  readonly thrown: Thrown;
  constructor(thrown: Thrown) {
    super(thrown.message);
    this.thrown = thrown;
  }
}

export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** The other side sent what the protocol does not know: no honest agent does, so the submission broke it. */
export class ProtocolBroken extends Error {
  override readonly name = 'ProtocolBroken';
}
