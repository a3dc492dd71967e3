// The groups of tests in the order they run: what fails fastest comes first.
import { PlainError } from './report.js';

export const vitestGroups = [
  'static',
  'unit',
  'golden',
  'conformance',
  'webgpu',
  'db',
  'sandbox',
  'challenges',
  'front-door',
];
export const allGroups = [...vitestGroups, 'e2e'];

/** `[group…] [what the group's runner is told]`: names of groups first, the rest is the runner's. */
export function parseTestArguments(given) {
  const rest = [...given];
  const groups = [];
  while (allGroups.includes(rest[0])) groups.push(rest.shift());
  if (groups.length === 0 && rest.length > 0) {
    throw new PlainError(`There is no group of tests "${rest[0]}". The groups: ${allGroups.join(', ')}.`);
  }
  if (groups.length !== 1 && rest.length > 0) {
    throw new PlainError(`"${rest.join(' ')}" can be told to one group only, and ${groups.length} are named.`);
  }
  return { groups: groups.length === 0 ? allGroups : groups, rest };
}

/** Vitest's JSON report in two numbers. A skipped test counts as failed: nothing is skipped in silence. */
export function countVitest(report, { filtered = false } = {}) {
  const passed = report.numPassedTests;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = filtered ? report.numFailedTests : report.numTotalTests - passed;
  return { passed, failed: failed + brokenFiles };
}

/** Playwright's JSON report in two numbers. One that passed at a second try only has failed. */
export function countPlaywright(report, { filtered = false } = {}) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (filtered ? 0 : skipped) + report.errors.length };
}

/** A group that ran no test, or whose runner failed without a failing test, has failed all the same. */
export function settle({ passed, failed }, exitCode) {
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed };
}
