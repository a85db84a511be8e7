import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';

export const stages = [
  'offered',
  'agreed',
  'introduced',
  'went',
  'still-going',
  'not-for-me',
  'declined-by-group',
] as const;
export type Stage = (typeof stages)[number];
export const ways = ['message', 'going-along', 'slip'] as const;
export type Way = (typeof ways)[number];

/** Where an introduction stands, with the day of each stage reached. */
export interface Standing {
  stage: Stage;
  offeredOn: Day;
  agreedOn: Day | null;
  introducedOn: Day | null;
  wentOn: Day | null;
  stillGoing30On: Day | null;
  stillGoing90On: Day | null;
}

/** We ask "did it happen?" this many days after introducing, and "still going?" 30 and 90 days after they went. */
export const askAfterIntroducing = 14;
const stillGoingAt = [30, 90] as const;

const before: Partial<Record<Stage, Stage>> = { agreed: 'offered', introduced: 'agreed', went: 'introduced' };
const toSay: Record<Stage, string> = {
  offered: 'offer it to them',
  agreed: 'write down that they and the group said yes',
  introduced: 'write down how they were introduced',
  went: 'write down that they went',
  'still-going': 'write down that they are still going',
  'not-for-me': 'write down why',
  'declined-by-group': 'write down why',
};
/** The rule of product.md section 3, Introduction: offered, agreed, introduced, went, still going at 30 and 90 days. */
export const rule = 'Introductions';

/** True once somebody has said it is not for them: an honest answer, and the end of this introduction. */
export const hasEnded = (stage: Stage): boolean => stage === 'not-for-me' || stage === 'declined-by-group';

/**
 * May an introduction move on to `next`, which happened on a day that may be before today? In order, one stage at a time;
 * either side may say no at any time. Nothing is written before it happened, nor as if it had before what led to it.
 * @returns null when it may
 * @example mayMove({ stage: 'offered', … }, 'went', today)?.satisfyBy // 'write down that they and the group said yes'
 */
export function mayMove(now: Standing, next: Stage, today: Day, on: Day = today): Refusal | null {
  if (hasEnded(now.stage))
    return refuse(rule, 'this introduction has ended', 'offer it again if they would like to try once more');
  if (on > today) return refuse(rule, 'that day has not come yet', 'write it down once it has happened');
  if (hasEnded(next)) return null;
  if (next === 'still-going') return mayBeStillGoing(now, on);
  if (before[next] === now.stage) return tooEarly(now, next, on);
  const following = nextStage(now);
  if (following === null || stages.indexOf(next) <= stages.indexOf(now.stage))
    return refuse(rule, 'that has been written down already', 'look at what comes next below');
  return refuse(rule, `first comes another step`, toSay[following]);
}

/** The day of the stage an introduction stands at, when it goes in order. */
const reachedOn = (now: Standing): Day => now.wentOn ?? now.introducedOn ?? now.agreedOn ?? now.offeredOn;

function tooEarly(now: Standing, next: Stage, on: Day): Refusal | null {
  const reached = reachedOn(now);
  if (on >= reached) return null;
  const led = stageInWords[now.stage].toLowerCase();
  return refuse(
    rule,
    `that day is before the day of “${led}”, ${longDate(reached)}`,
    `${toSay[next]} on that day or later`,
  );
}

function mayBeStillGoing(now: Standing, today: Day): Refusal | null {
  if (now.wentOn === null)
    return refuse(rule, 'nobody has written that they went', toSay[nextStage(now) ?? 'went']);
  if (now.stillGoing90On !== null)
    return refuse(rule, 'it is written down that they still go', 'leave it be: we ask no more');
  const asked = now.stillGoing30On === null ? stillGoingAt[0] : stillGoingAt[1];
  if (daysBetween(now.wentOn, today) >= asked) return null;
  return refuse(
    rule,
    `it is less than ${asked} days since they first went`,
    `ask again on ${longDate(addDays(now.wentOn, asked))}`,
  );
}

/** The stage that comes next in order; null when there is none. */
export function nextStage(now: Standing): Stage | null {
  if (hasEnded(now.stage) || now.stillGoing90On !== null) return null;
  if (now.stage === 'went' || now.stage === 'still-going') return 'still-going';
  return stages[stages.indexOf(now.stage) + 1] ?? null;
}

/** The day to ask how it went; null when there is nothing to ask. */
export function askOn(now: Standing): Day | null {
  if (hasEnded(now.stage)) return null;
  if (now.wentOn !== null) {
    if (now.stillGoing90On !== null) return null;
    return addDays(now.wentOn, now.stillGoing30On === null ? stillGoingAt[0] : stillGoingAt[1]);
  }
  return now.introducedOn === null ? null : addDays(now.introducedOn, askAfterIntroducing);
}

export interface Moved extends Standing {
  askOn: Day | null;
}

/** The standing after a move that `mayMove` allowed. Asked late at 90 days or more, one answer serves for both. */
export function moved(now: Standing, next: Stage, today: Day): Moved {
  const after: Standing = { ...now, stage: next };
  if (next === 'agreed') after.agreedOn = today;
  if (next === 'introduced') after.introducedOn = today;
  if (next === 'went') after.wentOn = today;
  if (next === 'still-going') {
    const days = daysBetween(now.wentOn ?? today, today);
    after.stillGoing30On ??= today;
    if (days >= stillGoingAt[1]) after.stillGoing90On = today;
  }
  return { ...after, askOn: askOn(after) };
}

export const stageInWords: Record<Stage, string> = {
  offered: 'Offered',
  agreed: 'They and the group said yes',
  introduced: 'Introduced',
  went: 'Went',
  'still-going': 'Still going',
  'not-for-me': 'Not for me',
  'declined-by-group': 'The group said not now',
};

export const wayInWords: Record<Way, string> = {
  message: 'We send the group a message',
  'going-along': 'Somebody goes along with them',
  slip: 'Just a printed slip; they take it from there',
};
