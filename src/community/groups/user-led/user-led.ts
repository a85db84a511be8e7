import type { Day } from '../../../platform/clock.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { longDate } from '../../../platform/ui/dates.ts';

/** Run by the people it is for: whether, who said so, and when. */
export interface UserLed {
  isUserLed: boolean | null;
  by: 'group' | 'editor' | 'steward' | 'source' | null;
  who: string | null;
  on: Day | null;
  organisationName: string | null;
  /** How many listings its organisation has: what is said of one is said of all. */
  listings: number;
}

/**
 * May the group itself say so through the address of one listing? Only when that is its organisation's only one, for
 * the address opens that listing and no other.
 */
export function maySayFor({ listings }: Pick<UserLed, 'listings'>): Refusal | null {
  if (listings <= 1) return null;
  return refuse(
    'One listing',
    'your organisation has other listings too, and this address is for one of them',
    'ask us, and we mark them all',
  );
}

/** @example userLedInWords({ isUserLed: true, who: 'the group', on: '2026-11-01', … }) // 'Run by the people it is for: the group said so on 1 November 2026' */
export function userLedInWords({ isUserLed, who, on }: UserLed): string {
  if (isUserLed === null) return 'Nobody has said whether it is run by the people it is for';
  const what = isUserLed ? 'Run by the people it is for' : 'Not run by the people it is for';
  return `${what}${who && on ? `: ${who} said so on ${longDate(on)}` : ''}`;
}
