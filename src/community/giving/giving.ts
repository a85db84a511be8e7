import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

export const directions = ['gives', 'would-like'] as const;
export type Direction = (typeof directions)[number];
export const kinds = ['skill', 'time', 'lift', 'thing', 'company'] as const;
export type Kind = (typeof kinds)[number];
export type Side = 'giver' | 'receiver';
export type GivingStage = 'asked' | 'both-said-yes' | 'met' | 'going-on' | 'ended';

export const kindInWords: Record<Kind, string> = {
  skill: 'Something they can do',
  time: 'Time',
  lift: 'A lift',
  thing: 'A thing to give or lend',
  company: 'Company',
};

/** Where two neighbours stand with one another. */
export interface GivingStanding {
  stage: GivingStage;
  giverYesOn: Day | null;
  receiverYesOn: Day | null;
  metOn: Day | null;
}

export interface FirstMeeting {
  metOn: Day;
  at: 'out' | 'home';
  /** Who came along, when somebody did. */
  cameAlong: string | null;
}

const rule = 'Giving';

/** One side's yes. Both are needed before anybody meets, in either order. @returns the stage after it */
export function saidYes(now: GivingStanding, side: Side): GivingStage | Refusal {
  if (now.stage !== 'asked')
    return refuse(rule, 'both have said yes or no already', 'look at what comes next below');
  const own = side === 'giver' ? now.giverYesOn : now.receiverYesOn;
  if (own !== null) return refuse(rule, 'their yes is written down already', 'ask the other one');
  const other = side === 'giver' ? now.receiverYesOn : now.giverYesOn;
  return other === null ? 'asked' : 'both-said-yes';
}

/**
 * May they meet, as it is told? Both said yes, on or before that day; and the first time they meet out and about, or
 * with somebody along: how sensible neighbours begin, whoever they are, so that nobody is singled out.
 */
export function mayHaveMet(now: GivingStanding, meeting: FirstMeeting, today: Day): Refusal | null {
  if (now.stage !== 'both-said-yes')
    return now.stage === 'asked'
      ? refuse(rule, 'one of them has not said yes', 'ask whoever has not answered')
      : refuse(rule, 'that has been written down already', 'look at what comes next below');
  if (meeting.metOn > today)
    return refuse(rule, 'that day is still to come', 'write it down when it has been');
  const both = [now.giverYesOn ?? today, now.receiverYesOn ?? today].sort().at(-1) ?? today;
  if (meeting.metOn < both)
    return refuse(rule, 'they met before both had said yes', `write a day from ${both} on`);
  if (meeting.at === 'home' && meeting.cameAlong === null)
    return refuse(
      rule,
      'the first time is out and about, or with somebody along',
      'meet for tea somewhere first, or say who came along',
    );
  return null;
}

/** It goes on once they have met. */
export function mayGoOn(now: GivingStanding): Refusal | null {
  if (now.stage === 'met' || now.stage === 'going-on') return null;
  return refuse(rule, 'nobody has written that they met', 'write down how they met');
}

/** Either may say no at any time, and need not say why to the other. */
export function mayEnd(now: GivingStanding): Refusal | null {
  return now.stage === 'ended'
    ? refuse(rule, 'this has ended already', 'ask again if both would like to try once more')
    : null;
}

/** What the other side may be shown: nothing at all until both have said yes. */
export function toldOf(stage: GivingStage, tells: string | null): string | null {
  return stage === 'asked' || stage === 'ended' ? null : tells;
}
