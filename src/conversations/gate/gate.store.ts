import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { PeerTest } from './gate.ts';

/** A peer test as it is shown: with names. */
export interface PeerTestShown extends PeerTest {
  id: string;
  presenter: string | null;
  attendees: string[];
  whatWeHeard: string;
  personWasInvited: boolean;
}

/** A conversation with the person, and what it has done, in numbers a sentence can hold. */
export interface ConversationSoFar {
  id: string;
  kind: 1 | 2 | 3;
  openedOn: Day;
  restingOn: Day | null;
  timesTogether: number;
  whatChanged: string | null;
}

export interface RefusedAttempt {
  at: Date;
  by: string;
  rule: string;
  because: string;
  satisfyBy: string;
}

/** Everything the gate is judged by and its page shows. */
export interface GateSoFar {
  conversations: ConversationSoFar[];
  peerTests: PeerTestShown[];
  lastRereadAt: Date | null;
  triedBefore: RefusedAttempt[];
}

const tried = 'open conversation 3';

/** What is known about opening conversation 3 with somebody, in one statement. */
export async function readGate(db: CouncilReader, personId: string): Promise<GateSoFar> {
  const council = councilOf(db);
  const [row] = await readRows<{ gate: GateRow }>(
    db,
    sql`select json_build_object(
      'conversations', (select coalesce(json_agg(to_json(c)), '[]') from (
          select v.id, v.kind, (v.opened_at at time zone 'Europe/London')::date as "openedOn", v.resting_on as "restingOn",
            v.what_changed as "whatChanged",
            (select count(*) from entry e where e.council_id = ${council} and e.conversation_id = v.id and e.is_with_person)
            + (select count(*) from crisis_contact k where k.council_id = ${council} and k.conversation_id = v.id and k.is_with_person)
              as "timesTogether"
          from conversation v where v.council_id = ${council} and v.person_id = ${personId}
          order by v.opened_at desc limit 20) c),
      'peerTests', (select coalesce(json_agg(to_json(t)), '[]') from (
          select s.id, s.shared_at as "sharedAt", s.shared_on as "sharedOn", s.presenter_id as "presenterId",
            p.name as presenter, s.why_1_used_up as "why1UsedUp", s.why_2_used_up as "why2UsedUp",
            s.what_we_heard as "whatWeHeard", s.person_was_invited as "personWasInvited",
            coalesce((select json_agg(a.account_id) from peer_share_attendee a
              where a.council_id = ${council} and a.peer_share_id = s.id), '[]') as "attendeeIds",
            coalesce((select json_agg(c.name order by c.name) from peer_share_attendee a
              join account c on c.council_id = a.council_id and c.id = a.account_id
              where a.council_id = ${council} and a.peer_share_id = s.id), '[]') as attendees
          from peer_share s left join account p on p.council_id = s.council_id and p.id = s.presenter_id
          where s.council_id = ${council} and s.person_id = ${personId} and s.purpose = 'peer-test'
          order by s.shared_at desc, s.id desc limit 10) t),
      'lastRereadAt', (select max(at) from crisis_contact
        where council_id = ${council} and person_id = ${personId} and reread_plan),
      'triedBefore', (select coalesce(json_agg(to_json(r)), '[]') from (
          select r.at, a.name as by, r.rule, r.because, r.satisfy_by as "satisfyBy"
          from refused_attempt r join account a on a.council_id = r.council_id and a.id = r.account_id
          where r.council_id = ${council} and r.person_id = ${personId} and r.tried = ${tried}
          order by r.at desc, r.id desc limit 10) r)
    ) as gate`,
  );
  if (!row) throw new Error('one statement returns one row');
  return asGate(row.gate);
}

type AsJson<Shape> = { [Key in keyof Shape]: Shape[Key] extends Date ? string : Shape[Key] };
interface GateRow {
  conversations: ConversationSoFar[];
  peerTests: AsJson<PeerTestShown>[];
  lastRereadAt: string | null;
  triedBefore: AsJson<RefusedAttempt>[];
}

/** JSON carries instants as text; rules compare instants. */
function asGate({ conversations, peerTests, lastRereadAt, triedBefore }: GateRow): GateSoFar {
  return {
    conversations,
    peerTests: peerTests.map((test) => ({ ...test, sharedAt: new Date(test.sharedAt) })),
    lastRereadAt: lastRereadAt ? new Date(lastRereadAt) : null,
    triedBefore: triedBefore.map((one) => ({ ...one, at: new Date(one.at) })),
  };
}

export interface NewPeerTest {
  personId: string;
  sharedAt: Date;
  presenterId: string;
  attendeeIds: readonly string[];
  personWasInvited: boolean;
  whatWeHeard: string;
  minutes?: number | null;
  why1UsedUp: string;
  why2UsedUp: string;
}

/** Keeps a peer test: dated, with names. The story tells that it happened, not the talk. */
export async function savePeerTest(db: CouncilDb, test: NewPeerTest): Promise<string> {
  const id = newId();
  const council_id = councilOf(db);
  await db
    .insertInto('peer_share')
    .values({
      council_id,
      id,
      person_id: test.personId,
      purpose: 'peer-test',
      shared_on: dayOf(test.sharedAt),
      shared_at: test.sharedAt,
      presenter_id: test.presenterId,
      person_was_invited: test.personWasInvited,
      what_we_heard: test.whatWeHeard,
      minutes: test.minutes ?? null,
      why_1_used_up: test.why1UsedUp,
      why_2_used_up: test.why2UsedUp,
    })
    .execute();
  const attendees = [...new Set(test.attendeeIds)].map((account_id) => ({
    council_id,
    peer_share_id: id,
    account_id,
  }));
  if (attendees.length) await db.insertInto('peer_share_attendee').values(attendees).execute();
  await tellTimeline(db, {
    personId: test.personId,
    at: test.sharedAt,
    kind: 'peer-test',
    title: 'Colleagues talked about whether to build a longer plan',
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words: `${test.why1UsedUp}\n${test.why2UsedUp}` }],
    sourceId: id,
  });
  return id;
}
