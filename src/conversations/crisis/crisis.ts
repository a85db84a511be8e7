import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** How it is going, in the team's own words. */
export const crisisStates = ['holding', 'steadier', 'ready-to-end'] as const;
export type CrisisState = (typeof crisisStates)[number];

export const stateInWords: Record<CrisisState, string> = {
  holding: 'holding',
  steadier: 'steadier',
  'ready-to-end': 'ready to end',
};

/** What C2-1 asks for before conversation 2 opens. */
export interface OpeningCrisis {
  mustChange: string;
  safetyNote: string;
  namedAccountId: string;
  coverAccountId: string;
}

/**
 * C2-1, C2-2: conversation 2 opens at any time, whatever else is open, once there is what must change now, a
 * named person, cover who is somebody else, and a safety note; a person has one open at a time.
 * @param alreadyWith the named person of the one that is open, when there is one
 * @param here the accounts that can be named: active, and alongside people
 */
export function mayOpenCrisis(
  opening: OpeningCrisis,
  alreadyWith: string | null,
  here: ReadonlySet<string>,
): Refusal | null {
  if (alreadyWith)
    return refuse(
      'C2-2',
      `conversation 2 is already open, with ${alreadyWith} as named person`,
      'go on in the one that is open',
    );
  const missing = [
    opening.mustChange.trim() ? null : 'what must change now',
    here.has(opening.namedAccountId) ? null : 'a named person who works here',
    here.has(opening.coverAccountId) ? null : 'cover who works here',
    opening.safetyNote.trim() ? null : 'a safety note',
  ].filter((part) => part !== null);
  if (missing.length)
    return refuse(
      'C2-1',
      `this still needs ${missing.join(', ')}`,
      'add what is missing, in a sentence each',
    );
  if (opening.namedAccountId === opening.coverAccountId)
    return refuse(
      'C2-1',
      'the named person cannot be their own cover',
      'choose somebody else as cover, who will be there when they are not',
    );
  return null;
}

/**
 * C2-5: small money needs nobody's approval up to the site's limit for one conversation; peers see it
 * afterwards. Above the limit this is not the way to spend it.
 * @param spent pence already spent in this conversation
 */
export function maySpend(spent: number, amount: number, limit: number): Refusal | null {
  if (spent + amount <= limit) return null;
  return refuse(
    'C2-5',
    `${pounds(amount)} with the ${pounds(spent)} already spent is more than the ${pounds(limit)} this site has set for small money in one conversation`,
    spent < limit
      ? `spend ${pounds(limit - spent)} or less, or meet this as an urgent need (Care Act 2014 section 19(3))`
      : 'meet this as an urgent need (Care Act 2014 section 19(3)), or ask the site to change its limit',
  );
}

/** @example pounds(1250) // '£12.50' */
export function pounds(pence: number): string {
  const whole = Math.floor(pence / 100).toLocaleString('en-GB');
  return pence % 100 === 0 ? `£${whole}` : `£${whole}.${String(pence % 100).padStart(2, '0')}`;
}

export const endings = ['resting', 'conversation-3', 'on'] as const;
export type EndingKind = (typeof endings)[number];

/** C2-6: what changed, what the person says of it, and what next. */
export interface Ending {
  next: EndingKind;
  whatChanged: string;
  personsView: string;
  howToComeBack: string | null;
  checkBackOn: Day | null;
  /** Why it goes on. */
  because: string | null;
}

export interface EndingFacts {
  today: Day;
  /** When peers last heard about this conversation. */
  peersLastHeardAt: Date | null;
  /** When it last went on with a reason, or else when it opened: peers must have heard since. */
  lastDecidedAt: Date;
}

/** C2-6: may it end so? Resting has a check-back and a way back; going on has a reason that peers have heard. */
export function mayEnd(ending: Ending, facts: EndingFacts): Refusal | null {
  if (!ending.whatChanged.trim() || !ending.personsView.trim())
    return refuse(
      'C2-6',
      'it ends with what changed and with what the person says of it',
      'write both, the second in their words',
    );
  if (ending.next === 'on') return mayGoOn(ending, facts);
  if (!ending.howToComeBack?.trim())
    return refuse(
      'C2-6',
      'nobody has said how to come back',
      'write one sentence: who to ring, and that no one starts again',
    );
  if (ending.next === 'conversation-3') return null;
  if (!ending.checkBackOn)
    return refuse('C2-6', 'it rests with a check-back', 'choose the day somebody will ask how it is going');
  if (ending.checkBackOn <= facts.today)
    return refuse('C2-6', 'the check-back is not after today', 'choose a day to come');
  return null;
}

function mayGoOn(ending: Ending, { peersLastHeardAt, lastDecidedAt }: EndingFacts): Refusal | null {
  if (!ending.because?.trim()) return refuse('C2-6', 'it goes on with a reason', 'write why in a sentence');
  if (!peersLastHeardAt || peersLastHeardAt <= lastDecidedAt)
    return refuse(
      'C2-6',
      'peers have not heard since this began or last went on',
      'tell peers the reason first, and write here who was there',
    );
  return null;
}
