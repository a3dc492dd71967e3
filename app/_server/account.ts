// Accounts over better-auth: opened from a guest, whose history goes along; every refusal says which field was wrong.
import { isAPIError } from 'better-auth/api';
import type { Credentials } from './api-types.ts';
import { auth } from './auth.ts';
import type { CurrentUser } from './current-user.ts';
import { database } from './database.ts';
import { countSignIn } from './rate-limits.ts';
import { ServiceError } from './service-error.ts';

const emailTaken = new ServiceError('conflict', 'There is an account with this email; sign in instead.', {
  field: 'email',
});
const refusals: Readonly<Record<string, ServiceError>> = {
  USER_ALREADY_EXISTS: emailTaken,
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: emailTaken,
  INVALID_EMAIL_OR_PASSWORD: new ServiceError('unauthorized', 'No account has this email and this password.', {
    field: 'password',
  }),
};

async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code: unknown = isAPIError(error) ? error.body?.code : undefined;
    throw (typeof code === 'string' ? refusals[code] : undefined) ?? error;
  }
}

/** Opens an account and signs in to it. */
export async function openAccount(from: Headers, { email, password }: Credentials): Promise<void> {
  await countSignIn(from);
  const name = email.split('@')[0] ?? email;
  await said(auth().api.signUpEmail({ headers: from, body: { email: email.toLowerCase(), password, name } }));
}

export async function signIn(from: Headers, { email, password }: Credentials): Promise<void> {
  await countSignIn(from);
  await said(auth().api.signInEmail({ headers: from, body: { email: email.toLowerCase(), password } }));
}

export async function signOut(from: Headers): Promise<void> {
  await auth().api.signOut({ headers: from });
}

/** Removes somebody with all they did; nothing of it can be brought back. */
export async function deleteAccount(user: CurrentUser, from: Headers): Promise<void> {
  await signOut(from);
  await database().prisma.user.delete({ where: { id: user.id } });
}

/** Where the account is; null for a guest. */
export async function emailOf(user: CurrentUser): Promise<string | null> {
  if (user.guest) return null;
  const { email } = await database().prisma.user.findUniqueOrThrow({ where: { id: user.id }, select: { email: true } });
  return email;
}
