import { givingUpSchema } from '#app/_server/api-types.ts';
import { answer, parseBody, requireUser } from '#app/_server/handle.ts';
import { openSolution } from '#app/_server/open-solution.ts';

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    await parseBody(request, givingUpSchema);
    return Response.json(await openSolution(user, (await params).id));
  });
}
