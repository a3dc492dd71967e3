import { eventStream } from '#app/_server/event-stream.ts';
import { getSubmission } from '#app/_server/get-submission.ts';
import { answer, requireUser } from '#app/_server/handle.ts';
import { idDone, submissionEvents } from '#app/_server/submission-events.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    const { id } = await getSubmission(user, (await params).id);
    const seen = Number.parseInt(request.headers.get('last-event-id') ?? '', 10) || 0;
    // 204 is what tells an EventSource to stay away.
    if (seen >= idDone) return new Response(null, { status: 204 });
    return eventStream(user.id, request.signal, (signal) => submissionEvents(user, id, seen, signal));
  });
}
