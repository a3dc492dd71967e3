import { currentUser } from '#app/_server/current-user.ts';
import { answer } from '#app/_server/handle.ts';
import { listChallengesFor } from '#app/_server/list-challenges-for.ts';

export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const user = await currentUser(request.headers);
    return Response.json({ challenges: await listChallengesFor(user) });
  });
}
