import type { CalendarItem } from '../../conversations/calendar/calendar.ts';
import type { Day } from '../../platform/clock.ts';

/** What of the calendar is told to the person, by kind and part. The rest is for us to do, and is left out. */
const told = {
  'not-spoken': 'talk',
  'check-back': 'ask',
  'entitled-asked': 'answer',
  'needs-under-way': 'answer',
  'conversation-2 contact': 'contact',
  'conversation-2 reread': 'reread',
  'introduction-ask': 'introduction',
  'catch-up-first': 'catchUp',
  'catch-up-yearly': 'catchUp',
  'catch-up-asked': 'catchUpAnswer',
  'catch-up-day': 'catchUp',
  'payment-first': 'payment',
  'payment-next': 'payment',
  'urgent-help': 'urgentHelp',
  'copy-owed': 'copy',
  'family-day': 'familyDay',
  'move-here': 'moveHere',
  'move-away': 'moveAway',
  'home-visit': 'homeVisit',
} as const satisfies Record<string, string>;

export type ComingKind = (typeof told)[keyof typeof told];

/** Something that is going to happen: on a day, or on some day up to one. */
export interface Coming {
  kind: ComingKind;
  from: Day;
  by: Day;
}

/** As many as somebody can keep in mind. */
const most = 3;

/**
 * What happens next, as the person is told it: each once, the soonest first. What keeps somebody safe is never here,
 * nor what is only ours to do; whoever looks over a shoulder reads nothing of either.
 * @example comingToldOf(items) // [{ kind: 'catchUp', from: '2027-01-02', by: '2027-01-16' }]
 */
export function comingToldOf(items: readonly CalendarItem[]): Coming[] {
  const coming = new Map<string, Coming>();
  for (const { kind, part, from, by } of items) {
    const known = told[`${kind}${part ? ` ${part}` : ''}` as keyof typeof told];
    if (known && !coming.has(known)) coming.set(known, { kind: known, from, by });
  }
  return [...coming.values()].toSorted((one, other) => one.by.localeCompare(other.by)).slice(0, most);
}
