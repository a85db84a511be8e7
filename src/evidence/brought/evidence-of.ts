import { addDays, type Day } from '../../platform/clock.ts';
import { CONVERSION_WINDOWS } from '../conversion.ts';
import { type CounterMeasure, counterMeasure, type Figure, figure } from '../figure.ts';
import { RETURN_WINDOWS } from '../returns.ts';
import { definitions } from '../site/definitions.ts';
import { wilson } from '../statistics/wilson.ts';
import type { WithinWindow } from '../within-window.ts';
import type { CountedLoad } from './counting/counted.store.ts';
import { type Counted, DEFINITIONS_VERSION } from './counting/counted.ts';

/** People of one age band or district. */
export interface AmongFigures {
  by: 'ageBand' | 'district';
  name: string;
  figures: Figure[];
}

/** What a history shows, every share a figure with all that a figure must carry (E8). */
export interface BroughtEvidence extends Omit<Counted, 'windows' | 'among'> {
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
  among: AmongFigures[];
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
  reached:
    'The furthest conversation each new person has had since they first got in touch, once for each person. Reaching conversation 3 is not ongoing support, and ongoing support is counted whichever they reached.',
  among:
    'The same share among new people of each age band or district, as the row of their first contact says it. Places and ages differ in who lives there and who asks, so a difference is a question and no answer.',
  costs:
    'Of new people who began ongoing support, those whose weekly cost the file gives: what all support that began on that first day cost a week, added up for each person. A full year is 52 of those weeks, as was usual for them. It is no saving: nothing here says what would have happened otherwise, and staff hours are not in the file.',
  afterShortTerm:
    'Of short-term help to be independent again that has ended, how often ongoing support began within 28 days of its end.',
  introduced:
    'Of introductions to a conference of the family’s own, those that reached one: the next thing told of that person is the conference. One not yet reached may still be.',
  waiting:
    'Waiting to talk: got in touch, not spoken with, and nothing said to have come of the contact. Waiting for support: agreed and not begun. Catch-up overdue: ongoing support open, and a year since it began or was last looked at together.',
};

/** @example evidenceOfHistory(counted).people[1]?.windowDays // 90 */
export function evidenceOfHistory({ load, asOf, team, counted }: CountedLoad): BroughtEvidence {
  const { windows, among: _, ...rest } = counted;
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
    among: amongOf(load, counted, asOf, back),
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

/** One age band or district after another, in the order of the alphabet; none when the file has no such column. */
function amongOf(
  { words }: CountedLoad['load'],
  { among }: Counted,
  asOf: Day,
  back: CounterMeasure,
): AmongFigures[] {
  return (['ageBand', 'district'] as const)
    .filter((by) => words[by].length > 1)
    .flatMap((by) => {
      const places = [...new Set(among.filter((one) => one.by === by).map(({ place }) => place))];
      return places
        .map((place) => ({
          by,
          name: words[by][place] || 'Not said',
          figures: CONVERSION_WINDOWS.map((days) =>
            figure({
              what: 'began ongoing support',
              definition: own.among,
              of: 'people',
              counted: asWindow(
                among.find((one) => one.by === by && one.place === place && one.windowDays === days),
                days,
                asOf,
              ),
              counterMeasure: back,
            }),
          ),
        }))
        .sort((one, other) => one.name.localeCompare(other.name, 'en-GB', { numeric: true }));
    });
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
