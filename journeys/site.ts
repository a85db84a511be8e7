import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../test/browser.ts';

/** What ships, running in a process of its own on a new data folder, with the invented council in it. */
export interface Site {
  address: string;
  /** As a power cut would: no goodbye. */
  kill(): Promise<void>;
  /** The same data folder and the same address again. */
  startAgain(): Promise<void>;
}

const bundle = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/**
 * Starts the shipped bundle for this journey file and stops it afterwards, with its database and its folder.
 * @example const site = await openSite();
 */
export async function openSite(): Promise<Site> {
  if (!existsSync(bundle)) throw new Error('The journeys walk what ships: run `npm run build` first.');
  const folder = mkdtempSync(join(tmpdir(), 'alongside-journey-'));
  let running = await start(folder, '0');
  process.once('exit', () => running.child.kill('SIGKILL'));
  after(async () => {
    await ended(running.child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  const { address } = running;
  return {
    address,
    kill: () => ended(running.child, 'SIGKILL'),
    startAgain: async () => {
      running = await start(folder, new URL(address).port);
      if (running.address !== address) throw new Error(`It came back at ${running.address}, not ${address}.`);
    },
  };
}

interface Running {
  child: ChildProcess;
  address: string;
}

async function start(folder: string, port: string): Promise<Running> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_READ_URL, PUBLIC_URL, ...env } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', bundle], {
    env: { ...env, PORT: port, HOST: '127.0.0.1', ALONGSIDE_DATA: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Alongside is at (http\S+)$/.exec(line)?.[1];
    if (!address) continue;
    child.stdout.resume();
    child.once('exit', tellWhenUnasked);
    return { child, address };
  }
  throw new Error('Alongside ended before it said where it is.');
}

function tellWhenUnasked(code: number | null, signal: NodeJS.Signals | null): void {
  console.error(`Alongside ended while a journey was on its way (${signal ?? `code ${code}`}).`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.off('exit', tellWhenUnasked);
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** One browser for this journey file. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchBrowser();
  after(() => browser.close());
  return browser;
}

/** A window of somebody's own: its cookies are nobody else's. */
export async function openWindow(
  browser: Browser,
  site: Pick<Site, 'address'>,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.address, locale: 'en-GB', ...options });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** Signs in as one of the invented council's staff, by name. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
