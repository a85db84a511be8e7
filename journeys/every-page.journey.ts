import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page, Response } from 'playwright-core';
import { complaintsOf, type Faults, faultsOf, scriptsAreLight } from './page-checks.ts';
import { type Program, programOf } from './program.ts';
import { openBrowser, openSite, openWindow, signIn } from './site.ts';
import { now } from './thread.ts';

const site = await openSite();
const browser = await openBrowser();

/** Pages of the same shape are looked at once, by whoever comes to them first. */
const looked = new Set<string>();
const shapeOf = ({ pathname, searchParams }: URL): string =>
  `${placeless(pathname)}?${[...new Set([...searchParams].map(keyOf))].sort()}`;

/** Any record, any short address, any council is one and the same page. */
const placeless = (pathname: string): string =>
  pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/g\/[^/]+/, '/g/:id')
    .replace(/^\/at\/[^/]+/, '/at/:id')
    .replace(/\/(l|s)\/[^/]+$/, '/$1/:id')
    // The page a worker reads with somebody is that person's own page.
    .replace(/^\/people\/:id\/together(?=\/|$)/, '/my')
    .replace(/^\/my\/(say|share)\/[^/]+/, '/my/$1/:id')
    .replace(/^(\/my\/about|\/my\/caring\/words)\/(?!photo|print)[^/]+$/, '$1/:id');

/** A layout of a letter is a page of its own shape; any other answer in an address is not. */
const keyOf = ([key, value]: [string, string]): string => (key === 'format' ? `${key}=${value}` : key);

