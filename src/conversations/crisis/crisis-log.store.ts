import { sql } from 'kysely';
import { markSpoken } from '../../people/contacts/contacts.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { momentIn } from '../gate/moment.ts';
import { keepRefused } from '../refused.store.ts';
import { accountsHere, holdCrisis } from './crisis.store.ts';
import { maySpend, pounds } from './crisis.ts';
import { endOfDay } from './rhythm/days-in-words.ts';

export interface NewCrisisContact {
  line: string;
  /** With the person themselves; ringing the GP is care, but it is not contact with the person. */
  isWithPerson: boolean;
  /** The plan was read again together; that is always with the person. */
  rereadPlan: boolean;
  at: Date;
  nextContactAt: Date | null;
  minutes?: number | null;
}

/**
 * Logs a contact in one line. One with the person tells their story, stops F2's clock, and settles a contact
 * that was agreed for that day or before.
 */
export async function logContact(
  db: CouncilDb,
  conversationId: string,
  contact: NewCrisisContact,
): Promise<Refusal | null> {
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  if (contact.at > nowOf(db))
    return refuse('C2-4', 'that time has not come yet', 'write a contact once it has happened');
  const isWithPerson = contact.isWithPerson || contact.rereadPlan;
  const id = newId();
  const council_id = councilOf(db);
  await db
    .insertInto('crisis_contact')
    .values({
      ...{
        council_id,
        id,
        conversation_id: conversationId,
        person_id: held.personId,
        account_id: actorOf(db).accountId,
      },
      ...{
        at: contact.at,
        line: contact.line,
        is_with_person: isWithPerson,
        reread_plan: contact.rereadPlan,
        minutes: contact.minutes ?? null,
      },
    })
    .execute();
  await sql`update crisis_plan set next_contact_at = coalesce(${contact.nextContactAt}::timestamptz,
      case when ${isWithPerson} and next_contact_at < ${endOfDay(dayOf(contact.at))} then null else next_contact_at end)
    where council_id = ${council_id} and conversation_id = ${conversationId}`.execute(db);
  if (!isWithPerson) return null;
  await markSpoken(db, held.personId, contact.at);
  await tellTimeline(db, {
    personId: held.personId,
    at: contact.at,
    kind: 'crisis-contact',
    title: contact.rereadPlan ? 'In touch, and read the plan again together' : 'In touch',
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words: contact.line }],
    sourceId: id,
  });
  return null;
}

export interface NewSmallMoney {
  spentOn: Day;
  amountPence: number;
  whatFor: string;
  whatItChanged: string;
}

/** C2-5: writes down small money. Asked of nobody first; over the site's limit it is refused, and that is kept. */
export async function spendMoney(
  db: CouncilDb,
  conversationId: string,
  money: NewSmallMoney,
): Promise<Refusal | null> {
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  const [row] = await readRows<{ spent: number }>(
    db,
    sql`select coalesce(sum(amount_pence), 0)::integer as spent from small_money
      where council_id = ${councilOf(db)} and conversation_id = ${conversationId}`,
  );
  const refusal = maySpend(row?.spent ?? 0, money.amountPence, held.rules.smallMoneyLimitPence);
  if (refusal) return keepRefused(db, held.personId, 'spend small money', refusal);
  if (money.spentOn > dayOf(nowOf(db)))
    return refuse('C2-5', 'that day has not come yet', 'write it down once it is spent');
  const id = newId();
  await db
    .insertInto('small_money')
    .values({
      ...{ council_id: councilOf(db), id, conversation_id: conversationId, person_id: held.personId },
      ...{ account_id: actorOf(db).accountId, spent_on: money.spentOn, amount_pence: money.amountPence },
      ...{ what_for: money.whatFor, what_it_changed: money.whatItChanged },
    })
    .execute();
  await tellTimeline(db, {
    personId: held.personId,
    at: nowOf(db),
    kind: 'small-money',
    title: `${pounds(money.amountPence)} spent for ${money.whatFor}`,
    byLine: actorOf(db).name,
    voices: money.whatItChanged
      ? [{ voice: 'note', who: 'What it changed', words: money.whatItChanged }]
      : [],
    sourceId: id,
  });
  return null;
}

/** What small money changed is often known only later; written once. */
export async function sayWhatMoneyChanged(
  db: CouncilDb,
  conversationId: string,
  moneyId: string,
  whatItChanged: string,
): Promise<null> {
  const said = await db
    .updateTable('small_money')
    .set({ what_it_changed: whatItChanged })
    .where('council_id', '=', councilOf(db))
    .where('conversation_id', '=', conversationId)
    .where('id', '=', moneyId)
    .where('what_it_changed', '=', '')
    .executeTakeFirst();
  if (!said.numUpdatedRows) throw new Unknown();
  return null;
}

export interface NewPeerShare {
  purpose: 'sharing' | 'team-talk';
  sharedOn: Day;
  attendeeIds: readonly string[];
  personWasInvited: boolean;
  whatWeHeard: string;
  minutes?: number | null;
}

/** C2-4: writes down that peers heard, with who was there. The story tells that they did, not the talk. */
export async function tellPeers(
  db: CouncilDb,
  conversationId: string,
  share: NewPeerShare,
): Promise<Refusal | null> {
  const held = await holdCrisis(db, conversationId);
  if (isRefusal(held)) return held;
  const today = dayOf(nowOf(db));
  if (share.sharedOn > today)
    return refuse('C2-4', 'that day has not come yet', 'write it down once peers have heard');
  const there = await accountsHere(db, share.attendeeIds);
  const me = actorOf(db).accountId;
  if (![...there].some((id) => id !== me))
    return refuse('C2-4', 'nobody was there but you', 'name at least one colleague who was');
  const id = newId();
  const council_id = councilOf(db);
  const sharedAt = share.sharedOn === today ? nowOf(db) : momentIn(share.sharedOn, '12:00');
  await db
    .insertInto('peer_share')
    .values({
      ...{
        council_id,
        id,
        person_id: held.personId,
        conversation_id: conversationId,
        purpose: share.purpose,
      },
      ...{ shared_on: share.sharedOn, shared_at: sharedAt, presenter_id: me },
      ...{
        person_was_invited: share.personWasInvited,
        what_we_heard: share.whatWeHeard,
        minutes: share.minutes ?? null,
      },
    })
    .execute();
  const attendees = [...there].map((account_id) => ({ council_id, peer_share_id: id, account_id }));
  await db.insertInto('peer_share_attendee').values(attendees).execute();
  await tellTimeline(db, {
    personId: held.personId,
    at: sharedAt,
    kind: 'peer-share',
    title:
      share.purpose === 'team-talk'
        ? 'The team talked about whether this is still right'
        : 'Colleagues heard how it is going',
    byLine: actorOf(db).name,
    sourceId: id,
  });
  return null;
}
