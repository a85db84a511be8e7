import { sql } from 'kysely';
import { type TestAccount, type TestCouncil, testNow } from '../../../test/council.ts';
import type { TestHouse, Visitor } from '../../../test/house.ts';
import { asOwn, ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { makePromise } from '../../people/promises/promises.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { LineKind } from '../line/line.ts';
import { shareLine } from './lines.store.ts';
import { sharingOf, startSharing } from './sharing.store.ts';

/** Somebody with a page of their own and things on it to share. */
export interface Sharer {
  personId: string;
  account: TestAccount;
  visitor: Visitor;
  promise: string;
  /** A conversation with all four voices. */
  talked: string;
}

export async function aSharer(home: TestHouse, council: TestCouncil, name: string): Promise<Sharer> {
  const { rowan } = council.accounts;
  const made = await council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: `${name} Devlin`, knownAs: name });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    const promise = await makePromise(db, {
      ...{ personId, who: 'Priya', what: `rings the housing team for ${name}`, dueOn: '2026-11-27' },
    });
    await tellTimeline(db, {
      ...{ personId, at: testNow, kind: 'entry', title: 'At home', byLine: 'Rowan' },
      voices: [
        { voice: 'said', words: `${name} wants to sing again` },
        { voice: 'think', words: 'thought-for-staff' },
      ],
    });
    const { rows } = await sql<{ id: string }>`select id from timeline_event
      where council_id = ${councilOf(db)} and person_id = ${personId} and kind = 'entry'`.execute(db);
    return { personId, promise, talked: rows[0]?.id ?? '' };
  });
  const account = await ownAccount(council, made.personId, name);
  return { ...made, account, visitor: await home.signIn(council, account) };
}

/** The sharer shares with somebody who has a page, as after the talk about pressure. */
export function shareWith(
  council: TestCouncil,
  sharer: Sharer,
  to: TestAccount,
  lines: [LineKind, string][],
  untilOn = '2026-12-21',
): Promise<{ sharingId: string; lineIds: string[] }> {
  return asOwn(council, sharer.account, sharer.personId, async (db) => {
    const sharingId = await startSharing(db, {
      ...{ personId: sharer.personId, name: to.name, kind: 'family-or-friend', relation: 'my sister' },
      ...{ organisation: null, teamId: null, told: null },
    });
    await sql`update sharing_with set account_id = ${to.accountId}
      where council_id = ${councilOf(db)} and id = ${sharingId}`.execute(db);
    const sharing = await sharingOf(db, sharer.personId, sharingId);
    const lineIds: string[] = [];
    for (const [kind, thingId] of lines)
      lineIds.push(await shareLine(db, sharing, { kind, thingId, untilOn, told: null }));
    return { sharingId, lineIds };
  });
}

/** Holds one thing back from the sharer, as two of the staff would. */
export function holdBack(council: TestCouncil, { personId }: Sharer, thingId: string): Promise<unknown> {
  const { rowan, lead } = council.accounts;
  return council.as(rowan, (db) =>
    sql`insert into held_back (council_id, id, person_id, kind, thing_id, law, reason, asked_by, asked_at, look_again_on,
        decided_by, decided_at, is_approved)
      values (${councilOf(db)}, ${newId()}, ${personId}, 'promise', ${thingId}, 'serious-harm', 'for a test', ${rowan.accountId},
        ${testNow}, '2027-02-21', ${lead.accountId}, ${testNow}, true)`.execute(db),
  );
}
