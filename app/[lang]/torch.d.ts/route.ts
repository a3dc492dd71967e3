import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The engine's own types, for the editor. Beside the page rather than inside it: the browser keeps them. */
export function GET(): Response {
  const typings = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'engine/torch.d.ts'), 'utf8');
  return new Response(typings, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
}
