import { sql } from 'kysely';
import { advocacyInASentence, advocacyOf } from '../../conversations/advocacy/advocacy.store.ts';
import { inPlaceOn } from '../../conversations/advocacy/advocacy.ts';
import { findConversation } from '../../conversations/conversations.store.ts';
import { toldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { catchUpDue } from '../catch-ups/catch-up.ts';
import { catchUpsOf } from '../catch-ups/catch-ups.store.ts';
import { determinationsIn } from '../determinations/determinations.store.ts';
import { directPaymentCatchUp } from '../money/direct-payment.ts';
import { directPaymentsOf } from '../money/direct-payments.store.ts';
import type { Plan } from '../plan.ts';
import type { CarerSaid } from './told/caring.ts';
import type { Found, SaidFact } from './told/found.ts';
import type { Moved } from './told/moved.ts';
import type { NextAsked } from './told/next-catch-up.ts';

/** Facts that belong in the copy of a needs assessment. */
const telling = [
  ...['what-matters', 'wanted-outcome', 'unable', 'impact', 'other-help', 'who-was-involved'],
  ...['carer-likely-to-stay', 'carer-wishes'],
];

/** The conversation and those before it on the way to it: none from before an earlier conversation 3. */
const onTheWay = (conversationId: string) => sql`select c.council_id, c.id from conversation here
    join conversation c on c.council_id = here.council_id and c.person_id = here.person_id and c.opened_at <= here.opened_at
  where here.council_id = (select current_council()) and here.id = ${conversationId}
    and c.opened_at >= coalesce((select max(earlier.opened_at) from conversation earlier where earlier.council_id = here.council_id
      and earlier.person_id = here.person_id and earlier.kind = 3 and earlier.opened_at < here.opened_at), '-infinity')
    and (c.kind <> 3 or c.id = here.id)`;

export async function foundIn(db: CouncilReader, conversationId: string): Promise<Found> {
  const [determination = null] = await determinationsIn(db, conversationId);
  const took = await whoTookPart(db, conversationId);
  return {
    conversationId,
    kind: determination?.kind ?? 'adult',
    facts: await factsFor(db, conversationId),
    toldOn: (await toldBeforehand(db, conversationId))?.toldOn ?? null,
    determination,
    statements: await statementsOf(db, conversationId),
    ...took,
  };
}

/**
 * N2: whoever may be doing the harm may open the post. Words that a safeguarding answer was marked in are in no letter,
 * nor is anything else of such an entry when somebody else told us.
 */
const keptFromThePost = sql`exists (select from fact s where s.council_id = f.council_id and s.entry_id = f.entry_id
    and s.kind = 'safeguarding-answer' and s.is_current
    and (not e.is_with_person or (s.voice = f.voice and s.starts_at < f.ends_at and f.starts_at < s.ends_at)))`;

const factsFor = (db: CouncilReader, conversationId: string): Promise<SaidFact[]> =>
  readRows<SaidFact>(
    db,
    sql`select f.kind, f.voice, f.phrase, f.details, f.happened_on as "happenedOn", f.said_by as "saidBy",
        e.is_with_person as "isWithPerson", e.with_whom as "withWhom"
      from (${onTheWay(conversationId)}) c
      join fact f on f.council_id = c.council_id and f.conversation_id = c.id and f.is_current
      join entry e on e.council_id = f.council_id and e.id = f.entry_id
      where f.council_id = ${councilOf(db)} and f.kind = any (${telling}::text[]) and not ${keptFromThePost}
      order by f.happened_on, f.recorded_at, f.id limit 500`,
  );

/** N5: what they themselves are willing and able to do, of what stands; nothing out of an entry kept from the post (N2). */
const statementsOf = (db: CouncilReader, conversationId: string): Promise<CarerSaid[]> =>
  readRows<CarerSaid>(
    db,
    sql`select s.carer_id as "carerId", s.thing, s.side, s.answer, s.said_on as "saidOn", s.recorded_at as "recordedAt",
        coalesce(nullif(p.known_as, ''), p.full_name) as "forWhom"
      from conversation c join carer_statement s on s.council_id = c.council_id and s.carer_id = c.person_id
      join person p on p.council_id = s.council_id and p.id = s.for_person_id
      where c.council_id = ${councilOf(db)} and c.id = ${conversationId} and s.replaced_by is null
        and not exists (select from fact f where f.council_id = s.council_id and f.entry_id = s.entry_id
          and f.kind = 'safeguarding-answer' and f.is_current)
      order by s.said_on, s.recorded_at, s.id limit 200`,
  );

async function whoTookPart(
  db: CouncilReader,
  conversationId: string,
): Promise<Pick<Found, 'talkedOn' | 'othersThere' | 'ourPeople'>> {
  const [row] = await readRows<Pick<Found, 'talkedOn' | 'othersThere' | 'ourPeople'>>(
    db,
    sql`select coalesce(json_agg(distinct (e.happened_at at time zone 'Europe/London')::date) filter (where e.is_with_person), '[]') as "talkedOn",
        coalesce(json_agg(distinct e.with_whom) filter (where e.is_with_person and e.with_whom <> ''), '[]') as "othersThere",
        coalesce(json_agg(distinct a.name) filter (where e.is_with_person), '[]') as "ourPeople"
      from (${onTheWay(conversationId)}) c
      join entry e on e.council_id = c.council_id and e.conversation_id = c.id
      left join account a on a.council_id = e.council_id and a.id = e.author_id
      where e.council_id = ${councilOf(db)}`,
  );
  return row ?? { talkedOn: [], othersThere: [], ourPeople: [] };
}

/** P2: when we next ask about a plan that stands, and about the direct payments under it. */
export async function nextAsked(db: CouncilReader, plan: Plan, today: Day): Promise<NextAsked> {
  if (plan.state !== 'standing') return { plan: null, payments: [] };
  const held = await catchUpsOf(db, plan.personId);
  const payments = await directPaymentsOf(db, plan.personId);
  return {
    plan: catchUpDue(plan, held, today),
    payments: payments.map((one) => ({ purpose: one.purpose, next: directPaymentCatchUp(one, held, today) })),
  };
}

/** What is different after a move, or `Unknown`. */
export async function movedFor(db: CouncilReader, id: string): Promise<Moved> {
  const [moved] = await readRows<Moved>(
    db,
    sql`select m.id, m.other_council as "otherCouncil", coalesce(m.moved_on, m.moves_on) as "movesOn",
        m.difference_words as "differenceWords",
        coalesce((select json_agg(json_build_object('need', n.need, 'metThere', n.met_there, 'metHere', n.met_here) order by n.position, n.id)
          from move_need n where n.council_id = m.council_id and n.move_id = m.id), '[]') as needs
      from move m where m.council_id = ${councilOf(db)} and m.id = ${id} and m.difference_words is not null`,
  );
  if (!moved) throw new Unknown();
  return moved;
}

/** N3: their advocate in a sentence, when one is in place. */
export async function advocateOf(db: CouncilReader, personId: string): Promise<string | null> {
  const { advocates } = await advocacyOf(db, personId);
  return inPlaceOn(advocates, dayOf(nowOf(db))) ? advocacyInASentence(db, personId, 'your') : null;
}

/** The team that answers for a conversation; null where there is none. */
export async function teamFor(db: CouncilReader, conversationId: string | null): Promise<string | null> {
  return conversationId ? (await findConversation(db, conversationId)).teamName : null;
}
