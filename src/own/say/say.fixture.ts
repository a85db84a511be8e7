import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { addPersonAround, makePerson } from '../../people/people.store.ts';
import { makePromise } from '../../people/promises/promises.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';

/** Mags with a page of her own, and Rowan who is alongside her, signed in at one house. */
export async function magsAtHome() {
  const { database } = await testDatabase();
  const council = await testCouncil(database);
  const home = await testHouse(database);
  const { rowan: worker, marsh } = council.accounts;
  const asRowan = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(worker, act);
  const personId = await asRowan((db) => newPerson(db, council.teams.harbour, 'Mags'));
  const account = await ownAccount(council, personId);
  return {
    ...{ council, home, worker, asRowan, personId, account },
    mags: await home.signIn(council, account),
    rowan: await home.signIn(council, worker),
    marlow: await home.signIn(council, marsh),
  };
}

export async function newPerson(db: CouncilDb, teamId: string, name: string): Promise<string> {
  const personId = await makePerson(db, {
    ...{ fullName: `${name} Devlin`, knownAs: name, whatMatters: 'My garden.' },
  });
  await comeAlongside(db, personId, { teamId }, 'contact');
  return personId;
}

/** Something in their story, as it came from a source; gives the event's id. */
export async function talkedAbout(
  db: CouncilDb,
  personId: string,
  voices: Voice[],
  sourceId: string = newId(),
): Promise<string> {
  await tellTimeline(db, {
    ...{ personId, at: nowOf(db), kind: 'entry', title: 'At home', byLine: 'Rowan with Mags', voices },
    sourceId,
  });
  return idOf(db, sql`select id from timeline_event where source_id = ${sourceId}`);
}

export const promiseOf = (db: CouncilDb, personId: string, who: string): Promise<string> =>
  makePromise(db, { personId, who, what: 'rings the housing team', dueOn: '2026-11-27' });

export async function carolAround(db: CouncilDb, personId: string): Promise<string> {
  await addPersonAround(db, personId, {
    ...{ name: 'Carol', relation: 'niece', phone: null, gives: 'rings on Sundays', ifItStopped: null },
    ...{ isCarer: false, carerPersonId: null },
  });
  return idOf(db, sql`select id from person_around where person_id = ${personId}`);
}

/** Keeps a thing back from whoever it is about, as two workers would. */
export async function holdBack(db: CouncilDb, personId: string, thingId: string, by: string): Promise<void> {
  await sql`insert into held_back (council_id, id, person_id, kind, thing_id, law, reason, asked_by, asked_at, look_again_on)
    values (${councilOf(db)}, ${newId()}, ${personId}, 'entry', ${thingId}, 'serious-harm', 'For a test.', ${by}, ${nowOf(db)},
      '2027-05-21')`.execute(db);
}

async function idOf(db: CouncilDb, query: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await query.execute(db);
  const [row] = rows as { id: string }[];
  if (!row) throw new Error('what was just written is there');
  return row.id;
}
