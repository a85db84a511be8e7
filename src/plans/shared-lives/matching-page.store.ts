import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type Shown, shown } from '../../platform/http/routes.ts';
import { type HopedHome, hopedHomeOf } from './hoped-home.store.ts';
import type { Household } from './households/household.ts';
import { findHousehold, householdsToChoose } from './households/households.store.ts';
import type { Matching, Visit } from './matching.ts';
import { findMatching, holdMatching, matchingsOf } from './matchings.store.ts';
import { type WantingToMoveIn, whatMovingInWants } from './moving-in.ts';
import { visitsOf } from './visits/visits.store.ts';

/** A person's side of Shared Lives. */
export interface SharedLivesValue {
  identity: Identity;
  today: Day;
  hoped: HopedHome | null;
  matchings: Matching[];
  households: Household[];
}

export async function readSharedLives(db: CouncilReader, id: string): Promise<Shown<SharedLivesValue>> {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    hoped: await hopedHomeOf(db, personId),
    matchings: await matchingsOf(db, personId),
    households: await householdsToChoose(db),
  };
  return shown(value, [personId], reason ?? undefined);
}

/** One person and one household getting to know each other. */
export interface MatchingValue {
  identity: Identity;
  today: Day;
  matching: Matching;
  household: Household;
  visits: Visit[];
  /** What is wanting before they may move in today. */
  wanting: WantingToMoveIn[];
}

export async function readMatching(db: CouncilReader, id: string): Promise<Shown<MatchingValue>> {
  const found = await findMatching(db, id);
  const { personId, reason } = await openPerson(db, found.personId);
  const matching = { ...found, personId };
  const household = await findHousehold(db, matching.householdId);
  const visits = await visitsOf(db, id);
  const today = dayOf(nowOf(db));
  const isBefore = matching.movedInOn === null && matching.endedOn === null;
  const value = {
    identity: await identityOf(db, personId),
    today,
    matching,
    household,
    visits,
    wanting: isBefore ? whatMovingInWants(matching, visits, household, household.livingThere, today) : [],
  };
  return shown(value, [personId], reason ?? undefined);
}

/** One visit, to write how it was. */
export interface VisitValue {
  identity: Identity;
  today: Day;
  matching: Matching;
  visit: Visit;
}

export async function readVisit(
  db: CouncilReader,
  matchingId: string,
  visitId: string,
): Promise<Shown<VisitValue>> {
  const { value, about, reason } = await readMatching(db, matchingId);
  const visit = value.visits.find(({ id }) => id === visitId);
  if (!visit) throw new Unknown();
  const { identity, today, matching } = value;
  return shown({ identity, today, matching, visit }, about, reason);
}

/** Opens the person (W5), then holds the matching for a change. */
export async function openMatching(db: CouncilDb, id: string): Promise<Matching> {
  const { personId } = await openPerson(db, (await findMatching(db, id)).personId);
  return { ...(await holdMatching(db, id)), personId };
}
