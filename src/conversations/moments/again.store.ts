import { sql } from 'kysely';
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
import { newId } from '../../platform/ids.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { findFact } from '../facts.store.ts';
import { type FactName, factKind } from '../facts.ts';

/** Something said before, offered back to be put right or said to be right still (R2). */
export interface OfferedBack {
  factId: string;
  entryId: string;
  kind: FactName;
  phrase: string;
  saidBy: string;
  happenedOn: Day;
  details: Record<string, string>;
  /** The last day it was said to be right still, and by whom; null when never since. */
  stillRightOn: Day | null;
  stillRightBy: string | null;
}

/** What lasts: who they are and how they live. What was done on a day needs no saying again. */
export const lasting: readonly FactName[] = [
  'what-matters',
  'wanted-outcome',
  'unable',
  'impact',
  'other-help',
  'what-was-tried',
  'permission',
  'reasonable-adjustment',
  'may-have-needs',
  'carer-asked',
  'carer-willing',
  'carer-able',
  'carer-wishes',
  'how-to-come-back',
];

/**
 * R2: the latest word on each lasting thing from a person’s whole story, so that nobody tells it twice. A thing
 * said of several parts of life, or of several kinds of help, comes once for each.
 */
export async function factsToOfferBack(
  db: CouncilReader,
  personId: string,
  most = 40,
): Promise<OfferedBack[]> {
  return readRows<OfferedBack>(
    db,
    sql`select f.id as "factId", f.entry_id as "entryId", f.kind, f.phrase, f.said_by as "saidBy",
        f.happened_on as "happenedOn", f.details, s.said_on as "stillRightOn", s.said_by as "stillRightBy"
      from (select distinct on (kind, coalesce(details->>'outcome', lower(details->>'what'), '')) *
          from fact where council_id = ${councilOf(db)} and person_id = ${personId} and is_current
            and kind = any (${lasting}::text[])
          order by kind, coalesce(details->>'outcome', lower(details->>'what'), ''), happened_on desc,
            recorded_at desc, id desc) f
      left join lateral (select said_on, said_by from fact_said_again a
          where a.council_id = ${councilOf(db)} and a.fact_id = f.id order by said_on desc, id desc limit 1) s on true
      order by array_position(${lasting}::text[], f.kind), f.happened_on desc limit ${most}`,
  );
}

/** R2: it is right still. Keeps who said so today; refuses for what has been corrected since. */
export async function saySaidAgain(
  db: CouncilDb,
  fact: Awaited<ReturnType<typeof findFact>>,
  saidBy: string,
): Promise<Refusal | null> {
  if (!fact.isCurrent)
    return refuse('R2', 'these words have been put right since', 'go by the later words, or put those right');
  const id = newId();
  await db
    .insertInto('fact_said_again')
    .values({
      council_id: councilOf(db),
      id,
      fact_id: fact.id,
      person_id: fact.personId,
      said_on: dayOf(nowOf(db)),
      said_by: saidBy,
      recorded_by: actorOf(db).accountId,
    })
    .execute();
  await tellTimeline(db, {
    personId: fact.personId,
    at: nowOf(db),
    kind: 'said-again',
    title: `Still right: ${factKind(fact.kind).title}`,
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', who: saidBy, words: fact.phrase }],
    link: `/entries/${fact.entryId}/facts`,
    sourceId: id,
  });
  return null;
}
