import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { put, somebody } from './calendar.fixture.ts';
import { oneOfEach } from './every-kind.fixture.ts';

const { database } = await testDatabase();
const home = await testHouse(database);
const council = await testCouncil(database, 'calendar-pages');
const people = await oneOfEach(council);
const rowan = await home.signIn(council, council.accounts.rowan);
const marlow = await home.signIn(council, council.accounts.marsh);
const get = home.house.server.inject.bind(home.house.server);

describe('the calendar page', () => {
  it('says in sentences with names what is past, this week and after, each with where it is done', async () => {
    const page = (await rowan.get('/calendar?team')).body;
    assert.match(page, /<h2>Past its day<\/h2>/);
    assert.match(
      page,
      /Somebody promise<\/a>: Rowan will ring\. <span class="app-late">Due yesterday\.<\/span>\s*<a[^>]* href="\/promises\//,
    );
    assert.match(
      page,
      /Somebody catch-up-first<\/a>: The first catch-up on how the plan is going\. <span>Any day until Monday 23 November\./,
    );
    assert.ok(page.indexOf('Past its day') < page.indexOf('This week'));
    assert.doesNotMatch((await marlow.get('/calendar?team')).body, /Somebody/);
  });

  it('is by week, and the weeks after lead on', async () => {
    const here = await council.as(council.accounts.rowan, async (db) => {
      const who = await somebody(council, db, 'Ada Thorne');
      await put(db, 'promise', {
        ...{ person_id: who.personId, who: 'Rowan', account_id: council.accounts.rowan.accountId },
        ...{ what: 'will come by in January', due_on: '2027-01-06', made_on: '2026-11-21' },
      });
      return who;
    });
    const now = (await rowan.get('/calendar')).body;
    assert.doesNotMatch(now, /will come by in January/);
    const next = /href="(\/calendar\?from=2026-12-14)"/.exec(now)?.[1];
    assert.ok(next, 'the weeks after');
    const later = (await rowan.get(next)).body;
    assert.match(later, /The week of Monday 4 January 2027<\/h2>[\s\S]*will come by in January/);
    assert.doesNotMatch(later, /Past its day/);
    assert.match(
      (await rowan.get(`/people/${here.personId}`)).body,
      /What comes next<\/h2>[\s\S]*will come by in January/,
    );
  });

  it('what is no day is today, as a page and as JSON', async () => {
    for (const from of ['yesterday', '2026-02-31', '9999-12-31', '1999-01-01'])
      assert.equal((await rowan.json(`/calendar?from=${from}`)).body.from, '2026-11-21', from);
  });

  it('shows fifty of what is past and says how many more', async () => {
    await council.as(council.accounts.priya, async (db) => {
      const { personId } = await somebody(council, db, 'Cy Marlowe');
      for (let number = 1; number <= 60; number += 1)
        await put(db, 'promise', {
          ...{ person_id: personId, who: 'Priya', account_id: council.accounts.priya.accountId },
          ...{ what: `will call ${number}`, due_on: '2026-10-01', made_on: '2026-09-01' },
        });
    });
    const page = (await rowan.get('/calendar?team')).body;
    assert.equal(page.match(/(class="app-late"|<b)>Due /g)?.length, 50);
    assert.match(page, /These 50 have waited longest, and \d+ more are past their day/);
    assert.match((await rowan.get('/today?team')).body, /\d+ more, and what comes next/);
  });

  it('every link leads to a page of the house', async () => {
    const { body } = await rowan.json('/calendar?team');
    const links = new Set<string>();
    for (const personId of people.values()) {
      const person = (await rowan.json(`/people/${personId}`)).body as { next: { link: string }[] };
      for (const { link } of person.next) links.add(link);
    }
    assert.ok(links.size > 15 && body.pastInAll);
    for (const link of links) assert.equal((await rowan.get(link)).statusCode, 200, link);
  });

  it('W3 leaves a line in who looked for everybody it names', async () => {
    const { body } = await rowan.json('/calendar?team');
    const shown = [body.past, ...(body.weeks as { items: unknown }[]).map(({ items }) => items)].flat() as {
      personId: string;
    }[];
    const { rows } = await council.as(council.accounts.rowan, (db) =>
      sql<{ id: string }>`select distinct person_id as id from audit_entry where route = '/calendar'`.execute(
        db,
      ),
    );
    const looked = new Set(rows.map(({ id }) => id));
    assert.deepEqual(
      shown.filter(({ personId }) => !looked.has(personId)),
      [],
    );
    assert.equal((await get('/calendar')).headers.location, '/sign-in?next=%2Fcalendar');
  });
});
