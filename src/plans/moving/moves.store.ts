import { sql } from 'kysely';
import { comeAlongside } from '../../people/opening.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Day } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { keepDecidedHere } from './decided-here.store.ts';
import type { Direction, KnownOfMove, Move } from './move.ts';

const moveRows = sql`select m.id, m.person_id as "personId", m.direction, m.other_council as "otherCouncil", m.told_on as "toldOn",
    m.told_by as "toldBy", m.satisfied_on as "satisfiedOn", m.satisfied_words as "satisfiedWords",
    m.plan_passed_on as "planPassedOn", m.moves_on as "movesOn", m.moved_on as "movedOn",
    m.decided_here_on as "decidedHereOn", m.same_needs_from as "sameNeedsFrom", m.difference_words as "differenceWords",
    m.difference_sent_on as "differenceSentOn", m.taken_over_on as "takenOverOn", m.taken_over_words as "takenOverWords",
    m.did_not_happen_on as "didNotHappenOn", m.plan_id as "planId", m.version
  from move m`;

/** A move, or `Unknown`. Open the person (W5) before showing any of it. */
export async function findMove(db: CouncilReader, id: string): Promise<Move> {
  const [move] = await readRows<Move>(
    db,
    sql`${moveRows} where m.council_id = ${councilOf(db)} and m.id = ${id}`,
  );
  if (!move) throw new Unknown();
  return move;
}

/** The same, held until this transaction ends, so that changes to it come one at a time. */
export async function holdMove(db: CouncilDb, id: string): Promise<Move> {
  const [move] = await readRows<Move>(
    db,
    sql`${moveRows} where m.council_id = ${councilOf(db)} and m.id = ${id} for update`,
  );
  if (!move) throw new Unknown();
  return move;
}

/** A person's moves, latest first. */
export async function movesOf(db: CouncilReader, personId: string, most = 20): Promise<Move[]> {
  return readRows<Move>(
    db,
    sql`${moveRows} where m.council_id = ${councilOf(db)} and m.person_id = ${personId}
      order by m.told_on desc, m.id desc limit ${most}`,
  );
}

/** Their latest move that did happen, or is to: a return here after a move away is the one that counts. */
export async function latestMoveOf(db: CouncilReader, personId: string): Promise<Move | null> {
  const [move] = await readRows<Move>(
    db,
    sql`${moveRows} where m.council_id = ${councilOf(db)} and m.person_id = ${personId} and m.did_not_happen_on is null
      order by m.told_on desc, m.id desc limit 1`,
  );
  return move ?? null;
}

export interface NewMove {
  personId: string;
  direction: Direction;
  otherCouncil: string;
  toldOn: Day;
  toldBy: string;
  movesOn: Day | null;
}

/** Keeps that somebody is moving here or away, and tells the story. Whoever was told comes alongside. */
export async function beginMove(db: CouncilDb, move: NewMove): Promise<string> {
  const id = newId();
  const { teamIds, accountId } = actorOf(db);
  const teamId = teamIds[0] ?? null;
  await comeAlongside(db, move.personId, teamId ? { teamId } : { accountId }, 'conversation');
  await db
    .insertInto('move')
    .values({
      council_id: councilOf(db),
      id,
      person_id: move.personId,
      team_id: teamId,
      direction: move.direction,
      other_council: move.otherCouncil,
      told_on: move.toldOn,
      told_by: move.toldBy,
      moves_on: move.movesOn,
    })
    .execute();
  await keepDecidedHere(db, move.personId);
  const where = move.direction === 'here' ? `here from ${move.otherCouncil}` : `to ${move.otherCouncil}`;
  const day = move.movesOn ? ` They mean to move on ${longDate(move.movesOn)}.` : '';
  await tellMove(db, { ...move, id }, `Moving ${where}`, `We were told by ${move.toldBy}.${day}`);
  return id;
}

/** Keeps what is known now; the story tells each new day, and a changed day as changed. The move is held. */
export async function saveKnown(
  db: CouncilDb,
  move: Move,
  known: KnownOfMove & { version: number },
): Promise<void> {
  sameVersion(move, known.version, known.satisfiedWords ?? known.movesOn ?? '');
  await db
    .updateTable('move')
    .set({
      satisfied_on: known.satisfiedOn,
      satisfied_words: known.satisfiedWords,
      plan_passed_on: known.planPassedOn,
      moves_on: known.movesOn,
      moved_on: known.movedOn,
      version: move.version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', move.id)
    .execute();
  const news = whatIsNew(move, known);
  if (news.length) await tellMove(db, move, 'News of the move', news.join(' '));
}

function whatIsNew(move: Move, known: KnownOfMove): string[] {
  const isHere = move.direction === 'here';
  const day = (words: string, before: Day | null, now: Day | null): string[] => {
    if (!now || now === before) return [];
    return [before ? `${words}: ${longDate(now)}, not ${longDate(before)}.` : `${words}: ${longDate(now)}.`];
  };
  return [
    ...day('Satisfied that the move is genuine', move.satisfiedOn, known.satisfiedOn),
    ...day(isHere ? 'Their plan arrived' : 'Our plan was sent', move.planPassedOn, known.planPassedOn),
    ...day('The day they mean to move', move.movesOn, known.movesOn),
    ...day('The day they moved', move.movedOn, known.movedOn),
  ];
}

/** Nobody writes over what a colleague wrote meanwhile. */
export function sameVersion(move: Move, version: number, yours: string): void {
  if (move.version === version) return;
  const theirs = [move.satisfiedWords, move.movesOn && `Moving on ${longDate(move.movesOn)}`].filter(Boolean);
  throw new Conflict(
    'Somebody else wrote about this move while you did.',
    { who: 'What is there now', words: theirs.join('. ') || 'Open it again to see.' },
    yours,
  );
}

/** Keeps the explanation of what is different here, and the day they were given it in writing. */
export async function saveDifference(
  db: CouncilDb,
  move: Move,
  difference: { words: string; sentOn: Day | null },
): Promise<void> {
  await sql`update move set difference_words = ${difference.words}, difference_sent_on = ${difference.sentOn}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${move.id}`.execute(db);
  await tellMove(db, move, 'What is different here, and why', difference.words);
}

/** The other council has taken over: their support here may end from that day, and they live elsewhere. */
export async function saveTakenOver(
  db: CouncilDb,
  move: Move,
  taken: { on: Day; words: string; awayOn: Day },
): Promise<void> {
  await sql`update move set taken_over_on = ${taken.on}, taken_over_words = ${taken.words}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${move.id}`.execute(db);
  await sql`update person set moved_away_on = ${taken.awayOn}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${move.personId}`.execute(db);
  await tellMove(db, move, `${move.otherCouncil} has taken over, from ${longDate(taken.on)}`, taken.words);
}

export async function saveDidNotHappen(
  db: CouncilDb,
  move: Move,
  said: { on: Day; words: string },
): Promise<void> {
  await sql`update move set did_not_happen_on = ${said.on}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${move.id}`.execute(db);
  await tellMove(db, move, 'The move did not happen', said.words);
}

/** One line in the story, with the way to the move's page. */
export async function tellMove(
  db: CouncilDb,
  move: { id: string; personId: string },
  title: string,
  words: string,
): Promise<void> {
  await tellTimeline(db, {
    personId: move.personId,
    at: nowOf(db),
    kind: 'move',
    title,
    byLine: actorOf(db).name,
    voices: words ? [{ voice: 'note', words }] : [],
    link: `/moves/${move.id}`,
    sourceId: move.id,
  });
}
