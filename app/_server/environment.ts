import { type ServiceEnvironment, serviceEnvironment } from '#prisma/environment.ts';

let parsed: ServiceEnvironment | undefined;

/** Parsed at first use and not at import: a production build runs without a database. */
export function environment(): ServiceEnvironment {
  parsed ??= serviceEnvironment();
  return parsed;
}
