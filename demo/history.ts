import type { Day } from '../src/platform/clock.ts';
import { type Calendar, calendarOf } from './arrivals.ts';
import type { WhatFollowed } from './calibration.ts';
import { cards } from './deal.ts';
import type { CameFrom } from './invented-people.ts';
import { liveOneLife } from './life.ts';
import { harbour, type SitePlan } from './site-plan.ts';

export interface InventedPerson {
  id: string;
  firstName: string;
  lastName: string;
  bornOn: Day;
  /** The postcode district, of a place that does not exist. */
  district: string;
  team: 'harbour' | 'marsh';
}

export interface InventedContact {
  id: string;
  personId: string;
  startedOn: Day;
  endedOn: Day;
  cameFrom: CameFrom;
  words: string;
  team: InventedPerson['team'];
  /** How the site's tap stood for this person's postcode that day; absent where or when there was no site. */
  tap?: 'on' | 'off' | undefined;
  /** Whether the site answered, by its own rules. Somebody it has met once stays with it, tap or no tap. */
  answeredBySite: boolean;
}

export interface InventedConversation {
  id: string;
  personId: string;
  kind: 1 | 2 | 3;
  /** The contacts it answers, the first first. */
  contactIds: string[];
  openedOn: Day;
  /** The first real conversation with the person; absent while nobody has spoken with them. */
  spokenWithOn?: Day | undefined;
  restedOn?: Day | undefined;
}

export interface InventedSupport {
  id: string;
  personId: string;
  length: 'ongoing' | 'low-level' | 'short-term' | 'one-off';
  startedOn: Day;
  endedOn?: Day | undefined;
  weeklyPence: number;
  oncePence: number;
}

/** What the generator decided; for testing that evidence finds it again, never to be loaded. */
export interface Planted {
  siteEffect: number;
  requests: { contactId: string; personId: string; whatFollowed: WhatFollowed; goesOnToOngoing: boolean }[];
}

export interface History {
  from: Day;
  to: Day;
  people: InventedPerson[];
  contacts: InventedContact[];
  conversations: InventedConversation[];
  supports: InventedSupport[];
  deaths: { personId: string; on: Day }[];
  moves: { personId: string; on: Day }[];
  returns: { personId: string; contactId: string; restedOn: Day; cameBackOn: Day }[];
  site: {
    name: string;
    team: string;
    districts: string[];
    startedOn: Day;
    tap: { on: Day; turned: 'on' | 'off'; why: string }[];
  };
  planted: Planted;
}

/** Everything a life is lived within. */
export interface Setting {
  seed: number;
  calendar: Calendar;
  site: SitePlan;
  siteEffect: number;
}

/**
 * Two years, say, of an invented council: the same seed, days and number of contacts always give the same history.
 *
 * `siteEffect` is what the site does to ongoing support, as a ratio: 0.8 means that of ten people who would have come to draw
 * on ongoing support, two do not when the site answers. The default is modest on purpose. It is not a finding: no
 * published study has measured one. Waits are shorter with the site too, so a short window can show the site the worse
 * of the two; that is real, and why windows stand together.
 * @example generateHistory({ seed: 1, from: '2024-11-22', to: '2026-11-21', contacts: 12_000 }).contacts.length // 12000
 */
export function generateHistory(asked: {
  seed: number;
  from: Day;
  to: Day;
  contacts: number;
  siteEffect?: number;
  site?: SitePlan;
}): History {
  const { seed, from, to, siteEffect = 0.8, site = harbour } = asked;
  const calendar = calendarOf(from, to);
  const setting: Setting = { seed, calendar, site, siteEffect };
  const history = emptyHistory(from, to, setting);
  for (const [at, deal] of cards(seed, asked.contacts).entries()) liveOneLife(history, setting, deal, at + 1);
  history.contacts.sort((a, b) => order(a.startedOn, b.startedOn));
  history.conversations.sort((a, b) => order(a.openedOn, b.openedOn));
  history.supports.sort((a, b) => order(a.startedOn, b.startedOn));
  return history;
}

function emptyHistory(from: Day, to: Day, { calendar, site, siteEffect }: Setting): History {
  const ago = (days: number): Day => calendar.day(calendar.last - days);
  return {
    from,
    to,
    people: [],
    contacts: [],
    conversations: [],
    supports: [],
    deaths: [],
    moves: [],
    returns: [],
    site: {
      name: site.name,
      team: site.team,
      districts: [...site.postcodes],
      startedOn: ago(site.startedDaysAgo),
      tap: site.tap.map(({ daysAgo, turned, why }) => ({ on: ago(daysAgo), turned, why })),
    },
    planted: { siteEffect, requests: [] },
  };
}

const order = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);
