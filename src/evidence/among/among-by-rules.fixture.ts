import { addDays, type Day } from '../../platform/clock.ts';
import { episodesByRules, type Row, type Rows } from '../by-rules.fixture.ts';
import { asFollowedFrom, CONVERSION_WINDOWS, conversion } from '../conversion.ts';
import type { Question } from '../counting/groups.store.ts';
import { highestConversation } from '../highest-conversation.ts';
import { restings, returns } from '../returns.ts';
import { type TimeToConversation, timeToConversation } from '../time-to-conversation.ts';
import { type FollowedFrom, type WithinWindow, withinWindow } from '../within-window.ts';
import { BACK_DAYS, HOW_FAR_DAYS, SOON_DAYS } from './counted.ts';

/** What a person, or one of their askings, is counted under. */
export type ValueOf = (row: Row, firstOn: Day) => string | null;

interface OfValue {
  people: number;
  windows: Record<string, WithinWindow>;
  furthest: Record<string, number>;
  waits: TimeToConversation;
}

const sideOf = ({ group }: Row): 'here' | 'elsewhere' | null =>
  group === 'site' || group === 'tap-off' ? 'here' : group === 'elsewhere' ? 'elsewhere' : null;

/** What `countAmong` counts, by the pure rules alone: for each value and side, everything. */
export function amongByRules(rows: Rows, question: Question, valueOf: ValueOf): Map<string, OfValue> {
  const { site, asOf } = question;
  const { episodesOf, allStarts } = episodesByRules(rows, question);
  const since = [...episodesOf.values()].flatMap((all) => {
    const here = all.filter((row) => row.firstContactOn >= site.startedOn);
    const first = here.find((row) => !row.hadOngoingAtStart) ?? here[0];
    return first && sideOf(first) ? [{ first, askings: here }] : [];
  });
  const key = (row: Row, value: string | null) => `${value} ${sideOf(row)}`;
  const people = Map.groupBy(since, ({ first }) => key(first, valueOf(first, first.firstContactOn)));
  const everyAsking = [...episodesOf.values()].flatMap((all) => {
    const here = all.filter((row) => row.firstContactOn >= site.startedOn);
    const first = here.find((row) => !row.hadOngoingAtStart) ?? here[0];
    return here.filter(sideOf).map((row) => ({ row, firstOn: first?.firstContactOn ?? row.firstContactOn }));
  });
  const askings = Map.groupBy(everyAsking, ({ row, firstOn }) => key(row, valueOf(row, firstOn)));
  return new Map(
    [...new Set([...people.keys(), ...askings.keys()])].map((of) => [
      of,
      ofValue(
        (people.get(of) ?? []).map(({ first }) => first),
        (askings.get(of) ?? []).map(({ row }) => row),
        { rows, asOf, allStarts },
      ),
    ]),
  );
}

function ofValue(
  people: Row[],
  askings: Row[],
  { rows, asOf, allStarts }: { rows: Rows; asOf: Day; allStarts: Map<string, Day[]> },
): OfValue {
  const fresh = people.filter((row) => !row.hadOngoingAtStart);
  const talksOf = (row: Row) => rows.conversations.filter(({ person }) => person === row.personId);
  const rested = fresh.flatMap((row) =>
    restings(
      talksOf(row).map((one) => ({ ...one, restedOn: one.restedOn ?? undefined })),
      allStarts.get(row.personId) ?? [],
    )
      .filter((rest) => rest.restedOn >= row.firstContactOn)
      .map((rest) => ({ personId: row.personId, diedOn: row.diedOn, movedOn: row.movedOn, ...rest })),
  );
  const windows: Record<string, WithinWindow> = {
    [`came-back ${BACK_DAYS}`]: returns({ people: rested, windowDays: BACK_DAYS, asOf }),
    [`spoken ${SOON_DAYS}`]: withinWindow({
      people: askings.map((row) => ({
        ...{
          startOn: row.firstContactOn,
          happenedOn: row.spokenOn,
          diedOn: row.diedOn,
          movedOn: row.movedOn,
        },
      })),
      windowDays: SOON_DAYS,
      asOf,
    }),
  };
  for (const windowDays of CONVERSION_WINDOWS)
    windows[`support ${windowDays}`] = conversion({ people, windowDays, asOf });
  const waits = askings.map((row) => ({
    ...{ personId: row.personId, contactOn: row.firstContactOn, spokenWithOn: row.spokenOn },
    ...{ diedOn: row.diedOn, movedOn: row.movedOn },
  }));
  return {
    people: fresh.length,
    windows,
    furthest: furthestOf(fresh, talksOf, asOf),
    waits: timeToConversation(waits, asOf),
  };
}

