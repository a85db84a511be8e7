import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { Conflict } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { type Matching, type Visit, type VisitKind, visitInWords } from '../matching.ts';
import { tellMatching } from '../matchings.store.ts';

/** Visits in the order of their days. */
export async function visitsOf(db: CouncilReader, matchingId: string, most = 100): Promise<Visit[]> {
  return readRows<Visit>(
    db,
    sql`select id, kind, planned_on as "plannedOn", happened_on as "happenedOn", persons_words as "personsWords",
        households_words as "householdsWords", left_out_words as "leftOutWords", version
      from matching_visit where council_id = ${councilOf(db)} and matching_id = ${matchingId}
      order by coalesce(happened_on, planned_on), id limit ${most}`,
  );
}

export async function planVisit(
  db: CouncilDb,
  matching: Matching,
  visit: { kind: VisitKind; plannedOn: Day },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('matching_visit')
    .values({
      council_id: councilOf(db),
      id,
      matching_id: matching.id,
      kind: visit.kind,
      planned_on: visit.plannedOn,
    })
    .execute();
  await tellMatching(
    db,
    matching,
    `${visitInWords[visit.kind]} with ${matching.householdName}, planned for ${longDate(visit.plannedOn)}`,
    [],
  );
  return id;
}

/** They agreed to do without a visit of this kind; why is kept beside it. */
export async function leaveOutVisit(
  db: CouncilDb,
  matching: Matching,
  left: { kind: VisitKind; words: string; on: Day },
): Promise<void> {
  await db
    .insertInto('matching_visit')
    .values({
      council_id: councilOf(db),
      id: newId(),
      matching_id: matching.id,
      kind: left.kind,
      planned_on: left.on,
      left_out_words: left.words,
    })
    .execute();
  await tellMatching(db, matching, `Done without: ${visitInWords[left.kind].toLowerCase()}`, [
    { voice: 'agreed', words: left.words },
  ]);
}

/** A visit that has been, in both sides' words. */
export interface VisitBeen {
  happenedOn: Day;
  personsWords: string;
  householdsWords: string;
  version: number;
}

/** Keeps that a visit has been; the matching is held by the caller. */
export async function saveVisitBeen(
  db: CouncilDb,
  matching: Matching,
  visit: Visit,
  been: VisitBeen,
): Promise<void> {
  if (visit.version !== been.version)
    throw new Conflict(
      'Somebody else wrote about this visit while you did.',
      { who: 'What is there now', words: `${visit.personsWords}\n${visit.householdsWords}` },
      `${been.personsWords}\n${been.householdsWords}`,
    );
  await sql`update matching_visit set happened_on = ${been.happenedOn}, persons_words = ${been.personsWords},
      households_words = ${been.householdsWords}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${visit.id}`.execute(db);
  await tellMatching(db, matching, `${visitInWords[visit.kind]} with ${matching.householdName}`, [
    { voice: 'said', words: been.personsWords },
    { voice: 'note', who: matching.householdName, words: been.householdsWords },
  ]);
}
