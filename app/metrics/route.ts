import { metrics } from '#app/_server/metrics.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const { text, contentType } = await metrics();
  return new Response(text, { headers: { 'Content-Type': contentType } });
}
