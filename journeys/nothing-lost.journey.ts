import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, openSite, openWindow, signIn } from './site.ts';

const site = await openSite();
const browser = await openBrowser();

describe('O1, R3 and R4: nothing that was written is lost, and nothing is there twice', {
  timeout: 400_000,
}, () => {
  it('O1 words typed two seconds before the power fails are there afterwards', async () => {
    const page = await writingAbout('Ruth Ellen Abernethy');
    await keeps(page, 'The lamp went out and I sat in the dark, singing.');
    await site.kill();
    await site.startAgain();
    await signIn(page, 'Rowan Teale');
    await page
      .getByRole('link', { name: /Abernethy|Ruth/ })
      .first()
      .click();
    assert.equal(await said(page).inputValue(), 'The lamp went out and I sat in the dark, singing.');
  });

  it('O2 a draft is kept though it could not be saved for good', async () => {
    const page = await writingAbout('Oonagh Delaney');
    await page.getByLabel('When?').fill('one of these days');
    await keeps(page, 'Not yet a day I can name.');
    await page.reload();
    assert.equal(await page.getByLabel('When?').inputValue(), 'one of these days');
    assert.equal(await said(page).inputValue(), 'Not yet a day I can name.');
  });

  it('O1 says in words that the server is away, and saves when it is back', async () => {
    const page = await writingAbout('Margaret Ann Lightfoot');
    await site.kill();
    const back = keeps(page, 'She kept talking while everything was down.');
    await page.getByText('Not saved yet. Your words are still on this page').first().waitFor();
    await site.startAgain();
    await back;
    await page.reload();
    assert.equal(await said(page).inputValue(), 'She kept talking while everything was down.');
  });

  for (const javaScriptEnabled of [true, false])
    it(`R3 pressing Save twice gives one entry, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const page = await writingAbout('Wilfred Acheson', { javaScriptEnabled });
      const story = page.url().replace(/write$/, 'story');
      const words = `The tide table, twice, ${javaScriptEnabled ? 'with' : 'without'} script.`;
      await said(page).fill(words);
      await page.getByRole('button', { name: 'Save', exact: true }).dblclick();
      await page.getByText('Saved.').waitFor();
      await page.goto(story);
      assert.equal(await page.getByText(words).count(), 1);
    });

  it('R4 two tabs with one draft: the second is told, and shown both texts', async () => {
    const one = await writingAbout('Ruth Ellen Abernethy');
    const other = await one.context().newPage();
    await other.goto(one.url());
    await keeps(one, 'Written in the first tab.');
    await said(other).fill('Written in the second tab.');
    await other
      .getByText(/in another tab/)
      .first()
      .waitFor();
    await other.getByRole('button', { name: 'Keep as a draft' }).click();
    await seesBoth(other, 'Written in the first tab.', 'Written in the second tab.');
  });

  it('R4 two people writing one plan: the second is shown both texts', async () => {
    const { rowan, priya } = await twoWritingOnePlan();
    await rowan.getByLabel(/^What a good life is/).fill('The harbour, as Rowan heard it.');
    await priya.getByLabel(/^What a good life is/).fill('The boats, as Priya heard it.');
    await rowan.getByRole('button', { name: 'Save the words' }).click();
    await rowan.getByText('Saved.').waitFor();
    await priya.getByRole('button', { name: 'Save the words' }).click();
    await seesBoth(priya, 'The harbour, as Rowan heard it.', 'The boats, as Priya heard it.');
  });
});

const said = (page: Page) => page.getByRole('textbox', { name: /^What .+ said$/ });

/** Writes what they said, and waits until the page says that those words are kept. */
async function keeps(page: Page, words: string): Promise<void> {
  const answered = page.waitForResponse(
    (one) =>
      one.ok() &&
      one.url().endsWith('/draft') &&
      new URLSearchParams(one.request().postData() ?? '').get('said') === words,
    { timeout: 30_000 },
  );
  await said(page).fill(words);
  await answered;
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor();
}

async function writingAbout(name: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await openWindow(browser, site, options);
  await signIn(page, 'Rowan Teale');
  await openPerson(page, name);
  await page.goto(`${new URL(page.url()).pathname}/write`);
  return page;
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** A plan begun at once because the person asks, open on two screens. */
async function twoWritingOnePlan(): Promise<{ rowan: Page; priya: Page }> {
  const rowan = await openWindow(browser, site);
  await signIn(rowan, 'Rowan Teale');
  await openPerson(rowan, 'Margaret Ann Lightfoot');
  const person = new URL(rowan.url()).pathname;
  await rowan.goto(`${person}/conversation-3`);
  await rowan.getByText('The law says now: begin at once').click();
  await rowan.getByRole('radio', { name: /entitled|ask/i }).check();
  await rowan.getByLabel(/^In a sentence/).fill('She asks what she is entitled to.');
  await rowan.getByRole('button', { name: 'Begin at once' }).click();
  await rowan.goto(`${person}/plan`);
  await rowan.getByRole('button', { name: 'Begin a plan' }).click();
  await rowan.getByRole('link', { name: 'Write about a good life' }).click();
  await rowan.getByRole('button', { name: 'Save the words' }).waitFor();
  const priya = await openWindow(browser, site);
  await signIn(priya, 'Priya Nair');
  await priya.goto(rowan.url());
  return { rowan, priya };
}

async function seesBoth(page: Page, theirs: string, yours: string): Promise<void> {
  await page.getByRole('heading', { name: 'What you wrote' }).waitFor();
  const text = (await page.locator('main').textContent()) ?? '';
  assert.ok(text.includes(theirs) && text.includes(yours), text);
}
