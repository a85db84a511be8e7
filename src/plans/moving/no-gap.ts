import { type Day, daysBetween } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { daysInWords, longDate } from '../../platform/ui/dates.ts';
import { isSettled, type Move, type MoveNeed, movingDay } from './move.ts';

/** What a move asks of us today, in sentences. */
export interface Owed {
  /** Still to do, in the order it is best done. Empty when nothing is. */
  stillToDo: string[];
  /** The same needs are to be met from this day, and nobody has set that going. */
  sameNeedsFrom: Day | null;
  /** Days between the moving day and today on which nothing was set going. */
  gapDays: number;
}

/** What has been done here since we were told. */
export interface DoneHere {
  isConversation3Open: boolean;
  /** A plan made here stands: not the one that carries over. */
  hasPlanSince: boolean;
  /** The latest decision here says that the law does not require us to help. */
  isDecidedNo: boolean;
}

const nothing: Owed = { stillToDo: [], sameNeedsFrom: null, gapDays: 0 };

/**
 * P4: what we owe somebody moving here. Before the day: the notice answered, satisfied that it is genuine, their
 * plan received, the conversation that counts under way (Care Act 2014 s37). From the day, with nothing decided
 * and in place here by then: the same needs, met from that day, however late it is pressed (s38(1)). A decision
 * that they must be helped does not settle it until a plan stands: "the other steps" count too.
 * @example owedOnTheDay(move, needs, nothingDoneHere, '2026-11-21').sameNeedsFrom // '2026-11-20'
 */
export function owedOnTheDay(move: Move, needs: readonly MoveNeed[], here: DoneHere, today: Day): Owed {
  if (move.direction === 'away' || isSettled(move)) return nothing;
  const day = movingDay(move);
  const isOwed = day !== null && day <= today && !isMetOtherwise(move, here);
  return {
    stillToDo: [...beforeTheDay(move, needs), ...decidingHere(move, here)],
    sameNeedsFrom: isOwed ? day : null,
    gapDays: isOwed ? daysBetween(day, today) : 0,
  };
}

const isMetOtherwise = ({ sameNeedsFrom }: Move, { hasPlanSince, isDecidedNo }: DoneHere): boolean =>
  sameNeedsFrom !== null || hasPlanSince || isDecidedNo;

function beforeTheDay(move: Move, needs: readonly MoveNeed[]): string[] {
  return [
    ...(move.satisfiedOn
      ? []
      : [
          `Nobody has said that we are satisfied the move is genuine. ${move.otherCouncil} is told when we are.`,
        ]),
    ...(move.planPassedOn ? [] : [`Their plan has not arrived from ${move.otherCouncil}. Ask for it.`]),
    ...(needs.length ? [] : ['What is met there, and how, is not written down here yet.']),
    ...(movingDay(move) ? [] : ['Nobody knows the day they move yet.']),
  ];
}

function decidingHere(move: Move, here: DoneHere): string[] {
  const { decidedHereOn, sameNeedsFrom } = move;
  const day = movingDay(move);
  if (!decidedHereOn)
    return here.isConversation3Open
      ? []
      : ['The conversation that counts in law has not begun. It can begin at once, before they move.'];
  if (here.isDecidedNo)
    return day && decidedHereOn > day && !sameNeedsFrom
      ? [
          `They moved on ${longDate(day)} and the decision came on ${longDate(decidedHereOn)}. The same needs were owed on the days between, and nothing was set going. Put it right with them.`,
        ]
      : [];
  return here.hasPlanSince || sameNeedsFrom
    ? []
    : ['A decision was given here, and no plan of ours stands yet. It stands from the day they move.'];
}

/**
 * P4: may the same needs be set going here? From the moving day, when needs are written down and nothing decided
 * here is in place: no plan of ours, and no decision that the law does not require us to help. Refused 'P4'.
 * @example mayMeetSameNeeds({ ...move, movesOn: '2026-11-22' }, needs, nothingDoneHere, '2026-11-21') // refused 'P4'
 */
