import { hopedHomeOf, saveHopedHome } from '../../src/plans/shared-lives/hoped-home.store.ts';
import { holdHousehold } from '../../src/plans/shared-lives/households/households.store.ts';
import { gettingToKnow, mayAnswer, mayBegin, mayEnd, sides } from '../../src/plans/shared-lives/matching.ts';
import {
  beginMatching,
  holdMatching,
  matchingsOf,
  saveAnswer,
  saveEnded,
} from '../../src/plans/shared-lives/matchings.store.ts';
import { moveIn } from '../../src/plans/shared-lives/moving-in.store.ts';
import {
  leaveOutVisit,
  planVisit,
  saveVisitBeen,
  visitsOf,
} from '../../src/plans/shared-lives/visits/visits.store.ts';
import type { CouncilDb } from '../../src/platform/db/council.ts';
import { as, asItMostlyGoes, mostly, someDay, someWorker, tell, today, type World } from './world.ts';

const somebody = (world: World): string => world.luck.pick([world.personId, world.otherId]);

/** P5: one of two gets to know the home that has room for one, from the first tea to moving in. */
export const sharesAHome = (world: World): Promise<void> =>
  asItMostlyGoes(world, async () => {
    const who = somebody(world);
    await beginsToKnow(world, who);
    await visits(world, who);
    await allAnswer(world, who);
    await movesIn(world, who);
  });

async function goingOn(db: CouncilDb, who: string) {
  const one = (await matchingsOf(db, who)).find(({ endedOn }) => endedOn === null);
  return one ? holdMatching(db, one.id) : null;
}

export async function beginsToKnow(world: World, who = somebody(world)): Promise<void> {
  const db = await as(world, someWorker(world));
  const hoped = await hopedHomeOf(db, who);
  if (!hoped && mostly(world, true, false))
    await saveHopedHome(db, who, { whatHomeWouldBe: 'A dog.', wouldNotWork: '', version: 0 });
  const household = await holdHousehold(db, world.householdId);
  const about = {
    hasSaidWhatHomeIs: (await hopedHomeOf(db, who)) !== null,
    knowsThemAlready: (await goingOn(db, who)) !== null,
  };
  const refusal = mayBegin(about, household, today(world));
  if (!refusal)
    await beginMatching(db, {
      personId: who,
      householdId: household.id,
      householdName: household.name,
      beganOn: today(world),
      whyEachOther: 'They both like dogs.',
      whatPersonSaid: 'Yes please.',
    });
  tell(world, 'get to know a home', refusal);
}

/** Tea, a night and a weekend: each been, left out with a word on why, or forgotten. */
async function visits(world: World, who: string): Promise<void> {
  const db = await as(world, someWorker(world));
  const matching = await goingOn(db, who);
  if (!matching || matching.movedInOn) return;
  for (const kind of gettingToKnow) {
    if (mostly(world, false, true)) continue;
    if (world.luck.happens(0.3)) {
      await leaveOutVisit(db, matching, { kind, words: 'They know each other.', on: today(world) });
      continue;
    }
    const id = await planVisit(db, matching, { kind, plannedOn: today(world) });
    const visit = (await visitsOf(db, matching.id)).find((one) => one.id === id);
    if (visit && mostly(world, true, false))
      await saveVisitBeen(db, matching, visit, {
        happenedOn: today(world),
        personsWords: 'Good.',
        householdsWords: 'Good.',
        version: visit.version,
      });
  }
  tell(world, 'visits', null);
}

async function allAnswer(world: World, who: string): Promise<void> {
  for (const side of sides) if (mostly(world, true, false)) await answers(world, who, side);
}

export async function answers(
  world: World,
  who = somebody(world),
  side = world.luck.pick(sides),
): Promise<void> {
  const db = await as(world, someWorker(world));
  const matching = await goingOn(db, who);
  if (!matching) return;
  const on = mostly(world, today(world), someDay(world), 0.4);
  const answer = mostly(world, 'yes', 'no', 0.2);
  const refusal = mayAnswer(matching, on, today(world));
  if (!refusal) await saveAnswer(db, matching, { side, answer, on });
  tell(world, `${side} says ${answer} to living together`, refusal);
}

export async function movesIn(world: World, who = somebody(world)): Promise<void> {
  const db = await as(world, someWorker(world));
  const matching = await goingOn(db, who);
  if (!matching) return;
  tell(world, 'move in', await moveIn(db, matching, mostly(world, today(world), someDay(world), 0.3)));
}

export async function movesOut(world: World, who = somebody(world)): Promise<void> {
  const db = await as(world, someWorker(world));
  const matching = await goingOn(db, who);
  if (!matching) return;
  const refusal = mayEnd(matching, today(world), today(world));
  if (!refusal) await saveEnded(db, matching, { on: today(world), words: null });
  tell(world, 'move out', refusal);
}
