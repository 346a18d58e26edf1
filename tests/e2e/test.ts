import { expect, test as base, type BrowserContext } from '@playwright/test';
import { serveStaticSite } from '../staticSite.js';

type Site = Awaited<ReturnType<typeof serveStaticSite>>;

/**
 * Every problem a test expects, exactly, each by a text that is part of it. One that does not occur fails the test as much as
 * one that was not declared. (Playwright takes an array with an object in second place for something else: only texts.)
 */
type Expected = readonly string[];

interface Fixtures {
  /** Where on the host the site stands. Tests open relative addresses (`fi/`), so that they hold under any path. */
  basePath: string;
  /** Scripts beside the build, by path. */
  extraFiles: Record<string, string>;
  /** Whether the browser may keep the build's files between pages: not where a test asks what is there without a network. */
  keepable: boolean;
  expectedProblems: Expected;
  site: Site;
  /** What the guard has seen so far. */
  problems: readonly string[];
}

/**
 * Watches the whole context (pages, workers and the service worker; a module worker may escape the page's policy): no request
 * to another origin, no error on the console, none uncaught, nothing refused by the Content-Security-Policy.
 */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const problems: string[] = [];
  const own = (url: string) => new URL(url).origin === origin || /^(data|blob|about):/.test(url);
  // A request the policy refuses is announced too, but never sent; the refusal is reported as such, below.
  context.on('requestfinished', (request) => {
    if (!own(request.url())) problems.push(`off-origin request: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    if (own(request.url()) || request.failure()?.errorText === 'csp') return;
    problems.push(`off-origin request: ${request.url()} (${request.failure()?.errorText})`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('page', (page) => page.on('websocket', (socket) => problems.push(`socket: ${socket.url()}`)));
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  await context.exposeBinding('reportViolation', (_source, violation: string) => problems.push(violation));
  await context.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation: (violation: string) => void };
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      reportViolation(`refused by policy: ${effectiveDirective} ${blockedURI}`),
    );
  });
  return problems;
}

export const test = base.extend<Fixtures>({
  basePath: ['/', { option: true }],
  extraFiles: [{}, { option: true }],
  keepable: [true, { option: true }],
  expectedProblems: [[], { option: true }],
  site: async ({ basePath, extraFiles, keepable }, use) => {
    const site = await serveStaticSite({ basePath, extra: extraFiles, keepable });
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
  problems: [
    async ({ context, site, expectedProblems }, use) => {
      const problems = await watch(context, site.origin);
      await use(problems);
      // Violations are told in a task of their own: let the last ones arrive.
      await Promise.allSettled(
        context.pages().map((page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))),
      );
      const undeclared = problems.filter((problem) => !expectedProblems.some((one) => problem.includes(one)));
      const absent = expectedProblems.filter((one) => !problems.some((problem) => problem.includes(one)));
      expect({ undeclared, absent }, 'the page stays quiet, keeps to its origin and to its policy').toEqual({
        undeclared: [],
        absent: [],
      });
    },
    { auto: true },
  ],
});

export { expect };
