import { headers } from 'next/headers';
import { auth } from './auth.ts';
import { type CurrentUser, currentUser } from './current-user.ts';
import { countGuest } from './rate-limits.ts';

/**
 * The current user, or a new guest whose session cookie goes out with this answer. Only where a cookie can be written:
 * a route handler or a server action, not while a page renders.
 */
export async function ensureGuest(): Promise<CurrentUser> {
  const from = await headers();
  const known = await currentUser(from);
  if (known !== null) return known;
  await countGuest(from);
  const { user } = await auth().api.signInAnonymous({ headers: from });
  return { id: user.id, guest: true };
}
