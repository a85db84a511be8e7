import type { Day } from '../../../platform/clock.ts';
import { CONVERSION_WINDOWS, conversion, conversionOfEpisodes, type Followed } from '../../conversion.ts';
import { contactEpisodes } from '../../episodes.ts';
import { followEpisodes } from '../../followed.ts';
import { RETURN_WINDOWS, type Rested, restings, returns } from '../../returns.ts';
import { timeToConversation } from '../../time-to-conversation.ts';
import { didHappen, type WithinWindow } from '../../within-window.ts';
import type { Counted, SequelCount } from './counted.ts';
import { type LaterEvent, type RankedService, sequelsBySending, waysToSend } from './sequel.ts';

export interface LifeEvent {
  person: string;
  event: string;
  starts: Day;
  ends?: Day;
  kind?: string;
  'age band'?: string;
  'weekly cost'?: number;
}

const ongoing = ['nursing', 'residential', 'community', 'prison', 'long-term'];

interface Row extends Followed {
  contacts: number;
  spokenOn: Day | undefined;
  endedOn: Day;
  outcome: string | undefined;
  band: string;
  followUp: { seconds: Omit<LaterEvent, 'is'>[]; others: LaterEvent[] };
}

/** What `countLoad` counts, by the pure rules alone, for what both say. */
export function countByRules(all: readonly LifeEvent[], from: Day, asOf: Day): Partial<Counted> {
  const here = all.filter((one) => one.starts <= asOf);
  const lives = [...Map.groupBy(here, (one) => one.person)].map(([person, mine]) =>
    lifeOf(person, mine, from, asOf),
  );
  const rows = lives.flatMap((life) => life.rows);
  const first = lives.flatMap(({ rows: [...each] }) => {
    const one = each.find((row) => !row.hadOngoingAtStart) ?? each[0];
    return one ? [one] : [];
  });
  const fresh = first.filter((row) => !row.hadOngoingAtStart);
  const rested = fresh.flatMap((row) => restedOf(row, lives));
  const windows: Counted['windows'] = [];
  for (const windowDays of CONVERSION_WINDOWS) {
    keep(windows, 'people', conversion({ people: first, windowDays, asOf }));
    keep(windows, 'episodes', conversionOfEpisodes({ people: rows, windowDays, asOf }));
  }
  for (const windowDays of RETURN_WINDOWS)
    keep(windows, 'returns', returns({ people: rested, windowDays, asOf }));
  const waits = timeToConversation(
    rows.map((row) => ({ ...row, contactOn: row.firstContactOn, spokenWithOn: row.spokenOn })),
    asOf,
  );
  const { asOf: _, ...waited } = waits;
  const bands = [...new Set(fresh.map((row) => row.band))];
  const among = bands.flatMap((band) => {
    const counts: Counted['windows'] = [];
    for (const windowDays of CONVERSION_WINDOWS)
      keep(
        counts,
        'people',
        conversion({ people: fresh.filter((row) => row.band === band), windowDays, asOf }),
      );
    return counts.map(({ measure: _, ...one }) => ({ by: 'ageBand' as const, place: placeOf(band), ...one }));
  });
  return {
    windows,
    among,
    costs: costsOf(fresh, lives, asOf),
    introduced: introducedOf(here, from),
    came: {
      contacts: rows.reduce((total, row) => total + row.contacts, 0),
      episodes: rows.length,
      alreadySupportedEpisodes: rows.filter((row) => row.hadOngoingAtStart).length,
    },
    waits: waited,
    reached: reachedOf(first, fresh, lives, asOf),
    sequels: sequelsOf(
      rows.filter((row) => !row.hadOngoingAtStart),
      asOf,
    ),
  };
}

type Life = ReturnType<typeof lifeOf>;

