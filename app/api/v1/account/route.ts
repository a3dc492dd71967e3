import { deleteAccount, openAccount } from '#app/_server/account.ts';
import { credentialsSchema } from '#app/_server/api-types.ts';
import { answer, parseBody, refuseForeignOrigin, requireUser } from '#app/_server/handle.ts';

/** Opens an account and signs in to it; what the guest did until now goes along. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    refuseForeignOrigin(request);
    await openAccount(request.headers, await parseBody(request, credentialsSchema));
    return new Response(null, { status: 204 });
  });
}

/** Deletes whoever asks, with all they did. */
export function DELETE(request: Request): Promise<Response> {
  return answer(request, async () => {
    await deleteAccount(await requireUser(request), request.headers);
    return new Response(null, { status: 204 });
  });
}
