import pg from 'pg';
import { makeLink } from '../../src/access/links/links.store.ts';
import { openSharedDoor } from '../../src/access/own-page/own-pages.store.ts';
import { readListing } from '../../src/community/listings.store.ts';
import { placeLinkId } from '../../src/community/open-referral/records/place-record.ts';
import { comeAlongside } from '../../src/people/opening.store.ts';
import { makePerson } from '../../src/people/people.store.ts';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../src/platform/db/council.ts';
import { newId } from '../../src/platform/ids.ts';
import { type TestAccount, type TestCouncil, testCouncil } from '../council.ts';
import type { TestDatabase } from '../database.ts';
import { ownAccount } from '../own.ts';
import { fillTables, type Subject } from './fill-tables.ts';

/** Whose record: named by the team alongside, and what is out of the ordinary about it. */
export const personKinds = [
  'harbour',
  'marsh',
  'harbour-restricted',
  'marsh-restricted',
  'harbour-protected',
  'harbour-merged',
] as const;
export type PersonKind = (typeof personKinds)[number];

export interface FullPerson {
  kind: PersonKind;
  id: string;
  /** Stands in every word kept about this person, and nowhere else. */
  canary: string;
  /** Ids of what is kept about them, by table; `conversation 2` is their conversation 2. */
  ids: Map<string, string>;
}

/** A council in which every table has rows, about people of every kind. */
export interface FullCouncil {
  council: TestCouncil;
  slug: string;
  people: Record<PersonKind, FullPerson>;
  /** Ids of what is about nobody in particular, by table. */
  ids: Map<string, string>;
  canary: string;
  /** At their own page: the person of `harbour`, and somebody they share with. */
  own: { person: TestAccount; delegate: TestAccount };
}

/** Stands in an address that nobody may see without the right to (W4), beside the person's own canary. */
export const protectedCanary = 'zqsecretdoor';

/**
 * Two councils full of invented people. Tables are found in the catalogue, so a new one is filled without a line here.
 * @example const [ours, theirs] = await fullCouncils(await testDatabase());
 */
export async function fullCouncils(test: TestDatabase): Promise<[FullCouncil, FullCouncil]> {
  const administrator = new pg.Client(test.administrator);
  await administrator.connect();
  try {
    const ours = await fullCouncil(test, administrator, 'saltbeck-full', 'zqours');
    const theirs = await fullCouncil(test, administrator, 'elsewhere-full', 'zqtheirs');
    await administrator.query(
      `update council set settings = settings || '{"host": "localhost"}' where slug = $1`,
      [ours.slug],
    );
    return [ours, theirs];
  } finally {
    await administrator.end();
  }
}

async function fullCouncil(
  test: TestDatabase,
  administrator: pg.Client,
  slug: string,
  canary: string,
): Promise<FullCouncil> {
  const council = await testCouncil(test.database, slug);
  const people = await makePeople(council, canary);
  const subjects = Object.values(people).map((person) => subjectOf(council, person));
  const ids = await fillTables(administrator, {
    councilId: council.councilId,
    canary,
    accountId: council.accounts.rowan.accountId,
    colleagueId: council.accounts.priya.accountId,
    teamId: council.teams.harbour,
    subjects,
  });
  ids.set('service_at_location', placeLinkId(ids.get('listing') ?? newId(), 0));
  await giveShortAddresses(council, ids);
  const own = await openOwnPages(council, people.harbour);
  await restrictAndMerge(administrator, council, people);
  return { council, slug, people, ids, canary, own };
}

/** A short address to one of each that can have one; in the matrix its code is the id of `link`, `link claim` … */
async function giveShortAddresses(council: TestCouncil, ids: Map<string, string>): Promise<void> {
  for (const kind of ['listing', 'suggestion', 'claim'] as const) {
    const code = await council.as(council.accounts.editor, (db) =>
      makeLink(db, { kind, subjectId: ids.get(kind) ?? newId() }),
    );
    ids.set(kind === 'listing' ? 'link' : `link ${kind}`, code);
  }
  const listing = ids.get('listing') ?? newId();
  const short = await council.as(
    council.accounts.editor,
    async (db) => (await readListing(db, listing)).short,
  );
  ids.set('listing short', short);
}