function lifeOf(person: string, mine: readonly LifeEvent[], from: Day, asOf: Day) {
  const of = (...names: string[]) => mine.filter((one) => names.includes(one.event));
  const contacts = of('contact').map((one) => ({
    startedOn: one.starts,
    endedOn: one.ends ?? one.starts,
    kind: one.kind,
  }));
  const talks = of('conversation').map((one) => ({
    kind: one.kind,
    openedOn: one.starts,
    restedOn: one.ends,
  }));
  const episodes = contactEpisodes(contacts);
  const diedOn = of('death')
    .map((one) => one.starts)
    .sort()[0];
  const supports = of('service start').map((one) => ({
    length: ongoing.includes(one.kind ?? '') ? ('ongoing' as const) : ('short-term' as const),
    startedOn: one.starts,
    endedOn: one.ends,
  }));
  const followed = followEpisodes({ personId: person, contacts, supports, diedOn }, { from, to: asOf });
  const kept = episodes.filter((one) => one.startedOn >= from);
  const after = (names: string[], day: Day) =>
    of(...names)
      .map((one) => one.starts)
      .filter((day2) => day2 >= day)
      .sort()[0];
  const rows: Row[] = followed.map((row, at) => {
    const episode = kept[at];
    const next = kept[at + 1]?.startedOn;
    const outcomes = ['end of life', 'deceased', 'nhs funded', 'signposted', 'no service'];
    const found = (episode?.contacts ?? [])
      .map((one) => outcomes.indexOf(one.kind ?? ''))
      .filter((one) => one >= 0);
    const later = of('conversation', 'service start', 'review').filter(
      (one) => next === undefined || one.starts < next,
    );
    return {
      ...row,
      movedOn: after(['move away'], row.firstContactOn),
      contacts: episode?.contacts.length ?? 0,
      spokenOn: after(['conversation'], row.firstContactOn),
      endedOn: episode?.endedOn ?? row.firstContactOn,
      outcome: outcomes[Math.min(...found)],
      band: mine[0]?.['age band'] ?? 'band 0',
      followUp: {
        seconds: later
          .filter((one) => one.kind === 'conversation 2')
          .map((one) => ({ startsOn: one.starts, endsOn: one.ends })),
        others: later.filter((one) => one.kind !== 'conversation 2').map(asLater),
      },
    };
  });
  return { person, rows, talks, mine, starts: episodes.map((one) => one.startedOn) };
}

/** Here a band is called after its place. @example placeOf('band 2') // 2 */
export const placeOf = (band: string): number => Number(band.slice(5));

function costsOf(fresh: readonly Row[], lives: readonly Life[], asOf: Day): Counted['costs'] {
  const pence = fresh
    .flatMap((row) => {
      const { ongoingStartedOn: happenedOn, firstContactOn: startOn, diedOn } = row;
      if (!happenedOn || happenedOn > asOf || !didHappen({ startOn, happenedOn, diedOn })) return [];
      const began = lives
        .find((one) => one.person === row.personId)
        ?.mine.filter(
          (one) =>
            one.event === 'service start' && ongoing.includes(one.kind ?? '') && one.starts === happenedOn,
        )
        .flatMap((one) => one['weekly cost'] ?? []);
      return began?.length ? [100 * began.reduce((sum, one) => sum + one, 0)] : [];
    })
    .toSorted((a, b) => a - b);
  const half = (pence.length - 1) / 2;
  const at = (place: number) => pence[place] ?? 0;
  return {
    people: pence.length,
    weeklyPence: pence.length ? pence.reduce((sum, one) => sum + one, 0) : null,
    medianPence: pence.length ? (at(Math.floor(half)) + at(Math.ceil(half))) / 2 : null,
  };
}

function introducedOf(here: readonly LifeEvent[], from: Day): Counted['introduced'] {
  const both = here.filter((one) => ['introduction', 'conference'].includes(one.event));
  const next = [...Map.groupBy(both, (one) => one.person).values()].flatMap((mine) => {
    const inOrder = mine.toSorted((a, b) =>
      a.starts === b.starts ? (a.event < b.event ? 1 : -1) : a.starts < b.starts ? -1 : 1,
    );
    return inOrder.map((one, at) => ({ ...one, next: inOrder[at + 1]?.event }));
  });
  const introductions = next.filter((one) => one.event === 'introduction' && one.starts >= from);
  return {
    introductions: introductions.length,
    reached: introductions.filter((one) => one.next === 'conference').length,
  };
}

