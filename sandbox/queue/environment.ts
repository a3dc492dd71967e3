import { availableParallelism } from 'node:os';
import { z } from 'zod';

const environmentSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  /** Submissions graded at once. Each is a process that may use a core; one core is left for the rest. */
  GRADGYM_WORKER_SLOTS: z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .default(Math.max(1, availableParallelism() - 1)),
  GRADGYM_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type WorkerEnvironment = z.infer<typeof environmentSchema>;

export function workerEnvironment(): WorkerEnvironment {
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(present);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is wrong. ${wrong.join('; ')}`);
}
