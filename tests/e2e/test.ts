// Playwright's test, which every spec takes from here: while it runs, no page that it has may break the policy of its scripts.
import { test as base, expect, type Page } from '@playwright/test';

interface Policed {
  /** What this test breaks on purpose: a pattern of the messages that are right. */
  readonly allowedViolation: RegExp | null;
  readonly policed: undefined;
}

export const test = base.extend<Policed>({
  allowedViolation: [null, { option: true }],
  policed: [
    async ({ context, allowedViolation }, use) => {
      const heard: string[] = [];
      context.on('console', (message) => {
        const text = message.text();
        if (/Content Security Policy|Trusted Type/i.test(text) && allowedViolation?.test(text) !== true)
          heard.push(text);
      });
      // What is caught where it happens prints nothing, and is an issue all the same.
      const watch = async (page: Page) => {
        const session = await context.newCDPSession(page);
        session.on('Audits.issueAdded', ({ issue }) => {
          const found = issue.details.contentSecurityPolicyIssueDetails;
          if (found === undefined) return;
          const text = `${found.contentSecurityPolicyViolationType} ${JSON.stringify(found.sourceCodeLocation ?? {})}`;
          if (allowedViolation?.test(text) !== true) heard.push(text);
        });
        await session.send('Audits.enable');
      };
      context.on('page', (page) => void watch(page).catch(() => undefined));
      await use(undefined);
      expect(heard, 'violations of the Content-Security-Policy').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect, type Page };
