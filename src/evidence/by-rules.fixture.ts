import { sql } from 'kysely';
import { addDays, type Day, daysBetween } from '../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../platform/db/council.ts';
import { CONVERSION_WINDOWS, conversion, conversionOfEpisodes, type Followed } from './conversion.ts';
import { followUpEnds } from './conversion-curve.ts';
import { contactEpisodes } from './episodes.ts';
import { followEpisodes, type SupportLength } from './followed.ts';
import { type ConversationKind, highestConversation } from './highest-conversation.ts';
import { type Group, groups, type Measured } from './measured.ts';
import type { Question } from './measures.store.ts';
import { RETURN_WINDOWS, type Rested, restings, returns } from './returns.ts';
import { timeToConversation, type Wait } from './time-to-conversation.ts';
import { didHappen, type WithinWindow } from './within-window.ts';

/** What the tables hold, row by row: fetched only by tests, so that the pure rules can be asked the same question. */
export interface Rows {
  people: { id: string; died: Day | null; moved: Day | null }[];
  contacts: {
    id: string;
    person: string;
    startedOn: Day;
    endedOn: Day;
    team: string | null;
    spoken: Day | null;
  }[];
  supports: { person: string; length: SupportLength; startedOn: Day; endedOn: Day | null }[];
  conversations: { person: string; kind: ConversationKind; openedOn: Day; restedOn: Day | null }[];
  tap: { onDay: Day; isOn: boolean }[];
}

export async function readEverything(db: CouncilReader, siteId: string): Promise<Rows> {
  const council = councilOf(db);
  await readRows(db, sql`select set_config('enable_nestloop', 'off', true)`);
  const merged = sql`(select p.id, coalesce(p.merged_into, p.id) as person from person p where p.council_id = ${council})`;
  return {
    people: await readRows(
      db,
      sql`select id, died_on as died, moved_away_on as moved from person where council_id = ${council} and merged_into is null`,
    ),
    contacts: await readRows(
      db,
      sql`select c.id, m.person, made_on as "startedOn", ended_on as "endedOn", team_id as team, spoken_on as spoken
        from contact c join ${merged} m on m.id = c.person_id`,
    ),
    supports: await readRows(
      db,
      sql`select m.person, kind as length, started_on as "startedOn", ended_on as "endedOn" from support s join ${merged} m on m.id = s.person_id`,
    ),
    conversations: await readRows(
      db,
      sql`select m.person, kind, opened_on as "openedOn", resting_on as "restedOn"
        from conversation c join ${merged} m on m.id = c.person_id`,
    ),
    tap: await readRows(
      db,
      sql`select on_day as "onDay", is_on as "isOn" from tap_change where site_id = ${siteId} order by on_day, id`,
    ),
  };
}

export type Row = Followed & {
  group: Group | 'elsewhere-before' | 'neither';
  contacts: number;
  /** Of the first of its contacts. */
  teamId: string | null;
  spokenOn: Day | undefined;
};

/** The same figures as `measure`, by the pure rules alone. */
export function measureByRules(rows: Rows, question: Question): Measured {
  return tallied(rows, { ...episodesByRules(rows, question), ...question });
}

