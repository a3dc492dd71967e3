export const dynamic = 'force-dynamic';

/** This process is alive; says nothing of what it depends on. */
export function GET(): Response {
  return Response.json({ status: 'alive' });
}
