import { randomInt } from 'node:crypto';
import { testCouncil } from '../../../test/council.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import { newId } from '../../platform/ids.ts';
import { makeLetter, openOwnPage } from './own-pages.store.ts';

/** The number everybody here chose, unless a test says another. */
export const number = '402917';
export const doorUrl = '/at/own-page/me';

/** A council with a door, and people who come to it: through `inject`, with the cookies a browser would bring. */
export async function atTheDoor() {
  const { database, administrator }: TestDatabase = await testDatabase();
  const { house, clock } = await testHouse(database);
  const council = await testCouncil(database, 'own-page');
  const staff = council.accounts.rowan;
  let telephones = 700_000;

  async function somebody(messageBy: 'email' | 'text' = 'email', to?: string, own = number) {
    telephones += 1;
    const messageTo = to ?? (messageBy === 'text' ? `+447700${telephones}` : `${newId()}@saltbeck.example`);
    return council.as(staff, async (db) => {
      const personId = await makePerson(db, { fullName: 'Edie Marsh' });
      const said = { talked: 'Only she uses the tablet.', talkedOn: '2026-11-20' as const };
      const page = { personId, name: 'Edie Marsh', ...said, messageBy, messageTo, number: own };
      const ownPageId = await openOwnPage(db, page);
      return { personId, ownPageId, to: messageTo, letter: await makeLetter(db, ownPageId) };
    });
  }

  const knocking = (typed: string, tried: string, cookie = '') =>
    house.server.inject({
      method: 'POST',
      url: doorUrl,
      headers: { ...ours, cookie: `alongside-kept=yes; ${cookie}` },
      payload: new URLSearchParams({ typed, number: tried }).toString(),
    });

  const asking = (to: string) =>
    house.server.inject({
      method: 'POST',
      url: `${doorUrl}/message`,
      headers: ours,
      payload: new URLSearchParams({ to }).toString(),
    });

  return { administrator, house, clock, council, staff, somebody, knocking, asking };
}

/** What a browser says of a form of our own pages. */
export const ours = {
  host: 'localhost',
  origin: 'http://localhost',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
};

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
/** A letter's code that nobody has. */
export const guessed = () => Array.from({ length: 12 }, () => letters[randomInt(32)]).join('');
