import { headers } from 'next/headers';
import { auth } from './auth.ts';

export interface CurrentUser {
  readonly id: string;
  readonly guest: boolean;
}

/** Who asks, by session cookie or bearer token; null for someone new. For pages and routes alike. */
export async function currentUser(from?: Headers): Promise<CurrentUser | null> {
  const session = await auth().api.getSession({ headers: from ?? (await headers()) });
  return session === null ? null : { id: session.user.id, guest: session.user.isAnonymous === true };
}
