import { addDays, type Day } from '../../platform/clock.ts';
import { CONVERSION_WINDOWS } from '../conversion.ts';
import { type Curve, curveOf } from '../curve.ts';
import { counterMeasure, type Figure, figure, TOO_FEW_BELOW } from '../figure.ts';
import type { Came, Group, Measured, Reached, WeekCount, WindowCount } from '../measured.ts';
import { RETURN_WINDOWS } from '../returns.ts';
import { type XmrPhase, xmr } from '../statistics/over-time/xmr.ts';
import { wilson } from '../statistics/wilson.ts';
import type { TimeToConversation } from '../time-to-conversation.ts';
import type { WithinWindow } from '../within-window.ts';
import { definitions } from './definitions.ts';

/** Everything counted about one group of people, ready to be said. */
export interface GroupEvidence {
  came: Omit<Came, 'group'>;
  people: Figure[];
  episodes: Figure[];
  returns: Figure[];
  waits: TimeToConversation;
  reached: Omit<Reached, 'group'>;
  /** E3, with deaths and moves as competing events. */
  curve: Curve;
}

export interface Evidence {
  asOf: Day;
  tooFewBelow: number;
  site: GroupEvidence;
  tapOff: GroupEvidence;
  elsewhere: GroupEvidence;
  before: GroupEvidence;
  /** E9: of those who got in touch each week, the share spoken with within seven days, in hundredths. */
  weekly: XmrPhase[];
  /** The same of the people the site is set beside. */
  weeklyBeside: XmrPhase[];
  /** E9: people new to the site's team who began ongoing support each week. */
  weeklySupport: XmrPhase[];
}

/** What the database counted, as figures that carry everything a figure must (E8). */
export function evidenceOf(measured: Measured, asOf: Day, tooFewBelow = TOO_FEW_BELOW): Evidence {
  const of = (group: Group): GroupEvidence => groupEvidence(measured, group, asOf, tooFewBelow);
  return {
    asOf,
    tooFewBelow,
    site: of('site'),
    tapOff: of('tap-off'),
    elsewhere: of('elsewhere'),
    before: of('before'),
    weekly: weeklyOf(measured.weeks),
    weeklyBeside: weeklyOf(measured.weeksBeside ?? []),
    weeklySupport: xmr({
      points: (measured.supportWeeks ?? []).map(({ on, people }) => ({ on, value: people })),
      within: { least: 0 },
    }),
  };
}

function groupEvidence(measured: Measured, group: Group, asOf: Day, tooFewBelow: number): GroupEvidence {
  const counted = (measure: WindowCount['measure'], windowDays: number): WithinWindow =>
    withinWindowOf(
      measured.windows.find(
        (one) => one.measure === measure && one.group === group && one.windowDays === windowDays,
      ),
      windowDays,
      asOf,
    );
  const back = counterMeasure(
    'came back within 90 days of everything resting',
    counted('returns', 90),
    tooFewBelow,
  );
  const supported = (of: Figure['of'], measure: 'people' | 'episodes') =>
    CONVERSION_WINDOWS.map((days) => {
      const parts = { of, definition: definitions[measure], counted: counted(measure, days), tooFewBelow };
      return figure({ ...parts, what: 'began ongoing support', counterMeasure: back });
    });
  const reached = counterMeasure('began ongoing support within 90 days', counted('people', 90), tooFewBelow);
  const returned = RETURN_WINDOWS.map((days) => {
    const parts = { of: 'people' as const, definition: definitions.cameBack, tooFewBelow };
    const what = 'came back after everything had rested';
    return figure({ ...parts, what, counted: counted('returns', days), counterMeasure: reached });
  });
  return {
    came: rowOf(measured.came, group) ?? { contacts: 0, episodes: 0, alreadySupportedEpisodes: 0 },
    people: supported('people', 'people'),
    episodes: supported('contact episodes', 'episodes'),
    returns: returned,
    waits: { ...(rowOf(measured.waits, group) ?? nobodyWaited), asOf },
    reached: rowOf(measured.reached, group) ?? nobodyReached,
    curve: curveOf(
      measured.ends.filter((one) => one.group === group),
      CONVERSION_WINDOWS,
      tooFewBelow,
    ),
  };
}

/** A week with nobody in it has no share, and no point. */
function weeklyOf(weeks: readonly WeekCount[]): XmrPhase[] {
  const points = weeks
    .filter(({ episodes }) => episodes > 0)
    .map(({ on, episodes, spokenWithinAWeek }) => ({
      on,
      value: Math.round((1_000 * spokenWithinAWeek) / episodes) / 10,
    }));
  return xmr({ points, within: { least: 0, most: 100 } });
}

function withinWindowOf(count: WindowCount | undefined, windowDays: number, asOf: Day): WithinWindow {
  const { numerator, died, moved, neither, notYetKnown } = count ?? nothingCounted;
  const denominator = numerator + died + moved + neither;
  const interval = wilson(numerator, denominator);
  const followed = { windowDays, followUpTo: asOf, startsTo: addDays(asOf, -windowDays) };
  return { ...followed, numerator, denominator, notYetKnown, died, moved, interval };
}

function rowOf<Row extends { group: Group }>(
  rows: readonly Row[],
  group: Group,
): Omit<Row, 'group'> | undefined {
  const row = rows.find((one) => one.group === group);
  if (!row) return undefined;
  const { group: _, ...rest } = row;
  return rest;
}

const nothingCounted = { numerator: 0, died: 0, moved: 0, neither: 0, notYetKnown: 0 };
const nobodyReached = { people: 0, alreadySupported: 0, none: 0, one: 0, two: 0, three: 0, ongoing: 0 };
const nobodyWaited = {
  spokenWith: 0,
  median: null,
  ninetieth: null,
  longest: null,
  notYetSpokenWith: 0,
  longestStillWaiting: null,
  neverReached: 0,
};
