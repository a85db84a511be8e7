import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import type { ConversationWritten } from './conversations.forms.ts';
import { type ActionSaid, type Guest, nameKey } from './gathered.ts';

export interface CommunityConversation {
  conversationId: string;
  heldOn: Day;
  place: string;
  hostedBy: string;
  beganWith: string | null;
  heard: string;
  partners: string | null;
  nextOn: Day | null;
  guests: Guest[];
  actions: (ActionSaid & { actionId: string; doneOn: Day | null; became: string | null })[];
}

/** Writes a conversation with who came, who brought whom, and what neighbours will do, in three statements. */
export async function saveConversation(
  db: CouncilDb,
  written: ConversationWritten,
  guests: readonly Guest[],
  actions: readonly ActionSaid[],
): Promise<string> {
  const council = councilOf(db);
  const id = newId();
  await sql`insert into community_conversation (council_id, id, account_id, held_on, place, hosted_by, began_with, heard, partners, next_on, minutes)
    values (${council}, ${id}, ${actorOf(db).accountId}, ${written.heldOn}, ${written.place}, ${written.hostedBy},
      ${written.beganWith}, ${written.heard}, ${written.partners}, ${written.nextOn}, ${written.howLong ?? null})`.execute(
    db,
  );
  const ids = new Map(guests.map(({ knownAs }) => [nameKey(knownAs), newId()]));
  const rows = guests.map(({ knownAs, broughtBy }, position) => ({
    id: ids.get(nameKey(knownAs)),
    position,
    known_as: knownAs,
    brought_by: broughtBy === null ? null : ids.get(nameKey(broughtBy)),
  }));
  await sql`insert into community_guest (council_id, conversation_id, id, position, known_as, brought_by)
    select ${council}, ${id}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, position integer, known_as text, brought_by uuid)`.execute(db);
  const toDo = actions.map((action) => ({ id: newId(), ...action }));
  await sql`insert into community_action (council_id, conversation_id, id, what, owner)
    select ${council}, ${id}, r.* from jsonb_to_recordset(${JSON.stringify(toDo)}::jsonb)
      as r(id uuid, what text, owner text)`.execute(db);
  return id;
}

/** Conversations, newest first, a page at a time. */
export async function readConversations(
  db: CouncilReader,
  wanted: { offset: number; most: number },
): Promise<{ conversations: CommunityConversation[]; count: number }> {
  const council = councilOf(db);
  const conversations = await readRows<CommunityConversation>(
    db,
    sql`${columns} where c.council_id = ${council}
      order by c.held_on desc, c.id desc limit ${wanted.most} offset ${wanted.offset}`,
  );
  const [counted] = await readRows<{ count: number }>(
    db,
    sql`select count(*) as count from community_conversation where council_id = ${council}`,
  );
  return { conversations, count: counted?.count ?? 0 };
}

const columns = sql`select c.id as "conversationId", c.held_on as "heldOn", c.place, c.hosted_by as "hostedBy",
  c.began_with as "beganWith", c.heard, c.partners, c.next_on as "nextOn",
  coalesce((select json_agg(json_build_object('knownAs', g.known_as, 'broughtBy', b.known_as) order by g.position)
    from community_guest g left join community_guest b on b.council_id = g.council_id and b.id = g.brought_by
    where g.council_id = c.council_id and g.conversation_id = c.id), '[]') as guests,
  coalesce((select json_agg(json_build_object('actionId', a.id, 'what', a.what, 'owner', a.owner, 'doneOn', a.done_on,
      'became', a.became) order by a.id)
    from community_action a where a.council_id = c.council_id and a.conversation_id = c.id), '[]') as actions
  from community_conversation c`;

/** @throws Unknown when this council has no such conversation */
export async function readConversation(db: CouncilReader, id: string): Promise<CommunityConversation> {
  const [row] = await readRows<CommunityConversation>(
    db,
    sql`${columns} where c.council_id = ${councilOf(db)} and c.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** A neighbour did what they said, or something else came of it. @throws Unknown when there is no such action */
export async function tellWhatBecame(
  db: CouncilDb,
  conversationId: string,
  actionId: string,
  became: string,
): Promise<void> {
  const told = await sql`update community_action set done_on = ${dayOf(nowOf(db))}, became = ${became}
    where council_id = ${councilOf(db)} and conversation_id = ${conversationId} and id = ${actionId}`.execute(
    db,
  );
  if (!told.numAffectedRows) throw new Unknown();
}
