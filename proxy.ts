// Next.js calls it before each page: the place where a page gets the nonce of its scripts. Here because Next.js looks for it
// here; what it says is in app/_server/content-security-policy.ts.
import { type NextRequest, NextResponse } from 'next/server';
import { pagePolicy } from '#app/_server/content-security-policy.ts';

export function proxy(request: NextRequest): NextResponse {
  const policy = pagePolicy(btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))));
  // Next.js reads the nonce from the request, and replaces one that the client has made up.
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Pages only: files of the build, the HTTP interface and workers' scripts hold no inline script. */
export const config = { matcher: '/((?!_next/|api/|engine/|metrics$|icon\\.svg$).*)' };
