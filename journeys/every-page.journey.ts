import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page, Response } from 'playwright-core';
import { complaintsOf, type Faults, faultsOf, scriptsAreLight } from './page-checks.ts';
import { openBrowser, openSite, openWindow, signIn } from './site.ts';

const site = await openSite();
const browser = await openBrowser();

/** Pages of the same shape are looked at once, by whoever comes to them first. */
const looked = new Set<string>();
const shapeOf = (url: URL): string =>
  `${url.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}?${[...url.searchParams.keys()].sort()}`;

describe('every page somebody can come to', { timeout: 400_000 }, () => {
  const staff = [
    ['Rowan Teale', ['/today', '/people?q=Bronwen', '/people?q=Leon', '/people?q=Kayleigh', '/glue']],
    ['Priya Nair', ['/today']],
    ['Tomasz Zielinski', ['/community']],
    ['Helen Strand', ['/evidence']],
    ['Bashir Malik', ['/evidence', '/about/in-my-way']],
    ['Joan Ferris', ['/governance']],
  ] as const;

  it('is sound before anybody has signed in', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    const faults = await crawl(page, ['/sign-in', '/about/access', '/nowhere'], 1);
    assert.deepEqual([...faults, ...complaints], []);
  });

  for (const [name, begins] of staff)
    it(`is sound for ${name}`, async () => {
      const page = await openWindow(browser, site);
      const complaints = complaintsOf(page);
      await signIn(page, name);
      const faults = await crawl(page, begins, 5);
      await page.context().close();
      assert.deepEqual([...faults, ...complaints], []);
    });

  it('is sound when a form comes back with nothing in it', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    await signIn(page, 'Rowan Teale');
    const faults: Faults = [];
    for (const path of [...emptied]) {
      await page.goto(path);
      const faulty = await comeBack(page);
      faults.push(...faulty.map((fault) => `${path} come back ${fault}`));
    }
    assert.ok(emptied.length >= 5, 'forms were found to send');
    assert.deepEqual([...faults, ...complaints], []);
  });

  it('asks for at most 60 kB of script', async () => {
    const page = await openWindow(browser, site);
    await signIn(page, 'Rowan Teale');
    const fresh = await openWindow(browser, site, { storageState: await page.context().storageState() });
    await scriptsAreLight(fresh, '/today');
  });
});

/** One page of each shape that has a form worth sending empty. */
const emptied: string[] = [];
const worthEmptying =
  /^\/(people\/:id\/(write|crisis|conversation-3|around|break-glass)|conversations\/:id\/(determination|told-beforehand|crisis)|about\/in-my-way|community|people\/:id\/introductions\/new)\?/;

async function crawl(page: Page, begins: readonly string[], depth: number): Promise<Faults> {
  const faults: Faults = [];
  let paths = [...begins];
  for (let level = 0; level <= depth && paths.length; level += 1) {
    const next: string[] = [];
    for (const path of paths) {
      const shape = shapeOf(new URL(path, site.address));
      const isFirst = level === 0;
      if (looked.has(shape) && !isFirst) continue;
      looked.add(shape);
      const response = await page.goto(path);
      if (worthEmptying.test(shape)) emptied.push(path);
      faults.push(...(await faultsAt(page, response, path)));
      next.push(...(await linksOn(page)));
    }
    paths = next;
  }
  return faults;
}

async function faultsAt(page: Page, response: Response | null, path: string): Promise<Faults> {
  const status = response?.status() ?? 0;
  const expected = path === '/nowhere' ? 404 : 200;
  const found = status === expected ? [] : [`answered ${status}`];
  return [...found, ...(await faultsOf(page, response))].map((fault) => `${path} ${fault}`);
}

/** Links to pages of ours, newest shapes only: files to keep are not pages. */
async function linksOn(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  const shapes = new Map<string, string>();
  for (const href of hrefs) {
    const url = new URL(href);
    if (url.origin !== site.address || url.pathname.endsWith('.csv')) continue;
    shapes.set(shapeOf(url), `${url.pathname}${url.search}`);
  }
  return [...shapes].filter(([shape]) => !looked.has(shape)).map(([, path]) => path);
}

/** Sends the page's main form as it stands, and looks at what comes back. */
async function comeBack(page: Page): Promise<Faults> {
  await page.locator('main details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  const forms = page.locator('main form[method=post]');
  if ((await forms.count()) === 0) return ['has no form'];
  for (const box of await forms.first().locator('input[type=text], textarea').all()) await box.fill('');
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    forms.first().locator('button').first().click(),
  ]);
  await page.waitForLoadState();
  if (![409, 422].includes(response.status())) return [`answered ${response.status()} to an empty form`];
  return faultsOf(page, null);
}