/** Everybody's contact episodes by the pure rules, each with its group and what followed; and every day one began. */
export function episodesByRules(
  rows: Rows,
  { site, asOf }: Question,
): Pick<Tallying, 'episodesOf' | 'allStarts'> {
  const episodesOf = new Map<string, Row[]>();
  const allStarts = new Map<string, Day[]>();
  const contacts = Map.groupBy(
    rows.contacts.filter((one) => one.startedOn <= asOf).sort(inOrder),
    (one) => one.person,
  );
  const supports = Map.groupBy(rows.supports, (one) => one.person);
  for (const { id, died, moved } of rows.people) {
    const mine = contacts.get(id) ?? [];
    const spans = (supports.get(id) ?? []).map((one) => ({ ...one, endedOn: one.endedOn ?? undefined }));
    const record = {
      personId: id,
      contacts: mine,
      supports: spans,
      diedOn: died ?? undefined,
      movedOn: moved ?? undefined,
    };
    const episodes = contactEpisodes(mine);
    const from = addDays(site.startedOn, -730);
    const followed = followEpisodes(record, { from, to: asOf });
    allStarts.set(
      id,
      episodes.map((one) => one.startedOn),
    );
    const kept = episodes.filter((one) => one.startedOn >= from);
    episodesOf.set(
      id,
      followed.map((row, at) => {
        const inside = kept[at]?.contacts ?? [];
        const spoken = inside.flatMap((one) =>
          one.spoken && one.spoken >= one.startedOn && one.spoken <= asOf ? [one.spoken] : [],
        );
        return {
          ...row,
          group: groupOf(row.firstContactOn, inside[0]?.team ?? null, rows.tap, site),
          teamId: inside[0]?.team ?? null,
          contacts: inside.length,
          spokenOn: spoken.sort()[0],
        };
      }),
    );
  }
  return { episodesOf, allStarts };
}

function groupOf(day: Day, team: string | null, tap: Rows['tap'], site: Question['site']): Row['group'] {
  if (day < site.startedOn) return team === site.teamId ? 'before' : 'elsewhere-before';
  if (team !== site.teamId) {
    const { kind, teamId } = site.compared ?? { kind: 'elsewhere', teamId: null };
    return kind === 'none' || (teamId && team !== teamId) ? 'neither' : 'elsewhere';
  }
  return tap.findLast((one) => one.onDay <= day)?.isOn === false ? 'tap-off' : 'site';
}

interface Tallying extends Question {
  episodesOf: Map<string, Row[]>;
  allStarts: Map<string, Day[]>;
}

function tallied(rows: Rows, { episodesOf, allStarts, site, asOf }: Tallying): Measured {
  const everyRow = [...episodesOf.values()].flat();
  const conversations = Map.groupBy(rows.conversations, (one) => one.person);
  const measured: Measured = { windows: [], came: [], waits: [], reached: [], ends: [], weeks: [] };
  for (const group of groups) {
    const episodes = everyRow.filter((row) => row.group === group);
    // A person belongs to the group of their first new episode in these days, or of their first if none was new.
    const inDays = (row: Row) =>
      group === 'before' ? row.group === 'before' : row.firstContactOn >= site.startedOn;
    const first = [...episodesOf.values()].flatMap((all) => {
      const here = all.filter(inDays);
      const one = here.find((row) => !row.hadOngoingAtStart) ?? here[0];
      return one?.group === group ? [one] : [];
    });
    const fresh = first.filter((row) => !row.hadOngoingAtStart);
    const rested: Rested[] = fresh.flatMap((row) => {
      const spans = (conversations.get(row.personId) ?? []).map((one) => ({
        ...one,
        restedOn: one.restedOn ?? undefined,
      }));
      return restings(spans, allStarts.get(row.personId) ?? [])
        .filter((rest) => rest.restedOn >= row.firstContactOn)
        .map((rest) => ({ personId: row.personId, diedOn: row.diedOn, movedOn: row.movedOn, ...rest }));
    });
    measured.ends.push(...endsOf(group, fresh, asOf));
    for (const windowDays of CONVERSION_WINDOWS) {
      keep(measured, 'people', group, conversion({ people: first, windowDays, asOf }));
      keep(measured, 'episodes', group, conversionOfEpisodes({ people: episodes, windowDays, asOf }));
    }
    for (const windowDays of RETURN_WINDOWS)
      keep(measured, 'returns', group, returns({ people: rested, windowDays, asOf }));
    if (episodes.length)
      measured.came.push({
        group,
        contacts: episodes.reduce((total, row) => total + row.contacts, 0),
        episodes: episodes.length,
        alreadySupportedEpisodes: conversionOfEpisodes({ people: episodes, windowDays: 28, asOf })
          .alreadySupported,
      });
    if (episodes.length)
      measured.waits.push({ group, ...without(timeToConversation(episodes.map(waitOf), asOf)) });
    const reached = fresh.flatMap((row) =>
      (conversations.get(row.personId) ?? [])
        .filter(
          (one) =>
            one.openedOn >= row.firstContactOn || one.restedOn === null || one.restedOn >= row.firstContactOn,
        )
        .map((one) => ({ personId: row.personId, kind: one.kind, openedOn: one.openedOn })),
    );
    const highest = highestConversation(
      fresh.map((row) => row.personId),
      reached,
      asOf,
    );
    const ongoing = fresh.filter(
      (row) =>
        row.ongoingStartedOn &&
        row.ongoingStartedOn <= asOf &&
        didHappen({ startOn: row.firstContactOn, happenedOn: row.ongoingStartedOn, diedOn: row.diedOn }),
    ).length;
    if (first.length)
      measured.reached.push({
        group,
        people: highest.people,
        alreadySupported: conversion({ people: first, windowDays: 28, asOf }).alreadySupported,
        none: highest.none,
        one: highest[1],
        two: highest[2],
        three: highest[3],
        ongoing,
      });
  }
  const teams = everyRow.filter(({ group }) => ['before', 'site', 'tap-off'].includes(group));
  measured.weeks.push(...weeksOf(teams, { from: addDays(site.startedOn, -730), asOf }));
  return measured;
}

