// What is planted: how often each thing comes, and the true answer worked out exactly, day by day.

/** The window asked of, in days. */
export const windowDays = 90;
/** Weeks in which people come to the site, and in the quarter before it began. */
export const weeks = { site: 26, before: 13 };

export interface Kind {
  name: string;
  /** What the site does to how often support begins, for those it meets: 1 is nothing, 0.5 halves the share. */
  effect: 1 | 0.5;
  /** How many times the usual number die. */
  deaths: number;
  /** Share of people who are frail. */
  frail: { here: number; elsewhere: number };
  /** Days looked at after the last week's people came; 0 leaves half of them short of the window. */
  lookedOnFor: number;
  /** Frail people come in busy weeks, and then the tap is off. */
  isTapOffWhenBusy: boolean;
  /** The site is opened in the team whose last quarter looked worst of so many. */
  worstOf: number;
  /** How many times as often support began everywhere in the quarter before. */
  before: number;
  /** How far teams differ of themselves in how often support begins, whoever they meet (standard deviation of the log). */
  teamsDiffer: number;
}

const usual: Omit<Kind, 'name'> = {
  effect: 1,
  deaths: 1,
  frail: { here: 0.3, elsewhere: 0.3 },
  lookedOnFor: 120,
  isTapOffWhenBusy: false,
  worstOf: 1,
  before: 1,
  teamsDiffer: 0,
};

export const kinds: readonly Kind[] = [
  { ...usual, name: 'no effect' },
  { ...usual, name: 'halved', effect: 0.5 },
  { ...usual, name: 'regression to the mean', worstOf: 8 },
  { ...usual, name: 'falling everywhere', before: 1.4 },
  { ...usual, name: 'tap off when busy', isTapOffWhenBusy: true },
  { ...usual, name: 'tap off when busy, halved', isTapOffWhenBusy: true, effect: 0.5 },
  { ...usual, name: 'deaths', deaths: 6 },
  { ...usual, name: 'deaths, halved', deaths: 6, effect: 0.5 },
  { ...usual, name: 'short follow-up', lookedOnFor: 0 },
  { ...usual, name: 'short follow-up, halved', lookedOnFor: 0, effect: 0.5 },
  { ...usual, name: 'a less frail patch', frail: { here: 0.15, elsewhere: 0.4 } },
];

/** What no interval round one site can see, printed so that nobody forgets it: teams that differ whatever they do. */
export const beyond: readonly Kind[] = [
  { ...usual, name: 'teams differ by 10%', teamsDiffer: 0.1 },
  { ...usual, name: 'teams differ by 25%', teamsDiffer: 0.25 },
];

/** How often each thing comes to somebody, a day. */
export interface Rates {
  support: number;
  death: number;
  moving: number;
}

/** One in four weeks is busy: twice the people, and under this tap more of them frail. */
export const isBusy = (week: number): boolean => week % 4 === 3;
export const peopleOf = (kind: Kind, week: number): number => (kind.isTapOffWhenBusy && isBusy(week) ? 2 : 1);
export const frailIn = (kind: Kind, where: 'here' | 'elsewhere', week: number): number =>
  kind.isTapOffWhenBusy ? (isBusy(week) ? 0.5 : 0.2) : kind.frail[where];

export function ratesOf(kind: Kind, isFrail: boolean, support = 1): Rates {
  return {
    support: (isFrail ? 0.0045 : 0.0009) * support,
    death: (isFrail ? 0.001 : 0.0002) * kind.deaths,
    moving: 0.0003,
  };
}

/**
 * The share of people with these rates to whom support begins within the window, worked out exactly: by each day,
 * those with whom nothing has happened yet; on the same day support comes first, as the rules say.
 */
export function trueShare({ support, death, moving }: Rates): number {
  let share = 0;
  for (let day = 0; day <= windowDays; day += 1)
    share += Math.exp(-(death + moving + support) * day) * (1 - Math.exp(-support));
  return share;
}

/** How much less often support must begin each day so that the share in the window is `effect` of what it was. */
export function multiplierFor(kind: Kind, isFrail: boolean): number {
  if (kind.effect === 1) return 1;
  const aim = kind.effect * trueShare(ratesOf(kind, isFrail));
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (trueShare(ratesOf(kind, isFrail, middle)) < aim) low = middle;
    else high = middle;
  }
  return low;
}

/** The true share of everybody who came to the site's team, or to the others, in the site's weeks. */
export function plantedShare(kind: Kind, where: 'here' | 'elsewhere'): number {
  let total = 0;
  let people = 0;
  for (let week = 0; week < weeks.site; week += 1) {
    const isMet = where === 'here' && !(kind.isTapOffWhenBusy && isBusy(week));
    const share = (isFrail: boolean) =>
      trueShare(ratesOf(kind, isFrail, isMet ? multiplierFor(kind, isFrail) : 1));
    const frail = frailIn(kind, where, week);
    people += peopleOf(kind, week);
    total += peopleOf(kind, week) * (frail * share(true) + (1 - frail) * share(false));
  }
  return total / people;
}
