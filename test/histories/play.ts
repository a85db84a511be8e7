import type { Database } from '../../src/platform/db/council.ts';
import type { TestCouncil } from '../council.ts';
import * as living from './living.acts.ts';
import * as moving from './moving.acts.ts';
import { forbiddenIn } from './never.ts';
import * as planning from './planning.acts.ts';
import * as protecting from './protecting.acts.ts';
import { noReach, type Reached, reachedIn } from './reached.ts';
import * as home from './sharing-home.acts.ts';
import * as close from './staying-close.acts.ts';
import * as talking from './talking.acts.ts';
import { as, beginWorld, goOn, type World, wait } from './world.ts';
import { writesPlan } from './writing-plans.acts.ts';

type Act = (world: World) => Promise<unknown>;
const alone =
  (act: (world: World) => Promise<unknown>): Act =>
  (world) =>
    act(world);

/** Every act of practice there is, those that lead far more often. */
const acts: readonly [Act, number][] = [
  [talking.getsInTouch, 1],
  [talking.handsOn, 2],
  [talking.talks, 1],
  [talking.listensAndConnects, 6],
  [talking.saysAtAnyMoment, 2],
  [alone(talking.marksFact), 2],
  [alone(talking.triesToRest), 2],
  [close.opensCrisis, 3],
  [close.staysClose, 2],
  [close.tellsPeers, 1],
  [close.spendsALittle, 2],
  [close.changesNamedPerson, 4],
  [close.endsCrisis, 3],
  [close.testsWithPeers, 2],
  [close.opensConversation3, 2],
  [planning.buildsALife, 8],
  [planning.changesThePlan, 12],
  [planning.tellsBeforehand, 1],
  [planning.decides, 1],
  [planning.worksOutShare, 1],
  [planning.carerSays, 7],
  [writesPlan, 2],
  [planning.agrees, 4],
  [protecting.answersSafeguarding, 1],
  [protecting.endsEnquiry, 1],
  [protecting.looksAtInvolvement, 1],
  [protecting.advocateComesOrGoes, 2],
  [moving.movesHere, 2],
  [moving.movesAway, 2],
  [alone(moving.knowsMore), 1],
  [moving.meetsTheSame, 1],
  [moving.explainsDifference, 2],
  [moving.isTakenOver, 1],
  [moving.doesNotMove, 1],
  [alone(living.endsSupport), 2],
  [living.meetsUrgently, 2],
  [living.looksAgain, 2],
  [living.catchesUp, 4],
  [living.asksForCatchUp, 1],
  [living.paysDirectly, 2],
  [home.sharesAHome, 3],
  [alone(home.answers), 1],
  [alone(home.movesIn), 1],
  [alone(home.movesOut), 1],
];
const bag: Act[] = acts.flatMap(([act, often]) => Array.from({ length: often }, () => act));

/** What one history came to. */
export interface Played {
  seed: number;
  acts: number;
  forbidden: string[];
  told: string[];
  refusals: ReadonlyMap<string, number>;
  /** How many of each of these came to be, so that a suite that reaches nothing is seen. */
  reached: Reached;
}

class Rolled extends Error {}

/** Plays one random history through the product's own stores and rules, looks for what must never be, and rolls back. */
export async function playHistory(
  database: Database,
  council: TestCouncil,
  seed: number,
  length: number,
): Promise<Played> {
  let played: Played | null = null;
  try {
    await database.transaction().execute(async (transaction) => {
      const world = await beginWorld(transaction, council, seed);
      for (let at = 0; at < length; at += 1) {
        const act = bag[world.luck.between(0, bag.length - 1)];
        await act?.(world);
        // Nothing happens at the same instant as what went before, so that the order can be told afterwards.
        wait(world, 1);
        if (world.luck.happens(0.5)) goOn(world);
      }
      const db = await as(world, council.accounts.rowan);
      played = {
        seed,
        acts: world.told.length,
        told: world.told,
        refusals: world.refusals,
        forbidden: await forbiddenIn(db, world),
        reached: await reachedIn(db, world),
      };
      throw new Rolled();
    });
  } catch (thrown) {
    if (!(thrown instanceof Rolled)) throw new Error(`history ${seed}`, { cause: thrown });
  }
  if (!played) throw new Error(`history ${seed} came to nothing`);
  return played;
}

export interface AllPlayed {
  histories: number;
  acts: number;
  forbidden: Played[];
  refusals: Record<string, number>;
  reached: Reached;
}

/** Plays many, `atOnce` at a time on connections of their own. */
export async function playHistories(
  database: Database,
  council: TestCouncil,
  { first, many, length, atOnce }: { first: number; many: number; length: number; atOnce: number },
): Promise<AllPlayed> {
  const all: AllPlayed = {
    histories: 0,
    acts: 0,
    forbidden: [],
    refusals: {},
    reached: { ...noReach },
  };
  let next = first;
  const hand = async () => {
    for (let seed = next++; seed < first + many; seed = next++) {
      const played = await playHistory(database, council, seed, length);
      all.histories += 1;
      all.acts += played.acts;
      if (played.forbidden.length) all.forbidden.push(played);
      for (const [rule, times] of played.refusals) all.refusals[rule] = (all.refusals[rule] ?? 0) + times;
      for (const name of Object.keys(all.reached) as (keyof Reached)[])
        all.reached[name] += played.reached[name];
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return all;
}