export function mayMeetSameNeeds(
  move: Move,
  needs: readonly MoveNeed[],
  here: Pick<DoneHere, 'hasPlanSince' | 'isDecidedNo'>,
  today: Day,
): Refusal | null {
  const day = movingDay(move);
  if (move.direction === 'away')
    return refuse('P4', 'they are moving away from here', 'their new council meets their needs from the day');
  if (move.didNotHappenOn) return refuse('P4', 'this move did not happen', 'write down a new one if it does');
  if (move.sameNeedsFrom)
    return refuse(
      'P4',
      `this was done, from ${longDate(move.sameNeedsFrom)}`,
      'look at the plan that stands',
    );
  if (!day) return refuse('P4', 'the day they move is not written down', 'write the day first');
  if (day > today)
    return refuse(
      'P4',
      `they move on ${longDate(day)}, and the duty begins that day`,
      'come back on the day, or let a plan of ours stand by then',
    );
  return mayNowMeet(needs, here);
}

function mayNowMeet(
  needs: readonly MoveNeed[],
  here: Pick<DoneHere, 'hasPlanSince' | 'isDecidedNo'>,
): Refusal | null {
  if (here.isDecidedNo)
    return refuse(
      'P4',
      'the decision given here is that the law does not require us to help',
      'look at what was owed on the days before it, and at the decision again if they disagree',
    );
  if (here.hasPlanSince)
    return refuse('P4', 'a plan made here stands already', 'go on with that plan, or begin a later one');
  if (!needs.length)
    return refuse('P4', 'what was met there is not written down', 'write down each need and how it was met');
  return null;
}

/** When the same needs began late, the gap as a sentence; null when there was none. */
export function gapInWords(from: Day | null, setGoingOn: Day): string | null {
  const days = from ? daysBetween(from, setGoingOn) : 0;
  if (!from || days <= 0) return null;
  return `They moved on ${longDate(from)}, and nothing was set going for ${daysInWords(days)}. What the law asks counts from the day they moved.`;
}

/** What is looked at of a move before support here stops. */
export type StoppingMove = Pick<Move, 'direction' | 'otherCouncil' | 'didNotHappenOn' | 'takenOverOn'>;

/**
 * P4: may support here stop because somebody moved? Only when the other council has said that it has taken over,
 * and from that day (s37 and s38: there is no day between). Refused 'P4'.
 * @example mayStopForMove({ ...move, takenOverOn: null }, '2026-11-21') // refused 'P4'
 */
export function mayStopForMove(move: StoppingMove | null, stopsOn: Day): Refusal | null {
  if (!move)
    return refuse(
      'P4',
      'no move away is written down, and nothing stops on a move by itself',
      'write down the move, and the day the other council took over',
    );
  if (move.direction === 'here')
    return refuse('P4', 'they moved here, not away', 'support here goes on with the plan that stands');
  if (move.didNotHappenOn) return refuse('P4', 'this move did not happen', 'support here goes on');
  if (!move.takenOverOn)
    return refuse(
      'P4',
      `${move.otherCouncil} has not said that it has taken over`,
      'ask them, and write the day and what they said; support here goes on until then',
    );
  if (stopsOn < move.takenOverOn)
    return refuse(
      'P4',
      `${move.otherCouncil} took over on ${longDate(move.takenOverOn)}`,
      'let support here go on until that day',
    );
  return null;
}

/** P4: may the other council's taking over be written down? It has happened, and not before they moved. */
export function mayTakeOver(move: Move, takenOverOn: Day, today: Day): Refusal | null {
  const day = movingDay(move);
  if (move.direction === 'here')
    return refuse('P4', 'they are moving here', 'their needs are met here from the day they move');
  if (isSettled(move)) return refuse('P4', 'this move is settled already', 'look at what is written');
  if (takenOverOn > today)
    return refuse('P4', 'that day has not come yet', 'write it down once they have taken over');
  if (!day) return refuse('P4', 'the day they move is not written down', 'write the day first');
  if (takenOverOn < day)
    return refuse(
      'P4',
      `they moved on ${longDate(day)}, after that day`,
      'write the day the other council took over, or mend the day they moved',
    );
  return null;
}

/** P4: may it be said that the move did not happen? Not once something has come of it. */
export function mayNotHappen(move: Move): Refusal | null {
  if (isSettled(move)) return refuse('P4', 'this move is settled already', 'look at what is written');
  if (move.sameNeedsFrom)
    return refuse(
      'P4',
      'they moved, and their needs are met here',
      'write down a new move, away from here, if they go back',
    );
  return null;
}
