/** A Chromium of the system, without a window and without a network. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/usr/lib/chromium', '/snap/bin'];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

export const HOW_TO_INSTALL =
  'install one (Debian: apt-get install chromium) or name one in CRENEAU_CHROMIUM=/path/to/chromium';

/** The program to run, or null: the one CRENEAU_CHROMIUM names and no other, else the first of the usual places. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env.CRENEAU_CHROMIUM ?? '';
  const folders = [...(env.PATH ?? '').split(delimiter), ...FOLDERS];
  const usual = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...APPLICATIONS];
  return (named === '' ? usual : [named]).find((path) => existsSync(path)) ?? null;
}

/** Whether a missing browser is a failure rather than a reason to skip. */
export const isBrowserRequired = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env.CRENEAU_REQUIRE_BROWSER === '1';

export const openChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ARGUMENTS });
