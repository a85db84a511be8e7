import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { breakGlass, comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan, marsh } = council.accounts;
const personId = await council.as(rowan, async (db) => {
  const id = await makePerson(db, { fullName: 'Mags Devlin' });
  await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
  return id;
});
const mags = await home.signIn(council, await ownAccount(council, personId));
const worker = await home.signIn(council, rowan);
const passing = await home.signIn(council, marsh);

/** What the page says, tags aside. */
const readable = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('who looked', () => {
  it('W3 says who, what they are, and what they did, once for each day; never by which address', async () => {
    await worker.get(`/people/${personId}`);
    await worker.get(`/people/${personId}`);
    await worker.get(`/people/${personId}/story`);
    await worker.get(`/people/${personId}/together`);
    const said = readable((await mags.get('/my/looked')).body);
    assert.match(
      said,
      /Rowan \(helps people, in the Harbour team\): read your page, read your story, read it with you\./,
    );
    assert.equal(said.split('Rowan (').length, 2);
    assert.doesNotMatch(said, /\/people|together\b|:id|practitioner/);
  });

  it('W5 tells whose glass was broken and why', async () => {
    await council.as(marsh, (db) =>
      breakGlass(db, personId, { reason: 'Found by the canal', isReasonKept: false }),
    );
    await passing.get(`/people/${personId}`);
    const said = readable((await mags.get('/my/looked')).body);
    assert.match(
      said,
      /Marlow .*They are not in your team\. They said why: “Found by the canal” Someone else checks/,
    );
  });

  it('W5 says that it was for a reason, and not which, where reading it could harm somebody', async () => {
    const id = await council.as(rowan, (db) => makePerson(db, { fullName: 'Petra Novak' }));
    const petra = await home.signIn(council, await ownAccount(council, id, 'Petra'));
    const opened = await passing.post(`/people/${id}/break-glass`, {
      reason: 'Her husband may have hit her',
      isReasonKept: 'yes',
    });
    assert.equal(opened.statusCode, 303);
    for (const url of [`/people/${id}`, `/people/${id}/who-looked`])
      assert.doesNotMatch((await passing.get(url)).body, /husband/, url);
    const said = readable((await petra.get('/my/looked')).body);
    assert.match(said, /Marlow .*They are not in your team\. They said why to someone here\./);
    assert.doesNotMatch(said, /husband/);
  });

  it('W3 goes back day by day until the first, whole days at a time', async () => {
    await council.as(rowan, (db) =>
      sql`insert into audit_entry (council_id, at, account_id, act, route, person_id, request_id)
        select ${councilOf(db)}, ${testNow}::timestamptz - n * interval '8 hours', ${rowan.accountId}, 'read', '/people/:id', ${personId}, 'test'
        from generate_series(3, 1500) n`.execute(db),
    );
    const days: string[] = [];
    for (let url: string | undefined = '/my/looked'; url; ) {
      const { body } = await mags.get(url);
      days.push(...[...body.matchAll(/<h2><time dateTime="([^"]+)"/gi)].map(([, day = '']) => day));
      [, url] = /href="(\/my\/looked\?before=[^"]+)"/.exec(body) ?? [];
    }
    assert.deepEqual(days, [...new Set(days)].toSorted().toReversed());
    assert.equal(days.length, 501);
  });

  it('W2 shows nobody’s looks at anybody else', async () => {
    const other = await council.as(rowan, async (db) => {
      const id = await makePerson(db, { fullName: 'Ivor Pell' });
      await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
      return id;
    });
    const ivor = await home.signIn(council, await ownAccount(council, other, 'Ivor'));
    assert.doesNotMatch((await ivor.get('/my/looked')).body, /Marlow|canal/);
  });
});
