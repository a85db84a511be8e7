import { sql } from 'kysely';
import { comeAlongside } from '../people/opening.store.ts';
import { tellTimeline } from '../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../platform/db/council.ts';
import { Conflict, Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import {
  type Conversation,
  type ConversationKind,
  kindInWords,
  type OpenedByException,
} from './conversation.ts';
import { ruleSetOf } from './rule-set.ts';

export interface NewConversation {
  personId: string;
  kind: ConversationKind;
  /** The team that answers; the acting worker's own unless said. */
  teamId?: string | null;
  /** Earlier than now when it is written up afterwards. */
  openedAt?: Date;
  namedAccountId?: string | null;
  coverAccountId?: string | null;
  openedByException?: OpenedByException | null;
  /** How the story tells of it. */
  title?: string;
}

/** Holds a person's row until this transaction ends, so that what opens and rests with them happens one at a time. */
export async function holdPerson(db: CouncilDb, personId: string): Promise<void> {
  const [row] = await readRows(
    db,
    sql`select id from person where council_id = ${councilOf(db)} and id = ${personId} for update`,
  );
  if (!row) throw new Unknown();
}

/**
 * Opens a conversation under the rules of the day, brings the team alongside, and tells the story. Holds the
 * person's row, so two people opening at once come one after the other. Asks no rule: the caller has.
 */
export async function openConversation(db: CouncilDb, conversation: NewConversation): Promise<string> {
  await holdPerson(db, conversation.personId);
  const id = newId();
  const actor = actorOf(db);
  const openedAt = conversation.openedAt ?? nowOf(db);
  const teamId = conversation.teamId ?? actor.teamIds[0] ?? null;
  await comeAlongside(
    db,
    conversation.personId,
    teamId ? { teamId } : { accountId: actor.accountId },
    'conversation',
  );
  await db
    .insertInto('conversation')
    .values({
      council_id: councilOf(db),
      id,
      person_id: conversation.personId,
      kind: conversation.kind,
      team_id: teamId,
      rule_set_id: await ruleSetOn(db, dayOf(openedAt)),
      opened_at: openedAt,
      opened_by: actor.accountId,
      named_account_id: conversation.namedAccountId ?? null,
      cover_account_id: conversation.coverAccountId ?? null,
      opened_by_exception: conversation.openedByException ?? null,
    })
    .execute();
  await tellTimeline(db, {
    personId: conversation.personId,
    at: openedAt,
    kind: 'conversation-opened',
    title: conversation.title ?? `Conversation ${conversation.kind} began: ${kindInWords[conversation.kind]}`,
    byLine: actor.name,
    sourceId: id,
  });
  return id;
}

async function ruleSetOn(db: CouncilReader, day: Day): Promise<string | null> {
  const [row] = await readRows<{ id: string }>(
    db,
    sql`select id from rule_set where council_id = ${councilOf(db)} and starts_on <= ${day}
      order by starts_on desc, id desc limit 1`,
  );
  return row?.id ?? null;
}

interface ConversationRow extends Omit<Conversation, 'rules'> {
  rules: unknown;
}

const conversationRows = sql`select c.id, c.person_id as "personId", c.kind, c.team_id as "teamId", t.name as "teamName", r.rules,
    c.opened_at as "openedAt", c.resting_on as "restingOn", c.named_account_id as "namedAccountId", named.name as "namedPerson",
    c.cover_account_id as "coverAccountId", cover.name as cover, c.opened_by_exception as "openedByException",
    c.how_to_come_back as "howToComeBack", c.check_back_on as "checkBackOn", c.check_back_declined as "checkBackDeclined",
    c.what_changed as "whatChanged", c.persons_view as "personsView", c.what_next as "whatNext", c.version
  from conversation c
  left join team t on t.council_id = c.council_id and t.id = c.team_id
  left join rule_set r on r.council_id = c.council_id and r.id = c.rule_set_id
  left join account named on named.council_id = c.council_id and named.id = c.named_account_id
  left join account cover on cover.council_id = c.council_id and cover.id = c.cover_account_id`;

const asConversation = (row: ConversationRow): Conversation => ({
  ...row,
  rules: ruleSetOf(row.rules ? { rules: row.rules } : null),
});

/** A conversation, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findConversation(db: CouncilReader, id: string): Promise<Conversation> {
  const [row] = await readRows<ConversationRow>(
    db,
    sql`${conversationRows} where c.council_id = ${councilOf(db)} and c.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return asConversation(row);
}

/** The same, held until this transaction ends: for acts that must come one at a time. */
export async function holdConversation(db: CouncilDb, id: string): Promise<Conversation> {
  const [row] = await readRows<ConversationRow>(
    db,
    sql`${conversationRows} where c.council_id = ${councilOf(db)} and c.id = ${id} for update of c`,
  );
  if (!row) throw new Unknown();
  return asConversation(row);
}

/** The conversation open with a person, the latest when there are several; of one kind when asked. */
export async function openConversationOf(
  db: CouncilReader,
  personId: string,
  kind: ConversationKind | null = null,
): Promise<Conversation | null> {
  const [row] = await readRows<ConversationRow>(
    db,
    sql`${conversationRows} where c.council_id = ${councilOf(db)} and c.person_id = ${personId} and c.resting_on is null
      and (${kind}::smallint is null or c.kind = ${kind}::smallint) order by c.opened_at desc, c.id desc limit 1`,
  );
  return row ? asConversation(row) : null;
}

/**
 * The conversation something written belongs to: the one chosen while it is still open, otherwise the one open,
 * otherwise a new conversation 1 on the same record (R1, R2), begun when it happened.
 */
export async function conversationToWriteIn(
  db: CouncilDb,
  personId: string,
  chosen: string | null,
  happenedAt: Date,
): Promise<Conversation> {
  await holdPerson(db, personId);
  const asked = chosen ? await findConversation(db, chosen) : null;
  if (asked && asked.personId === personId && !asked.restingOn) return asked;
  const open = await openConversationOf(db, personId);
  return (
    open ?? findConversation(db, await openConversation(db, { personId, kind: 1, openedAt: happenedAt }))
  );
}

/** A person's conversations, open ones first, then the latest; at most `most`. */
export async function conversationsOf(
  db: CouncilReader,
  personId: string,
  most = 50,
): Promise<Conversation[]> {
  const rows = await readRows<ConversationRow>(
    db,
    sql`${conversationRows} where c.council_id = ${councilOf(db)} and c.person_id = ${personId}
      order by c.resting_on is not null, c.opened_at desc, c.id desc limit ${most}`,
  );
  return rows.map(asConversation);
}

/** How a conversation comes to rest (R1), and what conversation 2 says as it ends (C2-6). */
export interface Resting {
  howToComeBack: string;
  checkBackOn: Day | null;
  checkBackDeclined: boolean;
  whatChanged?: string | null;
  personsView?: string | null;
  whatNext?: 'resting' | 'conversation-3' | null;
}

/** Lets a conversation rest and tells the story how to come back. Asks no rule: the caller has. */
export async function restConversation(
  db: CouncilDb,
  conversation: Conversation,
  resting: Resting,
): Promise<void> {
  const updated = await db
    .updateTable('conversation')
    .set({
      resting_on: dayOf(nowOf(db)),
      how_to_come_back: resting.howToComeBack,
      check_back_on: resting.checkBackOn,
      check_back_declined: resting.checkBackDeclined,
      what_changed: resting.whatChanged ?? null,
      persons_view: resting.personsView ?? null,
      what_next: resting.whatNext ?? null,
      version: conversation.version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', conversation.id)
    .where('version', '=', conversation.version)
    .executeTakeFirst();
  if (!updated.numUpdatedRows)
    throw new Conflict(
      'This conversation was changed while you were looking at it.',
      { who: 'A colleague', words: 'Open it again to see.' },
      resting.howToComeBack,
    );
  await tellTimeline(db, {
    personId: conversation.personId,
    at: nowOf(db),
    kind: 'conversation-resting',
    title: `Conversation ${conversation.kind} is resting`,
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', who: 'How to come back', words: resting.howToComeBack }],
    sourceId: conversation.id,
  });
}
