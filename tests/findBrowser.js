import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { env, execPath, getuid, platform } from 'node:process';
import { chromium } from 'playwright';
import { installedBrowsers, launchArguments } from './browserLaunch.js';

const minute = 60_000;

/**
 * Starting is the only proof: distributions put launchers in place that only explain how to install a browser, libraries
 * may be missing, and `--version` opens a window on Windows.
 * @param {string} executablePath @returns {Promise<string | null>} the browser's version
 */
async function startedVersion(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: launchArguments, timeout: minute });
    const version = browser.version();
    await browser.close();
    return version;
  } catch {
    return null;
  }
}

/** @returns {Promise<string | null>} */
async function firstThatStarts() {
  for (const path of installedBrowsers()) {
    const version = await startedVersion(path);
    if (version !== null) {
      console.log(`browser: ${path} (${version})`);
      return path;
    }
    console.log(`browser: ${path} does not start`);
  }
  return null;
}

/** @param {string[]} command @param {number} timeout */
function run([program = '', ...args], timeout) {
  console.log(`browser: ${[program, ...args].join(' ')}`);
  const options = { timeout, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  return spawnSync(program, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** @param {string[]} args */
function runPlaywright(args) {
  const cli = createRequire(import.meta.url)
    .resolve('playwright/package.json')
    .replace('package.json', 'cli.js');
  return run([execPath, cli, ...args], 5 * minute);
}

/** The prefix that lets a system-wide installation happen without asking anybody, or null. @returns {string[] | null} */
function asRoot() {
  if (platform !== 'linux') return null;
  if (getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

const packageManagers = [
  [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ],
  [['dnf', 'install', '-y', 'chromium']],
  [['pacman', '-Sy', '--noconfirm', 'chromium']],
  [['apk', 'add', 'chromium']],
];

/** @param {string[]} prefix */
function installFromSystem(prefix) {
  for (const steps of packageManagers) {
    const [program = ''] = steps[0] ?? [];
    if (spawnSync(program, ['--version'], { stdio: 'ignore' }).error) continue;
    // A failed update is no reason to stop: one unreachable source out of many fails it.
    for (const step of steps) run([...prefix, ...step], 8 * minute);
  }
}

/**
 * The browser the tests run in: the one named by ARVIO_BROWSER, else an installed one, else Playwright's, else the system's.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const installed = await firstThatStarts();
  if (installed !== null) return installed;
  if (env.ARVIO_BROWSER) throw new Error(`ARVIO_BROWSER does not start: ${env.ARVIO_BROWSER}`);

  const prefix = asRoot();
  if (runPlaywright(['install', '--no-shell', 'chromium'])) {
    const downloaded = await firstThatStarts();
    if (downloaded !== null) return downloaded;
    // Downloaded, but the system lacks libraries that it needs.
    if (prefix !== null && runPlaywright(['install-deps', 'chromium'])) {
      const completed = await firstThatStarts();
      if (completed !== null) return completed;
    }
  }
  if (prefix !== null) {
    installFromSystem(prefix);
    const fromSystem = await firstThatStarts();
    if (fromSystem !== null) return fromSystem;
  }
  throw new Error(
    'no Chromium, Chrome or Edge here, and none could be installed: install one, or name it in ARVIO_BROWSER',
  );
}