function endsOf(group: Group, people: readonly Row[], asOf: Day): Measured['ends'] {
  const ends = Map.groupBy(followUpEnds({ people, asOf }), ({ day, became }) => `${day} ${became}`);
  return [...ends.values()].flatMap((same) =>
    same[0] ? [{ group, day: same[0].day, became: same[0].became, people: same.length }] : [],
  );
}

function weeksOf(episodes: readonly Row[], { from, asOf }: { from: Day; asOf: Day }): Measured['weeks'] {
  const monday = (day: Day) => addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));
  return [...Map.groupBy(episodes, ({ firstContactOn }) => monday(firstContactOn))]
    .filter(([on]) => on >= from && addDays(on, 13) <= asOf)
    .map(([on, mine]) => ({
      on,
      episodes: mine.length,
      spokenWithinAWeek: mine.filter(
        (row) => row.spokenOn !== undefined && daysBetween(row.firstContactOn, row.spokenOn) <= 7,
      ).length,
    }));
}

function keep(
  measured: Measured,
  measure: 'people' | 'episodes' | 'returns',
  group: Group,
  counted: WithinWindow,
): void {
  const { windowDays, numerator, denominator, died, moved, notYetKnown } = counted;
  if (denominator + notYetKnown === 0) return;
  measured.windows.push({
    measure,
    group,
    windowDays,
    numerator,
    died,
    moved,
    neither: denominator - numerator - died - moved,
    notYetKnown,
  });
}

const waitOf = (row: Row): Wait => ({
  personId: row.personId,
  contactOn: row.firstContactOn,
  spokenWithOn: row.spokenOn,
  diedOn: row.diedOn,
  movedOn: row.movedOn,
});

function without({ asOf, ...rest }: ReturnType<typeof timeToConversation>) {
  void asOf;
  return rest;
}

const inOrder = (a: Rows['contacts'][number], b: Rows['contacts'][number]): number =>
  cmp(a.startedOn, b.startedOn) || cmp(a.endedOn, b.endedOn) || cmp(a.id, b.id);
const cmp = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Both in one order, so that they can be compared whole. */
export function sorted(measured: Measured): Measured {
  const key = (row: object): string =>
    JSON.stringify([
      Reflect.get(row, 'group'),
      Reflect.get(row, 'measure'),
      Reflect.get(row, 'windowDays'),
      Reflect.get(row, 'day'),
      Reflect.get(row, 'became'),
      Reflect.get(row, 'on'),
    ]);
  const order = <Row extends object>(rows: Row[]): Row[] => rows.toSorted((a, b) => cmp(key(a), key(b)));
  const { windows, came, waits, reached, ends, weeks } = measured;
  return {
    ...{ windows: order(windows), came: order(came), waits: order(waits), reached: order(reached) },
    ...{ ends: order(ends), weeks: order(weeks) },
  };
}
