import { defineConfig } from '@playwright/test';
import { launchOptions } from '../browserLaunch.js';

/** Each test serves the site to itself (test.ts), from the build that stands in build/. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // For the slowest machine; nothing waits for it where all is well.
  timeout: 120_000,
  expect: { timeout: 20_000, toPass: { timeout: 20_000 } },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    contextOptions: { reducedMotion: 'no-preference' },
    // Where it is not the subject, no test waits for the whole site to be stored.
    serviceWorkers: 'block',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
