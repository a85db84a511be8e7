import { alongsiders, themselves } from '../../access/roles.ts';
import { takeUploads } from '../../access/uploads/uploads.store.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { MOST_BYTES, PictureForm, PicturePath } from './bank.forms.ts';
import { BankPage } from './bank.pages.tsx';
import { giveBackOurs, keepPicture, pictureForBank, picturesOf, readPicture } from './bank.store.ts';

const keepers = ['administrator'] as const;

/** The picture bank: what easy reading is drawn with, and a council's own in its place. */
export function pictureBankRoutes(house: House): void {
  takeUploads(house.server, '/own-pictures', MOST_BYTES);
  const bank = async ({ db }: { db: CouncilReader }) => shown({ pictures: await picturesOf(db) });

  house.get('/own-pictures', {
    name: 'Pictures for easy reading',
    may: keepers,
    act: bank,
    page: BankPage,
  });

  house.post('/own-pictures', {
    name: 'Put a picture of ours in the place of another',
    may: keepers,
    body: PictureForm,
    act: async ({ db, body }) => {
      const picture = await pictureForBank(body.file);
      if (!picture)
        return [
          { field: 'file', message: 'This could not be read as a picture: choose a PNG, JPEG or WebP' },
        ];
      await keepPicture(db, body.name, picture, body.alt);
      return done('/own-pictures', [], 'Kept. Everybody who reads with pictures sees it from now on.');
    },
    again: bank,
    page: BankPage,
  });

  house.post('/own-pictures/:name/given-back', {
    name: 'Go back to the picture that came with Alongside',
    may: keepers,
    params: PicturePath,
    body: PicturePath.partial(),
    act: async ({ db, params }) => {
      await giveBackOurs(db, params.name);
      return done('/own-pictures', [], 'Back to the drawing that came with Alongside.');
    },
    again: bank,
    page: BankPage,
  });

  house.get('/own-pictures/:name', {
    name: 'A picture for easy reading',
    may: [...themselves, ...alongsiders, ...keepers],
    params: PicturePath,
    // Its address changes with it.
    headers: { 'cache-control': 'private, max-age=31536000, immutable' },
    act: async ({ db, params }) => shown({ name: params.name, picture: await readPicture(db, params.name) }),
    json: ({ name }) => ({ name }),
    page: () => <></>,
    file: ({ name, picture }) => ({ name: `${name}.webp`, type: 'image/webp', text: picture }),
  });
}