function asLater(one: LifeEvent): LaterEvent {
  const endsOn = one.event === 'review' ? (one.ends ?? one.starts) : one.ends;
  const kind = one.kind === 'long-term' ? 'community' : one.kind;
  const is = one.event === 'service start' && kind !== 'one-off' ? (kind as RankedService) : 'assessment';
  return { is, startsOn: one.starts, endsOn };
}

function restedOf(row: Row, lives: readonly Life[]): Rested[] {
  const life = lives.find((one) => one.person === row.personId);
  return restings(life?.talks ?? [], life?.starts ?? [])
    .filter((rest) => rest.restedOn >= row.firstContactOn)
    .map((rest) => ({ personId: row.personId, diedOn: row.diedOn, movedOn: row.movedOn, ...rest }));
}

function reachedOf(
  first: readonly Row[],
  fresh: readonly Row[],
  lives: readonly Life[],
  asOf: Day,
): Counted['reached'] {
  const order = [undefined, 'conversation 1', 'conversation 2', 'conversation 3'];
  const furthest = fresh.map((row) => {
    const talks = lives.find((one) => one.person === row.personId)?.talks ?? [];
    return Math.max(
      -1,
      ...talks
        .filter(
          (one) => one.openedOn >= row.firstContactOn || !one.restedOn || one.restedOn >= row.firstContactOn,
        )
        .map((one) => order.indexOf(one.kind)),
    );
  });
  const times = (place: number) => furthest.filter((one) => one === place).length;
  return {
    people: fresh.length,
    alreadySupported: first.length - fresh.length,
    none: times(-1),
    spoken: times(0),
    one: times(1),
    two: times(2),
    three: times(3),
    ongoing: fresh.filter(
      (row) =>
        row.ongoingStartedOn !== undefined &&
        row.ongoingStartedOn <= asOf &&
        didHappen({ startOn: row.firstContactOn, happenedOn: row.ongoingStartedOn, diedOn: row.diedOn }),
    ).length,
  };
}

function sequelsOf(rows: readonly Row[], asOf: Day): SequelCount[] {
  const counts = new Map<string, SequelCount>();
  for (const row of rows) {
    const isKnown = row.endedOn <= new Date(Date.parse(asOf) - 28 * 86_400_000).toISOString().slice(0, 10);
    const found = sequelsBySending(row.endedOn, row.followUp.seconds, row.followUp.others);
    for (const way of waysToSend) {
      const answer = (
        isKnown ? (found[way] ?? row.outcome ?? 'cannot be told') : 'not yet known'
      ) as SequelCount['answer'];
      const count = counts.get(`${way} ${answer}`) ?? { way, answer, episodes: 0 };
      counts.set(`${way} ${answer}`, { ...count, episodes: count.episodes + 1 });
    }
  }
  return [...counts.values()];
}

function keep(
  windows: Counted['windows'],
  measure: 'people' | 'episodes' | 'returns',
  counted: WithinWindow,
): void {
  const { windowDays, numerator, denominator, died, moved, notYetKnown } = counted;
  if (denominator + notYetKnown === 0) return;
  windows.push({
    measure,
    windowDays,
    numerator,
    died,
    moved,
    neither: denominator - numerator - died - moved,
    notYetKnown,
  });
}

/** In one order, so that two can be compared whole. */
export function sorted(counted: Partial<Counted>) {
  const { windows = [], among = [], came, waits, reached, sequels = [], costs, introduced } = counted;
  const byText = (a: object, b: object) =>
    JSON.stringify(Object.values(a)) < JSON.stringify(Object.values(b)) ? -1 : 1;
  return {
    windows: windows.toSorted((a, b) => byText([a.measure, a.windowDays], [b.measure, b.windowDays])),
    among: among
      .filter(({ by }) => by === 'ageBand')
      .toSorted((a, b) => byText([a.place, a.windowDays], [b.place, b.windowDays])),
    costs,
    introduced,
    came,
    waits,
    reached,
    sequels: sequels.map(({ way, answer, episodes }) => ({ way, answer, episodes })).toSorted(byText),
  };
}
