import { z } from 'zod';
import { gradeRequestSchema, gradeResultSchema } from '../result.ts';

export const toTrustedSchema = z.object({
  id: z.number(),
  request: gradeRequestSchema,
  code: z.string(),
  map: z.string(),
});
export type ToTrusted = z.infer<typeof toTrustedSchema>;

/** A result, or what went wrong with the judge. */
export const fromTrustedSchema = z.object({
  id: z.number(),
  result: gradeResultSchema.nullable(),
  fault: z.string().nullable(),
});
export type FromTrusted = z.infer<typeof fromTrustedSchema>;
