import { hopedHomeOf, saveHopedHome } from '../../../src/plans/shared-lives/hoped-home.store.ts';
import {
  householdsToChoose,
  makeHousehold,
} from '../../../src/plans/shared-lives/households/households.store.ts';
import {
  type Matching,
  mayAnswer,
  mayBegin,
  mayHaveHappened,
  mayPlanVisit,
  type Side,
  type VisitKind,
  type YesOrNo,
} from '../../../src/plans/shared-lives/matching.ts';
import {
  beginMatching,
  findMatching,
  matchingsOf,
  saveAnswer,
} from '../../../src/plans/shared-lives/matchings.store.ts';
import { moveIn } from '../../../src/plans/shared-lives/moving-in.store.ts';
import { planVisit, saveVisitBeen, visitsOf } from '../../../src/plans/shared-lives/visits/visits.store.ts';
import { addDays, type Day, dayOf } from '../../../src/platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../src/platform/db/council.ts';
import { sharedHomes } from '../households.ts';
import type { HopedHomeAct, PersonKey, VisitAct } from '../script.ts';
import { actAs, allowed, daysAgo, instantOf, known, type Stage } from './stage.ts';
import { writeDown } from './writing.ts';

/** The homes that share, as the scheme has approved them. */
export async function openTheHomes(stage: Stage, db: CouncilDb): Promise<void> {
  for (const { approvedDaysAgo, approvedForDays, ...words } of sharedHomes)
    await makeHousehold(db, {
      ...words,
      approvedOn: daysAgo(stage, approvedDaysAgo),
      approvalUntilOn: daysAgo(stage, -approvedForDays),
      notNowUntilOn: null,
      isActive: true,
    });
}

/** P5: the person's own side comes first. */
export async function playHopedHome(
  stage: Stage,
  person: PersonKey,
  act: HopedHomeAct,
  db: CouncilDb,
): Promise<void> {
  const said = { whatHomeWouldBe: act.words, wouldNotWork: act.wouldNotWork, version: 0 };
  await saveHopedHome(db, known(stage.people, person), said);
}

const kinds: Record<Exclude<VisitAct['visit'], 'moved in'>, VisitKind> = {
  tea: 'tea',
  overnight: 'overnight',
  weekend: 'weekend',
  'looking in': 'after-moving-in',
};

/** P5: a visit is planned before it is made; after a weekend each side answers, and a no at any time ends it. */
export async function playVisit(stage: Stage, person: PersonKey, act: VisitAct): Promise<void> {
  const on = dayOf(instantOf(stage, act.at));
  if (act.visit === 'moved in') return playMovedIn(stage, person, act, on);
  const kind = kinds[act.visit];
  const matching = await planned(stage, person, act, { kind, on });
  const db = await actAs(stage, act.by, instantOf(stage, act.at));
  const visit = (await visitsOf(db, matching.id)).find(({ plannedOn }) => plannedOn === on);
  if (!visit) throw new Error(`Nobody planned the visit of ${person} to ${act.household}.`);
  allowed(mayHaveHappened(matching, visit, on, on), `write of the visit to ${act.household}`);
  const been = { happenedOn: on, personsWords: act.words, householdsWords: act.householdWords, version: 1 };
  await saveVisitBeen(db, matching, visit, been);
  await playAnswers(db, matching, act, on);
  if (act.nextInDays === undefined) return;
  await planVisit(db, matching, { kind, plannedOn: addDays(on, act.nextInDays) });
}

/** Plans it some days before, and begins getting to know each other where the script says why. */
async function planned(
  stage: Stage,
  person: PersonKey,
  act: VisitAct,
  { kind, on }: { kind: VisitKind; on: Day },
): Promise<Matching> {
  const { daysAgo: when, time } = act.at;
  const db = await actAs(stage, act.by, instantOf(stage, { daysAgo: when + 5, time }));
  if (act.begins) await begin(db, known(stage.people, person), act, act.begins);
  const matching = await matchingWith(db, known(stage.people, person), act.household);
  allowed(mayPlanVisit(matching, kind), `plan a visit to ${act.household}`);
  if (!(await visitsOf(db, matching.id)).some(({ plannedOn }) => plannedOn === on))
    await planVisit(db, matching, { kind, plannedOn: on });
  return matching;
}

async function begin(
  db: CouncilDb,
  personId: string,
  act: VisitAct,
  said: { whyEachOther: string; whatPersonSaid: string },
): Promise<void> {
  const household = (await householdsToChoose(db)).find(({ name }) => name === act.household);
  if (!household) throw new Error(`No home is called “${act.household}”.`);
  const today = dayOf(nowOf(db));
  const theirs = {
    hasSaidWhatHomeIs: (await hopedHomeOf(db, personId)) !== null,
    knowsThemAlready: (await matchingsOf(db, personId)).some(
      ({ householdId }) => householdId === household.id,
    ),
  };
  allowed(mayBegin(theirs, household, today), `begin with ${act.household}`);
  const { id: householdId, name: householdName } = household;
  await beginMatching(db, { personId, householdId, householdName, beganOn: today, ...said });
}

async function matchingWith(db: CouncilDb, personId: string, household: string): Promise<Matching> {
  const matching = (await matchingsOf(db, personId)).find(({ householdName }) => householdName === household);
  if (!matching) throw new Error(`The script visits ${household} before it says why it would suit both.`);
  return matching;
}

async function playAnswers(db: CouncilDb, matching: Matching, act: VisitAct, on: Day): Promise<void> {
  if (matching.movedInOn) return;
  const said = { person: act.theySaid, household: act.householdSaid };
  for (const side of ['person', 'household'] as const) {
    const answer = said[side];
    if (answer === 'no' || (answer === 'yes' && act.visit === 'weekend'))
      await answerFor(db, matching.id, side, answer, on);
  }
}

async function answerFor(db: CouncilDb, id: string, side: Side, answer: YesOrNo, on: Day): Promise<void> {
  const matching = await findMatching(db, id);
  allowed(mayAnswer(matching, on, on), `answer for the ${side}`);
  await saveAnswer(db, matching, { side, answer, on });
}

/** The scheme says yes the day before, and then the rule lets them move in. */
async function playMovedIn(stage: Stage, person: PersonKey, act: VisitAct, on: Day): Promise<void> {
  const { daysAgo: when, time } = act.at;
  const before = await actAs(stage, act.by, instantOf(stage, { daysAgo: when + 1, time }));
  const { id } = await matchingWith(before, known(stage.people, person), act.household);
  await answerFor(before, id, 'scheme', 'yes', addDays(on, -1));
  const db = await actAs(stage, act.by, instantOf(stage, act.at));
  allowed(await moveIn(db, await findMatching(db, id), on), `let ${person} move in`);
  await writeDown(stage, person, db, act.at, {
    title: `Moved in with ${act.household}`,
    said: act.words,
    noticed: `The household said: ${act.householdWords}`,
  });
}
