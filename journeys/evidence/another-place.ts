import assert from 'node:assert/strict';
import type { Worker } from '../lives/steps.ts';
import { fileFrom, giveFile, type Walk } from './windows.ts';

/** Nobody can wait longer than this for the first answer about their own old world. */
const mostMinutes = 5;
const called = 'Before we began';

/** Another council's analyst brings its history, and the two places read what each tells. */
export function anotherPlace(
  { windows, colleague, scenes }: Walk,
  { theirs, told }: { theirs: { analyst: string; place: string }; told: () => string },
): void {
  scenes('another council brings the history of the system it had', (scene) => {
    let analyst: Worker;
    let history = '';
    let bundle = '';
    let began = 0;

    scene('it takes the small made-up history to see what a file looks like', async () => {
      began = performance.now();
      await windows.site.addCouncil(theirs);
      analyst = await colleague(theirs.analyst);
      await analyst.follow(/another system’s history/);
      history = (await fileFrom(analyst, 'a small made-up history')).text;
    });

    scene('two bad rows are told by line, and nothing is kept', async () => {
      const rows = history.split('\r\n');
      const spoilt = rows.map((row, at) =>
        at === 4
          ? row.replace(/\d{4}-\d\d-\d\d/, '31 February 2025')
          : at === 9
            ? row.replace(',contact,', ',kontakt,')
            : row,
      );
      assert.notEqual(spoilt[9], rows[9]);
      await bring(spoilt.join('\r\n'));
      await analyst.says(
        'Nothing was kept: look at what needs mending, and bring it again.',
        `What needs mending in “${called}”`,
      );
      const found = await analyst.page
        .locator('table', { hasText: 'By row' })
        .locator('tbody tr')
        .allInnerTexts();
      assert.deepEqual(
        found.map((row) => row.split('\t').slice(0, 3)),
        [
          ['5', 'starts', '31 February 2025'],
          ['10', 'event', 'kontakt'],
        ],
      );
    });

    scene(
      'mended, it answers: how many came to draw on ongoing support, and how that is counted',
      async () => {
        await bring(history);
        await analyst.says('It was read and counted.');
        await analyst.page.getByRole('heading', { name: called, level: 1 }).waitFor();
        for (const days of [28, 90, 180, 365]) await analyst.says(new RegExp(`^(Within )?${days} days`));
        const definition = analyst.page.locator('details', { hasText: 'How this is counted' }).first();
        await definition.locator('summary').click();
        assert.match(await definition.innerText(), /first ongoing/);
        const minutes = (performance.now() - began) / 60_000;
        assert.ok(minutes < mostMinutes, `it took ${minutes.toFixed(1)} minutes`);
        bundle = (await fileFrom(analyst, 'A file for other councils')).text;
      },
    );

    scene('E10 what either place tells is read by the other, and stands beside its own', async () => {
      await analyst.page.goto('/evidence');
      await analyst.follow(/laces beside one another/);
      await read(analyst, told());
      await analyst.says(/Saltbeck Council: Harbour/);
      const helen = await colleague('Helen Strand');
      await helen.follow('places beside one another');
      await read(helen, bundle);
      await helen.says(new RegExp(theirs.place));
    });

    async function bring(text: string): Promise<void> {
      await giveFile(analyst.page, 'history.csv', text);
      await analyst.send({ 'What to call it': called }, 'Read it');
    }

    async function read(worker: Worker, text: string): Promise<void> {
      await giveFile(worker.page, 'bundle.json', text);
      await worker.send({}, 'Check it and keep it');
      await worker.says(/shares worked out again, and all of them right/);
    }
  });
}
