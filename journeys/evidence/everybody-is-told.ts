import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Worker } from '../lives/steps.ts';
import { fileFrom, isNarrow, type Walk } from './windows.ts';

/** A lead prepares, a second person says yes, and a citizen reads it on a telephone and takes it with them. */
export function everybodyIsTold({ colleague, citizen, scenes }: Walk, keep: (bundle: string) => void): void {
  scenes('what everybody is told', (scene) => {
    let address = '';

    scene('E10 whoever prepares it cannot also say yes', async () => {
      const priya = await colleague('Priya Nair');
      await priya.follow('Evidence');
      await priya.follow('What everybody is told');
      await priya.send({ Site: 'Harbour' }, 'Count it as at today');
      await priya.says('Somebody else must read it and say yes before it goes out.');
      assert.equal(await priya.page.getByRole('button', { name: 'Yes, tell everybody' }).count(), 0);
    });

    scene('a second person reads it and says yes', async () => {
      const helen = await colleague('Helen Strand');
      await helen.follow('What everybody is told');
      await helen.press('Yes, tell everybody');
      await helen.says(/It is told to everybody/);
      address =
        (await helen.page.getByRole('link', { name: 'What everybody sees' }).getAttribute('href')) ?? '';
    });

    scene('a citizen without an account reads it on a telephone', async () => {
      const reader = await citizen();
      await reader.page.goto(address);
      await reader.page.getByRole('heading', { name: 'Is the new way helping?', level: 1 }).waitFor();
      await reader.says(/^What it cannot show:/, /made up, so that there is something to count/);
      await isNarrow(reader);
      await reader.follow('How this is counted');
      await isNarrow(reader);
      await reader.follow('Back to what it shows');
    });

    scene('E10 they take the file, and every share in it comes out again', async () => {
      const { path, text } = await fileFrom(await reading(), /^everything with its definitions/);
      const command = fileURLToPath(new URL('../../scripts/check-bundle.ts', import.meta.url));
      const checked = spawnSync(process.execPath, ['--import', 'tsx', command, path], { encoding: 'utf8' });
      assert.match(checked.stdout, /shares worked out again, all right/, checked.stderr);
      keep(text);
    });

    const reading = (): Promise<Worker> => citizen();
  });
}
