// One made-up site, answered by the product's own rules, beside what a two-point before and after would have said.
import { type Conversion, conversion, type Followed } from '../../src/evidence/conversion.ts';
import { conversionByNow } from '../../src/evidence/conversion-curve.ts';
import { followEpisodes } from '../../src/evidence/followed.ts';
import { difference } from '../../src/evidence/statistics/difference.ts';
import {
  differenceOfEstimates,
  type EstimateWithin,
} from '../../src/evidence/statistics/difference-of-estimates.ts';
import { standardised } from '../../src/evidence/statistics/standardised.ts';
import { type Chance, chanceFrom } from './chance.ts';
import {
  frailIn,
  isBusy,
  type Kind,
  multiplierFor,
  peopleOf,
  plantedShare,
  ratesOf,
  weeks,
  windowDays,
} from './kinds.ts';
import { onDay, siteStartedOn, somebody } from './people.ts';

/** How many new people come to the site's team and to all the others. */
const size = { here: 240, elsewhere: 480 };

interface Came {
  rows: Followed[];
  isFrail: boolean;
  isTapOff: boolean;
}

/** What each way of asking said of one site. */
export interface Answer {
  truth: number;
  /** Everybody who came to the team, tap on or off, less everybody elsewhere, each followed for the whole window. */
  whole: EstimateWithin;
  /** The same, read off the curves with shorter follow-up used. */
  byNow: EstimateWithin;
  /** The same as `whole`, standardised to the frailty of those elsewhere. */
  alike: EstimateWithin;
  /** Only those whom the tap let in, less everybody elsewhere. */
  tapOn: EstimateWithin;
  /** Those let in, alive and still here to be counted, begun so far, less the quarter before: two points. */
  naive: number;
}

const settled = new Map<Kind, { truth: number; multipliers: { frail: number; other: number } }>();
function settle(kind: Kind) {
  const held = settled.get(kind);
  if (held) return held;
  const one = {
    // The patch is planted with no effect; its true difference is nought once people are alike.
    truth:
      kind.frail.here === kind.frail.elsewhere
        ? plantedShare(kind, 'here') - plantedShare(kind, 'elsewhere')
        : 0,
    multipliers: { frail: multiplierFor(kind, true), other: multiplierFor(kind, false) },
  };
  settled.set(kind, one);
  return one;
}

export function oneSite(kind: Kind, ...seed: readonly number[]): Answer {
  const chance = chanceFrom(...seed);
  const { truth } = settle(kind);
  const team = Math.exp(kind.teamsDiffer * chance.normal());
  const asOf = onDay(weeks.site * 7 + kind.lookedOnFor);
  const here = cameTo(chance, kind, 'here', team);
  const elsewhere = cameTo(chance, kind, 'elsewhere', 1);
  const ask = (came: readonly Came[]): Conversion =>
    conversion({ people: came.flatMap((one) => one.rows), windowDays, asOf });
  const there = ask(elsewhere);
  const met = here.filter((one) => !one.isTapOff);
  return {
    truth,
    whole: apart(ask(here), there),
    byNow: apartByNow(here, elsewhere, asOf),
    alike: apartAlike(
      [true, false].map((isFrail) => {
        const like = (came: readonly Came[]) => ask(came.filter((one) => one.isFrail === isFrail));
        return { name: isFrail ? 'frail' : 'other', here: like(here), elsewhere: like(elsewhere) };
      }),
    ),
    tapOn: apart(ask(met), there),
    naive: soFar(met, asOf) - quarterBefore(chance, kind, team),
  };
}

function cameTo(chance: Chance, kind: Kind, where: 'here' | 'elsewhere', team: number): Came[] {
  const { multipliers } = settle(kind);
  const pace = Array.from({ length: weeks.site }, (_, week) => peopleOf(kind, week));
  const all = pace.reduce((sum, one) => sum + one, 0);
  return Array.from({ length: size[where] }, (_, number): Came => {
    const week = weekOf(pace, chance.share() * all);
    const isFrail = chance.happens(frailIn(kind, where, week));
    const isTapOff = kind.isTapOffWhenBusy && isBusy(week) && where === 'here';
    const isMet = where === 'here' && !isTapOff;
    const effect = isMet ? multipliers[isFrail ? 'frail' : 'other'] : 1;
    const rates = ratesOf(kind, isFrail, team * effect);
    const record = somebody(chance, `${where} ${number}`, week * 7 + chance.whole(0, 6), rates);
    const cohort = { from: siteStartedOn, to: onDay(weeks.site * 7 + 400) };
    return { rows: followEpisodes(record, cohort), isFrail, isTapOff };
  });
}

/** The week in which a place along all the people who come falls. */
function weekOf(pace: readonly number[], place: number): number {
  let passed = 0;
  return pace.findIndex((one) => {
    passed += one;
    return place < passed;
  });
}

/** The share in the quarter before, of the team that was chosen for how it looked. */
function quarterBefore(chance: Chance, kind: Kind, ours: number): number {
  const shares = Array.from({ length: kind.worstOf }, (_, team) => {
    const came = Array.from({ length: size.here / 2 }, (_, number): Came => {
      const isFrail = chance.happens(kind.frail.here);
      const day = -weeks.before * 7 - windowDays + chance.whole(0, weeks.before * 7 - 1);
      const rates = ratesOf(kind, isFrail, ours * kind.before);
      const record = somebody(chance, `before ${team} ${number}`, day, rates);
      const rows = followEpisodes(record, { from: onDay(day), to: siteStartedOn });
      return { rows, isFrail, isTapOff: false };
    });
    return soFar(came, siteStartedOn);
  });
  return Math.max(...shares);
}

/** As a slide would have it: those who began so far, of those not lost, whatever follow-up anybody has had. */
function soFar(came: readonly Came[], asOf: string): number {
  let began = 0;
  let counted = 0;
  for (const { rows } of came) {
    const first = rows[0];
    if (!first || first.firstContactOn > asOf) continue;
    const gone = [first.diedOn, first.movedOn].some((day) => day !== undefined && day <= asOf);
    if (gone || first.hadOngoingAtStart) continue;
    counted += 1;
    const start = first.ongoingStartedOn;
    if (start !== undefined && start <= asOf && start <= onDay(daysAfter(first.firstContactOn))) began += 1;
  }
  return began / counted;
}

const daysAfter = (day: string): number =>
  Math.round((Date.parse(day) - Date.parse(siteStartedOn)) / 86_400_000) + windowDays;

function apart(here: Conversion, there: Conversion): EstimateWithin {
  const found = difference(here, there);
  if (!found) throw new Error('nobody was followed');
  return { value: found.difference, low: found.low, high: found.high };
}

function apartAlike(bands: Parameters<typeof standardised>[0]): EstimateWithin {
  const found = standardised(bands).difference;
  if (!found) throw new Error('nobody alike was followed');
  return found;
}

function apartByNow(here: readonly Came[], elsewhere: readonly Came[], asOf: string): EstimateWithin {
  const [one, other] = [here, elsewhere].map((came) => {
    const people = came.flatMap((each) => each.rows);
    const { share, interval } = conversionByNow({ people, asOf, windowDays });
    if (share === null || interval === null) throw new Error('nobody was followed for the window');
    return { value: share, ...interval };
  });
  if (!one || !other) throw new Error('there are two arms');
  return differenceOfEstimates(one, other);
}
