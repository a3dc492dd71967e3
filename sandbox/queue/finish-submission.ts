import type { PrismaClient, Prisma } from '#prisma/client.ts';
import type { GradeResult } from '#sandbox/result.ts';
import type { Claim } from './claim-submission.ts';
import { submissionChannel } from './channels.ts';
import { ringForNext } from './ring-for-next.ts';
import { storedJson } from './stored-json.ts';

type Tx = Prisma.TransactionClient;

/**
 * Stores the verdict, the tests and the progress, and rings for the user's next submission, all or nothing. False when
 * the claim is no longer the latest or the verdict is there already: then nothing is written.
 */
export async function finishSubmission(prisma: PrismaClient, claim: Claim, result: GradeResult): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id from users where id = ${claim.userId} for update`;
    const { tests, ...rest } = result;
    const stored = await tx.$executeRaw`
      update submissions
      set status = 'done', verdict = ${result.verdict}::verdict, score = ${result.score}, points = ${result.points},
          result = ${storedJson(rest)}::jsonb, finished_at = now()
      where id = ${claim.submission}::uuid and status = 'running' and claims = ${claim.number}`;
    if (stored !== 1) return false;
    await storeTests(tx, claim.submission, tests);
    if (result.verdict !== 'IE') await countAttempt(tx, claim, result);
    await ringForNext(tx, claim.userId);
    await tx.$executeRaw`select pg_notify(${submissionChannel}, ${claim.submission})`;
    return true;
  });
}

async function storeTests(tx: Tx, submission: string, tests: GradeResult['tests']): Promise<void> {
  const bodies = storedJson(tests);
  await tx.$executeRaw`delete from test_results where submission_id = ${submission}::uuid and ordinal > ${tests.length}`;
  await tx.$executeRaw`
    insert into test_results (submission_id, ordinal, body)
    select ${submission}::uuid, t.ordinal, t.body from jsonb_array_elements(${bodies}::jsonb) with ordinality as t(body, ordinal)
    on conflict (submission_id, ordinal) do update set body = excluded.body where test_results.body <> excluded.body`;
}

/** Our own faults never come here. A run is activity; only a submit moves score and solved. */
async function countAttempt(tx: Tx, claim: Claim, result: GradeResult): Promise<void> {
  const submit = claim.kind === 'submit';
  const solved = submit && result.verdict === 'AC';
  const score = submit ? result.score : 0;
  const points = submit ? result.points : 0;
  await tx.$executeRaw`
    insert into progress as p (user_id, challenge, best_score, points, attempts, runs, first_tried_at, last_tried_at,
                               solved_at, solved_version, solved_attempt)
    values (${claim.userId}, ${claim.challenge}, ${score}, ${points}, ${submit ? 1 : 0}, ${submit ? 0 : 1}, now(), now(),
            case when ${solved} then now() end, case when ${solved} then ${claim.challengeVersion}::int end,
            case when ${solved} then 1 end)
    on conflict (user_id, challenge) do update
    set best_score = greatest(p.best_score, excluded.best_score),
        points = greatest(p.points, excluded.points),
        attempts = p.attempts + excluded.attempts,
        runs = p.runs + excluded.runs,
        last_tried_at = now(),
        solved_version = case when p.solved_at is null then excluded.solved_version else p.solved_version end,
        solved_attempt = case when p.solved_at is null and excluded.solved_at is not null then p.attempts + 1
                              else p.solved_attempt end,
        solved_at = coalesce(p.solved_at, excluded.solved_at)`;
}
