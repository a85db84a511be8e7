import { addDays, type Day } from '../../platform/clock.ts';
import { CONVERSION_WINDOWS } from '../conversion.ts';
import { counterMeasure, type Figure, figure } from '../figure.ts';
import { RETURN_WINDOWS } from '../returns.ts';
import { definitions } from '../site/definitions.ts';
import { wilson } from '../statistics/wilson.ts';
import type { WithinWindow } from '../within-window.ts';
import type { CountedLoad } from './counting/counted.store.ts';
import { type Counted, DEFINITIONS_VERSION } from './counting/counted.ts';

/** What a history shows, every share a figure with all that a figure must carry (E8). */
export interface BroughtEvidence extends Omit<Counted, 'windows'> {
  id: string;
  name: string;
  asOf: Day;
  from: Day;
  takenOn: Day;
  team: string | null;
  teams: string[];
  events: number;
  everybody: number;
  definitionsVersion: number;
  definitions: Record<string, string>;
  people: Figure[];
  episodes: Figure[];
  returns: Figure[];
}

const own = {
  people: definitions.people,
  episodes: definitions.episodes,
  cameBack: definitions.cameBack,
  contactEpisode: definitions.contactEpisode,
  newPerson: `${definitions.newPerson} Support that began before the file’s first contact is known only when the file gives its start.`,
  wait: definitions.wait,
  sequel:
    'What the national return (STS001) would read as following an asking by somebody new: it looks 28 days ahead, a gap of more than 3 days or another contact ends it, and the highest ranked support wins. It depends on how conversation 2 is sent; what happened to people does not.',
  waiting:
    'Waiting to talk: got in touch, not spoken with, and nothing said to have come of the contact. Waiting for support: agreed and not begun. Catch-up overdue: ongoing support open, and a year since it began or was last looked at together.',
};

/** @example evidenceOfHistory(counted).people[1]?.windowDays // 90 */
export function evidenceOfHistory({ load, asOf, team, counted }: CountedLoad): BroughtEvidence {
  const { windows, ...rest } = counted;
  const within = (measure: (typeof windows)[number]['measure'], days: number): WithinWindow =>
    asWindow(
      windows.find((one) => one.measure === measure && one.windowDays === days),
      days,
      asOf,
    );
  const back = counterMeasure('came back within 90 days of everything resting', within('returns', 90));
  const supported = counterMeasure('began ongoing support within 90 days', within('people', 90));
  const began = (of: Figure['of'], measure: 'people' | 'episodes') =>
    CONVERSION_WINDOWS.map((days) =>
      figure({
        what: 'began ongoing support',
        definition: own[measure],
        of,
        counted: within(measure, days),
        counterMeasure: back,
      }),
    );
  return {
    ...rest,
    id: load.historyId,
    name: load.name,
    asOf,
    from: load.firstOn ?? asOf,
    takenOn: load.takenOn ?? asOf,
    team,
    teams: load.words.team.filter((name) => name !== ''),
    events: load.events,
    everybody: load.people,
    definitionsVersion: DEFINITIONS_VERSION,
    definitions: own,
    people: began('people', 'people'),
    episodes: began('contact episodes', 'episodes'),
    returns: RETURN_WINDOWS.map((days) =>
      figure({
        what: 'came back after everything had rested',
        definition: own.cameBack,
        of: 'people',
        counted: within('returns', days),
        counterMeasure: supported,
      }),
    ),
  };
}

function asWindow(
  count: Omit<Counted['windows'][number], 'measure'> | undefined,
  windowDays: number,
  asOf: Day,
): WithinWindow {
  const { numerator, died, moved, neither, notYetKnown } = count ?? nothing;
  const denominator = numerator + died + moved + neither;
  return {
    windowDays,
    numerator,
    denominator,
    notYetKnown,
    died,
    moved,
    followUpTo: asOf,
    startsTo: addDays(asOf, -windowDays),
    interval: wilson(numerator, denominator),
  };
}

const nothing = { numerator: 0, died: 0, moved: 0, neither: 0, notYetKnown: 0 };
