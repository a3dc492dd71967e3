import { combineReadings, type MeterReading } from '#engine/meters.ts';
import type { Meter, Plain, Reading } from '../authoring.ts';
import type { Text } from './evidence.ts';
import { CandidateThrew, ProtocolBroken } from './failure.ts';
import { returned } from './returned.ts';
import type { Session } from './session.ts';

const nothing: MeterReading = {
  operators: {},
  kernels: 0,
  flops: 0,
  recorded: 0,
  savedBytes: 0,
  savedBytesPeak: 0,
  savedBytesLeft: 0,
  allocatedBytes: 0,
  largestBytes: 0,
  backwards: 0,
  collectives: {},
  collectiveBytes: 0,
  messages: {},
};
/** Whose meter is open. */
const metered = new WeakSet<Session>();
/** Counts what the candidate's engine does while the body runs; spies called meanwhile are counted apart as well. */
export function meterOf(
  session: Session,
  body: () => void,
  { budgetBytes }: { readonly budgetBytes?: number } = {},
): Meter {
  if (metered.has(session))
    throw new Error('given.meter() inside given.meter(): read one meter, its during() and outside()');
  const stop = () => session.request({ op: 'meter_stop' }, 'meter');
  session.request({ op: 'meter_start', ...(budgetBytes === undefined ? {} : { budget_bytes: budgetBytes }) }, 'meter');
  metered.add(session);
  try {
    body();
  } catch (error) {
    // A test may expect the throw and measure again. After anything else it ends, and the next one begins without a meter.
    if (error instanceof CandidateThrew) stop();
    throw error;
  } finally {
    metered.delete(session);
  }
  const answer = parseRecord(returned(session, stop(), 'meter').value());
  const total = parseReading(answer['total']);
  session.readings.push(total);
  const spies = parseRecord(answer['spies']);
  const bySpy = new Map(Object.entries(spies).map(([name, reading]) => [name, parseReading(reading)]));
  const labelled = (reading: MeterReading, label: Text): Reading => ({ ...reading, label });
  return {
    ...labelled(total, { en: 'the whole call', zh: '整个调用' }),
    during: (spy) => labelled(bySpy.get(spy) ?? nothing, { en: `during ${spy}`, zh: `${spy} 期间` }),
    outside: () =>
      labelled(
        [...bySpy.values()].reduce((left, part) => combineReadings(left, part, -1), total),
        { en: 'outside the callbacks', zh: '回调之外' },
      ),
  };
}

type PlainRecord = { readonly [name: string]: Plain };
const isRecord = (value: Plain | undefined): value is PlainRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
function parseRecord(value: Plain | undefined): PlainRecord {
  if (!isRecord(value)) throw new ProtocolBroken('a reading of unknown shape');
  return value;
}

function parseReading(told: Plain | undefined): MeterReading {
  const reading = parseRecord(told);
  const number = (name: string): number => {
    const value = reading[name];
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new ProtocolBroken('a reading that is no number');
    return value;
  };
  const byName = (name: string): Readonly<Record<string, number>> => {
    return Object.fromEntries(
      Object.entries(parseRecord(reading[name])).map(([operator, n]) => {
        if (typeof n !== 'number') throw new ProtocolBroken('a reading that is no number');
        return [operator, n];
      }),
    );
  };
  return {
    operators: byName('operators'),
    kernels: number('kernels'),
    flops: number('flops'),
    recorded: number('recorded'),
    savedBytes: number('savedBytes'),
    savedBytesPeak: number('savedBytesPeak'),
    savedBytesLeft: number('savedBytesLeft'),
    allocatedBytes: number('allocatedBytes'),
    largestBytes: number('largestBytes'),
    backwards: number('backwards'),
    collectives: byName('collectives'),
    collectiveBytes: number('collectiveBytes'),
    messages: byName('messages'),
  };
}

/** A number of a reading by its name: 'flops', 'operators' (all), 'operators.matmul', 'collectives.all_reduce'. */
export function readingOf(reading: MeterReading, name: string): number {
  const [field = '', kind] = name.split('.');
  const value: unknown = Reflect.get(reading, field);
  if (typeof value === 'number' && kind === undefined) return value;
  if (typeof value !== 'object' || value === null) throw new Error(`a meter reads no ${name}`);
  if (kind !== undefined) return Number(Reflect.get(value, kind) ?? 0);
  return Object.values(value).reduce((sum: number, n) => sum + Number(n), 0);
}
