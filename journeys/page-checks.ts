import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { CDPSession, Page, Response } from 'playwright-core';
import { stories } from '../demo/saltbeck/people.ts';

export const widths = [1280, 320] as const;

/** The most a page and its scripts may weigh on the wire. */
const heaviest = 60_000;

/** Faults found on one page, each as a sentence. */
export type Faults = string[];

/** Everything that holds for every page, whoever made it. */
export async function faultsOf(page: Page, response: Response | null): Promise<Faults> {
  const faults: Faults = [];
  faults.push(...(await faultsOfShape(page)));
  if (response) {
    const { responseBodySize } = await response.request().sizes();
    if (responseBodySize > heaviest) faults.push(`weighs ${responseBodySize} bytes`);
  }
  faults.push(...(await faultsAtWidths(page)));
  faults.push(...(await faultsOfTabbing(page)));
  return faults;
}

/** Nothing reaches past the side and axe finds nothing, on a phone and on a desk. */
export async function faultsAtWidths(page: Page): Promise<Faults> {
  const faults: Faults = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await sidewaysAt(page, width)));
    faults.push(...(await barriersAt(page, width)));
  }
  await page.setViewportSize({ width: widths[0], height: 900 });
  return faults;
}

const names = stories.flatMap(({ person: { fullName } }) => fullName.split(' '));

async function faultsOfShape(page: Page): Promise<Faults> {
  const faults: Faults = [];
  const title = await page.title();
  const named = names.find((name) => new RegExp(`\\b${name}\\b`).test(title));
  if (!/^\S.* – Alongside$/.test(title)) faults.push(`is called “${title}”`);
  if (named) faults.push(`has ${named} in its title, which a tab and the history show`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`has ${headings} h1 headings`);
  return faults;
}

async function sidewaysAt(page: Page, width: number): Promise<Faults> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide <= width) return [];
  const widest = await page.evaluate(
    (most) =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > most)
        .map((one) => `${one.tagName.toLowerCase()}.${one.className}`)
        .slice(0, 3)
        .join(', '),
    width,
  );
  return [`is ${wide} wide at ${width}: ${widest}`];
}

const standard = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2, A and AA. The page is given axe once, whatever the width. */
async function barriersAt(page: Page, width: number): Promise<Faults> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const { violations } = await axe.run({
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.map(({ id, nodes }) => ({
      id,
      where: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, why: failureSummary ?? '' })),
    }));
  }, standard);
  return found.map(({ id, where }) => {
    const told = where.map(({ html, why }) => `${html.slice(0, 140)} (${why.split('\n')[1]?.trim()})`);
    return `at ${width}: ${id}: ${told.join('; ')}`;
  });
}

/** So many presses go to the browser before it is asked what it saw: asking after each takes most of a crawl's time. */
const stride = 25;

/** Tab goes through the page and comes round again, and where it rests can be seen. */
async function faultsOfTabbing(page: Page): Promise<Faults> {
  const most = (await page.locator('a, button, input, select, textarea, summary, [tabindex]').count()) + 5;
  await page.evaluate(watchTabbing);
  const keyboard = await page.context().newCDPSession(page);
  try {
    for (let steps = 0; steps < most; steps += stride) {
      await pressTab(keyboard, Math.min(stride, most - steps));
      const { isRound, unseen } = await page.evaluate(() => window.tabbing);
      if (isRound) return [...new Set(unseen)].map((one) => `focus on ${one} cannot be seen`);
    }
    return ['Tab does not come round again'];
  } finally {
    await keyboard.detach();
  }
}

/** Real key presses, sent one after another without waiting for each. */
async function pressTab(keyboard: CDPSession, times: number): Promise<void> {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () =>
    (['rawKeyDown', 'keyUp'] as const).map((type) =>
      keyboard.send('Input.dispatchKeyEvent', { type, ...key }),
    ),
  );
  await Promise.all(presses.flat());
}

declare global {
  interface Window {
    /** What pressing Tab came to so far. */
    tabbing: { isRound: boolean; unseen: string[] };
  }
}

/** From the top of the page, looks where each press of Tab rests once its key is up. */
function watchTabbing(): void {
  scrollTo(0, 0);
  (document.activeElement as HTMLElement | null)?.blur();
  const seen = new Set<HTMLElement>();
  window.tabbing = { isRound: false, unseen: [] };
  addEventListener('keyup', () => {
    const one = document.activeElement as HTMLElement | null;
    window.tabbing.isRound ||= !one || one === document.body || seen.has(one);
    if (!one || window.tabbing.isRound) return;
    seen.add(one);
    const styles = [one, one.nextElementSibling, one.firstElementChild].flatMap((each) =>
      each ? [getComputedStyle(each), getComputedStyle(each, '::before')] : [],
    );
    const shows = styles.some(
      ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
    );
    const { top, bottom } = one.getBoundingClientRect();
    if (!(shows && bottom > 0 && top < innerHeight)) window.tabbing.unseen.push(one.outerHTML.slice(0, 120));
  });
}

/** What the browser complains of while pages are open: errors, and anything the security policy stopped. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A page that came back for another look answers 409 or 422, and the browser mentions it.
    if (message.type() === 'error' && !/status of (403|404|409|422)/.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  return complaints;
}

/** Bytes of script on the wire for somebody who has never been here. */
export async function scriptsOn(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return (await Promise.all(sizes)).reduce((all, one) => all + one, 0);
}

export async function scriptsAreLight(page: Page, path: string): Promise<void> {
  const bytes = await scriptsOn(page, path);
  assert.ok(bytes > 0 && bytes <= heaviest, `scripts weigh ${bytes} bytes`);
}
