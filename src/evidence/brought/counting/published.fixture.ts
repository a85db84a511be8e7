import { sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { events, kinds } from '../reading/format.ts';
import type { Counted } from './counted.ts';
import { countLoad } from './counting.store.ts';

type Counts = Record<string, number>;

/** Counts somebody has published, and made-up events of which they must come back. */
export interface Published {
  row: string;
  counts: Counts;
  /** The same in the small, for a test that is run often. */
  few: Counts;
  /** Events of so many: person, event, starts, ends, kind. */
  made: (counts: Counts) => string;
  read: (counted: Counted) => Counts;
}

const asOf = '2026-03-31';
const contactOn = `date '2025-05-01'`;

/** So many people, each with a contact and what followed. */
const people = (
  from: number,
  count: number,
  contactKind: number,
  after?: { kind: number; ends?: string },
) => `
  select n as person, ${events.contact} as event, ${contactOn} as starts, null::date as ends, ${contactKind} as kind from generate_series(${from + 1}, ${from + count}) n
  ${after ? `union all select n, ${events['service start']}, ${contactOn} + 7, ${after.ends ?? 'null'}, ${after.kind} from generate_series(${from + 1}, ${from + count}) n` : ''}`;

const some = (
  event: keyof typeof events,
  starts: string,
  kind: keyof typeof kinds,
  from: number,
  count: number,
) =>
  `select n as person, ${events[event]} as event, ${starts} as starts, null::date as ends, ${kinds[kind]} as kind from generate_series(${from + 1}, ${from + count}) n`;

const all = (...parts: string[]): string => parts.join(' union all ');

const sequelOf = (counted: Counted, ...answers: string[]): number =>
  counted.sequels
    .filter((one) => one.way === 'a needs assessment' && answers.includes(one.answer))
    .reduce((total, one) => total + one.episodes, 0);

/** Rows 1 to 3, 16 and 19 of the published results an evidence engine should be able to reproduce. */
export const published: readonly Published[] = [
  {
    row: 'England 2014-15, what followed requests',
    counts: {
      requests: 1_846_000,
      signposted: 575_000,
      noService: 520_000,
      lowLevel: 304_000,
      shortTerm: 218_000,
      longTerm: 144_000,
      notItemised: 85_000,
    },
    few: {
      requests: 1_846,
      signposted: 575,
      noService: 520,
      lowLevel: 304,
      shortTerm: 218,
      longTerm: 144,
      notItemised: 85,
    },
    made: ({ signposted = 0, noService = 0, lowLevel = 0, shortTerm = 0, longTerm = 0, notItemised = 0 }) => {
      const kindsOf: [number, number, { kind: number }?][] = [
        [signposted, kinds.signposted],
        [noService, kinds['no service']],
        [lowLevel, 0, { kind: kinds['low-level'] }],
        [shortTerm, 0, { kind: kinds['st-max'] }],
        [longTerm, 0, { kind: kinds['long-term'] }],
        [notItemised, 0],
      ];
      const before = (at: number) => kindsOf.slice(0, at).reduce((sum, [count]) => sum + count, 0);
      return all(...kindsOf.map(([count, kind, after], at) => people(before(at), count, kind, after)));
    },
    read: (counted) => ({
      requests: counted.came.episodes,
      signposted: sequelOf(counted, 'signposted'),
      noService: sequelOf(counted, 'no service'),
      lowLevel: sequelOf(counted, 'low-level'),
      shortTerm: sequelOf(counted, 'st-max'),
      longTerm: sequelOf(counted, 'nursing', 'residential', 'community', 'prison'),
      notItemised: sequelOf(counted, 'cannot be told'),
    }),
  },
  {
    row: 'England 2014-15, after completed short-term support',
    counts: { ended: 250_000, ongoing: 65_000, community: 60_000 },
    few: { ended: 250, ongoing: 65, community: 60 },
    made: ({ ended = 0, ongoing = 0, community = 0 }) =>
      all(
        people(0, ended, 0, { kind: kinds['st-max'], ends: `${contactOn} + 40` }),
        some('service start', `${contactOn} + 45`, 'community', 0, community),
        some('service start', `${contactOn} + 45`, 'residential', community, ongoing - community),
      ),
    read: ({ afterShortTerm: { ended, ongoing, community } }) => ({ ended, ongoing, community }),
  },
  {
    row: 'England 2018-19, requests for each person',
    counts: { requests: 1_914_535, people: 1_335_535, timesTen: 14 },
    few: { requests: 1_915, people: 1_336, timesTen: 14 },
    made: (counts) =>
      all(
        people(0, counts.people ?? 0, kinds.signposted),
        some('contact', `${contactOn} + 60`, 'signposted', 0, (counts.requests ?? 0) - (counts.people ?? 0)),
      ),
    read: ({ came, reached }) => {
      const everybody = reached.people + reached.alreadySupported;
      return {
        requests: came.episodes,
        people: everybody,
        timesTen: Math.round((10 * came.episodes) / everybody),
      };
    },
  },
  {
    row: 'Hampshire 2010-12, introductions that reached a conference',
    counts: { introduced: 51, reached: 34, percent: 67 },
    few: { introduced: 51, reached: 34, percent: 67 },
    made: ({ introduced = 0, reached = 0 }) =>
      all(
        some('introduction', contactOn, 'not said', 0, introduced),
        some('conference', `${contactOn} + 30`, 'not said', 0, reached),
        some('conference', contactOn, 'not said', 1_000, 5),
      ),
    read: ({ introduced: { introductions, reached } }) => ({
      introduced: introductions,
      reached,
      percent: Math.round((100 * reached) / introductions),
    }),
  },
  {
    row: 'England 30 April 2022, people waiting',
    counts: {
      forConversation: 294_449,
      overSixMonths: 73_792,
      forSupport: 37_447,
      catchUpsOverdue: 210_106,
      total: 542_002,
    },
    few: { forConversation: 294, overSixMonths: 74, forSupport: 37, catchUpsOverdue: 210, total: 541 },
    made: peopleWaiting,
    read: ({ waiting }) => ({
      forConversation: waiting.forConversation,
      overSixMonths: (waiting.forConversationByMonths[0] ?? 0) + (waiting.forConversationByMonths[1] ?? 0),
      forSupport: waiting.forSupport,
      catchUpsOverdue: waiting.catchUpsOverdue,
      total: waiting.forConversation + waiting.forSupport + waiting.catchUpsOverdue,
    }),
  },
];

/** They got in touch on many days, and among them stand some who no longer wait. */
function peopleWaiting({
  forConversation = 0,
  overSixMonths = 0,
  forSupport = 0,
  catchUpsOverdue = 0,
}: Counts): string {
  const reviewed = Math.ceil(catchUpsOverdue / 10);
  return all(
    some('contact', `date '2025-04-01' + n % 180`, 'not said', 0, overSixMonths),
    some(
      'contact',
      `date '2025-10-01' + n % 180`,
      'not said',
      overSixMonths,
      forConversation - overSixMonths,
    ),
    some('service agreed', `date '2026-02-01'`, 'long-term', 1_000_000, forSupport),
    some('contact', `date '2025-06-01'`, 'no service', 1_000_000, forSupport),
    some('service start', `date '2024-01-10'`, 'long-term', 2_000_000, catchUpsOverdue),
    some('review', `date '2025-02-01'`, 'not said', 2_000_000, reviewed),
    some('service start', `date '2024-01-10'`, 'long-term', 3_000_000, reviewed),
    some('review', `date '2025-09-01'`, 'not said', 3_000_000, reviewed),
    some('contact', `date '2025-05-01'`, 'not said', 4_000_000, reviewed),
    some('conversation', `date '2025-05-09'`, 'conversation 1', 4_000_000, reviewed),
  );
}

/** Makes the events in the database, counts them, and reads the published counts back. */
export async function asPublished(
  db: CouncilDb,
  one: Published,
  counts: Counts,
): Promise<Record<string, number>> {
  const historyId = newId();
  const council = councilOf(db);
  await sql`select set_config('statement_timeout', '0', true)`.execute(db);
  await sql`insert into brought_history (council_id, id, name) values (${council}, ${historyId}, ${one.row})`.execute(
    db,
  );
  const { rows } = await sql<{
    load: number;
  }>`insert into brought_load (council_id, history_id, state, digest, begun_by, begun_at)
    values (${council}, ${historyId}, 'kept', '', 'fixture', ${nowOf(db)}) returning load`.execute(db);
  const load = Number(rows[0]?.load);
  await sql`insert into brought_event (council_id, load, row_number, person, event, starts, ends, kind, team, age_band, district)
    select ${council}, ${load}, row_number() over (), hashint8extended(person, 1), event, starts, ends, kind, 0, 0, 0 from (${sql.raw(one.made(counts))}) m`.execute(
    db,
  );
  return one.read(await countLoad(db, { load, from: '2025-04-01', asOf }));
}
