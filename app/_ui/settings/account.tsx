'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import type { Messages } from '#app/_i18n/messages.ts';
import { passwordCharactersMin } from '#app/_server/api-types.ts';
import { openAccount, Refusal, signIn, signOut } from '#app/_ui/api/client.ts';

function whyNot(error: unknown, { settings, grading }: Messages): string {
  if (error instanceof TypeError) return settings.offline;
  if (!(error instanceof Refusal)) return grading.failed;
  switch (error.answer?.code) {
    case 'conflict':
      return settings.emailTaken;
    case 'unauthorized':
      return settings.wrongPassword;
    case 'too-many':
      return grading.tooMany(error.answer.retryAfterSeconds ?? 1);
    case 'bad-request':
      return error.answer.field === 'email' ? settings.emailWrong : settings.passwordWrong(passwordCharactersMin);
    case 'unavailable':
      return grading.away;
    default:
      return grading.failed;
  }
}

/** An account keeps what a guest has; without one it belongs to this browser. */
export function Account({ email }: { email: string | null }) {
  const { messages } = useLanguage();
  const { settings } = messages;
  const router = useRouter();
  return (
    <section aria-labelledby="account">
      <div className="section-head">
        <h2 id="account">{settings.account}</h2>
      </div>
      {email === null ? (
        <>
          <p className="soft">{settings.guestLead}</p>
          <div className="split">
            <CredentialsForm kind="open" />
            <CredentialsForm kind="sign-in" />
          </div>
        </>
      ) : (
        <p className="signed-in">
          <span>{settings.signedIn(email)}</span>
          <button
            type="button"
            className="button"
            onClick={() =>
              void signOut().then(
                () => router.refresh(),
                () => router.refresh(),
              )
            }
          >
            {settings.signOut}
          </button>
        </p>
      )}
    </section>
  );
}

function CredentialsForm({ kind }: { kind: 'open' | 'sign-in' }) {
  const { messages } = useLanguage();
  const { settings } = messages;
  const router = useRouter();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const credentials = { email: String(data.get('email')).trim(), password: String(data.get('password')) };
    setBusy(true);
    setProblem(null);
    (kind === 'open' ? openAccount : signIn)(credentials)
      .then(() => router.refresh())
      .catch((error: unknown) => setProblem(whyNot(error, messages)))
      .finally(() => setBusy(false));
  };
  const words = kind === 'open' ? settings.open : settings.signIn;
  return (
    <form onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.title}</h3>
      <p className="quiet">{words.lead}</p>
      <label htmlFor={`${id}-email`}>{settings.email}</label>
      <span className="field">
        <input id={`${id}-email`} name="email" type="email" autoComplete="email" required maxLength={254} />
      </span>
      <label htmlFor={`${id}-password`}>{settings.password(passwordCharactersMin)}</label>
      <span className="field">
        <input
          id={`${id}-password`}
          name="password"
          type="password"
          autoComplete={kind === 'open' ? 'new-password' : 'current-password'}
          required
          minLength={passwordCharactersMin}
          maxLength={128}
        />
      </span>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className={kind === 'open' ? 'button primary' : 'button'} disabled={busy}>
        {busy ? settings.busy : words.act}
      </button>
    </form>
  );
}
