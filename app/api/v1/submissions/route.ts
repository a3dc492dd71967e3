import { newSubmissionSchema } from '#app/_server/api-types.ts';
import { createSubmission } from '#app/_server/create-submission.ts';
import { answer, parseBody, requireUser } from '#app/_server/handle.ts';
import { listSubmissions } from '#app/_server/list-submissions.ts';

export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    const created = await createSubmission(user, await parseBody(request, newSubmissionSchema));
    return Response.json(created, { status: 202, headers: { location: `/api/v1/submissions/${created.id}` } });
  });
}

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    const challenge = new URL(request.url).searchParams.get('challenge') ?? undefined;
    return Response.json({ submissions: await listSubmissions(user, challenge) });
  });
}
