import { z } from 'zod';

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const environmentSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  /** Signs cookies and tokens. When unset, one is made and kept in the data folder. */
  GRADGYM_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  GRADGYM_DATA_DIR: z.string().min(1).default('.data'),
  /** Where browsers reach the service, when that differs from the Host header: behind a proxy. */
  GRADGYM_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  GRADGYM_SUBMISSIONS_PER_MINUTE_MAX: count(120),
  GRADGYM_GUESTS_PER_MINUTE_MAX: count(120),
  GRADGYM_WEB_CONNECTIONS_MAX: count(10),
  GRADGYM_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Environment = z.infer<typeof environmentSchema>;

let parsed: Environment | undefined;

/** Parsed at first use and not at import: a production build runs without a database. */
export function environment(): Environment {
  if (parsed !== undefined) return parsed;
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(present);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is wrong. ${wrong.join('; ')}`);
  }
  parsed = result.data;
  return parsed;
}
