// Every variable a GradGym process reads, with its default and what is right for it; .env.example says the same to
// people. Parsed once at the start, so that a wrong value stops it with the variable's name. Whoever needs a variable
// reads it through parseEnvironment; nothing else of ours is imported here.
import { z } from 'zod';

const wholeNumber = (most: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`);
const count = (fallback: number, most: number) => wholeNumber(most).default(fallback);

export const environmentSchema = z.object({
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int('must be a port number')
    .min(1, 'must be a port from 1 to 65535')
    .max(65_535, 'must be a port from 1 to 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Unset: the embedded PostgreSQL. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgresql://user:password@host:5432/name' })
    .optional(),
  GRADGYM_DATA_DIR: z.string().min(1).default('.data'),
  GRADGYM_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  GRADGYM_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://gym.example.org' })
    .optional(),
  GRADGYM_SUBMISSIONS_PER_MINUTE_MAX: count(120, 100_000),
  GRADGYM_GUESTS_PER_MINUTE_MAX: count(120, 100_000),
  GRADGYM_WEB_CONNECTIONS_MAX: count(10, 1_000),
  /** Unset: what the machine's processors allow. */
  GRADGYM_WORKER_SLOTS: wholeNumber(256).optional(),
  GRADGYM_REQUIRE_JAIL: z
    .enum(['0', '1'], { error: 'must be 0 or 1' })
    .default('0')
    .transform((value) => value === '1'),
  /** Of submissions; and, when it is set, of the engine in any Node process that imports it. */
  GRADGYM_DEVICE: z.enum(['auto', 'cpu', 'webgpu'], { error: 'must be auto, cpu or webgpu' }).default('auto'),
  GRADGYM_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
});
export type Environment = z.infer<typeof environmentSchema>;

/** What is wrong, one line a variable, each beginning with the variable's name. */
export class EnvironmentError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(`The environment is wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.lines = lines;
  }
}

/** An empty value counts as unset, as it does in a shell's `PORT= npm start`. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const present = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}

/** For the processes that have a database by the time they run: the web tier and the workers. */
export function serviceEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env) {
  const { DATABASE_URL, ...rest } = parseEnvironment(variables);
  if (DATABASE_URL === undefined) throw new EnvironmentError(['DATABASE_URL must be set']);
  return { DATABASE_URL, ...rest };
}
export type ServiceEnvironment = ReturnType<typeof serviceEnvironment>;
