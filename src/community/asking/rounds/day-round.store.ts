import { sql } from 'kysely';
import { makeLink } from '../../../access/links/links.store.ts';
import { dayOf } from '../../../platform/clock.ts';
import {
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { sendMail } from '../../../platform/mail/outbox.store.ts';
import { messageOf } from '../message.ts';
import { type AskingPace, paceOf } from '../pace.ts';
import { beginRounds, type RoundOf } from './due.store.ts';
import { followSilence, hideSilent } from './silence.store.ts';

/** What one day's round did, counted in listings and in messages. */
export interface DayRound {
  followed: number;
  hidden: number;
  asked: number;
  messages: number;
  cards: number;
}

/** At what pace this council asks. */
async function paceHere(db: CouncilReader): Promise<AskingPace> {
  const [council] = await readRows<{ settings: Record<string, unknown> }>(
    db,
    sql`select settings from council where council_id = ${councilOf(db)}`,
  );
  return paceOf(council?.settings ?? {});
}

/**
 * The day's round of "Is this still right?": what follows silence, what is hidden, who is asked. Going round again on
 * the same day does nothing more. `origin` begins every short address: `https://alongside.example`.
 */
export async function askToday(db: CouncilDb, origin: string): Promise<DayRound> {
  const round: RoundOf = { council: councilOf(db), today: dayOf(nowOf(db)), pace: await paceHere(db) };
  const [silence] = await readRows(db, followSilence(round));
  const [gone] = await readRows(db, hideSilent(round));
  const [begun] = await readRows(db, beginRounds(round));
  return {
    followed: silence?.followed ?? 0,
    hidden: gone?.hidden ?? 0,
    asked: begun?.asked ?? 0,
    messages: await writeMessages(db, round, origin),
    cards: await writeCards(db),
  };
}

interface ToWrite {
  togetherId: string;
  nth: number;
  to: string;
  council: string;
  listings: { listingId: string; name: string }[];
}

/** Today's questions by e-mail, one message to an address, with a short address of its own for each listing. */
async function writeMessages(db: CouncilDb, { council, today }: RoundOf, origin: string): Promise<number> {
  const messages = await readRows<ToWrite>(
    db,
    sql`select a.together_id as "togetherId", max(a.nth) as nth, min(w.ask_to) as to, min(c.name) as council,
      json_agg(json_build_object('listingId', l.id, 'name', l.name) order by l.name, l.id) as listings
    from asking a join council c on c.council_id = a.council_id
    join listing l on l.council_id = a.council_id and l.id = a.listing_id
    join asking_way w on w.council_id = a.council_id and w.listing_id = a.listing_id and w.way = 'e-mail'
    where a.council_id = ${council} and a.way = 'e-mail' and a.asked_on = ${today}
      and not exists (select from outgoing_mail m where m.council_id = ${council} and m.reference = 'asking ' || a.together_id)
    group by a.together_id`,
  );
  for (const { togetherId, to, listings, ...asked } of messages) {
    const addressed = [];
    for (const { listingId, name } of listings)
      addressed.push({
        name,
        address: `${origin}/g/${await makeLink(db, { kind: 'listing', subjectId: listingId })}`,
      });
    await sendMail(db, {
      reference: `asking ${togetherId}`,
      to,
      ...messageOf({ ...asked, listings: addressed }),
    });
  }
  return messages.length;
}

/** Questions by post get the short address that is printed on their card; it is kept until the card is posted. */
async function writeCards(db: CouncilDb): Promise<number> {
  const council = councilOf(db);
  const cards = await readRows<{ id: string; listingId: string }>(
    db,
    sql`select id, listing_id as "listingId" from asking where council_id = ${council} and way = 'post'
      and answered_on is null and posted_on is null and card_code is null`,
  );
  for (const { id, listingId } of cards) {
    const code = await makeLink(db, { kind: 'listing', subjectId: listingId });
    await sql`update asking set card_code = ${code} where council_id = ${council} and id = ${id}`.execute(db);
  }
  return cards.length;
}
