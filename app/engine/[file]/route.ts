import { workerScript } from '#sandbox/browser/bundle.ts';
import { workerScripts } from '#sandbox/browser/messages.ts';

// Made once, with the pages. The address says which version it is (see engineUrl), so a browser keeps it for good.
export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = () => workerScripts.map((file) => ({ file }));

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const script = await workerScript((await params).file);
  if (script === null) return new Response(null, { status: 404 });
  const kept = process.env.NODE_ENV === 'production' ? 'public, max-age=31536000, immutable' : 'no-store';
  return new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': kept } });
}
