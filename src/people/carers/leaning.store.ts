import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { type NewTimelineEvent, tellTimeline } from '../timeline/timeline.store.ts';
import { type Leaning, leaningNoLonger, mayLeanOn, type Statement } from './willing.ts';

/** A need of the plan that stands, the carer it leans on and for what, and what stands of what they said (no words). */
export interface LeanedOn extends Leaning {
  planId: string;
  needId: string;
  need: string;
  /** As they are called on the record of the one they look out for. */
  carer: string;
  statements: Statement[];
}

/** A need whose ground has gone: the plan is open again for it, and nothing is cut. */
export type LeftOpen = Pick<LeanedOn, 'planId' | 'needId' | 'need' | 'carer' | 'thing'>;

interface LeanedOnRow extends Omit<LeanedOn, 'statements'> {
  statements: (Omit<Statement, 'recordedAt'> & { recordedAt: string })[];
}

/** What a person's standing plan leans on, as one JSON list: a part of larger statements, such as the person page's. */
export function leanedOnJson(council: number, personId: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('planId', l.plan_id, 'needId', l.need_id, 'need', l.need,
      'carerId', l.carer_id, 'thing', l.thing, 'carer', coalesce(
        (select a.name from person_around a where a.council_id = ${council} and a.person_id = ${personId}
          and a.carer_person_id = l.carer_id order by a.id limit 1), 'Somebody who looks out for them'),
      'statements', (select coalesce(json_agg(json_build_object('carerId', s.carer_id, 'thing', s.thing, 'side', s.side,
          'answer', s.answer, 'saidOn', s.said_on, 'recordedAt', s.recorded_at)), '[]')
        from carer_statement s where s.council_id = ${council} and s.for_person_id = ${personId}
          and s.carer_id = l.carer_id and s.replaced_by is null)) order by l.need_id), '[]')
    from leaned_on l where l.council_id = ${council} and l.person_id = ${personId} and l.state = 'standing')`;
}

/** Reads `leanedOnJson` again, and leaves what no longer stands. */
export function leftOpenIn(json: unknown, today: Day): LeftOpen[] {
  return gone(asLeanedOn(json), today).map(({ planId, needId, need, carer, thing }) => ({
    planId,
    needId,
    need,
    carer,
    thing,
  }));
}

function asLeanedOn(json: unknown): LeanedOn[] {
  return (json as LeanedOnRow[]).map((row) => ({
    ...row,
    statements: row.statements.map((one) => ({ ...one, recordedAt: new Date(one.recordedAt) })),
  }));
}

const gone = (leanings: readonly LeanedOn[], today: Day): LeanedOn[] =>
  leanings.filter((one) => leaningNoLonger([one], one.statements, today).length > 0);

/**
 * N5: the needs of the plan that stands which lean on what a carer no longer says yes to. Empty again when a later
 * plan stands or the statement does. It names the carer, the need and the thing; nothing of what the carer said.
 */
export async function needsLeftOpen(db: CouncilReader, personId: string): Promise<LeftOpen[]> {
  const [row] = await readRows<{ leanings: unknown }>(
    db,
    sql`select ${leanedOnJson(councilOf(db), personId)} as leanings`,
  );
  return leftOpenIn(row?.leanings ?? [], dayOf(nowOf(db)));
}

/** The things a person's standing plan leans on this carer for. */
export async function thingsLeanedOn(
  db: CouncilReader,
  personId: string,
  carerId: string,
): Promise<string[]> {
  const rows = await readRows<{ thing: string }>(
    db,
    sql`select distinct thing from leaned_on where council_id = ${councilOf(db)} and person_id = ${personId}
      and carer_id = ${carerId} and state = 'standing' order by thing limit 100`,
  );
  return rows.map(({ thing }) => thing);
}

/** How what a plan leans on is found, and its story told: a carer's own page does both by way of the database. */
export interface Ground {
  leanedOn: (db: CouncilDb, personId: string, carerId: string) => Promise<string[]>;
  tell: (db: CouncilDb, event: NewTimelineEvent) => Promise<void>;
}

const groundOfTheRecord: Ground = { leanedOn: thingsLeanedOn, tell: tellTimeline };

/**
 * N5: after a carer said something new, tells the story of the one they look out for that the plan's ground has
 * gone, or stands again. It says which thing, in the plan's own word for it; never what the carer said, or why.
 */
export async function tellWhatChanged(
  db: CouncilDb,
  personId: string,
  before: readonly Statement[],
  after: readonly Statement[],
  carerId: string,
  ground = groundOfTheRecord,
): Promise<void> {
  const today = dayOf(nowOf(db));
  const may = (statements: readonly Statement[], thing: string) =>
    !mayLeanOn(
      statements.filter((one) => one.carerId === carerId),
      thing,
      today,
    );
  for (const thing of await ground.leanedOn(db, personId, carerId)) {
    if (may(before, thing) === may(after, thing)) continue;
    const isBack = may(after, thing);
    await ground.tell(db, {
      personId,
      at: nowOf(db),
      kind: 'plan-ground',
      title: isBack ? 'Something the plan leans on stands again' : 'Something the plan leans on has changed',
      byLine: actorOf(db).name,
      voices: [
        {
          voice: 'note',
          words: isBack
            ? `“${thing}” can be leaned on again.`
            : `The plan is open again for “${thing}”. What runs goes on running meanwhile.`,
        },
      ],
      link: `/people/${personId}/plan`,
    });
  }
}
