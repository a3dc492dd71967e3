import { headers } from 'next/headers';
import { environment } from './environment.ts';

/** Where the reader has reached us, as a page may name it: as configured, else as this request says. */
export async function originOfRequest(): Promise<URL> {
  // First, so that nothing that names it is made while the service is built: there is no setting then.
  const said = await headers();
  const configured = environment().GRADGYM_ORIGIN;
  if (configured !== undefined) return new URL(configured);
  const url = `${said.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http'}://${said.get('host') ?? ''}`;
  return URL.canParse(url) ? new URL(url) : new URL('http://localhost');
}
