import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { saveContact } from '../../people/contacts/contacts.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { addDays, type Day } from '../../platform/clock.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { measure } from '../measures.store.ts';

const { database } = await testDatabase();
const asOf = '2026-11-21';
const startedOn = addDays(asOf, -100);
/** A Saturday: the last whole week began on the Monday five days before the one that is going on. */
const lastWeek = '2026-11-09';

/** Somebody who got in touch so many days before the test's day, and whose support, if any, began so many days before it. */
async function came(council: TestCouncil, daysAgo: number, supportedDaysAgo?: number): Promise<void> {
  await council.as(council.accounts.rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Somebody' });
    const madeAt = new Date(testNow.getTime() - daysAgo * 86_400_000);
    const how = {
      how: 'phone',
      madeBy: 'Them',
      madeByRelation: 'themselves',
      permission: 'own-words',
    } as const;
    await saveContact(db, { personId, madeAt, words: 'Hello', ...how });
    if (supportedDaysAgo === undefined) return;
    await sql`insert into support (council_id, id, person_id, kind, what, started_on)
      values (${councilOf(db)}, ${newId()}, ${personId}, 'ongoing', 'Help at home', ${addDays(asOf, -supportedDaysAgo)})`.execute(
      db,
    );
  });
}

async function weeksOf(council: TestCouncil): Promise<Map<Day, number>> {
  const site = { id: newId(), teamId: council.teams.harbour, startedOn };
  const { supportWeeks = [] } = await council.as(council.accounts.lead, (db) => measure(db, { site, asOf }));
  return new Map(supportWeeks.map(({ on, people }) => [on, people]));
}

describe('new support, week by week', () => {
  it('E9 counts each person in the week their support began, before the site and since, and says none as none', async () => {
    const council = await testCouncil(database, 'weekly');
    await came(council, 300);
    await came(council, 130, 103);
    await came(council, 60, 40);
    await came(council, 55, 40);
    const weeks = await weeksOf(council);
    assert.equal(weeks.get('2026-10-12'), 2);
    assert.equal(weeks.get('2026-08-10'), 1);
    assert.equal(weeks.get('2026-09-07'), 0);
    assert.equal([...weeks.keys()].at(-1), lastWeek);
    assert.equal(
      [...weeks.values()].reduce((sum, people) => sum + people, 0),
      3,
    );
  });

  it('E9 begins 180 days after the first who came, and leaves out support that began later than that', async () => {
    const council = await testCouncil(database, 'weekly-late');
    await came(council, 300, 290);
    await came(council, 290, 100);
    const weeks = await weeksOf(council);
    assert.equal([...weeks.keys()][0], '2026-07-27');
    assert.equal(
      [...weeks.values()].reduce((sum, people) => sum + people, 0),
      0,
    );
  });
});
