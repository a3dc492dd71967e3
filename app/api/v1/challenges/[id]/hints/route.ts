import { hintOpeningSchema } from '#app/_server/api-types.ts';
import { answer, parseBody, requireUser } from '#app/_server/handle.ts';
import { openHint } from '#app/_server/open-hint.ts';

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    const { hint } = await parseBody(request, hintOpeningSchema);
    await openHint(user, (await params).id, hint);
    return new Response(null, { status: 204 });
  });
}
