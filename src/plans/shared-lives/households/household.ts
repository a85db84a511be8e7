import type { Day } from '../../../platform/clock.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { longDate } from '../../../platform/ui/dates.ts';

/** P5: a Shared Lives home, in the words of those who live there. Its address is never kept here. */
export interface Household {
  id: string;
  name: string;
  whoLivesHere: string;
  whatHomeIsLike: string;
  /** The area only. */
  place: string;
  /** How many people they may share it with. */
  capacity: number;
  approvedOn: Day | null;
  approvalUntilOn: Day | null;
  notNowUntilOn: Day | null;
  isActive: boolean;
  version: number;
  /** How many live there now through Shared Lives. */
  livingThere: number;
}

/**
 * P5: may they share their home on a day? Approved on that day, still with the scheme, and not “not just now”.
 * @example mayShare({ ...household, approvalUntilOn: '2026-11-20' }, '2026-11-21') // refused 'P5'
 */
export function mayShare(
  household: Pick<Household, 'isActive' | 'approvedOn' | 'approvalUntilOn' | 'notNowUntilOn'>,
  on: Day,
): Refusal | null {
  const { isActive, approvedOn, approvalUntilOn, notNowUntilOn } = household;
  if (!isActive)
    return refuse('P5', 'this household no longer shares its home', 'find another home together');
  if (!approvedOn || !approvalUntilOn || approvedOn > on || approvalUntilOn < on)
    return refuse(
      'P5',
      `their approval does not cover ${longDate(on)}`,
      'ask the scheme, and write the days their approval covers',
    );
  if (notNowUntilOn && notNowUntilOn >= on)
    return refuse(
      'P5',
      `they have said not just now, until ${longDate(notNowUntilOn)}`,
      'wait until they are ready, or find another home together',
    );
  return null;
}

/** Room in words, for a list. @example roomInWords({ ...household, capacity: 2, livingThere: 1 }, today) // 'Room for 1 more' */
export function roomInWords(household: Household, today: Day): string {
  const { capacity, livingThere, notNowUntilOn } = household;
  if (notNowUntilOn && notNowUntilOn >= today) return `Not just now, until ${longDate(notNowUntilOn)}`;
  const room = capacity - livingThere;
  return room > 0 ? `Room for ${room} more` : 'No room just now';
}

/** P5: may a household's approval be written like this? Room is never less than those who live there. */
export function mayBeApproved(
  known: { capacity: number; approvedOn: Day | null; approvalUntilOn: Day | null },
  livingThere: number,
): Refusal | null {
  if (known.capacity < livingThere)
    return refuse(
      'P5',
      `${livingThere} live there now through Shared Lives`,
      'write room for at least as many as live there',
    );
  if (known.approvedOn && known.approvalUntilOn && known.approvalUntilOn < known.approvedOn)
    return refuse('P5', 'their approval would end before it began', 'look at the two days again');
  return null;
}
