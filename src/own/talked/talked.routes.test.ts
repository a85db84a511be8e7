import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan } = council.accounts;

/** A story of two years: one talk a month. */
const storied = (fullName: string) =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    for (let month = 0; month < 24; month += 1)
      await tellTimeline(db, {
        personId,
        at: new Date(Date.UTC(2024, 10 + month, 21, 9, 32)),
        kind: 'entry',
        title: 'Triage outcome: S42',
        byLine: 'Rowan with Mags',
        voices: [
          { voice: 'think', words: `We think ${month}.` },
          { voice: 'said', words: `I said number ${month}.` },
        ],
        link: '/conversations/somewhere',
        sourceId: newId(),
      });
    return personId;
  });
const personId = await storied('Mags Devlin');
const mags = await home.signIn(council, await ownAccount(council, personId));

const spoken = (body: string) =>
  [...body.matchAll(/I said number (\d+)\./g)].map(([, number]) => Number(number));

describe('what we talked about', () => {
  it('W1 is the one story, their own words first, without staff’s titles or links', async () => {
    const { body } = await mags.get('/my/talked');
    assert.match(body, /<h2>We talked<\/h2>/);
    assert.doesNotMatch(body, /Triage|S42|\/conversations\//);
    assert.ok(body.indexOf('I said number 23.') < body.indexOf('We think 23.'));
    assert.match(body, /href="\/my\/say\/talked\/[0-9a-f-]{36}"/);
    assert.match(body, /href="\/my\/share\/talked\/[0-9a-f-]{36}"/);
  });

  it('W1 is all there, page after page, newest first, or by year', async () => {
    const seen: number[] = [];
    for (let url: string | undefined = '/my/talked'; url; ) {
      const { body } = await mags.get(url);
      seen.push(...spoken(body));
      [, url] = /href="(\/my\/talked\?before=[^"]+)"/.exec(body) ?? [];
      url = url?.replaceAll('&amp;', '&');
    }
    assert.deepEqual(seen, [...Array(24).keys()].reverse());
    assert.deepEqual(spoken((await mags.get('/my/talked?year=2024')).body), [1, 0]);
  });

  it('W1 shows what they said of a line beside it, and tells it no second time', async () => {
    const { body } = await mags.get('/my/talked');
    const [, address = ''] = /href="(\/my\/say\/talked\/[0-9a-f-]{36})"/.exec(body) ?? [];
    const sent = await mags.post(address, { what: 'beside', words: 'It was raining too.' });
    assert.equal(sent.statusCode, 303);
    const after = (await mags.get('/my/talked')).body;
    assert.equal(after.split('It was raining too.').length, 2);
    assert.match(after, /You added:/);
  });

  it('W1 what is held back leaves no trace: not the thing, not its year, not a gap', async () => {
    const [never, held] = [await storied('Ivor Pell'), await storied('Cato Lune')];
    await council.as(rowan, (db) =>
      sql`delete from timeline_event where person_id = ${never} and at < '2025-01-01'`.execute(db),
    );
    await council.as(rowan, (db) =>
      sql`insert into held_back (council_id, id, person_id, kind, thing_id, law, reason, asked_by, asked_at, look_again_on)
        select ${councilOf(db)}, gen_random_uuid(), person_id, 'entry', id, 'serious-harm', 'A reason', ${rowan.accountId}, now(), '2027-01-01'
        from timeline_event where person_id = ${held} and at < '2025-01-01'`.execute(db),
    );
    const pageOf = async (id: string) => {
      const visitor = await home.signIn(council, await ownAccount(council, id, 'Sam'));
      const { body } = await visitor.get('/my/talked');
      return (
        /<main[\s\S]*<\/main>/
          .exec(body)?.[0]
          .replaceAll(/[0-9a-f-]{36}|(csrf|nonce)"?[^>]*value="[^"]*"/g, '…')
          .replaceAll(/nonce="[^"]*"/g, '') ?? ''
      );
    };
    assert.equal(await pageOf(held), await pageOf(never));
  });
});
