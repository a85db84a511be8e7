import type { Day } from '../platform/clock.ts';
import { type FollowedFrom, type WithinWindow, withinWindow } from './within-window.ts';

/** One person in a cohort, or one contact episode of theirs, as the record stands. */
export interface Followed {
  personId: string;
  firstContactOn: Day;
  /** The first ongoing (long-term) support starting on or after that contact. Never one-off, short-term or low-level support. */
  ongoingStartedOn?: Day | undefined;
  diedOn?: Day | undefined;
  movedOn?: Day | undefined;
  /** E2: ongoing support was already open on the day of contact, so this is not a new person. */
  hadOngoingAtStart: boolean;
}

export interface Conversion extends WithinWindow {
  of: 'people' | 'contact episodes';
  /** Left out of the cohort by E2, and said so. */
  alreadySupported: number;
}

/** Always shown together: a short window flatters, because support that starts late is missing from it. */
export const CONVERSION_WINDOWS = [28, 90, 180, 365] as const;

interface Question {
  people: readonly Followed[];
  windowDays: number;
  asOf: Day;
}

/**
 * E3: of the distinct new people whose window has run out, how many had ongoing support start `windowDays` days or less
 * after their first contact. Exactly W days counts, and so does the day of contact. Reaching conversation 3 is not
 * conversion, and neither is one-off, short-term or low-level support.
 *
 * Somebody who dies on day 10 of a 28-day window stays in the denominator, does not enter the numerator, and is counted
 * in `died` beside it. Their answer is known (ongoing support did not start, and now never will), and a death is not a
 * lost record. Leaving them out would ask the rate of a world in which nobody dies, and would raise it most where the
 * frailest people are. Moving away is treated the same way. So the share equals the competing-events curve of
 * `conversion-curve.ts` at day W, and a reader who wants another answer has the counts to work it out.
 * They join on the day their window runs out, like everybody else who first got in touch that day.
 *
 * A person given twice counts once, from the earliest contact at which they were new.
 * Sources: product rules E2 and E3; Putter H, Fiocco M, Geskus RB (2007), Stat Med 26:2389-2430 on competing risks.
 * @example conversion({ people, windowDays: 90, asOf: '2026-11-21' }).numerator
 */
export function conversion(question: Question): Conversion {
  const { fresh, alreadySupported } = partition(question.people, question.asOf);
  const people = [...firstOfEach(fresh).values()];
  const known = new Set(people.map((one) => one.personId));
  const left = new Set(alreadySupported.map((one) => one.personId).filter((id) => !known.has(id)));
  return { of: 'people', alreadySupported: left.size, ...tally({ ...question, people }) };
}

/**
 * E4: the same over contact episodes, one row for each. Nationally requests are counted, not people, and there were 1.4
 * of them a person in 2018-19, so the two shares differ and neither may stand for the other. One start of support
 * can follow several episodes of one person, so the interval is a little too narrow: say "about".
 */
export function conversionOfEpisodes(question: Question): Conversion {
  const { fresh, alreadySupported } = partition(question.people, question.asOf);
  return {
    of: 'contact episodes',
    alreadySupported: alreadySupported.length,
    ...tally({ ...question, people: fresh }),
  };
}

/** The same person in the shape every window and curve counts. */
export function asFollowedFrom(one: Followed): FollowedFrom {
  return {
    startOn: one.firstContactOn,
    happenedOn: one.ongoingStartedOn,
    diedOn: one.diedOn,
    movedOn: one.movedOn,
  };
}

/** E2 and "distinct people": the new people as of a day, each once. */
export function newPeople(people: readonly Followed[], asOf: Day): Followed[] {
  return [...firstOfEach(partition(people, asOf).fresh).values()];
}

const tally = (question: Question): WithinWindow =>
  withinWindow({ ...question, people: question.people.map(asFollowedFrom) });

function partition(
  people: readonly Followed[],
  asOf: Day,
): { fresh: Followed[]; alreadySupported: Followed[] } {
  const here = people.filter((one) => one.firstContactOn <= asOf);
  return {
    fresh: here.filter((one) => !one.hadOngoingAtStart),
    alreadySupported: here.filter((one) => one.hadOngoingAtStart),
  };
}

function firstOfEach(people: readonly Followed[]): Map<string, Followed> {
  const first = new Map<string, Followed>();
  for (const one of people) {
    const held = first.get(one.personId);
    if (!held || one.firstContactOn < held.firstContactOn) first.set(one.personId, one);
  }
  return first;
}
