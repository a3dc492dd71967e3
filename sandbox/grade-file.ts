// npm run -s grade -- CHALLENGE FILE [--json] [--seed N]
// Grades a file as the service would, without server or database. Exit 0: accepted; 1: another verdict; 2: wrong use, or a jail that lacks what GRADGYM_REQUIRE_JAIL asks for.
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { challenges, findChallenge } from '#challenges/index.ts';
import { EnvironmentError, parseEnvironment } from '#prisma/environment.ts';
import { createGrader, JailIncomplete } from './grade.ts';
import { printed } from './print-result.ts';

const usage = 'Usage: npm run -s grade -- CHALLENGE FILE [--json] [--seed N]';

class UsageError extends Error {}

function read() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, seed: { type: 'string' } },
    });
    const [challenge, file] = positionals;
    if (challenge === undefined || file === undefined || positionals.length > 2) throw new UsageError(usage);
    if (!findChallenge(challenge))
      throw new UsageError(`There is no challenge '${challenge}'. Known: ${challenges.map((c) => c.id).join(', ')}.`);
    const seed = values.seed === undefined ? randomInt(2 ** 32 - 1) : Number(values.seed);
    if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
      throw new UsageError('--seed takes a whole number from 0 to 4294967295.');
    const { GRADGYM_REQUIRE_JAIL: requireJail, GRADGYM_DEVICE: device } = parseEnvironment(process.env);
    return { challenge, seed, json: values.json, requireJail, device, source: readFileSync(file, 'utf8') };
  } catch (error) {
    process.stderr.write(
      `${error instanceof UsageError || error instanceof EnvironmentError ? error.message : `${error instanceof Error ? error.message : error}\n${usage}`}\n`,
    );
    process.exit(2);
  }
}

const { challenge, seed, json, requireJail, device, source } = read();
const grader = await createGrader({
  concurrency: 1,
  requireJail,
  device,
  onFault: (fault) => process.stderr.write(`${fault}\n`),
}).catch((error: unknown) => {
  if (!(error instanceof JailIncomplete)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
});
const result = await grader.grade({ challenge, source, kind: 'submit', seed });
await grader.close();
process.stdout.write(json ? `${JSON.stringify(result)}\n` : printed(result));
process.exitCode = result.verdict === 'AC' ? 0 : 1;
