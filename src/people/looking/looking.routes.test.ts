import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { councilOf } from '../../platform/db/council.ts';
import { comeAlongside } from '../opening.store.ts';
import { makePerson } from '../people.store.ts';
import { makePromise } from '../promises/promises.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { signIn } = await testHouse(database);
const { rowan } = council.accounts;
const visitor = await signIn(council, rowan);

/** Every page of a list, by its own link to the next. */
async function pagesOf(first: string, most: number): Promise<string[]> {
  const bodies: string[] = [];
  for (let url: string | undefined = first; url && bodies.length < most; ) {
    const { body } = await visitor.get(url);
    bodies.push(body);
    url = /<a href="([^"]+)">Earlier<\/a>/.exec(body)?.[1];
  }
  return bodies;
}

it('W3 W1 what was written at one moment is each on one page, however many pages there are', async () => {
  const personId = await council.as(rowan, async (db) => {
    const id = await makePerson(db, { fullName: 'Mags Treloar' });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    for (let number = 0; number < 70; number += 1)
      await makePromise(db, {
        personId: id,
        who: 'Rowan',
        what: `ring ${number} times`,
        dueOn: '2026-11-30',
      });
    await sql`insert into audit_entry (council_id, at, account_id, act, route, person_id, request_id)
      select ${councilOf(db)}, '2026-11-01T09:00:00Z', ${rowan.accountId}, 'read', '/people/:id/letters', ${id}, 'one'
      from generate_series(1, 120)`.execute(db);
    return id;
  });
  const things = (await pagesOf(`/people/${personId}/held-back`, 10)).join('');
  const named = [...things.matchAll(/<li>Rowan: ring (\d+) times/g)].map(([, number]) => number);
  assert.deepEqual([named.length, new Set(named).size], [70, 70]);
  const looks = (await pagesOf(`/people/${personId}/who-looked`, 10)).join('');
  assert.equal(looks.match(/read:? *Letters/g)?.length, 120);
});
