import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { keyboard, pointer } from './hands.ts';
import { threadAsJson } from './json-thread.ts';
import { faultsOnPaper } from './paper.ts';
import { programOf } from './program.ts';
import { openBrowser, openSite, openWindow, signIn } from './site.ts';
import { now, walkTheThread } from './thread.ts';

const site = await openSite();
const browser = await openBrowser();

walkTheThread('the whole thread by keyboard alone', 'Winifred Harker', async () =>
  keyboard(await openWindow(browser, site)),
);

walkTheThread('the whole thread with JavaScript off', 'Desmond Achterberg', async () =>
  pointer(await openWindow(browser, site, { javaScriptEnabled: false })),
);

describe('the same thread by other ways', () => {
  it('as JSON: one route, two faces', async () => {
    const page = await openWindow(browser, site);
    await signIn(page, 'Rowan Teale');
    const { before, after } = await threadAsJson(await programOf(page), 'Hester Quill');
    assert.deepEqual(after, {
      contacts: before.contacts + 1,
      spokenWith: before.spokenWith + 1,
      reachedThree: before.reachedThree + 1,
      ongoing: before.ongoing + 1,
      refusedC31: before.refusedC31 + 1,
    });
  });

  it('marks a few words selected with the mouse, and not the whole sentence', async () => {
    const page = await openWindow(browser, site);
    await signIn(page, 'Rowan Teale');
    await openPerson(page, 'Wilfred Acheson');
    const program = await programOf(page);
    const { entryId } = await program.post<{ entryId: string }>(`${new URL(page.url()).pathname}/entries`, {
      withWhom: 'Wilf',
      isWithPerson: true,
      when: now(),
      said: 'The tide is fine. Those stairs frighten me.',
    });
    await page.goto(`/entries/${entryId}/facts`);
    const sentence = page.locator('label').filter({ hasText: 'Those stairs frighten me.' });
    await sentence.scrollIntoViewIfNeeded();
    const box = await sentence.evaluate((label) => {
      const words = document.createRange();
      const text = document.createTreeWalker(label, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const from = text.data.indexOf('stairs');
      words.setStart(text, from);
      words.setEnd(text, from + 'stairs'.length);
      const { left, right, top, bottom } = words.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    });
    await page.mouse.move(box.left + 1, box.middle);
    await page.mouse.down();
    await page.mouse.move(box.right, box.middle, { steps: 5 });
    await page.mouse.up();
    await page.getByText('Only these words: “stairs”').waitFor();
    await page.getByLabel('What do they settle?').selectOption({ label: 'What they want from life' });
    await page.getByRole('button', { name: 'Go on' }).click();
    assert.equal(await page.locator('form mark').textContent(), 'stairs');
  });
});

describe('on paper', () => {
  it('the person’s copy of the plan, in standard and in large print', async () => {
    const page = await openWindow(browser, site);
    await signIn(page, 'Rowan Teale');
    await openPerson(page, 'Winifred Harker');
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await page.getByRole('link', { name: 'This plan and its copies' }).click();
    for (const copy of ['A copy to print', 'A copy in large print']) {
      await page.getByRole('link', { name: copy }).click();
      assert.deepEqual(await faultsOnPaper(page), [], copy);
      await page.goBack();
    }
  });

  it('the slip for a group, and the sheet for a shift', async () => {
    const page = await openWindow(browser, site);
    await signIn(page, 'Rowan Teale');
    await openPerson(page, 'Winifred Harker');
    await page.getByRole('link', { name: 'Community', exact: true }).last().click();
    await page
      .getByRole('link', { name: /slip to print/ })
      .first()
      .click();
    const slip = page.getByRole('link', { name: /^A slip to print/ });
    if (await slip.count()) await slip.first().click();
    assert.deepEqual(await faultsOnPaper(page), [], page.url());
    assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /Winifred/);
    await page.goto('/glue/sheet');
    assert.deepEqual(await faultsOnPaper(page), [], page.url());
  });
});

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}
