import type { PrismaClient } from '#prisma/client.ts';
import type { TestResult } from '#sandbox/result.ts';
import type { Claim } from './claim-submission.ts';
import { submissionChannel } from './channels.ts';
import { storedJson } from './stored-json.ts';

/**
 * Writes test results as they arrive without holding up the grader: one statement is under way at a time, and what
 * arrives meanwhile goes with the next.
 */
export class TestWriter {
  readonly #prisma: PrismaClient;
  readonly #claim: Claim;
  #waiting: { ordinal: number; body: TestResult }[] = [];
  #arrived = 0;
  #writing: Promise<void> | null = null;
  #closed = false;

  constructor(prisma: PrismaClient, claim: Claim) {
    this.#prisma = prisma;
    this.#claim = claim;
  }

  add(test: TestResult): void {
    this.#arrived += 1;
    this.#waiting.push({ ordinal: this.#arrived, body: test });
    this.#writing ??= this.#drain();
  }

  /** Writes nothing more; returns when the statement under way has ended. The end of the submission writes the rest. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
  }

  async #drain(): Promise<void> {
    // A failure here costs only liveness: the final transaction writes every test again.
    try {
      while (this.#waiting.length > 0 && !this.#closed) {
        const batch = this.#waiting;
        this.#waiting = [];
        await this.#write(storedJson(batch));
      }
    } catch {
      this.#closed = true;
    } finally {
      this.#writing = null;
    }
  }

  async #write(batch: string): Promise<void> {
    const { submission, number } = this.#claim;
    await this.#prisma.$executeRaw`
      with mine as (
        select id from submissions where id = ${submission}::uuid and status = 'running' and claims = ${number} for share
      ), written as (
        insert into test_results (submission_id, ordinal, body)
        select mine.id, t.ordinal, t.body from mine, jsonb_to_recordset(${batch}::jsonb) as t(ordinal int, body jsonb)
        on conflict (submission_id, ordinal) do update set body = excluded.body
        returning 1
      )
      select pg_notify(${submissionChannel}, ${submission}) where exists (select 1 from written)`;
  }
}
