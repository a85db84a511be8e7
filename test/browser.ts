import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const usual = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real Chromium for the journeys: the machine's own when it has one (`CHROMIUM_PATH` names another), else
 * the one that came with `npm ci`, unpacked into the temporary folder.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = usual.find((path) => path && existsSync(path));
  if (own) return chromium.launch({ executablePath: own, args: quietly });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The journeys need a Chromium: install Google Chrome or Chromium, or set CHROMIUM_PATH to one.',
    );
  const { executablePath, libraries } = await unpacked();
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>;
  return chromium.launch({ executablePath, args: quietly, env });
}

/** The browser and the few libraries a bare machine lacks, as the package carries them. */
async function unpacked(): Promise<{ executablePath: string; libraries: string }> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const carried = join(dirname(entry), '..', 'bin');
  const [executablePath = '', folder = ''] = [
    await inflate(join(carried, 'chromium.br')),
    await inflate(join(carried, 'al2023.tar.br')),
  ];
  return { executablePath, libraries: join(folder, 'lib') };
}
