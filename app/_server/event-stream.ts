import { log } from './log.ts';
import { ServiceError } from './service-error.ts';

const heartbeatMs = 15_000;
const streamsPerUserMax = 24;
const open = new Map<string, number>();

interface StreamEvent {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** Server-sent events of a generator, with a comment now and then so that nobody between us thinks it dead. */
export function eventStream(
  userId: string,
  signal: AbortSignal,
  events: (signal: AbortSignal) => AsyncGenerator<StreamEvent>,
): Response {
  const count = open.get(userId) ?? 0;
  if (count >= streamsPerUserMax) {
    throw new ServiceError('too-many', `At most ${streamsPerUserMax} open streams.`, { retryAfterSeconds: 5 });
  }
  open.set(userId, count + 1);
  const ended = new AbortController();
  const encoder = new TextEncoder();
  let heart: NodeJS.Timeout | undefined;
  const end = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    clearInterval(heart);
    const left = (open.get(userId) ?? 1) - 1;
    if (left === 0) open.delete(userId);
    else open.set(userId, left);
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode('retry: 1000\n\n'));
      heart = setInterval(() => controller.enqueue(encoder.encode(': here\n\n')), heartbeatMs);
      try {
        for await (const { id, event, data } of events(ended.signal)) {
          if (ended.signal.aborted) break;
          controller.enqueue(encoder.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        }
      } catch (error) {
        // The client comes back with the last id it has seen.
        if (!ended.signal.aborted) log.error({ err: error }, 'an event stream broke off');
      }
      const left = ended.signal.aborted;
      end();
      if (!left) controller.close();
    },
    cancel: end,
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
