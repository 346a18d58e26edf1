import fc from 'fast-check';
import { cellKinds } from '$lib/cells/registry';
import { openShared } from '$lib/notebook/sharedLink';
import { sharedMark } from '$lib/notebook/sharedMark';
import { hostilePayloads } from '../hostile/payloads';
import { sharedExample } from '../hostile/sharedExample';
import { expect, test } from './test';

/** Another run, other payloads: ARVIO_SEED repeats one. */
const seed = Number(process.env.ARVIO_SEED ?? 20_261_122);
const open = 140;
const refused = 70;

/** As many payloads that open, and that do not, as are to be shown: those that open are what could do harm. */
async function choosePayloads(): Promise<{ how: string; payload: string; opens: boolean; said: string }[]> {
  const chosen = new Map<string, { how: string; payload: string; opens: boolean; said: string }>();
  const left = { open, refused };
  for (const { how, payload } of fc.sample(hostilePayloads(sharedExample()), { seed, numRuns: 4000 })) {
    // An address of a megabyte is the address bar's matter, and takes its time there.
    if (payload.length > 200_000 || chosen.has(payload)) continue;
    const result = await openShared(sharedMark + payload, cellKinds);
    const kind = result?.ok ? 'open' : 'refused';
    if (left[kind] === 0) continue;
    left[kind]--;
    chosen.set(payload, { how, payload, opens: kind === 'open', said: result?.ok ? JSON.stringify(result.value) : '' });
    if (left.open + left.refused === 0) break;
  }
  return [...chosen.values()];
}

test(`${open + refused} hostile links, one after another in one page: a notebook or a message, and nothing else`, async ({
  page,
  context,
  problems,
}) => {
  test.setTimeout(900_000);
  console.log(`hostile links, seed ${seed}`);
  const payloads = await choosePayloads();
  expect(payloads).toHaveLength(open + refused);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const windows: string[] = [];
  context.on('page', (other) => windows.push(other.url()));
  await page.addInitScript(() => {
    const writes: string[] = [];
    Object.assign(globalThis, { writes });
    const note = (owner: object, name: string, what: string) => {
      const original = (owner as Record<string, (...args: unknown[]) => unknown>)[name]!;
      Object.defineProperty(owner, name, {
        value(this: unknown, ...args: unknown[]) {
          // Kit keeps the place on the page for going back, and the page its language: nothing of what was sent.
          const own = this === sessionStorage || args[0] === 'arvio.language';
          if (!own) writes.push(`${what} ${String(args[0]).slice(0, 60)}`);
          return original.apply(this, args);
        },
      });
    };
    note(Storage.prototype, 'setItem', 'storage');
    for (const name of ['put', 'add', 'delete', 'clear']) note(IDBObjectStore.prototype, name, `database ${name}`);
  });
  await page.goto('fi/notebook/');
  // The page lives: it says that its address names nothing.
  await expect(page.getByRole('main').getByRole('heading')).toBeVisible();

  for (const [index, { how, payload, opens, said }] of payloads.entries()) {
    const shown = await page.evaluate(async (fragment) => {
      const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = fragment;
      await changed;
      const began = performance.now();
      const settled = () => !document.querySelector('.opening') && document.querySelector('main h1');
      await new Promise(requestAnimationFrame);
      while (!settled() && performance.now() - began < 20_000) await new Promise((resolve) => setTimeout(resolve, 20));
      // A moment for effects and the first coarse figures.
      await new Promise((resolve) => setTimeout(resolve, 60));
      const { hacked, writes } = globalThis as unknown as { hacked?: unknown; writes: string[] };
      return {
        settled: Boolean(settled()),
        notebook: Boolean(document.querySelector('.sheet')),
        text: document.querySelector('main')?.innerText ?? '',
        hacked: hacked !== undefined,
        writes: [...writes],
        scripts: [
          ...document.querySelectorAll('main script, main iframe, main object, main embed, main base, main form'),
        ].length,
        addresses: [...document.querySelectorAll('main a, main area')].map(
          (link) => (link as HTMLAnchorElement).protocol,
        ),
        path: location.pathname,
      };
    }, sharedMark + payload);
    const told = `${index}, ${how}, seed ${seed}`;
    expect(shown.settled, told).toBe(true);
    // Node passes over what follows packed text; browsers refuse it.
    if (!['letters without end', 'with more after it'].includes(how)) expect(shown.notebook, told).toBe(opens);
    expect({ ...shown, text: '' }, told).toMatchObject({ hacked: false, writes: [], scripts: 0 });
    expect(shown.path, told).toMatch(/\/fi\/notebook\/$/);
    for (const protocol of shown.addresses) expect(['http:', 'https:', 'mailto:'], told).toContain(protocol);
    if (!shown.notebook) expect(shown.text, told).toMatch(/[Oo]mat muistikirjasi ovat ennallaan/);
    else if (!/NaN|Infinity|undefined|object/.test(said))
      expect(shown.text, told).not.toMatch(/NaN|Infinity|∞|undefined|\[object/);
    expect({ problems, dialogs, windows }, told).toEqual({ problems: [], dialogs: [], windows: [] });
  }
  expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(['arvio.language']);
  expect(await context.cookies()).toEqual([]);
});
