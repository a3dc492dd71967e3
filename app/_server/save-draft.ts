import { findChallenge } from '#challenges/index.ts';
import type { DraftAnswer, DraftWrite } from './api-types.ts';
import { refuseTooLong } from './create-submission.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { draftAnswer, getDraft } from './get-draft.ts';
import { ServiceError } from './service-error.ts';

/** Saves over the version it was made from, and over no other: a second device is told, with what it did not know. */
export async function saveDraft(user: CurrentUser, challenge: string, write: DraftWrite): Promise<DraftAnswer> {
  if (findChallenge(challenge) === undefined) throw new ServiceError('not-found', 'No challenge has this id.');
  refuseTooLong(write.source);
  const { draft } = database().prisma;
  const { source, baseVersion } = write;
  const data = { userId: user.id, challenge, source, version: baseVersion + 1, updatedAt: new Date() };
  const [saved] =
    baseVersion === 0
      ? await draft.createManyAndReturn({ data, skipDuplicates: true })
      : await draft.updateManyAndReturn({ where: { userId: user.id, challenge, version: baseVersion }, data });
  if (saved !== undefined) return draftAnswer(saved);
  const newer = await getDraft(user, challenge);
  // The same text once more is a repeated request whose answer was lost, not a conflict.
  if (newer !== null && newer.source === source) return newer;
  throw new ServiceError('conflict', 'Another version was saved in the meantime.', {
    field: 'baseVersion',
    ...(newer === null ? {} : { draft: newer }),
  });
}
