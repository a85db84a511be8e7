import type { CouncilDb, Database } from '../../src/platform/db/council.ts';
import type { TestCouncil } from '../council.ts';
import { forbiddenIn } from './never.ts';
import * as planning from './planning.acts.ts';
import * as protecting from './protecting.acts.ts';
import * as close from './staying-close.acts.ts';
import * as talking from './talking.acts.ts';
import { as, beginWorld, goOn, type World } from './world.ts';

type Act = (world: World) => Promise<void>;
const alone =
  (act: (world: World) => Promise<void>): Act =>
  (world) =>
    act(world);

/** Every act of practice there is, those that lead far more often. */
const acts: readonly [Act, number][] = [
  [talking.getsInTouch, 1],
  [talking.talks, 2],
  [talking.listensAndConnects, 5],
  [alone(talking.marksFact), 5],
  [talking.triesToRest, 2],
  [close.opensCrisis, 3],
  [close.staysClose, 2],
  [close.tellsPeers, 2],
  [close.asksForNamedPerson, 2],
  [close.answersNamedPerson, 2],
  [close.endsCrisis, 4],
  [close.testsWithPeers, 3],
  [close.opensConversation3, 2],
  [planning.buildsALife, 5],
  [planning.changesThePlan, 5],
  [planning.tellsBeforehand, 1],
  [planning.decides, 2],
  [planning.worksOutShare, 1],
  [planning.carerSays, 6],
  [planning.writesPlan, 4],
  [planning.agrees, 5],
  [protecting.answersSafeguarding, 1],
  [protecting.endsEnquiry, 1],
  [protecting.looksAtInvolvement, 1],
  [protecting.advocateComesOrGoes, 1],
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
  reached: {
    restings: number;
    crises: number;
    conversations3: number;
    plansAgreed: number;
    plansFollowed: number;
  };
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

async function reachedIn(db: CouncilDb, { personId }: World): Promise<Played['reached']> {
  const count = (rows: readonly unknown[]) => rows.length;
  const conversations = await db
    .selectFrom('conversation')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  const plans = await db.selectFrom('plan').selectAll().where('person_id', '=', personId).execute();
  return {
    restings: count(conversations.filter(({ kind, resting_on }) => kind === 1 && resting_on)),
    crises: count(conversations.filter(({ kind }) => kind === 2)),
    conversations3: count(conversations.filter(({ kind }) => kind === 3)),
    plansAgreed: count(plans.filter(({ agreement }) => agreement)),
    plansFollowed: count(plans.filter(({ state }) => state === 'followed-by-a-later-one')),
  };
}

export interface AllPlayed {
  histories: number;
  acts: number;
  forbidden: Played[];
  refusals: Record<string, number>;
  reached: Played['reached'];
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
    reached: { restings: 0, crises: 0, conversations3: 0, plansAgreed: 0, plansFollowed: 0 },
  };
  let next = first;
  const hand = async () => {
    for (let seed = next++; seed < first + many; seed = next++) {
      const played = await playHistory(database, council, seed, length);
      all.histories += 1;
      all.acts += played.acts;
      if (played.forbidden.length) all.forbidden.push(played);
      for (const [rule, times] of played.refusals) all.refusals[rule] = (all.refusals[rule] ?? 0) + times;
      for (const name of Object.keys(all.reached) as (keyof Played['reached'])[])
        all.reached[name] += played.reached[name];
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return all;
}
