import pino from 'pino';

/** Structured, to standard output; what belongs to one submission carries its id as `submission`. */
export const log = pino({ name: 'web', level: process.env.GRADGYM_LOG_LEVEL || 'info' });
