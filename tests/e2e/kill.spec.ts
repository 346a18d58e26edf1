import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser, type KillableBrowser } from './killableBrowser';
import { languages, type Language } from './notebookPage';
import { expect, test } from './test';

/** A hundred in all: half in each language, side by side, because starting a browser takes a second. */
const kills = 50;
/** The longest editing before a kill: several savings fall into it. */
const longestMs = 650;
/** What was changed in the last half second may be missing, and nothing else. */
const graceMs = 500;
/** Edits that may be on their way from the page to the test when both are cut off: they are milliseconds apart. */
const untold = 25;

const seed = Number(process.env.ARVIO_SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that the seed gives again (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A writing of the page's own, begun at once after the last: its wait of 200 ms, as a saving has it, and one record. */
const usualControlMs = 300;

/** What the page said of one edit, by its number, or of its control, before it was killed. */
interface Said {
  readonly what: 'edited' | 'saved' | 'control';
  readonly edit: number;
  /** Milliseconds since 1970; page and test have one clock. */
  readonly at: number;
}

/** Opens the notebook, and answers the number of the last edit that it has. */
async function openNotebook({ page }: KillableBrowser, address: string): Promise<number> {
  await page.goto(address);
  const client = page.locator('input[maxlength="200"]').first();
  await expect(page.getByRole('heading', { level: 1 }).locator('textarea')).toHaveValue('Kestotesti');
  return Number(await client.inputValue());
}

/**
 * In the page: writes one record after another into a database of its own, waiting before each as the notebook does, and says when one
 * is begun. What these take, only the machine can have kept waiting.
 */
async function writeControls(): Promise<void> {
  const { say } = window as unknown as { say: (what: Said['what'], edit: number, at: number) => void };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('control', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error!);
  });
  const next = () => {
    say('control', 0, Date.now());
    setTimeout(() => {
      const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
      transaction.objectStore('records').put(Date.now(), 'last');
      transaction.oncomplete = next;
    }, 200);
  };
  next();
}

/** By how much the machine may have made a saving late: waiting for the one before it and for itself. */
function latenessMs(said: readonly Said[], killedAt: number): number {
  const begun = [...said.filter(({ what }) => what === 'control').map(({ at }) => at), killedAt];
  const longest = Math.max(0, ...begun.slice(1).map((at, index) => at - begun[index]!));
  return 2 * Math.max(0, longest - usualControlMs);
}

/** In the page: goes on writing numbers into the client's field, quicker and slower, and says what it sees of saving. */
function writeOn([from, seed]: readonly [number, number]): void {
  const { say } = window as unknown as { say: (what: Said['what'], edit: number, at: number) => void };
  const client = document.querySelector<HTMLInputElement>('input[maxlength="200"]')!;
  const kept = document.querySelector<HTMLElement>('[data-saved]')!;
  let edit = from;
  let step = seed;
  new MutationObserver(() => {
    if (kept.dataset.saved === 'true') say('saved', edit, Date.now());
  }).observe(kept, { attributes: true });
  const write = () => {
    edit++;
    client.value = String(edit);
    client.dispatchEvent(new Event('input', { bubbles: true }));
    say('edited', edit, Date.now());
    step = (step * 16807) % 2147483647;
    setTimeout(write, 2 + (step % 60));
  };
  write();
}

/** What the lives on one profile came to, life by life. */
interface Lives {
  /** How many edits were acknowledged. */
  readonly saved: number[];
  /** How long the machine kept test or page waiting, in milliseconds. */
  readonly stalls: number[];
}

/** Kills the browser again and again on one profile. */
async function liveAndDie(language: Language, site: string, profile: string, random: () => number): Promise<Lives> {
  const [saved, stalls]: [number[], number[]] = [[], []];

  /** Starts the browser on the profile, with nothing in the page but the notebook. */
  const start = async (said: Said[]) => {
    const browser = await startBrowser(profile);
    await browser.page.exposeFunction('say', (what: Said['what'], edit: number, at: number) => {
      said.push({ what, edit, at });
    });
    // Offline copies have a test of their own.
    await browser.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
    browser.page.on('pageerror', (error) => expect.soft(error.message).toBe(''));
    return browser;
  };

  let said: Said[] = [];
  let browser = await start(said);
  await browser.page.goto(`${site}${language}/notebook/#new`);
  await browser.page.getByRole('heading', { level: 1 }).locator('textarea').fill('Kestotesti');
  await expect(browser.page.locator('[data-saved]')).toHaveAttribute('data-saved', 'true');
  await expect(browser.page).toHaveURL(/#n=/);
  const own = new URL(browser.page.url()).hash;
  let has = 0;

  for (let kill = 1; kill <= kills; kill++) {
    said.length = 0;
    const moment = random() * longestMs;
    await browser.page.evaluate(writeControls);
    await browser.page.evaluate(writeOn, [has, 1 + Math.floor(random() * 1e6)] as const);
    await new Promise((resolve) => setTimeout(resolve, moment));
    const killedAt = Date.now();
    // A machine that keeps the test waiting keeps the page and the disk waiting as long: by so much may a saving be late.
    const begun = Math.min(killedAt, ...said.filter(({ what }) => what === 'edited').map(({ at }) => at));
    const stallMs = Math.max(0, killedAt - begun - moment) + latenessMs(said, killedAt);
    stalls.push(stallMs);
    await browser.kill();

    const lastSaid = (wanted: (one: Said) => boolean) =>
      said.filter(wanted).reduce((last, { edit }) => Math.max(last, edit), has);
    const acknowledged = lastSaid(({ what }) => what === 'saved');
    const due = lastSaid(({ what, at }) => what === 'edited' && at <= killedAt - graceMs - stallMs);
    const made = lastSaid(() => true);
    saved.push(acknowledged - has);

    said = [];
    browser = await start(said);
    const found = await openNotebook(browser, `${site}${language}/notebook/${own}`);
    const facts = `kill ${kill} after ${Math.round(moment)} ms and ${Math.round(stallMs)} ms of waiting: found ${found}, acknowledged ${acknowledged}, due ${due}, made ${made}`;
    expect(found, facts).toBeGreaterThanOrEqual(acknowledged);
    expect(found, facts).toBeGreaterThanOrEqual(due);
    // The kill cuts the telling too: what was made in the last moments may be kept without having been told of.
    expect(found, facts).toBeLessThanOrEqual(made + untold);
    has = found;
  }
  await browser.kill();
  return { saved, stalls };
}

for (const [index, language] of languages.entries())
  test(`${kills} kills at any moment lose nothing said to be saved, and half a second at most, in ${language}`, async ({
    site,
  }) => {
    // A minute and a half on a quiet machine with two cores; several times that on a busy one.
    test.setTimeout(600_000);
    console.log(`kill.spec: seed ${seed} (ARVIO_SEED gives the same moments again)`);
    const profile = mkdtempSync(join(tmpdir(), 'arvio-kill-'));
    const begun = Date.now();
    try {
      const { saved, stalls } = await liveAndDie(language, site.url, profile, randomNumbers(seed + index));
      const strict = stalls.filter((ms) => ms < 50).length;
      console.log(
        `kill.spec: ${kills} kills in ${Math.round((Date.now() - begun) / 1000)} s, ${strict} of them not kept waiting, longest wait ${Math.round(Math.max(...stalls))} ms`,
      );
      // The test must have killed before, between and after savings, or it has shown nothing.
      expect(saved.filter((edits) => edits > 0).length).toBeGreaterThan(kills / 4);
      expect(saved.filter((edits) => edits === 0).length).toBeGreaterThan(0);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
