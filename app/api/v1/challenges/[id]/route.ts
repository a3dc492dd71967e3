import { currentUser } from '#app/_server/current-user.ts';
import { getChallengeFor } from '#app/_server/get-challenge-for.ts';
import { answer } from '#app/_server/handle.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    const user = await currentUser(request.headers);
    return Response.json(await getChallengeFor(user, (await params).id));
  });
}
