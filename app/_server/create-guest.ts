import { auth } from './auth.ts';
import { countGuest } from './rate-limits.ts';

/** A new guest for a client of its own: the token is all that it gets, no cookie is set. */
export async function createGuest(from: Headers): Promise<{ token: string }> {
  await countGuest(from);
  const headers = new Headers(from);
  headers.delete('cookie');
  headers.delete('authorization');
  const { token } = await auth().api.signInAnonymous({ headers });
  return { token };
}
