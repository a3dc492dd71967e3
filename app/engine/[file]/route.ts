import { engineFile, engineFiles } from '#sandbox/browser/bundle.ts';

// Made once, with the pages. The address says which version it is (see engineUrl), so a browser keeps it for good.
export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = () => engineFiles.map((file) => ({ file }));

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const content = await engineFile(file);
  if (content === null) return new Response(null, { status: 404 });
  const kept = process.env.NODE_ENV === 'production' ? 'public, max-age=31536000, immutable' : 'no-store';
  return new Response(content, { headers: { 'content-type': typeOf(file), 'cache-control': kept } });
}

const typeOf = (file: string): string =>
  file.endsWith('.json') ? 'application/json' : 'text/javascript; charset=utf-8';
