import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { type Advocacy, advocateWanted, hardFor, inPlaceOn } from './advocacy.ts';

/** On a page about somebody, or in a letter to them. */
export type Whose = 'their' | 'your';

/**
 * Who helps somebody to be heard, in one sentence; null when nobody has looked and nobody was asked for.
 * @example advocacySentence(advocacy, '2026-11-21', 'your') // 'Your advocate is Meera Sandhu, since 3 November 2026.'
 */
export function advocacySentence(advocacy: Advocacy, today: Day, whose: Whose): string | null {
  const { involvement, advocates, markedOn } = advocacy;
  const isYours = whose === 'your';
  const them = isYours ? 'you' : 'them';
  const advocate = inPlaceOn(advocates, today);
  if (advocate?.inPlaceOn)
    return `${isYours ? 'Your' : 'Their'} advocate is ${advocate.name}, since ${longDate(advocate.inPlaceOn)}.`;
  const asked = advocates.find((one) => !one.inPlaceOn && !one.endedOn);
  if (asked)
    return `An advocate for ${them} was asked for on ${longDate(asked.askedOn)}, from ${asked.askedOf}, and is not in place yet.`;
  if (markedOn)
    return isYours
      ? 'Taking part in this may be very hard for you; we look with you at who can help.'
      : `It was marked on ${longDate(markedOn)} that taking part is very hard for them, and nobody has looked since.`;
  if (!involvement) return null;
  if (advocateWanted(involvement)) return `An advocate for ${them} is wanted, and nobody has been asked yet.`;
  if (hardFor(involvement).length)
    return `${involvement.appropriatePerson} helps ${them} to be heard, with ${whose} yes.`;
  return isYours ? 'You speak for yourself in this.' : 'They speak for themselves in this.';
}
