import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { definitions } from '../site/definitions.ts';
import type { Measure } from './kept-site.ts';

/** A measure of ours, as it can be registered: its words are copied then, and frozen. */
export interface OurMeasure {
  about: string;
  measure: string;
  definition: string;
}

/** The measures the record can answer by itself, in the order they are offered. */
export const ourMeasures: readonly OurMeasure[] = [
  { about: 'E1', measure: 'Contact episodes', definition: definitions.contactEpisode },
  {
    about: 'E3',
    measure: 'People who came to draw on ongoing support, within 28, 90, 180 and 365 days',
    definition: `${definitions.people} ${definitions.newPerson} ${definitions.died}`,
  },
  {
    about: 'E4',
    measure: 'Contact episodes followed by ongoing support, within 28, 90, 180 and 365 days',
    definition: `${definitions.episodes} ${definitions.newPerson}`,
  },
  { about: 'E6', measure: 'Days to conversation', definition: definitions.wait },
  { about: 'E7', measure: 'Coming back within 90, 270 and 365 days', definition: definitions.cameBack },
];

/** Whether a measure was registered before the first day, on or after it, or before any first day was said. */
export type MeasureStanding = 'before-the-start' | 'after-the-start' | 'not-begun';

/** E11: registered before the site starts; the first day itself is too late. */
export function measureStanding(registeredOn: Day, startedOn: Day | null): MeasureStanding {
  if (!startedOn) return 'not-begun';
  return registeredOn < startedOn ? 'before-the-start' : 'after-the-start';
}

/** @example measureStandingInWords(measure, '2026-03-16') // 'registered 2 March 2026, before the start' */
export function measureStandingInWords(
  { registeredOn }: Pick<Measure, 'registeredOn'>,
  startedOn: Day | null,
): string {
  const where = {
    'before-the-start': ', before the start',
    'after-the-start': ', after the start',
    'not-begun': '',
  }[measureStanding(registeredOn, startedOn)];
  return `registered ${longDate(registeredOn)}${where}`;
}

/** E11: a measure that changes another, or comes after the start, says why; one is changed once, by the next. */
export function mayRegister(
  site: { startedOn: Day | null; measures: readonly Measure[] },
  asked: { replacesId: string | null; why: string | null },
  today: Day,
): Refusal | null {
  const isAfter = measureStanding(today, site.startedOn) === 'after-the-start';
  if (asked.replacesId && site.measures.some(({ replacesId }) => replacesId === asked.replacesId))
    return refuse(
      'E11',
      'that measure has been changed by a later one already',
      'change the later one instead',
    );
  if (asked.why || !(asked.replacesId || isAfter)) return null;
  return refuse(
    'E11',
    asked.replacesId ? 'a measure is changed only with a reason' : 'the site has begun',
    'write why; the day and the reason are shown wherever the measure is',
  );
}
