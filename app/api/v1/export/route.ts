import { exportHistory } from '#app/_server/export-history.ts';
import { answer, requireUser } from '#app/_server/handle.ts';

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const history = await exportHistory(await requireUser(request));
    const headers = { 'content-disposition': 'attachment; filename="gradgym-history.json"' };
    return Response.json(history, { headers });
  });
}
