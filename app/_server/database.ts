import { type Database, openDatabase } from '#prisma/client.ts';
import { environment } from './environment.ts';

// Kept on globalThis: in development each route is a module graph of its own and is reloaded on change, and every
// copy would open a pool.
const place = globalThis as typeof globalThis & { gradgymDatabase?: Database };

export function database(): Database {
  place.gradgymDatabase ??= openDatabase({
    connectionString: environment().DATABASE_URL,
    applicationName: 'gradgym-web',
    connectionsMax: environment().GRADGYM_WEB_CONNECTIONS_MAX,
  });
  return place.gradgymDatabase;
}
