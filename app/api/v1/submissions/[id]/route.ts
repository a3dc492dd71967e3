import { getSubmission } from '#app/_server/get-submission.ts';
import { answer, requireUser } from '#app/_server/handle.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    return Response.json(await getSubmission(user, (await params).id));
  });
}
