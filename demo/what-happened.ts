import type { WhatFollowed } from './calibration.ts';
import type { CameFrom } from './invented-people.ts';
import type { Chance } from './random.ts';

/**
 * What happened after people got in touch, in days as numbers. Nothing in this file is published: lengths, costs and
 * chances are judgements, made so that the shares which are published come out right.
 */

/** Everything chance decides about one request, drawn together, so that one life never disturbs another's luck. */
export interface Request {
  day: number;
  cameFrom: CameFrom;
  bySite: boolean;
  whatFollowed: WhatFollowed;
  /** Short-term support that turned out not to be the end of it. */
  goesOnToOngoing: boolean;
  wait: number;
  listening: number;
  /** Days of working intensively; 0 when there was no crisis. */
  intensive: number;
  /** Days before, and of, building a good life; reached without ongoing support too, and that is not conversion. */
  beforeThree: number;
  three: number;
  reachesThree: boolean;
  supportLag: number;
  shortTermDays: number;
  weeklyPence: number;
  oncePence: number;
  diesSoon: boolean;
}

/** One run of conversations, from getting in touch to everything resting. */
export interface Spell {
  requests: Request[];
  spokenWith: number;
  conversations: { kind: 1 | 2 | 3; opened: number; spokenWith: number; rested: number }[];
  supports: LaidSupport[];
  rested: number;
}

export interface LaidSupport {
  length: 'ongoing' | 'low-level' | 'short-term' | 'one-off';
  start: number;
  end: number | undefined;
  weeklyPence: number;
  oncePence: number;
}

/** Draws one request. @example drawRequest({ day: 12, cameFrom: 'hospital', bySite: false, whatFollowed: 'nothing', goesOnToOngoing: false }, luck) */
export function drawRequest(
  known: Pick<Request, 'day' | 'cameFrom' | 'bySite' | 'whatFollowed' | 'goesOnToOngoing'>,
  luck: Chance,
): Request {
  const leadsOn = known.whatFollowed === 'long-term' || known.goesOnToOngoing;
  const crisis = luck.next() < crisisShare(known) * (known.bySite ? 1.5 : 1);
  const length = luck.between(14, 60);
  return {
    ...known,
    wait: known.bySite ? waitWithSite(luck) : waitAsBefore(known.cameFrom, leadsOn, luck),
    listening: luck.between(7, 45),
    intensive: crisis ? length : 0,
    beforeThree: luck.between(4, 18),
    three: luck.between(20, 60),
    reachesThree: luck.happens(leadsOn ? 1 : 0.04),
    supportLag: luck.between(3, 28),
    shortTermDays: luck.between(14, 42),
    weeklyPence: Math.round(luck.logNormal(31_000, 0.6) / 100) * 100,
    oncePence: luck.between(30, 650) * 100,
    diesSoon: known.whatFollowed === 'other' && luck.happens(0.4),
  };
}

/**
 * Gathers one person's requests, in order, into spells: somebody who rings again while anything is open is talking to
 * us already, and is answered within the same conversations.
 */
export function spellsOf(requests: readonly Request[]): Spell[] {
  const spells: Spell[] = [];
  for (const request of requests) {
    const open = spells.at(-1);
    if (open && request.day <= open.rested) spells[spells.length - 1] = lay([...open.requests, request]);
    else spells.push(lay([request]));
  }
  return spells;
}

