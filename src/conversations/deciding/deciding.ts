import type { Day } from '../../platform/clock.ts';

export const authorities = [
  'lasting-power-health',
  'lasting-power-money',
  'enduring-power',
  'deputy-health',
  'deputy-money',
  'appointee',
  'advance-decision',
] as const;
export type Authority = (typeof authorities)[number];

/** Each as a page says it, with the source it rests on. */
export const authorityInWords: Record<Authority, { text: string; source: string }> = {
  'lasting-power-health': {
    text: 'Attorney for health and care',
    source: 'Mental Capacity Act 2005 s9, s11(7): only what the person cannot decide',
  },
  'lasting-power-money': {
    text: 'Attorney for money and property',
    source: 'Mental Capacity Act 2005 s9',
  },
  'enduring-power': {
    text: 'Attorney for money, made before October 2007',
    source: 'Mental Capacity Act 2005 schedule 4',
  },
  'deputy-health': { text: 'Deputy for health and care', source: 'Mental Capacity Act 2005 s16, s20' },
  'deputy-money': { text: 'Deputy for money and property', source: 'Mental Capacity Act 2005 s16, s20' },
  appointee: { text: 'Appointee for benefits only', source: 'SI 1987/1968 reg 33' },
  'advance-decision': {
    text: 'The person’s own decision, made earlier, to refuse a treatment',
    source: 'Mental Capacity Act 2005 s24 to s26',
  },
};

export type About = 'care' | 'money' | 'other';

/** What was found about one decision on one day. */
export interface Finding {
  decision: string;
  about: About;
  lookedAtOn: Day;
  finding: 'can' | 'cannot';
  recordedAt: Date;
}

/** Somebody who may decide, and exactly what. */
export interface DecidingFor {
  name: string;
  authority: Authority;
  scope: string;
  seenOn: Day | null;
  fromOn: Day | null;
  untilOn: Day | null;
}

export type WhoDecides =
  | { who: 'the-person'; because: string }
  | { who: 'somebody-for-them'; names: DecidingFor[]; because: string }
  | { who: 'see-the-document'; names: DecidingFor[]; because: string }
  | { who: 'best-interests'; because: string };

/**
 * N4, Mental Capacity Act 2005 s1(2), s2 to s4: who may decide this one thing. Everybody may decide for
 * themselves unless it was found, about this decision, that they cannot; a finding about another decision says
 * nothing. Then whoever has the authority for it and whose document somebody here has seen; else it is decided
 * in the person’s best interests. The latest finding about the same decision is the one that counts.
 * @example mayDecide([], [attorney], { decision: 'where to live', about: 'care' }, '2026-11-21').who // 'the-person'
 */
export function mayDecide(
  findings: readonly Finding[],
  others: readonly DecidingFor[],
  asked: { decision: string; about: About },
  today: Day,
): WhoDecides {
  const last = findings
    .filter(({ decision }) => isSame(decision, asked.decision))
    .toSorted((one, other) => order(one).localeCompare(order(other)))
    .at(-1);
  if (!last) return { who: 'the-person', because: 'nothing has been found that says otherwise' };
  if (last.finding === 'can') return { who: 'the-person', because: 'it was looked at, and they can decide' };
  const named = others.filter((one) => covers(one.authority, asked.about) && standsOn(one, today));
  const seen = named.filter(({ seenOn }) => seenOn !== null);
  if (seen.length)
    return { who: 'somebody-for-them', names: seen, because: 'they have the authority for it' };
  if (named.length)
    return { who: 'see-the-document', names: named, because: 'nobody here has seen the document yet' };
  return {
    who: 'best-interests',
    because: 'nobody else has the authority: it is decided in their best interests, with those who know them',
  };
}

const isSame = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const order = ({ lookedAtOn, recordedAt }: Finding): string => `${lookedAtOn} ${recordedAt.toISOString()}`;

/** An appointee has benefits only, and an advance decision speaks for one treatment: neither decides here. */
function covers(authority: Authority, about: About): boolean {
  const care: Authority[] = ['lasting-power-health', 'deputy-health'];
  const money: Authority[] = ['lasting-power-money', 'enduring-power', 'deputy-money'];
  return (about === 'care' && care.includes(authority)) || (about === 'money' && money.includes(authority));
}

/** The day it ends is still a day on which it stands. */
export function standsOn({ fromOn, untilOn }: DecidingFor, today: Day): boolean {
  return (fromOn === null || fromOn <= today) && (untilOn === null || untilOn >= today);
}
