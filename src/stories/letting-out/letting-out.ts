import { addDays, addMonths, type Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { StoryPiece } from '../story.ts';

/** Who may see a story: those alongside, everybody who works for the council, or everybody. */
export const audiences = ['team', 'council', 'public'] as const;
export type Audience = (typeof audiences)[number];

const toStaff = { council: 'Everybody who works for the council', public: 'Everybody' } as const;

/** Who sees a story, as staff say it. */
export const audienceToStaff = (to: { audience: Audience; teamName: string | null }): string =>
  to.audience === 'team' ? (to.teamName ?? 'Their team') : toStaff[to.audience];

/** A council's own numbers; those marked * with their defaults. */
export interface LettingOut {
  /** S-3: days between a yes and the wall, for the council and the public. */
  coolingOffDays: number;
  /** S-4: the teller is asked again after so many months … */
  askAfterMonths: number;
  /** … and silence for so many days takes it down. */
  answerWithinDays: number;
  /** S-2: how long a yes lasts unless they choose. Never more than two years. */
  usualMonths: number;
}

/** S-2 to S-4. Twelve months or two years is what story banks keep to; seven and 28 days are our judgement. */
const usual: LettingOut = { coolingOffDays: 7, askAfterMonths: 12, answerWithinDays: 28, usualMonths: 12 };
const most = { coolingOffDays: 60, askAfterMonths: 12, answerWithinDays: 90, usualMonths: 24 };

/** S-2: the longest a yes may last. */
export const mostMonths = 24;

/** What a council set for itself (`stories` in its settings), within bounds; the defaults for the rest. */
export function lettingOutOf(settings: Record<string, unknown>): LettingOut {
  const own = (settings.stories ?? {}) as Record<string, unknown>;
  const one = (name: keyof LettingOut): number => {
    const value = own[name];
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most[name]
      ? value
      : usual[name];
  };
  return {
    coolingOffDays: one('coolingOffDays'),
    askAfterMonths: one('askAfterMonths'),
    answerWithinDays: one('answerWithinDays'),
    usualMonths: one('usualMonths'),
  };
}

/** From when to when a yes given now lets a story out, and when it is asked about again. */
export interface Times {
  fromAt: Date;
  untilOn: Day;
  askOn: Day;
  silentUntilOn: Day;
}

/** S-2, S-3 and S-4 in days: the team sees it at once, others after the cooling-off days. */
export function timesOf(
  given: { audience: Audience; months: number },
  rules: LettingOut,
  now: Date,
  today: Day,
): Times {
  const waits = given.audience === 'team' ? 0 : rules.coolingOffDays;
  const askOn = addMonths(today, rules.askAfterMonths);
  return {
    fromAt: new Date(now.getTime() + waits * 86_400_000),
    untilOn: addMonths(today, Math.min(given.months, mostMonths)),
    askOn,
    silentUntilOn: addDays(askOn, rules.answerWithinDays),
  };
}

type Days = Pick<Times, 'untilOn' | 'askOn' | 'silentUntilOn'>;

/**
 * S-4: whether the teller is asked today if it may stay. Nobody is asked about a yes that is over that same day: it comes down
 * whatever they say.
 * @example isAskedAbout({ askOn: '2027-11-21', untilOn: '2027-11-21', silentUntilOn: '2027-12-19' }, '2027-11-21') // false
 */
export const isAskedAbout = ({ askOn, untilOn }: Days, today: Day): boolean =>
  askOn <= today && askOn < untilOn;

/** S-4: the last day it stays where nobody answers. */
export const staysUntil = ({ untilOn, silentUntilOn }: Days): Day =>
  untilOn < silentUntilOn ? untilOn : silentUntilOn;

/** What is known when a teller is about to let a story out. */
export interface LettingOutFacts {
  audience: Audience;
  isApproved: boolean;
  /** A protected address, an enquiry that is open or a record kept to a team: never which. */
  isKeptFromWalls: boolean;
  /** Their own protected address stands in the words. */
  givesAddressAway: boolean;
  pieces: readonly StoryPiece[];
  /** Whether somebody other than the writer found nothing that gives anybody away. */
  isSettled: boolean;
  whoAsked: string | null;
  whoWasThere: string | null;
  isFree: 'free' | 'unsure' | null;
}

/**
 * S-5: whether this audience may be asked about at all. Says the same whatever the reason, for whoever reads over a shoulder.
 */
export function mayBeAskedFor(
  facts: Pick<LettingOutFacts, 'audience' | 'isKeptFromWalls' | 'givesAddressAway'>,
): Refusal | undefined {
  if (facts.isKeptFromWalls || facts.givesAddressAway)
    return refuse(
      'S-5',
      'this story cannot go there at the moment',
      'keep it here, or talk with us about it',
    );
  return undefined;
}

/** S-1, S-5, S-6, S-7 and S-9: whether a story may be let out now. */
export function mayLetOut(facts: LettingOutFacts): Refusal | undefined {
  return (
    mayBeAskedFor(facts) ??
    (facts.isApproved
      ? undefined
      : refuse('S-1', 'you have not said yes to these words', 'read them and say yes')) ??
    withoutPressure(facts) ??
    forEverybody(facts)
  );
}

/** S-7: consent is a yes that was free: whose idea, who was there, and nobody in doubt. Refusing changes nothing. */
function withoutPressure(facts: LettingOutFacts): Refusal | undefined {
  if (facts.audience === 'team') return undefined;
  if (!facts.whoAsked || !facts.whoWasThere)
    return refuse('S-7', 'nobody wrote whose idea it was, and who was there', 'write both');
  if (facts.isFree !== 'free')
    return refuse(
      'S-7',
      'it is not sure yet that this is their own wish',
      'talk about it once more, another day',
    );
  return undefined;
}

/** S-6 and S-9: what everybody may see was looked over by another, and can be read by those who cannot hear or see it. */
function forEverybody(facts: LettingOutFacts): Refusal | undefined {
  if (facts.audience !== 'public') return undefined;
  if (facts.pieces.some(({ inWords }) => inWords.trim() === ''))
    return refuse(
      'S-9',
      'a picture, film or sound has no words beside it',
      'write what is said or seen in it',
    );
  if (!facts.isSettled)
    return refuse(
      'S-6',
      'somebody else looks first whether it gives anybody away',
      'wait: what you chose is kept, and you hear when somebody has looked',
    );
  return undefined;
}
