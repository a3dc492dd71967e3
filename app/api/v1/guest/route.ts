import { createGuest } from '#app/_server/create-guest.ts';
import { answer, refuseForeignOrigin } from '#app/_server/handle.ts';

export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    refuseForeignOrigin(request);
    return Response.json(await createGuest(request.headers), { status: 201 });
  });
}
