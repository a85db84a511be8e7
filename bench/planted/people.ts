// Made-up people as a record holds them, with the noise that the rules must see through: several contacts in one asking,
// people who come back, support that is not ongoing, support already open, a start written down after a death.
import type { PersonRecord, SupportSpan } from '../../src/evidence/followed.ts';
import { addDays, type Day } from '../../src/platform/clock.ts';
import type { Chance } from './chance.ts';
import type { Rates } from './kinds.ts';

export const siteStartedOn: Day = '2026-01-05';

const days = new Map<number, Day>();
/** The day so many days after the site began; before it when below 0. */
export function onDay(after: number): Day {
  const held = days.get(after);
  if (held !== undefined) return held;
  const day = addDays(siteStartedOn, after);
  days.set(after, day);
  return day;
}

/** Somebody who first got in touch on that day, and all that became of them. */
export function somebody(chance: Chance, personId: string, came: number, rates: Rates): PersonRecord {
  const support = chance.days(rates.support);
  const death = chance.days(rates.death);
  const moving = chance.days(rates.moving);
  const supports: SupportSpan[] = noise(chance, came);
  const isReached = support <= death && support <= moving;
  if (isReached) supports.push({ length: 'ongoing', startedOn: onDay(came + support) });
  else if (death < support && moving > support && support < 400 && chance.happens(0.05))
    supports.push({ length: 'ongoing', startedOn: onDay(came + support) });
  return {
    personId,
    contacts: contactsFrom(chance, came),
    supports,
    diedOn: death < 1000 ? onDay(came + death) : undefined,
    movedOn: moving < death && moving < 1000 ? onDay(came + moving) : undefined,
  };
}

/** What is not conversion: one-off, short-term and low-level support; and for one in twenty, support already open. */
function noise(chance: Chance, came: number): SupportSpan[] {
  const spans: SupportSpan[] = [];
  if (chance.happens(0.05)) spans.push({ length: 'ongoing', startedOn: onDay(came - chance.whole(1, 400)) });
  if (chance.happens(0.3)) {
    const length = (['one-off', 'short-term', 'low-level'] as const)[chance.whole(0, 2)] ?? 'one-off';
    const start = came + chance.whole(0, 30);
    spans.push({ length, startedOn: onDay(start), endedOn: onDay(start + chance.whole(0, 42)) });
  }
  return spans;
}

function contactsFrom(chance: Chance, came: number): { startedOn: Day; endedOn: Day }[] {
  const contacts = [{ startedOn: onDay(came), endedOn: onDay(came) }];
  if (chance.happens(0.4)) {
    const again = came + chance.whole(0, 4);
    contacts.unshift({ startedOn: onDay(again), endedOn: onDay(again) });
  }
  if (chance.happens(0.2)) {
    const back = came + chance.whole(10, 150);
    contacts.push({ startedOn: onDay(back), endedOn: onDay(back) });
  }
  return contacts;
}
