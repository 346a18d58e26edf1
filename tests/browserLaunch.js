import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, getuid, platform } from 'node:process';
import { chromium } from 'playwright';

/** What every test run gives the browser: nothing may talk to the network by itself, and root has no sandbox to offer. */
export const launchArguments = [
  ...(getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where Chromium and its kin usually stand, likeliest first. @returns {string[]} */
function usualPaths() {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  return (env.PATH ?? '').split(delimiter).flatMap((folder) => commands.map((command) => join(folder, command)));
}

/** Browsers that stand on this machine now: the named one alone, or the usual ones and Playwright's own. @returns {string[]} */
export function installedBrowsers() {
  if (env.ARVIO_BROWSER) return [env.ARVIO_BROWSER];
  return [...usualPaths(), chromium.executablePath()].filter((path) => existsSync(path));
}

/** For Playwright and Vitest. Without a browser here they name the one they miss. */
export function launchOptions() {
  const [executablePath] = installedBrowsers();
  return { args: launchArguments, ...(executablePath ? { executablePath } : {}) };
}
