import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Advocate } from './advocacy.ts';

/** N3: an advocate begins once, on a day that has come and is not before the day they were asked for. */
export function mayBeginWith(advocate: Advocate, inPlaceOn: Day, today: Day): Refusal | null {
  if (advocate.endedOn)
    return refuse('N3', 'this advocate is with them no longer', 'ask for an advocate again');
  if (advocate.inPlaceOn)
    return refuse(
      'N3',
      `${advocate.name} is in place already`,
      'write when they ended, and ask for the next one',
    );
  if (inPlaceOn > today)
    return refuse(
      'N3',
      'the day they began is after today',
      'write it on the day; until then nobody is in place',
    );
  if (inPlaceOn < advocate.askedOn)
    return refuse('N3', 'the day they began is before the day they were asked for', 'look at both days');
  return null;
}

/** N3: an advocate ends once, not before they began (or were asked for, when they never came), nor after today. */
export function mayEndWith(advocate: Advocate, endedOn: Day, today: Day): Refusal | null {
  if (advocate.endedOn) return refuse('N3', 'that they ended is written already', 'read it on the page');
  if (endedOn > today)
    return refuse(
      'N3',
      'the day they ended is after today',
      'write it on the day; until then they are in place',
    );
  if (endedOn < (advocate.inPlaceOn ?? advocate.askedOn))
    return refuse('N3', 'the day they ended is before the day they began', 'look at both days');
  return null;
}
