// Between the judge and the broker, as frames whose id is the session: one exchange of a session at a time.
import { z } from 'zod';

export const ToBroker = { exchange: 1, end: 2, status: 3, lose: 4 } as const;
export const FromBroker = { hello: 16, answer: 17, status: 18 } as const;

const adapterSchema = z.object({
  name: z.string(),
  isSoftware: z.boolean(),
  hasClock: z.boolean(),
  bindingBytesMax: z.number(),
  memoryBytesMax: z.number(),
});
/** The first thing it says: its adapter, or why it has none. */
export const helloSchema = z.union([z.object({ adapter: adapterSchema }), z.object({ missing: z.string() })]);
export type Hello = z.infer<typeof helloSchema>;

export const brokerStatusSchema = z.object({
  sessions: z.number(),
  /** Of all sessions' buffers. */
  bytes: z.number(),
  idleDevices: z.number(),
});
export type BrokerStatus = z.infer<typeof brokerStatusSchema>;

/** How it is started: one argument of JSON. */
export const brokerOptionsSchema = z.object({
  softwareAllowed: z.boolean(),
  sessionsMax: z.number().int().positive(),
  /** How long one batch of commands may take on the device. */
  batchMsMax: z.number().positive(),
  /** Sessions may be told to lose their device: for tests. */
  mayLose: z.boolean(),
});
export type BrokerOptions = z.infer<typeof brokerOptionsSchema>;
