// The web tier's one ear on the database. Hears that a submission changed and tells whoever waits for it; what changed
// they read themselves, so that nothing is lost when a message is, and nothing comes twice when one does.
import postgres from 'postgres';
import { submissionChannel } from '#sandbox/queue/channels.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';

type Ring = () => void;

interface Bell {
  readonly waiting: Map<string, Set<Ring>>;
  readonly sql: postgres.Sql;
  readonly listening: Promise<unknown>;
}

// On globalThis for the same reason as the pool in database.ts.
const place = globalThis as typeof globalThis & { gradgymBell?: Bell | undefined };

function hang(): Bell {
  const waiting = new Map<string, Set<Ring>>();
  const sql = postgres(environment().DATABASE_URL, {
    max: 1,
    connection: { application_name: 'gradgym-bell' },
    onnotice: () => undefined,
  });
  const ringAll = () => {
    for (const rings of waiting.values()) for (const ring of rings) ring();
  };
  // The last argument is called after each LISTEN, also that of a new connection: what was missed meanwhile is read then.
  const listening = sql.listen(
    submissionChannel,
    (submission) => {
      for (const ring of waiting.get(submission) ?? []) ring();
    },
    ringAll,
  );
  listening.catch((error: unknown) => {
    log.error({ err: error }, 'cannot listen for submissions');
    place.gradgymBell = undefined;
    void sql.end({ timeout: 1 });
  });
  return { waiting, sql, listening };
}

/** Calls `ring` whenever the submission may have changed, from the moment the promise resolves; returns how to stop. */
export async function waitFor(submission: string, ring: Ring): Promise<() => void> {
  place.gradgymBell ??= hang();
  const { waiting, listening } = place.gradgymBell;
  const rings = waiting.get(submission) ?? new Set();
  waiting.set(submission, rings);
  rings.add(ring);
  const stop = () => {
    rings.delete(ring);
    if (rings.size === 0) waiting.delete(submission);
  };
  try {
    await listening;
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

export async function takeDownBell(): Promise<void> {
  const bell = place.gradgymBell;
  place.gradgymBell = undefined;
  await bell?.sql.end({ timeout: 1 });
}
