import { spawn } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../browserLaunch.js';

/** A browser on a profile that outlives it, to be killed as by a power cut. */
export interface KillableBrowser {
  readonly page: Page;
  /** Ends every process of it at once, without a word of warning. */
  kill(): Promise<void>;
}

/** Playwright tells no process of a browser with a profile of its own, so it is started here and spoken to over its port. */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const { executablePath = chromium.executablePath(), args } = launchOptions();
  const quick = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
  ];
  const child = spawn(
    executablePath,
    [...args, ...quick, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`the browser did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const page = context!.pages()[0] ?? (await context!.newPage());
  return {
    page,
    async kill() {
      // The whole group: a browser is several processes.
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid!, 'SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
