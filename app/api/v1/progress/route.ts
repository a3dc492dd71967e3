import { getProgress } from '#app/_server/get-progress.ts';
import { answer, requireUser } from '#app/_server/handle.ts';

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const user = await requireUser(request);
    return Response.json({ progress: await getProgress(user) });
  });
}
