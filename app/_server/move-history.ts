import { database } from './database.ts';

/**
 * Gives everything a guest did to the account it opens or signs in to. Runs before better-auth deletes the guest,
 * whose rows would go with it. Where both have something for a challenge: the newer draft, the better progress.
 */
export async function moveHistory(guestId: string, userId: string): Promise<void> {
  if (guestId === userId) return;
  await database().prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id from users where id in (${guestId}, ${userId}) order by id for update`;
    await tx.submission.updateMany({ where: { userId: guestId }, data: { userId } });
    await tx.$executeRaw`
      insert into drafts (user_id, challenge, source, version, created_at, updated_at)
      select ${userId}, challenge, source, version, created_at, updated_at from drafts where user_id = ${guestId}
      on conflict (user_id, challenge) do update
      set source = excluded.source, version = greatest(drafts.version, excluded.version) + 1,
          created_at = least(drafts.created_at, excluded.created_at), updated_at = excluded.updated_at
      where excluded.updated_at > drafts.updated_at`;
    await tx.$executeRaw`
      insert into hint_openings (user_id, challenge, hint, opened_at)
      select ${userId}, challenge, hint, opened_at from hint_openings where user_id = ${guestId}
      on conflict (user_id, challenge, hint) do update
      set opened_at = least(hint_openings.opened_at, excluded.opened_at)`;
    await tx.$executeRaw`
      insert into solution_openings (user_id, challenge, opened_at)
      select ${userId}, challenge, opened_at from solution_openings where user_id = ${guestId}
      on conflict (user_id, challenge) do update
      set opened_at = least(solution_openings.opened_at, excluded.opened_at)`;
    await tx.$executeRaw`
      insert into progress (user_id, challenge, best_score, points, attempts, runs, first_tried_at, last_tried_at,
                            solved_at, solved_version, solved_attempt)
      select ${userId}, challenge, best_score, points, attempts, runs, first_tried_at, last_tried_at,
             solved_at, solved_version, solved_attempt
      from progress where user_id = ${guestId}
      on conflict (user_id, challenge) do update
      set best_score = greatest(progress.best_score, excluded.best_score),
          points = greatest(progress.points, excluded.points),
          attempts = progress.attempts + excluded.attempts,
          runs = progress.runs + excluded.runs,
          first_tried_at = least(progress.first_tried_at, excluded.first_tried_at),
          last_tried_at = greatest(progress.last_tried_at, excluded.last_tried_at),
          (solved_at, solved_version, solved_attempt) = (
            select s.at, s.version, s.attempt
            from (values (progress.solved_at, progress.solved_version, progress.solved_attempt),
                         (excluded.solved_at, excluded.solved_version, excluded.solved_attempt)) as s (at, version, attempt)
            order by s.at nulls last limit 1)`;
  });
}
