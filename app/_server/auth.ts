// better-auth as we use it: guests today, accounts that take a guest's history along when they are opened.
// Its own routes are not mounted; the verbs beside this file call it.
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { nextCookies } from 'better-auth/next-js';
import { anonymous, bearer } from 'better-auth/plugins';
import { database } from './database.ts';
import { environment } from './environment.ts';
import { moveHistory } from './move-history.ts';
import { secret } from './secret.ts';

const daySeconds = 24 * 60 * 60;

function createAuth() {
  const origin = environment().GRADGYM_ORIGIN;
  return betterAuth({
    appName: 'GradGym',
    baseURL: origin ?? 'http://localhost',
    secret: secret(),
    database: prismaAdapter(database().prisma, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true },
    // A guest has nothing but the cookie: it lives long and is renewed while it is used.
    session: { expiresIn: 400 * daySeconds, updateAge: 7 * daySeconds },
    advanced: {
      cookiePrefix: 'gradgym',
      // Secure only where the service is reached by https: a plain http://127.0.0.1 must work too.
      useSecureCookies: origin?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    telemetry: { enabled: false },
    plugins: [
      anonymous({
        emailDomainName: 'guest.invalid',
        generateName: () => 'Guest',
        onLinkAccount: ({ anonymousUser, newUser }) => moveHistory(anonymousUser.user.id, newUser.user.id),
      }),
      bearer(),
      nextCookies(),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
let made: Auth | undefined;

export function auth(): Auth {
  made ??= createAuth();
  return made;
}