describe('every page somebody can come to', { timeout: 1_500_000 }, () => {
  const staff = [
    ['Priya Nair', ['/today', '/evidence/sites', '/evidence/sites/new', '/evidence/cost']],
    [
      'Tomasz Zielinski',
      [
        '/community',
        '/community/suggestions',
        ...['', '/cards', '/stewards', '/outbox'].map((place) => `/community/asking${place}`),
      ],
    ],
    ['Helen Strand', ['/evidence']],
    ['Bashir Malik', ['/evidence', '/about/in-my-way', '/outbox', '/own-pictures', '/stories/wall']],
    ['Joan Ferris', ['/governance']],
  ] as const;

  it('is sound before anybody has signed in', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    const faults = await crawl(page, ['/sign-in', '/about/access', '/nowhere'], 1);
    assert.deepEqual([...faults, ...complaints], []);
  });

  it('is sound for whoever comes, without an account', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    const nearby = '/at/saltbeck/nearby';
    const begins = ['/at/saltbeck', nearby, `${nearby}?q=archery`, '/at/saltbeck/user-led'];
    const faults = await crawl(page, [...begins, await shortOn(page, nearby)], 4);
    assert.deepEqual([...faults, ...complaints], []);
  });

  it('is sound for a group with its own short address, somebody waiting, and a suggestion answered', async () => {
    const begins = await shortAddresses();
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    const faults = await crawl(page, begins, 3);
    assert.deepEqual([...faults, ...complaints], []);
  });

  it('is sound for Rowan Teale, with people at every stage', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    await signIn(page, 'Rowan Teale');
    const begins = ['/today', '/glue', ...(await planBeingWritten(await programOf(page)))];
    for (const name of ['Bronwen Tudor-Hale', 'Emrys Tudor-Hale', 'Leon Isaiah Baptiste']) {
      const person = await pathOf(page, name);
      begins.push(person, `${person}/plan`, `${person}/letters`);
    }
    for (const [name, place] of placesOf) begins.push(`${await pathOf(page, name)}${place}`);
    const notOurs = await pathOf(page, 'Callum Fenwick');
    answersOtherwise.set(notOurs, 403);
    begins.push(notOurs);
    const faults = await crawl(page, begins, 5);
    await page.context().close();
    assert.deepEqual([...faults, ...complaints], []);
  });

  it('is sound for Nneka Obi, with a home that two families looked for', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    await signIn(page, 'Nneka Obi');
    const dougie = await pathOf(page, 'Douglas Marr');
    const begins = ['', '/shared-lives', '/rights', '/letters'].map((place) => `${dougie}${place}`);
    const faults = await crawl(page, ['/today', '/walking-alongside', ...begins], 5);
    await page.context().close();
    assert.deepEqual([...faults, ...complaints], []);
  });

  for (const name of ['Leon', 'Bron', 'Wilf'])
    it(`is sound for ${name}, at a page of their own`, async () => {
      const page = await openWindow(browser, site);
      const complaints = complaintsOf(page);
      await signIn(page, name);
      const mine = [
        '',
        '/stories',
        '/paper',
        '/ways-in',
        '/around',
        '/about',
        '/about/print',
        '/plan',
        '/shared-with-me',
        '/wishes/codes',
      ].map((place) => `/my${place}`);
      const story = await storyTold(await programOf(page));
      const faults = await crawl(page, [...mine, ...story], 4);
      await page.context().close();
      assert.deepEqual([...faults, ...complaints], []);
    });

  it('is sound for a worker who reads somebody’s own page with them, and shares with them', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    await signIn(page, 'Rowan Teale');
    const begins: string[] = [];
    for (const name of ['Gurdeep Singh Sandhu', 'Leon Isaiah Baptiste', 'Hester Quill']) {
      const person = await pathOf(page, name);
      begins.push(
        `${person}/messages`,
        `${person}/about-me`,
        `${person}/about-me/print`,
        ...['letters', 'plan', 'wishes/codes'].map((place) => `${person}/together/${place}`),
      );
    }
    begins.push('/stories/wall', ...(await sharedWithSomebody(await programOf(page), begins[0] ?? '')));
    const faults = await crawl(page, begins, 3);
    await page.context().close();
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

  it('is sound for Priya Nair, who keeps a site and sets up another', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    await signIn(page, 'Priya Nair');
    const { sites } = await (await programOf(page)).get<{
      sites: { id: string; startedOn: string | null }[];
    }>('/evidence/sites');
    const to = (isBegun: boolean, places: string[]) =>
      places.map((place) => {
        const found = sites.find(({ startedOn }) => (startedOn !== null) === isBegun);
        return `/evidence/sites/${found?.id}/${place}`;
      });
    const settingUp = ['scope', 'aim', 'comparison', 'baseline', 'people', 'rules', 'measures', 'start'];
    const begins = [...to(false, settingUp), ...to(true, ['tap', 'showing', 'log', 'another', 'stories'])];
    const faults = await crawl(page, begins, 1);
    assert.deepEqual([...faults, ...complaints], []);
  });

  it('is sound for what everybody is told of a site, and for a history brought from elsewhere', async () => {
    const begins = await toldToEverybody();
    const helen = await openWindow(browser, site);
    const complaints = complaintsOf(helen);
    await signIn(helen, 'Helen Strand');
    await (await programOf(helen)).post('/evidence/brought', { name: 'Before', text: brought });
    const faults = await crawl(helen, ['/evidence/brought', ...begins], 3);
    assert.deepEqual([...faults, ...complaints], []);
  });

  it('was come to by following links, every page there is', async () => {
    const { paths } = (await (await fetch(`${site.address}/openapi.json`)).json()) as OpenApi;
    const pages = Object.keys(paths).filter((path) => paths[path]?.get && !isFile.test(path));
    const seen = new Set([...looked].map((shape) => shape.split('?')[0]));
    const shapes = pages.map((path) => placeless(path.replace(/\{\w+\}/g, ':id')));
    assert.deepEqual(
      shapes.filter((shape) => !seen.has(shape) && !walkedElsewhere.test(shape)),
      [],
    );
  });

  it('is sound when a form comes back with nothing in it', async () => {
    const page = await openWindow(browser, site);
    const complaints = complaintsOf(page);
    await signIn(page, 'Rowan Teale');
    const faults: Faults = [];
    const editors = /^\/community\/(suggestions|claims)\//;
    const inTurn = [...emptied].sort((one, other) => Number(editors.test(one)) - Number(editors.test(other)));
    for (const path of inTurn) {
      if (editors.test(path)) await signIn(page, 'Tomasz Zielinski');
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

/** A site lead prepares what everybody is told, and somebody else says yes. */
async function toldToEverybody(): Promise<string[]> {
  const priya = await openWindow(browser, site);
  await signIn(priya, 'Priya Nair');
  const lead = await programOf(priya);
  const { sites } = await lead.get<{ sites: { id: string }[] }>('/evidence/publish');
  await lead.post('/evidence/publish', { site: sites[0]?.id });
  const helen = await openWindow(browser, site);
  await signIn(helen, 'Helen Strand');
  const analyst = await programOf(helen);
  const { inPreparation } = await analyst.get<{ inPreparation: { id: string; version: number }[] }>(
    '/evidence/publish',
  );
  for (const { id, version } of inPreparation)
    await analyst.post(`/evidence/publications/${id}/agreement`, { version });
  return ['/evidence/publish', '/at/saltbeck/evidence', '/at/saltbeck/evidence/methods'];
}

const brought = [
  'person,event,starts,kind,team',
  'K01,contact,2025-04-03,,Front door',
  'K01,conversation,2025-04-09,,Front door',
  'K01,service start,2025-05-01,community,Front door',
  'K02,contact,2025-04-04,signposted,Front door',
].join('\n');

/** Where somebody's story has a page that others' do not have. */
const placesOf = [
  ['Gurdeep Singh Sandhu', '/letters'],
  ['Gurdeep Singh Sandhu', '/before'],
  ['Ruth Ellen Abernethy', '/details'],
  ['Ruth Ellen Abernethy', '/safeguarding'],
  ['Shanice Campbell-Roe', '/family-conference'],
  ['Bronwen Tudor-Hale', '/around'],
  ['Shanice Campbell-Roe', '/advocate'],
  ['Mohammad Yusuf Rahimi', '/urgent-help'],
  ['Leon Isaiah Baptiste', '/direct-payments'],
  ['Gurdeep Singh Sandhu', '/community'],
  ['Wilfred Acheson', '/giving'],
] as const;

/** A file to keep is not a page, nor is what machines read. */
const isFile =
  /\.(csv|pdf|ics|json)$|\/open-referral(\/|$)|\/(photograph|files\/\{\w+\}(\/captions)?)$|\/own-pictures\/\{/;

/** Only somebody shared with comes to these, whoever scans a poster, or whoever had a plan before: their own tests do. */
const walkedElsewhere =
  /^\/shared(\/|$)|^\/at\/:id\/s\/:id$|^\/stories\/wall\/:id\/poster$|^\/my\/plan\/:id$/;

interface OpenApi {
  paths: Record<string, { get?: unknown }>;
}

/** One page of each shape that has a form worth sending empty. */
const emptied: string[] = [];
const worthEmptying =
  /^\/(people\/:id\/(write|crisis|conversation-3|around|break-glass|urgent-help|willing-and-able|deciding|advocate|moves|family-conference|shared-lives|catch-ups|catch-up-requests|money)|conversations\/:id\/(determination|told-beforehand|crisis)|about\/in-my-way|community|people\/:id\/introductions\/new|community\/visits\/new|community\/conversations\/new|community\/suggestions\/:id|community\/claims\/:id)\?/;

const answersOtherwise = new Map([['/nowhere', 404]]);

async function pathOf(page: Page, name: string): Promise<string> {
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  return (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
}

/** The short address a listing’s own page gives. */
async function shortOn(page: Page, nearby: string): Promise<string> {
  await page.goto(nearby);
  await page.locator('.app-found a').first().click();
  const printed = await page.locator('.app-address').first().innerText();
  return new URL(`http://${printed.trim()}`).pathname;
}

/** A group’s own page with somebody waiting for its answer, and what somebody reads of their own suggestion and claim. */
async function shortAddresses(): Promise<string[]> {
  const rowan = await openWindow(browser, site);
  await signIn(rowan, 'Rowan Teale');
  await rowan.goto('/community?q=radio');
  await rowan
    .getByRole('link', { name: /^Harbour Radio/ })
    .first()
    .click();
  await rowan.getByRole('link', { name: 'The group’s own page' }).click();
  await rowan.getByRole('button', { name: 'Give the group its page' }).click();
  await rowan.getByRole('link', { name: 'Open the page' }).waitFor();
  const card = new URL(rowan.url()).pathname;
  const anybody = await openWindow(browser, site);
  await anybody.goto('/at/saltbeck/suggestions/new');
  await anybody.getByLabel('What is it?').fill('A bench that is nobody’s turn to look after');
  await anybody.getByRole('button', { name: 'Send it' }).click();
  await anybody.getByRole('heading', { name: 'Your suggestion' }).waitFor();
  return [
    card,
    card.replace(/\/card$/, ''),
    card.replace(/card$/, 'introductions'),
    new URL(anybody.url()).pathname,
  ];
}

/** Somebody with a promise to say yes to and a plan half written, and the pages those are on. */
async function planBeingWritten(program: Program): Promise<string[]> {
  const { personId } = await program.post<{ personId: string }>('/contacts', {
    name: 'Hester Quill',
    words: 'What am I entitled to?',
    permission: 'own-words',
  });
  const { entryId } = await program.post<{ entryId: string }>(`/people/${personId}/entries`, {
    withWhom: 'Hester',
    isWithPerson: true,
    when: now(),
    said: 'I would like to know what I am entitled to.',
    agreed: '- I ring by Friday',
  });
  const { conversationId } = await program.post<{ conversationId: string }>(
    `/people/${personId}/conversation-3`,
    { way: 'at-once', exception: 'asked-for-a-determination', reason: 'She asked.' },
  );
  const { planId } = await program.post<{ planId: string }>(`/conversations/${conversationId}/plans`);
  for (const need of ['To sleep on one floor', 'To get to the chapel'])
    await program.post(`/plans/${planId}/needs`, { need, metBy: 'not-met', how: 'We look on Monday' });
  const { moveId } = await program.post<{ moveId: string }>(`/people/${personId}/moves`, {
    direction: 'here',
    otherCouncil: 'Fenwick Council',
    toldOn: '1 November 2026',
    toldBy: 'Hester',
  });
  await program.post(`/moves/${moveId}/difference`, {
    differenceWords: 'Sundays are done by neighbours here.',
  });
  const { needId } = await program.post<{ needId: string }>(`/moves/${moveId}/needs`, {
    need: 'Somebody near at night',
    metThere: 'A call at ten and at six',
    weekly: '84',
  });
  return [
    `/moves/${moveId}/needs/${needId}`,
    `/entries/${entryId}/promises`,
    ...['', '/plan', '/letters'].map((place) => `/people/${personId}${place}`),
  ];
}

/** A story begun at somebody's own page, and every page on its way to being seen. */
async function storyTold(program: Program): Promise<string[]> {
  const { location } = await program.post<{ location: string }>('/my/stories/begin', {
    title: 'Half a story',
    theirWords: 'I began it on a Tuesday.',
  });
  return ['', '/words', '/yes', '/pieces', '/take-down', '/poster'].map((place) => `${location}${place}`);
}

/** A line shared with a sister, and the pages of whoever shares and of whoever is alongside. */
async function sharedWithSomebody(program: Program, person: string): Promise<string[]> {
  const at = person.replace(/\/messages$/, '');
  await program.post(`${at}/together/share/matters/${at.split('/').at(-1)}`, {
    who: 'new',
    name: 'Jas',
    kind: 'family-or-friend',
    length: 'month',
  });
  const { sharings } = await program.get<{ sharings: { sharingId: string }[] }>(`${at}/sharing`);
  return sharings.flatMap(({ sharingId }) => [
    `${at}/sharing/${sharingId}`,
    `${at}/together/sharing/with/${sharingId}`,
  ]);
}

async function crawl(page: Page, begins: readonly string[], depth: number): Promise<Faults> {
  const faults: Faults = [];
  let paths = [...begins];
  for (let level = 0; level <= depth && paths.length; level += 1) {
    const next: string[] = [];
    for (const path of paths) {
      const shape = shapeOf(new URL(path, site.address));
      const isNew = !looked.has(shape);
      if (!isNew && level > 0) continue;
      looked.add(shape);
      const response = await page.goto(path);
      if (isNew && worthEmptying.test(shape) && (await formsOn(page).count())) emptied.push(path);
      faults.push(...(await faultsAt(page, response, path)));
      next.push(...(await linksOn(page)));
    }
    paths = next;
  }
  return faults;
}

async function faultsAt(page: Page, response: Response | null, path: string): Promise<Faults> {
  const status = response?.status() ?? 0;
  const found = status === (answersOtherwise.get(path) ?? 200) ? [] : [`answered ${status}`];
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
    if (url.origin !== site.address || isFile.test(url.pathname)) continue;
    shapes.set(shapeOf(url), `${url.pathname}${url.search}`);
  }
  return [...shapes].filter(([shape]) => !looked.has(shape)).map(([, path]) => path);
}

const formsOn = (page: Page) => page.locator('main form[method=post]');

/** Sends the page's main form with nothing in it, and looks at what comes back. */
async function comeBack(page: Page): Promise<Faults> {
  await page.locator('main details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  const form = formsOn(page).first();
  // A box that an answer not yet given would show is empty already.
  for (const box of await form.locator('input[type=text], textarea').filter({ visible: true }).all())
    await box.fill('');
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST' && !one.url().endsWith('/draft')),
    form.locator('button').first().click(),
  ]).catch((error) => {
    throw new Error(`${page.url()}: ${error}`);
  });
  await page.waitForLoadState();
  if (![409, 422].includes(response.status())) return [`answered ${response.status()} to an empty form`];
  return faultsOf(page, null);
}
