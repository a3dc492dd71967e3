import { signIn } from '#app/_server/account.ts';
import { credentialsSchema } from '#app/_server/api-types.ts';
import { answer, parseBody, refuseForeignOrigin } from '#app/_server/handle.ts';

export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    refuseForeignOrigin(request);
    await signIn(request.headers, await parseBody(request, credentialsSchema));
    return new Response(null, { status: 204 });
  });
}
