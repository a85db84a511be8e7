import { contactDueOn } from '../../../conversations/crisis/rhythm/rhythm.ts';
import type { RuleSet } from '../../../conversations/rule-set.ts';
import { type Day, daysBetween } from '../../../platform/clock.ts';

/** One conversation 2 whose contacts are kept: its first day, the last that is looked at, and each contact with the person. */
export interface Kept {
  openedOn: Day;
  endedOn: Day;
  contactsOn: readonly Day[];
  rules: RuleSet;
}

/** How close we stayed to one person, over every conversation 2 of theirs. */
export interface StayedClose {
  perWeek: number;
  longestGap: number;
  isOverRhythm: boolean;
}

/** A rate over fewer days than these says nothing. A judgement: one week. */
const LEAST_DAYS = 7;

/**
 * E7, C2-4: contacts a week while open, the longest gap, and whether any gap was longer than the rhythm asks. The first and
 * the last day both count as days open; the opening counts as being in touch and the last day ends the last gap, as in
 * `longestGap`. Null where it has been open for less than a week in all.
 * @example stayedClose([{ openedOn: '2026-11-01', endedOn: '2026-11-07', contactsOn: [], rules }])?.longestGap // 6
 */
export function stayedClose(all: readonly Kept[]): StayedClose | null {
  const days = all.reduce((sum, one) => sum + daysBetween(one.openedOn, one.endedOn) + 1, 0);
  if (days < LEAST_DAYS) return null;
  const contacts = all.reduce((sum, one) => sum + inside(one).length, 0);
  const gaps = all.flatMap(gapsOf);
  return {
    perWeek: (contacts * 7) / days,
    longestGap: gaps.reduce((longest, { days: gap }) => Math.max(longest, gap), 0),
    isOverRhythm: gaps.some(({ isOver }) => isOver),
  };
}

const inside = ({ openedOn, endedOn, contactsOn }: Kept): Day[] =>
  contactsOn.filter((day) => day >= openedOn && day <= endedOn);

function gapsOf(one: Kept): { days: number; isOver: boolean }[] {
  const [first = one.openedOn, ...later] = [one.openedOn, ...inside(one), one.endedOn].sort();
  let from = first;
  return later.map((to) => {
    const dueOn = contactDueOn(one.openedOn, from, one.rules);
    const gap = { days: daysBetween(from, to), isOver: to > dueOn };
    from = to;
    return gap;
  });
}
