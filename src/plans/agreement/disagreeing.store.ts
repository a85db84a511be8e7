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
import { howToChallenge } from '../letters/challenge.ts';
import type { Plan } from '../plan.ts';
import { whatGoesDown } from './going-down.ts';

/**
 * P1: keeps that somebody did not agree to less: their words, what would have gone down, the plan as it was read
 * to them, and the ways to challenge they were told. The plan that stands is left as it is. Said again about the
 * same plan it is kept once.
 */
export async function keepDisagreement(db: CouncilDb, plan: Plan, kept: Plan, words: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`insert into plan_not_agreed (council_id, id, person_id, plan_id,
      kept_plan_id, plan_version, said_on, words, would_go_down, as_written, told_how_to_challenge, kept_by)
    select ${councilOf(db)}, ${newId()}, ${plan.personId}, ${plan.id}, ${kept.id}, ${plan.version},
      ${dayOf(nowOf(db))}, ${words}, ${whatGoesDown(kept, plan)}, ${JSON.stringify(plan)}, ${[...howToChallenge]},
      ${actorOf(db).accountId}
    where not exists (select from plan_not_agreed where council_id = ${councilOf(db)} and plan_id = ${plan.id}
      and plan_version = ${plan.version} and words = ${words})
    returning id`.execute(db);
  const [row] = rows;
  if (!row) return;
  await tellTimeline(db, {
    personId: plan.personId,
    at: nowOf(db),
    kind: 'plan-not-agreed',
    title: 'A plan with less in it was not agreed, and the plan that stands goes on',
    byLine: actorOf(db).name,
    voices: [
      { voice: 'said', words },
      { voice: 'note', who: 'Told how to challenge', words: howToChallenge.join('\n') },
    ],
    link: `/plans/${plan.id}`,
    sourceId: row.id,
  });
}

/** A plan somebody did not agree to, which kept the one that stood. */
export interface Disagreement {
  planId: string;
  /** The plan that stood, and still does. */
  keptPlanId: string;
  saidOn: Day;
  words: string;
  wouldGoDown: string[];
  toldHowToChallenge: string[];
  keptBy: string;
}

/** What somebody did not agree to, latest first. */
export async function disagreementsOf(db: CouncilReader, personId: string): Promise<Disagreement[]> {
  return readRows<Disagreement>(
    db,
    sql`select n.plan_id as "planId", n.kept_plan_id as "keptPlanId", n.said_on as "saidOn", n.words, n.would_go_down as "wouldGoDown",
        n.told_how_to_challenge as "toldHowToChallenge", a.name as "keptBy"
      from plan_not_agreed n join account a on a.council_id = n.council_id and a.id = n.kept_by
      where n.council_id = ${councilOf(db)} and n.person_id = ${personId} order by n.said_on desc, n.id desc limit 20`,
  );
}
