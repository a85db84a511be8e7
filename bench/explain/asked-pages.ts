import { within } from '../../src/platform/db/logins.ts';
import type { RouteRecord } from '../../src/platform/http/routes.ts';
import type { LargeDatabase } from '../large/database.ts';
import { idOf, lives } from '../large/people.ts';

/** A page of the large council, asked by one of its practitioners or by somebody whose role it is. */
export interface AskedPage {
  what: string;
  url: string;
  may: readonly string[];
}

/** What people are looked for by (F4), and what is looked for in the community. */
const searches = [
  ['/people', 'part of a name', 'ashwell'],
  ['/people', 'short name', 'bill marsthorne'],
  ['/people', 'telephone', '0999 1234567'],
  ['/people', 'birth date', '21/11/1951'],
  ['/people', 'postcode', 'ZZ12 3'],
  ['/people', 'whole postcode', 'ZZ12 3AB'],
  ['/community', 'ordinary words', 'somewhere to sing'],
  ['/community', 'two things', 'gardening and a cup of tea'],
  ['/community', 'a slip of spelling', 'quilitng'],
] as const;

/** Every page that reads, with an id out of the longest life for each address that needs one. */
export async function askedPages(large: LargeDatabase, routes: readonly RouteRecord[]): Promise<AskedPage[]> {
  const ids = await idsOfLongLife(large);
  const reading = routes.filter(({ method }) => method === 'GET');
  const pages = reading.flatMap(({ url, may }) => {
    const id = ids[url.split('/')[1] ?? ''];
    if (url.includes(':') && !id) return [];
    return [{ what: url, url: url.replace(/:\w+/g, id ?? ''), may }];
  });
  const asked = searches.flatMap(([path, by, words]) =>
    reading
      .filter(({ url }) => url === path)
      .map(({ may }) => ({ what: `${path} by ${by}`, url: `${path}?q=${encodeURIComponent(words)}`, may })),
  );
  return [...pages, ...asked];
}

async function idsOfLongLife(large: LargeDatabase): Promise<Record<string, string>> {
  const person = idOf('person', lives.long);
  const one = (table: string) =>
    `(select id from ${table} where person_id = '${person}' order by id desc limit 1)`;
  const [ids] = await within(large.administrator, async (client) => {
    const { rows } = await client.query<Record<string, string>>(
      `select ${one('contact')} as contacts, ${one('entry')} as entries, ${one('promise')} as promises,
        (select id from conversation where person_id = '${idOf('person', lives.ordinary)}' and kind = 2) as conversations,
        (select id from introduction where person_id = '${idOf('person', lives.ordinary)}') as introductions,
        '${idOf('listing', 1)}' as community`,
    );
    return rows;
  });
  return { people: person, evidence: '00000000-0000-7020-8000-000000000001', ...ids };
}
