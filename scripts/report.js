// What the front door says while it works: one short line a step, with the time it took. To stderr, so that the output
// of a command stays clean.

/** A failure whose message says everything: shown alone, without a stack. */
export class PlainError extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function seconds(sinceMs) {
  const elapsedMs = performance.now() - sinceMs;
  return elapsedMs < 950 ? `${Math.round(elapsedMs)} ms` : `${(elapsedMs / 1000).toFixed(1)} s`;
}

/** Runs one step and says how it went. `result.note`, when a step returns one, is said with it. */
export async function step(name, work, { quietUnderMs = 0 } = {}) {
  const started = performance.now();
  const result = await work();
  if (performance.now() - started >= quietUnderMs) {
    const note = typeof result?.note === 'string' ? ` ${result.note}` : '';
    say(`  ${name}${note} (${seconds(started)})`);
  }
  return result;
}

/** The last thing an entry point does with what it could not handle. */
export function fail(error) {
  say(error instanceof PlainError ? `\n${error.message}` : `\n${error?.stack ?? error}`);
  process.exit(1);
}