/** Somebody stays with the person until what comes next has begun: conversation 2 rests on the day 3 opens, never before. */
function lay(requests: Request[]): Spell {
  const opened = Math.min(...requests.map((request) => request.day));
  const spokenWith = Math.min(...requests.map((request) => request.day + request.wait));
  const from = (request: Request): number => Math.max(spokenWith, request.day);
  const crises = requests.filter((request) => request.intensive > 0);
  const threes = requests.filter((request) => request.reachesThree);
  const steady = Math.max(...requests.map((request) => from(request) + request.intensive));
  const threeOpens = steady + Math.max(0, ...threes.map((request) => request.beforeThree));
  const three = threes.length > 0 && {
    kind: 3 as const,
    opened: threeOpens,
    rested: threeOpens + Math.max(...threes.map((request) => request.three)),
  };
  const two = crises.length > 0 && {
    kind: 2 as const,
    opened: Math.min(...crises.map(from)),
    rested: three ? three.opened : steady,
  };
  const listened = Math.max(...requests.map((request) => from(request) + request.listening));
  const oneRested = two ? two.opened : three ? three.opened : listened;
  const conversations = [{ kind: 1 as const, opened, rested: oneRested }, two, three]
    .filter((one) => one !== false)
    .map((one) => ({ ...one, spokenWith: Math.max(spokenWith, one.opened) }));
  const supports = requests.flatMap((request) => supportsAfter(request, from(request), threeOpens));
  return {
    requests,
    spokenWith,
    conversations,
    supports,
    rested: Math.max(...conversations.map((one) => one.rested)),
  };
}

function supportsAfter(request: Request, from: number, threeOpens: number): LaidSupport[] {
  const { supportLag, weeklyPence, oncePence } = request;
  const once = {
    length: 'one-off' as const,
    start: from + supportLag,
    end: from + supportLag,
    weeklyPence: 0,
    oncePence,
  };
  const ongoing = (start: number): LaidSupport => ({
    length: 'ongoing',
    start,
    end: undefined,
    weeklyPence,
    oncePence: 0,
  });
  switch (request.whatFollowed) {
    case 'long-term':
      return [ongoing(threeOpens + supportLag)];
    case 'low-level': {
      const slight = Math.max(400, Math.round(weeklyPence / 2_000) * 100);
      return [
        { length: 'low-level', start: from + supportLag, end: undefined, weeklyPence: slight, oncePence: 0 },
      ];
    }
    case 'short-term': {
      const start = from + 1 + (supportLag % 6);
      const end = start + request.shortTermDays;
      const short: LaidSupport = { length: 'short-term', start, end, weeklyPence, oncePence: 0 };
      return request.goesOnToOngoing ? [short, ongoing(Math.max(end, threeOpens) + 1)] : [short];
    }
    default:
      return request.whatFollowed === 'other' || request.reachesThree || request.intensive > 0 ? [once] : [];
  }
}

function crisisShare(known: Pick<Request, 'whatFollowed' | 'cameFrom'>): number {
  const bySequel = {
    universal: 0.04,
    nothing: 0.03,
    'low-level': 0.05,
    'short-term': 0.35,
    'long-term': 0.3,
    other: 0.2,
  };
  return bySequel[known.whatFollowed] + (known.cameFrom === 'hospital' ? 0.08 : 0);
}

/** Whoever answers meets them: most the same day, a tail of people who are hard to find at home. */
function waitWithSite(luck: Chance): number {
  const tail = luck.between(2, 12);
  const share = luck.next();
  return share < 0.55 ? 0 : share < 0.78 ? 1 : share < 0.9 ? 2 : tail;
}

/**
 * Waits before the site. A quarter are answered within two days. The rest have a long tail, set so that about a
 * quarter of those still waiting on any day have waited six months, as ADASS found (`calibration.ts`). People plainly
 * in need of ongoing support, and people in hospital, are reached sooner.
 */
function waitAsBefore(cameFrom: CameFrom, leadsOn: boolean, luck: Chance): number {
  const answeredSoon = luck.happens(0.25);
  const soon = luck.between(0, 2);
  const usual = luck.logNormal(leadsOn ? 14 : 24, leadsOn ? 0.9 : 1.37);
  if (answeredSoon) return soon;
  const wait = cameFrom === 'hospital' ? usual / 3 : usual;
  return Math.round(leadsOn ? Math.min(wait, 90) : wait);
}
