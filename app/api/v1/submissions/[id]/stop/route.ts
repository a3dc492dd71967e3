import { answer, requireUser } from '#app/_server/handle.ts';
import { stopSubmission } from '#app/_server/stop-submission.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    await stopSubmission(user, (await params).id);
    return new Response(null, { status: 204 });
  });
}
