import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../src/platform/db/council.ts';
import { givesLess } from './never-planning.ts';
import type { World } from './world.ts';

/** How far histories got: what is forbidden is tried only where these come to be. */
export const noReach = {
  restings: 0,
  handedOn: 0,
  crises: 0,
  namedPersonChanged: 0,
  conversations3: 0,
  decisions: 0,
  plansAgreed: 0,
  plansFollowed: 0,
  plansSmaller: 0,
  plansLeaningOnACarer: 0,
  plansNotAgreed: 0,
  catchUps: 0,
  directPayments: 0,
  urgentHelpLookedAt: 0,
  supportEnded: 0,
  sameNeedsMet: 0,
  takenOver: 0,
  movedIn: 0,
};
export type Reached = typeof noReach;

export async function reachedIn(db: CouncilReader, { personId }: World): Promise<Reached> {
  const council = councilOf(db);
  const theirs = sql`council_id = ${council} and person_id = ${personId}`;
  const [row] = await readRows<Reached>(
    db,
    sql`select (select count(*) from conversation where ${theirs} and kind = 1 and resting_on is not null) as restings,
      (select count(*) from contact where ${theirs} and held_by <> answered_by) as "handedOn",
      (select count(*) from conversation where ${theirs} and kind = 2) as crises,
      (select count(*) from named_person_change n join conversation c on c.council_id = n.council_id and c.id = n.conversation_id
        where c.council_id = ${council} and c.person_id = ${personId} and n.from_yes_at is not null and n.to_yes_at is not null) as "namedPersonChanged",
      (select count(*) from conversation where ${theirs} and kind = 3) as "conversations3",
      (select count(*) from determination where ${theirs}) as decisions,
      (select count(*) from plan where ${theirs} and agreement is not null) as "plansAgreed",
      (select count(*) from plan where ${theirs} and state = 'followed-by-a-later-one') as "plansFollowed",
      (select count(*) from plan p join plan e on e.council_id = p.council_id and e.id = p.follows
        where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null and ${givesLess}) as "plansSmaller",
      (select count(distinct p.id) from plan p join plan_need n on n.council_id = p.council_id and n.plan_id = p.id and n.carer_id is not null
        where p.council_id = ${council} and p.person_id = ${personId} and p.agreement is not null) as "plansLeaningOnACarer",
      (select count(*) from plan_not_agreed where ${theirs}) as "plansNotAgreed",
      (select count(*) from catch_up where ${theirs}) as "catchUps",
      (select count(*) from direct_payment where ${theirs}) as "directPayments",
      (select count(*) from urgent_help where ${theirs} and looked_again_on is not null) as "urgentHelpLookedAt",
      (select count(*) from support where ${theirs} and kind <> 'one-off' and ended_on is not null) as "supportEnded",
      (select count(*) from move where ${theirs} and same_needs_from is not null) as "sameNeedsMet",
      (select count(*) from move where ${theirs} and taken_over_on is not null) as "takenOver",
      (select count(*) from matching where council_id = ${council} and moved_in_on is not null) as "movedIn"`,
  );
  return row ?? noReach;
}
