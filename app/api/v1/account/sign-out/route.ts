import { signOut } from '#app/_server/account.ts';
import { answer, requireUser } from '#app/_server/handle.ts';

export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    await requireUser(request);
    await signOut(request.headers);
    return new Response(null, { status: 204 });
  });
}