/** One person has a page of their own, and shares with somebody who has a way in to what is shared. */
async function openOwnPages(council: TestCouncil, person: FullPerson) {
  const name = 'Somebody’s sister';
  const { accountId } = await council.as(council.accounts.rowan, (db) =>
    openSharedDoor(db, {
      ...{ personId: person.id, name, talked: 'Nobody asked her to.', talkedOn: '2026-11-20' },
      ...{ messageBy: null, messageTo: null, number: '402917' },
    }),
  );
  return {
    person: await ownAccount(council, person.id, `${person.canary}known`),
    delegate: { accountId, name, role: 'delegate', teamIds: [] },
  };
}

async function makePeople(council: TestCouncil, canary: string): Promise<Record<PersonKind, FullPerson>> {
  const made: Partial<Record<PersonKind, FullPerson>> = {};
  for (const [index, kind] of personKinds.entries()) {
    const own = `${canary}${'abcdefgh'[index]}`;
    const isMarsh = kind.startsWith('marsh');
    const worker = isMarsh ? council.accounts.marsh : council.accounts.rowan;
    const id = await council.as(worker, async (db) => makeOne(db, own, isMarsh, council));
    const opening = newId();
    await council.as(council.accounts.priya, (db) => breakGlassOnce(db, opening, id));
    made[kind] = {
      kind,
      id,
      canary: own,
      ids: new Map([
        ['person', id],
        ['relationship', opening],
      ]),
    };
  }
  return made as Record<PersonKind, FullPerson>;
}

async function makeOne(db: CouncilDb, canary: string, isMarsh: boolean, council: TestCouncil) {
  const id = await makePerson(db, {
    fullName: `Somebody ${canary}name`,
    knownAs: `${canary}known`,
    bornOn: '1941-03-02',
    aboutLine: `${canary}about`,
    whatMatters: `${canary}matters`,
    phone: '01632 960 001',
    email: `${canary}@example.org`,
    councilRef: `${canary}ref`,
  });
  await comeAlongside(db, id, { teamId: isMarsh ? council.teams.marsh : council.teams.harbour }, 'contact');
  return id;
}

/** Somebody opened this record with a reason yesterday, and nobody has looked that over. */
async function breakGlassOnce(db: CouncilDb, id: string, personId: string): Promise<void> {
  const yesterday = new Date(nowOf(db).getTime() - 86_400_000);
  await db
    .insertInto('relationship')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      account_id: actorOf(db).accountId,
      why: 'break-glass',
      began_at: yesterday,
      ends_at: yesterday,
      reason: 'Their neighbour rang about an open door',
    })
    .execute();
}

function subjectOf(council: TestCouncil, person: FullPerson): Subject {
  const isMarsh = person.kind.startsWith('marsh');
  const { marsh, sam, rowan, priya } = council.accounts;
  return {
    personId: person.id,
    canary: person.canary,
    ids: person.ids,
    teamId: isMarsh ? council.teams.marsh : council.teams.harbour,
    accountId: (isMarsh ? marsh : rowan).accountId,
    colleagueId: (isMarsh ? sam : priya).accountId,
    isProtected: person.kind === 'harbour-protected',
    protectedCanary,
  };
}

/** Last, because what is kept about somebody is written while anybody may write it. */
async function restrictAndMerge(
  administrator: pg.Client,
  council: TestCouncil,
  people: Record<PersonKind, FullPerson>,
): Promise<void> {
  const restrict = 'update person set restricted_to_team = $3 where council_id = $1 and id = $2';
  const merge = 'update person set merged_into = $3 where council_id = $1 and id = $2';
  const { councilId, teams } = council;
  await administrator.query(restrict, [councilId, people['harbour-restricted'].id, teams.harbour]);
  await administrator.query(restrict, [councilId, people['marsh-restricted'].id, teams.marsh]);
  await administrator.query(merge, [councilId, people['harbour-merged'].id, people.harbour.id]);
}

/** An id that no council has. */
export const madeUp = newId;
