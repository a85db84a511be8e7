import { addDays, type Day } from '../../platform/clock.ts';
import type { RuleSet } from '../rule-set.ts';

/** A fact from which a day follows, as the view clock_start tells it. */
export interface ClockStart {
  personId: string;
  kind: string;
  startedOn: Day;
  /** What it is about: a promise, a plan, a fact … */
  sourceId: string;
  /** Somebody's own words for it, such as what was promised; empty for most. */
  words: string;
  /** What else the rule must know. */
  facts: Readonly<Record<string, unknown>> | null;
}

/** A day that follows from a fact, or the first and the last of the days on which something is due. */
export interface Due {
  /** Tells parts of one clock from one another; empty where there is one. */
  part: string;
  /** The first day on which it may be done; the same as `by` for most. */
  from: Day;
  /** The last day on which it is in time. */
  by: Day;
  /** What is due, as a sentence about the person without their name: “The first catch-up on how the plan is going.” */
  says: string;
  /** Where it is done. */
  link: string;
  /** The words of that link. */
  act: string;
  /** What a phone may say of it: the kind and nothing about anybody. */
  kindInWords: string;
  rule: string;
}

/** One kind of duty: its rule, its law, and the day that follows from the day it counts from. */
export interface Clock {
  /** Our rule's id, as in the README. */
  rule: string;
  /** Where the day comes from: Act and section, guidance, or that it is ours. */
  law: string;
  /** The fewest days from start to due under any rules, so that a reader need not look at later starts. */
  atLeastDays: number;
  due: (start: ClockStart, rules: RuleSet, now: Date) => Due[];
}

/** What differs from kind to kind in a clock that has one day. */
export interface Plain {
  rule: string;
  law: string;
  atLeastDays?: number;
  days?: (startedOn: Day, rules: RuleSet) => { from: Day; by: Day };
  says: (start: ClockStart) => string;
  link: (start: ClockStart) => string;
  act: string;
  kindInWords: string;
}

/** A clock with one day, or one run of days. */
export function plainClock(plain: Plain): Clock {
  const { rule, law, says, link, act, kindInWords } = plain;
  const days = plain.days ?? onTheDay;
  return {
    rule,
    law,
    atLeastDays: plain.atLeastDays ?? 0,
    due: (start, rules) => [
      {
        ...days(start.startedOn, rules),
        ...{ part: '', rule, act, kindInWords, says: says(start), link: link(start) },
      },
    ],
  };
}

/** Due on the day itself. */
export const onTheDay = (day: Day): { from: Day; by: Day } => ({ from: day, by: day });

/** Due so many days after, or before. @example withinDays('2026-11-01', 7) // { from: '2026-11-08', by: '2026-11-08' } */
export const withinDays = (day: Day, days: number): { from: Day; by: Day } => onTheDay(addDays(day, days));

export const personPage =
  (path = '') =>
  ({ personId }: ClockStart): string =>
    `/people/${personId}${path}`;

/** Somebody's words as the end of a sentence of ours. @example ended('ring the boat shed') // 'ring the boat shed.' */
export const ended = (words: string): string =>
  /[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`;
