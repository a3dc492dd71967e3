import { draftWriteSchema } from '#app/_server/api-types.ts';
import { getDraft } from '#app/_server/get-draft.ts';
import { answer, parseBody, requireUser } from '#app/_server/handle.ts';
import { saveDraft } from '#app/_server/save-draft.ts';
import { ServiceError } from '#app/_server/service-error.ts';

interface Context {
  readonly params: Promise<{ challenge: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    const draft = await getDraft(user, (await params).challenge);
    if (draft === null) throw new ServiceError('not-found', 'You have no draft of this challenge.');
    return Response.json(draft);
  });
}

export function PUT(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    const write = await parseBody(request, draftWriteSchema);
    return Response.json(await saveDraft(user, (await params).challenge, write));
  });
}
