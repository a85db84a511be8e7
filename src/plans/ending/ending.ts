import { mayEndForDeath } from '../../people/death/death.ts';
import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { mayStopForMove, type StoppingMove } from '../moving/no-gap.ts';

export const endedBecauseInWords = {
  'their-wish': 'They wish it to end',
  died: 'They died',
  'moved-and-met-there': 'They moved, and another council meets their needs now',
  'a-later-plan': 'A later plan took over',
  'time-was-up': 'Its time was up, and it was looked at again',
} as const;
export type EndedBecause = keyof typeof endedBecauseInWords;

/** What is looked at before support ends. */
export interface AskedToEnd {
  support: { startedOn: Day; endedOn: Day | null };
  /** As it was asked; anything but the five is refused. */
  because: string;
  words: string;
  endsOn: Day;
  today: Day;
  /** P4: their latest move between councils that did happen, or is to; null when there is none. */
  move: StoppingMove | null;
  /** F6: the day its urgent help was to be looked at again, and the day it was; null when it is no urgent help. */
  urgent: { untilOn: Day; lookedAgainOn: Day | null } | null;
  /** The day they died, when it is written down. */
  diedOn: Day | null;
}

/**
 * May this support end? P1: ending is going down, so it goes through a plan, save at the person's own wish, when
 * they died, when they moved and their needs are met there (P4, Care Act 2014 s37), or when urgent help has had
 * its time and was looked at again (F6). @example mayEndSupport({ ...asked, because: 'budget' }) // refused 'P1'
 */
export function mayEndSupport(asked: AskedToEnd): Refusal | null {
  const { support, endsOn } = asked;
  if (support.endedOn !== null && support.endedOn <= endsOn)
    return refuse('P1', `it ended on ${longDate(support.endedOn)} already`, 'leave it as it is');
  if (endsOn < support.startedOn)
    return refuse('P1', 'it would end before it began', 'choose a day on or after it began');
  return isReason(asked.because) ? (allowedWhen[asked.because](asked) ?? null) : throughAPlan;
}

const isReason = (because: string): because is EndedBecause => Object.hasOwn(endedBecauseInWords, because);

/** P1: whatever else is the reason, less support is a smaller plan. */
const throughAPlan = refuse(
  'P1',
  'ending support is giving less, and that goes through a plan',
  'have a new conversation 3 and write a plan with them; the support goes on until that plan stands',
);

const allowedWhen: Record<EndedBecause, (asked: AskedToEnd) => Refusal | null> = {
  'their-wish': ({ words }) =>
    words.trim()
      ? null
      : refuse('P1', 'it is their wish only in their words', 'write what they said, as they said it'),
  died: ({ diedOn, endsOn }) => mayEndForDeath(diedOn, endsOn),
  'moved-and-met-there': ({ move, endsOn }) => mayStopForMove(move, endsOn),
  'a-later-plan': () =>
    refuse(
      'P1',
      'a later plan ends what it does not go on with by itself',
      'write the plan with them; this goes on until that plan stands',
    ),
  'time-was-up': timeWasUp,
};

function timeWasUp({ urgent, endsOn }: AskedToEnd): Refusal | null {
  if (!urgent) return throughAPlan;
  if (urgent.lookedAgainOn === null)
    return refuse(
      'F6',
      'nobody has looked at this urgent help again, and it never just stops',
      'look at it again with them first',
    );
  if (endsOn >= urgent.untilOn) return null;
  return refuse(
    'F6',
    `we said it would go on until ${longDate(urgent.untilOn)}`,
    'let it go on until that day, or end it at their own wish in their words',
  );
}
