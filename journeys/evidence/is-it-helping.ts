import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Worker } from '../lives/steps.ts';
import { unfold, type Walk } from './windows.ts';

/** A new director reads the page cold, and a practitioner comes to the people behind a figure. */
export function isItHelping({ colleague, scenes }: Walk): void {
  scenes('a new director opens the page cold', (scene) => {
    let bashir: Worker;

    scene('E8 in the first screen, one sentence of what it shows and one of what it cannot', async () => {
      bashir = await colleague('Bashir Malik');
      await bashir.page.getByRole('heading', { name: 'Is the new way helping?', level: 1 }).waitFor();
      const shows = bashir.page.locator('main .govuk-body-l').first();
      const cannot = bashir.page.locator('main p', { hasText: 'What it cannot show:' }).first();
      for (const sentence of [shows, cannot])
        assert.ok(
          await isInFirstScreen(sentence),
          `${await sentence.innerText()} stands below the first screen`,
        );
      assert.match(await shows.innerText(), /Harbour answered/);
      assert.match(await shows.innerText(), /percentage points fewer|percentage points more|no difference/);
    });

    scene('E8 as at a past day, and back', async () => {
      await bashir.send({ 'As at': '1 September 2026' }, 'Show');
      await bashir.says('Shown as if 1 September 2026 were today.');
      await bashir.follow('Back to today');
      await bashir.saysNothingOf(/^Shown as if/);
    });

    scene('the rule that a figure is counted by', async () => {
      await bashir.follow('How everything here is counted, rule by rule');
      await bashir.says(/28, 90, 180/);
    });

    scene('for whom, how it went, and at what cost, with no net figure', async () => {
      bashir = await colleague('Bashir Malik');
      await bashir.follow('For whom');
      await bashir.send({ 'Apart by': 'Age' }, 'Show these');
      await bashir.says(/how many did not say or are not known/, /too few/i);
      await bashir.follow('How it went');
      await bashir.page.getByRole('heading', { name: 'How it went', level: 1 }).waitFor();
      await bashir.follow('Cost and hours');
      await bashir.says(/No such figure is shown/, /It cannot say what Harbour saved/);
      assert.equal(
        await bashir.page.locator('main b', { hasText: /£.* a year\.$/ }).count(),
        0,
        'no net figure',
      );
    });
  });

  scenes('somebody who answers drills to the people behind a figure', (scene) => {
    let rowan: Worker;

    scene('W5 of whom another team answered they see how many, and nobody by name', async () => {
      rowan = await colleague('Rowan Teale');
      await rowan.follow('Evidence');
      await rowan.page.goto(await behindNinetyDays(rowan, 'Marsh'));
      await rowan.says(/^[\d,]+ others, whose records are not yours to open\.$/);
      assert.equal(await rowan.page.locator(named).count(), 0);
      await rowan.follow('Back to whether the new way is helping');
    });

    scene('W5 of whom their own team answered they see by name those they may open', async () => {
      await rowan.page.goto(await behindNinetyDays(rowan, 'Harbour'));
      await rowan.follow('and the rule it is counted by');
      assert.match(rowan.page.url(), /\/evidence\/rules#E3$/);
      await rowan.page.goBack();
      assert.ok(await rowan.page.locator(named).count(), 'somebody is named');
    });

    scene('W3 from a name to the record, which is theirs to open', async () => {
      const first = rowan.page.locator(named).first();
      const name = (await first.innerText()).trim();
      await rowan.follow(name);
      await rowan.page.getByRole('heading', { name, level: 1 }).waitFor();
    });
  });
}

const named = 'main .app-plain-list li a';

/** Where the link under the figures leads, of one of the two that are set beside each other. */
async function behindNinetyDays({ page, ...worker }: Worker, whose: 'Harbour' | 'Marsh'): Promise<string> {
  await unfold({ page, ...worker }, /^Who is counted/);
  const links = page.locator('p', { hasText: 'The people behind these figures:' }).first();
  const link = links.getByRole('link', { name: '90 days' }).nth(whose === 'Harbour' ? 0 : 1);
  return (await link.getAttribute('href')) ?? '';
}

async function isInFirstScreen(sentence: Locator): Promise<boolean> {
  const box = await sentence.boundingBox();
  const height = sentence.page().viewportSize()?.height ?? 0;
  return box !== null && box.y + box.height <= height;
}
