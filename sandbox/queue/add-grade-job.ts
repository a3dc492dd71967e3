import { gradeAttemptsMax, gradeJobKey, gradeTask } from './channels.ts';

/** As much of Prisma's client as is needed, so that a transaction's client fits too. */
export interface Executes {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

/** In the transaction of the row it belongs to: both are there or neither. */
export async function addGradeJob(tx: Executes, submission: string): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(
      ${gradeTask}, json_build_object('submission', ${submission}::text),
      max_attempts => ${gradeAttemptsMax}::int, job_key => ${gradeJobKey(submission)})`;
}
