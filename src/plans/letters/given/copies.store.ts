import { sql } from 'kysely';
import { tellTimeline } from '../../../people/timeline/timeline.store.ts';
import type { Day } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { kindsInWords, type LetterKind } from '../letter.ts';
import type { Way } from './ways.ts';

/** A copy that was given. */
export interface CopySent {
  sentOn: Day;
  /** As it ends a sentence: 'in large print'. */
  format: string;
  how: Way;
  toWhom: string;
  isToPerson: boolean;
  formatBecause: string | null;
  sentBy: string;
}

export interface CopyOf {
  of: LetterKind;
  /** The plan, decision, conversation, money record or move it is a copy of. */
  id: string;
}

export interface NewCopySent {
  personId: string;
  sentOn: Day;
  format: string;
  toWhom: string;
  how?: Way;
  isToPerson?: boolean;
  formatBecause?: string | null;
}

const column = {
  plan: 'plan_id',
  determination: 'determination_id',
  advice: 'determination_id',
  'needs-assessment': 'conversation_id',
  'told-beforehand': 'conversation_id',
  'financial-assessment': 'financial_assessment_id',
  'move-difference': 'move_id',
} as const satisfies Record<LetterKind, string>;

/** Keeps that a copy was given, to whom, how and in what format, and tells the story (Care Act 2014 ss12, 13, 17, 25). Asks no rule: the caller has. */
export async function saveCopySent(db: CouncilDb, { of, id }: CopyOf, sent: NewCopySent): Promise<void> {
  await db
    .insertInto('copy_sent')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: sent.personId,
      of,
      [column[of]]: id,
      sent_on: sent.sentOn,
      format: sent.format,
      format_because: sent.formatBecause ?? null,
      how: sent.how ?? 'by-hand',
      to_whom: sent.toWhom,
      is_to_person: sent.isToPerson ?? true,
      sent_by: actorOf(db).accountId,
    })
    .execute();
  await tellTimeline(db, {
    personId: sent.personId,
    at: nowOf(db),
    kind: 'copy-sent',
    title: `A letter was given: ${kindsInWords[of].title.replace(/^./, (first) => first.toLowerCase())}`,
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words: `To ${sent.toWhom}, ${sent.format}.` }],
    link: `/letters/${kindsInWords[of].place}/${id}`,
  });
}

/** The copies of one thing that were given, latest first. */
export async function copiesOf(db: CouncilReader, { of, id }: CopyOf): Promise<CopySent[]> {
  return readRows<CopySent>(
    db,
    sql`select s.sent_on as "sentOn", s.format, s.how, s.to_whom as "toWhom", s.is_to_person as "isToPerson",
      s.format_because as "formatBecause", a.name as "sentBy"
    from copy_sent s join account a on a.council_id = s.council_id and a.id = s.sent_by
    where s.council_id = ${councilOf(db)} and s.of = ${of} and s.${sql.ref(column[of])} = ${id}
    order by s.sent_on desc, s.id desc limit 50`,
  );
}