function furthestOf(fresh: Row[], talksOf: (row: Row) => Rows['conversations'], asOf: Day) {
  const known = fresh.filter((row) => addDays(row.firstContactOn, HOW_FAR_DAYS) <= asOf);
  const reached = known.flatMap((row) =>
    talksOf(row)
      .filter(({ openedOn }) => openedOn <= addDays(row.firstContactOn, HOW_FAR_DAYS))
      .filter(
        ({ openedOn, restedOn }) =>
          openedOn >= row.firstContactOn || restedOn === null || restedOn >= row.firstContactOn,
      )
      .map(({ kind, openedOn }) => ({ personId: row.personId, kind, openedOn })),
  );
  const { none, people, ...highest } = highestConversation(
    known.map((row) => row.personId),
    reached,
    asOf,
  );
  return { 0: none, ...highest, null: fresh.length - people };
}

/** What `countWhoCame` and `countTeams` count, by the pure rules alone, as lines with their counts. */
export function besideByRules(
  rows: Rows,
  question: Question,
  { kinds, teamOf }: { kinds: Record<string, ValueOf>; teamOf: (row: Row) => string | null },
): Record<string, number> {
  const { site, asOf } = question;
  const { episodesOf } = episodesByRules(rows, question);
  const found: Record<string, number> = {};
  const add = (line: string, number = 1): void => {
    found[line] = (found[line] ?? 0) + number;
  };
  const tally = (line: string, one: FollowedFrom, windowDays: number): void => {
    const { numerator, denominator, notYetKnown } = withinWindow({ people: [one], windowDays, asOf });
    add(`${line} numerator`, numerator);
    add(`${line} denominator`, denominator);
    add(`${line} notYetKnown`, notYetKnown);
  };
  for (const all of episodesOf.values()) {
    const here = all.filter((row) => row.firstContactOn >= site.startedOn);
    for (const row of here)
      tally(`${teamOf(row)} spoken`, { ...asFollowedFrom(row), happenedOn: row.spokenOn }, SOON_DAYS);
    const first = here.find((row) => !row.hadOngoingAtStart) ?? here[0];
    if (!first || first.hadOngoingAtStart) continue;
    tally(`${teamOf(first)} support`, asFollowedFrom(first), 90);
    const side = sideOf(first);
    if (!side) continue;
    const contacts = rows.contacts.filter(({ person }) => person === first.personId);
    const from = addDays(first.firstContactOn, -730);
    const cameBefore = contacts.some(
      ({ startedOn }) => startedOn >= from && startedOn < first.firstContactOn,
    );
    const before = cameBefore ? 'yes' : 'no';
    add(`${side} before ${before}`);
    for (const [kind, valueOf] of Object.entries(kinds))
      add(`${side} ${kind} ${valueOf(first, first.firstContactOn)}`);
    const alike = `${side} ${kinds.age?.(first, first.firstContactOn)} ${before}`;
    for (const windowDays of CONVERSION_WINDOWS) {
      const { numerator, denominator } = withinWindow({ people: [asFollowedFrom(first)], windowDays, asOf });
      add(`${alike} ${windowDays} numerator`, numerator);
      add(`${alike} ${windowDays} denominator`, denominator);
    }
  }
  return Object.fromEntries(Object.entries(found).filter(([, number]) => number > 0));
}
