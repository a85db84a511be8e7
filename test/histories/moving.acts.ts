import { mayKnow } from '../../src/plans/moving/move.ts';
import {
  beginMove,
  holdMove,
  latestMoveOf,
  saveDidNotHappen,
  saveDifference,
  saveKnown,
  saveTakenOver,
} from '../../src/plans/moving/moves.store.ts';
import { addMoveNeed } from '../../src/plans/moving/needs/move-needs.store.ts';
import { mayNotHappen, mayTakeOver } from '../../src/plans/moving/no-gap.ts';
import { meetSameNeeds } from '../../src/plans/moving/same-needs.store.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { CouncilDb } from '../../src/platform/db/council.ts';
import { endsSupport } from './living.acts.ts';
import {
  as,
  asItMostlyGoes,
  changesNothing,
  goOn,
  mostly,
  someDay,
  someWorker,
  tell,
  today,
  type World,
  wait,
} from './world.ts';

/** P4: somebody moves here, from the first word to the same needs met. */
export const movesHere = (world: World): Promise<void> =>
  asItMostlyGoes(world, async () => {
    await hearsOfMove(world, 'here');
    if (mostly(world, true, false)) await writesWhatWasMet(world);
    if (mostly(world, true, false)) await knowsMore(world);
    if (mostly(world, true, false)) wait(world, 6 * 1_440);
    await meetsTheSame(world);
  });

/** P4: somebody moves away, until their support here stops, or somebody tries to stop it before. */
export const movesAway = (world: World): Promise<void> =>
  asItMostlyGoes(world, async () => {
    await hearsOfMove(world, 'away');
    await knowsMore(world);
    wait(world, 6 * 1_440);
    if (mostly(world, true, false, 0.4)) await isTakenOver(world);
    await endsSupport(world, 'moved-and-met-there');
  });

export async function hearsOfMove(world: World, direction = world.luck.pick(['here', 'away'] as const)) {
  const db = await as(world, someWorker(world));
  await changesNothing(world, db, 'P4 hearing of a move', () =>
    beginMove(db, {
      personId: world.personId,
      direction,
      otherCouncil: 'Marlhaven',
      toldOn: today(world),
      toldBy: 'Ada',
      movesOn: world.luck.pick([addDays(today(world), 5), today(world), addDays(today(world), -20), null]),
    }),
  );
  tell(world, `moving ${direction}`, null);
}

async function theirMove(world: World, db: CouncilDb) {
  const latest = await latestMoveOf(db, world.personId);
  return latest && holdMove(db, latest.id);
}

export async function writesWhatWasMet(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const move = await theirMove(world, db);
  if (!move || move.sameNeedsFrom) return;
  const { luck } = world;
  await addMoveNeed(db, move.id, {
    need: luck.pick(['Getting up', 'Nights']),
    metThere: luck.pick(['Visits', 'Visits', 'Somebody sleeps in']),
    weeklyPence: luck.pick([5_000, 20_000]),
    metHere: luck.pick([null, null, 'Transport']),
  });
  tell(world, 'wrote what was met there', null);
}

export async function knowsMore(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const move = await theirMove(world, db);
  if (!move) return;
  const day = (known: string | null) => known ?? world.luck.pick([today(world), someDay(world), null]);
  const known = {
    satisfiedOn: day(move.satisfiedOn),
    satisfiedWords: mostly(world, 'She has the keys.', ''),
    planPassedOn: day(move.planPassedOn),
    movesOn: move.movesOn ?? today(world),
    movedOn: mostly(world, move.movedOn, someDay(world), 0.3),
    version: move.version,
  };
  const refusal = mayKnow(move, known, today(world));
  if (!refusal) await changesNothing(world, db, 'P4 news of a move', () => saveKnown(db, move, known));
  tell(world, `news of the move ${known.movedOn ?? known.movesOn}`, refusal);
}

export async function meetsTheSame(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const move = await theirMove(world, db);
  if (move) tell(world, 'meet the same needs', await meetSameNeeds(db, move));
}

export async function explainsDifference(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const move = await theirMove(world, db);
  if (!move || move.direction === 'away') return;
  const difference = {
    words: mostly(world, 'Visits come at noon here.', ' ', move.differenceSentOn ? 0 : 0.3),
    sentOn: move.differenceSentOn ?? mostly(world, today(world), null, 0.4),
  };
  await changesNothing(world, db, 'P4 explaining a difference', () => saveDifference(db, move, difference));
  tell(world, `explained what is different${difference.sentOn ? ' in writing' : ''}`, null);
}

export async function isTakenOver(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const move = await theirMove(world, db);
  if (!move) return;
  const on = mostly(world, today(world), someDay(world), 0.5);
  const refusal = mayTakeOver(move, on, today(world));
  const taken = { on, words: 'They rang.', awayOn: move.movedOn ?? move.movesOn ?? on };
  if (!refusal) await changesNothing(world, db, 'P4 taking over', () => saveTakenOver(db, move, taken));
  tell(world, `the other council took over on ${on}`, refusal);
}

export async function doesNotMove(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const move = await theirMove(world, db);
  if (!move) return;
  const refusal = mayNotHappen(move);
  if (!refusal)
    await changesNothing(world, db, 'P4 a move that did not happen', () =>
      saveDidNotHappen(db, move, { on: today(world), words: 'She stayed.' }),
    );
  tell(world, 'the move did not happen', refusal);
  goOn(world);
}
