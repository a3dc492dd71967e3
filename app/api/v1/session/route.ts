import { ensureGuest } from '#app/_server/ensure-guest.ts';
import { answer, refuseForeignOrigin } from '#app/_server/handle.ts';

/** For browsers: makes sure that there is a session cookie, of a new guest where there was none. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    refuseForeignOrigin(request);
    return Response.json({ user: await ensureGuest() });
  });
}
