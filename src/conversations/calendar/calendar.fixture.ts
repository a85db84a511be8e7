import { sql } from 'kysely';
import type { TestCouncil } from '../../../test/council.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { openConversation } from '../conversations.store.ts';

/** Puts one row in a table as it is, for facts whose own pages are further on. Returns its id. */
export async function put(db: CouncilDb, table: string, row: Record<string, unknown>): Promise<string> {
  const id = newId();
  const full: Record<string, unknown> = { council_id: councilOf(db), id, ...row };
  const names = Object.keys(full);
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(names.map((name) => sql`${full[name]}`))})`.execute(db);
  return id;
}

/** Somebody the Harbour team is alongside, with a conversation open. */
export async function somebody(council: TestCouncil, db: CouncilDb, fullName: string, kind: 1 | 3 = 1) {
  const personId = await makePerson(db, { fullName });
  await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
  const conversationId = await openConversation(db, { personId, kind });
  return { personId, conversationId };
}

type Someone = Awaited<ReturnType<typeof somebody>>;

/** An entry that is not with the person, so that it ends no clock of its own. */
export function putEntry(db: CouncilDb, who: Someone, by: string): Promise<string> {
  return put(db, 'entry', {
    ...{ person_id: who.personId, conversation_id: who.conversationId, author_id: by, said: 'We talked' },
    ...{ happened_at: nowOf(db), is_with_person: false, signed_at: nowOf(db) },
  });
}

export async function putFact(
  db: CouncilDb,
  who: Someone,
  by: string,
  kind: string,
  details: Record<string, string>,
): Promise<string> {
  return put(db, 'fact', {
    ...{
      person_id: who.personId,
      conversation_id: who.conversationId,
      entry_id: await putEntry(db, who, by),
    },
    ...{ voice: 'said', starts_at: 0, ends_at: 2, phrase: 'We', kind, details: JSON.stringify(details) },
    ...{ happened_on: '2026-11-21', recorded_by: by, recorded_at: nowOf(db) },
  });
}

/** A plan that stands, and the conversation 3 it belongs to. */
export async function putPlan(db: CouncilDb, who: Someone, startsOn: string): Promise<string> {
  return put(db, 'plan', {
    person_id: who.personId,
    conversation_id: who.conversationId,
    ...{ number: 1, state: 'standing', starts_on: startsOn },
  });
}

export const catchUp = (personId: string, planId: string, heldOn: string, by: string) => ({
  person_id: personId,
  plan_id: planId,
  ...{
    why: 'due',
    held_on: heldOn,
    persons_view: 'It goes well',
    comes_of_it: 'nothing-changes',
    held_by: by,
  },
});

/** A direct payment paid since a day. */
export const directPayment = (personId: string, planId: string, firstPaidOn: string, by: string) => ({
  person_id: personId,
  plan_id: planId,
  ...{ asked_or_offered: 'asked', agreed_on: firstPaidOn, purpose: 'Sailing again', weekly_pence: 4_000 },
  ...{ managed_by: 'self', first_paid_on: firstPaidOn, agreed_by: by },
});
