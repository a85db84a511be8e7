import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { CopySent } from './given/copies.store.ts';
import type { Sendable } from './given/may-send.ts';
import type { LetterKind } from './letter.ts';

/** Something that can be printed for somebody, what went out of it, and whether they still must be given it. */
export interface LetterOfTheirs {
  of: LetterKind;
  thingId: string;
  conversationId: string | null;
  /** A copy from this day on is a copy of it as it stands; null where nothing stands yet, or any counts. */
  since: Day | null;
  isOwed: boolean;
  copies: CopySent[];
}

const letterRows = sql`select l.of, l.thing_id as "thingId", l.person_id as "personId", l.conversation_id as "conversationId",
    l.since_on as since, exists (select from copy_owed o where o.council_id = l.council_id and o.person_id = l.person_id
      and o.of = l.of and o.thing_id = l.thing_id) as "isOwed",
    coalesce((select json_agg(json_build_object('sentOn', s.sent_on, 'format', s.format, 'how', s.how, 'toWhom', s.to_whom,
        'isToPerson', s.is_to_person, 'formatBecause', s.format_because, 'sentBy', a.name) order by s.sent_on desc, s.id desc)
      from copy_sent s join account a on a.council_id = s.council_id and a.id = s.sent_by
      where s.council_id = l.council_id and s.person_id = l.person_id and s.of = l.of
        and coalesce(s.plan_id, s.determination_id, s.conversation_id, s.financial_assessment_id, s.move_id) = l.thing_id), '[]') as copies
  from letter l`;

/** Everything of a person's that can be printed, what is still to be given first, then latest first. */
export async function lettersOf(db: CouncilReader, personId: string): Promise<LetterOfTheirs[]> {
  return readRows<LetterOfTheirs>(
    db,
    sql`select * from (${letterRows} where l.council_id = ${councilOf(db)} and l.person_id = ${personId}) theirs
      order by "isOwed" desc, since desc nulls first, of, "thingId" limit 100`,
  );
}

/** One of them, with whose it is; `Unknown` when there is none. Open the person (W5) before showing any of it. */
export async function findLetter(
  db: CouncilReader,
  of: LetterKind,
  thingId: string,
): Promise<LetterOfTheirs & { personId: string }> {
  const [letter] = await readRows<LetterOfTheirs & { personId: string }>(
    db,
    sql`${letterRows} where l.council_id = ${councilOf(db)} and l.of = ${of} and l.thing_id = ${thingId}`,
  );
  if (!letter) throw new Unknown();
  return letter;
}

/** One of a person's own; null when it is not theirs, or is not at all. */
export async function letterOfPerson(
  db: CouncilReader,
  personId: string,
  of: LetterKind,
  thingId: string,
): Promise<LetterOfTheirs | null> {
  const [letter = null] = await readRows<LetterOfTheirs>(
    db,
    sql`${letterRows} where l.council_id = ${councilOf(db)} and l.person_id = ${personId}
      and l.of = ${of} and l.thing_id = ${thingId}`,
  );
  return letter;
}

/** What is known of it to the rule on sending. */
export function sendableOf({ of, since, copies }: LetterOfTheirs): Sendable {
  const theirs = copies
    .filter(({ isToPerson, sentOn }) => isToPerson && (since === null || sentOn >= since))
    .map(({ sentOn }) => sentOn)
    .toSorted();
  return {
    since,
    isBeforeItStands: since === null && of !== 'told-beforehand',
    personHasItOn: theirs[0] ?? null,
  };
}
