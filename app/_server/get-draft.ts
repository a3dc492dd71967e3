import type { Draft } from '#prisma/client.ts';
import type { DraftAnswer } from './api-types.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';

export async function getDraft(user: CurrentUser, challenge: string): Promise<DraftAnswer | null> {
  const row = await database().prisma.draft.findUnique({ where: { userId_challenge: { userId: user.id, challenge } } });
  return row === null ? null : draftAnswer(row);
}

export function draftAnswer({ source, version, updatedAt }: Draft): DraftAnswer {
  return { source, version, updatedAt: updatedAt.toISOString() };
}
