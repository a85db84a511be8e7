import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Windows } from '../community/windows.ts';
import { scenesOf, type Worker } from '../lives/steps.ts';

/** Who walks, each in a window of their own, and whoever is walking now: what went wrong is shown of them. */
export interface Walk {
  windows: Windows;
  scenes(what: string, tell: Parameters<typeof scenesOf>[2]): void;
  /** A colleague who has signed in; the same window when they come again. */
  colleague(name: string): Promise<Worker>;
  /** Somebody without an account and without JavaScript, on a telephone 320 pixels wide. */
  citizen(): Promise<Worker>;
}

export function walkOf(windows: Windows): Walk {
  const known = new Map<string, Worker>();
  let here: Worker | undefined;
  const at = async (name: string, open: () => Promise<Worker>) => {
    here = known.get(name) ?? (await open());
    known.set(name, here);
    return here;
  };
  return {
    windows,
    scenes: (what, tell) => scenesOf(what, () => here, tell),
    colleague: async (name) => {
      const worker = await at(name, () => windows.colleague(name));
      await worker.signIn();
      return worker;
    },
    citizen: () => at('', () => windows.phone()),
  };
}

/** Unfolds what is folded away under these words. */
export const unfold = ({ page }: Worker, words: string | RegExp): Promise<void> =>
  page.locator('summary').filter({ hasText: words, visible: true }).first().click();

/** Follows a link that gives a file, and reads it. */
export async function fileFrom(
  worker: Worker,
  link: string | RegExp,
): Promise<{ path: string; text: string }> {
  const found = worker.page.getByRole('link', { name: link }).first();
  const [download] = await Promise.all([worker.page.waitForEvent('download'), found.click()]);
  const path = await download.path();
  return { path, text: await readFile(path, 'utf8') };
}

/** Gives a file, as from a folder of one’s own, to the form on the page. */
export const giveFile = (page: Page, name: string, text: string): Promise<void> =>
  page
    .getByLabel('The file', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

export async function isNarrow({ page }: Worker): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${page.url()} is ${wide} wide`);
}
