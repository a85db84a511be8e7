import { sql } from 'kysely';
import { holdPerson } from '../../conversations/conversations.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { holdStandingPlan } from '../plans.store.ts';
import {
  type CapacityFound,
  type DirectPayment,
  mayAgreeDirectPayment,
  mayEndDirectPayment,
  mayWriteFirstPayment,
  type NewDirectPayment,
} from './direct-payment.ts';

const paymentRows = sql`select d.id, d.person_id as "personId", d.plan_id as "planId", d.asked_or_offered as "askedOrOffered",
    d.agreed_on as "agreedOn", d.purpose, d.weekly_pence as "weeklyPence", d.managed_by as "managedBy",
    d.manager_name as "managerName", d.conditions, d.first_paid_on as "firstPaidOn", d.ended_on as "endedOn",
    d.ended_because as "endedBecause", d.needs_met_then as "needsMetThen", a.name as "agreedBy", d.version
  from direct_payment d join account a on a.council_id = d.council_id and a.id = d.agreed_by`;

/** A person's direct payments, those that run first, then the latest to end. */
export async function directPaymentsOf(
  db: CouncilReader,
  personId: string,
  most = 50,
): Promise<DirectPayment[]> {
  return readRows<DirectPayment>(
    db,
    sql`${paymentRows} where d.council_id = ${councilOf(db)} and d.person_id = ${personId}
      order by d.ended_on is not null, coalesce(d.ended_on, d.agreed_on) desc, d.id desc limit ${most}`,
  );
}

/** One direct payment, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findDirectPayment(db: CouncilReader, id: string): Promise<DirectPayment> {
  const [payment] = await readRows<DirectPayment>(
    db,
    sql`${paymentRows} where d.council_id = ${councilOf(db)} and d.id = ${id}`,
  );
  if (!payment) throw new Unknown();
  return payment;
}

/** C3-5: agrees a direct payment under the plan that stands, held meanwhile. Returns its id. */
export async function agreeDirectPayment(
  db: CouncilDb,
  personId: string,
  asked: NewDirectPayment,
): Promise<string | Refusal> {
  await holdPerson(db, personId);
  const standing = await holdStandingPlan(db, personId);
  const refusal = mayAgreeDirectPayment(asked, standing, dayOf(nowOf(db)));
  if (refusal) return refusal;
  if (!standing) throw new Unknown();
  const id = newId();
  await db
    .insertInto('direct_payment')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      plan_id: standing.id,
      asked_or_offered: asked.askedOrOffered,
      agreed_on: asked.agreedOn,
      purpose: asked.purpose,
      weekly_pence: asked.weeklyPence,
      managed_by: asked.managedBy,
      manager_name: asked.managedBy === 'self' ? null : asked.managerName,
      conditions: asked.conditions,
      agreed_by: actorOf(db).accountId,
    })
    .execute();
  await tell(db, personId, 'A direct payment was agreed', asked.purpose, id);
  return id;
}

/** P2: writes the day of the first payment, from which its catch-ups are counted. */
export async function writeFirstPayment(
  db: CouncilDb,
  payment: DirectPayment,
  asked: { firstPaidOn: Day; version: number },
): Promise<Refusal | null> {
  const refusal = mayWriteFirstPayment(payment, asked.firstPaidOn, dayOf(nowOf(db)));
  if (refusal) return refusal;
  await change(db, payment, asked.version, { first_paid_on: asked.firstPaidOn }, asked.firstPaidOn);
  return null;
}

/** P1: ends a direct payment, with why and with how the same needs are met from then on. Changes no plan. */
export async function endDirectPayment(
  db: CouncilDb,
  payment: DirectPayment,
  asked: { endedOn: Day; endedBecause: string; needsMetThen: string; version: number },
): Promise<Refusal | null> {
  const refusal = mayEndDirectPayment(payment, asked);
  if (refusal) return refusal;
  const ended = {
    ended_on: asked.endedOn,
    ended_because: asked.endedBecause,
    needs_met_then: asked.needsMetThen,
  };
  const words = `${asked.endedBecause}\n\n${asked.needsMetThen}`;
  await change(db, payment, asked.version, ended, words);
  await tell(
    db,
    payment.personId,
    'A direct payment ends, and the needs are met another way',
    words,
    payment.id,
  );
  return null;
}

/** The payment, held until this transaction ends, so that changes to it come one at a time. */
export async function holdDirectPayment(db: CouncilDb, id: string): Promise<DirectPayment> {
  await readRows(
    db,
    sql`select id from direct_payment where council_id = ${councilOf(db)} and id = ${id} for update`,
  );
  return findDirectPayment(db, id);
}

interface Changed {
  first_paid_on?: Day;
  ended_on?: Day;
  ended_because?: string;
  needs_met_then?: string;
}

async function change(
  db: CouncilDb,
  payment: DirectPayment,
  version: number,
  changed: Changed,
  mine: string,
): Promise<void> {
  if (payment.version !== version)
    throw new Conflict(
      'Somebody else changed this direct payment while you were writing.',
      {
        who: 'a colleague',
        words: [payment.firstPaidOn, payment.endedOn, payment.endedBecause].filter(Boolean).join('\n'),
      },
      mine,
    );
  await db
    .updateTable('direct_payment')
    .set({ ...changed, version: version + 1 })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', payment.id)
    .execute();
}

async function tell(
  db: CouncilDb,
  personId: string,
  title: string,
  words: string,
  sourceId: string,
): Promise<void> {
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'direct-payment',
    title,
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words }],
    link: `/people/${personId}/direct-payments`,
    sourceId,
  });
}

/** N4: what was found about their deciding things for themselves, the latest first. */
export async function capacityFoundAbout(db: CouncilReader, personId: string): Promise<CapacityFound[]> {
  return readRows<CapacityFound>(
    db,
    sql`select coalesce(details->>'decision', '') as decision, coalesce(details->>'about', '') as about,
        coalesce(details->>'finding', '') as finding, happened_on as "lookedAtOn"
      from fact where council_id = ${councilOf(db)} and person_id = ${personId} and kind = 'capacity' and is_current
      order by happened_on desc, id desc limit 20`,
  );
}
