import { type RawBuilder, sql } from 'kysely';
import { conversationToWriteIn } from '../../conversations/conversations.store.ts';
import { findEntry, saveEntry } from '../../conversations/entries.store.ts';
import { tagFact } from '../../conversations/facts.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { costInWords, type UrgentHelp, whatWasDone } from './urgent-help.ts';

export interface NewUrgentHelp {
  personId: string;
  what: string;
  metOn: Day;
  untilOn: Day;
  costPence: number;
  howOften: 'weekly' | 'once';
  why: string;
  isWithPerson: boolean;
}

/**
 * F6, Care Act 2014 s19(3): keeps an urgent need met at once. It asks no rule, in any state of anything: the
 * support begins, the entry with its fact stands in the open conversation or a new conversation 1, and the story
 * is told. It stands as an urgent change to the plan when there is one. Returns its id.
 */
export async function meetUrgentNeed(db: CouncilDb, help: NewUrgentHelp): Promise<string> {
  const entryId = await writeOfIt(db, help);
  const supportId = newId();
  await db
    .insertInto('support')
    .values({
      council_id: councilOf(db),
      id: supportId,
      person_id: help.personId,
      kind: 'short-term',
      what: help.what,
      started_on: help.metOn,
      until_on: help.untilOn,
      weekly_pence: help.howOften === 'weekly' ? help.costPence : 0,
    })
    .execute();
  return keepHelp(db, { ...help, supportId, entryId });
}

/** The entry, and in it the fact that law asks for. */
async function writeOfIt(db: CouncilDb, help: NewUrgentHelp): Promise<string> {
  const happenedAt = nowOf(db);
  const { id, kind } = await conversationToWriteIn(db, help.personId, null, happenedAt);
  const done = whatWasDone(help);
  const noticed = `${help.why}\n${done}`;
  const entryId = await saveEntry(db, {
    personId: help.personId,
    conversationId: id,
    kind,
    happenedAt,
    isWithPerson: help.isWithPerson,
    noticed,
    title: 'Something urgent was met at once',
  });
  await tagFact(db, {
    entry: await findEntry(db, entryId),
    voice: 'noticed',
    startsAt: noticed.length - done.length,
    endsAt: noticed.length,
    kind: 'urgent-need',
    details: {
      metOn: help.metOn,
      what: help.what,
      until: help.untilOn,
      cost: costInWords(help),
      why: help.why,
    },
  });
  return entryId;
}

/** Keeps one stretch of urgent help on a support, with the plan it changes at once. */
export async function keepHelp(
  db: CouncilDb,
  help: Omit<NewUrgentHelp, 'isWithPerson'> & { supportId: string; entryId: string },
): Promise<string> {
  const id = newId();
  const actor = actorOf(db);
  await sql`insert into urgent_help (council_id, id, person_id, team_id, plan_id, support_id, entry_id, met_on, what,
      until_on, cost_pence, how_often, why, met_by)
    values (${councilOf(db)}, ${id}, ${help.personId}, ${actor.teamIds[0] ?? null},
      (select id from plan where council_id = ${councilOf(db)} and person_id = ${help.personId} and state = 'standing'),
      ${help.supportId}, ${help.entryId}, ${help.metOn}, ${help.what}, ${help.untilOn}, ${help.costPence},
      ${help.howOften}, ${help.why}, ${actor.accountId})`.execute(db);
  return id;
}

const helpRows = sql`select u.id, u.person_id as "personId", u.support_id as "supportId", u.what, u.met_on as "metOn",
    u.until_on as "untilOn", u.cost_pence as "costPence", u.how_often as "howOften", u.why, a.name as "metBy",
    u.looked_again_on as "lookedAgainOn", u.looked_again_words as "lookedAgainWords", u.then_what as "thenWhat"
  from urgent_help u join account a on a.council_id = u.council_id and a.id = u.met_by`;

const helpWhere = (db: CouncilReader, which: RawBuilder<unknown>) =>
  readRows<UrgentHelp>(db, sql`${helpRows} where u.council_id = ${councilOf(db)} and ${which}`);

/** The urgent help somebody has had, what nobody has looked at again first. */
export async function urgentHelpOf(db: CouncilReader, personId: string, most = 50): Promise<UrgentHelp[]> {
  return helpWhere(
    db,
    sql`u.person_id = ${personId} order by u.looked_again_on is not null, u.met_on desc, u.id limit ${most}`,
  );
}

/** One stretch of urgent help, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findUrgentHelp(db: CouncilReader, id: string): Promise<UrgentHelp> {
  const [help] = await helpWhere(db, sql`u.id = ${id}`);
  if (!help) throw new Unknown();
  return help;
}

/** F6: its support has ended some other way, so there is nothing left to look at again. */
export async function settleUrgentHelp(db: CouncilDb, supportId: string, words: string): Promise<void> {
  await db
    .updateTable('urgent_help')
    .set({ looked_again_on: dayOf(nowOf(db)), looked_again_words: words, then_what: 'ended' })
    .where('council_id', '=', councilOf(db))
    .where('support_id', '=', supportId)
    .where('looked_again_on', 'is', null)
    .execute();
}

/** The latest stretch of urgent help on a support; null when it is no urgent help. */
export async function urgentHelpOn(db: CouncilReader, supportId: string): Promise<UrgentHelp | null> {
  const [help] = await helpWhere(
    db,
    sql`u.support_id = ${supportId} order by u.looked_again_on is not null, u.met_on desc, u.id desc limit 1`,
  );
  return help ?? null;
}
