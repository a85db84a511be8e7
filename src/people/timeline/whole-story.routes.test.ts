import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../opening.store.ts';
import { makePerson } from '../people.store.ts';
import { tellTimeline } from './timeline.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: account } = council.accounts;
const rowan = await home.signIn(council, account);
const marsh = await home.signIn(council, council.accounts.marsh);

/** A story of nine years: one event a month. */
const storied = () =>
  council.as(account, async (db) => {
    const personId = await makePerson(db, { fullName: 'Ada Thorne' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    for (let month = 0; month < 108; month += 1)
      await tellTimeline(db, {
        personId,
        at: new Date(Date.UTC(2017, 10 + month, 21, 9, 32)),
        kind: month % 3 ? 'entry' : 'never-heard-of',
        title: `Month ${month}`,
        byLine: 'Rowan',
        voices: [{ voice: 'said', words: month === 40 ? 'The 100% wool blanket' : 'We had tea.' }],
        link: null,
        sourceId: null,
      });
    return personId;
  });
const personId = await storied();
const titles = (body: string) => [...body.matchAll(/Month (\d+)/g)].map(([, month]) => Number(month));

describe('the whole story', () => {
  it('R2 is one story across years, newest first, all of it reached by “earlier”', async () => {
    const seen: number[] = [];
    for (let url: string | null = `/people/${personId}/story`; url; ) {
      const { body } = await rowan.get(url);
      seen.push(...titles(body));
      const [, next] = /<a href="([^"]+)">Earlier in the story/.exec(body) ?? [];
      url = next ? next.replaceAll('&amp;', '&') : null;
    }
    assert.deepEqual(seen, [...Array(108).keys()].reverse());
  });

  it('is read by year, England’s, with how much there is in each', async () => {
    const { body } = await rowan.get(`/people/${personId}/story?year=2018`);
    assert.deepEqual(titles(body), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    assert.match(body, /2018: 12 things/);
    assert.match(body, /2017: 2 things/);
  });

  it('finds words in it as typed, signs included', async () => {
    assert.deepEqual(titles((await rowan.get(`/people/${personId}/story?q=100%25`)).body), [40]);
    assert.deepEqual(titles((await rowan.get(`/people/${personId}/story?q=1__%25`)).body), []);
    assert.match((await rowan.get(`/people/${personId}/story?q=zebra`)).body, /Nothing like that/);
  });

  it('has a place for what no part names, so nothing told is out of reach', async () => {
    const rest = titles((await rowan.get(`/people/${personId}/story?part=everything-else&year=2018`)).body);
    const talked = titles((await rowan.get(`/people/${personId}/story?part=talked&year=2018`)).body);
    assert.deepEqual(rest, [12, 9, 6, 3]);
    assert.equal(rest.length + talked.length, 12);
  });

  it('W5 opens to no other team', async () => {
    assert.equal((await marsh.get(`/people/${personId}/story`)).statusCode, 403);
  });
});
