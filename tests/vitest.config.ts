// Groups of tests by what they need; `npm run test:GROUP` runs one, `npm test` all. The e2e group is Playwright's, in
// tests/e2e. A single file: npm run test:unit -- engine/shape.test.ts
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const ignored = ['**/node_modules/**', '.runtime/**', '.data/**', '.next/**'];

interface Group {
  readonly include: readonly string[];
  readonly timeoutMs?: number;
  readonly globalSetup?: string;
  /** Files one after another: they start whole services or measure time. */
  readonly serial?: boolean;
}

const groups: Record<string, Group> = {
  static: { include: ['tests/static/**/*.test.ts'], timeoutMs: 180_000 },
  unit: { include: ['{engine,sandbox,challenges,app,prisma,scripts}/**/*.test.{ts,tsx,js}'] },
  golden: { include: ['tests/golden/**/*.test.ts'] },
  conformance: { include: ['tests/conformance/**/*.test.ts'], timeoutMs: 120_000 },
  webgpu: { include: ['tests/webgpu/**/*.test.ts'], timeoutMs: 170_000, serial: true },
  sandbox: { include: ['tests/sandbox/**/*.test.ts'], timeoutMs: 60_000, serial: true },
  challenges: { include: ['tests/challenges/**/*.test.ts'], timeoutMs: 600_000, serial: true },
  db: { include: ['tests/db/**/*.test.ts'], timeoutMs: 60_000, globalSetup: 'tests/postgres.ts' },
  'front-door': { include: ['tests/front-door/**/*.test.ts'], timeoutMs: 240_000, serial: true },
};

export default defineConfig({
  root,
  test: {
    projects: Object.entries(groups).map(([name, { include, timeoutMs = 20_000, globalSetup, serial = false }]) => ({
      test: {
        name,
        root,
        include: [...include],
        exclude: ignored,
        environment: 'node' as const,
        pool: 'forks' as const,
        testTimeout: timeoutMs,
        hookTimeout: Math.max(60_000, timeoutMs),
        fileParallelism: !serial,
        ...(globalSetup === undefined ? {} : { globalSetup: [globalSetup] }),
      },
    })),
  },
});
