import { serveStaticSite } from '../staticSite.js';
import { expect, test } from './test';

/** Tries what the policy forbids and says how it went. The same script runs in the page and in a worker. */
const probe = `
  export async function probe(elsewhere) {
    const outcome = (attempt) => attempt.then(() => 'done', () => 'refused');
    return {
      fetch: await outcome(fetch(elsewhere, { mode: 'no-cors' })),
      evaluation: await outcome((async () => new Function('return 1')())()),
      script: await outcome(import(elsewhere)),
    };
  }
  if (typeof WorkerGlobalScope !== 'undefined')
    self.onmessage = async ({ data }) => self.postMessage(await probe(data));
`;
const refused = { fetch: 'refused', evaluation: 'refused', script: 'refused' };

test.use({ extraFiles: { 'probe.js': probe } });

/** Another origin that would answer, so that only the policy stands between. */
async function elsewhere(
  attempt: (url: string) => Promise<unknown>,
): Promise<{ outcome: unknown; requests: string[] }> {
  const other = await serveStaticSite({ extra: { 'x.js': 'export {}' } });
  try {
    return { outcome: await attempt(`${other.url}x.js`), requests: other.requests };
  } finally {
    await other.close();
  }
}

test.describe('the page', () => {
  test.use({
    expectedProblems: [
      'refused by policy: connect-src http',
      'refused by policy: script-src eval',
      'refused by policy: script-src-elem http',
      // The console's wording is the browser's.
      'Content Security Policy',
    ],
  });

  test('can neither reach another origin nor evaluate text', async ({ page, site }) => {
    await page.goto('./');
    const { outcome, requests } = await elsewhere((url) =>
      page.evaluate(
        async ([script, target]) => {
          const { probe } = (await import(script)) as { probe: (url: string) => Promise<unknown> };
          return probe(target);
        },
        [`${site.url}probe.js`, url] as const,
      ),
    );
    expect(outcome).toEqual(refused);
    expect(requests).toEqual([]);
  });
});

test.describe('a worker that a blob imports', () => {
  test('keeps the policy of its page', async ({ page, site }) => {
    await page.goto('./');
    const { outcome, requests } = await elsewhere((url) =>
      page.evaluate(
        ([script, target]) => {
          const start = new Blob([`import ${JSON.stringify(script)}`], { type: 'text/javascript' });
          const worker = new Worker(URL.createObjectURL(start), { type: 'module' });
          return new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message || 'the worker did not start'));
            worker.postMessage(target);
          });
        },
        [`${site.url}probe.js`, url] as const,
      ),
    );
    expect(outcome).toEqual(refused);
    expect(requests).toEqual([]);
  });
});
