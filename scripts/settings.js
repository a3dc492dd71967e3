// The environment as the service will have it: the shell's variables, then .env for what the shell does not say.
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { root } from './paths.js';
import { PlainError } from './report.js';

export async function readSettings(variables = process.env, file = path.join(root, '.env')) {
  const { EnvironmentError, parseEnvironment } = await import('../prisma/environment.ts');
  const fromFile = fs.existsSync(file) ? parseEnv(fs.readFileSync(file, 'utf8')) : {};
  const merged = { ...fromFile };
  for (const [name, value] of Object.entries(variables)) if (value !== '' || !(name in merged)) merged[name] = value;
  try {
    return { parsed: parseEnvironment(merged), variables: merged };
  } catch (error) {
    if (error instanceof EnvironmentError)
      throw new PlainError(`${error.message}\nEvery variable is explained in .env.example.`);
    throw error;
  }
}

/** Asked before anything heavy: a taken port is better known now than after the build. */
export async function checkPort(port, host) {
  const problem = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
  if (problem === undefined) return;
  if (problem === 'EADDRINUSE') {
    throw new PlainError(
      `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (problem === 'EACCES')
    throw new PlainError(`Port ${port} may not be opened by this user: choose one above 1023, for example PORT=3000.`);
  if (problem === 'EADDRNOTAVAIL' || problem === 'ENOTFOUND')
    throw new PlainError(`HOST ${host} is no address of this machine. 127.0.0.1 is right for this machine alone.`);
  throw new PlainError(`Port ${port} on ${host} cannot be opened (${problem}).`);
}
