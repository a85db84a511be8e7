import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { sendMail, sendText } from '../../platform/mail/outbox.store.ts';
import { howToTell, type Recipient, type Telling, type Wishes } from './how-to-tell.ts';
import { type About, neutralName, newsKinds, subject, wordsOf } from './news.ts';

/** Whom there is something to tell: a person, or (with an account) somebody a person shares with. */
export interface Whom {
  personId: string;
  accountId: string | null;
}

/** How many are told in one round; the rest a minute later. */
const most = 500;

/** Whoever there is something to tell now. Somebody who is shared with and has their own page is one, not two. */
export async function whomToTell(db: CouncilReader): Promise<Whom[]> {
  return readRows<Whom>(
    db,
    sql`select distinct ${whose} as "personId", ${shownOnly} as "accountId" ${newsRows} and n.tell_from <= ${nowOf(db)} limit ${most}`,
  );
}

const whose = sql`coalesce(ours.merged_into, ours.id, p.merged_into, p.id)`;
const shownOnly = sql`case when ours.id is null then n.account_id end`;
const newsRows = sql`from news n join person p on p.council_id = n.council_id and p.id = n.person_id
  left join account a on a.council_id = n.council_id and a.id = n.account_id
  left join person ours on ours.council_id = n.council_id and ours.id = a.person_id
  where n.council_id = (select current_council()) and n.message_id is null`;

/**
 * Tells one of them, once for all there is: a message now, at a better hour, or by one of us (a line on Today).
 * What is held back meanwhile waits, and leaves no trace.
 */
export async function tell(db: CouncilDb, whom: Whom): Promise<void> {
  const { rows: news } = await sql<{ id: string; about: About }>`select n.id, n.about ${newsRows}
      and ${whose} = ${whom.personId} and ${shownOnly} is not distinct from ${whom.accountId}::uuid
      and not exists (select from held_back h where h.council_id = n.council_id and (h.thing_id = n.thing_id or n.thing_id = any (h.also))
        and h.lifted_at is null and h.is_approved is distinct from false)
    order by n.made_at, n.id for update of n skip locked`.execute(db);
  if (!news.length) return putOff(db, whom);
  const { recipient, wishes, settings } = await recipientOf(db, whom);
  const asks = news.some(({ about }) => newsKinds[about].asks);
  const telling = howToTell(recipient, wishes, asks, nowOf(db));
  const ids = news.map(({ id }) => id);
  if ('at' in telling && telling.at > nowOf(db)) return waitUntil(db, ids, telling.at);
  const messageId = (await openMessage(db, whom, telling)) ?? (await write(db, whom, telling, settings));
  await sql`update news set message_id = ${messageId} where council_id = ${councilOf(db)} and id = any (${ids})`.execute(
    db,
  );
}

async function waitUntil(db: CouncilDb, ids: readonly string[], at: Date): Promise<void> {
  await sql`update news set tell_from = ${at} where council_id = ${councilOf(db)} and id = any (${ids}::uuid[])`.execute(
    db,
  );
}

/** All there is to tell is held back: looked at again tomorrow, should it be lifted. */
async function putOff(db: CouncilDb, { personId }: Whom): Promise<void> {
  await sql`update news set tell_from = ${new Date(nowOf(db).getTime() + 86_400_000)}
    where council_id = ${councilOf(db)} and person_id = ${personId} and message_id is null and tell_from <= ${nowOf(db)}`.execute(
    db,
  );
}

/** A letter nobody has posted, or a line nobody has acted on, stands for this as well. */
async function openMessage(db: CouncilReader, whom: Whom, { how }: Telling): Promise<string | null> {
  if (how !== 'letter' && how !== 'somebody') return null;
  const [open] = await readRows<{ id: string }>(
    db,
    sql`select id from message where council_id = ${councilOf(db)} and person_id = ${whom.personId}
      and account_id is not distinct from ${whom.accountId}::uuid and how = ${how} and settled_at is null order by made_at limit 1`,
  );
  return open?.id ?? null;
}

async function write(
  db: CouncilDb,
  { personId, accountId }: Whom,
  telling: Telling,
  settings: Record<string, unknown>,
): Promise<string> {
  const id = newId();
  const reference = `message ${id}`;
  const why = 'why' in telling ? telling.why : '';
  if ('to' in telling) {
    const from = neutralName(settings);
    const letter = {
      reference,
      to: telling.to,
      words: wordsOf(from),
      hours: telling.hours,
      from: from ?? subject,
    };
    await (telling.how === 'text' ? sendText(db, letter) : sendMail(db, { ...letter, subject }));
  }
  await sql`insert into message (council_id, id, person_id, account_id, made_at, how, why, mail_id)
    values (${councilOf(db)}, ${id}, ${personId}, ${accountId}, ${nowOf(db)}, ${telling.how}, ${why},
      (select m.id from outgoing_mail m where m.council_id = ${councilOf(db)} and m.reference = ${reference}))`.execute(
    db,
  );
  return id;
}

export interface Known {
  recipient: Recipient;
  wishes: Wishes | null;
  settings: Record<string, unknown>;
}

export async function recipientOf(db: CouncilReader, { personId, accountId }: Whom): Promise<Known> {
  const today = dayOf(nowOf(db));
  const [row] = await readRows<Known>(
    db,
    sql`select c.settings, json_build_object(
      'hasDied', p.died_on is not null, 'hasMovedAway', coalesce(p.moved_away_on <= ${today}, false),
      'isByHandOnly', p.restricted_to_team is not null or exists (select from enquiry e
        where e.council_id = p.council_id and e.person_id = p.id and e.opened_at is not null and e.ended_on is null),
      'isShownOnly', ${accountId}::uuid is not null, 'hasPage', o.id is not null, 'messageBy', o.message_by, 'messageTo', o.message_to,
      'needs', case when ${accountId}::uuid is null then (select coalesce(json_agg(d.need order by d.id), '[]') from communication_need d
        where d.council_id = p.council_id and d.person_id = p.id and d.kind = 'communication') else '[]' end,
      'languages', case when ${accountId}::uuid is null then to_json(p.languages) else '[]' end,
      'lastDay', (select max((m.made_at at time zone 'Europe/London')::date) from message m where m.council_id = p.council_id
        and m.person_id = p.id and m.account_id is not distinct from ${accountId}::uuid and m.how in ('text', 'email', 'letter'))) as recipient,
      case when ${accountId}::uuid is null and w.person_id is not null then json_build_object('mayText', w.may_text, 'mayEmail', w.may_email,
        'mayRing', w.may_ring, 'mayPost', w.may_post, 'notBefore', w.not_before, 'notAfter', w.not_after, 'notDays', w.not_days) end as wishes
    from person p join council c on c.council_id = p.council_id
    left join own_page o on o.council_id = p.council_id and o.ended_at is null
      and case when ${accountId}::uuid is null then o.person_id = p.id and o.opens = 'own' else o.account_id = ${accountId}::uuid end
    left join contact_wish w on w.council_id = p.council_id and w.person_id = p.id
    where p.council_id = ${councilOf(db)} and p.id = ${personId} limit 1`,
  );
  if (!row) throw new Error('whoever there is news for is on the record');
  return row;
}
